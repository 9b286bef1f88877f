import { createHash } from 'node:crypto';
import { panelEvents } from '@accord/panel/contracts';
import type { RatificationCommand, RequestCorrection } from '@accord/panel/domain';
import { commandRunner } from '@accord/shared/commands';
import type { CommandRunner, RequestContext } from '@accord/shared/commands';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate, londonDateOf } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { FakeCommandAnswers, FakePersonalData, InMemoryEventStore, anEvent, appended, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { Breaches } from './breaches';
import { Corrections } from './corrections';
import { decisionIdOf } from './decision-facts';
import { Deliveries } from './deliveries';
import { lapseUrgentDecisions } from './lapses';
import { Ratifications } from './ratifications';
import { UrgentDecisions } from './urgent-decisions';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string) {
  const read = londonDate(text);
  if (!read.ok) throw new Error(read.because);
  return read.value;
}
const nameBasedId = (...parts: readonly string[]) => {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

const [health, panelId, childId, matterId, meetingId] = [id<'agency'>(101), id<'panel'>(301), id<'child'>(801), id<'matter'>(901), id<'meeting'>(401)];
const [decisionId, lineId, conditionId] = [id<'decision'>(701), id<'package-line'>(601), id<'condition'>(1)];
const care = id<'agency'>(102);
const [director, decider] = [id<'practitioner'>(501), id<'practitioner'>(502)];
const urgentId = decisionIdOf(nameBasedId, matterId, 'urgent');
const now = '2025-10-20T18:00:00.000Z';

const split = { kind: 'ratio' as const, parts: [{ agencyId: health, weight: 1 }] };
const line = { lineId, category: 'nursing' as const, period: { from: '2025-10-01', to: null }, rates: [{ from: '2025-10-01', weeklyPence: 162_000 }], split, replaces: null, needs: [], budget: null };
const proposed = { lineId, category: 'nursing' as const, provision: 'Nights', from: '2025-10-01', to: null, rates: line.rates, split, replaces: null, needs: [], budget: null, outcomes: [] };
const decided = (changes: object = {}): ClearEvent => ({
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId, panelId, matterId, meetingId, childId, on: '2025-10-01', at: '2025-10-01T10:00:00.000Z', outcome: 'approved' },
    ...{ effect: 'awaiting-ratification', withoutPrejudice: false, needs: ['seizures'], decided: 'Nights', reasons: 'Need', evidence: 'Assessment' },
    ...{ returnsOn: null, referredTo: null, urgent: null, positions: [], contributionsDeclined: [], papers: [], lines: [line] },
    ...{ provisions: [{ lineId, words: 'Nights' }], ends: [], conditions: [], conditionWords: [] },
    commitments: [{ agencyId: health, weeklyOwnPence: 162_000, weeklyGrossPence: 162_000, delegationId: null, withinAuthority: false }],
    sitting: {
      ...{ termsVersion: 1, decisionMode: 'consensus', chairSeatId: id(201), recused: [], quorate: true, votes: null },
      present: [{ seatId: id(201), agencyId: health, practitionerId: decider, as: 'member', voting: true }],
    },
    ...changes,
  },
});
const person = (practitionerId: string, post: string, actorId: string): ClearEvent[] => [
  { type: 'PractitionerRegistered', data: { practitionerId, on: '2020-04-01', name: 'Somebody', actorId } },
  { type: 'PractitionerEmployed', data: { practitionerId, employmentId: practitionerId, agencyId: health, post, roles: ['panel-member'], from: '2020-04-01' } },
];
const registered: ClearEvent = {
  type: 'AgencyRegistered',
  data: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01' },
};
const constituted: ClearEvent = {
  type: 'PanelConstituted',
  data: {
    ...{ panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', draftId: null },
    termsOfReference: {
      seats: [health, care].map((agencyId, place) => ({ ...{ seatId: id(201 + place), agencyId, post: 'Chair', standing: 'voting' }, ...{ deputies: 'none', deputyPosts: [] } })),
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [id(201)], papersNotice: 0 },
      commitment: { authority: 'of-each-member', weeklyLimitPence: null, categories: ['nursing'] },
      ratifiers: [{ agencyId: health, post: 'Director' }],
      urgent: { officers: [{ agencyId: health, post: 'Director' }], officersNeeded: 1, ratifyWithinDays: 14 },
    },
  },
};
const ofMatter = { matterId, childId, on: '2025-09-08' };
const raised: ClearEvent[] = [
  {
    type: 'MatterRaised',
    data: {
      ...{ ...ofMatter, panelId, agencyId: health, kind: 'new-package', needs: ['seizures'], asks: 'Nights' },
      ...{ outcomesWanted: [], lines: [], provisions: [] },
    },
  },
  ...['child', 'family'].map((of) => ({ type: 'ViewsNotObtained', data: { ...ofMatter, of, because: 'Not reached' } })),
];

