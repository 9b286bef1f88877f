import fc from 'fast-check';
import { costOfDays, cumulativeCost, rateTable } from './cost';
import type { RateTable } from './cost';
import { addDays } from './dates';
import { pence } from './money';
import { cutAt, period } from './period';
import { given, on, pounds, refusalOf } from './spec-values';

const lineFrom = on('2025-09-01');
const days = (from: string, to: string) => given(period(on(from), on(to)));

describe('Three arrangements in one week (worked example 11)', () => {
  const rates = given(rateTable(lineFrom, [{ from: lineFrom, weeklyPence: pounds(1_000) }]));

  it('cost 142.86, 142.85 and 714.29, which is the week', () => {
    const pieces = cutAt(days('2025-09-01', '2025-09-08'), [on('2025-09-02'), on('2025-09-03')]);
    const costs = pieces.map((window) => costOfDays({ rates, lineFrom, window }));
    expect(costs).toEqual([14_286, 14_285, 71_429]);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBe(100_000);
  });
});

describe('What a line costs', () => {
  const rates = given(
    rateTable(lineFrom, [
      { from: on('2025-04-01'), weeklyPence: pounds(999) },
      { from: lineFrom, weeklyPence: pounds(700) },
      { from: on('2025-09-10'), weeklyPence: pounds(1_400) },
    ]),
  );

  it('follows the rate of each day, from the line’s first day', () => {
    expect(cumulativeCost(rates, lineFrom, on('2025-09-10'))).toBe(90_000);
    expect(costOfDays({ rates, lineFrom, window: days('2025-09-08', '2025-09-15') })).toBe(20_000 + 100_000);
  });

  it('is nothing before the line begins', () => {
    expect(costOfDays({ rates, lineFrom, window: days('2025-04-01', '2025-09-01') })).toBe(0);
  });

  it('is not guessed where no rate covers the first day', () => {
    expect(() => cumulativeCost([], lineFrom, on('2025-09-02'))).toThrow(RangeError);
  });

  it('stays exact at rates that no line will ever have', () => {
    const huge = given(rateTable(lineFrom, [{ from: lineFrom, weeklyPence: given(pence(900_719_925_474_099)) }]));
    expect(costOfDays({ rates: huge, lineFrom, window: days('2025-09-01', '2025-11-10') })).toBe(9_007_199_254_740_990);
    expect(() => cumulativeCost(huge, lineFrom, on('2026-09-01'))).toThrow(RangeError);
  });
});

describe('A table of weekly rates', () => {
  const rate = (from: string) => ({ from: on(from), weeklyPence: pounds(100) });

  it('is refused where a rate does not begin after the one before it', () => {
    expect(refusalOf(rateTable(lineFrom, [rate('2025-09-01'), rate('2025-09-01')]))).toBe('rates-not-in-order');
    expect(refusalOf(rateTable(lineFrom, [rate('2025-09-01'), rate('2025-08-01')]))).toBe('rates-not-in-order');
  });

  it('is refused where the first day has no rate', () => {
    expect(refusalOf(rateTable(lineFrom, []))).toBe('rate-missing-from-first-day');
    expect(refusalOf(rateTable(lineFrom, [rate('2025-09-02')]))).toBe('rate-missing-from-first-day');
  });
});

const tables: fc.Arbitrary<RateTable> = fc
  .array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), weekly: fc.integer({ min: 0, max: 500_000 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((steps) => {
    let from = addDays(lineFrom, -(steps[0]?.gap ?? 0));
    return steps.map(({ gap, weekly }) => {
      const rate = { from, weeklyPence: given(pence(weekly)) };
      from = addDays(from, gap);
      return rate;
    });
  });
const dayNumbers = fc.integer({ min: 0, max: 200 });

describe('The cost of any days', () => {
  it('adds up however the window is cut, day by day included', () => {
    const cutting = fc.record({ rates: tables, begin: dayNumbers, length: fc.integer({ min: 1, max: 100 }), cuts: fc.array(dayNumbers) });
    fc.assert(
      fc.property(cutting, ({ rates, begin, length, cuts }) => {
        const from = addDays(lineFrom, begin);
        const window = given(period(from, addDays(from, length)));
        const total = (at: readonly number[]) =>
          cutAt(window, at.map((day) => addDays(lineFrom, day)))
            .map((piece) => costOfDays({ rates, lineFrom, window: piece }))
            .reduce((sum, cost) => sum + cost, 0);
        const whole = costOfDays({ rates, lineFrom, window });
        expect(total(cuts)).toBe(whole);
        expect(total(Array.from({ length: 301 }, (_, day) => day))).toBe(whole);
      }),
    );
  });

  it('is the weekly rate for every whole week at one rate, whatever the week’s first day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), dayNumbers, (weekly, begin) => {
        const rates = [{ from: lineFrom, weeklyPence: given(pence(weekly)) }];
        const from = addDays(lineFrom, begin);
        expect(costOfDays({ rates, lineFrom, window: { from, to: addDays(from, 7) } })).toBe(weekly);
      }),
    );
  });

  it('is within half a penny of the exact sevenths from the line’s first day, and never below nothing', () => {
    fc.assert(
      fc.property(tables, dayNumbers, (rates, length) => {
        let sevenths = 0;
        for (let day = 0; day < length; day += 1) {
          const date = addDays(lineFrom, day);
          sevenths += rates.findLast((rate) => rate.from <= date)?.weeklyPence ?? 0;
        }
        const away = cumulativeCost(rates, lineFrom, addDays(lineFrom, length)) * 7 - sevenths;
        expect(Math.abs(away)).toBeLessThanOrEqual(3);
        const next = { from: addDays(lineFrom, length), to: addDays(lineFrom, length + 1) };
        expect(costOfDays({ rates, lineFrom, window: next })).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
