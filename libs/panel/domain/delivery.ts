import type {
  DeliveryBarrier,
  PackageLine,
  ProvisionDelayed,
  ProvisionEnded,
  ProvisionNotAvailable,
  ProvisionStarted,
} from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseWithoutEffect, settleCondition } from './condition';
import type { ConditionCommand, DeliveryFacts, NewConditionEvent, OnADay } from './condition';
import { hasEffectOn, lineHasEffectOn } from './decision-effect';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionState } from './decision-state';
import { refusePanel } from './refusals';

interface OfLine {
  readonly lineId: Id<'package-line'>;
  readonly on: string;
}
export interface StartProvision extends OfLine {
  readonly type: 'StartProvision';
  readonly provider: string;
}
export interface DelayProvision extends OfLine {
  readonly type: 'DelayProvision';
  readonly barrier: DeliveryBarrier;
  /** The day on which it is now expected; `null` where nobody can say. */
  readonly expectedOn: string | null;
  readonly because: string;
}
export interface ReportProvisionNotAvailable extends OfLine {
  readonly type: 'ReportProvisionNotAvailable';
  readonly barrier: DeliveryBarrier;
  readonly because: string;
}
export interface EndProvision extends OfLine {
  readonly type: 'EndProvision';
  readonly because: string;
}
type ProvisionCommand = StartProvision | DelayProvision | ReportProvisionNotAvailable | EndProvision;
export type DeliveryCommand = ConditionCommand | ProvisionCommand;

export type NewDeliveryEvent =
  | NewConditionEvent
  | New<typeof ProvisionStarted>
  | New<typeof ProvisionDelayed>
  | New<typeof ProvisionNotAvailable>
  | New<typeof ProvisionEnded>;

/** Whether what was decided happened: conditions met or waived, and each line's provision. Anybody who sees it reports it. */
export const deliveryDecider: Decider<DeliveryCommand, DecisionState, NewDeliveryEvent, DecisionEvent, DeliveryFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide(command, state, facts) {
    if (state.status !== 'recorded') {
      return refusePanel('decision-unknown', 'There is no decision with this id: only what was decided can be delivered.');
    }
    const on = dayOf(command.on, facts.today);
    if (!on.ok) return on;
    return command.type === 'MeetCondition' || command.type === 'WaiveCondition'
      ? settleCondition(command, { decision: state, on: on.value }, facts)
      : reportProvision(command, { decision: state, on: on.value });
  },
};

/** What is reported has happened. */
function dayOf(text: string, today: LondonDate): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refusePanel('delivery-in-future', 'Report what has happened: give today or an earlier day.');
  return on;
}

function reportProvision(command: ProvisionCommand, { decision, on }: OnADay): Decision<NewDeliveryEvent> {
  const found = decision.lines.find(({ lineId }) => lineId === command.lineId);
  if (!found) return refusePanel('line-unknown', 'The decision as it reads now has no package line with this id.');
  const refusal = refuseOutOfOrder(command, { decision, on }) ?? refuseOutsideLine(command, { decision, on }, found);
  if (refusal) return refusal;
  return eventOf(command, { decisionId: decision.decisionId, childId: decision.childId, lineId: found.lineId, on });
}

/** A provision starts once, is late only before it starts, and ends once, after it started. */
function refuseOutOfOrder({ type, lineId }: ProvisionCommand, { decision, on }: OnADay): Refusal | undefined {
  const last = decision.delivery[lineId];
  if (last?.is === 'ended') {
    return refusePanel('provision-already-ended', `It ended on ${formatLondonDate(last.on)}. What is provided again is decided again, on a line of its own.`);
  }
  if (last && on < last.on) {
    return refusePanel('delivery-out-of-order', `Something was already reported of ${formatLondonDate(last.on)}; give that day or a later one.`);
  }
  if (type === 'EndProvision') {
    return last?.hasStarted
      ? undefined
      : refusePanel('provision-not-started', 'Only what is being provided can end. Where it never started, say that it is late or not available.');
  }
  if (type === 'ReportProvisionNotAvailable' || last?.is !== 'started') return undefined;
  return refusePanel('provision-already-started', `It started on ${formatLondonDate(last.on)}: it can end, or be no longer available.`);
}

/** What is late or missing is so while the decision has effect; what is provided is so on days of the line. */
function refuseOutsideLine({ type }: ProvisionCommand, { decision, on }: OnADay, line: PackageLine): Refusal | undefined {
  // What was started under a decision that has lapsed since must still be able to end.
  if (type === 'EndProvision') return undefined;
  if (!hasEffectOn(decision, on)) return refuseWithoutEffect();
  if (type !== 'StartProvision' || lineHasEffectOn(decision, line, on)) return undefined;
  return refusePanel(
    'delivery-outside-line',
    'On that day the line was not in effect, so nobody had agreed to pay for it. Give a day of the line; if it was provided earlier, record that as a breach.',
  );
}

interface About {
  readonly decisionId: Id<'decision'>;
  readonly childId: Id<'child'>;
  readonly lineId: Id<'package-line'>;
  readonly on: LondonDate;
}

function eventOf(command: ProvisionCommand, about: About): Decision<NewDeliveryEvent> {
  switch (command.type) {
    case 'StartProvision':
      return accept({ type: 'ProvisionStarted', data: { ...about, provider: command.provider } });
    case 'DelayProvision': {
      const expectedOn = expectedDay(command.expectedOn, about.on);
      if (!expectedOn.ok) return expectedOn;
      const { barrier, because } = command;
      return accept({ type: 'ProvisionDelayed', data: { ...about, barrier, expectedOn: expectedOn.value, because } });
    }
    case 'ReportProvisionNotAvailable': {
      const { barrier, because } = command;
      return accept({ type: 'ProvisionNotAvailable', data: { ...about, barrier, because } });
    }
    case 'EndProvision':
      return accept({ type: 'ProvisionEnded', data: { ...about, because: command.because } });
  }
}

/** The day on which it is now expected lies after the day of which it is said that it is late. */
function expectedDay(text: string | null, on: LondonDate): Result<LondonDate | null> {
  if (text === null) return succeed(null);
  const expected = londonDate(text);
  if (!expected.ok) return expected;
  return expected.value > on
    ? expected
    : refusePanel('expected-in-past', 'Give a day after the one of which you report the delay, or leave it out where nobody can say.');
}
