import {
  addDays, addMonths, addWeeks, dateOfEpochDay, dayOfWeek, daysBetween, epochDayOf, financialYearOf, formatLondonDate,
  londonDate,
} from './dates';
import { on, refusalOf } from './spec-values';

describe('A date', () => {
  it.each(['2025-10-06', '2024-02-29', '2000-02-29', '1900-01-01', '2200-12-31'])('is %s', (text) => {
    expect(londonDate(text)).toEqual({ ok: true, value: text });
  });

  it('of 30 February is refused, and the sentence says so', () => {
    expect(londonDate('2025-02-30')).toMatchObject({
      refusal: 'not-a-date',
      kind: 'invalid',
      because: 'There is no 30 February in that year: the month has 28 days. Give a day that exists.',
    });
  });

  it.each([
    ['2025-02-29', 'no 29 February'],
    ['1900-02-29', 'no 29 February'],
    ['2025-04-31', 'no 31 April'],
    ['2025-01-00', 'no 0 January'],
    ['2025-13-01', 'no such month'],
    ['2025-00-01', 'no such month'],
    ['1899-12-31', 'between the years 1900 and 2200'],
    ['2201-01-01', 'between the years 1900 and 2200'],
  ])('that does not exist or lies too far away is refused: %s', (text, part) => {
    expect(londonDate(text)).toMatchObject({ refusal: 'not-a-date', because: expect.stringContaining(part) });
  });

  it('that may be somebody’s birthday is not repeated in the refusal', () => {
    const refused = londonDate('2010-02-30');
    expect(JSON.stringify(refused)).not.toContain('2010');
  });

  it.each(['06/10/2025', '2025-10-6', '2025-10-06T00:00:00Z', '2025-10-06\n', '２０２５-10-06', '', 20251006, null, undefined])(
    'in another form is refused: %p',
    (text) => expect(refusalOf(londonDate(text))).toBe('not-a-date'),
  );

  it('is written as people write it', () => {
    expect(formatLondonDate(on('2025-10-06'))).toBe('6 October 2025');
  });

  it('knows its day of the week, Monday being 1', () => {
    expect([on('2025-10-06'), on('2025-08-25'), on('1969-12-28'), on('1900-01-01')].map(dayOfWeek)).toEqual([1, 1, 7, 1]);
  });

  it('lies in the financial year that began on the last 1 April', () => {
    expect(financialYearOf(on('2026-03-31'))).toEqual({ from: '2025-04-01', to: '2026-04-01', name: '2025/26' });
    expect(financialYearOf(on('2026-04-01'))).toEqual({ from: '2026-04-01', to: '2027-04-01', name: '2026/27' });
    expect(financialYearOf(on('2099-05-01')).name).toBe('2099/00');
  });
});

describe('Reckoning with dates', () => {
  it('counts days across months, leap days and both clock changes', () => {
    expect(addDays(on('2025-12-31'), 1)).toBe('2026-01-01');
    expect(addDays(on('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(on('2025-03-29'), 2)).toBe('2025-03-31');
    expect(addDays(on('2025-10-25'), -30)).toBe('2025-09-25');
    expect(daysBetween(on('2025-10-06'), on('2025-11-17'))).toBe(42);
    expect(daysBetween(on('2025-11-17'), on('2025-10-06'))).toBe(-42);
  });

  it('ends six weeks from the operation on 6 October just before 17 November (worked example 1)', () => {
    expect(addWeeks(on('2025-10-06'), 6)).toBe('2025-11-17');
  });

  it('takes three months from 30 November to 28 February (worked example 4)', () => {
    expect(addMonths(on('2025-11-30'), 3)).toBe('2026-02-28');
  });

  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2025-01-31', 1, '2025-02-28'],
    ['2025-03-31', -1, '2025-02-28'],
    ['2025-12-15', 1, '2026-01-15'],
    ['2025-01-15', -13, '2023-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-06-30', 0, '2025-06-30'],
  ])('keeps the day of the month, or takes the last: %s and %d months is %s', (from, months, to) => {
    expect(addMonths(on(from), months)).toBe(to);
  });

  it('turns every day from 1900 to 2200 into a number and back, one after another', () => {
    let expected = epochDayOf(on('1900-01-01'));
    for (let date = on('1900-01-01'); date <= '2200-12-31'; date = dateOfEpochDay(expected)) {
      if (epochDayOf(date) !== expected || !londonDate(date).ok) throw new Error(`Days part at ${date}`);
      expected += 1;
    }
    expect(expected - epochDayOf(on('1900-01-01'))).toBe(109_938);
    expect(epochDayOf(on('1970-01-01'))).toBe(0);
  });

  it('stops at what is no count of days, and at the end of four-digit years', () => {
    expect(() => addDays(on('2025-01-01'), 0.5)).toThrow(RangeError);
    expect(() => addMonths(on('2025-01-01'), Number.NaN)).toThrow(RangeError);
    expect(() => addDays(on('2200-01-01'), 3_000_000)).toThrow('years 1 to 9999');
    expect(() => addMonths(on('1900-01-01'), -12 * 1_900)).toThrow('years 1 to 9999');
  });
});
