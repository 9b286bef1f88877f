import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { panelEvents } from '@accord/panel/contracts';
import { directory, people } from '@accord/panel/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { FakePersonalData, InMemoryEventStore, RecordInMemory, anEvent, sealedData } from '@accord/shared/testing';
import { AgencyList } from './agency-list';
import { PeopleList } from './people-list';
import { RecordedEvents } from './recorded-events';
import { SchemeList } from './scheme-list';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const [group, board, trust, unknown] = [101, 102, 103, 199].map((number) => numbered<'agency'>(number)) as [Id<'agency'>, Id<'agency'>, Id<'agency'>, Id<'agency'>];
const [robin, sam] = [numbered<'practitioner'>(501), numbered<'practitioner'>(502)];
const delegationId = numbered<'delegation'>(901);
// Days that exist.
const day = (text: string) => text as LondonDate;

const agency = (agencyId: string, name: string, validFrom: string) => ({ type: 'AgencyRegistered', data: { agencyId, name, kind: 'integrated-care-board', validFrom } });
const practitioner = (practitionerId: string, name: string) => ({ type: 'PractitionerRegistered', data: { practitionerId, on: '2025-04-01', name } });
const ofPost = (practitionerId: string, number: number, agencyId: string) => ({ practitionerId, employmentId: numbered(number), agencyId, post: `Post ${number}` });
const employed = (post: object, from: string) => ({ type: 'PractitionerEmployed', data: { ...post, roles: ['panel-member'], from } });
const limits = [{ per: 'week', amountPence: 150_000, measuredOn: 'own-share', categories: ['nursing'] }];

const signIn = (practitionerId: string, actorId: string) => ({ type: 'PractitionerSignInLinked', data: { practitionerId, actorId, on: '2025-10-01' } });

/** What was recorded, each in the minute after the one before, from 09:00 on. */
const recorded: readonly { readonly type: string; readonly data: object }[] = [
  agency(group, 'Northshire CCG', '2013-04-01'),
  agency(board, 'Northshire ICB', '2022-07-01'),
  agency(trust, 'Northshire Trust', '2010-04-01'),
  practitioner(robin, 'Robin Marsh'),
  practitioner(sam, 'Sam Ford'),
  employed(ofPost(robin, 551, group), '2019-04-01'),
  employed(ofPost(sam, 552, board), '2025-04-01'),
  {
    type: 'AuthorityDelegated',
    data: { delegationId, agencyId: board, to: { kind: 'person', practitionerId: sam }, limits, from: '2025-04-01', until: '2026-04-01', reference: 'Scheme 4.2' },
  },
  // 09:08
  {
    type: 'AgencySucceeded',
    data: { agencyId: group, on: '2022-07-01', basis: 'Health and Care Act 2022 s.14', successors: [{ agencyId: board, functions: 'Commissioning' }, { agencyId: trust, functions: 'Nursing' }] },
  },
  { type: 'EmploymentEnded', data: { ...ofPost(robin, 551, group), to: '2022-07-01' } },
  { type: 'DelegationRevoked', data: { delegationId, agencyId: board, on: '2025-10-01', because: 'Moved on.' } },
  // 09:11
  signIn(robin, 'one'),
  signIn(sam, 'two'),
  signIn(robin, 'three'),
];
const beforeTheEnds = '2025-10-01T09:07:30.000Z';

const folder = mkdtempSync(join(tmpdir(), 'accord-people-'));
const catalogue = catalogueOf(panelEvents);
const personalData = new FakePersonalData();
let read: ReadStore;
let stopProjecting: () => Promise<void>;
beforeAll(async () => {
  read = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  let minute = 0;
  const events = new InMemoryEventStore(new RecordInMemory(() => new Date(Date.UTC(2025, 9, 1, 9, minute++)).toISOString()));
  const runner = runProjections({ store: read, events, catalogue, projections: [directory, people] });
  stopProjecting = () => runner.stop();
  await runner.ready;
  for (const [place, { type, data }] of recorded.entries()) {
    const definition = catalogue.check(type, data);
    const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
    await events.append(`${definition.stream}-${numbered(700 + place)}`, 'no-stream', [event]);
  }
  await projectionProgress(read).waitFor(['directory', 'people'], await events.head(), 10_000);
});
afterAll(async () => {
  await stopProjecting();
  await read.close();
  rmSync(folder, { recursive: true });
});

describe('The agencies of an area', () => {
  const names = async (asOf: Parameters<AgencyList['agencies']>[0]) => (await new AgencyList(read).agencies(asOf)).agencies.map(({ name }) => name);

  it('are all that ever were, with what became of them, or those that exist on a day', async () => {
    const { agencies } = await new AgencyList(read).agencies();
    expect(agencies).toMatchObject([
      {
        ...{ agencyId: group, validFrom: '2013-04-01', validTo: '2022-07-01', endedBecause: 'Health and Care Act 2022 s.14' },
        successors: [{ agencyId: board, functions: 'Commissioning' }, { agencyId: trust, functions: 'Nursing' }],
      },
      { agencyId: board },
      { agencyId: trust },
    ]);
    expect(agencies[1]).not.toHaveProperty('validTo');
    expect(await names({ asAt: day('2022-06-30') })).toEqual(['Northshire CCG', 'Northshire Trust']);
    expect(await names({ asAt: day('2022-07-01') })).toEqual(['Northshire ICB', 'Northshire Trust']);
  });

  it('are told as they were known before anybody recorded an end', async () => {
    expect(await names({ asAt: day('2025-01-01'), knownAt: beforeTheEnds })).toEqual(['Northshire CCG', 'Northshire ICB', 'Northshire Trust']);
  });

  it('are followed to those who have their functions on the day', async () => {
    const list = new AgencyList(read);
    const by = { on: '2022-07-01', from: group, fromName: 'Northshire CCG' };
    expect(await list.succession(group)).toMatchObject({
      agency: { agencyId: group },
      successors: [
        { ...{ agencyId: board, name: 'Northshire ICB', is: 'present', functions: 'Commissioning', since: '2022-07-01' }, by: [{ ...by, to: board, toName: 'Northshire ICB' }] },
        { ...{ agencyId: trust, functions: 'Nursing' }, by: [{ ...by, to: trust, functions: 'Nursing' }] },
      ],
    });
    expect(await list.succession(group, { asAt: day('2022-06-30') })).toMatchObject({ successors: [] });
    expect(await list.succession(unknown)).toBeUndefined();
    expect(await list.successorsOf(group)).toEqual([board, trust]);
    expect(await list.successorsOf(board)).toEqual([board]);
    expect(await list.predecessorsOf(board)).toEqual([group]);
    expect(await list.predecessorsOf(board, { knownAt: beforeTheEnds })).toEqual([]);
  });
});

