import type { Cell, RowChange } from '@accord/shared/projections';
import { RowRefused } from './errors';
import type { Column, TableLayout } from './table-layout';

type Cells = Readonly<Record<string, Cell>>;

interface CheckedTable {
  readonly columns: readonly Column[];
  readonly byName: ReadonlyMap<string, Column>;
  readonly key: readonly string[];
}

/**
 * Holds a change against the declaration of its table, before any engine sees it: both engines then
 * take the same rows, and a batch may be written in one statement without asking which event failed.
 */
export class RowChecks {
  private readonly tables: ReadonlyMap<string, CheckedTable>;

  constructor(layouts: readonly TableLayout[]) {
    this.tables = new Map(
      layouts.map(({ name, columns, key }) => [
        name,
        { columns, key, byName: new Map(columns.map((column) => [column.name, column])) },
      ]),
    );
  }

  /** @throws RowRefused */
  check(change: RowChange): void {
    if ('put' in change) return this.checkPut(change.put, change.row);
    const name = 'patch' in change ? change.patch : change.remove;
    const table = this.table(name);
    if (Object.keys(change.key).length !== table.key.length) {
      throw new RowRefused(`${name}: a change names exactly its key, ${table.key.join(', ')}`);
    }
    for (const column of table.key) checkCell(name, known(table, name, column), change.key[column]);
    if ('patch' in change) this.checkPatch(name, table, change.set);
  }

  private checkPut(name: string, row: Cells): void {
    const { columns } = this.table(name);
    for (const column of columns) checkCell(name, column, row[column.name]);
    if (Object.keys(row).length !== columns.length) throw new RowRefused(`${name}: a row has a column it should not`);
  }

  private checkPatch(name: string, table: CheckedTable, set: Cells): void {
    const names = Object.keys(set);
    if (names.length === 0) throw new RowRefused(`${name}: a patch sets nothing`);
    for (const column of names) {
      if (table.key.includes(column)) throw new RowRefused(`${name}.${column} is part of the key and cannot be set`);
      checkCell(name, known(table, name, column), set[column]);
    }
  }

  private table(name: string): CheckedTable {
    const table = this.tables.get(name);
    if (!table) throw new RowRefused(`The projection has no table ${name}`);
    return table;
  }
}

function known(table: CheckedTable, name: string, column: string): Column {
  const found = table.byName.get(column);
  if (!found) throw new RowRefused(`${name} has no column ${column}`);
  return found;
}

function checkCell(table: string, { name, type, nullable }: Column, value: Cell | undefined): void {
  if (value === null ? nullable : type === 'integer' ? Number.isSafeInteger(value) : isText(value)) return;
  throw new RowRefused(`${table}.${name} does not take that value`);
}

/** PostgreSQL cannot hold the character NUL in text. */
const isText = (value: unknown): boolean => typeof value === 'string' && !value.includes('\0');
