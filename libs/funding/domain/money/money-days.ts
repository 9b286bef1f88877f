import { financialYearOf, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { LondonDate, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';

/** Whether a financial year of the area's accounts was closed, by its first day. */
export type ClosedYears = ReadonlySet<LondonDate>;

export interface MoneyDay {
  readonly on: string;
  /** London date of the request. */
  readonly today: LondonDate;
  readonly closedYears: ClosedYears;
  /** The day of what this follows, with the words for it; nothing is dated before that. */
  readonly notBefore?: { readonly day: LondonDate; readonly what: string };
}

/**
 * The day of an entry. Refuses `money-day-in-future`, `money-day-too-early`, and `year-closed`: what belongs to a
 * closed year and comes out later is an entry of the open one, about the days that it is about.
 */
export function moneyDay({ on: text, today, closedYears, notBefore }: MoneyDay): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refuseFunding('money-day-in-future', `Money is recorded once the day has come; today is ${formatLondonDate(today)}.`);
  if (notBefore && on.value < notBefore.day) {
    return refuseFunding('money-day-too-early', `${notBefore.what} is of ${formatLondonDate(notBefore.day)}: give that day or a later one.`);
  }
  const year = financialYearOf(on.value);
  if (!closedYears.has(year.from)) return on;
  return refuseFunding(
    'year-closed',
    `The financial year ${year.name} is closed, and ${formatLondonDate(on.value)} lies in it: date this in the open year. It may be about days of ${year.name} all the same; an adjustment of a closed year belongs to the year in which it became known.`,
  );
}
