import { addDays } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import type { Pence } from './money';
import { contains } from './period';
import type { Period } from './period';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** What a week costs from a day on, until the next rate begins. A rate of nothing is a pause. */
export interface WeeklyRate {
  readonly from: LondonDate;
  readonly weeklyPence: Pence;
}
/** What each day costs. */
export interface DailyRate {
  readonly from: LondonDate;
  readonly dailyPence: Pence;
}
/** What an hour costs, and how long is provided each week, in whole minutes: 37 hours and a half are 2,250. */
export interface HourlyRate {
  readonly from: LondonDate;
  readonly hourlyPence: Pence;
  readonly weeklyMinutes: number;
}
/** What four weeks cost, as direct payments are often made: a day costs one of 28 parts. */
export interface FourWeeklyRate {
  readonly from: LondonDate;
  readonly fourWeeklyPence: Pence;
}
/** What is paid once, on the day itself; nothing from the next day on. */
export interface OneOffRate {
  readonly from: LondonDate;
  readonly oncePence: Pence;
}

/** What a line costs from a day on, until the next rate begins. */
export type LineRate = WeeklyRate | DailyRate | HourlyRate | FourWeeklyRate | OneOffRate;

/** A line's rates in order of their first day. Made by `rateTable`, or read from events that it checked. */
export type RateTable = readonly LineRate[];

/** A day's cost of every kind of rate is a whole number of these parts of a penny: 7 days × 60 minutes. */
export const PARTS_OF_A_PENNY = 420;

/** What a day at the rate costs, in parts of a penny ({@link PARTS_OF_A_PENNY}); what is paid once costs no day. */
export function dailyParts(rate: LineRate): bigint {
  if ('weeklyPence' in rate) return BigInt(rate.weeklyPence) * 60n;
  if ('dailyPence' in rate) return BigInt(rate.dailyPence) * 420n;
  if ('hourlyPence' in rate) return BigInt(rate.hourlyPence) * BigInt(rate.weeklyMinutes);
  if ('fourWeeklyPence' in rate) return BigInt(rate.fourWeeklyPence) * 15n;
  return 0n;
}

/** What is paid at once on the first day of the rate: nothing, but for what is paid once. */
export const paidOnce = (rate: LineRate): number => ('oncePence' in rate ? rate.oncePence : 0);

/**
 * What a week at the rate costs, rounded up to a penny so that nothing slips under a limit; of what is paid once, the
 * whole: the week of its day bears it.
 */
export function weeklyPenceOf(rate: LineRate): Pence {
  if ('weeklyPence' in rate) return rate.weeklyPence;
  if ('oncePence' in rate) return rate.oncePence;
  const parts = dailyParts(rate) * 7n;
  // The cast is the brand: whole, and nothing or more.
  return Number((parts + 419n) / 420n) as Pence;
}

/** What decides what a week of a line costs: its rates, and the days on which it is provided. */
export interface LineOfWeek {
  readonly rates: RateTable;
  readonly period: Period;
}

/**
 * What a week of a line costs as things stand on a day, rounded up: the rate that holds, and beside it what was paid
 * once on one of the seven days until then, even where the line has ended since. It rises only on days on which the
 * line or one of its rates begins, so that the highest week is found on one of those.
 */
export function weeklyPenceOn({ rates, period }: LineOfWeek, day: LondonDate): Pence {
  const holds = contains(period, day) ? rates.findLast(({ from }) => from <= day) : undefined;
  let pence: number = holds === undefined || 'oncePence' in holds ? 0 : weeklyPenceOf(holds);
  for (const rate of rates) {
    if ('oncePence' in rate && contains(period, rate.from) && rate.from <= day && day < addDays(rate.from, 7)) pence += rate.oncePence;
  }
  // The cast is the brand: a sum of amounts, each at most £10 million where it was checked (`ratesOfLine`).
  return pence as Pence;
}

/**
 * Checks the rates of a line that begins on `lineFrom`. Refuses `rate-missing-from-first-day` where the first rate
 * begins later, or there is none; `rates-not-in-order` where one does not begin after the one before it;
 * `one-off-before-line` where something is paid once before the line begins, and `weekly-minutes-not-a-week` where the
 * minutes of an hourly rate are no whole number between 1 and those of a week.
 */
export function rateTable(lineFrom: LondonDate, rates: readonly LineRate[]): Result<RateTable> {
  if (rates.some((rate, place) => place > 0 && rate.from <= (rates[place - 1]?.from ?? ''))) {
    return refuseKernel('rates-not-in-order', 'Give the rates in order of the day from which each holds, no two from the same day.');
  }
  const [first] = rates;
  if (first === undefined || first.from > lineFrom) {
    return refuseKernel(
      'rate-missing-from-first-day',
      'No rate covers the first day of the line: give one that holds from that day or before it.',
    );
  }
  if (rates.some((rate) => 'oncePence' in rate && rate.from < lineFrom)) {
    return refuseKernel('one-off-before-line', 'What is paid once is paid on a day of the line: give its first day or a later one.');
  }
  if (rates.some((rate) => 'weeklyMinutes' in rate && !isMinutesOfWeek(rate.weeklyMinutes))) {
    return refuseKernel('weekly-minutes-not-a-week', 'Give the minutes a week as a whole number from 1 to 10080: 37 hours and a half are 2250.');
  }
  return succeed(rates.map((rate) => ({ ...rate })));
}

const isMinutesOfWeek = (minutes: number): boolean => Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= 7 * 24 * 60;
