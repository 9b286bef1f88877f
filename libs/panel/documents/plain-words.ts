import { addDays, dayOfWeek, formatLondonDate, formatPounds } from '@accord/shared/kernel';
import type { Instant, LondonDate } from '@accord/shared/kernel';

/** Words of a person: the text itself, or that it was erased. */
export type PersonalWords = string | null;

export const ERASED_WORDS = '(These words have been erased.)';

/** What a person wrote, as a sentence of its own. */
export function asSentence(words: PersonalWords): string {
  if (words === null) return ERASED_WORDS;
  const text = words.trim();
  return /[.!?…:;)”"’]$/u.test(text) ? text : `${text}.`;
}

/** What a person said, quoted. */
export const quoted = (words: PersonalWords): string => (words === null ? ERASED_WORDS : `“${words.trim()}”`);

/** `A, B and C`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
/** `three`; more than ten in figures. */
export const numberInWords = (count: number): string => NUMBERS[count] ?? String(count);
/** `three`, or `none`. */
export const howMany = (count: number): string => (count === 0 ? 'none' : numberInWords(count));
/** `no members`, `one member`, `eleven` and more in figures: `12 members`. */
export const counted = (count: number, one: string, several = `${one}s`): string =>
  `${numberInWords(count)} ${count === 1 ? one : several}`;

export const capitalised = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** `1 October 2025`. */
export const day = formatLondonDate;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** `Wednesday 1 October 2025`. */
export const dayInFull = (date: LondonDate): string => `${WEEKDAYS[dayOfWeek(date) - 1] ?? ''} ${day(date)}`;

/** The last day of a period that ends before a day. */
export const lastDayBefore = (date: LondonDate): string => day(addDays(date, -1));

const LONDON = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
/** The time of day in London: `10.15 am`. */
export function time(at: Instant): string {
  const parts = LONDON.formatToParts(Date.parse(at));
  const figure = (type: 'hour' | 'minute') => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return timeOf(figure('hour'), figure('minute'));
}

/** A time of day as it is recorded, `13:30`: `1.30 pm`. */
export function timeOfDay(text: string): string {
  const [hour = '0', minute = '0'] = text.split(':');
  return timeOf(Number(hour), Number(minute));
}

function timeOf(hour: number, minute: number): string {
  if (minute === 0 && hour === 12) return '12 noon';
  if (minute === 0 && hour === 0) return '12 midnight';
  return `${hour % 12 === 0 ? 12 : hour % 12}.${String(minute).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}

export const money = formatPounds;

/** Something coded in lower case with hyphens, in words: `eating and drinking`. */
export const inWords = (code: string): string => code.replaceAll('-', ' ');
