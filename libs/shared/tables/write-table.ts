import { stringify } from 'csv-stringify/sync';
import { mustBeColumns } from './columns';

/** What a cell may hold: words, a whole number (pence, days), or nothing. */
export type WrittenCell = string | number | undefined;

/**
 * What the library's `escape_formulas` leaves out: a line feed or NUL first (OWASP, CSV Injection; ASVS
 * 1.2.10), and blanks before a sign, which some spreadsheets drop. The signs include their full-width forms.
 */
const ALSO_A_FORMULA = /^(?:[\n\0]|\s+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;
const PLAIN_NEGATIVE_NUMBER = /^-\d+(?:\.\d+)?$/;

function guarded(text: string) {
  // A variable, for the declared type leaves out an option that the library takes here.
  const figure = { value: text, escape_formulas: false };
  if (PLAIN_NEGATIVE_NUMBER.test(text)) return figure;
  return ALSO_A_FORMULA.test(text) ? `'${text}` : text;
}

/** Of numbers, the plain digits; `-0` is nothing. */
function digits(value: number): string {
  if (!Number.isSafeInteger(value)) throw new RangeError('A table is written with whole numbers only.');
  return String(value);
}

/**
 * Writes a table as RFC 4180 asks: CRLF after every row, a header row, quotation marks where needed. The same
 * rows give the same bytes. Words that a spreadsheet would run as a formula get an apostrophe before them;
 * numbers, and words that are nothing but a negative number such as `-12.50`, do not. A missing cell is empty.
 * Throws a `RangeError` for a number that is not whole and for columns that are no columns.
 */
export function writeTable<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Partial<Record<Column, WrittenCell>>>>,
): string {
  mustBeColumns(columns);
  return written(columns, rows, true);
}

/**
 * The same without the header row: what `writeTable` gives for all rows at once is its header (`writeTable(columns,
 * [])`) and this for one part of them after the other, so that a table need not be in memory whole.
 */
export function writeRows<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Partial<Record<Column, WrittenCell>>>>,
): string {
  mustBeColumns(columns);
  return written(columns, rows, false);
}

function written<Column extends string>(
  columns: readonly Column[],
  rows: Iterable<Readonly<Partial<Record<Column, WrittenCell>>>>,
  header: boolean,
): string {
  // Arrays, for the library takes a dot in the name of a column for a path.
  const cells = Array.from(rows, (row) => columns.map((column) => row[column]));
  return stringify(cells, {
    header,
    columns: [...columns],
    record_delimiter: 'windows',
    // Off by default where the row's end is chosen; a bare line feed in a cell would then end the row.
    quote_record_delimiter: true,
    // A spreadsheet set to another separator must not begin a new cell, and a formula, in the midst of one.
    quoted_match: /[;\t]/,
    // The only cell of a row would otherwise leave a blank line, which is no row.
    quoted_empty: columns.length === 1,
    escape_formulas: true,
    cast: { string: guarded, number: digits },
  });
}
