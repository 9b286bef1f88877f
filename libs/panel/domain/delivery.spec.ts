import type { ConditionMet, DecisionRecorded, ProvisionDelayed, ProvisionEnded, ProvisionNotAvailable, ProvisionStarted } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import type { DeliveryFacts } from './condition';
import { deliveryDecider } from './delivery';
import type { DeliveryCommand } from './delivery';
import { awaitingHealth, lapsed, ratificationRefused, ratified, rulesOf, takenUrgently } from './sample-decided';
import { nothingRecorded, panelWith } from './sample-outcome';
import { agreedLine, childId, day, decisionId, decisionRecorded, health, lineId, numbered, socialCare, stranger } from './sample-panel';

const decision = specification(rulesOf(deliveryDecider));
const facts = (changes: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  ...{ today: day('2025-11-30'), panel: panelWith(), actingAgency: health },
  ...changes,
});

const conditionId = numbered<'condition'>(1);
const withCondition = (changes: Partial<New<typeof DecisionRecorded>['data']> = {}) =>
  decisionRecorded({
    outcome: 'approved-with-conditions',
    conditions: [{ conditionId, owner: { agencyId: socialCare, post: 'Service manager' }, dueOn: day('2025-11-01') }],
    conditionWords: [{ conditionId, words: 'A night sitter is found' }],
    ...changes,
  });
const meet = (on = '2025-10-20'): DeliveryCommand => ({ type: 'MeetCondition', conditionId, on, evidence: 'Contract signed' });
const waive = (on = '2025-10-20'): DeliveryCommand => ({ type: 'WaiveCondition', conditionId, on, because: 'The grandmother stays' });
const met: New<typeof ConditionMet> = {
  type: 'ConditionMet',
  data: { decisionId, childId, conditionId, on: day('2025-10-20'), evidence: 'Contract signed' },
};

