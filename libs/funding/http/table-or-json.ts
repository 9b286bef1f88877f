import type { BytesOf, Reply } from '@accord/shared/http';
import { prefersTable } from './table-asked';

/** Bytes that say a `T` as JSON, or as CSV where the reader prefers that. */
export type TableOrJson<T extends object> = BytesOf<T, 'text/csv'>;

/** An answer that can be told both ways. */
export interface ToldBothWays<T extends object> {
  readonly json: T;
  /** As CSV (RFC 4180). */
  readonly table: () => string;
  /** Of the file, without its ending. */
  readonly name: string;
  /** The position of the record up to which it counts, where it can be asked for again. */
  readonly upTo?: number;
  /** The cursor of the next page, where it is a page and there is one: a table has no other place for it. */
  readonly next?: string | undefined;
}

/** The bytes of the answer, as CSV where the reader prefers that, and the headers that say so. */
export function tableOrJson<T extends object>(accept: string | undefined, reply: Reply, { json, table, name, upTo, next }: ToldBothWays<T>): TableOrJson<T> {
  const asTable = prefersTable(accept);
  reply.headers({
    'content-type': asTable ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    'vary': 'Accept, Authorization',
    ...(upTo === undefined ? {} : { 'accord-position': String(upTo) }),
    ...(next === undefined ? {} : { 'accord-next': next }),
    ...(asTable ? { 'content-disposition': `attachment; filename="${name}.csv"` } : {}),
  });
  return Buffer.from(asTable ? table() : JSON.stringify(json), 'utf8');
}
