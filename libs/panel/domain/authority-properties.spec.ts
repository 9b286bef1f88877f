import { lineCategories, limitMeasures, limitPeriods } from '@accord/panel/contracts';
import type { Commitment, PackageLine } from '@accord/panel/contracts';
import { addDays, contains, pence, sumPence, weeklyPenceOn } from '@accord/shared/kernel';
import type { LineRate, Pence } from '@accord/shared/kernel';
import fc from 'fast-check';
import { commitmentsOf } from './authority';
import type { CommitmentsAsked } from './authority';
import { highestWeek } from './commitment-measures';
import type { Delegation } from './delegation';
import { asked, commitment, delegation, delegationId, limit, lineOf, schemes } from './sample-people';
import { day, granted, percentages } from './sample-panel';

const start = day('2025-09-01');
const amount = (max: number): fc.Arbitrary<Pence> => fc.integer({ min: 0, max }).map((value) => granted(pence(value)));
const category = fc.constantFrom(...lineCategories.slice(0, 3));

/** A rate of any kind, without its day. */
const rate = fc.oneof(
  fc.record({ weeklyPence: amount(300_000) }),
  fc.record({ dailyPence: amount(40_000) }),
  fc.record({ hourlyPence: amount(5_000), weeklyMinutes: fc.integer({ min: 1, max: 10_080 }) }),
  fc.record({ fourWeeklyPence: amount(1_200_000) }),
  fc.record({ oncePence: amount(300_000) }),
);

/** Lines that begin within a year, some with an end, with up to three rates. */
const line: fc.Arbitrary<PackageLine> = fc
  .record({
    begins: fc.integer({ min: 0, max: 300 }),
    lasts: fc.option(fc.integer({ min: 2, max: 500 })),
    rates: fc.array(rate, { minLength: 1, maxLength: 3 }),
    step: fc.integer({ min: 1, max: 90 }),
    ofHealth: fc.integer({ min: 0, max: 100 }),
    category,
  })
  .map(({ begins, lasts, rates, step, ofHealth, ...rest }) => {
    const from = addDays(start, begins);
    return lineOf(ofHealth, {
      ...rest,
      period: { from, to: lasts === null ? null : addDays(from, lasts) },
      rates: rates.map((each, place) => ({ ...each, from: addDays(from, place * step) })),
      split: percentages(ofHealth, 100 - ofHealth),
    });
  });
const lines = fc.array(line, { minLength: 1, maxLength: 4 });

const limits = fc.array(
  fc
    .record({
      per: fc.constantFrom(...limitPeriods),
      measuredOn: fc.constantFrom(...limitMeasures),
      amountPence: amount(20_000_000),
      categories: fc.subarray([...lineCategories], { minLength: 6 }),
    })
    .map(limit),
  { minLength: 1, maxLength: 3 },
);
const held: fc.Arbitrary<readonly Delegation[]> = fc
  .array(limits, { maxLength: 3 })
  .map((each) => each.map((of, place) => delegation({ delegationId: delegationId(900 + place), limits: of })));

const room: fc.Arbitrary<CommitmentsAsked> = fc
  .record({
    lines,
    alsoInForce: fc.array(line, { maxLength: 2 }),
    decidedSameDay: fc.array(line, { maxLength: 2 }),
    held,
    authority: fc.constantFrom('of-the-panel' as const, 'of-each-member' as const),
    weeklyLimitPence: fc.option(amount(400_000)),
  })
  .map(({ held: ofHealth, authority, weeklyLimitPence, ...rest }) =>
    asked({ ...rest, schemes: schemes(...ofHealth), terms: { commitment: commitment({ authority, weeklyLimitPence }) } }),
  );

const byAgency = (commitments: readonly Commitment[]) => new Map(commitments.map((each) => [each.agencyId, each]));

