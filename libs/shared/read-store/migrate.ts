import { sql, type Transaction } from 'kysely';
import { DatabaseIsNewer } from './errors';
import type { AnyTables, ReadStore } from './read-store';

/** One change of tables. Runs once per database, in a transaction; never edited after release. */
export interface Migration {
  /** Unique within its owner, e.g. `1-answers`; migrations run in the order given. */
  readonly name: string;
  up(transaction: Transaction<AnyTables>): Promise<void>;
}

/** The tables of one library: libraries that share a database migrate apart from one another. */
export interface Migrations {
  /** Kebab-case and permanent, e.g. `idempotency`. */
  readonly owner: string;
  readonly migrations: readonly Migration[];
}

const TABLE = 'accord_migrations';

/**
 * Brings an owner's tables to this build's form. All pending migrations run in one transaction; where
 * several processes start at once, one runs them and the others wait and find them done.
 * @throws DatabaseIsNewer where the database holds a migration that this build does not know.
 */
export async function migrate(store: ReadStore, { owner, migrations }: Migrations): Promise<void> {
  if (await isCurrent(store, { owner, migrations })) return;
  await store.transaction(async (transaction) => {
    await takeTurns(store, transaction);
    await transaction.schema
      .createTable(TABLE)
      .ifNotExists()
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('applied_at', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${TABLE}_key`, ['owner', 'name'])
      .execute();
    const done = await applied(transaction, owner);
    refuseNewer(owner, done, migrations);
    for (const migration of migrations.filter(({ name }) => !done.has(name))) {
      await migration.up(transaction);
      const row = { owner, name: migration.name, applied_at: new Date().toISOString() };
      await transaction.insertInto(TABLE).values(row).execute();
    }
  });
}

async function applied(db: Pick<ReadStore['db'], 'selectFrom'>, owner: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom(TABLE).select('name').where('owner', '=', owner).execute();
  return new Set(rows.map((row) => String(row['name'])));
}

function refuseNewer(owner: string, done: ReadonlySet<string>, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name));
  const unknown = [...done].find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new DatabaseIsNewer(`The database has ${owner} migration ${unknown}, which this build does not know.`);
  }
}

/** The usual start: nothing to do, so no lock is taken. */
async function isCurrent(store: ReadStore, { owner, migrations }: Migrations): Promise<boolean> {
  if (!(await tableExists(store))) return false;
  const done = await applied(store.db, owner);
  refuseNewer(owner, done, migrations);
  return migrations.every(({ name }) => done.has(name));
}

async function tableExists({ engine, db }: ReadStore): Promise<boolean> {
  const look =
    engine === 'sqlite'
      ? sql`select 1 from sqlite_master where type = 'table' and name = ${TABLE}`
      : sql`select 1 where to_regclass(${TABLE}) is not null`;
  return (await look.execute(db)).rows.length > 0;
}

/** SQLite transactions exclude one another by themselves; PostgreSQL needs a lock that spans sessions. */
export async function takeTurns({ engine }: ReadStore, transaction: Transaction<AnyTables>): Promise<void> {
  if (engine === 'postgres') await sql`select pg_advisory_xact_lock(hashtext('accord migrations'))`.execute(transaction);
}
