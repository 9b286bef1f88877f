import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencies, configurationFrom, loadDemonstration, runStandalone } from '@accord/composition';
import type { Area, Stores } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { londonDateOf } from '@accord/shared/kernel';
import { noLog } from '@accord/shared/observability';
import { holdAnswersToDescription } from './held-to-description';
import { Person } from './person';

/** An area served over real HTTP on a free port, on files of its own. */
export interface AreaUnderTest {
  readonly address: string;
  readonly stores: Stores;
  readonly folder: string;
  /** Acts as a demonstration person. */
  person(name: string): Promise<Person>;
  /** Ends it; its folder is removed unless it is to be opened again. */
  stop(keep?: 'keep-files'): Promise<void>;
}

export interface StartOptions {
  /** A folder that an earlier area was stopped on. */
  readonly kept?: string;
  /** The whole demonstration area, or nothing but the agencies for which its people act. */
  readonly loaded?: 'demonstration' | 'agencies';
}

/** Starts the embedded profile in a new folder, or in one that was kept. */
export async function startArea({ kept, loaded = 'demonstration' }: StartOptions = {}): Promise<AreaUnderTest> {
  await holdAnswersToDescription();
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'accord-journey-')));
  const configuration = configurationFrom({ ACCORD_DATA: folder, ACCORD_PORT: '0', ACCORD_DEMONSTRATION: 'on' });
  const load = loaded === 'agencies' ? registerAgencies : loadDemonstration;
  const { address, stores, close } = await runStandalone({ configuration, log: noLog, load });
  const stop = async (keep?: 'keep-files') => {
    await close();
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { address, stores, folder, stop, person: (name) => Person.named(address, name) };
}

const described = {
  icb: ['Northshire Integrated Care Board', 'integrated-care-board'],
  socialCare: ["Northshire Council Children's Social Care", 'council-social-care'],
  education: ['Northshire Council Education', 'council-education'],
  trust: ["Northshire Children's Hospital NHS Trust", 'nhs-trust'],
} as const;

/** The agencies that the tokens of the demonstration people name: their ids are fixed, so HTTP cannot make them. */
async function registerAgencies(area: Area): Promise<void> {
  for (const key of ['icb', 'socialCare', 'education', 'trust'] as const) {
    const [name, kind] = described[key];
    const agencyId = agencies[key];
    const commandId = nameBasedId('journey', key);
    const now = area.clock.now();
    const outcome = await area.people.agency(
      agencyId,
      { type: 'RegisterAgency', agencyId, name, kind, validFrom: '2022-07-01' },
      {
        ...{ commandId, fingerprint: commandId, correlationId: commandId, now, today: londonDateOf(now) },
        ...{ actor: nameBasedId('person', 'journey'), agency: agencies.icb, role: 'panel-administrator', lawfulBasis: 'public-task' },
      },
    );
    if (!outcome.ok) throw new Error(`The agency ${key} was refused: ${outcome.refusal}`);
  }
}
