import type { Clause } from '@accord/funding/contracts';
import { lineCategories } from '@accord/panel/contracts';
import { addDays } from '@accord/shared/kernel';
import type { LineRate, LondonDate, Period, Shares } from '@accord/shared/kernel';
import fc from 'fast-check';
import type { FundingEvent, FundingPicture } from '../funding-picture';
import { liabilities } from '../liability';
import { clause, day, numbered, pounds, weeks } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, pictureOf, variationInForce } from '../sample-facts';
import { FROM_THE_START } from './change';
import type { Change } from './change';
import { comparing } from './compared-pieces';
import { DifferenceTally } from './differences';
import { lineDifferences } from './line-differences';
import { supposing, supposition } from './supposing';

const firstDay = day('2025-01-06');
const dates = fc.integer({ min: 0, max: 500 }).map((count): LondonDate => addDays(firstDay, count));
const stretches: fc.Arbitrary<Period> = fc.record({ from: dates, length: fc.option(fc.integer({ min: 1, max: 300 })) }).map(({ from, length }) => ({ from, to: length === null ? null : addDays(from, length) }));
const categories = lineCategories.slice(0, 2);
const payers = [101, 102, 103].map((number) => numbered<'agency'>(number));
const splits: fc.Arbitrary<Shares> = fc.oneof(
  fc.tuple(fc.nat(10_000), fc.nat(10_000)).map(([one, two]): Shares => {
    const [first = 0, second = 0] = [one, two].sort((a, b) => a - b);
    return { kind: 'basis-points', parts: payers.map((agencyId, place) => ({ agencyId, weight: [first, second - first, 10_000 - second][place] ?? 0 })) };
  }),
  fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 3 }).map((all): Shares => ({ kind: 'ratio', parts: all.map((weight, place) => ({ agencyId: payers[place] ?? payers[0] ?? numbered(101), weight })) })),
);
const amounts = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 300_000 })).map((pence) => pounds(pence / 100));
const kinds = fc.oneof(
  amounts.map((weeklyPence) => ({ weeklyPence })),
  amounts.map((dailyPence) => ({ dailyPence })),
  fc.tuple(amounts, fc.integer({ min: 1, max: 3_000 })).map(([hourlyPence, weeklyMinutes]) => ({ hourlyPence, weeklyMinutes })),
  amounts.map((fourWeeklyPence) => ({ fourWeeklyPence })),
  amounts.map((oncePence) => ({ oncePence })),
);
const rateTables = (from: LondonDate): fc.Arbitrary<LineRate[]> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), kinds), { minLength: 1, maxLength: 3 }).map((steps) => {
    let since = from;
    return steps.map(([gap, kind], place): LineRate => {
      since = place === 0 ? from : addDays(since, gap);
      return { from: since, ...kind };
    });
  });
const lines = stretches.chain((period) => fc.record({ period: fc.constant(period), category: fc.constantFrom(...categories), split: splits, rates: rateTables(period.from) }));

const terms = fc.record({
  categories: fc.subarray(categories, { minLength: 1 }),
  split: splits,
  duration: fc.integer({ min: 1, max: 12 }).map((count): Clause['duration'] => weeks(count)),
  dayOne: fc.constantFrom<Clause['dayOne']>('day-of-event', 'day-after-event'),
  cost: fc.oneof(fc.constant('regardless-of-cost' as const), amounts.map((upToWeeklyPence) => ({ upToWeeklyPence }))),
});
type Terms = typeof terms extends fc.Arbitrary<infer T> ? T : never;
const clauseId = clause().clauseId;
const surgery = { agreementId: numbered<'agreement'>(1000), clauseId };

interface Case {
  readonly lines: readonly (typeof lines extends fc.Arbitrary<infer L> ? L : never)[];
  readonly operations: readonly LondonDate[];
  readonly text: Terms;
  readonly varied: { readonly since: LondonDate; readonly text: Terms } | null;
}
const cases: fc.Arbitrary<Case> = fc.record({
  lines: fc.array(lines, { minLength: 1, maxLength: 3 }),
  operations: fc.array(dates, { maxLength: 3 }),
  text: terms,
  varied: fc.option(fc.record({ since: dates, text: terms })),
});
const always = { from: FROM_THE_START, to: null };

