import Holidays from 'date-holidays';
import { bankHolidaysKnownAt, englandAndWales } from './bank-holidays';
import { addWorkingDays, dueAfterWeeks, sendTribunalCalendar, workingDayCalendar } from './calendars';
import { addDays, dayOfWeek, londonDate } from './dates';
import { given, on, refusalOf } from './spec-values';

const years = Array.from({ length: 15 }, (_, place) => 2014 + place);
const working = workingDayCalendar();
const after = (calendar: typeof working, from: string, days: number) => given(addWorkingDays(calendar, on(from), days));

describe('The table of bank holidays', () => {
  it.each(years)('agrees with date-holidays on the weekdays of %d', (year) => {
    // date-holidays also lists the weekend days themselves, which their substitute days stand in for.
    const theirs = new Holidays('GB', 'ENG')
      .getHolidays(year)
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10))
      .filter((date) => dayOfWeek(on(date)) <= 5);
    const ours = [...bankHolidaysKnownAt(englandAndWales)].filter((date) => date.startsWith(String(year)));
    expect(ours.sort()).toEqual([...new Set(theirs)].sort());
  });

  it('holds only days that exist, on weekdays, in order, with a source and known before the day', () => {
    let before = '';
    for (const { date, source, knownSince, withdrawnSince } of englandAndWales.holidays) {
      expect([date, knownSince, withdrawnSince ?? date].map((text) => londonDate(text).ok)).toEqual([true, true, true]);
      expect(dayOfWeek(date)).toBeLessThanOrEqual(5);
      expect(date > before && knownSince < date && source.length > 20).toBe(true);
      before = date;
    }
  });
});

describe('Statutory weeks of an EHC needs assessment asked for on 7 April 2025 (worked example 2)', () => {
  it.each([
    ['deciding whether to assess', 6, '2025-05-19'],
    ['refusing to issue a plan', 16, '2025-07-28'],
    ['the final plan, on a bank holiday, because nothing rolls', 20, '2025-08-25'],
  ])('%s: %d weeks end on %s', (_, weeks, due) => {
    expect(dueAfterWeeks(on('2025-04-07'), weeks)).toBe(due);
  });

  it('health advice asked for on 20 May is due on 1 July', () => {
    expect(dueAfterWeeks(on('2025-05-20'), 6)).toBe('2025-07-01');
  });
});

describe('Statutory weeks of an annual review met on 15 September 2025 (worked example 3)', () => {
  it.each([
    ['notice and papers', -2, '2025-09-01'],
    ['the report', 2, '2025-09-29'],
    ['the decision with its proposed amendments', 4, '2025-10-13'],
    ['the long-stop', 12, '2025-12-08'],
  ])('%s: %d weeks end on %s', (_, weeks, due) => expect(dueAfterWeeks(on('2025-09-15'), weeks)).toBe(due));

  it('the final plan is due eight weeks after the notice of 3 October, on 28 November', () => {
    expect(dueAfterWeeks(on('2025-10-03'), 8)).toBe('2025-11-28');
  });
});

describe('Continuing care referred on 2 June 2025 (worked example 4)', () => {
  it('is to be decided by 14 July', () => expect(dueAfterWeeks(on('2025-06-02'), 6)).toBe('2025-07-14'));
});

