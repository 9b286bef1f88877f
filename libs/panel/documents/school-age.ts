import { addDays, dayOfWeek } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';

const FRIDAY = 5;

/**
 * Whether somebody is over compulsory school age on a day: after the last Friday in June of the school year (from
 * 1 September) in which they turn 16. From then on rights about an EHC plan are the young person's own.
 * Source: Education Act 1996 s.8; Children and Families Act 2014 s.83(2).
 */
export function isOverSchoolAge(bornOn: LondonDate, day: LondonDate): boolean {
  const [year, month] = [Number(bornOn.slice(0, 4)), Number(bornOn.slice(5, 7))];
  return day > lastFridayInJune(year + (month < 9 ? 16 : 17));
}

function lastFridayInJune(year: number): LondonDate {
  // The cast is true: 30 June is a day of every year, written as London dates are.
  const end = `${String(year).padStart(4, '0')}-06-30` as LondonDate;
  return addDays(end, -((dayOfWeek(end) - FRIDAY + 7) % 7));
}
