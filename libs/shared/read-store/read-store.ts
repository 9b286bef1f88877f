import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import type { Pool } from 'pg';
import { ReadStoreMisconfigured } from './errors';
import { LOG_PAGES, LogKeeper } from './log-keeper';
import { openPostgresPool } from './postgres-pool';
import { SqliteConnection, sqliteCode } from './sqlite-connection';
import { NodeSqliteDialect, type SqliteFile } from './sqlite-dialect';
import { gateOf } from './write-gate';

/** Where rows are kept, and how carefully. */
export type ReadStoreConfig = (
  | { readonly engine: 'sqlite'; /** Created, with its folder, where it is missing. */ readonly file: string }
  | { readonly engine: 'postgres'; readonly connectionString: string; /** Default `public`. */ readonly schema?: string }
) & {
  /**
   * `NORMAL` (default): a power cut may take the last commits, never a part of one; right for read
   * models, whose checkpoint goes with their rows. `FULL`: durable before acknowledged; choose it for
   * rows that nothing can rebuild (idempotency answers, keys).
   */
  readonly synchronous?: 'NORMAL' | 'FULL';
  /** SQLite: deleted content is overwritten with zeros. PostgreSQL has no such switch and refuses it. */
  readonly secureDelete?: boolean;
};

/** Tables of any name and shape; {@link ReadStore.withTables} states those that a caller knows. */
export type AnyTables = Record<string, Record<string, unknown>>;

/**
 * An open database behind one query builder (Kysely). On SQLite, reads never wait for writers, and
 * writers of one process take turns; a write that finds another process writing waits up to 10 s
 * without blocking the thread.
 */
export interface ReadStore {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Kysely<AnyTables>;
  /** The same query builder, typed by the tables that the caller declares. */
  withTables<Tables>(): Kysely<Tables>;
  /** All or nothing. On SQLite the transaction writes alone: keep it short, call nothing slow inside. */
  transaction<R>(work: (transaction: Transaction<AnyTables>) => Promise<R>): Promise<R>;
  /** Waits for the write under way and frees everything. */
  close(): Promise<void>;
}

/** What the projection machinery needs beyond queries. */
export type OpenedStore = ReadStore &
  (
    | { readonly engine: 'sqlite'; readonly file: SqliteFile; readonly path: string }
    | { readonly engine: 'postgres'; readonly pool: Pool }
  );

const opened = new WeakMap<ReadStore, OpenedStore>();

/** The machinery's view of a store. @throws Error where `openReadStore` did not make it (a bug). */
export function machineryOf(store: ReadStore): OpenedStore {
  const machinery = opened.get(store);
  if (!machinery) throw new Error('A read store comes from openReadStore.');
  return machinery;
}

/** @throws ReadStoreMisconfigured, and the engine's own error where the database cannot be reached. */
export async function openReadStore(config: ReadStoreConfig): Promise<ReadStore> {
  const store = config.engine === 'sqlite' ? await openSqlite(config) : await openPostgres(config);
  opened.set(store, store);
  return store;
}

const queries = (db: Kysely<AnyTables>) => ({
  db,
  // The type parameter is the caller's own statement of its tables; at run time it is the same object.
  withTables: <Tables>() => db as unknown as Kysely<Tables>,
  transaction: <R>(work: (transaction: Transaction<AnyTables>) => Promise<R>) => db.transaction().execute(work),
  close: () => db.destroy(),
});

async function openPostgres(config: ReadStoreConfig & { engine: 'postgres' }): Promise<OpenedStore> {
  if (config.secureDelete) throw new ReadStoreMisconfigured('PostgreSQL cannot overwrite what it deletes.');
  const pool = await openPostgresPool(config);
  const db = new Kysely<AnyTables>({ dialect: new PostgresDialect({ pool }) });
  // Kysely ends the pool only once it was used; it is ours to end in both cases.
  const close = async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
  return { ...queries(db), close, engine: 'postgres', pool };
}

async function openSqlite(config: ReadStoreConfig & { engine: 'sqlite' }): Promise<OpenedStore> {
  if (config.file === '' || config.file.startsWith(':')) {
    throw new ReadStoreMisconfigured('The read store needs a file: it has several connections.');
  }
  mkdirSync(dirname(resolve(config.file)), { recursive: true });
  const writing = new SqliteConnection(config.file, 0);
  const path = realpathSync(config.file);
  try {
    await prepareFile(writing, config);
    const reading = new SqliteConnection(path, 5_000);
    reading.run('pragma cache_size = -16384; pragma mmap_size = 268435456; pragma query_only = on;');
    const file: SqliteFile = { reading, writing, gate: gateOf(path) };
    const db = new Kysely<AnyTables>({ dialect: new NodeSqliteDialect(file) });
    const keeper = new LogKeeper(file, path);
    const close = async () => {
      await keeper.stop();
      await db.destroy();
      reading.close();
      writing.close();
    };
    return { ...queries(db), close, engine: 'sqlite', file, path };
  } catch (error) {
    writing.close();
    throw error;
  }
}

/** Write-ahead log, so that readers and the writer never wait for each other. */
async function prepareFile(writing: SqliteConnection, config: ReadStoreConfig): Promise<void> {
  const synchronous = config.synchronous ?? 'NORMAL';
  const secureDelete = config.secureDelete ? 'on' : 'off';
  for (let attempt = 1; ; attempt++) {
    try {
      writing.run(`pragma journal_mode = wal; pragma synchronous = ${synchronous};
        pragma secure_delete = ${secureDelete}; pragma cache_size = -65536; pragma temp_store = memory;
        pragma wal_autocheckpoint = ${LOG_PAGES};`);
      return;
    } catch (error) {
      // Another process is turning the same new file into a write-ahead log at this moment.
      if (sqliteCode(error) !== 5 || attempt > 200) throw error;
      await delay(10);
    }
  }
}
