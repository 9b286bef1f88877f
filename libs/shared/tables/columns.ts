import { succeed } from '@accord/shared/kernel';
import type { Result } from '@accord/shared/kernel';
import type { PrintedRow } from './printed-rows';
import { refuseTable } from './refusals';

/** Of the names in a person's header, so many are repeated to them, and so much of each. */
const NAMED = { names: 5, characters: 40 };

/** Stops a programme whose own columns could not be told apart, be found again, or be safe in a spreadsheet. */
export function mustBeColumns(columns: readonly string[]): void {
  const unfit = columns.filter((column) => !/^\w(?:[^\r\n]*\S)?$/.test(column));
  if (columns.length === 0 || unfit.length > 0 || new Set(columns).size < columns.length) {
    throw new RangeError(`Columns are named, each once, and begin with a letter or digit: ${JSON.stringify(columns)}`);
  }
}

/**
 * Which expected column stands at each place of the header. Refuses `table-columns-differ` where one is
 * missing, unknown or repeated; capitals count.
 */
export function columnsAsPrinted<Column extends string>(
  header: PrintedRow | undefined,
  columns: readonly Column[],
): Result<readonly Column[]> {
  const expected = `The columns are, in any order: ${columns.join(', ')}.`;
  const found = (header?.cells ?? []).map((cell) => columns.find((column) => column === cell));
  const known = found.filter((column) => column !== undefined);
  // A file without a header begins with its first row, which may be about a person: nothing of it is repeated.
  if (header === undefined || known.length === 0) {
    return refuseTable(
      'table-columns-differ',
      `The first row names none of the columns. Put the header there, its cells separated by commas. ${expected}`,
    );
  }
  const unknown = header.cells.flatMap((cell, place) => (found[place] === undefined ? [shown(cell, place)] : []));
  const faults = [
    ['lacks', columns.filter((column) => !known.includes(column))],
    ['has the unknown', unknown],
    ['repeats', columns.filter((column) => known.indexOf(column) !== known.lastIndexOf(column))],
  ] as const;
  const said = faults.filter(([, names]) => names.length > 0).map(([fault, names]) => `${fault} ${listed(names)}`);
  if (said.length === 0) return succeed(known);
  return refuseTable('table-columns-differ', `The header on line ${header.line} ${said.join('; ')}. ${expected}`);
}

function shown(cell: string, place: number): string {
  if (cell === '') return `cell ${place + 1} without a name`;
  const name = cell.replace(/[\s\p{Cc}]+/gu, ' ');
  return name.length > NAMED.characters ? `${[...name].slice(0, NAMED.characters).join('')}…` : name;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED.names;
  return names.slice(0, NAMED.names).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