/** The picture of a case, its clause in each text as `change` makes it. */
function pictureOfCase({ lines: all, operations, text, varied }: Case, change: (text: Terms) => Partial<Clause> = (said) => said): FundingPicture {
  const events: FundingEvent[] = [
    ...all.map(({ period, rates, category, split }, place) => decided({ ...line({ number: 600 + place, category, split }), period, rates })),
    complexHealthcareFrom('2025-01-06'),
    ...operations.map((on, place) => operationOn(on, numbered<'operation'>(900 + place))),
    ...agreementInForce({ from: '2025-01-06', clauses: [clause(change(text))] }),
    ...(varied ? variationInForce({ since: varied.since, from: '2025-01-06', clauses: [clause(change(varied.text))] }) : []),
  ];
  return pictureOf(...events);
}
const windows = fc.tuple(dates, fc.integer({ min: 1, max: 500 })).map(([from, length]) => ({ from, to: addDays(from, length) }));

const lineOf = (place: number) => ({ decisionId: numbered<'decision'>(700), lineId: numbered<'package-line'>(600 + place) });
const ofCategories = fc.subarray(categories, { minLength: 1 }).map((meant) => ({ categories: meant, panelId: null }));
const placesOfLines = fc.nat(2).map(lineOf);
const shareChanges: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ terms, days: stretches }).map(({ terms: said, days }): Change => ({ kind: 'clause-changed', ...surgery, terms: said, days })),
  stretches.map((days): Change => ({ kind: 'clause-left-out', ...surgery, days })),
  fc.record({ of: fc.oneof(placesOfLines, ofCategories), split: splits, days: stretches }).map((said): Change => ({ kind: 'split-changed', ...said })),
  fc.record({ meant: placesOfLines, split: splits, days: stretches }).map(({ meant, ...said }): Change => ({ kind: 'settlement', ...meant, ...said })),
);
const rateChanges: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(placesOfLines, stretches).chain(([meant, days]) => rateTables(days.from).map((rates): Change => ({ kind: 'rates-changed', ...meant, rates, days }))),
  fc.record({ of: ofCategories, basisPoints: fc.integer({ min: -10_000, max: 3_000 }), days: stretches }).map((said): Change => ({ kind: 'rates-raised', ...said })),
);
const anyChanges = fc.array(fc.oneof(shareChanges, rateChanges), { maxLength: 4 });

function answer(picture: FundingPicture, changes: readonly Change[], window: { readonly from: LondonDate; readonly to: LondonDate }) {
  const pieces = comparing({ window })(picture, supposition(changes)(picture));
  const tally = new DifferenceTally(window);
  tally.add(pieces);
  return { pieces, ...tally.differences(), lines: lineDifferences(pieces, changes) };
}
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
/** Who pays what of each line, without those who pay nothing. */
const totals = (picture: FundingPicture, window: Parameters<typeof answer>[2]): Readonly<Record<string, number>> => {
  const paid: Record<string, number> = {};
  for (const { line: { line: { lineId } }, amounts: all } of liabilities(picture, window)) {
    for (const { agencyId, pence } of all) paid[`${lineId} ${agencyId}`] = (paid[`${lineId} ${agencyId}`] ?? 0) + pence;
  }
  return Object.fromEntries(Object.entries(paid).filter(([, pence]) => pence !== 0));
};
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

