import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { CommandOutcome, FactLoader, RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { fold, idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, RecordInMemory } from '@accord/shared/testing';
import { People, practitionersOf, registeredAgencies, schemesOf } from './people';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const today = londonDate('2025-10-01');
if (!today.ok) throw new Error(today.because);
const on = today.value;
const group = id<'agency'>(101);
const board = id<'agency'>(102);
const practitionerId = id<'practitioner'>(501);
const delegationId = id<'delegation'>(901);

/** One area with an empty record; each command of it has a key of its own. */
function anArea() {
  const record = new RecordInMemory(() => '2025-10-01T09:30:00.000Z');
  const catalogue = catalogueOf(panelEvents);
  let commands = 0;
  let names = 700;
  const events = new InMemoryEventStore(record);
  const runner = commandRunner({
    ...{ events, catalogue, personalData: new FakePersonalData(), answers: new FakeCommandAnswers(), keyedHash: (text: string) => text },
    ...{ nameBasedId: () => id(names++), keepRefused: () => Promise.resolve(0) },
  });
  const context = (agency: Id<'agency'> = board): RequestContext => ({
    ...{ commandId: `command-${commands++}`, fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency },
    ...{ role: 'panel-administrator', lawfulBasis: 'public-task', now: '2025-10-01T09:30:00.000Z', today: on },
  });
  /** Reads as a command's facts do, without naming what was read. */
  const loader: FactLoader = {
    load: async ({ category, decider }, key) => {
      const recorded = (await events.readStream(`${category}-${key}`)) ?? [];
      const bodies = recorded.map(({ type, schemaVersion, data }) => ({ type, data: catalogue.read({ type, schemaVersion, data }) }));
      // The catalogue has validated each event for the stream's own definitions.
      return { state: fold(decider, bodies as Parameters<typeof decider.evolve>[1][]), revision: recorded.at(-1)?.revision };
    },
  };
  return { record, people: new People(runner), context, loader };
}
type Area = ReturnType<typeof anArea>;

const register = ({ people, context }: Area, agencyId: Id<'agency'>, validFrom: string): Promise<CommandOutcome> =>
  people.agency(agencyId, { type: 'RegisterAgency', agencyId, name: `Agency ${agencyId}`, kind: 'integrated-care-board', validFrom }, context());
const succeed = ({ people, context }: Area, from: Id<'agency'>, to: Id<'agency'>, day: string): Promise<CommandOutcome> =>
  people.agency(from, { type: 'SucceedAgency', on: day, successors: [{ agencyId: to, functions: 'All' }], basis: 'Order' }, context());
/** Sam, whom the board employs from April 2025. */
async function employ({ people, context }: Area): Promise<void> {
  await people.practitioner(practitionerId, { type: 'RegisterPractitioner', practitionerId, on: '2025-04-01', name: 'Sam Ford' }, context());
  const post = { employmentId: id<'employment'>(551), agencyId: board, post: 'Clinical lead', roles: ['panel-member' as const], from: '2025-04-01' };
  expect(await people.practitioner(practitionerId, { type: 'EmployPractitioner', ...post }, context())).toMatchObject({ ok: true });
}
const limits = [{ per: 'week' as const, amountPence: 150_000, measuredOn: 'own-share' as const, categories: ['nursing' as const] }];
const delegate = ({ people, context }: Area, to: { practitionerId?: Id<'practitioner'>; post?: string }, acting = board): Promise<CommandOutcome> =>
  people.scheme(
    board,
    { type: 'DelegateAuthority', delegationId, agencyId: board, to, limits, from: '2025-04-01', until: null, reference: 'Scheme 4.2' },
    context(acting),
  );

describe('Agencies on record', () => {
  it('are succeeded by those that are registered; what the succession rested on is named', async () => {
    const area = anArea();
    await register(area, group, '2013-04-01');
    expect(await succeed(area, group, board, '2022-07-01')).toMatchObject({ refusal: 'agency-unknown' });
    await register(area, board, '2022-07-01');
    expect(await succeed(area, group, board, '2022-07-01')).toMatchObject({ ok: true });
    expect(area.record.all.at(-1)?.metadata.restsOn).toEqual([{ stream: `agency-${board}`, revision: 0 }]);
  });

  it('never pass their functions in a circle, which is found behind the successor named', async () => {
    const area = anArea();
    const third = id<'agency'>(103);
    for (const each of [group, board, third]) await register(area, each, '2013-04-01');
    expect(await succeed(area, board, third, '2030-04-01')).toMatchObject({ ok: true });
    expect(await succeed(area, third, group, '2029-04-01')).toMatchObject({ ok: true });
    expect(await succeed(area, group, board, '2028-04-01')).toMatchObject({ refusal: 'succession-in-circle' });
  });

  it('are told apart by whether they exist on a day', async () => {
    const area = anArea();
    await register(area, group, '2013-04-01');
    await register(area, board, '2022-07-01');
    await succeed(area, group, board, '2022-07-01');
    const existing = async (day?: string) => [...(await registeredAgencies(area.loader, [group, board, group, id(199)], day))];
    expect(await existing('2022-06-30')).toEqual([group]);
    expect(await existing('2022-07-01')).toEqual([board]);
    expect(await existing()).toEqual([group, board]);
    expect(await existing('no day')).toEqual([group, board]);
    const { ended } = await registeredAgencies(area.loader, [group], '2022-07-01');
    expect(ended?.get(group)).toEqual({ name: `Agency ${group}`, on: '2022-07-01', passedTo: [`Agency ${board}`] });
  });
});

describe('Practitioners and schemes on record', () => {
  it('keep the name sealed, under the key of the person', async () => {
    const area = anArea();
    await register(area, board, '2022-07-01');
    await employ(area);
    expect(JSON.stringify(area.record.all)).not.toContain('Sam Ford');
    const found = await practitionersOf(area.loader, [practitionerId, id(599)]);
    expect([...found].map(([, { status }]) => status)).toEqual(['registered', 'unknown']);
    expect(found.get(practitionerId)).toMatchObject({ employments: [{ agencyId: board, post: 'Clinical lead' }] });
  });

  it("rest on who is employed: authority goes to the agency's own people, by the agency itself", async () => {
    const area = anArea();
    await register(area, board, '2022-07-01');
    expect(await delegate(area, { practitionerId })).toMatchObject({ refusal: 'practitioner-unknown' });
    await employ(area);
    expect(await delegate(area, { practitionerId }, group)).toMatchObject({ refusal: 'delegation-of-another-agency' });
    expect(await delegate(area, { practitionerId })).toMatchObject({ ok: true, stream: `delegation-${board}` });
    expect(await delegate(area, { post: 'Clinical lead' })).toMatchObject({ refusal: 'delegation-already-granted' });
    const revocation = { type: 'RevokeDelegation' as const, delegationId, on: '2025-10-01', because: 'Moved on.' };
    expect(await area.people.scheme(board, revocation, area.context())).toMatchObject({ ok: true });
    const schemes = await schemesOf(area.loader, [board, group]);
    expect(schemes.get(board)?.delegations).toMatchObject([{ delegationId, until: '2025-10-01' }]);
    expect(schemes.get(group)?.delegations).toEqual([]);
  });
});
