import { meetsCriterion } from '@accord/child/contracts';
import type { CriterionHolding } from '@accord/child/contracts';
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

/** That the child meets a criterion, from when until when. */
export type Finding = CriterionHolding;
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

/** Days on which a child meets a clause's criterion, and the finding by which; without one where the clause has none. */
export interface Met<F extends Finding> {
  readonly days: Period;
  readonly finding: F | undefined;
}

/**
 * The days on which the child meets the clause's criterion, in order and apart, a higher need level than required
 * included: findings that follow or overlap each other make one stretch, named by the first. All days where the clause
 * has no criterion.
 */
function metDays<F extends Finding>({ trigger: { criterion: required } }: Clause, findings: readonly F[]): Met<F>[] {
  if (required === null) return [{ days: ALWAYS, finding: undefined }];
  const meeting = findings.filter(({ criterion }) => meetsCriterion(criterion, required)).toSorted((one, two) => (one.from < two.from ? -1 : one.from > two.from ? 1 : 0));
  return meeting.reduce<Met<F>[]>((stretches, finding) => {
    const last = stretches.at(-1);
    if (!last || (last.days.to !== null && last.days.to < finding.from)) return [...stretches, { days: { from: finding.from, to: finding.to }, finding }];
    const to = last.days.to === null || finding.to === null ? null : last.days.to > finding.to ? last.days.to : finding.to;
    return [...stretches.slice(0, -1), { ...last, days: { from: last.days.from, to } }];
  }, []);
}

/** Before every day on record, and without an end. The cast is the brand: it is a day. */
const ALWAYS: Period = { from: '0001-01-01' as LondonDate, to: null };

/**
 * The days of this text on which the clause rules because of an event: the child must meet its criterion on the
 * day of the event, and on that day a text with the clause must be in force (`everywhere`: all of them). The
 * window of a variation is counted from the event too, by its own length: the text of the day rules the day.
 */
export function daysAfterEvent<F extends Finding>(
  { clause, days }: ClauseInForce,
  event: LifeEvent,
  { findings, everywhere }: { readonly findings: readonly F[]; readonly everywhere: readonly Period[] },
): Met<F> | undefined {
  if (clause.trigger.event !== event.kind || !everywhere.some((stretch) => contains(stretch, event.on))) return undefined;
  const met = metDays(clause, findings).find((stretch) => contains(stretch.days, event.on));
  const ruled = met && intersect(clauseWindow(clause, event.on), days);
  return ruled && { days: ruled, finding: met.finding };
}

/** The days of this text on which a clause without an event rules: all on which the child meets its criterion. */
export function daysAlways<F extends Finding>({ clause, days }: ClauseInForce, findings: readonly F[]): Met<F>[] {
  if (clause.trigger.event !== 'always') return [];
  return metDays(clause, findings).flatMap((met) => {
    const ruled = intersect(days, met.days);
    return ruled ? [{ days: ruled, finding: met.finding }] : [];
  });
}
