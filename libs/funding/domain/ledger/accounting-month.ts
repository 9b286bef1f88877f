import { addMonths, financialYearOf, londonDate, succeed } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, LondonDate, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';

/** The days of a month, half-open. */
export const monthOf = (first: LondonDate): ClosedPeriod => ({ from: first, to: addMonths(first, 1) });

/** Reads `2025-10`. Refuses `month-unclear`: another form, or a month that there is not. */
export function accountingMonth(text: string): Result<ClosedPeriod> {
  const first = /^\d{4}-\d{2}$/.test(text) ? londonDate(`${text}-01`) : undefined;
  if (first?.ok) return succeed(monthOf(first.value));
  return refuseFunding('month-unclear', 'Give a month as YYYY-MM, for example 2025-10.');
}

/** A month as it is asked for: `2025-10`. */
export const shortMonth = (first: LondonDate): string => first.slice(0, 7);

/** Reads `2025/26` or `2025-26`. Refuses `financial-year-unclear`. */
export function accountingYear(text: string): Result<FinancialYear> {
  const first = /^\d{4}[/-]\d{2}$/.test(text) ? londonDate(`${text.slice(0, 4)}-04-01`) : undefined;
  const year = first?.ok ? financialYearOf(first.value) : undefined;
  if (year?.name === text.replace('-', '/')) return succeed(year);
  return refuseFunding('financial-year-unclear', 'Give a financial year by its two calendar years, for example 2025/26.');
}
