import type { Late } from '@accord/funding/contracts';
import { financialYearOf, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { FinancialYear, LondonDate, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';

/** Whether a financial year of the area's accounts was closed, by its first day. */
export type ClosedYears = ReadonlySet<LondonDate>;

/** On which day an entry is to be. */
export interface OnADay {
  readonly on: string;
  /** London date of the request. */
  readonly today: LondonDate;
  /** Why it comes after the year of its day was closed; of no account where that is open. */
  readonly lateBecause: string | null;
}
export interface MoneyDay extends OnADay {
  readonly closedYears: ClosedYears;
  /** The day of what this follows, with the words for it; nothing is dated before that. */
  readonly notBefore?: { readonly day: LondonDate; readonly what: string };
  /** What is to be recorded, beside what it is held against, as a sentence: told where its year is closed. */
  readonly figures?: string;
}

/** The day of an entry, and from which other it counts where the year of its own was closed by then. */
export interface DayOfEntry {
  readonly on: LondonDate;
  readonly late: Late | null;
}

/**
 * The day of an entry. Refuses `money-day-in-future`, `money-day-too-early`, and, without a reason for coming late,
 * `year-closed`. A closed year stands (ADR 12): with the reason the entry keeps its day and counts from today on. What
 * was told as at the end of a year counts what came before it, so that a year before a closed one is closed as well.
 */
export function moneyDay({ on: text, today, lateBecause, closedYears, notBefore, figures }: MoneyDay): Result<DayOfEntry> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refuseFunding('money-day-in-future', `Money is recorded once the day has come; today is ${formatLondonDate(today)}.`);
  if (notBefore && on.value < notBefore.day) {
    return refuseFunding('money-day-too-early', `${notBefore.what} is of ${formatLondonDate(notBefore.day)}: give that day or a later one.`);
  }
  const year = financialYearOf(on.value);
  const closed = closedYearOf(year, closedYears);
  if (closed === undefined) return succeed({ on: on.value, late: null });
  if (lateBecause !== null) return succeed({ on: on.value, late: { because: lateBecause, countsOn: today } });
  return refuseFunding(
    'year-closed',
    `The financial year ${closed.name} is closed, and ${formatLondonDate(on.value)} lies ${closed.from === year.from ? 'in' : 'before'} it: give the day of the open year on which it was, which may be about days of ${year.name}. Where it was on that day all the same, give lateBecause to say why it comes late: it is recorded of its day and counts from ${formatLondonDate(today)} on, so that ${closed.name} stands.${figures === undefined ? '' : ` ${figures}`}`,
  );
}

/** The closed year that would be told otherwise: its own where that is closed, else the last one after it. */
function closedYearOf(year: FinancialYear, closedYears: ClosedYears): FinancialYear | undefined {
  if (closedYears.has(year.from)) return year;
  const last = [...closedYears].sort().at(-1);
  return last !== undefined && last > year.from ? financialYearOf(last) : undefined;
}
