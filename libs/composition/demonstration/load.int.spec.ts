import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { permissionsOf } from '@accord/access/contracts';
import type { Permission } from '@accord/access/contracts';
import { developmentIssuer } from '@accord/access/tokens';
import { nameBasedId } from '@accord/shared/commands-store';
import { START } from '@accord/shared/event-store';
import type { RecordedEvent } from '@accord/shared/event-store';
import { noLog } from '@accord/shared/observability';
import { openArea } from '../area';
import { configurationFrom } from '../configuration';
import { startProjecting } from '../projecting';
import { openStores } from '../stores';
import type { Stores } from '../stores';
import { systemClock } from '../system-clock';
import { demonstration, loadDemonstration } from './load';
import { people } from './people';

let folder: string;
let stores: Stores;
let projecting: ReturnType<typeof startProjecting>;
let load: () => Promise<void>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-demonstration-'));
  const configuration = configurationFrom({ ACCORD_DATA: folder, ACCORD_DEMONSTRATION: 'on' });
  stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  // Which place of an agenda is free, and what is in force for a child, is read from projections.
  projecting = startProjecting(stores, noLog);
  await projecting.ready;
  load = () => loadDemonstration(area);
  await load();
});
afterAll(async () => {
  await projecting.stop();
  await stores.close();
  await rm(folder, { recursive: true });
});

const recorded = async (): Promise<readonly RecordedEvent[]> => (await stores.events.readAll({ after: START, limit: 1_000 })).events;

/** The person of each actor, as HTTP makes it of the token that the development issuer gives. */
async function personOfActor(): Promise<ReadonlyMap<string, string>> {
  const issuer = await developmentIssuer({ folder, production: false, people, clock: systemClock });
  const named = await Promise.all(
    people.map(async ({ person }) => {
      const verdict = await issuer.verifier.verify((await issuer.tokenFor(person))?.token ?? '');
      if (!verdict.ok) throw new Error(`The token of ${person} was refused: ${verdict.code}`);
      return [nameBasedId('person', verdict.person.issuer, verdict.person.subject), person] as const;
    }),
  );
  return new Map(named);
}

const neededFor: Readonly<Record<string, Permission>> = {
  AgencyRegistered: 'agency:register',
  PanelConstituted: 'panel:constitute',
  PractitionerRegistered: 'practitioner:record',
  PractitionerSignInLinked: 'practitioner:record',
  PractitionerEmployed: 'practitioner:record',
  MeetingScheduled: 'meeting:hold',
  MeetingOpened: 'meeting:hold',
  MatterRaised: 'matter:raise',
  ViewsRecorded: 'matter:record',
  MatterPutOnAgenda: 'meeting:hold',
  PositionTaken: 'decision:record',
  DecisionRecorded: 'decision:record',
  StandingAgreementRecorded: 'agreement:record',
  StandingAgreementSigned: 'agreement:sign',
  StandingAgreementCameIntoForce: 'agreement:sign',
  ChildRecordOpened: 'child:open',
  CriterionMet: 'child:record',
};

describe('The demonstration area', () => {
  it('holds what each of its people would have done', async () => {
    const persons = await personOfActor();
    const done = new Set((await recorded()).map(({ type, metadata }) => `${type} by ${persons.get(metadata.actor) ?? 'nobody'}`));
    expect([...done].sort()).toEqual([
      'AgencyRegistered by administrator',
      'ChildRecordOpened by key-worker',
      'CriterionMet by key-worker',
      'DecisionRecorded by chair',
      'MatterPutOnAgenda by administrator',
      'MatterRaised by key-worker',
      'MeetingOpened by chair',
      'MeetingScheduled by administrator',
      'PanelConstituted by administrator',
      'PositionTaken by chair',
      'PractitionerEmployed by administrator',
      'PractitionerRegistered by administrator',
      'PractitionerSignInLinked by administrator',
      'StandingAgreementCameIntoForce by care-commissioner',
      'StandingAgreementRecorded by health-commissioner',
      'StandingAgreementSigned by care-commissioner',
      'StandingAgreementSigned by health-commissioner',
      'ViewsRecorded by key-worker',
    ]);
  });

  it('records each for the agency and in the role of that person, who may do it', async () => {
    const persons = await personOfActor();
    for (const { type, metadata } of await recorded()) {
      const person = people.find((found) => found.person === persons.get(metadata.actor));
      expect(metadata).toMatchObject({ agency: person?.agency, role: person?.role });
      expect(person && permissionsOf[person.role]).toContain(neededFor[type]);
    }
  });

  it('has every agency sign for itself', async () => {
    const signatures = (await recorded()).filter(({ type }) => type === 'StandingAgreementSigned');
    expect(signatures).toHaveLength(2);
    for (const { data, metadata } of signatures) expect(metadata.agency).toBe(data['agencyId']);
  });

  it('is loaded once, however often it is started', async () => {
    const before = await recorded();
    await load();
    expect(await recorded()).toEqual(before);
  });

  it('keeps the id of the child that its examples name', () => {
    expect(demonstration.childId).toBe('989bd494-7d01-8fa4-8573-1e5a071f8174');
  });
});
