import { checkHandlers, checkRhythm, jobId, millisecondsOf } from './job-checks';
import { nextRun } from './next-run';

const at = (text: string): number => Date.parse(text);
const nextDaily = (dailyAt: string, after: string): string => new Date(nextRun({ dailyAt }, at(after))).toISOString();

describe('A daily job', () => {
  it('runs at that time of day in London, in winter and in summer', () => {
    expect(nextDaily('03:00', '2026-01-10T02:59:59Z')).toBe('2026-01-10T03:00:00.000Z');
    expect(nextDaily('03:00', '2026-01-10T03:00:00Z')).toBe('2026-01-11T03:00:00.000Z');
    expect(nextDaily('03:00', '2026-07-10T01:59:59Z')).toBe('2026-07-10T02:00:00.000Z');
    expect(nextDaily('00:30', '2026-07-10T22:00:00Z')).toBe('2026-07-10T23:30:00.000Z');
  });

  it('runs once on the days on which the clocks change', () => {
    // 29 March 2026: 01:00 to 02:00 does not exist in London. 25 October 2026: it comes twice.
    expect(nextDaily('01:30', '2026-03-28T12:00:00Z')).toBe('2026-03-29T01:30:00.000Z');
    expect(nextDaily('01:30', '2026-03-29T01:30:00Z')).toBe('2026-03-30T00:30:00.000Z');
    expect(nextDaily('01:30', '2026-10-24T12:00:00Z')).toBe('2026-10-25T00:30:00.000Z');
    expect(nextDaily('01:30', '2026-10-25T00:30:00Z')).toBe('2026-10-26T01:30:00.000Z');
  });
});

describe('A job at intervals', () => {
  it('falls due at whole multiples of its interval, however late it is asked', () => {
    expect(nextRun({ everyMs: 60_000 }, at('2026-01-10T02:59:59.999Z'))).toBe(at('2026-01-10T03:00:00Z'));
    expect(nextRun({ everyMs: 60_000 }, at('2026-01-10T03:00:00Z'))).toBe(at('2026-01-10T03:01:00Z'));
  });
});

describe('What cannot be meant is refused at once', () => {
  it.each([{ everyMs: 0 }, { everyMs: 1.5 }, { everyMs: Number.NaN }, { dailyAt: '24:00' }, { dailyAt: '3am' }])('as a rhythm: %j', (rhythm) => {
    expect(() => checkRhythm(rhythm)).toThrow(RangeError);
  });
  it.each(['', '-repeated', 'two words', 'a:b', 'é', 'k'.repeat(201)])('as a key: %j', (key) => {
    expect(() => jobId('remind', key)).toThrow(RangeError);
  });
  it('as a moment or a name', () => {
    expect(() => millisecondsOf('tomorrow')).toThrow(RangeError);
    expect(() => jobId('Remind.All', 'a')).toThrow(RangeError);
  });
  it('as handlers that leave a job without one, or handle none', () => {
    expect(() => checkHandlers(['remind', 'discard'], { remind: () => undefined })).toThrow('job-without-handler: discard');
    expect(() => checkHandlers(['toString'], {})).toThrow('job-without-handler: toString');
    expect(() => checkHandlers([], { remind: () => undefined })).toThrow('handler-without-job: remind');
  });
});
