import type { ConditionMet, ConditionWaived } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate } from '@accord/shared/kernel';
import type { Decision, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { hasEffectOn } from './decision-effect';
import type { DecisionOnRecord } from './decision-state';
import { refuseSeatless, refuseUnknownPanel } from './panel';
import type { PanelState } from './panel';
import { refusePanel } from './refusals';

interface OfCondition {
  readonly conditionId: Id<'condition'>;
  readonly on: string;
}
export interface MeetCondition extends OfCondition {
  readonly type: 'MeetCondition';
  /** What shows that it is met; personal. */
  readonly evidence: string;
}
/** Waives a condition: for the agencies with a seat on the panel to do, like setting one. */
export interface WaiveCondition extends OfCondition {
  readonly type: 'WaiveCondition';
  readonly because: string;
}
export type ConditionCommand = MeetCondition | WaiveCondition;
export type NewConditionEvent = New<typeof ConditionMet> | New<typeof ConditionWaived>;

/** What reports of delivery need to know besides the decision. */
export interface DeliveryFacts {
  readonly today: LondonDate;
  readonly panel: PanelState;
  /** The agency for which the person acts who reports. */
  readonly actingAgency: string;
}

/** A decision, and the day of which something is reported. */
export interface OnADay {
  readonly decision: DecisionOnRecord;
  readonly on: LondonDate;
}

/** Settles an open condition; refuses one that the decision does not have, is settled, or no longer counts. */
export function settleCondition(command: ConditionCommand, { decision, on }: OnADay, facts: DeliveryFacts): Decision<NewConditionEvent> {
  const condition = decision.conditions.find(({ conditionId }) => conditionId === command.conditionId);
  if (!condition) return refusePanel('condition-unknown', 'The decision as it reads now has no condition with this id.');
  if (condition.is !== 'open') {
    return refusePanel('condition-already-settled', `This condition is already ${condition.is}; that stands.`);
  }
  if (on < decision.on) {
    return refusePanel('delivery-before-decision', `The condition was made on ${formatLondonDate(decision.on)}; give that day or a later one.`);
  }
  // It may be met while the decision still awaits its ratification: then it is no longer in the way.
  if (decision.standing !== 'awaiting-ratification' && !hasEffectOn(decision, on)) return refuseWithoutEffect();
  const { decisionId, childId } = decision;
  const about = { decisionId, childId, conditionId: condition.conditionId, on };
  if (command.type === 'MeetCondition') {
    return accept({ type: 'ConditionMet', data: { ...about, evidence: command.evidence } });
  }
  if (facts.panel.status === 'unknown') return refuseUnknownPanel();
  const seatless = refuseSeatless(facts.panel, facts.actingAgency, on);
  return seatless ?? accept({ type: 'ConditionWaived', data: { ...about, because: command.because } });
}

/** What was decided has no effect on that day, and so nothing is due. */
export const refuseWithoutEffect = (): Refusal =>
  refusePanel(
    'decision-without-effect',
    'On that day the decision had no effect: it approved nothing, or was not ratified, or has lapsed. If it was provided all the same, record that as a breach.',
  );
