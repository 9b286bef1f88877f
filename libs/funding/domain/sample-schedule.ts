import type { FigureRuling, FundingScheduleQuestionAnswered, FundingScheduleRead, FundingScheduleReleased } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { formatPounds, signedPence } from '@accord/shared/kernel';
import type { ClosedPeriod, SignedPence } from '@accord/shared/kernel';
import { granted, day, education, health, numbered, socialCare } from './sample-agreement';
import type { ScheduleCell, ScheduleDifference, SchedulePayer, ScheduleRow } from './printed-schedule';
import { examineSchedule } from './schedule-reading';
import type { ReadFundingSchedule } from './schedule-reading';
import type { ScheduleFacts, AnswerScheduleQuestion, ReleaseFundingSchedule, WithdrawFundingSchedule } from './schedule';

// The team of St Helens, worked example 10, for the specs of this folder; not exported by its index.

export const scheduleId = numbered<'funding-schedule'>(1200);
export const today = day('2026-11-23');
export const setOut = day('2014-09-11');
export const year2014: ClosedPeriod = { from: day('2014-04-01'), to: day('2015-04-01') };

/** Children's services and public health are both the council's: two columns may have one payer. */
export const payers: readonly SchedulePayer[] = [
  { column: 'ccg', agencyId: health },
  { column: 'childrens_services', agencyId: socialCare },
  { column: 'public_health', agencyId: socialCare },
];
const columns = payers.map(({ column }) => column);

/** Whole pounds, or pounds and the second figure in brackets, or a blank cell. */
type Printed = number | readonly [pounds: number, bracketed: number] | null;

export function cell(column: string, printed: Printed): ScheduleCell {
  if (printed === null) return { column, printed: '', pence: null, bracketed: null };
  const [first, second] = typeof printed === 'number' ? [printed, undefined] : printed;
  const pence = inPence(first);
  if (second === undefined) return { column, printed: formatPounds(pence), pence, bracketed: null };
  const bracketed = { printed: `(${second.toLocaleString('en-GB')})`, pence: inPence(second) };
  return { column, printed: `${formatPounds(pence)} ${bracketed.printed}`, pence, bracketed };
}
const inPence = (pounds: number): SignedPence => granted(signedPence(pounds * 100));

/** A row of the table with a figure for each column, in their order. */
export const row = (line: number, role: string, ...figures: readonly Printed[]): ScheduleRow => ({
  ...{ row: line, role, resource: 'A post' },
  cells: figures.map((figure, place) => cell(columns[place] ?? 'total', figure)),
});

export const stHelens: readonly ScheduleRow[] = [
  row(3, 'Clinical Designated Health Officer', 5_844, 0, 0),
  row(4, 'Senior Manager Integrated Commissioning', [76_604, 64_493], 0, 0),
  row(5, "CCG Children's Commissioner", 0, 0, 0),
  row(6, 'CYPS / CHC Commissioner (0.8wte)', 0, 18_000, 14_264),
  row(7, "Public Health Children's Commissioning", 0, 0, 0),
  row(8, 'Commissioning Support Officer', 0, 4_000, 21_148),
  row(9, 'Total', [82_448, 70_337], 22_000, 35_412),
];
/** The same team without second figures. */
export const plain: readonly ScheduleRow[] = stHelens.map((each) => ({
  ...each,
  cells: each.cells.map((printed) => ({ ...printed, printed: printed.printed.replace(/ \(.*/, ''), bracketed: null })),
}));
/** The same, with one figure altered: £1 more in a cell. */
export const altered = (line: number, column: string, by = 100): readonly ScheduleRow[] =>
  plain.map((each) => ({
    ...each,
    cells: each.cells.map((printed) => {
      const pence = granted(signedPence((printed.pence ?? 0) + by));
      return each.row === line && printed.column === column ? { ...printed, pence, printed: formatPounds(pence) } : printed;
    }),
  }));

export const facts: ScheduleFacts = { registered: new Set([health, socialCare]), payers: [health, socialCare], sameRows: [] };
export const stranger = education;

export const read = (changes: Partial<ReadFundingSchedule> = {}): ReadFundingSchedule => ({
  ...{ type: 'ReadFundingSchedule', scheduleId, on: setOut, today, title: 'Integrated team', source: 'Health and Wellbeing Board, 11 September 2014' },
  ...{ sha256: 'ab'.repeat(32), rowsSha256: 'cd'.repeat(32), notes: ['As printed'], period: year2014, payers, totalColumn: null, printed: stHelens },
  ...changes,
});

/** The event of that command. */
export function scheduleRead(changes: Partial<ReadFundingSchedule> = {}): New<typeof FundingScheduleRead> {
  const { type: _, printed, today: __, on: ___, ...said } = read(changes);
  const found = granted(examineSchedule({ ...said, printed }));
  const { notes, payers: stated, ...rest } = said;
  const on = day(changes.on ?? setOut);
  return { type: 'FundingScheduleRead', data: { ...rest, on, notes: [...notes], ...found, rows: [...found.rows], payers: [...stated], totalColumn: found.totalColumn } };
}

const inOctober = day('2014-10-01');
type Answered = Pick<AnswerScheduleQuestion, 'row' | 'column'>;
export const answer = ({ row: line, column }: Answered, ruling: FigureRuling, on = '2014-10-01'): AnswerScheduleQuestion => ({
  ...{ type: 'AnswerScheduleQuestion', row: line, column, ruling, answer: 'The full year', on, today },
});
export const answered = ({ row: line, column }: Answered, ruling: FigureRuling): New<typeof FundingScheduleQuestionAnswered> => ({
  type: 'FundingScheduleQuestionAnswered',
  data: { scheduleId, on: inOctober, row: line, column, ruling, answer: 'The full year' },
});
export const release = (changes: Partial<ReleaseFundingSchedule> = {}): ReleaseFundingSchedule => ({
  ...{ type: 'ReleaseFundingSchedule', agencyId: health, on: '2014-10-01', today, because: 'Agreed by both directors' },
  ...changes,
});
export const released = (...differences: ScheduleDifference[]): New<typeof FundingScheduleReleased> => ({
  type: 'FundingScheduleReleased',
  data: { scheduleId, on: inOctober, agencyId: health, because: 'Agreed by both directors', differences },
});
export const withdraw = (changes: Partial<WithdrawFundingSchedule> = {}): WithdrawFundingSchedule => ({
  ...{ type: 'WithdrawFundingSchedule', agencyId: health, on: '2014-10-01', today, because: 'The wrong year' },
  ...changes,
});