describe('Working days', () => {
  it('ten from Thursday 18 December 2025 end on Tuesday 6 January 2026 (worked example 9)', () => {
    expect(after(working, '2025-12-18', 10)).toBe('2026-01-06');
  });

  it('begin with the day after, and none at all is the day itself', () => {
    expect(after(working, '2025-10-06', 1)).toBe('2025-10-07');
    expect(after(working, '2025-10-11', 0)).toBe('2025-10-11');
    expect(after(working, '2025-10-10', 1)).toBe('2025-10-13');
  });

  it('never end on a weekend or a bank holiday, and add up however they are counted', () => {
    for (let from = on('2019-01-01'); from < '2024-01-01'; from = addDays(from, 1)) {
      const end = after(working, from, 7);
      expect(working.isWorkingDay(end)).toBe(true);
      expect(after(working, after(working, from, 3), 4)).toBe(end);
    }
  });

  it('are not guessed in years whose bank holidays nobody has entered', () => {
    expect(addWorkingDays(working, on('2028-12-20'), 10)).toMatchObject({
      refusal: 'working-days-beyond-calendar',
      because: expect.stringContaining('from 1 January 2014 to 31 December 2028'),
    });
    expect(refusalOf(addWorkingDays(working, on('2013-12-20'), 1))).toBe('working-days-beyond-calendar');
    expect(refusalOf(addWorkingDays(working, on('2025-01-01'), 1_000_000_000))).toBe('working-days-beyond-calendar');
  });

  it('are counted in whole numbers from nothing up', () => {
    expect(() => addWorkingDays(working, on('2025-10-06'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(working, on('2025-10-06'), 1.5)).toThrow(RangeError);
  });
});

describe('Working days by what was known at the time', () => {
  it.each([
    { what: 'the state funeral', knownAt: '2022-09-09', from: '2022-09-16', next: '2022-09-19' },
    { what: 'the state funeral, once proclaimed', knownAt: '2022-09-10', from: '2022-09-16', next: '2022-09-20' },
    { what: 'the coronation', knownAt: '2022-11-05', from: '2023-05-05', next: '2023-05-08' },
    { what: 'the coronation, once announced', knownAt: '2022-11-06', from: '2023-05-05', next: '2023-05-09' },
    { what: 'the early May holiday of 2020 before it was moved', knownAt: '2019-06-06', from: '2020-05-01', next: '2020-05-05' },
    { what: 'the early May holiday of 2020 after it was moved', knownAt: '2019-06-07', from: '2020-05-01', next: '2020-05-04' },
    { what: 'VE day before it became a holiday', knownAt: '2019-06-06', from: '2020-05-07', next: '2020-05-08' },
    { what: 'VE day after it became a holiday', knownAt: '2019-06-07', from: '2020-05-07', next: '2020-05-11' },
    { what: 'the spring holiday of 2022 before it was moved', knownAt: '2020-11-11', from: '2022-05-27', next: '2022-05-31' },
    { what: 'the spring holiday of 2022 after it was moved', knownAt: '2020-11-12', from: '2022-05-27', next: '2022-05-30' },
    { what: 'the Jubilee before it was announced', knownAt: '2020-11-11', from: '2022-06-01', next: '2022-06-02' },
    { what: 'the Jubilee once announced', knownAt: '2020-11-12', from: '2022-06-01', next: '2022-06-06' },
  ])('$what: as known on $knownAt, the working day after $from is $next', ({ knownAt, from, next }) => {
    expect(after(workingDayCalendar({ knownAt: on(knownAt) }), from, 1)).toBe(next);
  });

  it('can rest on another table, where one was imported', () => {
    const table = { covers: { from: on('2031-01-01'), to: on('2032-01-01') }, holidays: [] };
    expect(after(workingDayCalendar({ table }), '2031-12-24', 1)).toBe('2031-12-25');
  });
});

describe('The SEND tribunal’s days', () => {
  const tribunal = sendTribunalCalendar();

  it('leave out 25 December to 1 January', () => {
    expect(after(tribunal, '2025-12-18', 10)).toBe('2026-01-09');
    expect(after(tribunal, '2025-12-24', 1)).toBe('2026-01-02');
  });

  it('leave out all of August', () => {
    expect(after(tribunal, '2025-07-31', 1)).toBe('2025-09-01');
    expect(after(tribunal, '2025-07-18', 30)).toBe('2025-09-29');
  });

  it('follow what was known at the time as well', () => {
    expect(after(sendTribunalCalendar({ knownAt: on('2022-09-09') }), '2022-09-16', 1)).toBe('2022-09-19');
  });
});
