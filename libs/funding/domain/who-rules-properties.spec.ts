import { addDays, addWeeks, contains, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from './funding-picture';
import type { FundingEvent } from './funding-picture';
import { liabilities } from './liability';
import { day } from './sample-agreement';
import { endedByAll, noticeGiven, record, reviewed, variationInForce } from './sample-facts';
import { dates, firstDay } from './sample-random-agreements';
import { events, pictures, windows } from './sample-random-pictures';
import { clauseRuling, readerOf, whyOf } from './sample-rules-reader';

const each = fc.assert;

it('Each day is ruled by the clause that goes first among those that cover it: as a text states, or in force last; or by the panel', () => {
  const spans: fc.Arbitrary<ClosedPeriod> = dates(0, 600).map((from) => ({ from, to: addWeeks(from, 8) }));
  each(
    fc.property(events, spans, (recorded, window) => {
      const reading = { recorded, textOn: readerOf(recorded) };
      for (const { period, source, line: fact } of liabilities(fundingPicture(record(...recorded)), window)) {
        const why = whyOf(source);
        for (let on = period.from; on < period.to; on = addDays(on, 5)) expect(clauseRuling(reading, fact, on)).toBe(why);
        expect(clauseRuling(reading, fact, addDays(period.to, -1))).toBe(why);
      }
    }),
    { numRuns: 60 },
  );
});

it('Each day is ruled by what was settled about it, else by what holds while it is in dispute, else as if nobody disputed it', () => {
  each(
    fc.property(pictures, windows, (picture, window) => {
      const otherwise = liabilities({ ...picture, disputedSplits: [] }, window);
      for (const { period, source, split, line: fact } of liabilities(picture, window)) {
        for (const on of [period.from, addDays(period.to, -1)]) {
          const mine = picture.disputedSplits.filter((each) => each.lineId === fact.line.lineId && each.decisionId === fact.decisionId && contains(each.days, on));
          const [kind] = [...mine.map((each) => each.kind)].sort().reverse();
          const expected = kind === undefined ? undefined : mine.filter((each) => each.kind === kind).map((each) => each.on).sort().at(-1);
          if (kind === undefined) {
            const undisputedOn = otherwise.find((each) => each.line === fact && contains(each.period, on));
            expect([source.kind, split]).toEqual([undisputedOn?.source.kind, undisputedOn?.split]);
          } else {
            expect(source).toMatchObject({ kind: kind === 'settled' ? 'dispute-settlement' : 'interim-arrangement', dispute: { on: expected } });
          }
        }
      }
    }),
  );
});

describe('What happens to an agreement changes nothing before its day', () => {
  const number = 1000;
  const before = { from: day('2020-01-01') };
  it.each<[string, (on: LondonDate) => FundingEvent[]]>([
    ['a notice, before it has run', (on) => [noticeGiven(on, addDays(on, 30), { number })]],
    ['an end that all agreed to', (on) => [endedByAll(on, { number })]],
    ['a variation, before it comes into force', (on) => variationInForce({ number, version: 9, since: on, from: '2020-04-01' })],
    ['a review, after which it goes on', (on) => [reviewed(on, addDays(on, 400), { number })]],
  ])('%s', (_what, happens) => {
    each(
      fc.property(events, dates(0, 400), windows, (all, on, window) => {
        const asked = intersect(window, { ...before, to: on });
        fc.pre(asked !== undefined);
        const answer = (recorded: readonly FundingEvent[]) =>
          liabilities(fundingPicture(record(...recorded)), asked).map(({ period, amounts, source }) => [period, amounts, whyOf(source)]);
        expect(answer([...all, ...happens(on)])).toEqual(answer(all));
      }),
    );
  });
});

it('These properties are put to the test by pictures in which clauses rule, meet and give way', () => {
  const sampled = fc.sample(pictures, { numRuns: 600, seed: 1 });
  const seen = sampled.map((picture) =>
    liabilities(picture, { from: firstDay, to: addDays(firstDay, 900) }).flatMap(({ source, split }) => (source.kind === 'standing-agreement' ? [{ ...source, split }] : [])),
  );
  type Ruled = (typeof seen)[number];
  const often = (holds: (ruled: Ruled) => boolean): number => seen.filter(holds).length;
  const counts = {
    ruled: often((ruled) => ruled.length > 0),
    threeSplits: often((ruled) => new Set(ruled.map(({ split }) => split)).size > 2),
    varied: often((ruled) => ruled.some(({ agreement }) => agreement.version === 2)),
    always: often((ruled) => ruled.some(({ clause: { trigger } }) => trigger.event === 'always')),
    discharged: often((ruled) => ruled.some(({ clause: { trigger } }) => trigger.event === 'discharge')),
    capped: often((ruled) => ruled.some(({ clause: { cost } }) => cost !== 'regardless-of-cost')),
    ended: often((ruled) => ruled.some(({ agreement }) => agreement.days.to !== null)),
    paused: sampled.filter((picture) => picture.lines.some(({ pauses }) => pauses.length > 0)).length,
    partsChanged: sampled.filter((picture) => picture.lines.some(({ pauses }) => pauses.some(({ to }, place) => to !== null && pauses[place + 1]?.from === to))).length,
    ratesVaried: sampled.filter((picture) => picture.lines.some(({ line: decidedLine, rates }) => rates !== decidedLine.rates)).length,
    lineEnded: sampled.filter((picture) => picture.lines.some(({ line: { period }, days: [inEffect] }) => inEffect?.to !== period.to)).length,
  };
  const least = { ruled: 150, threeSplits: 15, varied: 30, always: 30, discharged: 5, capped: 10, ended: 50, paused: 60, partsChanged: 30, ratesVaried: 60, lineEnded: 20 };
  for (const [what, count] of Object.entries(least)) expect([what, counts[what as keyof typeof least] >= count]).toEqual([what, true]);
});
