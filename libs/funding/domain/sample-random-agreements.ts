import { triggerEvents } from '@accord/funding/contracts';
import type { Clause } from '@accord/funding/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { addDays } from '@accord/shared/kernel';
import type { LondonDate, Shares } from '@accord/shared/kernel';
import fc from 'fast-check';
import type { FundingEvent } from './funding-picture';
import { clause, day, numbered, pounds, weeks } from './sample-agreement';
import { agreementInForce, endedByAll, noticeGiven, noticeWithdrawn, reviewed, variationInForce } from './sample-facts';

// Agreements at random, for the specs of properties: small numbers of small things close together, so that
// windows meet, touch and overlap. Not exported by the index.

export const firstDay = day('2024-10-01');
export const dates = (from: number, to: number): fc.Arbitrary<LondonDate> =>
  fc.integer({ min: from, max: to }).map((days) => addDays(firstDay, days));
export const threeCategories = lineCategories.slice(0, 3);
export const categories = fc.constantFrom<LineCategory>(...threeCategories);

const payers = fc.shuffledSubarray([101, 102, 103, 104, 105].map((number) => numbered<'agency'>(number)), { minLength: 1 });
export const splits: fc.Arbitrary<Shares> = payers.chain((agencies) => {
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

export const weeklyRates = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 400_000 }));
export const periods = fc.record({ from: dates(0, 500), length: fc.option(fc.integer({ min: 1, max: 500 })) });

const durations: fc.Arbitrary<Clause['duration']> = fc.oneof(
  { weight: 4, arbitrary: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 60 })).map(weeks) },
  fc.integer({ min: 1, max: 90 }).map((count) => ({ unit: 'days' as const, count })),
  fc.constant({ unit: 'until-the-agreement-ends' as const }),
);
const criteriaOfClauses = fc.oneof({ weight: 3, arbitrary: fc.constant('complex-healthcare' as const) }, fc.constant(null));
const triggers: fc.Arbitrary<Clause['trigger']> = fc.record({
  event: fc.oneof({ weight: 2, arbitrary: fc.constant('surgery' as const) }, fc.constantFrom(...triggerEvents)),
  criterion: criteriaOfClauses,
});
export const clauses = fc
  .record({
    categories: fc.subarray(threeCategories, { minLength: 1 }),
    split: splits,
    duration: durations,
    trigger: triggers,
    dayOne: fc.constantFrom<Clause['dayOne']>('day-of-event', 'day-after-event'),
    cost: fc.oneof(
      { weight: 9, arbitrary: fc.constant('regardless-of-cost' as const) },
      weeklyRates.map((rate) => ({ upToWeeklyPence: pounds(rate / 100) })),
    ),
  })
  .map((text): Partial<Clause> => (text.trigger.event === 'always' ? { ...text, dayOne: null, duration: { unit: 'until-the-agreement-ends' } } : text));
/** Which clause goes before which, by their places among all that there may be. */
const statements = fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 4 });
/** Most agreements go on as they began. */
export const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, arbitrary);
export const agreements = fc.record({
  period: periods,
  inForce: fc.integer({ min: 0, max: 60 }),
  clauses: fc.array(clauses, { minLength: 1, maxLength: 3 }),
  stated: statements,
  reviewBy: seldom(fc.integer({ min: 150, max: 700 })),
  variation: fc.option(fc.record({ after: fc.nat(400), clauses: fc.array(clauses, { minLength: 1, maxLength: 3 }), stated: statements, extended: fc.nat(300) })),
  reviews: fc.array(fc.tuple(dates(-50, 400), fc.option(fc.nat(300))), { maxLength: 2 }),
  notice: seldom(fc.record({ on: dates(0, 300), length: fc.integer({ min: 1, max: 200 }), withdrawnAfter: fc.option(fc.nat(250)) })),
  ended: seldom(dates(100, 500)),
});
type AgreementOfProperty = typeof agreements extends fc.Arbitrary<infer A> ? A : never;

const clauseNumber = (place: number) => numbered<'clause'>(3000 + Math.floor(place / 3) * 10 + (place % 3));
const precedencesOf = (stated: readonly (readonly [number, number])[]) =>
  stated.flatMap(([first, over]) => (first === over ? [] : [{ first: clauseNumber(first), over: clauseNumber(over) }]));

/** The whole life of an agreement, as events. Its clauses keep their ids in a variation. */
export function lifeOf(life: AgreementOfProperty, place: number): FundingEvent[] {
  const { period: { from, length }, inForce, variation, notice, ended } = life;
  const number = 1000 + place;
  const textsOf = (texts: readonly Partial<Clause>[]) => texts.map((text, index) => clause({ ...text, clauseId: clauseNumber(place * 3 + index) }));
  const days = { number, from: addDays(from, -200), to: length === null ? null : addDays(from, length) };
  const reviewBy = life.reviewBy === null ? null : addDays(firstDay, life.reviewBy);
  const inForceFrom = addDays(from, inForce - 200);
  const first = { ...days, clauses: textsOf(life.clauses), precedences: precedencesOf(life.stated), reviewBy, inForceFrom };
  const varied = variation && {
    ...{ ...days, since: addDays(inForceFrom, variation.after), clauses: textsOf(variation.clauses), precedences: precedencesOf(variation.stated) },
    to: days.to === null ? null : addDays(days.to, variation.extended),
  };
  return [
    ...agreementInForce(first),
    ...(varied ? variationInForce(varied) : []),
    ...life.reviews.map(([on, next]) => reviewed(on, next === null ? null : addDays(on, next + 1), { number })),
    ...(notice ? [noticeGiven(notice.on, addDays(notice.on, notice.length), { number })] : []),
    ...(notice && notice.withdrawnAfter !== null ? [noticeWithdrawn(notice.on, addDays(notice.on, notice.withdrawnAfter), { number })] : []),
    ...(ended === null ? [] : [endedByAll(ended, { number })]),
  ];
}
