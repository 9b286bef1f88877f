import { londonDate } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import { pence } from './money';
import type { Period } from './period';
import { rateTable, weeklyPenceOf } from './rates';
import type { LineRate, RateTable } from './rates';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** A rate as somebody gives it, before anything of it is checked: one of five kinds, from a day on. */
export type ProposedRate = { readonly from: string } & (
  | { readonly weeklyPence: number }
  | { readonly dailyPence: number }
  | { readonly hourlyPence: number; readonly weeklyMinutes: number }
  | { readonly fourWeeklyPence: number }
  | { readonly oncePence: number }
);

/** £10 million: a slip of the keyboard above it would be a cost that no sum can hold, for as long as the record is kept. */
const highestWeeklyPence = 1_000_000_000;

/**
 * Checks the rates of a line of those days, as `rateTable` does, and each of them: real dates, whole pence, in order and none from the same day as another,
 * one from the first day on. Refuses `weekly-rate-too-high` where a week at a rate costs more than £10 million, whatever
 * its kind, and `one-off-after-line` where something is paid once on a day on which the line is over.
 */
export function ratesOfLine(proposed: readonly ProposedRate[], days: Period): Result<RateTable> {
  const rates: LineRate[] = [];
  for (const each of proposed) {
    const from = londonDate(each.from);
    if (!from.ok) return from;
    const rate = rateOf(each, from.value);
    if (!rate.ok) return rate;
    rates.push(rate.value);
  }
  const table = rateTable(days.from, rates);
  if (!table.ok) return table;
  // Only now are the minutes of an hourly rate known to be those of a week.
  if (table.value.some((rate) => weeklyPenceOf(rate) > highestWeeklyPence)) {
    return refuseKernel(
      'weekly-rate-too-high',
      'Give what a line costs in pence: a week of it, at whatever kind of rate, at most 1000000000, which is £10 million.',
    );
  }
  const { to } = days;
  if (to !== null && table.value.some((rate) => 'oncePence' in rate && rate.from >= to)) {
    return refuseKernel('one-off-after-line', 'What is paid once is paid on a day of the line: give a day before its end, or end the line later.');
  }
  return table;
}

function rateOf(proposed: ProposedRate, from: LondonDate): Result<LineRate> {
  if ('weeklyPence' in proposed) {
    const weeklyPence = pence(proposed.weeklyPence);
    return weeklyPence.ok ? succeed({ from, weeklyPence: weeklyPence.value }) : weeklyPence;
  }
  if ('dailyPence' in proposed) {
    const dailyPence = pence(proposed.dailyPence);
    return dailyPence.ok ? succeed({ from, dailyPence: dailyPence.value }) : dailyPence;
  }
  if ('hourlyPence' in proposed) {
    const hourlyPence = pence(proposed.hourlyPence);
    return hourlyPence.ok ? succeed({ from, hourlyPence: hourlyPence.value, weeklyMinutes: proposed.weeklyMinutes }) : hourlyPence;
  }
  if ('fourWeeklyPence' in proposed) {
    const fourWeeklyPence = pence(proposed.fourWeeklyPence);
    return fourWeeklyPence.ok ? succeed({ from, fourWeeklyPence: fourWeeklyPence.value }) : fourWeeklyPence;
  }
  const oncePence = pence(proposed.oncePence);
  return oncePence.ok ? succeed({ from, oncePence: oncePence.value }) : oncePence;
}
