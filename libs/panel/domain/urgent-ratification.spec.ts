import type { UrgentDecisionNotRatified, UrgentDecisionRatified } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { hasEffectOn } from './decision-effect';
import { lapsed, londonTime, meetingOn, rulesOf, takenUrgently, votesOn } from './sample-decided';
import { staff } from './sample-meeting';
import { contributionDeclined, decisionAfter, five, panelWith, positionTaken, sittingFacts, sittingWith } from './sample-outcome';
import { childId, day, decisionId, decisionRecorded, meetingId, numbered, panelId } from './sample-panel';
import { urgentLapseDecider, urgentRatificationDecider } from './urgent-ratification';
import type { LapseUrgentDecision, PanelDoesNotRatify, PanelRatifiesUrgent } from './urgent-ratification';

const decision = specification(rulesOf(urgentRatificationDecider));
const lapse = specification(rulesOf(urgentLapseDecider));
const day14 = '2025-10-17';
const day15 = '2025-10-18';

const minuteOn = (on: string) => ({ meetingId, at: londonTime(on, '11:00'), now: londonTime(on, '20:00') });
const ratify = (on: string, changes: Partial<PanelRatifiesUrgent> = {}): PanelRatifiesUrgent => ({ type: 'PanelRatifiesUrgent', ...minuteOn(on), ...changes });
const refuse = (on: string, changes: Partial<PanelDoesNotRatify> = {}): PanelDoesNotRatify => ({
  ...{ type: 'PanelDoesNotRatify', ...minuteOn(on), reasons: 'A cheaper placement was to be had' },
  ...changes,
});
const factsOn = (on: string) => ({ ...sittingFacts({ meeting: meetingOn(on) }), practitioners: staff, schemes: new Map(), ofChild: [] });
const allFor = (on: string) => votesOn(on, 'for', 'for', 'for', 'for', 'for');
const allAgainst = (on: string) => votesOn(on, 'against', 'against', 'against', 'against', 'against');

const settledOn = (on: string) => ({ decisionId, childId, on: day(on), panelId, meetingId, at: londonTime(on, '11:00') });
const ratified = (on: string): New<typeof UrgentDecisionRatified> => ({ type: 'UrgentDecisionRatified', data: { ...settledOn(on), sitting: sittingWith() } });
const notRatified: New<typeof UrgentDecisionNotRatified> = {
  type: 'UrgentDecisionNotRatified',
  data: {
    ...settledOn('2025-10-10'),
    sitting: sittingWith({ votes: { for: 0, against: 5, abstained: 0, casting: null } }),
    ...{ lapsesFrom: day('2025-10-11'), reasons: 'A cheaper placement was to be had' },
  },
};

describe('An urgent decision of a Friday, with fourteen days for the panel to ratify it', () => {
  it('stands where the panel ratifies it on day 14', () => {
    decision.given(takenUrgently(), ...allFor(day14)).when(ratify(day14), factsOn(day14)).then(ratified(day14));
  });

  it('has lapsed on day 15: the panel decides the matter anew', () => {
    decision.given(takenUrgently(), ...allFor(day15)).when(ratify(day15), factsOn(day15)).thenRefused('urgent-lapsed', '18 October 2025');
    lapse.given(takenUrgently()).when({ type: 'LapseUrgentDecision', today: day(day15) }).then(lapsed);
  });

  it('has effect until its last day whether or not anybody writes down that it lapsed', () => {
    for (const state of [decisionAfter(takenUrgently()), decisionAfter(takenUrgently(), lapsed)]) {
      if (state.status !== 'recorded') throw new Error('The decision is on record.');
      expect([day14, day15].map((on) => hasEffectOn(state, day(on)))).toEqual([true, false]);
    }
    const ratifiedInTime = decisionAfter(takenUrgently(), ...allFor(day14), ratified(day14));
    expect(ratifiedInTime.status === 'recorded' && hasEffectOn(ratifiedInTime, day(day15))).toBe(true);
  });

  it('was ratified in time though its lapse was written down before the meeting came to be recorded', () => {
    const events = [takenUrgently(), ...allFor(day14), lapsed];
    decision.given(...events).when(ratify(day14), factsOn(day14)).then(ratified(day14));
    const state = decisionAfter(...events, ratified(day14));
    expect(state.status === 'recorded' && hasEffectOn(state, day('2025-12-01'))).toBe(true);
    const late = [takenUrgently(), lapsed, ...allFor(day15)];
    decision.given(...late).when(ratify(day15), factsOn(day15)).thenRefused('urgent-lapsed', '18 October 2025');
  });

  it('lapses after the meeting that does not ratify it', () => {
    const on = '2025-10-10';
    decision.given(takenUrgently(), ...allAgainst(on)).when(refuse(on), factsOn(on)).then(notRatified);
    decision.given(takenUrgently(), ...allAgainst(on)).when(refuse(on, { reasons: ' ' }), factsOn(on)).thenRefused('reasons-missing');
    const state = decisionAfter(takenUrgently(), notRatified);
    if (state.status !== 'recorded') throw new Error('The decision is on record.');
    expect(['2025-10-10', '2025-10-11'].map((each) => hasEffectOn(state, day(each)))).toEqual([true, false]);
  });

  it('is settled once', () => {
    decision.given(takenUrgently(), ratified('2025-10-10')).when(ratify(day14), factsOn(day14)).thenRefused('urgent-already-settled');
    decision.given(takenUrgently(), notRatified).when(ratify(day14), factsOn(day14)).thenRefused('urgent-lapsed', '11 October 2025');
  });
});

