import type { Rhythm } from './port';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** When a repeated job falls due next, in milliseconds: the first moment of its rhythm after the given one. */
export function nextRun(rhythm: Rhythm, after: number): number {
  if ('everyMs' in rhythm) return (Math.floor(after / rhythm.everyMs) + 1) * rhythm.everyMs;
  // Two days hold every time of day twice, a time that summer time skips at least once.
  const midnight = Math.floor(after / DAY_MS) * DAY_MS;
  for (let day = midnight - DAY_MS; ; day += DAY_MS) {
    const at = londonMoment(day, rhythm.dailyAt);
    if (at > after) return at;
  }
}

/**
 * The moment of a time of day in London on a date, given as its midnight in UTC. London is at UTC or an
 * hour ahead; of a time that comes twice (October) the first is meant, one that is skipped (March) falls
 * an hour later.
 */
function londonMoment(utcMidnight: number, timeOfDay: string): number {
  const asUtc = utcMidnight + Number(timeOfDay.slice(0, 2)) * HOUR_MS + Number(timeOfDay.slice(3)) * 60_000;
  return showsInLondon(asUtc - HOUR_MS, asUtc) ? asUtc - HOUR_MS : asUtc;
}

/** Whether a clock in London shows at that moment what a clock at UTC shows at the other. */
const showsInLondon = (moment: number, utc: number): boolean => {
  const { year, month, day, hour, minute } = Object.fromEntries(
    london.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute) === utc;
};
