import { lineCategories, needCategories, outcomes, panelKinds } from '@accord/panel/contracts';
import type { RequestedLine } from '@accord/panel/contracts';
import { londonDate, pence } from '@accord/shared/kernel';
import type { LondonDate, Result } from '@accord/shared/kernel';
import fc from 'fast-check';
import { highestGrossWeek } from './decision-reading';
import { factToken, wordToken } from './index-tokens';
import { costBandAt, costBandOf, costBands, costBandsWithin } from './precedent';
import { monthBegins, placeOf } from './precedent-index';
import { keyedHash } from './sample-precedents';

function granted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.because);
  return result.value;
}
const day = (text: string): LondonDate => granted(londonDate(text));
const line = (from: string, to: string | null, ...rates: readonly (readonly [string, number])[]): Pick<RequestedLine, 'period' | 'rates'> => ({
  period: { from: day(from), to: to === null ? null : day(to) },
  rates: rates.map(([on, weekly]) => ({ from: day(on), weeklyPence: granted(pence(weekly)) })),
});

describe('The highest gross week of a package', () => {
  it('adds up the lines that run on the same day, at the rates of that day', () => {
    const nights = line('2025-10-06', null, ['2025-10-06', 90_000], ['2026-04-01', 95_000]);
    const therapy = line('2025-11-03', '2026-04-01', ['2025-11-03', 8_000]);
    expect(highestGrossWeek([nights, therapy])).toBe(98_000);
    expect(highestGrossWeek([nights])).toBe(95_000);
    expect(highestGrossWeek([nights, line('2025-11-03', '2026-04-02', ['2025-11-03', 8_000])])).toBe(103_000);
  });

  it('is told of lines that are paid otherwise than by the week, and of what is paid once in its seven days', () => {
    const [from, to] = [day('2025-10-06'), day('2025-10-07')];
    const hourly = { period: { from, to: null }, rates: [{ from, hourlyPence: granted(pence(2_000)), weeklyMinutes: 600 }] };
    const hoist = { period: { from, to }, rates: [{ from, oncePence: granted(pence(150_000)) }] };
    expect(highestGrossWeek([hourly])).toBe(20_000);
    expect(highestGrossWeek([hourly, hoist])).toBe(170_000);
    const begins = (on: string) => ({ period: { from: day(on), to: null }, rates: [{ from: day(on), dailyPence: granted(pence(1_000)) }] });
    expect(highestGrossWeek([hoist, begins('2025-10-12')])).toBe(157_000);
    expect(highestGrossWeek([hoist, begins('2025-10-13')])).toBe(150_000);
  });

  it('is nothing where nothing is provided', () => expect(highestGrossWeek([])).toBe(0));
});

describe('A cost band', () => {
  it('begins at its figure and ends just before that of the next', () => {
    expect([0, 9_999, 10_000, 799_999, 800_000, 90_000_000].map(costBandOf)).toEqual([0, 0, 1, 6, 7, 7]);
    expect(costBandAt(1)).toEqual({ fromPence: 10_000, toPence: 25_000 });
    expect(costBandAt(costBands.length - 1)).toEqual({ fromPence: 800_000, toPence: null });
  });

  it('is found by any range that holds a figure of it, and by no other', () => {
    const figure = fc.nat(1_000_000);
    fc.assert(
      fc.property(figure, figure, fc.nat(500_000), (cost, from, length) => {
        const found = costBandsWithin(from, from + length + 1);
        if (from <= cost && cost <= from + length) expect(found).toContain(costBandOf(cost));
        for (const place of found) {
          const { fromPence, toPence } = costBandAt(place);
          expect(fromPence <= from + length && (toPence === null || toPence > from)).toBe(true);
        }
      }),
    );
    expect(costBandsWithin(0, undefined)).toHaveLength(costBands.length);
  });
});

describe('What a precedent is indexed under', () => {
  it('is letters and digits, another for each fact, and never that of a word', () => {
    const facts = [
      ...needCategories.map((each) => factToken('need', each)),
      ...lineCategories.map((each) => factToken('line', each)),
      ...outcomes.map((each) => factToken('outcome', each)),
      ...panelKinds.map((each) => factToken('panel', each)),
      ...costBands.map((_from, place) => factToken('cost', place)),
    ];
    expect(new Set(facts).size).toBe(facts.length);
    for (const fact of facts) expect(fact).toMatch(/^(?!w)[a-z0-9]+$/);
    expect(wordToken(keyedHash, 'night')).toMatch(/^w[0-9a-f]{16}$/);
    expect(wordToken(keyedHash, 'night')).not.toBe(wordToken((_purpose, text) => keyedHash('command fingerprint', text), 'night'));
  });

  it('is ordered by month and then as recorded, in whole numbers up to the year 2200', () => {
    expect(placeOf('2025-10', 7)).toBeGreaterThan(placeOf('2025-10', 6));
    expect(placeOf('2025-11', 0)).toBeGreaterThan(placeOf('2025-10', 2 ** 40));
    expect(monthBegins('2026-01')).toBeGreaterThan(placeOf('2025-12', 2 ** 40));
    expect(placeOf('2200-12', 2 ** 41 - 1)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  });
});
