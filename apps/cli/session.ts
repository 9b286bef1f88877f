import { configurationFrom, eventCatalogue, openStores, projections } from '@accord/composition';
import type { Stores } from '@accord/composition';
import { projectionTools } from '@accord/shared/read-store';
import type { ProjectionTools } from '@accord/shared/read-store';

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