describe('The ratification of an urgent decision by the panel', () => {
  it('is carried as any other matter, by what was voted in that very meeting', () => {
    const elsewhere = allFor('2025-10-10').map(({ type, data }) => ({ type, data: { ...data, meetingId: numbered<'meeting'>(401) } }));
    decision.given(takenUrgently(), ...elsewhere).when(ratify(day14), factsOn(day14)).thenRefused('votes-missing');
    decision.given(takenUrgently(), ...allAgainst(day14)).when(ratify(day14), factsOn(day14)).thenRefused('outcome-contradicts-votes');
    decision.given(takenUrgently(), ...allFor(day14)).when(refuse(day14), factsOn(day14)).thenRefused('outcome-contradicts-votes');
  });

  it('needs the quorum of the panel at that minute', () => {
    const seven = panelWith({ quorum: { members: 7, agencies: [] } });
    decision.given(takenUrgently(), ...allFor(day14)).when(ratify(day14), { ...factsOn(day14), panel: seven }).thenRefused('meeting-inquorate');
  });

  it('does not make an agency pay that declined to', () => {
    const declined = contributionDeclined(five.health);
    const onDay = { ...declined, data: { ...declined.data, on: day(day14), at: londonTime(day14, '10:45') } };
    decision.given(takenUrgently(), ...allFor(day14), onDay).when(ratify(day14), factsOn(day14)).thenRefused('payer-declined-to-contribute');
  });

  it('comes after everything that was said there', () => {
    const late = positionTaken(five.health, 'supports');
    const said = { ...late, data: { ...late.data, on: day(day14), at: londonTime(day14, '11:30') } };
    decision.given(takenUrgently(), ...allFor(day14), said).when(ratify(day14), factsOn(day14)).thenRefused('said-out-of-order');
  });

  it('is for the panel whose officers decided, after they did', () => {
    decision
      .given(takenUrgently({ panelId: numbered<'panel'>(301) }), ...allFor(day14))
      .when(ratify(day14), factsOn(day14))
      .thenRefused('meeting-of-another-panel');
    decision.given(takenUrgently(), ...allFor('2025-10-02')).when(ratify('2025-10-02'), factsOn('2025-10-02')).thenRefused('ratification-before-decision');
  });

  it('is of an urgent decision, in a meeting', () => {
    decision.when(ratify(day14), factsOn(day14)).thenRefused('decision-unknown');
    decision.given(decisionRecorded()).when(ratify(day14), factsOn(day14)).thenRefused('decision-not-urgent');
    decision.given(takenUrgently()).when(ratify(day14), { ...factsOn(day14), meeting: { status: 'unknown' } }).thenRefused('meeting-unknown');
  });
});

describe('The lapse of an urgent decision', () => {
  const on = (today: string): LapseUrgentDecision => ({ type: 'LapseUrgentDecision', today: day(today) });

  it('is not written down while the panel can still ratify it', () => {
    lapse.given(takenUrgently()).when(on(day14)).thenRefused('urgent-not-yet-lapsed', '17 October 2025');
  });

  it('is written down once, and never of what was ratified', () => {
    lapse.given(takenUrgently(), lapsed).when(on(day15)).thenNothing();
    lapse.given(takenUrgently(), ratified(day14)).when(on(day15)).thenNothing();
    lapse.given(takenUrgently(), notRatified).when(on(day15)).thenNothing();
  });

  it('says the day after the last one for ratifying, however late it is written down', () => {
    lapse.given(takenUrgently()).when(on('2026-03-01')).then(lapsed);
  });

  it('is of an urgent decision alone', () => {
    lapse.when(on(day15)).thenRefused('decision-unknown');
    lapse.given(decisionRecorded()).when(on(day15)).thenRefused('decision-not-urgent');
  });
});
