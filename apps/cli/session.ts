import { Misconfigured, configurationFrom, eventCatalogue, openArea, openStores, projections } from '@accord/composition';
import type { Area, Stores } from '@accord/composition';
import { projectionTools } from '@accord/shared/read-store';
import type { ProjectionTools } from '@accord/shared/read-store';
import type { Command } from 'commander';

export interface Session {
  readonly stores: Stores;
  readonly tools: ProjectionTools;
}

/** Opens the configured stores for one command and closes them after it, also where it fails. */
export async function withStores<T>(work: (session: Session) => Promise<T>): Promise<T> {
  const stores = await openStores(configurationFrom(process.env));
  try {
    const tools = projectionTools({ store: stores.read, events: stores.events, catalogue: eventCatalogue, projections });
    return await work({ stores, tools });
  } finally {
    await stores.close();
  }
}

/** What every command takes that needs the keys of the area: it finds those of the demonstration as `npm start` does. */
export const withKeys = (about: Command): Command => about.option('--demonstration', 'the folder is that of the demonstration, as npm start makes it', false);
export interface KeysAsked {
  readonly demonstration: boolean;
}

/**
 * Opens the stores and the area on them, with its keys.
 * @throws Misconfigured where the master key is missing or is not that of the folder
 */
export async function withArea({ demonstration }: KeysAsked, work: (session: Session, area: Area) => Promise<void>): Promise<void> {
  const configuration = configurationFrom({ ...(demonstration ? { ACCORD_DEMONSTRATION: 'on' } : {}), ...process.env });
  await withStores(async (session) => {
    const area = await openArea(configuration, session.stores).catch((error: unknown) => {
      if (!(error instanceof Misconfigured) || configuration.masterKey !== undefined || configuration.demonstration) throw error;
      throw new Misconfigured(`${error.message}\nOn the folder of a demonstration give --demonstration instead.`);
    });
    await work(session, area);
  });
}

/** The projections named, or all. Throws a sentence for one that does not exist. */
export function namedProjections(named: readonly string[]): readonly string[] {
  const known = projections.map((projection) => projection.name);
  const unknown = named.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new UnknownProjection(known);
  return named.length > 0 ? named : known;
}

/** Ends with the usage code. */
class UnknownProjection extends Error {
  override readonly name = 'UnknownProjection';
  readonly exitCode = 2;
  constructor(known: readonly string[]) {
    super(`There is no such projection; these are: ${known.join(', ')}`);
    process.stderr.write(`${this.message}\n`);
  }
}
