import { sumPence } from '@accord/shared/kernel';
import type { SignedPence } from '@accord/shared/kernel';
import { cellOf } from './printed-schedule';
import type { ScheduleDifference, ScheduleRow, ScheduleTable } from './printed-schedule';

/** Which figure of a cell counts; `null` where the cell is blank. */
export type CountedFigure = (row: ScheduleRow, column: string) => SignedPence | null;

/** The first figure of each cell. */
export const asPrinted: CountedFigure = (row, column) => cellOf(row, column)?.pence ?? null;
/** The second figure where there is one, else the first: what the schedule says if its brackets are taken together. */
export const inBrackets: CountedFigure = (row, column) => cellOf(row, column)?.bracketed?.pence ?? asPrinted(row, column);

/** A total that the schedule states, or should, beside the sum of what it is the total of. */
export interface StatedTotal extends ScheduleDifference {
  readonly agrees: boolean;
}

/**
 * Every total of the schedule, held against its figures to the penny: of each column, of each row where a column
 * states those, and of the whole where it is printed. A column without a stated total agrees only if it is
 * blank: that nobody stated a total is for a person to judge, not for the system to pass over.
 */
export function statedTotals({ payers, totalColumn, rows, stated }: ScheduleTable, counts: CountedFigure): StatedTotal[] {
  const columns = payers.map(({ column }) => column);
  const totals = columns.map((column) => {
    const figures = rows.map((row) => counts(row, column));
    const blank = figures.every((figure) => figure === null);
    return total({ row: stated?.row ?? null, column, statedPence: stated && counts(stated, column) }, { sum: sumOf(figures), blank });
  });
  if (totalColumn === null) return totals;
  const across = [...rows.map((row) => [row, [row]] as const), ...(stated === null ? [] : [[stated, rows] as const])];
  return [...totals, ...across.flatMap(([at, summed]) => totalOfRow({ at, summed, columns, totalColumn }, counts))];
}

interface Across {
  readonly at: ScheduleRow;
  readonly summed: readonly ScheduleRow[];
  readonly columns: readonly string[];
  readonly totalColumn: string;
}

/** The total that a row states of itself; of the row of totals, that of the whole. A blank one states nothing. */
function totalOfRow({ at, summed, columns, totalColumn }: Across, counts: CountedFigure): StatedTotal[] {
  const statedPence = counts(at, totalColumn);
  if (statedPence === null) return [];
  const sum = sumOf(summed.flatMap((row) => columns.map((column) => counts(row, column))));
  return [total({ row: at.row, column: totalColumn, statedPence }, { sum, blank: false })];
}

const sumOf = (figures: readonly (SignedPence | null)[]): SignedPence => sumPence(figures.filter((figure) => figure !== null));

function total(at: Omit<ScheduleDifference, 'summedPence'>, { sum, blank }: { readonly sum: SignedPence; readonly blank: boolean }): StatedTotal {
  return { ...at, summedPence: sum, agrees: at.statedPence === sum || (at.statedPence === null && blank) };
}

/** The totals that differ from their figures, both figures of each. */
export const differencesIn = (table: ScheduleTable, counts: CountedFigure): ScheduleDifference[] =>
  statedTotals(table, counts).flatMap(({ agrees, ...figures }) => (agrees ? [] : [figures]));

/** The schedule in all: what it states, or what its stated columns make, beside the sum of all figures of its posts. */
export function totalInAll(table: ScheduleTable, counts: CountedFigure): Omit<StatedTotal, 'row' | 'column'> {
  const ofColumns = statedTotals({ ...table, totalColumn: null }, counts);
  const printed = table.stated && table.totalColumn !== null ? counts(table.stated, table.totalColumn) : null;
  const summedPence = sumPence(ofColumns.map((column) => column.summedPence));
  const parts = ofColumns.filter(({ statedPence, agrees }) => statedPence !== null || !agrees).map(({ statedPence }) => statedPence);
  const statedPence = printed ?? (parts.includes(null) ? null : sumOf(parts));
  return { statedPence, summedPence, agrees: statedPence === summedPence };
}
