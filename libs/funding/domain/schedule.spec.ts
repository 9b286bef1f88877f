import { fundingEvents, scheduleEvents } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { day, numbered, socialCare } from './sample-agreement';
import {
  altered,
  answer,
  answered,
  facts,
  payers,
  plain,
  read,
  release,
  released,
  row,
  scheduleId,
  scheduleRead,
  setOut,
  stHelens,
  stranger,
  withdraw,
} from './sample-schedule';
import { scheduleDecider } from './schedule';
import { scheduleCounts, standingOf } from './schedule-state';

const schedule = specification({ decider: scheduleDecider, definitions: fundingEvents });
const stream = { decider: scheduleDecider, definitions: scheduleEvents };
const withdrawn = { type: 'FundingScheduleWithdrawn' as const, data: { scheduleId, on: day('2014-10-01'), because: 'The wrong year' } };
const [manager, total] = [{ row: 4, column: 'ccg' }, { row: 9, column: 'ccg' }];
const bothPrinted = [answered(manager, 'printed-counts'), answered(total, 'printed-counts')] as const;

function standingAfter(...events: readonly New<(typeof scheduleEvents)[number]>[]) {
  const state = stateAfter(stream, ...events);
  if (state.status === 'unknown') throw new Error('The schedule of this spec was read.');
  return { standing: standingOf(state), counts: scheduleCounts(state) };
}

describe('The schedule of St Helens', () => {
  it('is read word for word: its totals agree, and both figures in brackets are asked about', () => {
    schedule.when(read(), facts).then(scheduleRead());
    const { differences, questions, rows } = scheduleRead().data;
    expect(differences).toEqual([]);
    expect(questions.map(({ row: line, column, asks }) => [line, column, asks])).toEqual([
      [4, 'ccg', expect.stringContaining('What does (64,493) mean')],
      [9, 'ccg', expect.stringContaining('What does (70,337) mean')],
    ]);
    expect(rows[3]?.role).toBe('CYPS / CHC Commissioner (0.8wte)');
  });

  it('counts for nothing while a question is open', () => {
    expect(standingAfter(scheduleRead())).toEqual({ standing: 'held', counts: false });
    schedule.given(scheduleRead()).when(release(), facts).thenRefused('schedule-questions-open', '2 questions are open, the first about line 4, column ccg');
    schedule
      .given(scheduleRead(), answered(manager, 'printed-counts'))
      .when(release(), facts)
      .thenRefused('schedule-questions-open', '1 question is open, the first about line 9, column ccg');
  });

  it('counts once each question is answered and a payer has released it', () => {
    schedule.given(scheduleRead()).when(answer(manager, 'printed-counts'), facts).then(answered(manager, 'printed-counts'));
    expect(standingAfter(scheduleRead(), ...bothPrinted)).toEqual({ standing: 'held', counts: false });
    schedule.given(scheduleRead(), ...bothPrinted).when(release(), facts).then(released());
    expect(standingAfter(scheduleRead(), ...bothPrinted, released())).toEqual({ standing: 'released', counts: true });
  });

  it('may be released where questions are set aside with a reason', () => {
    schedule.given(scheduleRead(), answered(manager, 'set-aside'), answered(total, 'set-aside')).when(release(), facts).then(released());
  });

  it('agrees as well where both figures in brackets count', () => {
    schedule.given(scheduleRead(), answered(manager, 'bracketed-counts'), answered(total, 'bracketed-counts')).when(release(), facts).then(released());
  });

  it('is released with both figures where the one in brackets counts for the post and not for the total', () => {
    const difference = { row: 9, column: 'ccg', statedPence: 8_244_800, summedPence: 7_033_700 };
    schedule
      .given(scheduleRead(), answered(manager, 'bracketed-counts'), answered(total, 'printed-counts'))
      .when(release(), facts)
      // Whole pence, as the contract checks.
      .then(released(difference as never));
  });

  it('takes a later answer in place of an earlier one', () => {
    const changed = [answered(manager, 'bracketed-counts'), ...bothPrinted] as const;
    schedule.given(scheduleRead(), ...changed).when(release(), facts).then(released());
  });
});

