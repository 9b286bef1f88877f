import type { Position } from '@accord/shared/event-store';
import type { Cell, RowChange } from '@accord/shared/projections';
import type { PoolClient } from 'pg';
import type { Side } from './compare';
import { GENERATIONS, numbered } from './generation-writer';
import type { Generation } from './generations';
import { PostgresRows, refusedRow } from './postgres-writer';
import type { OpenedStore } from './read-store';
import type { Row } from './row-source';
import { SqliteConnection } from './sqlite-connection';
import { encodedTables, OperationsBuilder } from './sqlite-operations';
import { SqliteThread } from './sqlite-thread';
import { createTable, physicalTable, type TableLayout } from './table-layout';

const SUFFIX = '__scratch';
const scratchTable = (layout: TableLayout): string => `${layout.name}${SUFFIX}`;

/** Private tables that vanish by themselves with their connection, so that a crash leaves nothing behind. */
export interface Scratch extends Side {
  /** Writes each event's changes; those of a row that the database refuses are left out, as if parked. */
  write(changes: readonly (readonly RowChange[])[]): Promise<void>;
  close(): Promise<void>;
}

/** The tables that serve, frozen at one moment together with their checkpoint; others write on. */
export interface Snapshot extends Side {
  /** Undefined where the generation does not serve any more. */
  readonly position: Position | undefined;
  close(): Promise<void>;
}

const POSITION = `select position from ${GENERATIONS} where projection = ? and generation = ? and role = 'live'`;

// The statements name their columns, and every column of a projection holds cells.
const cells = (rows: readonly unknown[]): readonly Row[] => rows as readonly Row[];

const positionIn = ([row]: readonly Row[]): Position | undefined => (row ? Number(row['position']) : undefined);

export function openScratch(machinery: OpenedStore, layouts: readonly TableLayout[]): Promise<Scratch> {
  return machinery.engine === 'sqlite' ? sqliteScratch(layouts) : postgresScratch(machinery, layouts);
}

export function takeSnapshot(machinery: OpenedStore, live: Generation): Promise<Snapshot> {
  return machinery.engine === 'sqlite' ? sqliteSnapshot(machinery, live) : postgresSnapshot(machinery, live);
}

async function sqliteScratch(layouts: readonly TableLayout[]): Promise<Scratch> {
  const thread = new SqliteThread('');
  const create = new OperationsBuilder(new Map(), '');
  for (const layout of layouts) create.statement(createTable({ engine: 'sqlite', layout, as: scratchTable(layout) }), []);
  await thread.write(create.build());
  const tables = encodedTables(layouts, SUFFIX);
  const write = async (changes: readonly (readonly RowChange[])[]): Promise<void> => {
    const left = [...changes];
    for (;;) {
      const operations = new OperationsBuilder(tables, SUFFIX);
      const ends = left.map((each) => {
        for (const change of each) operations.change(change);
        return operations.size;
      });
      const outcome = await thread.write(operations.build());
      if (outcome.kind !== 'refused') return;
      left.splice(ends.findIndex((end) => outcome.operation < end), 1);
    }
  };
  return {
    write,
    table: scratchTable,
    query: async (statement, values) => cells(await thread.query(statement, values)),
    close: () => thread.close(),
  };
}

async function sqliteSnapshot({ path }: OpenedStore & { engine: 'sqlite' }, live: Generation): Promise<Snapshot> {
  const connection = new SqliteConnection(path, 5_000);
  const query = async (statement: string, values: readonly Cell[]) => cells(connection.prepare(statement).all(values));
  connection.run('begin');
  // The first read fixes the moment.
  const position = positionIn(await query(POSITION, [live.projection, live.generation]));
  return {
    position,
    query,
    table: ({ name }) => physicalTable(name, live.generation),
    close: async () => connection.close(),
  };
}

const queryOn =
  (client: PoolClient) =>
  async (statement: string, values: readonly Cell[]): Promise<readonly Row[]> =>
    cells((await client.query(numbered(statement), [...values])).rows);

async function postgresScratch(
  { pool }: OpenedStore & { engine: 'postgres' },
  layouts: readonly TableLayout[],
): Promise<Scratch> {
  const client = await pool.connect();
  for (const layout of layouts) {
    await client.query(createTable({ engine: 'postgres', layout, as: scratchTable(layout), temporary: true }));
  }
  const rows = new PostgresRows(layouts, SUFFIX);
  const attempt = async (changes: readonly (readonly RowChange[])[]): Promise<boolean> => {
    await client.query('begin');
    try {
      await rows.write(client, changes);
      await client.query('commit');
      return true;
    } catch (error) {
      await client.query('rollback');
      if (!refusedRow(error)) throw error;
      return false;
    }
  };
  return {
    write: async (changes) => {
      if (await attempt(changes)) return;
      for (const each of changes) await attempt([each]);
    },
    table: scratchTable,
    query: queryOn(client),
    // The connection ends with its temporary tables instead of going back to the pool.
    close: async () => client.release(true),
  };
}

async function postgresSnapshot({ pool }: OpenedStore & { engine: 'postgres' }, live: Generation): Promise<Snapshot> {
  const client = await pool.connect();
  await client.query('begin isolation level repeatable read read only');
  const query = queryOn(client);
  const position = positionIn(await query(POSITION, [live.projection, live.generation]));
  const close = async (): Promise<void> => {
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
  };
  return { position, query, table: ({ name }) => physicalTable(name, live.generation), close };
}
