import { lifeEventKinds } from '@accord/funding/contracts';
import type { LifeEventKind } from '@accord/funding/contracts';
import { addDays } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { DisputedSplitFact, FundingEvent, FundingFact, FundingPicture } from './funding-picture';
import { agreed, ended, partChanged, proposed, resumed, suspended, variationRefused, withdrawn } from './line/sample-line-life';
import { numbered, pounds } from './sample-agreement';
import { complexHealthcareFrom, complexHealthcareNoLonger, decided, dischargeOn, line, operationOn, placementOn, record } from './sample-facts';
import { agreements, categories, dates, lifeOf, periods, seldom, splits, weeklyRates } from './sample-random-agreements';

// What is recorded of a child at random, for the specs of properties; not exported by the index.

export const lines = fc
  .record({ period: periods, category: categories, split: splits, rates: fc.array(fc.tuple(fc.nat(200), weeklyRates), { minLength: 1, maxLength: 4 }) })
  .map(({ period: { from, length }, category, split, rates }): Omit<Parameters<typeof line>[0], 'number'> => {
    let since = addDays(from, -(rates[0]?.[0] ?? 0) % 5);
    const table = rates.map(([gap, weekly], place): [string, number] => {
      since = place === 0 ? since : addDays(since, gap + 1);
      return [since, weekly / 100];
    });
    return { category, split, from, to: length === null ? null : addDays(from, length), rates: Object.fromEntries(table) };
  });

/** What happens to a line after its decision: it pauses, its rates vary or do not, it ends, and some of that was a mistake. */
const lives = fc.record({
  pauses: fc.array(fc.record({ from: dates(0, 500), length: fc.option(fc.integer({ min: 1, max: 60 })), retained: fc.integer({ min: 0, max: 10_000 }) }), { maxLength: 3 }),
  variations: fc.array(
    fc.record({ from: dates(0, 500), gaps: fc.array(fc.nat(60), { maxLength: 2 }), amounts: fc.array(weeklyRates, { minLength: 3, maxLength: 3 }), on: dates(-30, 400), settled: fc.constantFrom<'agreed' | 'open' | 'refused'>('agreed', 'agreed', 'open', 'refused') }),
    { maxLength: 2 },
  ),
  ended: seldom(dates(50, 500)),
  mistake: seldom(fc.nat(3)),
});
type LifeOfProperty = typeof lives extends fc.Arbitrary<infer L> ? L : never;

function lifeOfLine({ pauses, variations, ended: endedFrom, mistake }: LifeOfProperty, place: number): FundingEvent[] {
  const of = { line: 600 + place };
  const name = (number: number) => 6_000 + place * 100 + number;
  return [
    ...pauses.flatMap(({ from, length, retained }, at) => [suspended(name(at), from, { ...of, retained }), ...otherPart({ from, retained, at: name(40 + at) }, of), ...(length === null ? [] : [resumed(name(10 + at), addDays(from, length), of)])]),
    ...variations.flatMap(({ from, gaps, amounts, on, settled }, at) => {
      const starts = gaps.reduce<LondonDate[]>((all, gap) => [...all, addDays(all.at(-1) ?? from, gap + 1)], [from]);
      const rates = starts.map((start, index) => ({ from: start, weeklyPence: pounds((amounts[index] ?? 0) / 100) }));
      const day = { ...of, on };
      return [proposed(name(20 + at), rates, day), ...(settled === 'agreed' ? [agreed(name(20 + at), day)] : settled === 'refused' ? [variationRefused(name(20 + at), day)] : [])];
    }),
    ...(endedFrom === null ? [] : [ended(name(30), endedFrom, of)]),
    ...(mistake === null ? [] : [withdrawn(name(mistake === 3 ? 30 : mistake), '2024-10-01', of)]),
  ];
}

/** Of some pauses another part stays payable from a day on, which may come after the pause. */
const otherPart = ({ from, retained, at }: { readonly from: LondonDate; readonly retained: number; readonly at: number }, of: { readonly line: number }): FundingEvent[] =>
  retained % 2 === 1 ? [partChanged(at, addDays(from, retained % 70), { ...of, retained: 10_000 - retained })] : [];

/** What is recorded of a child, in an order in which it may have been recorded. */
export const events: fc.Arbitrary<FundingEvent[]> = fc
  .record({
    lines: fc.array(lines, { minLength: 1, maxLength: 3 }),
    lives: fc.oneof(fc.constant<LifeOfProperty[]>([]), fc.array(lives, { maxLength: 3 })),
    met: fc.array(dates(-30, 300), { minLength: 1, maxLength: 2 }),
    noLonger: fc.oneof({ weight: 3, arbitrary: fc.constant<LondonDate[]>([]) }, fc.array(dates(0, 500), { maxLength: 2 })),
    happened: fc.array(fc.tuple(fc.constantFrom(...lifeEventKinds, 'surgery' as const, 'surgery' as const), dates(0, 500)), { maxLength: 5 }),
    agreements: fc.array(agreements, { maxLength: 3 }),
  })
  .map((all) => [
    ...all.lines.map((changes, place) => decided(line({ ...changes, number: 600 + place }))),
    ...all.lives.flatMap(lifeOfLine),
    ...all.met.map((from) => complexHealthcareFrom(from)),
    ...all.noLonger.map((from) => complexHealthcareNoLonger(from)),
    ...all.happened.map(([kind, on], place) => lifeEvent(kind, on, 900 + place)),
    ...all.agreements.flatMap(lifeOf),
  ]);
function lifeEvent(kind: LifeEventKind, on: LondonDate, number: number): FundingEvent {
  switch (kind) {
    case 'surgery':
      return operationOn(on, numbered<'operation'>(number));
    case 'discharge':
      return dischargeOn(on, number);
    case 'placement':
      return placementOn(on, number);
  }
}
export const facts: fc.Arbitrary<FundingFact[]> = events.map((all) => record(...all));
/** Splits in dispute, and settled, of the lines of a picture. */
const disputesOf = ({ lines: all }: FundingPicture): fc.Arbitrary<DisputedSplitFact[]> =>
  all.length === 0
    ? fc.constant([])
    : fc.array(
        fc
          .record({ fact: fc.constantFrom(...all), kind: fc.constantFrom('settled' as const, 'interim' as const), period: periods, split: splits, on: dates(0, 700), dispute: fc.nat(3) })
          .map(({ fact: { decisionId, line: { lineId }, origin }, kind, period: { from, length }, split, on, dispute }): DisputedSplitFact => {
            return { kind, disputeId: numbered<'dispute'>(5_000 + dispute), decisionId, lineId, split, on, origin, days: { from, to: length === null ? null : addDays(from, length) } };
          }),
        { maxLength: 4 },
      );
const undisputed = facts.map((all) => fundingPicture(all));
export const pictures = undisputed.chain((picture) => fc.oneof(fc.constant(picture), disputesOf(picture).map((disputedSplits) => ({ ...picture, disputedSplits }))));
export const windows: fc.Arbitrary<ClosedPeriod> = fc
  .record({ from: dates(-20, 600), length: fc.integer({ min: 1, max: 800 }) })
  .map(({ from, length }) => ({ from, to: addDays(from, length) }));
export const cuts = fc.array(dates(-20, 900), { maxLength: 8 });
