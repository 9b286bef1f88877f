import { daysBetween, formatLondonDate } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** Half-open days `[from, to)`: the first day is in, the last is not; `to: null` has no end yet. */
export interface Period {
  readonly from: LondonDate;
  readonly to: LondonDate | null;
}

/** A period whose end is known, so that its days can be counted and costed. */
export interface ClosedPeriod extends Period {
  readonly to: LondonDate;
}

/** Whether the period's end is known. */
export const isClosed = (candidate: Period): candidate is ClosedPeriod => candidate.to !== null;

/**
 * The days from the first date until just before the second. Refuses `period-ends-before-it-begins`, and
 * `period-empty` where both are the same day.
 */
export function period(from: LondonDate, to: LondonDate): Result<ClosedPeriod>;
export function period(from: LondonDate, to: LondonDate | null): Result<Period>;
export function period(from: LondonDate, to: LondonDate | null): Result<Period> {
  if (to !== null && to < from) {
    return refuseKernel(
      'period-ends-before-it-begins',
      `The period begins on ${formatLondonDate(from)} and ends before that, on ${formatLondonDate(to)}: change one of the two.`,
    );
  }
  if (to === from) {
    return refuseKernel(
      'period-empty',
      `The period begins and ends on ${formatLondonDate(from)}. The end is the first day that is no longer part of it: for one day, give the next day as the end.`,
    );
  }
  return succeed({ from, to });
}

const earlierEnd = (first: LondonDate | null, second: LondonDate | null): LondonDate | null => {
  if (first === null) return second;
  return second === null || first < second ? first : second;
};

/** The days that both periods hold, or `undefined` where they share none. */
export function intersect(first: ClosedPeriod, second: Period): ClosedPeriod | undefined;
export function intersect(first: Period, second: ClosedPeriod): ClosedPeriod | undefined;
export function intersect(first: Period, second: Period): Period | undefined;
export function intersect(first: Period, second: Period): Period | undefined {
  const from = first.from > second.from ? first.from : second.from;
  const to = earlierEnd(first.to, second.to);
  return to !== null && to <= from ? undefined : { from, to };
}

/** Whether the day lies in the period: its first day does, its `to` does not. */
export const contains = ({ from, to }: Period, date: LondonDate): boolean => from <= date && (to === null || date < to);

/** How many days the period holds. */
export const daysIn = ({ from, to }: ClosedPeriod): number => daysBetween(from, to);

/**
 * Cuts the period at the given days, in order: each piece begins where the one before ends, and together
 * they are the period. Days that fall outside it, on its first day, or twice, cut nothing.
 */
export function cutAt(whole: ClosedPeriod, cuts: Iterable<LondonDate>): ClosedPeriod[];
export function cutAt(whole: Period, cuts: Iterable<LondonDate>): Period[];
export function cutAt(whole: Period, cuts: Iterable<LondonDate>): Period[] {
  const inside = [...new Set(cuts)].filter((cut) => cut > whole.from && contains(whole, cut)).sort();
  const starts = [whole.from, ...inside];
  return starts.map((from, place) => ({ from, to: starts[place + 1] ?? whole.to }));
}
