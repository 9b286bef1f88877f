import type { FundingScheduleRead } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Refusal, Result } from '@accord/shared/kernel';
import { succeed } from '@accord/shared/kernel';
import { refuseFunding } from './refusals';

/** A schedule as it was read: everything that is printed, and what was found on reading. */
export type ScheduleReading = New<typeof FundingScheduleRead>['data'];
/** A post, or the row of totals: its line in the file, its words, and each figure with its printed cell. */
export type ScheduleRow = ScheduleReading['rows'][number];
export type ScheduleCell = ScheduleRow['cells'][number];
/** Which agency pays what stands in which column. Two columns may be of one agency. */
export type SchedulePayer = ScheduleReading['payers'][number];
export type ScheduleQuestion = ScheduleReading['questions'][number];
export type ScheduleDifference = ScheduleReading['differences'][number];

/** Which columns hold figures, as stated by the person who hands a schedule in. */
export interface ScheduleColumns {
  readonly payers: readonly SchedulePayer[];
  /** The column that states the total of each row, where there is one. */
  readonly totalColumn: string | null;
}

/** The posts of a schedule and the totals that it states. */
export interface ScheduleTable extends ScheduleColumns {
  readonly rows: readonly ScheduleRow[];
  readonly stated: ScheduleRow | null;
}

/** The columns that describe a post; no payer's column is called so. */
export const postColumns = ['role', 'resource'] as const;
/** A team, and a team of teams; more is another kind of table. */
export const mostPosts = 500;
export const mostPayers = 20;
/** £1,000,000,000 in one cell; so that no total of a schedule can leave the range of exact integers. */
const largestFigure = 100_000_000_000;

/** The names of all columns that the table must have. */
export const columnsOf = ({ payers, totalColumn }: ScheduleColumns): readonly string[] => [
  ...postColumns,
  ...payers.map(({ column }) => column),
  ...(totalColumn === null ? [] : [totalColumn]),
];

/** Refuses `schedule-columns-unclear`: a column named twice, called as no column can be, or no payer at all. */
export function refuseColumns(columns: ScheduleColumns): Refusal | undefined {
  const names = columnsOf(columns);
  const unfit = names.find((name) => !/^\w(?:[^\r\n]*\S)?$/.test(name));
  if (unfit !== undefined) return unclear('Name each column as the header prints it: it begins with a letter or digit and stands on one line.');
  const repeated = names.find((name, place) => names.indexOf(name) !== place);
  if (repeated !== undefined) return unclear(`The column ${repeated} is named twice: each column is of one payer, or describes the post, or states totals.`);
  if (columns.payers.length === 0) return unclear('Say for one column at least which agency pays what stands in it.');
  return columns.payers.length > mostPayers ? unclear(`A schedule has at most ${mostPayers} columns of payers.`) : undefined;
}

const unclear = (because: string): Refusal => refuseFunding('schedule-columns-unclear', because);

/** The word that a row of totals has for a post. Any other row is a post: subtotals would be counted, and seen in the totals. */
const isTotal = ({ role }: ScheduleRow): boolean => /^totals?$/i.test(role.trim());

/**
 * Parts the posts from the row of totals. Refuses `schedule-without-posts`, `schedule-total-repeated`,
 * `schedule-row-unreadable` (a row that names no post) and `schedule-figure-too-large`.
 */
export function postsAndTotals(printed: readonly ScheduleRow[]): Result<Pick<ScheduleTable, 'rows' | 'stated'>> {
  const unnamed = printed.find(({ role }) => role.trim() === '');
  if (unnamed !== undefined) {
    return refuseFunding('schedule-row-unreadable', `Line ${unnamed.row}, column role: the row names no post. Mend the table, or leave the empty row out.`);
  }
  const large = printed.flatMap(({ row, cells }) => cells.filter(isTooLarge).map(({ column }) => ({ row, column })))[0];
  if (large !== undefined) {
    return refuseFunding('schedule-figure-too-large', `Line ${large.row}, column ${large.column}: a figure is larger than £1,000,000,000. Check it.`);
  }
  const [stated, second] = printed.filter(isTotal);
  if (second !== undefined) {
    return refuseFunding('schedule-total-repeated', `Lines ${stated?.row} and ${second.row} both state totals: hand in one schedule at a time.`);
  }
  const rows = printed.filter((row) => !isTotal(row));
  if (rows.length === 0) return refuseFunding('schedule-without-posts', 'There is no post below the header: hand the whole table in.');
  if (rows.length > mostPosts) return refuseFunding('schedule-row-unreadable', `A schedule has at most ${mostPosts} posts: hand it in by team.`);
  return succeed({ rows, stated: stated ?? null });
}

const isTooLarge = ({ pence, bracketed }: ScheduleCell): boolean =>
  Math.max(Math.abs(pence ?? 0), Math.abs(bracketed?.pence ?? 0)) > largestFigure;

export const cellOf = ({ cells }: ScheduleRow, column: string): ScheduleCell | undefined => cells.find((cell) => cell.column === column);

/** Every cell with a second figure, asked about in words: which it is, and where it stands. */
export function questionsAbout({ rows, stated }: ScheduleTable): ScheduleQuestion[] {
  return [...rows, ...(stated === null ? [] : [stated])].flatMap(({ row, role, cells }) =>
    cells.flatMap(({ column, printed, bracketed }) => {
      if (bracketed === null) return [];
      const asks = `What does ${bracketed.printed} mean beside the first figure of “${role}”, column ${column}, and which of the two counts? Printed is “${printed}”.`;
      return [{ row, column, asks }];
    }),
  );
}