describe('The practitioners of an area', () => {
  const first = { limit: 50, cursor: undefined };
  const list = () => new PeopleList(read, new RecordedEvents(catalogue, personalData));
  const names = async (asked: Parameters<PeopleList['practitioners']>[0]) =>
    (await list().practitioners(asked, first)).practitioners.map(({ name, employments }) => [name, employments.length]);

  it('are told by name with their posts over time', async () => {
    expect(await list().practitioners({}, first)).toMatchObject({
      practitioners: [
        { practitionerId: robin, name: 'Robin Marsh', registeredOn: '2025-04-01', employments: [{ agencyId: group, post: 'Post 551', roles: ['panel-member'], from: '2019-04-01', to: '2022-07-01' }] },
        { practitionerId: sam, name: 'Sam Ford', employments: [{ agencyId: board, from: '2025-04-01' }] },
      ],
    });
  });

  it('with a day hold the posts of that day; of an agency are those with a post there', async () => {
    expect(await names({ asAt: day('2022-06-30') })).toEqual([['Robin Marsh', 1]]);
    expect(await names({ asAt: day('2022-07-01') })).toEqual([]);
    expect(await names({ asAt: day('2025-04-01') })).toEqual([['Robin Marsh', 0], ['Sam Ford', 1]]);
    expect(await names({ agencyId: group })).toEqual([['Robin Marsh', 1]]);
    expect(await names({ agencyId: group, asAt: day('2025-04-01') })).toEqual([]);
    expect(await names({ agencyId: group, asAt: day('2025-04-01'), knownAt: beforeTheEnds })).toEqual([['Robin Marsh', 1]]);
    expect(await names({ agencyId: trust })).toEqual([]);
  });

  it('sign in as was said last; somebody else’s sign-in, or one that was given up, is nobody’s', async () => {
    const signedIn = async (asked: Parameters<PeopleList['practitioners']>[0]) => (await list().practitioners(asked, first)).practitioners.map(({ actorId }) => actorId);
    expect(await signedIn({})).toEqual(['three', 'two']);
    expect(await signedIn({ knownAt: '2025-10-01T09:11:30.000Z' })).toEqual(['one', undefined]);
    expect(await Promise.all(['one', 'two', 'three', 'four'].map((actorId) => list().signedInAs(actorId)))).toEqual([undefined, sam, robin, undefined]);
  });

  it('come in pages', async () => {
    const page = await list().practitioners({}, { limit: 1, cursor: undefined });
    expect(page.practitioners.map(({ practitionerId }) => practitionerId)).toEqual([robin]);
    expect(page.next).toBeDefined();
    const second = await list().practitioners({}, { limit: 1, cursor: robin });
    expect(second.practitioners.map(({ practitionerId }) => practitionerId)).toEqual([sam]);
    expect(second).not.toHaveProperty('next');
  });

  it('have no name any more once their own key is destroyed; everybody else keeps theirs', async () => {
    expect([...(await list().namesOf([robin, sam, unknown]))]).toEqual([[robin, 'Robin Marsh'], [sam, 'Sam Ford']]);
    const after = new FakePersonalData();
    after.erase(robin);
    const names = await new PeopleList(read, new RecordedEvents(catalogue, after)).namesOf([robin, sam]);
    expect([...names]).toEqual([[robin, null], [sam, 'Sam Ford']]);
  });
});

describe("An agency's scheme of delegation", () => {
  const scheme = () => new SchemeList(read);
  const ends = async (asOf: Parameters<SchemeList['delegations']>[1]) => (await scheme().delegations(board, asOf)).map(({ until }) => until);

  it('tells every delegation, and how it ended', async () => {
    expect(await scheme().delegations(board)).toEqual([
      {
        ...{ delegationId, to: { practitionerId: sam }, limits, from: '2025-04-01', until: '2025-10-01', reference: 'Scheme 4.2' },
        revoked: { on: '2025-10-01', because: 'Moved on.' },
      },
    ]);
    expect(await scheme().delegations(group)).toEqual([]);
  });

  it('tells on a day those in force on it', async () => {
    expect(await ends({ asAt: day('2025-03-31') })).toEqual([]);
    expect(await ends({ asAt: day('2025-09-30') })).toEqual(['2026-04-01']);
    expect(await ends({ asAt: day('2025-10-01') })).toEqual([]);
    expect(await ends({ asAt: day('2025-10-01'), knownAt: beforeTheEnds })).toEqual(['2026-04-01']);
  });
});
