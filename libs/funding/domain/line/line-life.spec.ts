import { addDays } from '@accord/shared/kernel';
import type { ClosedPeriod } from '@accord/shared/kernel';
import fc from 'fast-check';
import { fundingPicture } from '../funding-picture';
import type { FundingEvent } from '../funding-picture';
import { liabilities } from '../liability';
import { day, health, numbered, percentages, pounds, socialCare } from '../sample-agreement';
import { days, decided, line, pictureOf, record } from '../sample-facts';
import { agreed, arranged, ended, partChanged, proposed, recovered, resumed, suspended, variationRefused, weekly, withdrawn } from './sample-line-life';

/** £700.00 a week, £100.00 a day, from Monday 1 September 2025; 60 % health, 40 % social care. */
const decision = decided(line({ rates: { '2025-09-01': 700 }, split: percentages(60, 40) }));
const factAfter = (...events: readonly FundingEvent[]) => {
  const [fact] = pictureOf(decision, ...events).lines;
  if (!fact) throw new Error('The line of this spec has days.');
  return fact;
};
const costOf = (window: ClosedPeriod, ...events: readonly FundingEvent[]): number =>
  liabilities(pictureOf(decision, ...events), window).reduce((sum, { cost }) => sum + cost, 0);

describe('A line that is suspended during a stay in hospital, half of its cost retained', () => {
  const stay = [suspended(1, '2025-10-06'), resumed(2, '2025-10-13')];

  it('costs half on the days of the stay, and all of it on the day before and the day after', () => {
    expect(costOf(days('2025-10-05', '2025-10-06'), ...stay)).toBe(pounds(100));
    expect(costOf(days('2025-10-06', '2025-10-13'), ...stay)).toBe(pounds(350));
    expect(costOf(days('2025-10-13', '2025-10-14'), ...stay)).toBe(pounds(100));
  });

  it('costs half until somebody says that it goes on', () => {
    expect(costOf(days('2025-10-06', '2025-11-03'), suspended(1, '2025-10-06'))).toBe(pounds(1_400));
  });

  it('names what changed its cost beside its decision', () => {
    expect(factAfter(...stay, arranged(3, '2025-09-01')).alsoBecause.map(({ eventId }) => eventId)).toEqual([numbered(2_001), numbered(2_002)]);
  });

  it('costs all of it once the suspension is withdrawn as a mistake', () => {
    const fact = factAfter(suspended(1, '2025-10-06'), withdrawn(1));
    expect([fact.pauses, fact.alsoBecause]).toEqual([[], []]);
  });

  it('pauses for the next suspension on the day on which the one before ends', () => {
    expect(factAfter(...stay, suspended(3, '2025-10-13', { retained: 0 })).pauses).toEqual([
      { from: '2025-10-06', to: '2025-10-13', retainedBasisPoints: 5_000 },
      { from: '2025-10-13', to: null, retainedBasisPoints: 0 },
    ]);
  });

  it('is suspended anew from a day for which a suspension was put on record first', () => {
    expect(factAfter(suspended(3, '2025-10-13', { retained: 0 }), suspended(1, '2025-10-06'), resumed(2, '2025-10-10')).pauses).toEqual([
      { from: '2025-10-06', to: '2025-10-10', retainedBasisPoints: 5_000 },
      { from: '2025-10-13', to: null, retainedBasisPoints: 0 },
    ]);
  });
});

