import type { Cell, ColumnType, ProjectionTable, RowChange } from '@accord/shared/projections';

type Row = Readonly<Record<string, Cell>>;

/** Rows of each table, in the order of their keys; JSON columns parsed. */
export type RowsByTable = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A projection's tables for specifications: applies row changes and insists on what was declared. */
export class TablesInMemory {
  private readonly tables = new Map<string, Map<string, Row>>();

  constructor(private readonly declared: Readonly<Record<string, ProjectionTable>>) {
    for (const name of Object.keys(declared)) this.tables.set(name, new Map());
  }

  /** @throws Error where a change does not fit the declared table: a bug of the projection. */
  apply(changes: readonly RowChange[]): void {
    for (const change of changes) {
      if ('put' in change) this.put(change.put, change.row);
      else if ('patch' in change) this.patch(change);
      else this.table(change.remove).rows.delete(this.keyOf(change.remove, change.key));
    }
  }

  rows(): RowsByTable {
    const named: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
    for (const [name, rows] of this.tables) {
      const { key } = this.table(name).declared;
      const ordered = [...rows.values()].sort((one, other) => inOrder(key, one, other));
      named[name] = ordered.map((row) => this.read(name, row));
    }
    return named;
  }

  private put(name: string, row: Row): void {
    const { declared, rows } = this.table(name);
    const missing = Object.keys(declared.columns).find((column) => row[column] === undefined);
    if (missing) throw new Error(`A row for ${name} lacks ${missing}: a put writes the whole row`);
    this.check(name, row);
    rows.set(this.keyOf(name, row), row);
  }

  private patch(change: Extract<RowChange, { patch: string }>): void {
    const { declared, rows } = this.table(change.patch);
    this.check(change.patch, change.set);
    const ofKey = declared.key.find((column) => column in change.set);
    if (ofKey) throw new Error(`A patch of ${change.patch} must not change the key column ${ofKey}`);
    const key = this.keyOf(change.patch, change.key);
    const row = rows.get(key);
    if (row) rows.set(key, { ...row, ...change.set });
  }

  private check(name: string, cells: Row): void {
    for (const [column, cell] of Object.entries(cells)) {
      const type = this.table(name).declared.columns[column];
      if (!type) throw new Error(`${name} has no column ${column}`);
      if (!fits(type, cell)) throw new Error(`${name}.${column} is ${type}; this does not fit: ${String(cell)}`);
    }
  }

  private keyOf(name: string, cells: Row): string {
    const { declared } = this.table(name);
    return JSON.stringify(
      declared.key.map((column) => {
        const cell = cells[column];
        if (cell === undefined || cell === null) throw new Error(`A row for ${name} lacks its key column ${column}`);
        return cell;
      }),
    );
  }

  private table(name: string): { readonly declared: ProjectionTable; readonly rows: Map<string, Row> } {
    const declared = this.declared[name];
    const rows = this.tables.get(name);
    if (!declared || !rows) throw new Error(`The projection declares no table ${name}`);
    return { declared, rows };
  }

  private read(name: string, row: Row): Readonly<Record<string, unknown>> {
    const { columns } = this.table(name).declared;
    const value = (column: string, cell: Cell): unknown =>
      columns[column]?.startsWith('json') && typeof cell === 'string' ? JSON.parse(cell) : cell;
    return Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, value(column, cell)]));
  }
}

/** Numbers as numbers, texts by code unit: the same on every machine. */
function inOrder(key: readonly string[], one: Row, other: Row): number {
  for (const column of key) {
    const [left, right] = [one[column] ?? '', other[column] ?? ''];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function fits(type: ColumnType | `${ColumnType}?`, cell: Cell): boolean {
  if (cell === null) return type.endsWith('?');
  if (type.startsWith('integer')) return Number.isSafeInteger(cell);
  return typeof cell === 'string' && (!type.startsWith('json') || isJson(cell));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
