import fc from 'fast-check';
import { addDays } from './dates';
import { contains, cutAt, daysIn, intersect, isClosed, period } from './period';
import type { ClosedPeriod } from './period';
import { given, on } from './spec-values';

const days = (from: string, to: string) => given(period(on(from), on(to)));
const since = (from: string) => given(period(on(from), null));

describe('A period', () => {
  it('holds its first day and not its end', () => {
    const sixWeeks = days('2025-10-06', '2025-11-17');
    expect([on('2025-10-05'), on('2025-10-06'), on('2025-11-16'), on('2025-11-17')].map((day) => contains(sixWeeks, day))).toEqual(
      [false, true, true, false],
    );
    expect(daysIn(sixWeeks)).toBe(42);
  });

  it('may have no end yet', () => {
    expect(contains(since('2025-10-06'), on('2199-01-01'))).toBe(true);
    expect(isClosed(since('2025-10-06'))).toBe(false);
    expect(isClosed(days('2025-10-06', '2025-10-07'))).toBe(true);
  });

  it('that ends before it begins is refused, and both days are named', () => {
    expect(period(on('2025-10-06'), on('2025-10-05'))).toMatchObject({
      refusal: 'period-ends-before-it-begins',
      because: 'The period begins on 6 October 2025 and ends before that, on 5 October 2025: change one of the two.',
    });
  });

  it('of no day is refused, and says how to give one day', () => {
    expect(period(on('2025-10-06'), on('2025-10-06'))).toMatchObject({
      refusal: 'period-empty',
      because: expect.stringContaining('for one day, give the next day as the end'),
    });
  });
});

describe('Two periods', () => {
  it('share the days that both hold', () => {
    expect(intersect(days('2025-10-06', '2025-11-17'), since('2025-11-01'))).toEqual(days('2025-11-01', '2025-11-17'));
    expect(intersect(since('2025-10-06'), since('2025-11-01'))).toEqual(since('2025-11-01'));
  });

  it('share none where one begins as the other ends', () => {
    expect(intersect(days('2025-10-06', '2025-11-17'), since('2025-11-17'))).toBeUndefined();
    expect(intersect(since('2025-11-18'), days('2025-10-06', '2025-11-17'))).toBeUndefined();
  });

  it('share the same days whichever is named first, each of them in both', () => {
    const lengths = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }));
    const periods = lengths.map(([begin, length]): ClosedPeriod => {
      const from = addDays(on('2025-09-01'), begin);
      return { from, to: addDays(from, length) };
    });
    fc.assert(
      fc.property(periods, periods, fc.nat(120), (first, second, day) => {
        const shared = intersect(first, second);
        const date = addDays(on('2025-09-01'), day);
        expect(shared).toEqual(intersect(second, first));
        expect(shared !== undefined && contains(shared, date)).toBe(contains(first, date) && contains(second, date));
      }),
    );
  });
});

describe('A period that is cut', () => {
  it('falls into pieces that follow one another, whatever the order of the cuts', () => {
    const cuts = [on('2025-11-01'), on('2025-10-20'), on('2025-11-01')];
    expect(cutAt(days('2025-10-06', '2025-11-17'), cuts)).toEqual([
      days('2025-10-06', '2025-10-20'),
      days('2025-10-20', '2025-11-01'),
      days('2025-11-01', '2025-11-17'),
    ]);
  });

  it('is left whole by cuts at its edges or outside it', () => {
    const whole = days('2025-10-06', '2025-11-17');
    expect(cutAt(whole, [whole.from, whole.to, on('2025-01-01'), on('2026-01-01')])).toEqual([whole]);
  });

  it('without an end keeps its last piece open', () => {
    expect(cutAt(since('2025-10-06'), [on('2026-04-01')])).toEqual([days('2025-10-06', '2026-04-01'), since('2026-04-01')]);
  });
});