describe('Whatever is supposed', () => {
  it('the picture that is given stays as it is', () => {
    fc.assert(
      fc.property(cases, anyChanges, (given, changes) => {
        const picture = pictureOfCase(given);
        const before = structuredClone(picture);
        supposing(frozen(picture), frozen(changes));
        expect(picture).toEqual(before);
      }),
    );
  });

  it('each side sums to its cost, in each month and in all, and is what who pays gives', () => {
    fc.assert(
      fc.property(cases, anyChanges, windows, (given, changes, window) => {
        const picture = pictureOfCase(given);
        const { cost, agencies, months, lines: differing } = answer(picture, changes, window);
        for (const side of ['now', 'then'] as const) {
          expect(sum(agencies.map((each) => each[side]))).toBe(cost[side]);
          for (const month of months) expect(sum(month.agencies.map((each) => each[side]))).toBe(month.cost[side]);
          const whole = liabilities(side === 'now' ? picture : supposing(picture, changes), window);
          expect(cost[side]).toBe(sum(whole.map((piece) => piece.cost)));
        }
        for (const { agencyId, difference } of agencies) {
          expect(sum(months.map((month) => month.agencies.find((each) => each.agencyId === agencyId)?.difference ?? NaN))).toBe(difference);
          expect(sum(differing.flatMap((each) => each.agencies.filter((one) => one.agencyId === agencyId).map((one) => one.difference)))).toBe(difference);
        }
      }),
    );
  });

  it('every line that differs names a change that makes it', () => {
    fc.assert(
      fc.property(cases, anyChanges, windows, (given, changes, window) => {
        for (const { because, agencies } of answer(pictureOfCase(given), changes, window).lines) {
          expect(because.every((place) => place < changes.length) && because.length > 0).toBe(true);
          expect(agencies.some(({ difference }) => difference !== 0)).toBe(true);
        }
      }),
    );
  });

  it('of shares alone, what some pay more others pay less', () => {
    fc.assert(
      fc.property(cases, fc.array(shareChanges, { maxLength: 4 }), windows, (given, changes, window) => {
        const { cost, agencies, months } = answer(pictureOfCase(given), changes, window);
        expect(cost.difference).toBe(0);
        for (const all of [agencies, ...months.map((month) => month.agencies)]) expect(sum(all.map(({ difference }) => difference))).toBe(0);
      }),
    );
  });
});

describe('Nothing differs', () => {
  const nothingDiffers = (changesOf: (picture: FundingPicture, days: Period) => readonly Change[]) =>
    fc.assert(
      fc.property(cases, stretches, windows, (given, days, window) => {
        const picture = pictureOfCase(given);
        const { lines: differing, agencies } = answer(picture, changesOf(picture, days), window);
        expect([differing, agencies.filter(({ difference }) => difference !== 0)]).toEqual([[], []]);
      }),
    );

  it('where nothing is supposed', () => {
    nothingDiffers(() => []);
  });
  it('where lines are split as they are', () => {
    nothingDiffers((picture, days) => picture.lines.map(({ line: { lineId, split } }) => ({ kind: 'split-changed', of: { ...lineOf(0), lineId }, split, days })));
  });
  it('where a clause of one text says what it says', () => {
    nothingDiffers(({ agreements }, days) => {
      const [text, varied] = agreements;
      const [said] = text?.clauses ?? [];
      return said === undefined || varied !== undefined ? [] : [{ kind: 'clause-changed', ...surgery, terms: { split: said.split, duration: said.duration, dayOne: said.dayOne, cost: said.cost, categories: said.categories }, days }];
    });
  });
  it('where rates are raised by nothing, or are what they are', () => {
    nothingDiffers((picture, days) => [
      { kind: 'rates-raised', of: { categories, panelId: null }, basisPoints: 0, days },
      ...picture.lines.map(({ line: { lineId, period }, rates }): Change => ({ kind: 'rates-changed', ...lineOf(0), lineId, rates, days: { from: period.from, to: null } })),
    ]);
  });
});

describe('What is supposed for ever is what would be recorded', () => {
  it('of a clause: as if its texts had said so', () => {
    fc.assert(
      fc.property(cases, terms, windows, (given, said, window) => {
        const supposed = supposing(pictureOfCase(given), [{ kind: 'clause-changed', ...surgery, terms: said, days: always }]);
        expect(totals(supposed, window)).toEqual(totals(pictureOfCase(given, () => said), window));
      }),
    );
  });

  it('of a line’s split: as if the panel had decided it', () => {
    fc.assert(
      fc.property(cases, splits, windows, (given, split, window) => {
        const supposed = supposing(pictureOfCase(given), [{ kind: 'split-changed', of: lineOf(0), split, days: always }]);
        const decidedSo = { ...given, lines: given.lines.map((each, place) => (place === 0 ? { ...each, split } : each)) };
        expect(totals(supposed, window)).toEqual(totals(pictureOfCase(decidedSo), window));
      }),
    );
  });
});
