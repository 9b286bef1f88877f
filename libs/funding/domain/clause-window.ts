import type { Criterion } from '@accord/child/contracts';
import type { Clause } from '@accord/funding/contracts';
import { addDays, addWeeks, contains, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Period } from '@accord/shared/kernel';

/**
 * The days that a clause rules after its event: whole weeks from day 1, which is the day of the event or
 * the day after, as the clause says (the source of worked example 1 is silent, so the clause must not be).
 */
export function clauseWindow({ dayOne, weeks }: Pick<Clause, 'dayOne' | 'weeks'>, event: LondonDate): ClosedPeriod {
  const from = dayOne === 'day-of-event' ? event : addDays(event, 1);
  return { from, to: addWeeks(from, weeks) };
}

/** An agreement that every party has signed, from the day on which it rules. */
export interface AgreementInForce {
  readonly period: Period;
  readonly inForceFrom: LondonDate;
}

/** The days on which the agreement rules: from its coming into force to the end of its period. */
export function daysInForce({ period, inForceFrom }: AgreementInForce): Period | undefined {
  return intersect(period, { from: inForceFrom, to: null });
}

/**
 * The days on which the clause of this agreement rules after an operation on `on`, or `undefined` where it
 * does not: the agreement must be in force on the day of the operation, and rules only while in force.
 */
export function rulingWindow(agreement: AgreementInForce, clause: Clause, on: LondonDate): ClosedPeriod | undefined {
  const days = daysInForce(agreement);
  if (days === undefined || !contains(days, on)) return undefined;
  return intersect(clauseWindow(clause, on), days);
}

/** Whether the child met the clause's criterion on the day of the event. */
export const meetsCriterion = (
  findings: readonly { readonly criterion: Criterion; readonly from: LondonDate }[],
  { trigger }: Pick<Clause, 'trigger'>,
  on: LondonDate,
): boolean => findings.some(({ criterion, from }) => criterion === trigger.criterion && from <= on);
