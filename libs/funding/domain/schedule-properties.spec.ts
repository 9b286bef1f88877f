import { scheduleEvents } from '@accord/funding/contracts';
import type { FigureRuling } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { addDays, daysIn, financialYearOf, signedPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, SignedPence } from '@accord/shared/kernel';
import { stateAfter } from '@accord/shared/testing';
import fc from 'fast-check';
import type { ScheduleRow } from './printed-schedule';
import { day, granted } from './sample-agreement';
import { answered, facts, payers, read, release, scheduleRead } from './sample-schedule';
import { scheduleDecider } from './schedule';
import { contributionsOf } from './schedule-contributions';
import { countedIn, standingOf } from './schedule-state';
import type { ScheduleOnRecord } from './schedule-state';

const columns = payers.map(({ column }) => column);
const amount = (pence: number): SignedPence => granted(signedPence(pence));
const stream = { decider: scheduleDecider, definitions: scheduleEvents };

type Figure = readonly [pence: number, bracketed: number | null];
const figure = (most: number, bracketed: boolean): fc.Arbitrary<Figure> => {
  const second: fc.Arbitrary<number | null> = bracketed ? fc.option(fc.integer({ min: 0, max: most })) : fc.constant(null);
  return fc.tuple(fc.integer({ min: -most, max: most }), second);
};

const rowOf = (line: number, role: string, figures: readonly Figure[]): ScheduleRow => ({
  ...{ row: line, role, resource: '' },
  cells: figures.map(([pence, second], place) => ({
    ...{ column: columns[place] ?? '', printed: `${pence}p ${second ?? ''}`, pence: amount(pence) },
    bracketed: second === null ? null : { printed: `(${second})`, pence: amount(second) },
  })),
});

/** A table whose stated totals are the sums of its rows; with second figures here and there, if wanted. */
const tables = ({ bracketed = false, most = 10_000_000 } = {}): fc.Arbitrary<readonly ScheduleRow[]> =>
  fc.array(fc.tuple(figure(most, bracketed), figure(most, bracketed), figure(most, bracketed)), { minLength: 1, maxLength: 12 }).map((posts) => {
    const totals = columns.map((_, place): Figure => [posts.reduce((sum, post) => sum + (post[place]?.[0] ?? 0), 0), null]);
    return [...posts.map((figures, place) => rowOf(place + 2, `Post ${place}`, figures)), rowOf(posts.length + 2, 'Total', totals)];
  });

function onRecord(...events: readonly New<(typeof scheduleEvents)[number]>[]): ScheduleOnRecord {
  const state = stateAfter(stream, ...events);
  if (state.status === 'unknown') throw new Error('The schedule of this spec was read.');
  return state;
}

describe('Any schedule', () => {
  it('whose totals agree and that asks nothing is accepted', () => {
    fc.assert(fc.property(tables(), (printed) => expect(standingOf(onRecord(scheduleRead({ printed })))).toBe('accepted')));
  });

  it('with a single altered cell is held back with exactly the two figures of that column', () => {
    const cases = tables().chain((printed) =>
      fc.record({
        printed: fc.constant(printed),
        at: fc.tuple(fc.nat(printed.length - 1), fc.nat(columns.length - 1)),
        by: fc.integer({ min: -1_000_000, max: 1_000_000 }).filter((pence) => pence !== 0),
      }),
    );
    fc.assert(
      fc.property(cases, ({ printed, at: [line, place], by }) => {
        const altered = printed.map((row, index) => ({
          ...row,
          cells: row.cells.map((cell, column) => (index === line && column === place ? { ...cell, pence: amount((cell.pence ?? 0) + by) } : cell)),
        }));
        const stated = altered.at(-1)?.cells[place]?.pence;
        const summedPence = altered.slice(0, -1).reduce((sum, row) => sum + (row.cells[place]?.pence ?? 0), 0);
        const state = onRecord(scheduleRead({ printed: altered }));
        expect(standingOf(state)).toBe('held');
        expect(state.reading.differences).toEqual([{ row: printed.length + 1, column: columns[place], statedPence: stated, summedPence }]);
      }),
    );
  });

  it('is known again when it is handed in a second time', () => {
    fc.assert(
      fc.property(tables({ bracketed: true }), (printed) => {
        const decision = scheduleDecider.decide(read({ printed }), onRecord(scheduleRead({ printed })), facts);
        expect(decision).toMatchObject({ ok: false, refusal: 'schedule-already-read' });
      }),
    );
  });

  it('that is released has every figure as it was printed, and counts none but those', () => {
    const ruling = fc.constantFrom<FigureRuling>('printed-counts', 'bracketed-counts', 'set-aside');
    fc.assert(
      fc.property(tables({ bracketed: true }), fc.array(ruling, { minLength: 36, maxLength: 36 }), (printed, rulings) => {
        const asRead = scheduleRead({ printed });
        const answers = asRead.data.questions.map((question, place) => answered(question, rulings[place] ?? 'set-aside'));
        const held = onRecord(asRead, ...answers);
        const decision = scheduleDecider.decide(release(), held, facts);
        const freed = decision.ok ? onRecord(asRead, ...answers, ...decision.events) : held;
        expect(freed.reading).toEqual(held.reading);
        const counted = countedIn(freed);
        for (const row of freed.reading.rows) {
          for (const { column, pence, bracketed } of row.cells) expect([pence, bracketed?.pence]).toContain(counted(row, column));
        }
      }),
    );
  });
});

