import type { Pool, PoolClient } from 'pg';
import type { Cell, RowChange } from '@accord/shared/projections';
import {
  generationSuffix,
  GENERATIONS,
  numbered,
  PARKED,
  PARKED_COLUMNS,
  UNPARK,
  type Batch,
  type BatchOutcome,
  type GenerationWriter,
} from './generation-writer';
import type { WrittenGeneration } from './sqlite-writer';
import { columnType, quoted, type Column, type TableLayout } from './table-layout';

type Cells = Readonly<Record<string, Cell>>;
type Net =
  | { readonly kind: 'put'; readonly row: Cells }
  | { readonly kind: 'patch'; readonly key: Cells; readonly set: Cells }
  | { readonly kind: 'remove'; readonly key: Cells };

/** Errors that a row causes by itself: data exception, integrity violation, a limit of the engine. */
const REFUSED = /^(22|23|54)/;

/** Whether PostgreSQL refused a row, rather than being away or broken. */
export const refusedRow = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && REFUSED.test(error.code);

/**
 * Writes rows in few statements: the changes of a batch are first brought down to one per row, so that
 * their order no longer matters, then each table takes all its puts, patches or removals at once.
 */
export class PostgresRows {
  private readonly layouts: ReadonlyMap<string, TableLayout>;

  constructor(layouts: readonly TableLayout[], private readonly suffix: string) {
    this.layouts = new Map(layouts.map((layout) => [layout.name, layout]));
  }

  async write(client: PoolClient, changes: readonly (readonly RowChange[])[]): Promise<void> {
    for (const [name, rows] of this.net(changes)) {
      const layout = this.layout(name);
      const shapes = new Map<string, Net[]>();
      for (const change of rows.values()) {
        const shape = shapeOf(change);
        const group = shapes.get(shape);
        if (group) group.push(change);
        else shapes.set(shape, [change]);
      }
      for (const group of shapes.values()) await this.writeGroup(client, layout, group);
    }
  }

  private net(changes: readonly (readonly RowChange[])[]): Map<string, Map<string, Net>> {
    const tables = new Map<string, Map<string, Net>>();
    for (const change of changes.flat()) {
      const name = 'put' in change ? change.put : 'patch' in change ? change.patch : change.remove;
      const rows = tables.get(name) ?? new Map<string, Net>();
      tables.set(name, rows);
      const key = 'put' in change ? change.row : change.key;
      const id = JSON.stringify(this.layout(name).key.map((column) => key[column]));
      rows.set(id, merge(rows.get(id), change));
    }
    return tables;
  }

  private async writeGroup(client: PoolClient, layout: TableLayout, group: readonly Net[]): Promise<void> {
    const first = group[0];
    if (!first) return;
    const table = `"${layout.name}${this.suffix}"`;
    const on = layout.key.map((column) => `target."${column}" = given."${column}"`).join(' and ');
    if (first.kind === 'remove') {
      const given = recordset(layout, layout.key);
      await client.query(`delete from ${table} target using ${given} where ${on}`, [json(group.map(contents))]);
      return;
    }
    const columns = first.kind === 'put' ? layout.columns.map(({ name }) => name) : Object.keys(contents(first));
    const rest = columns.filter((column) => !layout.key.includes(column));
    const given = recordset(layout, columns);
    if (first.kind === 'patch') {
      const set = rest.map((column) => `"${column}" = given."${column}"`).join(', ');
      await client.query(`update ${table} target set ${set} from ${given} where ${on}`, [json(group.map(contents))]);
      return;
    }
    const update = rest.map((column) => `"${column}" = excluded."${column}"`).join(', ');
    const otherwise = rest.length > 0 ? `do update set ${update}` : 'do nothing';
    const insert = `insert into ${table} (${quoted(columns)}) select ${quoted(columns)} from ${given}`;
    await client.query(`${insert} on conflict (${quoted(layout.key)}) ${otherwise}`, [json(group.map(contents))]);
  }

  private layout(name: string): TableLayout {
    const layout = this.layouts.get(name);
    if (!layout) throw new Error(`A change for table ${name} passed the checks, but there is no such table.`);
    return layout;
  }
}

