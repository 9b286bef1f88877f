import type { Cell } from '@accord/shared/projections';
import { quoted, type TableLayout } from './table-layout';

export type Row = Readonly<Record<string, Cell>>;

/** Runs a query that has `?` for its values. */
export type Query = (statement: string, values: readonly Cell[]) => Promise<readonly Row[]>;

const PAGE = 1_000;

/** All rows of a table in the order of their keys, a page at a time. */
export async function* rowsInOrder(query: Query, layout: TableLayout, table: string): AsyncGenerator<Row> {
  const select = `select ${quoted(layout.columns.map(({ name }) => name))} from "${table}"`;
  const order = `order by ${quoted(layout.key)} limit ${PAGE}`;
  const beyond = `where (${quoted(layout.key)}) > (${layout.key.map(() => '?').join(', ')})`;
  for (let last: Row | undefined; ; ) {
    const values: readonly Cell[] = last ? layout.key.map((column) => last?.[column] ?? null) : [];
    const rows = await query(`${select} ${last ? beyond : ''} ${order}`, values);
    yield* rows;
    if (rows.length < PAGE) return;
    last = rows.at(-1);
  }
}

/** The order of keys in both engines: numbers by value, text by its bytes in UTF-8. */
export function compareKeys({ key }: TableLayout, left: Row, right: Row): number {
  for (const column of key) {
    const [one, other] = [left[column], right[column]];
    if (one === other) continue;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return Buffer.compare(Buffer.from(String(one)), Buffer.from(String(other)));
  }
  return 0;
}