describe('Whatever the lines and delegations', () => {
  it('more money never brings a commitment within authority', () => {
    fc.assert(
      fc.property(room, fc.nat(), amount(100_000), (before, place, more) => {
        const dearer = before.lines.map((each, at) =>
          at === place % before.lines.length
            ? { ...each, rates: each.rates.map((given) => dearerBy(given, more)) }
            : each,
        );
        const then = byAgency(commitmentsOf(before));
        for (const { agencyId, withinAuthority } of commitmentsOf({ ...before, lines: dearer })) {
          if (withinAuthority) expect(then.get(agencyId)?.withinAuthority).toBe(true);
        }
      }),
    );
  });

  it('the order of the lines makes no difference to what each agency commits', () => {
    fc.assert(
      fc.property(
        room.chain((before) =>
          fc.tuple(fc.constant(before), fc.shuffledSubarray([...before.lines], { minLength: before.lines.length, maxLength: before.lines.length })),
        ),
        ([before, shuffled]) => {
          expect(byAgency(commitmentsOf({ ...before, lines: shuffled }))).toEqual(byAgency(commitmentsOf(before)));
        },
      ),
    );
  });

  it('splitting the lines of one decision over two of a day never turns refused into covered', () => {
    const perWeekOrCase = limits.map((each) => each.map((of) => (of.per === 'decision' ? { ...of, per: 'week' as const } : of)));
    fc.assert(
      fc.property(room, perWeekOrCase, fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (before, of, goesFirst) => {
        const { authority: _, ...panel } = before.terms.commitment;
        const covered = { ...before, schemes: schemes(delegation({ limits: of })) };
        const refusedIn = (all: readonly Commitment[]) => all.filter(({ withinAuthority }) => !withinAuthority).map(({ agencyId }) => agencyId);
        const inParts = (whole: typeof before) => {
          const first = whole.lines.filter((_line, place) => goesFirst[place]);
          const second = whole.lines.filter((_line, place) => !goesFirst[place]);
          const then = { ...whole, lines: second, decidedSameDay: [...whole.decidedSameDay, ...first], alsoInForce: [...whole.alsoInForce, ...first] };
          return refusedIn([...commitmentsOf({ ...whole, lines: first }), ...commitmentsOf(then)]);
        };
        // Its own delegation: the very agency is refused again.
        const unlimited = { ...covered, terms: { commitment: commitment() } };
        expect(inParts(unlimited)).toEqual(expect.arrayContaining(refusedIn(commitmentsOf(unlimited))));
        // The panel's own limit is passed by the decision that passes it, whoever pays in that one.
        const limited = { ...covered, terms: { commitment: commitment(panel) } };
        if (refusedIn(commitmentsOf(limited)).length > 0) expect(inParts(limited)).not.toEqual([]);
      }),
    );
  });

  it('a delegation that has ended or was revoked never covers anything', () => {
    fc.assert(
      fc.property(room, held, fc.integer({ min: 0, max: 400 }), (before, ofHealth, ago) => {
        const ended = ofHealth.map((each) => ({ ...each, from: addDays(before.on, -ago - 1), until: addDays(before.on, -ago) }));
        const terms = { commitment: commitment() };
        for (const { agencyId, ...rest } of commitmentsOf({ ...before, terms, schemes: schemes(...ended) })) {
          if (agencyId === delegation().agencyId) expect(rest).toMatchObject({ delegationId: null, withinAuthority: false });
        }
      }),
    );
  });

  it('no day has a higher week than the highest, which is looked for only where a line or a rate begins', () => {
    const everyDay = Array.from({ length: 500 }, (_, after) => addDays(start, after));
    fc.assert(
      fc.property(lines, (given) => {
        const weeks = everyDay.map((on) => sumPence(given.map((each) => weeklyPenceOn(each, on))));
        expect(highestWeek(given, (whole) => whole)).toBe(Math.max(...weeks));
      }),
    );
  });

  it('cutting a line into two that follow each other changes no weekly cost, and a share by at most the odd penny of what one of them pays once', () => {
    fc.assert(
      fc.property(room, fc.nat(), fc.integer({ min: 1, max: 400 }), (before, place, after) => {
        const cut = before.lines.flatMap((each, at) => (at === place % before.lines.length ? cutAfter(each, after) : [each]));
        const [whole, inTwo] = [byAgency(commitmentsOf(before)), byAgency(commitmentsOf({ ...before, lines: cut }))];
        expect([...inTwo.keys()]).toEqual([...whole.keys()]);
        for (const [agencyId, { weeklyOwnPence, weeklyGrossPence }] of inTwo) {
          const { weeklyOwnPence: own = 0, weeklyGrossPence: gross } = whole.get(agencyId) ?? {};
          expect(weeklyGrossPence).toBe(gross);
          // The week of what was paid once is of one half, the rate that runs meanwhile of the other: each share is rounded up.
          const paysOnce = before.lines.some(({ rates }) => rates.some((given) => 'oncePence' in given));
          expect([0, ...(paysOnce ? [1] : [])]).toContain(weeklyOwnPence - own);
        }
      }),
    );
  });
});

function dearerBy(given: LineRate, more: Pence): LineRate {
  if ('weeklyPence' in given) return { ...given, weeklyPence: granted(pence(given.weeklyPence + more)) };
  if ('dailyPence' in given) return { ...given, dailyPence: granted(pence(given.dailyPence + more)) };
  if ('hourlyPence' in given) return { ...given, hourlyPence: granted(pence(given.hourlyPence + more)) };
  if ('fourWeeklyPence' in given) return { ...given, fourWeeklyPence: granted(pence(given.fourWeeklyPence + more)) };
  return { ...given, oncePence: granted(pence(given.oncePence + more)) };
}

function cutAfter(whole: PackageLine, days: number): readonly PackageLine[] {
  const at = addDays(whole.period.from, days);
  if (!contains(whole.period, at)) return [whole];
  return [
    { ...whole, period: { from: whole.period.from, to: at } },
    { ...whole, period: { from: at, to: whole.period.to } },
  ];
}