/** An area with a panel, a director who may ratify, somebody who decided, and a matter. */
async function anArea(wrap: (runner: CommandRunner) => CommandRunner = (runner) => runner) {
  const catalogue = catalogueOf(panelEvents);
  const events = new InMemoryEventStore();
  const append = async (stream: string, ...recorded: readonly ClearEvent[]) => {
    for (const { type, data } of recorded) {
      const definition = catalogue.check(type, data);
      await appended(events, stream, [anEvent({ type, data: sealedData(definition, data), schemaVersion: definition.version })]);
    }
  };
  await append(`agency-${health}`, registered);
  await append(`panel-${panelId}`, constituted);
  await append(`practitioner-${director}`, ...person(director, 'Director', 'sign-in of the director'));
  await append(`practitioner-${decider}`, ...person(decider, 'Head', 'sign-in of the decider'));
  await append(`matter-${matterId}`, ...raised);
  const runner = wrap(
    commandRunner({
      ...{ events, catalogue, nameBasedId, personalData: new FakePersonalData(), answers: new FakeCommandAnswers() },
      ...{ keyedHash: (text: string) => text, keepRefused: () => Promise.resolve(0) },
    }),
  );
  const recorded = async (stream: string) => (await events.readStream(stream)) ?? [];
  const decisionsOfChild = { inForce: () => Promise.resolve([decisionId]) };
  return { append, runner, recorded, options: { runner, nameBasedId, decisionsOfChild } };
}

let commands = 0;
const by = (actor: string, changes: Partial<RequestContext> = {}): RequestContext => ({
  ...{ commandId: nameBasedId('command', String(commands++)), fingerprint: 'body', correlationId: 'request-1', actor, agency: health },
  ...{ role: 'ratifying-officer', lawfulBasis: 'public-task', now, today: londonDateOf(now), ...changes },
});
const ratify: RatificationCommand = { type: 'RatifyDecision', practitionerId: director, on: '2025-10-20' };

