import type { Brand } from './ids';
import { refuseKernel } from './kernel-refusals';
import { succeed } from './refusal';
import type { Result } from './refusal';

/**
 * A day of the calendar in London, as text `YYYY-MM-DD`: stored in events as it stands, and texts compare
 * as dates. It has no time and no zone.
 */
export type LondonDate = Brand<string, 'london-date'>;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTHS = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July',
  'August', 'September', 'October', 'November', 'December',
] as const;

/**
 * Reads a date. Refuses `not-a-date`: text of another form, days that do not exist, years outside
 * 1900 to 2200. The sentence never repeats the year, which may be that of somebody's birth.
 */
export function londonDate(text: unknown): Result<LondonDate> {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (parts === null) return refuseKernel('not-a-date', 'Give a date as YYYY-MM-DD, for example 2025-10-06.');
  const because = noSuchDay({ year: Number(parts[1]), month: Number(parts[2]), day: Number(parts[3]) });
  if (because !== undefined) return refuseKernel('not-a-date', because);
  // The cast is the brand: the form and the day's existence were just checked.
  return succeed(parts[0] as LondonDate);
}

interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function noSuchDay({ year, month, day }: CivilDate): string | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) return `Give a date between the years ${FIRST_YEAR} and ${LAST_YEAR}.`;
  const name = MONTHS[month - 1];
  if (name === undefined) return 'There is no such month: give one from 01 to 12, as YYYY-MM-DD.';
  const length = daysInMonth(year, month);
  if (day >= 1 && day <= length) return undefined;
  return `There is no ${day} ${name} in that year: the month has ${length} days. Give a day that exists.`;
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const civil = (date: LondonDate): CivilDate => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

function textOf({ year, month, day }: CivilDate): LondonDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('Calendar arithmetic left the years 1 to 9999.');
  // The cast is the brand: callers pass only days that exist.
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LondonDate;
}

/**
 * Days since 1 January 1970, for arithmetic. Counts in years that begin in March, so that the leap day
 * comes last (Howard Hinnant, "chrono-compatible low-level date algorithms"); checked against Temporal.
 */
export function epochDayOf(date: LondonDate): number {
  const { year, month, day } = civil(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that lies so many days after 1 January 1970. Throws outside the years 1 to 9999. */
export function dateOfEpochDay(epochDay: number): LondonDate {
  if (!Number.isSafeInteger(epochDay)) throw new RangeError('A count of days is not a whole number.');
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return textOf({
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  });
}

/** The date so many whole days later (earlier if negative). Throws outside the years 1 to 9999. */
export const addDays = (date: LondonDate, days: number): LondonDate => dateOfEpochDay(epochDayOf(date) + days);

/** The date so many whole weeks later (earlier if negative). */
export const addWeeks = (date: LondonDate, weeks: number): LondonDate => addDays(date, weeks * 7);

/**
 * The same day of the month so many months later (earlier if negative), or that month's last day where it
 * is shorter: three months from 30 November 2025 is 28 February 2026. So it cannot be undone by the
 * opposite step, and months must be counted from the first date, never one by one.
 */
export function addMonths(date: LondonDate, months: number): LondonDate {
  if (!Number.isSafeInteger(months)) throw new RangeError('A count of months is not a whole number.');
  const { year, month, day } = civil(date);
  const count = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
  return textOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) });
}

/** Whole days from the first date to the second; negative where the second is earlier. */
export const daysBetween = (first: LondonDate, second: LondonDate): number => epochDayOf(second) - epochDayOf(first);

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const dayOfWeek = (date: LondonDate): number => ((((epochDayOf(date) + 3) % 7) + 7) % 7) + 1;

/** The date as people write it: `6 October 2025`. */
export function formatLondonDate(date: LondonDate): string {
  const { year, month, day } = civil(date);
  return `${day} ${MONTHS[month - 1] ?? ''} ${year}`;
}

/** The month of a date as people write it: `October 2025`. */
export function formatMonth(date: LondonDate): string {
  const { year, month } = civil(date);
  return `${MONTHS[month - 1] ?? ''} ${year}`;
}

/** A council's and the NHS's financial year: a half-open period `[1 April, 1 April)` with its usual name. */
export interface FinancialYear {
  readonly from: LondonDate;
  readonly to: LondonDate;
  /** As people write it: `2025/26`. */
  readonly name: string;
}

/** The financial year that holds the date; it begins on 1 April. */
export function financialYearOf(date: LondonDate): FinancialYear {
  const { year, month } = civil(date);
  const first = month >= 4 ? year : year - 1;
  return {
    from: textOf({ year: first, month: 4, day: 1 }),
    to: textOf({ year: first + 1, month: 4, day: 1 }),
    name: `${first}/${String((first + 1) % 100).padStart(2, '0')}`,
  };
}
