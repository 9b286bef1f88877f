import { meetsCriterion } from '@accord/child/contracts';
import type { Criterion } from '@accord/child/contracts';
import type { Clause, LifeEventKind } from '@accord/funding/contracts';
import { addDays, addWeeks, contains, intersect } from '@accord/shared/kernel';
import type { LondonDate, Period } from '@accord/shared/kernel';

/**
 * The days that a clause rules after its event: whole weeks or days from day 1, which is the day of the event or
 * the day after, as the clause says (the source of worked example 1 is silent, so the clause must not be), or all
 * days from then on.
 */
export function clauseWindow({ dayOne, duration }: Pick<Clause, 'dayOne' | 'duration'>, event: LondonDate): Period {
  const from = dayOne === 'day-after-event' ? addDays(event, 1) : event;
  switch (duration.unit) {
    case 'weeks':
      return { from, to: addWeeks(from, duration.count) };
    case 'days':
      return { from, to: addDays(from, duration.count) };
    case 'until-the-agreement-ends':
      return { from, to: null };
  }
}

export interface Finding {
  readonly criterion: Criterion;
  readonly from: LondonDate;
}
export interface LifeEvent {
  readonly kind: LifeEventKind;
  readonly eventId: string;
  readonly on: LondonDate;
}

/** One clause in the text that rules on these days; the clause of the next text has the same id. */
export interface ClauseInForce {
  readonly clause: Clause;
  readonly days: Period;
}

/**
 * The first finding by which the child meets the clause's criterion, a higher need level than required included;
 * `undefined` for none, `null` where the clause has no criterion.
 */
export function metBy<F extends Finding>({ trigger: { criterion: required } }: Clause, findings: readonly F[]): F | null | undefined {
  if (required === null) return null;
  const meeting = findings.filter(({ criterion }) => meetsCriterion(criterion, required));
  return meeting.reduce<F | undefined>((first, finding) => (first === undefined || finding.from < first.from ? finding : first), undefined);
}

/**
 * The days of this text on which the clause rules because of an event: the child must meet its criterion on the
 * day of the event, and on that day a text with the clause must be in force (`everywhere`: all of them). The
 * window of a variation is counted from the event too, by its own length: the text of the day rules the day.
 */
export function daysAfterEvent(
  { clause, days }: ClauseInForce,
  event: LifeEvent,
  { findings, everywhere }: { readonly findings: readonly Finding[]; readonly everywhere: readonly Period[] },
): Period | undefined {
  if (clause.trigger.event !== event.kind || !everywhere.some((stretch) => contains(stretch, event.on))) return undefined;
  const met = metBy(clause, findings);
  if (met === undefined || (met !== null && met.from > event.on)) return undefined;
  return intersect(clauseWindow(clause, event.on), days);
}

/** The days of this text on which a clause without an event rules: all from which the child meets its criterion. */
export function daysAlways({ clause, days }: ClauseInForce, findings: readonly Finding[]): Period | undefined {
  if (clause.trigger.event !== 'always') return undefined;
  const met = metBy(clause, findings);
  if (met === undefined) return undefined;
  return met === null ? days : intersect(days, { from: met.from, to: null });
}
