import type { Commitment, DecisionRecorded, PackageLine } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import type { DecisionOnRecord } from './decision-state';
import { linesInForce } from './lines-in-force';
import { ratificationDecider } from './ratification';
import type { RatifyDecision } from './ratification';
import { director, ratificationFacts, ratificationRefused, ratified, rulesOf } from './sample-decided';
import { person } from './sample-meeting';
import { allFor, decisionAfter, outcomeFacts, outcomeRecorded, outcomeRules, panelWith, recordOutcome } from './sample-outcome';
import type { Happened } from './sample-outcome';
import { day, decisionId, health, lineId, numbered, percentages, pounds, proposedLine, socialCare, termsOfEachMember } from './sample-panel';
import { delegation, limit, schemes } from './sample-people';

const outcome = specification(outcomeRules);
type Data = New<typeof DecisionRecorded>['data'];
const earlierId = numbered<'decision'>(701);
const newLineId = numbered<'package-line'>(601);
/** Health's member in the chair may commit £1,500 a week; social care's member anything. */
const toMember = delegation({ to: { kind: 'person', practitionerId: person(500) } });
const careMember = delegation({
  ...{ delegationId: numbered<'delegation'>(950), agencyId: socialCare, to: { kind: 'person', practitionerId: person(502) } },
  limits: [limit({ amountPence: pounds(1_000_000) })],
});
const facts = (ofHealth = toMember, earlier: readonly Happened[] = []) =>
  outcomeFacts({
    ...{ panel: panelWith(termsOfEachMember()), ofChild: earlier.length > 0 ? [decisionAfter(...earlier)] : [] },
    schemes: new Map([...schemes(ofHealth), [socialCare, { delegations: [careMember] }]]),
  });

/** £1,620 a week from 1 October 2025 with that share of health. */
const proposed = (ofHealth: number) =>
  proposedLine({ from: '2025-10-01', rates: [{ from: '2025-10-01', weeklyPence: 162_000 }], split: percentages(ofHealth, 100 - ofHealth) });
const agreed = (ofHealth: number, changes: Partial<PackageLine> = {}): PackageLine => ({
  ...{ lineId, category: 'personal-care', period: { from: day('2025-10-01'), to: null } },
  rates: [{ from: day('2025-10-01'), weeklyPence: pounds(1_620) }],
  ...{ split: percentages(ofHealth, 100 - ofHealth), replaces: null, needs: [], budget: null, ...changes },
});
const commits = (agencyId: Commitment['agencyId'], own: number, delegationId: Commitment['delegationId']): Commitment => ({
  ...{ agencyId, weeklyOwnPence: pounds(own), weeklyGrossPence: pounds(1_620), delegationId, withinAuthority: delegationId !== null },
});
const half: Partial<Data> = {
  ...{ effect: 'at-once', lines: [agreed(50)] },
  commitments: [commits(health, 810, toMember.delegationId), commits(socialCare, 810, careMember.delegationId)],
};

/** The approval at half and half, in an earlier meeting. */
const first = outcomeRecorded({ ...half, decisionId: earlierId });
const replaces = { decisionId: earlierId, lineId };
/** The variation to health alone, from 13 October. */
const variation = outcomeRecorded({
  effect: 'awaiting-ratification',
  lines: [
    agreed(100, {
      ...{ lineId: newLineId, replaces, period: { from: day('2025-10-13'), to: null } },
      rates: [{ from: day('2025-10-13'), weeklyPence: pounds(1_620) }],
    }),
  ],
  provisions: [{ lineId: newLineId, words: 'Waking nights and morning care', outcomes: [] }],
  commitments: [commits(health, 1_620, null)],
});

function onRecord(...events: readonly Happened[]): DecisionOnRecord {
  const state = decisionAfter(...events);
  if (state.status !== 'recorded') throw new Error('The decision is on record.');
  return state;
}
/** Health's shares, in per cent, of the lines that run on that day beside each other. */
const sharesOfHealthOn = (on: string, ...decisions: readonly DecisionOnRecord[]) =>
  linesInForce(decisions, day(on))
    .filter(({ period }) => period.from <= on)
    .map(({ split }) => (split.parts.find(({ agencyId }) => agencyId === health)?.weight ?? 0) / 100);

describe("Worked example 8: health's member may commit £1,500 a week of health's own share", () => {
  it('a line of £1,620 at 50 % is £810, and has effect at once', () => {
    outcome.given(...allFor).when(recordOutcome({ lines: [proposed(50)] }), facts()).then(outcomeRecorded(half));
    expect(sharesOfHealthOn('2025-10-20', onRecord(first))).toEqual([50]);
  });

  it('varied to 100 % it is £1,620, and awaits ratification', () => {
    const varied = { ...proposed(100), lineId: newLineId, replaces, from: '2025-10-13', rates: [{ from: '2025-10-13', weeklyPence: 162_000 }] };
    outcome.given(...allFor).when(recordOutcome({ lines: [varied] }), facts(toMember, [first])).then(variation);
  });

  it('the old split goes on meanwhile, and for good where ratification is refused', () => {
    expect(sharesOfHealthOn('2025-10-20', onRecord(first), onRecord(variation))).toEqual([50]);
    expect(sharesOfHealthOn('2026-10-20', onRecord(first), onRecord(variation, ratificationRefused))).toEqual([50]);
  });

  it('ratified by the director the new split takes its place, from the day of the ratification', () => {
    const ratify: RatifyDecision = { type: 'RatifyDecision', practitionerId: director.practitionerId, on: '2025-10-20' };
    specification(rulesOf(ratificationDecider)).given(variation).when(ratify, ratificationFacts()).then(ratified());
    const after = onRecord(variation, ratified());
    expect(after).toMatchObject({ decisionId, standing: 'in-effect', effectiveFrom: '2025-10-20' });
    expect(sharesOfHealthOn('2025-10-20', onRecord(first), after)).toEqual([100]);
  });

  it('a second matter of the same day counts with the first, whether that is in effect or awaits ratification', () => {
    const second = { ...proposed(45), lineId: newLineId };
    const beside = (...events: readonly Happened[]) => {
      const decided = outcomeRules.decider.decide(recordOutcome({ lines: [second] }), decisionAfter(...allFor), facts(toMember, events));
      return decided.ok ? decided.events.map(({ data }) => ('effect' in data ? data.effect : undefined)) : decided.refusal;
    };
    expect(beside()).toEqual(['at-once']);
    const other = { ...half, decisionId: earlierId };
    expect(beside(outcomeRecorded(other))).toEqual(['awaiting-ratification']);
    const awaiting = outcomeRecorded({ ...other, effect: 'awaiting-ratification' });
    expect(beside(awaiting)).toEqual(['awaiting-ratification']);
    expect(beside(awaiting, { ...ratificationRefused, data: { ...ratificationRefused.data, decisionId: earlierId } })).toEqual(['at-once']);
    expect(beside(outcomeRecorded({ ...other, on: day('2025-09-30') }))).toEqual(['at-once']);
  });

  it('with the same limit on the gross cost, the line at 50 % awaits ratification as well', () => {
    const gross = { ...toMember, limits: [limit({ measuredOn: 'gross' })] };
    const commitments = [commits(health, 810, null), commits(socialCare, 810, careMember.delegationId)];
    outcome
      .given(...allFor)
      .when(recordOutcome({ lines: [proposed(50)] }), facts(gross))
      .then(outcomeRecorded({ ...half, effect: 'awaiting-ratification', commitments }));
  });
});