describe('What stays payable of a line that pauses', () => {
  const [paused, lessFrom13] = [suspended(1, '2025-10-06', { retained: 10_000 }), partChanged(2, '2025-10-13', { retained: 2_500 })];
  const goesOn = (from: string) => resumed(3, from);

  it('changes from a day on, until the line goes on', () => {
    expect(factAfter(paused, lessFrom13, goesOn('2025-10-20')).pauses).toEqual([
      { from: '2025-10-06', to: '2025-10-13', retainedBasisPoints: 10_000 },
      { from: '2025-10-13', to: '2025-10-20', retainedBasisPoints: 2_500 },
    ]);
    expect(costOf(days('2025-10-06', '2025-10-27'), paused, lessFrom13, goesOn('2025-10-20'))).toBe(pounds(700 + 175 + 700));
  });

  it('changes whole where that is said of its first day', () => {
    expect(factAfter(paused, partChanged(2, '2025-10-06', { retained: 0 })).pauses).toEqual([{ from: '2025-10-06', to: null, retainedBasisPoints: 0 }]);
  });

  it('is what was said last of a day, and until then what was said of days before', () => {
    expect(factAfter(paused, partChanged(4, '2025-10-20', { retained: 0 }), lessFrom13, partChanged(5, '2025-10-20', { retained: 5_000 })).pauses).toEqual([
      { from: '2025-10-06', to: '2025-10-13', retainedBasisPoints: 10_000 },
      { from: '2025-10-13', to: '2025-10-20', retainedBasisPoints: 2_500 },
      { from: '2025-10-20', to: null, retainedBasisPoints: 5_000 },
    ]);
  });

  it.each([['before that day', '2025-10-10'], ['on that day', '2025-10-13']])('is of no account where the line goes on %s after all', (_when, day) => {
    expect(factAfter(paused, lessFrom13, goesOn(day)).pauses).toEqual([{ from: '2025-10-06', to: day, retainedBasisPoints: 10_000 }]);
  });

  it('is said of one pause: the next has a part of its own', () => {
    const next = suspended(4, '2025-10-27', { retained: 10_000 });
    expect(factAfter(paused, lessFrom13, goesOn('2025-10-20'), next).pauses.at(-1)).toEqual({ from: '2025-10-27', to: null, retainedBasisPoints: 10_000 });
  });

  it('is as before once that is withdrawn, and all of it once the suspension is', () => {
    expect(factAfter(paused, lessFrom13, withdrawn(2)).pauses).toEqual([{ from: '2025-10-06', to: null, retainedBasisPoints: 10_000 }]);
    expect(factAfter(paused, lessFrom13, withdrawn(1)).pauses).toEqual([]);
  });

  it('is named among what changed the cost', () => {
    expect(factAfter(paused, lessFrom13).alsoBecause).toHaveLength(2);
  });

  it('is on each day what a reader of its life says, whatever happened in which order', () => {
    const entries = fc.array(fc.record({ kind: fc.constantFrom('suspended' as const, 'changed' as const, 'resumed' as const), after: fc.nat(40), retained: fc.nat(10_000), mistake: fc.boolean() }), { maxLength: 8 });
    fc.assert(
      fc.property(entries, (all) => {
        const first = day('2025-10-06');
        const events = all.map(({ kind, after, retained }, place) => {
          const from = addDays(first, after);
          return kind === 'suspended' ? suspended(place, from, { retained }) : kind === 'changed' ? partChanged(place, from, { retained }) : resumed(place, from);
        });
        const mistakes = all.flatMap(({ mistake }, place) => (mistake ? [withdrawn(place)] : []));
        const { pauses } = factAfter(...events, ...mistakes);
        const counting = all.flatMap((entry, place) => (entry.mistake ? [] : [{ ...entry, place }]));
        for (let number = 0; number <= 42; number += 1) {
          const on = addDays(first, number);
          const found = pauses.filter(({ from, to }) => from <= on && (to === null || on < to));
          expect(found.map(({ retainedBasisPoints }) => retainedBasisPoints)).toEqual(partOn(number, counting));
        }
        expect(pauses.every(({ from, to }) => to === null || from < to)).toBe(true);
      }),
    );
  });
});

interface Said {
  readonly kind: 'suspended' | 'changed' | 'resumed';
  readonly after: number;
  readonly retained: number;
  readonly place: number;
}
/** The part that stays payable on a day, read day by day: what resumes comes before what suspends, and that before what changes the part. */
function partOn(number: number, said: readonly Said[]): number[] {
  let part: number[] = [];
  for (let on = 0; on <= number; on += 1) {
    const [suspensions, changes] = (['suspended', 'changed'] as const).map((kind) => said.filter((each) => each.kind === kind && each.after === on));
    if (said.some(({ kind, after }) => kind === 'resumed' && after === on)) part = [];
    const [suspension, change] = [suspensions?.at(-1), changes?.at(-1)];
    if (suspension) part = [suspension.retained];
    if (change && part.length > 0) part = [change.retained];
  }
  return part;
}

