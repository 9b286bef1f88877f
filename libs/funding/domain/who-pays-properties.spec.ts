import type { PackageLine } from '@accord/panel/contracts';
import { addDays, contains, costOfDays, daysIn, financialYearOf, intersect } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { FundingEvent } from './funding-picture';
import { liabilities } from './liability';
import type { Liability } from './liability';
import { ended, proposed, suspended } from './line/sample-line-life';
import { clause, day, numbered, pounds } from './sample-agreement';
import { agreementInForce, decided, line, operationOn, record } from './sample-facts';
import { clauses, dates, threeCategories } from './sample-random-agreements';
import { cuts, events, facts, lines, pictures, windows } from './sample-random-pictures';

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const ofLine = ({ lineId }: PackageLine, all: readonly Liability[]): Liability[] =>
  all.filter(({ line: fact }) => fact.line.lineId === lineId);
/** Totals by line and agency, without the agencies that pay nothing of a line. */
function totals(all: readonly Liability[]): Record<string, number> {
  const byPayer: Record<string, number> = {};
  for (const { line: fact, amounts } of all) {
    for (const { agencyId, pence } of amounts) {
      const payer = `${fact.line.lineId} ${agencyId}`;
      byPayer[payer] = (byPayer[payer] ?? 0) + pence;
    }
  }
  return Object.fromEntries(Object.entries(byPayer).filter(([, pence]) => pence !== 0));
}
const inOrder = (all: readonly Liability[]): Liability[] =>
  all.toSorted((one, two) => (one.line.line.lineId + one.period.from < two.line.line.lineId + two.period.from ? -1 : 1));
const each = fc.assert;

describe('Whatever a child’s lines, operations, findings and agreements', () => {
  it("the agencies' amounts sum to the cost of their days, and these to the line's cost of the window", () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const all = liabilities(picture, window, days);
        for (const { amounts, cost } of all) expect(sum(amounts.map(({ pence }) => pence))).toBe(cost);
        for (const { line: decidedLine, rates, pauses, days: inEffect } of picture.lines) {
          const asked = inEffect.flatMap((stretch) => intersect(window, stretch) ?? []);
          const cost = sum(asked.map((stretch) => costOfDays({ rates, pauses, lineFrom: decidedLine.period.from, window: stretch })));
          expect(sum(ofLine(decidedLine, all).map((liability) => liability.cost))).toBe(cost);
        }
      }),
    );
  });

  it('nobody pays less than nothing, but for the one penny that largest remainder may take back from three or more', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        for (const { amounts } of liabilities(picture, window, days)) {
          for (const { pence } of amounts) expect(pence).toBeGreaterThanOrEqual(amounts.length < 3 ? 0 : -1);
        }
      }),
    );
  });

  it('the pieces of a line follow each other without gap or overlap and are just its days in the window', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const all = liabilities(picture, window, days);
        for (const { line: decidedLine, days: [inEffect] } of picture.lines) {
          const pieces = ofLine(decidedLine, all).map(({ period }) => period);
          const asked = inEffect && intersect(window, inEffect);
          expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([asked?.from, asked?.to]);
          expect(pieces.slice(1).map(({ from }) => from)).toEqual(pieces.slice(0, -1).map(({ to }) => to));
          expect(pieces.every((piece) => daysIn(piece) > 0)).toBe(true);
        }
      }),
    );
  });

  it('each piece lies in one financial year', () => {
    each(
      fc.property(pictures, windows, (picture, window) => {
        for (const { period } of liabilities(picture, window)) {
          expect(financialYearOf(addDays(period.to, -1))).toEqual(financialYearOf(period.from));
        }
      }),
    );
  });
});

describe('No total changes', () => {
  it('wherever and however often the window is cut', () => {
    each(
      fc.property(pictures, windows, cuts, (picture, window, days) => {
        const whole = totals(liabilities(picture, window));
        expect(totals(liabilities(picture, window, days))).toEqual(whole);
        const marks = [window.from, ...days.filter((cut) => contains(window, cut)).sort(), window.to];
        const apart = marks.slice(1).flatMap((to, place) => liabilities(picture, { from: marks[place] ?? to, to }));
        expect(totals(apart)).toEqual(whole);
      }),
    );
  });

  it('with the order in which the facts were recorded, nor does any answer', () => {
    const shuffled = facts.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    each(
      fc.property(shuffled, windows, ([all, otherwise], window) => {
        const answer = inOrder(liabilities(fundingPicture(all), window));
        expect(inOrder(liabilities(fundingPicture(otherwise), window))).toEqual(answer);
      }),
    );
  });

  it('by a fact about another category', () => {
    const [ours, ...others] = threeCategories;
    const aboutOthers = fc
      .record({ line: lines, text: clauses, categories: fc.subarray(others, { minLength: 1 }) })
      .map(({ line: changes, text, categories: ruled }): FundingEvent[] => [
        decided(line({ ...changes, number: 690, category: ruled[0] ?? 'other' })),
        ...agreementInForce({ number: 1090, from: '2024-01-01', clauses: [clause({ ...text, categories: ruled })] }),
      ]);
    each(
      fc.property(events, aboutOthers, windows, (all, more, window) => {
        const answer = (recorded: readonly FundingEvent[]) =>
          liabilities(fundingPicture(record(...recorded)), window).filter(({ line: fact }) => fact.line.category === ours);
        expect(answer([...all, ...more])).toEqual(answer(all));
      }),
    );
  });

  it('before the day of an operation that is recorded besides', () => {
    each(
      fc.property(events, dates(0, 500), windows, (all, on, window) => {
        const before = intersect(window, { from: day('2020-01-01'), to: on });
        fc.pre(before !== undefined);
        const answer = (recorded: readonly FundingEvent[]) => liabilities(fundingPicture(record(...recorded)), before);
        expect(totals(answer([...all, operationOn(on, numbered<'operation'>(990))]))).toEqual(totals(answer(all)));
      }),
    );
  });
});

describe('What happens to a line changes nothing before its day', () => {
  it.each<[string, (on: LondonDate) => FundingEvent[]]>([
    ['a suspension', (on) => [suspended(6_990, on)]],
    ['an ending', (on) => [ended(6_990, on)]],
    ['other rates to which all have agreed', (on) => [proposed(6_990, [{ from: on, weeklyPence: pounds(1) }], { on: '2024-10-01', awaits: [] })]],
  ])('%s', (_what, happens) => {
    each(
      fc.property(events, dates(0, 400), windows, (all, on, window) => {
        const asked = intersect(window, { from: day('2020-01-01'), to: on });
        fc.pre(asked !== undefined);
        // A clause with a cap may rule other days where a rate changes; who pays before the day does not change by it.
        const answer = (recorded: readonly FundingEvent[]) => totals(liabilities(fundingPicture(record(...recorded)), asked));
        expect(answer([...all, ...happens(on)])).toEqual(answer(all));
      }),
    );
  });
});