describe('A condition', () => {
  it('is met on a day, with what shows it', () => {
    decision.given(withCondition()).when(meet(), facts()).then(met);
  });

  it('is waived with a reason, by an agency with a seat on the panel', () => {
    const data = { decisionId, childId, conditionId, on: day('2025-10-20'), because: 'The grandmother stays' };
    decision.given(withCondition()).when(waive(), facts()).then({ type: 'ConditionWaived', data });
    decision.given(withCondition()).when(waive(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
    decision.given(withCondition()).when(waive(), facts({ panel: { status: 'unknown' } })).thenRefused('panel-unknown');
  });

  it('is seen to be met by whoever sees it', () => {
    decision.given(withCondition()).when(meet(), facts({ actingAgency: stranger })).then(met);
  });

  it('is settled once', () => {
    decision.given(withCondition(), met).when(waive(), facts()).thenRefused('condition-already-settled', 'already met');
  });

  it('may be met while its decision awaits ratification, and no longer once that is refused', () => {
    const { data } = withCondition();
    const awaiting = awaitingHealth({ outcome: data.outcome, conditions: data.conditions, conditionWords: data.conditionWords });
    decision.given(awaiting).when(meet(), facts()).then(met);
    decision.given(awaiting, ratificationRefused).when(meet(), facts()).thenRefused('decision-without-effect');
  });

  it('is one of this decision, met on a day that has come and since it was made', () => {
    decision.given(decisionRecorded()).when(meet(), facts()).thenRefused('condition-unknown');
    decision.given(withCondition()).when(meet('2025-12-01'), facts()).thenRefused('delivery-in-future');
    decision.given(withCondition()).when(meet('2025-09-30'), facts()).thenRefused('delivery-before-decision', '1 October 2025');
    decision.given(withCondition()).when(meet('2025-11-31'), facts()).thenRefused('not-a-date');
  });
});

const ofLine = (on: string) => ({ lineId, on });
const start = (on = '2025-10-06'): DeliveryCommand => ({ type: 'StartProvision', ...ofLine(on), provider: 'Night Care Ltd' });
const delay = (expectedOn: string | null, on = '2025-10-06'): DeliveryCommand => ({
  ...{ type: 'DelayProvision', ...ofLine(on), barrier: 'no-staff', expectedOn, because: 'Two posts are vacant' },
});
const missing = (on = '2025-10-06'): DeliveryCommand => ({
  ...{ type: 'ReportProvisionNotAvailable', ...ofLine(on), barrier: 'no-provider', because: 'Nobody in the county' },
});
const end = (on = '2025-11-10'): DeliveryCommand => ({ type: 'EndProvision', ...ofLine(on), because: 'The child moved' });

const about = (on: string) => ({ decisionId, childId, lineId, on: day(on) });
const started = (on = '2025-10-06'): New<typeof ProvisionStarted> => ({ type: 'ProvisionStarted', data: { ...about(on), provider: 'Night Care Ltd' } });
const delayed = (expectedOn: string | null): New<typeof ProvisionDelayed> => ({
  type: 'ProvisionDelayed',
  data: { ...about('2025-10-06'), barrier: 'no-staff', expectedOn: expectedOn === null ? null : day(expectedOn), because: 'Two posts are vacant' },
});
const notAvailable = (on = '2025-10-06'): New<typeof ProvisionNotAvailable> => ({
  type: 'ProvisionNotAvailable',
  data: { ...about(on), barrier: 'no-provider', because: 'Nobody in the county' },
});
const ended = (on = '2025-11-10'): New<typeof ProvisionEnded> => ({ type: 'ProvisionEnded', data: { ...about(on), because: 'The child moved' } });

describe('What was decided on a line', () => {
  it('starts, and ends', () => {
    decision.given(decisionRecorded()).when(start(), facts()).then(started());
    decision.given(decisionRecorded(), started()).when(end(), facts()).then(ended());
  });

  it('is late, with the day on which it is expected or without one, and may start all the same', () => {
    decision.given(decisionRecorded()).when(delay('2025-11-03'), facts()).then(delayed('2025-11-03'));
    decision.given(decisionRecorded()).when(delay(null), facts()).then(delayed(null));
    decision.given(decisionRecorded(), delayed(null)).when(start('2025-10-20'), facts()).then(started('2025-10-20'));
    decision.given(decisionRecorded()).when(delay('2025-10-06'), facts()).thenRefused('expected-in-past');
    decision.given(decisionRecorded()).when(delay('soon'), facts()).thenRefused('not-a-date');
  });

  it('is not available, from the beginning or no longer, and may start again', () => {
    decision.given(decisionRecorded()).when(missing(), facts()).then(notAvailable());
    decision.given(decisionRecorded(), started()).when(missing('2025-10-27'), facts()).then(notAvailable('2025-10-27'));
    decision.given(decisionRecorded(), started(), notAvailable('2025-10-27')).when(start('2025-11-03'), facts()).then(started('2025-11-03'));
  });

  it('does not start twice, nor is it late once it started', () => {
    decision.given(decisionRecorded(), started()).when(start('2025-10-20'), facts()).thenRefused('provision-already-started', '6 October 2025');
    decision.given(decisionRecorded(), started()).when(delay(null, '2025-10-20'), facts()).thenRefused('provision-already-started');
  });

  it('ends only once, and only after it started', () => {
    decision.given(decisionRecorded()).when(end(), facts()).thenRefused('provision-not-started');
    decision.given(decisionRecorded(), notAvailable()).when(end(), facts()).thenRefused('provision-not-started');
    for (const again of [end('2025-11-20'), start('2025-11-20'), delay(null, '2025-11-20'), missing('2025-11-20')]) {
      decision.given(decisionRecorded(), started(), ended()).when(again, facts()).thenRefused('provision-already-ended', '10 November 2025');
    }
  });

  it('ends also where it started and is no longer available', () => {
    decision.given(decisionRecorded(), started(), notAvailable('2025-10-27')).when(end(), facts()).then(ended());
  });

  it('is reported in the order of its days, none of them to come', () => {
    decision.given(decisionRecorded(), started()).when(end('2025-10-05'), facts()).thenRefused('delivery-out-of-order', '6 October 2025');
    decision.given(decisionRecorded()).when(start('2025-12-01'), facts()).thenRefused('delivery-in-future');
  });

  it('starts on a day of its line', () => {
    const october = decisionRecorded({ lines: [agreedLine({ period: { from: day('2025-10-06'), to: day('2025-11-03') } })] });
    decision.given(october).when(start('2025-10-05'), facts()).thenRefused('delivery-outside-line');
    decision.given(october).when(start('2025-11-02'), facts()).then(started('2025-11-02'));
    decision.given(october).when(start('2025-11-03'), facts()).thenRefused('delivery-outside-line');
  });

  it('waits for the ratification, and for the day from which it was ratified', () => {
    decision.given(awaitingHealth()).when(start(), facts()).thenRefused('decision-without-effect');
    decision.given(awaitingHealth(), ratificationRefused).when(start(), facts()).thenRefused('decision-without-effect');
    decision.given(awaitingHealth(), ratified()).when(start('2025-10-19'), facts()).thenRefused('delivery-outside-line');
    decision.given(awaitingHealth(), ratified()).when(start('2025-10-20'), facts()).then(started('2025-10-20'));
  });

  it('starts under an urgent decision until that has lapsed, and can then still end', () => {
    decision.given(takenUrgently()).when(start('2025-10-17'), facts()).then(started('2025-10-17'));
    decision.given(takenUrgently()).when(start('2025-10-18'), facts()).thenRefused('decision-without-effect');
    decision.given(takenUrgently(), lapsed).when(start('2025-10-17'), facts()).then(started('2025-10-17'));
    decision.given(takenUrgently(), started(), lapsed).when(end(), facts()).then(ended());
  });

  it('is a line of a decision that provides something', () => {
    decision.when(start(), facts()).thenRefused('decision-unknown');
    decision.given(nothingRecorded({ outcome: 'declined' })).when(start(), facts()).thenRefused('line-unknown');
    const other: DeliveryCommand = { type: 'StartProvision', lineId: numbered<'package-line'>(699), on: '2025-10-06', provider: 'Night Care Ltd' };
    decision.given(decisionRecorded()).when(other, facts()).thenRefused('line-unknown');
  });
});