const firstDay = day('2014-04-01');
const stretch = fc.tuple(fc.nat(1_000), fc.integer({ min: 1, max: 1_200 })).map(([skip, length]): ClosedPeriod => {
  const from = addDays(firstDay, skip);
  return { from, to: addDays(from, length) };
});

describe('What is owed by any schedule', () => {
  it('for whole financial years is what is printed, once for each', () => {
    fc.assert(
      fc.property(tables(), fc.integer({ min: 1, max: 4 }), (printed, years) => {
        const period = { from: firstDay, to: day(`${2014 + years}-04-01`) };
        const owed = contributionsOf(onRecord(scheduleRead({ printed, period })), period);
        const stated = printed.at(-1)?.cells.map(({ pence }) => (pence ?? 0) * years);
        expect(owed.payers.map(({ pence }) => pence)).toEqual(stated);
        expect(owed.posts.map((post) => post.payers.map(({ pence }) => pence))).toEqual(
          printed.slice(0, -1).map(({ cells }) => cells.map(({ pence }) => (pence ?? 0) * years)),
        );
      }),
    );
  });

  it('adds up: by post, by payer, by year, and however its days are cut', () => {
    fc.assert(
      fc.property(tables(), stretch, fc.array(fc.nat(1_200), { maxLength: 6 }), (printed, period, cuts) => {
        const state = onRecord(scheduleRead({ printed, period }));
        const whole = contributionsOf(state, period);
        expect(sumPence(whole.posts.map(({ pence }) => pence))).toBe(whole.pence);
        expect(sumPence(whole.payers.map(({ pence }) => pence))).toBe(whole.pence);
        expect(sumPence(whole.years.map(({ pence }) => pence))).toBe(whole.pence);
        const days = [0, ...cuts.filter((cut) => cut > 0 && cut < daysIn(period)), daysIn(period)].toSorted((one, other) => one - other);
        const pieces = days.slice(1).flatMap((to, place) => {
          const from = days[place] ?? 0;
          return from === to ? [] : [contributionsOf(state, { from: addDays(period.from, from), to: addDays(period.from, to) })];
        });
        const sums = whole.posts.map((post, at) => post.payers.map((_, payer) => sumPence(pieces.map((piece) => piece.posts[at]?.payers[payer]?.pence ?? amount(0)))));
        expect(sums).toEqual(whole.posts.map((post) => post.payers.map(({ pence }) => pence)));
      }),
    );
  });

  it('for part of a year is the part that its days make, to less than two pence for each payer of each post', () => {
    fc.assert(
      fc.property(tables(), fc.integer({ min: 1, max: 365 }), (printed, length) => {
        const period = { from: firstDay, to: addDays(firstDay, length) };
        for (const post of contributionsOf(onRecord(scheduleRead({ printed, period })), period).posts) {
          for (const { yearlyPence, pence } of post.payers) {
            expect(Math.abs(pence - (yearlyPence * length) / daysIn(financialYearOf(firstDay)))).toBeLessThan(2);
          }
        }
      }),
    );
  });

  it('is nothing while it is held back', () => {
    fc.assert(
      fc.property(tables({ bracketed: true }), stretch, (printed, period) => {
        const asRead = scheduleRead({ printed, period });
        fc.pre(asRead.data.questions.length > 0);
        expect(contributionsOf(onRecord(asRead), period)).toMatchObject({ posts: [], yearlyPence: 0, pence: 0 });
      }),
    );
  });
});

describe('A part of a year, by hand', () => {
  it('is 183 of 365 days, the odd penny by largest remainder', () => {
    const printed = [rowOf(2, 'Nurse', [[100_001, null], [50_000, null], [50_000, null]]), rowOf(3, 'Total', [[100_001, null], [50_000, null], [50_000, null]])];
    const period = { from: firstDay, to: day('2014-10-01') };
    const { pence, payers: owed, years } = contributionsOf(onRecord(scheduleRead({ printed, period })), period);
    // 200,001p x 183 / 365 = 100,274.47p; its parts 50,137.3, 25,068.4 and 25,068.4 leave one penny, for the first of the equal remainders.
    expect([pence, owed.map((each) => each.pence)]).toEqual([100_274, [50_137, 25_069, 25_068]]);
    expect(years).toMatchObject([{ year: { name: '2014/15' }, days: period, pence: 100_274 }]);
  });
});
