import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** A row as node:sqlite gives it. */
export type SqliteRow = Record<string, unknown>;

export interface PreparedStatement {
  /** Whether it gives rows. */
  readonly reader: boolean;
  all(parameters: readonly unknown[]): SqliteRow[];
  /** The rows changed. */
  run(parameters: readonly unknown[]): number;
}

/** Statements kept prepared per connection; a list of varying length makes a text of its own. */
const KEPT_STATEMENTS = 500;

/** One connection to a SQLite file, with its statements kept prepared. */
export class SqliteConnection {
  readonly database: DatabaseSync;
  private readonly statements = new Map<string, PreparedStatement>();

  constructor(file: string, busyTimeoutMs: number) {
    this.database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  }

  prepare(sql: string): PreparedStatement {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = wrap(this.database.prepare(sql));
    const oldest = this.statements.size >= KEPT_STATEMENTS ? this.statements.keys().next().value : undefined;
    if (oldest !== undefined) this.statements.delete(oldest);
    this.statements.set(sql, prepared);
    return prepared;
  }

  /** Gives rows one by one from a statement of its own, so that nobody else resets it meanwhile. */
  iterate(sql: string, parameters: readonly unknown[]): Iterable<SqliteRow> {
    return this.database.prepare(sql).iterate(...bindable(parameters));
  }

  /** Runs statements that take no parameters. */
  run(sql: string): void {
    this.database.exec(sql);
  }

  close(): void {
    this.statements.clear();
    if (this.database.isOpen) this.database.close();
  }
}

function wrap(statement: StatementSync): PreparedStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...bindable(parameters)),
    run: (parameters) => Number(statement.run(...bindable(parameters)).changes),
  };
}

const bindable = (parameters: readonly unknown[]): SQLInputValue[] =>
  // node:sqlite itself refuses, with a clear error, what SQLite cannot hold.
  parameters as SQLInputValue[];

/** SQLite's primary result code of an error, or undefined where it is none of SQLite's. */
export function sqliteCode(error: unknown): number | undefined {
  // Not `instanceof Error`: an error of Node's own is none of ours where a test runner gives us a world of our own.
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

const BUSY = 5;
const LONGEST_WAIT_MS = 10_000;

/**
 * Repeats `work` while another process holds the file's write lock, without blocking the thread.
 * `work` must be one statement, so that a refused attempt has done nothing.
 * @throws the SQLite error after 10 seconds.
 */
export async function whenFree<R>(work: () => R): Promise<R> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (let wait = 1; ; wait = Math.min(wait * 2, 25)) {
    try {
      return work();
    } catch (error) {
      if (sqliteCode(error) !== BUSY || Date.now() > until) throw error;
    }
    await delay(wait);
  }
}