describe('A schedule whose totals agree and that leaves nothing open', () => {
  const agreeing = scheduleRead({ printed: plain });

  it('counts at once, and nobody needs to release it', () => {
    schedule.when(read({ printed: plain }), facts).then(agreeing);
    expect(standingAfter(agreeing)).toEqual({ standing: 'accepted', counts: true });
    schedule.given(agreeing).when(release(), facts).thenRefused('schedule-already-counts');
  });

  it('is withdrawn by a payer alone, and counts for nothing from then on', () => {
    schedule.given(agreeing).when(withdraw({ agencyId: stranger }), facts).thenRefused('schedule-not-payer');
    schedule.given(agreeing).when(withdraw(), facts).then(withdrawn);
    expect(standingAfter(agreeing, withdrawn)).toEqual({ standing: 'withdrawn', counts: false });
    schedule.given(agreeing, withdrawn).when(withdraw(), facts).thenRefused('schedule-withdrawn');
  });

  it('can be read anew after it was withdrawn, with other payers say', () => {
    const corrected = { printed: plain, payers: payers.map((payer) => ({ ...payer, agencyId: socialCare })) };
    schedule.given(agreeing, withdrawn).when(read(corrected), facts).then(scheduleRead(corrected));
    expect(standingAfter(agreeing, withdrawn, scheduleRead(corrected))).toEqual({ standing: 'accepted', counts: true });
  });
});

describe('A schedule whose totals differ from its rows', () => {
  const differing = altered(6, 'public_health');
  const difference = { row: 9, column: 'public_health', statedPence: 3_541_200, summedPence: 3_541_300 };

  it('is recorded as it is and held back, with both figures of that column', () => {
    schedule.when(read({ printed: differing }), facts).then(scheduleRead({ printed: differing }));
    expect(scheduleRead({ printed: differing }).data.differences).toEqual([difference]);
    expect(standingAfter(scheduleRead({ printed: differing }))).toEqual({ standing: 'held', counts: false });
  });

  it('is released by a payer with a reason, both figures beside it', () => {
    schedule
      .given(scheduleRead({ printed: differing }))
      .when(release(), facts)
      // Whole pence, as the contract checks.
      .then(released(difference as never));
  });

  it('is released by nobody who pays nothing by it', () => {
    schedule.given(scheduleRead({ printed: differing })).when(release({ agencyId: stranger }), facts).thenRefused('schedule-not-payer');
  });

  it('may be taken back by whoever handed it in, for it counts for nothing', () => {
    schedule.given(scheduleRead({ printed: differing })).when(withdraw({ agencyId: stranger }), facts).then(withdrawn);
  });

  it('is held back also where no total is stated at all, or the stated one is blank', () => {
    const unstated = plain.slice(0, -1);
    expect(scheduleRead({ printed: unstated }).data.differences).toEqual([
      { row: null, column: 'ccg', statedPence: null, summedPence: 8_244_800 },
      { row: null, column: 'childrens_services', statedPence: null, summedPence: 2_200_000 },
      { row: null, column: 'public_health', statedPence: null, summedPence: 3_541_200 },
    ]);
    const blank = [...plain.slice(0, -1), row(9, 'TOTALS', 82_448, null, 35_412)];
    expect(scheduleRead({ printed: blank }).data.differences).toEqual([
      { row: 9, column: 'childrens_services', statedPence: null, summedPence: 2_200_000 },
    ]);
  });
});

