import type { Result } from '@accord/shared/kernel';
import { succeed } from '@accord/shared/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import type { Top } from './notes';
import { refuseTable } from './refusals';

/** One row as it stands in the file, the header included. */
export interface PrintedRow {
  /** The line of the file on which the row begins, from 1, notes and blank lines counted. */
  readonly line: number;
  /** Its cells without outer blanks. */
  readonly cells: readonly string[];
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
const leadingBlanks = (text: string): string => text.slice(0, text.length - text.trimStart().length);

/** Follows the parser through the file. Its own count of lines takes CRLF within quotes for two. */
class Place {
  private end = 0;

  constructor(
    private readonly bytes: Buffer,
    private line: number,
  ) {}

  /** The line of the row that ends at that byte; the next row begins after it. */
  rowEndingAt(end: number): number {
    const printed = this.bytes.toString('utf8', this.end, end);
    const line = this.line + lineBreaks(leadingBlanks(printed));
    this.end = end;
    this.line += lineBreaks(printed);
    return line;
  }
}

/**
 * The rows below the notes, the first `most` of them. Blank lines are no rows; a row of empty cells is one.
 * Refuses `table-malformed` where a quotation mark is not closed, or stands within a cell without being doubled.
 */
export function printedRows({ body, firstLine }: Top, most: number): Result<readonly PrintedRow[]> {
  const bytes = Buffer.from(body);
  const place = new Place(bytes, firstLine);
  const rows: PrintedRow[] = [];
  try {
    parse(bytes, {
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      to: most,
      on_record: (cells, { bytes: end }) => {
        // The parser leaves blanks within quotes alone.
        rows.push({ line: place.rowEndingAt(end), cells: cells.map((cell) => cell.trim()) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return malformed(error, place.rowEndingAt(bytes.length), rows[0]);
  }
  return succeed(rows);
}

/** The parser's own message may repeat a cell: only its code and the cell's place are used. */
function malformed({ code, column }: CsvError, line: number, header: PrintedRow | undefined): Result<never> {
  const cell = typeof column === 'number' ? ` in cell ${column + 1}` : '';
  const where = `The row that begins on line ${line} cannot be read${header === undefined ? ' as a header' : ''}`;
  const why =
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'has a quotation mark that is never closed'
      : 'has a quotation mark beside other words';
  return refuseTable(
    'table-malformed',
    `${where}: it${cell} ${why}. Put the whole cell in quotation marks, and write each one within it twice.`,
  );
}
