import fc from 'fast-check';
import { addDays, addMonths, dateOfEpochDay, dayOfWeek, daysBetween, epochDayOf, londonDate } from './dates';
import { instantOf, londonDateOf } from './instants';
import { given, on } from './spec-values';
import { temporal } from './temporal';

const { Instant, PlainDate } = temporal();
const dates = fc
  .integer({ min: epochDayOf(on('1900-01-01')), max: epochDayOf(on('2200-12-31')) })
  .map((day) => dateOfEpochDay(day));

describe('The kernel’s own reckoning agrees with Temporal', () => {
  it('on days, weeks and the days between', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const theirs = PlainDate.from(date).add({ days });
        expect(addDays(date, days)).toBe(theirs.toString());
        expect(daysBetween(date, addDays(date, days))).toBe(PlainDate.from(date).until(theirs).days);
        expect(dayOfWeek(date)).toBe(PlainDate.from(date).dayOfWeek);
      }),
    );
  });

  it('on months, the shorter month’s last day included', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1_200, max: 1_200 }), (date, months) => {
        expect(addMonths(date, months)).toBe(PlainDate.from(date).add({ months }).toString());
      }),
    );
  });

  it('on which days exist', () => {
    const parts = fc.tuple(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }));
    fc.assert(
      fc.property(parts, ([year, month, day]) => {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(londonDate(text).ok).toBe(existsForTemporal(text));
      }),
    );
  });

  it('on moments with any offset', () => {
    const minutes = fc.integer({ min: 0, max: 1_439 });
    const moments = fc.record({ date: dates, time: minutes, offset: minutes, sign: fc.constantFrom('+', '-') });
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(moments, ({ date, time, offset, sign }) => {
        const text = `${date}T${clock(time)}:07.25${sign}${clock(offset)}`;
        expect(instantOf(text)).toEqual({ ok: true, value: Instant.from(text).toString({ smallestUnit: 'millisecond' }) });
      }),
    );
  });

  it('on the day in London, at any hour since 1900, double summer time included', () => {
    const moments = fc.tuple(dates, fc.integer({ min: 0, max: 1_439 }), fc.constantFrom(0, 59));
    fc.assert(
      fc.property(moments, ([date, minute, second]) => {
        const instant = Instant.from(`${date}T00:00:00Z`).add({ minutes: minute, seconds: second });
        const zoned = instant.toZonedDateTimeISO('Europe/London');
        const text = given(instantOf(instant.toString()));
        expect(londonDateOf(text)).toBe(zoned.toPlainDate().toString());
      }),
      { numRuns: 500 },
    );
  });
});

describe('The day in London of a late moment', () => {
  it.each([
    ['2025-06-30T22:59:59.999Z', '2025-06-30'],
    ['2025-06-30T23:00:00.000Z', '2025-07-01'],
    ['2025-12-31T23:59:59.999Z', '2025-12-31'],
    ['2025-03-29T23:30:00.000Z', '2025-03-29'],
    ['2025-03-30T23:30:00.000Z', '2025-03-31'],
    ['2025-10-25T23:30:00.000Z', '2025-10-26'],
    ['2025-10-26T23:30:00.000Z', '2025-10-26'],
    ['1944-06-05T22:30:00.000Z', '1944-06-06'],
    ['1970-01-01T23:30:00.000Z', '1970-01-02'],
  ])('%s is %s', (instant, date) => expect(londonDateOf(instant)).toBe(date));
});

function existsForTemporal(text: string): boolean {
  try {
    PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}