describe('A schedule is refused, and nothing of it kept, where', () => {
  it.each<[string, Parameters<typeof read>[0], string, string]>([
    ['a payer is not registered', { payers: [{ column: 'ccg', agencyId: stranger }] }, 'schedule-payer-unknown', stranger],
    ['there is no post', { printed: plain.slice(-1) }, 'schedule-without-posts', 'no post'],
    ['two rows state totals', { printed: [...plain, row(10, 'total', 1, 1, 1)] }, 'schedule-total-repeated', 'Lines 9 and 10'],
    ['a row names no post', { printed: [...plain, row(10, ' ', 1, 1, 1)] }, 'schedule-row-unreadable', 'Line 10'],
    ['a figure is beyond any post', { printed: [row(3, 'Post', 0, 1_000_000_001, 0)] }, 'schedule-figure-too-large', 'Line 3, column childrens_services'],
    ['it is set out on a day to come', { on: '2026-11-24' }, 'schedule-day-in-future', '23 November 2026'],
    ['its day is none', { on: '2014-02-30' }, 'not-a-date', 'February'],
    ['a column is named twice', { payers: [...payers, { column: 'ccg', agencyId: socialCare }] }, 'schedule-columns-unclear', 'ccg is named twice'],
    ['a payer has the column of the posts', { payers: [{ column: 'role', agencyId: socialCare }] }, 'schedule-columns-unclear', 'role is named twice'],
    ['a column has a name that no column can have', { payers: [{ column: '=ccg', agencyId: socialCare }] }, 'schedule-columns-unclear', 'letter or digit'],
    ['nobody pays', { payers: [] }, 'schedule-columns-unclear', 'one column at least'],
  ])('%s', (_case, changes, code, sentence) => {
    schedule.when(read({ printed: plain, ...changes }), facts).thenRefused(code, sentence);
  });

  it('the very same is on record already, which is named', () => {
    schedule.given(scheduleRead()).when(read(), facts).thenRefused('schedule-already-read', `${scheduleId}, “Integrated team”, from 1 April 2014`);
    schedule.given(scheduleRead({ printed: plain })).when(read({ printed: plain }), facts).thenRefused('schedule-already-read', 'that schedule counts');
  });

  it('the same rows are on record for some of the same days, under whatever title', () => {
    const half = read({ scheduleId: numbered(1201), title: 'Another', period: { from: day('2014-10-01'), to: day('2015-10-01') } });
    const other = stateAfter(stream, scheduleRead());
    schedule.when(half, { ...facts, sameRows: [other] }).thenRefused('schedule-already-read', `${scheduleId}, “Integrated team”`);
    schedule.when(half, { ...facts, sameRows: [stateAfter(stream, scheduleRead(), withdrawn)] }).then(scheduleRead({ ...half, on: setOut }));
  });

  it('but a schedule may go on unchanged in the next year', () => {
    const next = { scheduleId: numbered<'funding-schedule'>(1201), period: { from: day('2015-04-01'), to: day('2016-04-01') } };
    schedule.when(read(next), { ...facts, sameRows: [stateAfter(stream, scheduleRead())] }).then(scheduleRead(next));
  });
});

describe('What is said of a schedule', () => {
  it('is nothing while none was read', () => {
    for (const command of [answer(manager, 'set-aside'), release(), withdraw()]) schedule.when(command, facts).thenRefused('schedule-unknown');
  });

  it('is about what was asked, and about no other cell', () => {
    schedule.given(scheduleRead()).when(answer({ row: 4, column: 'public_health' }, 'set-aside'), facts).thenRefused('schedule-question-unknown', 'line 4');
    schedule.given(scheduleRead()).when(answer({ row: 3, column: 'ccg' }, 'set-aside'), facts).thenRefused('schedule-question-unknown');
  });

  it('comes before it counts: what counts is withdrawn and read anew, not answered afterwards', () => {
    schedule.given(scheduleRead(), ...bothPrinted, released()).when(answer(manager, 'bracketed-counts'), facts).thenRefused('schedule-already-counts');
    schedule.given(scheduleRead(), ...bothPrinted, released()).when(release(), facts).thenRefused('schedule-already-counts');
    schedule.given(scheduleRead(), withdrawn).when(answer(manager, 'bracketed-counts'), facts).thenRefused('schedule-withdrawn');
    schedule.given(scheduleRead(), withdrawn).when(release(), facts).thenRefused('schedule-withdrawn');
  });

  it('is of a day that has come, and not before what was said last', () => {
    schedule.given(scheduleRead()).when(answer(manager, 'set-aside', '2014-09-10'), facts).thenRefused('schedule-day-before-last', '11 September 2014');
    schedule.given(scheduleRead()).when(answer(manager, 'set-aside', '2026-11-24'), facts).thenRefused('schedule-day-in-future', '23 November 2026');
    schedule.given(scheduleRead(), ...bothPrinted).when(release({ on: '2014-09-30' }), facts).thenRefused('schedule-day-before-last', '1 October 2014');
    schedule.given(scheduleRead()).when(withdraw({ on: '2014-02-30' }), facts).thenRefused('not-a-date');
  });

  it('leaves every row, cell and figure as printed', () => {
    const state = stateAfter(stream, scheduleRead(), answered(manager, 'bracketed-counts'), answered(total, 'set-aside'), released());
    expect(state).toMatchObject({ reading: { rows: stHelens.slice(0, -1), stated: stHelens.at(-1) } });
  });
});
