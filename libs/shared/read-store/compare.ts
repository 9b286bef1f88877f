import { compareKeys, rowsInOrder, type Query, type Row } from './row-source';
import type { Difference } from './runner-types';
import type { TableLayout } from './table-layout';

/** Where the rows of a table are found: its name differs between the two sides. */
export interface Side {
  readonly query: Query;
  table(layout: TableLayout): string;
}

export interface Compared {
  readonly rows: number;
  readonly difference?: Difference;
}

/** Walks both sides in the order of keys and stops at the first difference. */
export async function compareTable(layout: TableLayout, stored: Side, replayed: Side): Promise<Compared> {
  const left = rowsInOrder(stored.query, layout, stored.table(layout));
  const right = rowsInOrder(replayed.query, layout, replayed.table(layout));
  for (let rows = 0; ; rows++) {
    const [one, other] = [await left.next(), await right.next()];
    if (one.done && other.done) return { rows };
    const difference = differenceOf(layout, one.done ? undefined : one.value, other.done ? undefined : other.value);
    if (difference) return { rows, difference };
  }
}

function differenceOf(layout: TableLayout, stored: Row | undefined, replayed: Row | undefined): Difference | undefined {
  const order = stored && replayed ? compareKeys(layout, stored, replayed) : stored ? -1 : 1;
  const row = order <= 0 ? stored : replayed;
  const key = Object.fromEntries(layout.key.map((column) => [column, row?.[column] ?? null]));
  if (order < 0) return { table: layout.name, key, kind: 'extra' };
  if (order > 0) return { table: layout.name, key, kind: 'missing' };
  const column = layout.columns.find(({ name }) => stored?.[name] !== replayed?.[name])?.name;
  if (column === undefined) return undefined;
  const values = { stored: stored?.[column] ?? null, replayed: replayed?.[column] ?? null };
  return { table: layout.name, key, kind: 'value', column, ...values };
}
