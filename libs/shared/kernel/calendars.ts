import { bankHolidaysKnownAt, englandAndWales } from './bank-holidays';
import type { BankHolidayTable } from './bank-holidays';
import { addDays, addWeeks, dayOfWeek, formatLondonDate } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import { contains } from './period';
import type { ClosedPeriod } from './period';
import { succeed } from './refusal';
import type { Result } from './refusal';

/** A clock that counts working days: which days count, for which years that is known, and by which rule. */
export interface WorkingDayCalendar {
  readonly name: 'working-days' | 'send-tribunal';
  /** The rule's source, for a deadline that explains itself. */
  readonly source: string;
  /** Outside these days nothing is known of bank holidays, and no count is given. */
  readonly covers: ClosedPeriod;
  isWorkingDay(date: LondonDate): boolean;
}

/** What a calendar is built on; nothing given means the kernel's own table and all that is known now. */
export interface CalendarChoice {
  /** Count only on the bank holidays that were known at the end of this day. */
  readonly knownAt?: LondonDate;
  /** Another table, where a later one was imported. */
  readonly table?: BankHolidayTable;
}

/** Mondays to Fridays that are not bank holidays of England and Wales. */
export function workingDayCalendar({ knownAt, table = englandAndWales }: CalendarChoice = {}): WorkingDayCalendar {
  const holidays = bankHolidaysKnownAt(table, knownAt);
  return {
    name: 'working-days',
    source: 'Days other than Saturdays, Sundays, Good Friday, Christmas Day and bank holidays in England and Wales',
    covers: table.covers,
    isWorkingDay: (date) => dayOfWeek(date) <= 5 && !holidays.has(date),
  };
}

/**
 * The SEND tribunal's days for an act in a special educational needs case: working days, leaving out
 * 25 December to 1 January inclusive and the whole of August.
 *
 * Not for the start of an appeal: by rule 12(3)(a) that time is counted in full, and only if it ends on
 * one of the days left out does it move to the first working day after them.
 */
export function sendTribunalCalendar(choice: CalendarChoice = {}): WorkingDayCalendar {
  const working = workingDayCalendar(choice);
  return {
    name: 'send-tribunal',
    source:
      'Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008, rules 1(3) and 12(3)(b)',
    covers: working.covers,
    isWorkingDay: (date) => working.isWorkingDay(date) && !isLeftOutByTribunal(date.slice(5)),
  };
}

const isLeftOutByTribunal = (monthAndDay: string): boolean =>
  monthAndDay.startsWith('08-') || monthAndDay >= '12-25' || monthAndDay === '01-01';

/**
 * The day on which so many working days end; the first working day after `from` is day 1, and no days
 * after `from` is `from` itself. Refuses `working-days-beyond-calendar` rather than guess at years whose
 * bank holidays are not in the calendar. Throws for a count that is negative or not whole.
 */
export function addWorkingDays(calendar: WorkingDayCalendar, from: LondonDate, days: number): Result<LondonDate> {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError('A count of working days is whole, nothing or more.');
  let date = from;
  let left = days;
  while (left > 0) {
    date = addDays(date, 1);
    if (!contains(calendar.covers, date)) return refuseKernel('working-days-beyond-calendar', beyond(calendar.covers));
    if (calendar.isWorkingDay(date)) left -= 1;
  }
  return succeed(date);
}

const beyond = ({ from, to }: ClosedPeriod): string =>
  `Working days can be counted from ${formatLondonDate(from)} to ${formatLondonDate(addDays(to, -1))}: give dates within those years, or have the bank holidays of the other years added.`;

/**
 * The day on which so many statutory calendar weeks from receipt end: the same day of the week, on
 * whatever day it falls. Nothing rolls over weekends or bank holidays. Negative weeks count back, for
 * "at least two weeks before".
 */
export const dueAfterWeeks = (from: LondonDate, weeks: number): LondonDate => addWeeks(from, weeks);