describe('Other rates of a line', () => {
  const higher = proposed(11, [weekly('2025-11-03', 840)]);

  it('hold from their day once everybody has agreed, and not before', () => {
    const week = days('2025-11-03', '2025-11-10');
    expect(costOf(week, higher)).toBe(pounds(700));
    expect(costOf(week, higher, agreed(11))).toBe(pounds(840));
    expect(costOf(days('2025-10-27', '2025-11-03'), higher, agreed(11))).toBe(pounds(700));
  });

  it('hold at once where nobody else has to agree', () => {
    expect(factAfter(proposed(11, [weekly('2025-11-03', 840)], { awaits: [] })).rates).toEqual([weekly('2025-09-01', 700), weekly('2025-11-03', 840)]);
  });

  it('do not hold where one of two has agreed, nor where one refused', () => {
    const third = numbered<'agency'>(103);
    const ofThree = proposed(11, [weekly('2025-11-03', 840)], { awaits: [socialCare, third] });
    const old = [weekly('2025-09-01', 700)];
    expect(factAfter(ofThree, agreed(11, { awaits: [third] })).rates).toEqual(old);
    expect(factAfter(ofThree, agreed(11, { awaits: [third] }), variationRefused(11, { by: third })).rates).toEqual(old);
    expect(factAfter(ofThree, agreed(11, { awaits: [third] }), agreed(11, { by: third })).rates).toEqual([...old, weekly('2025-11-03', 840)]);
  });

  it('take the place of all that was agreed before from their first day on, whichever was recorded first', () => {
    const [early, late] = [proposed(11, [weekly('2025-10-06', 750), weekly('2025-12-01', 760)]), proposed(12, [weekly('2025-11-03', 840)])];
    const rates = [weekly('2025-09-01', 700), weekly('2025-10-06', 750), weekly('2025-11-03', 840)];
    expect(factAfter(early, late, agreed(11, { on: '2025-10-08' }), agreed(12, { on: '2025-10-09' })).rates).toEqual(rates);
    expect(factAfter(early, late, agreed(12, { on: '2025-10-09' }), agreed(11, { on: '2025-10-08' })).rates).toEqual(rates);
    expect(factAfter(early, late, agreed(12, { on: '2025-10-08' }), agreed(11, { on: '2025-10-09' })).rates).toEqual([
      ...[weekly('2025-09-01', 700), weekly('2025-10-06', 750), weekly('2025-12-01', 760)],
    ]);
  });

  it('may be of another kind: an hourly rate takes the place of a weekly one', () => {
    const hourly = { from: day('2025-11-03'), hourlyPence: pounds(20), weeklyMinutes: 2_250 };
    expect(costOf(days('2025-11-03', '2025-11-10'), proposed(11, [hourly], { awaits: [] }))).toBe(pounds(750));
  });
});

describe('A line that ended', () => {
  it('costs nothing from that day on, and what it cost before is as it was', () => {
    expect(costOf(days('2025-10-01', '2025-10-31'), ended(1, '2025-10-06'))).toBe(pounds(500));
    expect(factAfter(ended(1, '2025-10-06')).days).toEqual([{ from: '2025-09-01', to: '2025-10-06' }]);
  });

  it('goes on where its ending is withdrawn', () => {
    expect(factAfter(ended(1, '2025-10-06'), withdrawn(1)).days).toEqual([{ from: '2025-09-01', to: null }]);
  });

  it('is there still for a sum that came back, though none of its days is left', () => {
    const fact = factAfter(ended(1, '2025-09-01'), recovered(31, ['2025-09-01', '2025-10-01'], { pounds: 10, on: '2025-11-01' }));
    expect([fact.days, fact.recoveries.length]).toEqual([[], 1]);
    expect(pictureOf(decision, ended(1, '2025-09-01')).lines).toEqual([]);
  });
});

describe('Who provides a line and pays the provider', () => {
  it('is said from a day until the next arrangement, whichever was recorded first', () => {
    const fact = factAfter(arranged(2, '2025-11-01', { by: socialCare, vat: 'standard-rate' }), arranged(1, '2025-09-01'));
    expect(fact.arrangements.map(({ from, commissionedBy, vat }) => [from, commissionedBy, vat])).toEqual([
      ['2025-09-01', health, 'exempt'],
      ['2025-11-01', socialCare, 'standard-rate'],
    ]);
    expect(fact.alsoBecause).toEqual([]);
  });
});

it('What happens to a line changes no other line, nor one of the same id in another decision', () => {
  const [one, other] = [line({ number: 601 }), line({ number: 602 })];
  const both = (...events: readonly FundingEvent[]) => fundingPicture(record(decided(one, other), ...events)).lines;
  const [first, second] = both(suspended(1, '2025-10-06', { line: 601 }), ended(2, '2025-10-06', { line: 601 }));
  expect([first?.days, first?.pauses.length]).toEqual([[{ from: '2025-09-01', to: '2025-10-06' }], 1]);
  expect(second).toEqual(both()[1]);
});
