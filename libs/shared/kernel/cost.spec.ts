import fc from 'fast-check';
import { costOfDays, cumulativeCost } from './cost';
import type { Pause } from './cost';
import { addDays } from './dates';
import type { LondonDate } from './dates';
import { pence } from './money';
import { cutAt, period } from './period';
import { rateTable, weeklyPenceOf } from './rates';
import type { RateTable } from './rates';
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
    expect(cumulativeCost({ rates, lineFrom }, on('2025-09-10'))).toBe(90_000);
    expect(costOfDays({ rates, lineFrom, window: days('2025-09-08', '2025-09-15') })).toBe(20_000 + 100_000);
  });

  it('is nothing before the line begins', () => {
    expect(costOfDays({ rates, lineFrom, window: days('2025-04-01', '2025-09-01') })).toBe(0);
  });

  it('is not guessed where no rate covers the first day', () => {
    expect(() => cumulativeCost({ rates: [], lineFrom }, on('2025-09-02'))).toThrow(RangeError);
  });

  it('stays exact at rates that no line will ever have', () => {
    const huge = given(rateTable(lineFrom, [{ from: lineFrom, weeklyPence: given(pence(900_719_925_474_099)) }]));
    expect(costOfDays({ rates: huge, lineFrom, window: days('2025-09-01', '2025-11-10') })).toBe(9_007_199_254_740_990);
    expect(() => cumulativeCost({ rates: huge, lineFrom }, on('2026-09-01'))).toThrow(RangeError);
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

const weeklyTables: fc.Arbitrary<RateTable> = fc
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
/** Rates of every kind, one after the other. */
const anyRate = fc.integer({ min: 0, max: 500_000 }).chain((amount) => {
  const money = given(pence(amount));
  return fc.oneof(
    fc.constant({ weeklyPence: money }),
    fc.constant({ dailyPence: money }),
    fc.integer({ min: 1, max: 10_080 }).map((weeklyMinutes) => ({ hourlyPence: money, weeklyMinutes })),
    fc.constant({ fourWeeklyPence: money }),
    fc.constant({ oncePence: money }),
  );
});
const tables: fc.Arbitrary<RateTable> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 40 }), anyRate), { minLength: 1, maxLength: 6 })
  .map((steps) => {
    let from = lineFrom;
    return steps.map(([gap, rate]) => {
      const since = from;
      from = addDays(from, gap);
      return { from: since, ...rate };
    });
  });
const pausings: fc.Arbitrary<readonly Pause[]> = fc.array(fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 40 }), fc.nat(10_000)), { maxLength: 3 }).map((all) => {
  let from = lineFrom;
  return all.map(([gap, length, retainedBasisPoints]) => {
    const pause = { from: addDays(from, gap), to: addDays(from, gap + length), retainedBasisPoints };
    from = pause.to;
    return pause;
  });
});
const dayNumbers = fc.integer({ min: 0, max: 200 });

/** What a day costs, in parts of which a penny has 420 × 10,000, found as a reader of the rules would. */
function partsOfDay(rates: RateTable, pauses: readonly Pause[], day: LondonDate): bigint {
  const rate = rates.findLast(({ from }) => from <= day);
  if (rate === undefined) return 0n;
  if ('oncePence' in rate) return rate.from === day ? BigInt(rate.oncePence) * 4_200_000n : 0n;
  const [amount, of] =
    'weeklyPence' in rate
      ? [BigInt(rate.weeklyPence), 7n]
      : 'fourWeeklyPence' in rate
        ? [BigInt(rate.fourWeeklyPence), 28n]
        : 'dailyPence' in rate
          ? [BigInt(rate.dailyPence), 1n]
          : [BigInt(rate.hourlyPence) * BigInt(rate.weeklyMinutes), 420n];
  const pause = pauses.find(({ from, to }) => from <= day && (to === null || day < to));
  return ((amount * 4_200_000n) / of / 10_000n) * BigInt(pause?.retainedBasisPoints ?? 10_000);
}

describe('The cost from the first day', () => {
  it('is that of its days one by one, rounded once, of rates of any kind and size and of suspensions', () => {
    const scaled = fc.record({ rates: fc.oneof(weeklyTables, tables), pauses: pausings, days: fc.integer({ min: 1, max: 400 }), scale: fc.constantFrom(1, 1_000, 100_000) });
    fc.assert(
      fc.property(scaled, ({ rates, pauses, days: length, scale }) => {
        // Each is a rate as it was, its amounts multiplied.
        const dearer = rates.map((rate) => Object.fromEntries(Object.entries(rate).map(([name, value]) => [name, name.endsWith('Pence') ? Number(value) * scale : value])) as unknown as typeof rate);
        let parts = 0n;
        for (let day = 0; day < length; day += 1) parts += partsOfDay(dearer, pauses, addDays(lineFrom, day));
        const pennies = (parts + 2_100_000n) / 4_200_000n;
        expect(cumulativeCost({ rates: dearer, lineFrom, pauses }, addDays(lineFrom, length))).toBe(Number(pennies));
      }),
    );
  });
});

