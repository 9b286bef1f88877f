import { formatLondonTime, instantOf, londonDateOf } from './instants';
import { refusalOf } from './spec-values';

describe('A moment', () => {
  it.each([
    ['2025-10-06T08:30:00.000Z', '2025-10-06T08:30:00.000Z'],
    ['2025-10-06T09:30:00+01:00', '2025-10-06T08:30:00.000Z'],
    ['2025-10-06T09:30+01:00', '2025-10-06T08:30:00.000Z'],
    ['2025-10-06T00:30:00.5+01:00', '2025-10-05T23:30:00.500Z'],
    ['2025-12-31T23:30:00-05:30', '2026-01-01T05:00:00.000Z'],
    ['2025-10-06T08:30:00.999999999Z', '2025-10-06T08:30:00.999Z'],
  ])('given as %s is kept as %s', (text, kept) => {
    expect(instantOf(text)).toEqual({ ok: true, value: kept });
  });

  it.each([
    ['no offset', '2025-10-06T08:30:00'],
    ['a date alone', '2025-10-06'],
    ['hour 24', '2025-10-06T24:00:00Z'],
    ['minute 60', '2025-10-06T23:60:00Z'],
    ['a leap second', '2016-12-31T23:59:60Z'],
    ['an offset of a day', '2025-10-06T08:30:00+24:00'],
    ['ten decimals', '2025-10-06T08:30:00.0123456789Z'],
    ['30 February', '2025-02-30T08:30:00Z'],
    ['the year 0001', '0001-01-01T00:00:00Z'],
    ['a line after it', '2025-10-06T08:30:00Z\n'],
    ['a number', 1_759_739_400_000],
    ['nothing at all', undefined],
  ])('with %s is refused', (_, text) => expect(refusalOf(instantOf(text))).toBe('not-an-instant'));

  it('on 30 February says that there is no such day', () => {
    expect(instantOf('2025-02-30T08:30:00Z')).toMatchObject({ because: expect.stringContaining('no 30 February') });
  });

  it('before ten in the evening by UTC falls on the same day in London', () => {
    expect(londonDateOf('2025-06-30T21:59:59.999Z')).toBe('2025-06-30');
    expect(londonDateOf('2025-12-31T00:00:00.000Z')).toBe('2025-12-31');
  });

  it.each([
    ['2026-11-12T09:45:00.000Z', '9.45 am on 12 November 2026'],
    ['2025-10-01T09:05:59.999Z', '10.05 am on 1 October 2025'],
    ['2025-06-30T23:30:00.000Z', '12.30 am on 1 July 2025'],
    ['2025-12-31T12:00:00.000Z', '12.00 pm on 31 December 2025'],
    ['2025-12-31T13:07:00.000Z', '1.07 pm on 31 December 2025'],
  ])('at %s is %s to people in London', (instant, words) => expect(formatLondonTime(instant)).toBe(words));

  it('that was not written by instantOf has no date', () => {
    expect(() => londonDateOf('2025-06-30')).toThrow(RangeError);
    expect(() => formatLondonTime('2025-06-30')).toThrow(RangeError);
    expect(() => londonDateOf('2025-06-30T08:30:00+01:00')).toThrow(RangeError);
  });
});
