import { JobsWithoutHandler } from './errors';
import type { Rhythm } from './port';

const KEY = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;
const NAME = /^[a-z][a-z0-9-]{0,80}$/;
const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;
const SHORTEST_INTERVAL_MS = 50;

/** Key under which a handler gets the runs of a repeated job. */
export const REPEATED = 'repeated';

/** The id of a repeated job's run; no key that is scheduled begins with a hyphen. */
export const repeatedJobId = (name: string): string => `${name}.-${REPEATED}`;

/**
 * The one id of a name and key. Names hold no dot, so no two pairs share an id; BullMQ allows no colon.
 * @throws RangeError for a malformed name or key
 */
export function jobId(name: string, key: string): string {
  if (!NAME.test(name)) throw new RangeError('A job is named in kebab-case.');
  if (!KEY.test(key)) throw new RangeError(`A key of ${name} is 1 to 200 letters, digits, dots, hyphens or underscores, and begins with a letter or digit.`);
  return `${name}.${key}`;
}

/** @throws RangeError for text that is no moment */
export function millisecondsOf(runAt: string): number {
  const at = Date.parse(runAt);
  if (Number.isNaN(at)) throw new RangeError('A job is scheduled for a moment.');
  return at;
}

/** @throws RangeError for an interval too short to be meant, or no time of day */
export function checkRhythm(rhythm: Rhythm): void {
  if ('everyMs' in rhythm) {
    if (Number.isSafeInteger(rhythm.everyMs) && rhythm.everyMs >= SHORTEST_INTERVAL_MS) return;
    throw new RangeError(`A job repeats every ${SHORTEST_INTERVAL_MS} ms at most, in whole milliseconds.`);
  }
  if (!TIME_OF_DAY.test(rhythm.dailyAt)) throw new RangeError('A daily job has a time of day in London, HH:MM.');
}

/** Deny by default: every job has exactly one handler, and every handler a job. @throws JobsWithoutHandler */
export function checkHandlers(names: readonly string[], handlers: Readonly<Record<string, unknown>>): void {
  const missing = names.filter((name) => !Object.hasOwn(handlers, name) || typeof handlers[name] !== 'function');
  if (missing.length > 0) throw new JobsWithoutHandler(`job-without-handler: ${missing.join(', ')}`);
  const unknown = Object.keys(handlers).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new JobsWithoutHandler(`handler-without-job: ${unknown.join(', ')}`);
}
