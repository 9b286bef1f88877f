import fc from 'fast-check';
import { noPence, pence, sumPence } from './money';
import type { Pence } from './money';
import { apportion, apportionBetween, apportionCumulatively } from './shares';
import type { Shares } from './shares';
import { given, percentages, pounds, ratio, split } from './spec-values';

const amounts = (max: number) => fc.integer({ min: 0, max }).map((amount): Pence => given(pence(amount)));

// Basis points are cut from the whole at random places, so that they always make it; noughts included.
const basisPoints = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { maxLength: 5 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 10_000])
  .map((marks) => split('basis-points', ...marks.slice(1).map((mark, place) => mark - (marks[place] ?? 0))));
const ratios = fc
  .array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 6 })
  .map((weights) => ratio(...weights));
const anyShares: fc.Arbitrary<Shares> = fc.oneof(basisPoints, ratios);
const weeks = fc.array(fc.oneof(amounts(5), amounts(400_000)), { maxLength: 60 });

const columns = (rows: readonly (readonly number[])[], count: number): number[] =>
  Array.from({ length: count }, (_, place) => rows.reduce((sum, row) => sum + (row[place] ?? 0), 0));

/** Whether a part lies within (n - 1)/n of a penny of its exact share, n being the agencies that bear something. */
function keepsWithinBound(total: number, parts: readonly number[], { parts: agreed }: Shares): boolean {
  const whole = agreed.reduce((sum, part) => sum + BigInt(part.weight), 0n);
  const bearing = BigInt(agreed.filter((part) => part.weight > 0).length);
  return agreed.every(({ weight }, place) => {
    const away = BigInt(parts[place] ?? 0) * whole - BigInt(total) * BigInt(weight);
    return (away < 0n ? -away : away) * bearing <= (bearing - 1n) * whole;
  });
}

describe('Six weeks after surgery (worked example 1)', () => {
  const personalCare = [1_847.35, 1_847.35, 1_847.35, 2_310.01, 2_310.01, 2_310.01].map(pounds);
  const rows = apportionCumulatively(personalCare, percentages(50, 50));

  it("gives health's weekly column to the penny", () => {
    expect(rows.map(([health]) => health)).toEqual([92_368, 92_367, 92_368, 115_500, 115_501, 115_500]);
  });

  it('ends at £6,236.04 for each agency', () => {
    expect(columns(rows, 2)).toEqual([623_604, 623_604]);
  });

  it('gives a week of £40,000 half and half as well', () => {
    expect(apportionCumulatively([pounds(40_000)], percentages(50, 50))).toEqual([[2_000_000, 2_000_000]]);
  });
});

describe('Any split of any total', () => {
  it('sums to the whole, and leaves nobody below nothing', () => {
    fc.assert(
      fc.property(amounts(Number.MAX_SAFE_INTEGER), anyShares, (total, agreed) => {
        const parts = apportion(total, agreed);
        expect(sumPence(parts)).toBe(total);
        expect(parts.every((part) => part >= 0)).toBe(true);
      }),
    );
  });

  it('gives nothing to an agency that bears nothing', () => {
    fc.assert(
      fc.property(amounts(1_000), basisPoints, (total, agreed) => {
        const parts = apportion(total, agreed);
        agreed.parts.forEach(({ weight }, place) => weight > 0 || expect(parts[place]).toBe(0));
      }),
    );
  });

  it('keeps each agency within (n - 1)/n of a penny of its exact share, and one penny in n reaches that', () => {
    fc.assert(
      fc.property(amounts(Number.MAX_SAFE_INTEGER), anyShares, (total, agreed) =>
        keepsWithinBound(total, apportion(total, agreed), agreed),
      ),
    );
    expect(apportion(pounds(0.01), ratio(1, 1, 1))).toEqual([1, 0, 0]);
  });
});

describe('A split over any sequence of weeks', () => {
  it('makes up each week exactly', () => {
    fc.assert(
      fc.property(weeks, anyShares, (costs, agreed) => {
        expect(apportionCumulatively(costs, agreed).map((row) => sumPence(row))).toEqual(costs);
      }),
    );
  });

  it('never drifts: after every week each agency has borne its exact share within (n - 1)/n of a penny', () => {
    fc.assert(
      fc.property(weeks, anyShares, (costs, agreed) => {
        const borne = agreed.parts.map(() => 0);
        let total = 0;
        apportionCumulatively(costs, agreed).forEach((row, week) => {
          row.forEach((amount, place) => (borne[place] = (borne[place] ?? 0) + amount));
          total += costs[week] ?? 0;
          expect(keepsWithinBound(total, borne, agreed)).toBe(true);
        });
      }),
    );
  });

  it('is the same whichever way the window is cut', () => {
    const cutting = fc.record({ costs: weeks, agreed: anyShares, joined: fc.array(fc.boolean(), { maxLength: 60 }) });
    fc.assert(
      fc.property(cutting, ({ costs, agreed, joined }) => {
        const coarse: Pence[] = [];
        costs.forEach((cost, week) => {
          if (week > 0 && joined[week] === true) coarse.push(sumPence([coarse.pop() ?? noPence, cost]));
          else coarse.push(cost);
        });
        const count = agreed.parts.length;
        expect(columns(apportionCumulatively(coarse, agreed), count)).toEqual(
          columns(apportionCumulatively(costs, agreed), count),
        );
      }),
    );
  });

  it('gives a window alone what the same weeks get within the whole', () => {
    fc.assert(
      fc.property(weeks, weeks, anyShares, (earlier, later, agreed) => {
        const before = sumPence(earlier);
        const whole = apportionCumulatively([...earlier, ...later], agreed).slice(earlier.length);
        const alone = apportionBetween(before, sumPence([before, ...later]), agreed);
        expect(columns(whole, agreed.parts.length)).toEqual(alone);
      }),
    );
  });
});

describe('A week that costs next to nothing', () => {
  it('may take an odd penny back: 10p by 6:6:2, then one penny more', () => {
    const costs = [pounds(0.1), pounds(0.01)];
    expect(apportionCumulatively(costs, ratio(6, 6, 2))).toEqual([
      [4, 4, 2],
      [1, 1, -1],
    ]);
  });

  it('never takes back more than a penny, and only from a share of less than a penny', () => {
    fc.assert(
      fc.property(weeks, anyShares, (costs, agreed) => {
        const whole = agreed.parts.reduce((sum, part) => sum + part.weight, 0);
        apportionCumulatively(costs, agreed).forEach((row, week) =>
          row.forEach((amount, place) => {
            if (amount >= 0) return;
            expect(amount).toBe(-1);
            expect((costs[week] ?? 0) * (agreed.parts[place]?.weight ?? 0)).toBeLessThan(whole);
          }),
        );
      }),
    );
  });

  it('never takes a penny back from either of two agencies', () => {
    const two = fc.tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }));
    fc.assert(
      fc.property(fc.array(amounts(5)), two, (costs, weights) =>
        apportionCumulatively(costs, ratio(...weights)).every((row) => row.every((amount) => amount >= 0)),
      ),
    );
  });
});
