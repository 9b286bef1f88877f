import { createHash } from 'node:crypto';
import { columnsOf, postColumns, refuseColumns, refuseFunding } from '@accord/funding/domain';
import type { ReadFundingSchedule, ScheduleCell, ScheduleColumns, ScheduleRow } from '@accord/funding/domain';
import { textRule } from '@accord/shared/http';
import { succeed } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { atCell, readMoney, readTable } from '@accord/shared/tables';
import type { TableRow } from '@accord/shared/tables';

/** A printed schedule of jointly funded posts, word for word. */
export type PrintedSchedule = Pick<ReadFundingSchedule, 'notes' | 'printed' | 'sha256' | 'rowsSha256'>;

/** Posts, and some rows more, which the rules refuse in words of their own. */
const limits = { rows: 600, cellCharacters: 1_000 };
const isPlain = (text: string): boolean => text === '' || textRule(limits.cellCharacters)(text) === undefined;

/**
 * Reads the table of a schedule, CSV with the columns role and resource, one column for each payer, and one for the
 * totals of rows where there is one. Every cell stays as printed but for line ends. Refuses what `readTable` and
 * `readMoney` refuse, the cell named; `schedule-columns-unclear`; and `schedule-row-unreadable` where control
 * characters stand between the words. One fault refuses the whole.
 */
export function printedSchedule(text: string, stated: ScheduleColumns): Result<PrintedSchedule> {
  const refusal = refuseColumns(stated);
  if (refusal) return refusal;
  const table = readTable(text, columnsOf(stated), limits);
  if (!table.ok) return table;
  const figures = columnsOf(stated).filter((column) => !postColumns.some((name) => name === column));
  const printed: ScheduleRow[] = [];
  for (const each of table.value.rows) {
    const row = rowOf(each, figures);
    if (!row.ok) return row;
    printed.push(row.value);
  }
  const { notes, sha256 } = table.value;
  const unfit = printed.find(({ role, resource, cells }) => ![role, resource, ...cells.map((cell) => cell.printed)].every(isPlain));
  if (unfit !== undefined || !notes.every(isPlain)) {
    const where = unfit === undefined ? 'Above the table' : `In the row on line ${unfit.row}`;
    return refuseFunding('schedule-row-unreadable', `${where} stand control characters: save the file afresh and hand it in again.`);
  }
  return succeed({ notes, printed, sha256, rowsSha256: digestOf(printed) });
}

function rowOf({ line, cells: printed }: TableRow<string>, figures: readonly string[]): Result<ScheduleRow> {
  const cells: ScheduleCell[] = [];
  for (const column of figures) {
    const cell = cellOf(withLineFeeds(printed[column] ?? ''), column);
    if (!cell.ok) return atCell(cell, line, column);
    cells.push(cell.value);
  }
  return succeed({ row: line, role: withLineFeeds(printed['role'] ?? ''), resource: withLineFeeds(printed['resource'] ?? ''), cells });
}

/** Both figures of a cell, each in pence beside its print. */
function cellOf(printed: string, column: string): Result<ScheduleCell> {
  const money = readMoney(printed);
  if (!money.ok) return money;
  const { amount = null, bracketed } = money.value;
  if (bracketed === undefined) return succeed({ column, printed, pence: amount, bracketed: null });
  const second = readMoney(bracketed.slice(1, -1));
  if (!second.ok) return second;
  // `readMoney` has taken what stands in the brackets for an amount, so there is one.
  return succeed({ column, printed, pence: amount, bracketed: second.value.amount === undefined ? null : { printed: bracketed, pence: second.value.amount } });
}

const withLineFeeds = (cell: string): string => cell.replaceAll(/\r\n?/g, '\n');

/**
 * Of the cells alone, rows in their order and columns by name: the same schedule is known again with other notes,
 * line ends or quotation marks, and with its columns in another order. Never change it: ids follow from it.
 */
function digestOf(printed: readonly ScheduleRow[]): string {
  const cells = printed.map(({ role, resource, cells: figures }) => [
    role,
    resource,
    figures.map(({ column, printed: text }) => [column, text]).toSorted(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ]);
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex');
}