/** What two changes of one row come to, in order. */
function merge(before: Net | undefined, change: RowChange): Net {
  if ('put' in change) return { kind: 'put', row: change.row };
  if ('remove' in change) return { kind: 'remove', key: change.key };
  if (before?.kind === 'put') return { kind: 'put', row: { ...before.row, ...change.set } };
  if (before?.kind === 'remove') return before;
  return { kind: 'patch', key: change.key, set: { ...before?.set, ...change.set } };
}

/** Changes of one shape go in one statement. */
const shapeOf = (change: Net): string =>
  change.kind === 'patch' ? `patch ${Object.keys(change.set).toSorted().join(' ')}` : change.kind;

const contents = (change: Net): Cells =>
  change.kind === 'put' ? change.row : change.kind === 'remove' ? change.key : { ...change.key, ...change.set };

/** Half a surrogate pair is stored as a replacement character, as SQLite does; JSON writes it as an escape. */
function json(rows: readonly Cells[]): string {
  const text = JSON.stringify(rows);
  if (!/\\ud[89a-f]/.test(text)) return text;
  return JSON.stringify(rows, (_, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString() : value,
  );
}

function recordset(layout: TableLayout, columns: readonly string[]): string {
  const typed = columns.map((name) => {
    const column = layout.columns.find((candidate) => candidate.name === name);
    if (!column) throw new Error(`A change of ${layout.name}.${name} passed the checks, but there is no such column.`);
    return `"${name}" ${typeOf(column)}`;
  });
  return `json_to_recordset($1::json) as given(${typed.join(', ')})`;
}

const typeOf = (column: Column): string => columnType('postgres', column).split(' ')[0] ?? 'text';

const ADVANCE = `update ${GENERATIONS} set position = $1, events = events + $2
  where projection = $3 and generation = $4 and role = $5 and position = $6`;
const PARK = `insert into ${PARKED} (projection, generation, ${quoted(PARKED_COLUMNS)})
  values (${Array.from({ length: PARKED_COLUMNS.length + 2 }, (_, place) => `$${place + 1}`).join(', ')})`;

/** Runs work in a transaction on a client of the pool; a client that broke is thrown away. */
export async function inTransaction<R>(pool: Pool, work: (client: PoolClient) => Promise<R>): Promise<R> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure instanceof Error ? failure : new Error('The connection broke.');
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Thrown inside a transaction to roll it back with an outcome. */
class RolledBack extends Error {
  constructor(readonly outcome: BatchOutcome) {
    super(outcome.kind);
  }
}

export class PostgresGenerationWriter implements GenerationWriter {
  private readonly rows: PostgresRows;

  constructor(private readonly target: WrittenGeneration, private readonly pool: Pool) {
    this.rows = new PostgresRows(target.layouts, generationSuffix(target.generation));
  }

  async write(batch: Batch): Promise<BatchOutcome> {
    try {
      await inTransaction(this.pool, async (client) => {
        await this.advance(client, batch);
        await this.rows.write(client, batch.changes);
        await this.park(client, batch);
      });
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      if (!refusedRow(error)) throw error;
      return this.findRefused(batch, error);
    }
  }

  async close(): Promise<void> {
    // The pool belongs to the store.
  }

  /** The first statement: it also makes another writer of this generation wait. */
  private async advance(client: PoolClient, batch: Batch): Promise<void> {
    const { projection, generation, role } = this.target;
    const values = [batch.to, batch.events, projection, generation, role, batch.from];
    const { rowCount } = await client.query(ADVANCE, values);
    if (rowCount !== 1) throw new RolledBack({ kind: 'fenced' });
  }

  private async park(client: PoolClient, batch: Batch): Promise<void> {
    const { projection, generation } = this.target;
    for (const parked of batch.parked) {
      await client.query(PARK, [projection, generation, ...PARKED_COLUMNS.map((column) => parked[column])]);
    }
    for (const position of batch.unparked ?? []) {
      await client.query(numbered(UNPARK), [projection, generation, position]);
    }
  }

  /** Writes event by event, to learn which one is refused, and rolls all of it back. */
  private async findRefused(batch: Batch, cause: unknown): Promise<BatchOutcome> {
    try {
      return await inTransaction(this.pool, async (client) => {
        await this.advance(client, batch);
        for (const [event, changes] of batch.changes.entries()) {
          await this.rows.write(client, [changes]).catch((error: unknown) => {
            throw refusedRow(error) ? new RolledBack({ kind: 'refused', event }) : error;
          });
        }
        throw cause;
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome;
      throw error;
    }
  }
}
