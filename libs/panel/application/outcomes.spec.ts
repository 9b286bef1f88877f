import { createHash } from 'node:crypto';
import { panelEvents } from '@accord/panel/contracts';
import { commandRunner } from '@accord/shared/commands';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { Considerations } from './considerations';
import { decisionIdOf } from './decision-facts';
import { Outcomes } from './outcomes';
import type { OutcomeOf } from './outcomes';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const read = londonDate('2025-10-01');
if (!read.ok) throw new Error(read.because);
const today = read.value;
const now = '2025-10-01T12:00:00.000Z';
const nameBasedId = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const [agencyId, panelId, childId, matterId, seatId] = [id<'agency'>(101), id<'panel'>(301), id<'child'>(801), id<'matter'>(901), id<'seat'>(201)];
const [first, second] = [id<'meeting'>(401), id<'meeting'>(402)];
const practitionerId = id<'practitioner'>(501);

const constituted: ClearEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [{ seatId, agencyId, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId] },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
      ...{ ratifiers: [], papersNotice: 5, urgent: null },
    },
  },
};
const sat = (meetingId: string, openedAt: string): readonly ClearEvent[] => [
  { type: 'MeetingScheduled', data: { meetingId, panelId, on: today, startsAt: null, place: null } },
  { type: 'MeetingOpened', data: { meetingId, panelId, on: today, openedAt, chairSeatId: seatId, present: [{ seatId, practitionerId, as: 'member' }] } },
];
const inHand: readonly ClearEvent[] = [
  {
    type: 'MatterRaised',
    data: {
      ...{ matterId, childId, on: '2025-09-01', panelId, agencyId, kind: 'new-package', needs: ['breathing'], asks: 'Nights' },
      ...{ outcomesWanted: [], lines: [], provisions: [] },
    },
  },
  ...['child', 'family'].map((of) => ({ type: 'ViewsNotObtained', data: { matterId, childId, on: '2025-09-02', of, because: 'Away' } })),
  ...[first, second].map((meetingId) => ({
    type: 'MatterPutOnAgenda',
    data: { matterId, childId, on: '2025-09-03', meetingId, panelId, place: 1, startsAt: null },
  })),
];

/** An area in which one agency's panel sits twice on a day, with the matter before it both times. */
async function anArea() {
  const catalogue = catalogueOf(panelEvents);
  const events = new InMemoryEventStore();
  const record = async (stream: string, happened: readonly ClearEvent[]) => {
    for (const { type, data } of happened) {
      const definition = catalogue.check(type, data);
      await appended(events, stream, [anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version })]);
    }
  };
  await record(`agency-${agencyId}`, [{ type: 'AgencyRegistered', data: { agencyId, name: 'An ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' } }]);
  await record(`panel-${panelId}`, [constituted]);
  await record(`meeting-${first}`, sat(first, '2025-10-01T09:00:00.000Z'));
  await record(`meeting-${second}`, sat(second, '2025-10-01T10:00:00.000Z'));
  await record(`matter-${matterId}`, inHand);
  const runner = commandRunner({
    ...{ events, catalogue, nameBasedId, personalData: new FakePersonalData(), answers: new FakeCommandAnswers() },
    ...{ keyedHash: (text) => text, keepRefused: () => Promise.resolve(0) },
  });
  const asked: string[] = [];
  const decisionsOfChild = { inForce: (child: string) => Promise.resolve((asked.push(child), [])) };
  const outcomes = new Outcomes({ runner, nameBasedId, decisionsOfChild });
  return { events, asked, outcomes, considerations: new Considerations({ runner, nameBasedId }) };
}

