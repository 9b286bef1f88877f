import { cutAt, financialYearOf, londonDate, period, succeed } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseFunding } from './refusals';

/** The days that a schedule covers, as a person states them: a financial year, two days, or two days within that year. */
export interface StatedPeriod {
  /** As people write it: `2014/15`. */
  readonly financialYear?: string | undefined;
  readonly from?: LondonDate | undefined;
  /** First day no longer covered. */
  readonly to?: LondonDate | undefined;
}

/** A slip of the keyboard must not make a schedule hold for ever. */
const mostYears = 10;

/** Refuses `schedule-period-unclear`, `period-empty` and `period-ends-before-it-begins`. */
export function schedulePeriod({ financialYear, from, to }: StatedPeriod): Result<ClosedPeriod> {
  const year = financialYear === undefined ? undefined : yearNamed(financialYear);
  if (year !== undefined && !year.ok) return year;
  if (from === undefined && to === undefined) return year ?? unclear('Give the financial year that the schedule covers, or its first day and the day after its last.');
  if (from === undefined || to === undefined) return unclear('Give both days: the first one, and the first that is no longer covered.');
  const days = period(from, to);
  if (!days.ok) return days;
  if (year !== undefined && (from < year.value.from || to > year.value.to)) return unclear(`The days lie outside the financial year ${financialYear}: give days within it, or leave one of the two out.`);
  if (financialYearsOf(days.value).length > mostYears) return unclear(`A schedule covers at most ${mostYears} financial years: check the days.`);
  return days;
}

const unclear = (because: string): Refusal => refuseFunding('schedule-period-unclear', because);

function yearNamed(text: string): Result<ClosedPeriod> {
  const first = londonDate(`${/^(\d{4})\/\d{2}$/.exec(text)?.[1]}-04-01`);
  const year = first.ok ? financialYearOf(first.value) : undefined;
  if (year?.name !== text) return unclear('Write the financial year as 2014/15.');
  return succeed({ from: year.from, to: year.to });
}

/** The stretches of a period, one for each financial year that it touches. */
export function financialYearsOf(days: ClosedPeriod): readonly { readonly year: FinancialYear; readonly days: ClosedPeriod }[] {
  const ends: LondonDate[] = [];
  for (let year = financialYearOf(days.from); year.to < days.to; year = financialYearOf(year.to)) ends.push(year.to);
  return cutAt(days, ends).map((stretch) => ({ year: financialYearOf(stretch.from), days: stretch }));
}
