import { daysBetween } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import type { Pence } from './money';
import type { ClosedPeriod } from './period';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** What a week costs from a day on, until the next rate begins. A rate of nothing is a pause. */
export interface WeeklyRate {
  readonly from: LondonDate;
  readonly weeklyPence: Pence;
}

/** A line's rates in order of their first day. Made by `rateTable`, or read from events that it checked. */
export type RateTable = readonly WeeklyRate[];

/**
 * Checks the rates of a line that begins on `lineFrom`. Refuses `rate-missing-from-first-day` where the
 * first rate begins later, or there is none, and `rates-not-in-order` where one does not begin after the
 * one before it.
 */
export function rateTable(lineFrom: LondonDate, rates: readonly WeeklyRate[]): Result<RateTable> {
  if (rates.some((rate, place) => place > 0 && rate.from <= (rates[place - 1]?.from ?? ''))) {
    return refuseKernel(
      'rates-not-in-order',
      'Give the weekly rates in order of the day from which each holds, no two from the same day.',
    );
  }
  const [first] = rates;
  if (first === undefined || first.from > lineFrom) {
    return refuseKernel(
      'rate-missing-from-first-day',
      'No weekly rate covers the first day of the line: give one that holds from that day or before it.',
    );
  }
  return succeed(rates.map(({ from, weeklyPence }) => ({ from, weeklyPence })));
}

/**
 * The cost of a line from its first day until just before `upTo`, nothing where that is not later. It is
 * exact in sevenths of a penny and rounded once, here, to the nearest penny (design, section 5). Half a
 * penny cannot occur, seven being odd, so the direction of a half never matters.
 * Throws where the rates do not cover the line's first day: build them with `rateTable`.
 */
export function cumulativeCost(rates: RateTable, lineFrom: LondonDate, upTo: LondonDate): Pence {
  if (upTo <= lineFrom) return nearestPenny(0n);
  if (rates[0] === undefined || rates[0].from > lineFrom) {
    throw new RangeError('No weekly rate covers the first day of the line.');
  }
  let sevenths = 0n;
  rates.forEach((rate, place) => {
    const next = rates[place + 1]?.from ?? upTo;
    const from = rate.from > lineFrom ? rate.from : lineFrom;
    const to = next < upTo ? next : upTo;
    if (from < to) sevenths += BigInt(rate.weeklyPence) * BigInt(daysBetween(from, to));
  });
  return nearestPenny(sevenths);
}

function nearestPenny(sevenths: bigint): Pence {
  const amount = Number((sevenths + 3n) / 7n);
  if (!Number.isSafeInteger(amount)) throw new RangeError('A cost left the range of exact integers.');
  // The cast is the brand: whole, exact, and built from rates of nothing or more.
  return amount as Pence;
}

/** Which days of which line: its rates, its first day, and the window asked for. */
export interface DaysToCost {
  readonly rates: RateTable;
  readonly lineFrom: LondonDate;
  /** The days asked for. Days before the line begins cost nothing; cut off days after its end beforehand. */
  readonly window: ClosedPeriod;
}

/**
 * What the days of a window cost: the difference of two cumulative figures, so that however a stretch is
 * cut its pieces add up. £1,000.00 a week costs 142.86, then 142.85, then 714.29 for the other five days.
 */
export function costOfDays({ rates, lineFrom, window }: DaysToCost): Pence {
  const until = cumulativeCost(rates, lineFrom, window.to) - cumulativeCost(rates, lineFrom, window.from);
  // The cast is the brand: the cumulative figure never falls, so the difference is nothing or more.
  return until as Pence;
}
