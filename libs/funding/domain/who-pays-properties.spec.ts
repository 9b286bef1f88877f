import type { Clause } from '@accord/funding/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory, PackageLine } from '@accord/panel/contracts';
import { addDays, addWeeks, contains, costOfDays, daysIn, financialYearOf, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { FundingEvent, FundingFact, FundingPicture } from './funding-picture';
import { liabilities } from './liability';
import type { Liability } from './liability';
import { clause, day, numbered } from './sample-agreement';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, record } from './sample-facts';

// Small numbers of small things close together, so that windows meet, touch and overlap.

const firstDay = day('2024-10-01');
const dates = (from: number, to: number): fc.Arbitrary<LondonDate> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(firstDay, days));
const threeCategories = lineCategories.slice(0, 3);
const categories = fc.constantFrom<LineCategory>(...threeCategories);

const payers = fc.shuffledSubarray([101, 102, 103, 104, 105].map((number) => numbered<'agency'>(number)), { minLength: 1 });
const splits: fc.Arbitrary<Shares> = payers.chain((agencies) => {
  const marks = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: agencies.length - 1, maxLength: agencies.length - 1 });
  const weights = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: agencies.length, maxLength: agencies.length });
  const partsOf = (all: readonly number[]) => agencies.map((agencyId, place) => ({ agencyId, weight: all[place] ?? 0 }));
  return fc.oneof(
    weights.map((all): Shares => ({ kind: 'ratio', parts: partsOf(all) })),
    marks.map((cuts): Shares => {
      const sorted = [0, ...cuts.sort((one, two) => one - two), 10_000];
      return { kind: 'basis-points', parts: partsOf(sorted.slice(1).map((mark, place) => mark - (sorted[place] ?? 0))) };
    }),
  );
});

const weeklyRates = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400_000 }));
const periods = fc.record({ from: dates(0, 500), length: fc.option(fc.integer({ min: 1, max: 500 })) });
const lines = fc
  .record({ period: periods, category: categories, split: splits, rates: fc.array(fc.tuple(fc.nat(200), weeklyRates), { minLength: 1, maxLength: 4 }) })
  .map(({ period: { from, length }, category, split, rates }): Omit<Parameters<typeof line>[0], 'number'> => {
    let since = addDays(from, -(rates[0]?.[0] ?? 0) % 5);
    const table = rates.map(([gap, weekly], place): [string, number] => {
      since = place === 0 ? since : addDays(since, gap + 1);
      return [since, weekly / 100];
    });
    return { category, split, from, to: length === null ? null : addDays(from, length), rates: Object.fromEntries(table) };
  });

const clauses = fc.record({
  categories: fc.subarray(threeCategories, { minLength: 1 }),
  split: splits,
  weeks: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 })),
  dayOne: fc.constantFrom<Clause['dayOne']>('day-of-event', 'day-after-event'),
});
const agreements = fc.record({ period: periods, inForce: fc.integer({ min: 0, max: 60 }), clauses: fc.array(clauses, { minLength: 1, maxLength: 3 }) });

/** What is recorded of a child, in an order in which it may have been recorded. */
const events: fc.Arbitrary<FundingEvent[]> = fc
  .record({
    lines: fc.array(lines, { minLength: 1, maxLength: 3 }),
    met: fc.array(dates(-30, 300), { minLength: 1, maxLength: 2 }),
    operations: fc.array(dates(0, 500), { maxLength: 5 }),
    agreements: fc.array(agreements, { maxLength: 3 }),
  })
  .map((all) => [
    ...all.lines.map((changes, place) => decided(line({ ...changes, number: 600 + place }))),
    ...all.met.map((from) => complexHealthcareFrom(from)),
    ...all.operations.map((on, place) => operationOn(on, numbered<'operation'>(900 + place))),
    ...all.agreements.flatMap(({ period: { from, length }, inForce, clauses: texts }, place) =>
      agreementInForce({
        ...{ number: 1000 + place, from: addDays(from, -200), to: length === null ? null : addDays(from, length) },
        inForceFrom: addDays(from, inForce - 200),
        clauses: texts.map((text, index) => clause({ ...text, clauseId: numbered<'clause'>(3000 + place * 10 + index) })),
      }),
    ),
  ]);
const facts: fc.Arbitrary<FundingFact[]> = events.map((all) => record(...all));
const pictures = facts.map((all) => fundingPicture(all));
const windows: fc.Arbitrary<ClosedPeriod> = fc
  .record({ from: dates(-20, 600), length: fc.integer({ min: 1, max: 800 }) })
  .map(({ from, length }) => ({ from, to: addDays(from, length) }));
const cuts = fc.array(dates(-20, 900), { maxLength: 8 });

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
        for (const { line: agreed } of picture.lines) {
          const asked = intersect(window, agreed.period);
          const cost = asked ? costOfDays({ rates: agreed.rates, lineFrom: agreed.period.from, window: asked }) : 0;
          expect(sum(ofLine(agreed, all).map((liability) => liability.cost))).toBe(cost);
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
        for (const { line: agreed } of picture.lines) {
          const pieces = ofLine(agreed, all).map(({ period }) => period);
          const asked = intersect(window, agreed.period);
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

/** Who rules a day, found day by day as a reader of the rules would: the clause, or nothing for the panel. */
function clauseRuling(picture: FundingPicture, category: LineCategory, on: LondonDate): string | undefined {
  const ruling = picture.agreements.flatMap((agreement) =>
    agreement.clauses.flatMap((text) =>
      picture.operations.flatMap((operation) => {
        const dayOne = text.dayOne === 'day-of-event' ? operation.on : addDays(operation.on, 1);
        const rules =
          text.categories.includes(category) &&
          picture.criteria.some(({ from }) => from <= operation.on) &&
          [operation.on, on].every((date) => contains(agreement.period, date) && date >= agreement.inForceFrom) &&
          on >= dayOne &&
          on < addWeeks(dayOne, text.weeks);
        return rules ? [`${agreement.inForceFrom} ${agreement.agreementId} ${text.clauseId}`] : [];
      }),
    ),
  );
  return ruling.sort().at(-1);
}

it('Each day is ruled by the clause that came into force last among those that cover it, or by the panel', () => {
  const weeks: fc.Arbitrary<ClosedPeriod> = dates(0, 600).map((from) => ({ from, to: addWeeks(from, 8) }));
  each(
    fc.property(pictures, weeks, (picture, window) => {
      for (const { period, source, line: fact } of liabilities(picture, window)) {
        const why = source.kind === 'panel-decision' ? undefined : `${source.agreement.inForceFrom} ${source.agreement.agreementId} ${source.clause.clauseId}`;
        for (let on = period.from; on < period.to; on = addDays(on, 1)) {
          expect(clauseRuling(picture, fact.line.category, on)).toBe(why);
        }
      }
    }),
  );
});

it('These properties are put to the test by pictures in which clauses rule, meet and give way', () => {
  const seen = fc.sample(pictures, { numRuns: 300, seed: 1 }).map((picture) =>
    liabilities(picture, { from: firstDay, to: addDays(firstDay, 900) }).filter(({ source }) => source.kind === 'standing-agreement'),
  );
  expect(seen.filter((ruled) => ruled.length > 0).length).toBeGreaterThan(75);
  expect(seen.filter((ruled) => new Set(ruled.map(({ split }) => split)).size > 2).length).toBeGreaterThan(15);
});
