import type { ColumnType, Projection, ProjectionTable } from '@accord/shared/projections';
import { ReadStoreMisconfigured } from './errors';

export type Engine = 'sqlite' | 'postgres';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** A declared table, with its columns taken apart once. */
export interface TableLayout {
  /** The name that queries use. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly indexes: readonly (readonly string[])[];
}

const NAME = /^[a-z][a-z0-9_]*$/;
/** PostgreSQL cuts names at 63 bytes; the generation and the index number come after the table's name. */
const LONGEST_TABLE_NAME = 44;

/** @throws ReadStoreMisconfigured where a declaration contradicts itself or two projections share a table. */
export function checkDeclarations(projections: readonly Projection[]): void {
  const owners = new Map<string, string>();
  const names = new Set<string>();
  for (const projection of projections) {
    if (names.has(projection.name)) throw new ReadStoreMisconfigured(`Two projections are called ${projection.name}.`);
    names.add(projection.name);
    for (const { name } of layoutsOf(projection)) {
      const owner = owners.get(name);
      if (owner) throw new ReadStoreMisconfigured(`${owner} and ${projection.name} both have a table ${name}.`);
      owners.set(name, projection.name);
    }
  }
}

export function layoutsOf(projection: Projection): readonly TableLayout[] {
  return Object.entries(projection.tables).map(([name, table]) => layoutOf(name, table));
}

function layoutOf(name: string, table: ProjectionTable): TableLayout {
  if (!NAME.test(name) || name.includes('__') || name.length > LONGEST_TABLE_NAME || name.startsWith('accord_')) {
    throw new ReadStoreMisconfigured(`No projection may call a table ${name}.`);
  }
  const columns = Object.entries(table.columns).map(([column, type]) => columnOf(column, type));
  const indexes = table.indexes ?? [];
  for (const column of [...table.key, ...indexes.flat()]) {
    const found = columns.find((candidate) => candidate.name === column);
    if (!found) throw new ReadStoreMisconfigured(`${name} has no column ${column}.`);
    if (found.nullable && table.key.includes(column)) {
      throw new ReadStoreMisconfigured(`${name}.${column} is part of the key and may not be null.`);
    }
  }
  if (table.key.length === 0) throw new ReadStoreMisconfigured(`${name} needs a key.`);
  return { name, columns, key: table.key, indexes };
}

function columnOf(name: string, declared: ColumnType | `${ColumnType}?`): Column {
  if (!NAME.test(name)) throw new ReadStoreMisconfigured(`No column can be called ${name}.`);
  const nullable = declared.endsWith('?');
  // Without its question mark the declaration is exactly a column type.
  const type = (nullable ? declared.slice(0, -1) : declared) as ColumnType;
  return { name, type, nullable };
}

/** The table that holds a generation's rows. */
export const physicalTable = (table: string, generation: number): string => `${table}__g${generation}`;

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Types as each engine knows them. PostgreSQL sorts text by code point, as SQLite does. */
export const columnType = (engine: Engine, { type }: Column): string => {
  if (type === 'integer') return engine === 'sqlite' ? 'integer' : 'bigint';
  return engine === 'sqlite' ? 'text' : 'text collate "C"';
};

export interface CreateTable {
  readonly engine: Engine;
  readonly layout: TableLayout;
  /** The name to create it under. */
  readonly as: string;
  readonly temporary?: boolean;
}

export function createTable({ engine, layout, as, temporary = false }: CreateTable): string {
  const columns = layout.columns.map(
    (column) => `"${column.name}" ${columnType(engine, column)}${column.nullable ? '' : ' not null'}`,
  );
  const kind = temporary ? 'temporary table' : 'table';
  // STRICT: SQLite then refuses what PostgreSQL would refuse.
  const strict = engine === 'sqlite' ? ' strict' : '';
  return `create ${kind} "${as}" (${columns.join(', ')}, primary key (${quoted(layout.key)}))${strict}`;
}

/** Indexes are named by table and place, and made once: repeating them after a crash does no harm. */
export const createIndexes = (layout: TableLayout, as: string): readonly string[] =>
  layout.indexes.map(
    (columns, place) => `create index if not exists "${as}__i${place + 1}" on "${as}" (${quoted(columns)})`,
  );

/** What queries see: the declared name, over the generation that serves. */
export const createView = (layout: TableLayout, generation: number): string =>
  `create view "${layout.name}" as select ${quoted(layout.columns.map(({ name }) => name))} from "${physicalTable(layout.name, generation)}"`;
