import type { Instant } from './clock';
import { dateOfEpochDay, epochDayOf, formatLondonDate, londonDate } from './dates';
import type { LondonDate } from './dates';
import { refuseKernel } from './kernel-refusals';
import { succeed } from './refusal';
import type { Result } from './refusal';
import { temporal } from './temporal';

const FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const NORMAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const MINUTES_IN_DAY = 1_440;
const HOW =
  'Give a moment as date, time and offset from UTC, for example 2025-10-06T09:30:00.000Z or 2025-10-06T10:30+01:00.';

/**
 * Reads a moment (RFC 3339, seconds optional) and writes it as `YYYY-MM-DDTHH:mm:ss.sssZ`, so that texts
 * compare as times. What is finer than a millisecond is cut off. Refuses `not-an-instant`: no offset, an
 * hour 24, a leap second, a day that does not exist, a year outside 1900 to 2200.
 */
export function instantOf(text: unknown): Result<Instant> {
  const parts = typeof text === 'string' ? FORM.exec(text) : null;
  if (parts === null) return refuseKernel('not-an-instant', HOW);
  const [, day, hour, minute, second = '00', fraction = '', sign, offsetHour = '00', offsetMinute = '00'] = parts;
  const date = londonDate(day);
  if (!date.ok) return refuseKernel('not-an-instant', date.because);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    return refuseKernel('not-an-instant', 'There is no such time of day: hours end at 23, minutes and seconds at 59.');
  }
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return refuseKernel('not-an-instant', HOW);
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * (sign === '-' ? -1 : 1);
  const minutes = epochDayOf(date.value) * MINUTES_IN_DAY + Number(hour) * 60 + Number(minute) - offset;
  const utcDay = Math.floor(minutes / MINUTES_IN_DAY);
  const utcMinute = minutes - utcDay * MINUTES_IN_DAY;
  const time = [Math.floor(utcMinute / 60), utcMinute % 60].map((unit) => String(unit).padStart(2, '0')).join(':');
  return succeed(`${dateOfEpochDay(utcDay)}T${time}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
}

/**
 * The day on which the instant falls in London. Throws for text that `instantOf` did not write.
 *
 * London has never been behind UTC by the clock, nor ahead by more than two hours (double summer time,
 * 1941 to 1947), so before 22:00 UTC the two share the day; later the time zone database is asked.
 */
export function londonDateOf(instant: Instant): LondonDate {
  if (!NORMAL.test(instant)) throw new RangeError('Not an instant as instantOf writes it.');
  if (instant.slice(11, 13) < '22') {
    // The cast is the brand: the day of a normal instant exists.
    return instant.slice(0, 10) as LondonDate;
  }
  const zoned = temporal().Instant.from(instant).toZonedDateTimeISO('Europe/London');
  // The cast is the brand: Temporal writes a PlainDate as YYYY-MM-DD.
  return zoned.toPlainDate().toString() as LondonDate;
}

/** The moment as people in London say it, seconds cut off: `9.45 am on 12 November 2026`. Throws as {@link londonDateOf} does. */
export function formatLondonTime(instant: Instant): string {
  const date = formatLondonDate(londonDateOf(instant));
  const { hour, minute } = temporal().Instant.from(instant).toZonedDateTimeISO('Europe/London');
  return `${hour % 12 === 0 ? 12 : hour % 12}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'} on ${date}`;
}