describe('What follows a decision rests on its stream and those around it', () => {
  it('a ratification on the panel, the ratifier, the scheme of delegation, and those who decided', async () => {
    const { append, options, recorded } = await anArea();
    await append(`decision-${decisionId}`, decided());
    const ratifications = new Ratifications(options);
    expect(await ratifications.ratify(decisionId, ratify, by('sign-in of the decider'))).toMatchObject({ refusal: 'ratified-by-decider', kept: true });
    expect(await ratifications.ratify(decisionId, ratify, by('sign-in of the director'))).toMatchObject({ ok: true });
    const [, event] = await recorded(`decision-${decisionId}`);
    expect(event?.metadata.restsOn?.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining([`panel-${panelId}`, `practitioner-${director}`, `practitioner-${decider}`]),
    );
    expect(await ratifications.ratify(id(799), ratify, by('sign-in of the director'))).toMatchObject({ refusal: 'decision-unknown' });
  });

  it('a correction on the agencies that it names, by two sign-ins', async () => {
    const { append, runner } = await anArea();
    await append(`decision-${decisionId}`, decided({ effect: 'at-once' }));
    const corrections = new Corrections(runner);
    const request: RequestCorrection = { type: 'RequestCorrection', correctionId: id(981), because: 'A slip', lines: [{ ...proposed, rates: [{ from: '2025-10-01', weeklyPence: 126_000 }] }] };
    const stranger = { ...proposed, split: { kind: 'ratio' as const, parts: [{ agencyId: id<'agency'>(199), weight: 1 }] } };
    expect(await corrections.correct(decisionId, { ...request, lines: [stranger] }, by('one'))).toMatchObject({ refusal: 'agency-unknown' });
    expect(await corrections.correct(decisionId, request, by('one'))).toMatchObject({ ok: true });
    const approve = { type: 'ApproveCorrection' as const, correctionId: id<'correction'>(981) };
    expect(await corrections.correct(decisionId, approve, by('one'))).toMatchObject({ refusal: 'corrected-by-requester', kept: true });
    expect(await corrections.correct(decisionId, approve, by('another'))).toMatchObject({ refusal: 'correction-within-one-agency', kept: true });
    expect(await corrections.correct(decisionId, approve, by('another', { agency: care }))).toMatchObject({ ok: true });
  });

  it('a correction also on the decision whose line it goes on to replace, though the request does not repeat it', async () => {
    const { append, runner, recorded } = await anArea();
    const [earlier, earlierLine] = [id<'decision'>(690), id<'package-line'>(590)];
    await append(`decision-${earlier}`, decided({ decisionId: earlier, effect: 'at-once', lines: [{ ...line, lineId: earlierLine }] }));
    await append(`decision-${decisionId}`, decided({ effect: 'at-once', lines: [{ ...line, replaces: { decisionId: earlier, lineId: earlierLine } }] }));
    const request: RequestCorrection = { type: 'RequestCorrection', correctionId: id(982), because: 'A slip', lines: [{ ...proposed, rates: [{ from: '2025-10-01', weeklyPence: 126_000 }] }] };
    expect(await new Corrections(runner).correct(decisionId, request, by('one'))).toMatchObject({ ok: true });
    const [, event] = await recorded(`decision-${decisionId}`);
    expect(event?.metadata.restsOn?.map(({ stream }) => stream)).toContain(`decision-${earlier}`);
    expect(event?.data).toMatchObject({ lines: [{ replaces: { decisionId: earlier, lineId: earlierLine } }] });
  });

  it('a waiver on the seats of the panel, a report of delivery on the decision alone', async () => {
    const { append, runner } = await anArea();
    const conditions = { conditions: [{ conditionId, owner: { agencyId: health, post: 'Head' }, dueOn: '2025-11-01' }], conditionWords: [{ conditionId, words: 'A sitter' }] };
    await append(`decision-${decisionId}`, decided({ effect: 'at-once', outcome: 'approved-with-conditions', ...conditions }));
    const deliveries = new Deliveries(runner);
    const elsewhere = by('somebody', { agency: id(199) });
    const waive = { type: 'WaiveCondition' as const, conditionId, on: '2025-10-20', because: 'Not needed' };
    expect(await deliveries.report(decisionId, waive, elsewhere)).toMatchObject({ refusal: 'agency-without-seat' });
    expect(await deliveries.report(decisionId, waive, by('somebody'))).toMatchObject({ ok: true });
    const start = { type: 'StartProvision' as const, lineId, on: '2025-10-20', provider: 'Night Care Ltd' };
    expect(await deliveries.report(decisionId, start, by('a key worker', { agency: id(199) }))).toMatchObject({ ok: true });
  });

  it('a breach on everything that it names', async () => {
    const { append, runner, recorded } = await anArea();
    await append(`decision-${decisionId}`, decided());
    const breach = {
      ...{ type: 'RecordBreach' as const, breachId: id<'breach'>(971), panelId, meetingId: null, matterId, decisionId, childId: null },
      ...{ on: '2025-10-01', rule: 'meeting-inquorate', account: 'Over lunch', saidBy: 'The minute taker' },
    };
    expect(await new Breaches(runner).record(breach.breachId, breach, by('an inspector'))).toMatchObject({ ok: true });
    const [event] = await recorded(`breach-${breach.breachId}`);
    expect(event?.data).toMatchObject({ childId, sealedFor: childId });
    expect(event?.metadata.restsOn?.map(({ stream }) => stream)).toEqual([`decision-${decisionId}`, `matter-${matterId}`, `panel-${panelId}`]);
  });
});

