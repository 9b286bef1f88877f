import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Cell, RowChange } from '@accord/shared/projections';
import type { SqliteRow } from './sqlite-connection';
import { quoted, type TableLayout } from './table-layout';

export interface OperationStatement {
  readonly sql: string;
  /** How many of the values each of its runs takes. */
  readonly takes: number;
}

/** Which part of a transaction some operations are; a single piece is the whole of it. */
export type Part = 'whole' | 'first' | 'middle' | 'last';

/** Statements to run in one transaction, flat, so that they pass to another thread at little cost. */
export interface Operations {
  readonly statements: readonly OperationStatement[];
  /** Which statement each operation runs, in order. */
  readonly runs: readonly number[];
  /** The values of all operations, one after the other. */
  readonly values: readonly Cell[];
  /** The first operation must change exactly one row, or nothing of the whole transaction is done. */
  readonly guarded: boolean;
  readonly part: Part;
}

export type OperationsOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'guard-failed' }
  /** SQLite refused that operation's row; nothing of the whole transaction was done. */
  | { readonly kind: 'refused'; readonly operation: number };

/**
 * Runs operations in one transaction, or a part of one. Its text is also sent to the writing thread, so it uses nothing
 * but its parameters.
 * @throws SQLite's error where the file is busy, full or broken; nothing was done then.
 */
export function runOperations(
  database: DatabaseSync,
  prepared: Map<string, StatementSync>,
  work: Operations,
): OperationsOutcome {
  let done = 0;
  if (work.part === 'whole' || work.part === 'first') database.exec('begin immediate');
  // Sent before the outcome of an earlier part was known, which has ended the transaction: never run alone.
  else if (!database.isTransaction) throw new Error('The transaction of these operations has ended.');
  try {
    const statements = work.statements.map(({ sql, takes }) => {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return { statement, takes };
    });
    let at = 0;
    for (const index of work.runs) {
      const run = statements[index];
      if (!run) throw new Error('An operation names a statement that is not there.');
      const values = work.values.slice(at, at + run.takes) as SQLInputValue[]; // Cells are such values.
      const { changes } = run.statement.run(...values);
      if (work.guarded && done === 0 && changes !== 1) {
        database.exec('rollback');
        return { kind: 'guard-failed' };
      }
      at += run.takes;
      done += 1;
    }
    if (work.part === 'whole' || work.part === 'last') database.exec('commit');
    return { kind: 'done' };
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    const code = typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
    // Too big, constraint, mismatch, range: the row's fault, not the file's.
    if (code === 18 || code === 19 || code === 20 || code === 25) return { kind: 'refused', operation: done };
    throw error;
  }
}

/** What a thread or a connection answers to a query. */
export type QueryAnswer = readonly SqliteRow[];

interface EncodedTable {
  readonly layout: TableLayout;
  readonly columns: readonly string[];
  readonly put: OperationStatement;
  readonly remove: OperationStatement;
}

/** Turns row changes into operations on the tables of one generation. */
export class OperationsBuilder {
  private readonly statements: OperationStatement[] = [];
  private readonly indexes = new Map<string, number>();
  private readonly runs: number[] = [];
  private readonly values: Cell[] = [];
  private guarded = false;

  constructor(private readonly tables: ReadonlyMap<string, EncodedTable>, private readonly suffix: string) {}

  /** How many operations there are so far. */
  get size(): number {
    return this.runs.length;
  }

  /** Must come first. */
  guard(sql: string, values: readonly Cell[]): void {
    this.guarded = true;
    this.statement(sql, values);
  }

  statement(sql: string, values: readonly Cell[]): void {
    this.add({ sql, takes: values.length });
    for (const value of values) this.values.push(value);
  }

  change(change: RowChange): void {
    if ('put' in change) {
      const table = this.table(change.put);
      this.add(table.put);
      for (const column of table.columns) this.values.push(change.row[column] ?? null);
      return;
    }
    if ('remove' in change) {
      const table = this.table(change.remove);
      this.add(table.remove);
      for (const column of table.layout.key) this.values.push(change.key[column] ?? null);
      return;
    }
    const { layout } = this.table(change.patch);
    const set = Object.keys(change.set);
    const sql = `update "${layout.name}${this.suffix}" set ${assignments(set)} where ${matches(layout.key)}`;
    this.statement(sql, [
      ...set.map((column) => change.set[column] ?? null),
      ...layout.key.map((column) => change.key[column] ?? null),
    ]);
  }

  build(part: Part = 'whole'): Operations {
    return { statements: this.statements, runs: this.runs, values: this.values, guarded: this.guarded, part };
  }

  private add(statement: OperationStatement): void {
    let index = this.indexes.get(statement.sql);
    if (index === undefined) {
      index = this.statements.push(statement) - 1;
      this.indexes.set(statement.sql, index);
    }
    this.runs.push(index);
  }

  private table(name: string): EncodedTable {
    const table = this.tables.get(name);
    if (!table) throw new Error(`A change for table ${name} passed the checks, but there is no such table.`);
    return table;
  }
}

/** Prepares the texts once per generation. `suffix` makes a declared name the table's own. */
export function encodedTables(layouts: readonly TableLayout[], suffix: string): ReadonlyMap<string, EncodedTable> {
  return new Map(
    layouts.map((layout) => {
      const columns = layout.columns.map(({ name }) => name);
      const table = `"${layout.name}${suffix}"`;
      const marks = columns.map(() => '?').join(', ');
      const rest = columns.filter((column) => !layout.key.includes(column));
      const update = rest.map((column) => `"${column}" = excluded."${column}"`).join(', ');
      const otherwise = rest.length > 0 ? `do update set ${update}` : 'do nothing';
      const put = `insert into ${table} (${quoted(columns)}) values (${marks}) on conflict (${quoted(layout.key)}) ${otherwise}`;
      const remove = `delete from ${table} where ${matches(layout.key)}`;
      return [
        layout.name,
        { layout, columns, put: { sql: put, takes: columns.length }, remove: { sql: remove, takes: layout.key.length } },
      ];
    }),
  );
}

const assignments = (columns: readonly string[]): string => columns.map((column) => `"${column}" = ?`).join(', ');
const matches = (columns: readonly string[]): string => columns.map((column) => `"${column}" = ?`).join(' and ');
