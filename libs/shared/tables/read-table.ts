import { createHash } from 'node:crypto';
import type { Result } from '@accord/shared/kernel';
import { succeed } from '@accord/shared/kernel';
import { columnsAsPrinted, mustBeColumns } from './columns';
import { partTop } from './notes';
import type { Top } from './notes';
import { printedRows } from './printed-rows';
import type { PrintedRow } from './printed-rows';
import { refuseTable } from './refusals';

/** How much is taken. */
export interface TableLimits {
  /** Bytes of the whole file in UTF-8. */
  readonly bytes: number;
  /** Rows below the header; of notes, as many again. */
  readonly rows: number;
  /** Characters of one cell, or of one note. */
  readonly cellCharacters: number;
}

/** Enough for a year's schedule of a large area; the bytes are those of the largest HTTP body. */
export const usualLimits: TableLimits = { bytes: 1_048_576, rows: 10_000, cellCharacters: 2_000 };

/** One row below the header. */
export interface TableRow<Column extends string> {
  /** The line of the file on which the row begins, from 1; notes, header and blank lines count. */
  readonly line: number;
  /** Each cell as printed, without outer blanks; nothing is translated. */
  readonly cells: Readonly<Record<Column, string>>;
}

/** A table that a person exported, word for word. */
export interface Table<Column extends string> {
  /** The lines above the header that begin with `#`, without that sign. */
  readonly notes: readonly string[];
  readonly rows: readonly TableRow<Column>[];
  /** SHA-256 of the text's bytes in UTF-8, a byte order mark included, as 64 small hexadecimal digits. */
  readonly sha256: string;
}

/**
 * Reads the text of a CSV file that a person exported. Accepts notes that begin with `#` at the top, a byte
 * order mark, any line ends, blank lines, and the columns in any order. All or nothing: refuses
 * `table-too-large`, `table-malformed` (quotation marks; characters that were lost when the file was saved),
 * `table-columns-differ` and `table-row-uneven`. Throws only where `columns` themselves are no columns.
 */
export function readTable<Column extends string>(
  text: string,
  columns: readonly Column[],
  limits: Partial<TableLimits> = {},
): Result<Table<Column>> {
  mustBeColumns(columns);
  const most: TableLimits = { ...usualLimits, ...limits };
  // No character is shorter than a byte, so a giant is turned away before it is measured.
  if (text.length > most.bytes || Buffer.byteLength(text) > most.bytes) {
    return refuseTable('table-too-large', `The file has more than ${most.bytes} bytes. Hand it in as several files.`);
  }
  if (/[\0\uFFFD]|\p{Surrogate}/u.test(text)) return refuseTable('table-malformed', LOST_CHARACTERS);
  const top = partTop(text.replace(/^\uFEFF/, ''));
  // The header and one row too many, which tells that there are too many.
  const printed = printedRows(top, most.rows + 2);
  if (!printed.ok) return printed;
  const [header, ...body] = printed.value;
  const order = columnsAsPrinted(header, columns);
  if (!order.ok) return order;
  const rows = rowsOf(body, order.value);
  if (!rows.ok) return rows;
  const tooMuch = tooLarge(top, rows.value, most);
  if (tooMuch !== undefined) return refuseTable('table-too-large', tooMuch);
  const sha256 = createHash('sha256').update(text).digest('hex');
  return succeed({ notes: top.notes.map((note) => note.text), rows: rows.value, sha256 });
}

const LOST_CHARACTERS =
  'The file holds characters that were lost when it was saved, often the pound sign. ' +
  'Save it as "CSV UTF-8" and hand it in again.';

function rowsOf<Column extends string>(
  body: readonly PrintedRow[],
  order: readonly Column[],
): Result<readonly TableRow<Column>[]> {
  const uneven = body.find(({ cells }) => cells.length !== order.length);
  if (uneven !== undefined) {
    return refuseTable(
      'table-row-uneven',
      `The row on line ${uneven.line} differs from the header in its number of cells: ` +
        `${uneven.cells.length}, not ${order.length}. Put a cell that holds a comma in quotation marks, ` +
        'and keep the comma of an empty cell.',
    );
  }
  const rows = body.map(({ line, cells }) => ({
    line,
    // The cast is true: every column of the order has a cell, as just counted.
    cells: Object.fromEntries(order.map((column, place) => [column, cells[place]])) as Record<Column, string>,
  }));
  return succeed(rows);
}

function tooLarge(top: Top, rows: readonly TableRow<string>[], most: TableLimits): string | undefined {
  if (rows.length > most.rows) return `The table has more than ${most.rows} rows. Hand it in as several files.`;
  if (top.notes.length > most.rows) return `More than ${most.rows} notes stand above the table. Leave some out.`;
  const longest = `more than ${most.cellCharacters} characters. Shorten it.`;
  const note = top.notes.find(({ text }) => text.length > most.cellCharacters);
  if (note !== undefined) return `The note on line ${note.line} has ${longest}`;
  for (const { line, cells } of rows) {
    const long = Object.entries(cells).find(([, cell]) => cell.length > most.cellCharacters);
    if (long !== undefined) return `Line ${line}, column ${long[0]}: the cell has ${longest}`;
  }
  return undefined;
}