describe('An urgent decision', () => {
  const take = {
    ...{ type: 'TakeUrgentDecision' as const, at: '2025-10-03T15:00:00.000Z', now, outcome: 'approved' as const, withoutPrejudice: false },
    ...{ officers: [{ agencyId: health, practitionerId: director }], urgency: 'Discharge', decided: 'Nights', reasons: 'Need', evidence: 'Assessment' },
    ...{ papers: [], lines: [proposed], ends: [], conditions: [] },
  };
  /** An area in which it was taken on Friday 3 October 2025, and the nightly job of a day. */
  async function taken(wrap?: (runner: CommandRunner) => CommandRunner) {
    const area = await anArea(wrap);
    const outcome = await new UrgentDecisions(area.options).take(matterId, take, by('sign-in of the director'));
    const asked: string[] = [];
    const due = {
      dueBy: (on: string) => {
        asked.push(on);
        return Promise.resolve([urgentId]);
      },
    };
    const nightOf = (instant: string) => lapseUrgentDecisions({ runner: area.runner, due, nameBasedId, clock: { now: () => instant } });
    return { ...area, outcome, asked, nightOf };
  }

  it('has the id that follows from its matter, so that it is taken once', async () => {
    const { outcome, options } = await taken();
    expect(outcome).toMatchObject({ ok: true, stream: `decision-${urgentId}` });
    expect(await new UrgentDecisions(options).take(matterId, take, by('somebody'))).toMatchObject({ refusal: 'decision-already-recorded' });
  });

  it('lapses in the night after its last day, once, in the name of nobody', async () => {
    const { nightOf, recorded, asked } = await taken();
    expect(await nightOf('2025-10-16T23:10:00.000Z')).toBe(0);
    expect(await nightOf('2025-10-17T23:10:00.000Z')).toBe(1);
    expect(await nightOf('2025-10-17T23:10:00.000Z')).toBe(1);
    expect(await nightOf('2025-10-18T23:10:00.000Z')).toBe(0);
    // It is ten past midnight in London.
    expect(asked).toEqual(['2025-10-17', '2025-10-18', '2025-10-18', '2025-10-19']);
    const [, lapse, ...more] = await recorded(`decision-${urgentId}`);
    expect(more).toEqual([]);
    expect(lapse).toMatchObject({ type: 'UrgentDecisionLapsed', data: { on: day('2025-10-18'), ratifyBy: day('2025-10-17') } });
    expect(lapse?.metadata).toMatchObject({ actor: nameBasedId('person', 'accord', 'record-lapses'), role: 'record-lapses' });
  });

  it('that is busy makes the job try again', async () => {
    const refusal = { ok: false, refusal: 'stream-busy', kind: 'conflict', title: 'Busy', because: 'Try again.' } as const;
    const busy = (runner: CommandRunner): CommandRunner => ({
      run: (request) => (request.command.type === 'LapseUrgentDecision' ? Promise.resolve(refusal) : runner.run(request)),
    });
    const { nightOf } = await taken(busy);
    await expect(nightOf('2025-10-17T23:10:00.000Z')).rejects.toThrow('busy');
  });

  it('is not the panel’s to ratify where there is no matter', async () => {
    const { append, options } = await anArea();
    await append(`decision-${decisionId}`, decided({ matterId: null }));
    const command = { type: 'PanelRatifiesUrgent' as const, meetingId, at: now, now };
    expect(await new Ratifications(options).byThePanel(decisionId, command, by('somebody'))).toMatchObject({ refusal: 'decision-not-urgent' });
  });
});