const context = (commandId: string): RequestContext => ({
  ...{ commandId, fingerprint: 'body', correlationId: 'request-1', actor: 'person-1', agency: agencyId },
  ...{ role: 'panel-chair', lawfulBasis: 'public-task', now, today },
});
const position = (meetingId: Id<'meeting'>) => ({
  ...{ type: 'TakePosition' as const, matterId, meetingId, seatId, position: 'supports' as const, at: '2025-10-01T10:05:00.000Z', now },
});
const approval = (meetingId: Id<'meeting'>): OutcomeOf => ({
  ...{ type: 'RecordOutcome', matterId, meetingId, at: '2025-10-01T10:10:00.000Z', now, outcome: 'approved', withoutPrejudice: false },
  ...{ decided: 'Nights', reasons: 'Assessed', evidence: 'The assessment', papers: [], ends: [], conditions: [] },
  lines: [
    {
      ...{ lineId: id<'package-line'>(601), category: 'nursing', provision: 'Nights', from: '2025-10-06', to: null, replaces: null, needs: [], budget: null, outcomes: [] },
      ...{ rates: [{ from: '2025-10-06', weeklyPence: 100_000 }], split: { kind: 'ratio', parts: [{ agencyId, weight: 1 }] } },
    },
  ],
});
const refusalOf = (outcome: CommandOutcome) => (outcome.ok ? 'accepted' : outcome.refusal);

describe('What is said and decided of a matter in a meeting', () => {
  it('stands in one stream, whose name follows from the two, and names what it rests on', async () => {
    const { events, outcomes, considerations } = await anArea();
    const said = await considerations.consider(position(first), context('position'));
    const decided = await outcomes.record(approval(first), context('outcome'));
    const stream = `decision-${decisionIdOf(nameBasedId, matterId, first)}` as const;
    expect([said, decided]).toMatchObject([{ ok: true, stream, revision: 0 }, { ok: true, stream, revision: 1 }]);
    const recorded = (await events.readStream(stream)) ?? [];
    expect(recorded.at(-1)?.metadata.restsOn?.map((fact) => fact.stream)).toEqual(
      [`agency-${agencyId}`, `matter-${matterId}`, `meeting-${first}`, `panel-${panelId}`],
    );
  });

  it('asks which decisions are in force for the child only where something is provided', async () => {
    const { asked, outcomes, considerations } = await anArea();
    await considerations.consider(position(first), context('position'));
    const deferred = { ...approval(first), lines: [], outcome: 'deferred' as const, missing: 'The costing', returnsOn: '2025-11-05' };
    expect(refusalOf(await outcomes.record(deferred, context('deferral')))).toBe('accepted');
    expect(asked).toEqual([]);
    await considerations.consider(position(second), context('position again'));
    expect(refusalOf(await outcomes.record(approval(second), context('outcome')))).toBe('accepted');
    expect(asked).toEqual([childId]);
  });

  it('is decided once, whatever meeting comes next', async () => {
    const { outcomes, considerations } = await anArea();
    for (const meetingId of [first, second]) await considerations.consider(position(meetingId), context(`position in ${meetingId}`));
    expect(refusalOf(await outcomes.record(approval(first), context('outcome')))).toBe('accepted');
    expect(refusalOf(await outcomes.record(approval(second), context('another outcome')))).toBe('matter-already-decided');
  });

  it('of an urgent decision goes to the stream of that decision, and is refused where there is none', async () => {
    const { considerations } = await anArea();
    const outcome = await considerations.consider({ ...position(first), ofUrgent: true }, context('urgent'));
    expect(refusalOf(outcome)).toBe('not-urgently-decided');
  });

  it('rests on meetings and matters that are there', async () => {
    const { outcomes } = await anArea();
    expect(refusalOf(await outcomes.record({ ...approval(first), meetingId: id<'meeting'>(499) }, context('outcome')))).toBe('meeting-unknown');
    expect(refusalOf(await outcomes.record({ ...approval(first), matterId: id<'matter'>(999) }, context('other outcome')))).toBe('matter-unknown');
    expect(refusalOf(await outcomes.record({ ...approval(first), at: 'ten' }, context('at no time')))).toBe('not-an-instant');
  });
});