describe('The cost of any days', () => {
  it('adds up however the window is cut, day by day included', () => {
    const cutting = fc.record({ rates: fc.oneof(weeklyTables, tables), pauses: pausings, begin: dayNumbers, length: fc.integer({ min: 1, max: 100 }), cuts: fc.array(dayNumbers) });
    fc.assert(
      fc.property(cutting, ({ rates, pauses, begin, length, cuts }) => {
        const from = addDays(lineFrom, begin);
        const window = given(period(from, addDays(from, length)));
        const total = (at: readonly number[]) =>
          cutAt(window, at.map((day) => addDays(lineFrom, day)))
            .map((piece) => costOfDays({ rates, lineFrom, window: piece, pauses }))
            .reduce((sum, cost) => sum + cost, 0);
        const whole = costOfDays({ rates, lineFrom, window, pauses });
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
      fc.property(weeklyTables, dayNumbers, (rates, length) => {
        let sevenths = 0;
        for (let day = 0; day < length; day += 1) {
          const date = addDays(lineFrom, day);
          const rate = rates.findLast(({ from }) => from <= date);
          sevenths += rate ? weeklyPenceOf(rate) : 0;
        }
        const away = cumulativeCost({ rates, lineFrom }, addDays(lineFrom, length)) * 7 - sevenths;
        expect(Math.abs(away)).toBeLessThanOrEqual(3);
        const next = { from: addDays(lineFrom, length), to: addDays(lineFrom, length + 1) };
        expect(costOfDays({ rates, lineFrom, window: next })).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('A line that is paid otherwise than by the week', () => {
  const amount = (pounds: number) => given(pence(pounds * 100));
  const costOf = (rate: object, length: number, pauses: readonly Pause[] = []) => {
    // Each case of the table below is a rate without its day.
    const rates = given(rateTable(lineFrom, [{ from: lineFrom, ...rate } as RateTable[number]]));
    return costOfDays({ rates, lineFrom, window: { from: lineFrom, to: addDays(lineFrom, length) }, pauses });
  };

  it.each([
    ['by the day', { dailyPence: amount(120) }, 31, 372_000],
    ['by the hour, 37 hours and a half a week', { hourlyPence: amount(24), weeklyMinutes: 2_250 }, 14, 180_000],
    ['by the hour, a day of such a week', { hourlyPence: amount(24), weeklyMinutes: 2_250 }, 1, 12_857],
    ['every four weeks', { fourWeeklyPence: amount(1_000) }, 28, 100_000],
    ['every four weeks, half of them', { fourWeeklyPence: 101 }, 14, 51],
    ['once', { oncePence: amount(5_000) }, 1, 500_000],
    ['once, whatever follows', { oncePence: amount(5_000) }, 365, 500_000],
  ])('%s', (_what, rate, length, cost) => {
    expect(costOf(rate, length)).toBe(cost);
  });

  it('costs only what is retained while it is suspended, and all of what is paid once', () => {
    const pause = (retainedBasisPoints: number) => [{ from: addDays(lineFrom, 7), to: addDays(lineFrom, 14), retainedBasisPoints }];
    expect(costOf({ weeklyPence: amount(700) }, 28, pause(0))).toBe(210_000);
    expect(costOf({ weeklyPence: amount(700) }, 28, pause(2_500))).toBe(227_500);
    expect(costOf({ weeklyPence: amount(700) }, 28, [{ from: addDays(lineFrom, 7), to: null, retainedBasisPoints: 0 }])).toBe(70_000);
    expect(costOf({ oncePence: amount(700) }, 28, [{ from: lineFrom, to: null, retainedBasisPoints: 0 }])).toBe(70_000);
  });

  it.each([
    ['more minutes than a week has', [{ from: lineFrom, hourlyPence: amount(20), weeklyMinutes: 10_081 }], 'weekly-minutes-not-a-week'],
    ['part of a minute', [{ from: lineFrom, hourlyPence: amount(20), weeklyMinutes: 0.5 }], 'weekly-minutes-not-a-week'],
    ['something paid before the line begins', [{ from: addDays(lineFrom, -1), oncePence: amount(20) }], 'one-off-before-line'],
  ])('is refused with %s', (_what, rates, code) => {
    expect(refusalOf(rateTable(lineFrom, rates))).toBe(code);
  });
});
