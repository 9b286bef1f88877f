import type { PrintedRow } from '@accord/panel/domain';
import { refusePanel } from '@accord/panel/domain';
import { textRule } from '@accord/shared/http';
import { succeed } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import { readTable } from '@accord/shared/tables';

/** A printed composition of a panel, word for word. */
export interface PrintedComposition {
  readonly notes: readonly string[];
  readonly rows: readonly PrintedRow[];
  readonly sha256: string;
}

const columns = ['role', 'number', 'voting'] as const;
/** Twice the seats that any panel has, for tables that break rows in two. */
const limits = { rows: 200, cellCharacters: 1000 };
const isPlain = (text: string): boolean => text === '' || textRule(limits.cellCharacters)(text) === undefined;

/**
 * Reads the table of a printed composition, CSV with the columns role, number and voting; every cell stays as it
 * is printed but for line ends. Refuses what `readTable` refuses, and `terms-draft-row-unreadable` where control characters
 * stand between the words.
 */
export function printedComposition(text: string): Result<PrintedComposition> {
  const table = readTable(text, columns, limits);
  if (!table.ok) return table;
  const { notes, sha256 } = table.value;
  const rows = table.value.rows.map(({ line, cells: { role, number, voting } }): PrintedRow => ({
    row: line,
    ...{ role: withLineFeeds(role), number: withLineFeeds(number), voting: withLineFeeds(voting) },
  }));
  const unfit = rows.find(({ role, number, voting }) => ![role, number, voting].every(isPlain));
  if (unfit !== undefined || !notes.every(isPlain)) {
    const where = unfit === undefined ? 'Above the table' : `In row ${unfit.row}`;
    return refusePanel('terms-draft-row-unreadable', `${where} stand control characters: save the file afresh and hand it in again.`);
  }
  return succeed({ notes, rows, sha256 });
}

const withLineFeeds = (cell: string): string => cell.replaceAll(/\r\n?/g, '\n');
