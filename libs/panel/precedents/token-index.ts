import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { QueryExecutorProvider, RawBuilder, Transaction } from 'kysely';
import type { ReadStore } from '@accord/shared/read-store';
import type { PrecedentTables } from './index-tables';

/** Which precedents are looked for. */
export interface Sought {
  /** Every one of these tokens. */
  readonly all: readonly string[];
  /** And, where there are any, at least one of these. */
  readonly some: readonly string[];
  /** From this place on, up to just before that one. */
  readonly from: number;
  readonly before: number;
  readonly limit: number;
}

export type PrecedentRow = PrecedentTables['precedents'] & { readonly superseded: number | boolean };

type Writing = Transaction<PrecedentTables>;

/** The inverted index of an engine: SQLite's FTS5, PostgreSQL's GIN. */
export interface TokenIndex {
  /** In place of the tokens that the place had. The row is there already. */
  put(transaction: Writing, place: number, tokens: readonly string[]): Promise<void>;
  /** Together with the row, where tokens are not part of it. */
  remove(transaction: Writing, place: number): Promise<void>;
  clear(transaction: Writing): Promise<void>;
  /** Newest first. */
  find(sought: Sought): RawBuilder<PrecedentRow>;
  /** Drops what removed tokens have left in the index's own storage. */
  purge(store: ReadStore): Promise<void>;
}

const columns = sql`p.*, exists (select 1 from precedent_supersessions s where s.decision_id = p.decision_id) as superseded`;
const within = ({ from, before }: Sought, place: RawBuilder<unknown>) => sql`${place} >= ${from} and ${place} < ${before}`;

const isAsked = ({ all, some }: Sought): boolean => all.length + some.length > 0;

export const sqliteTokens: TokenIndex = {
  async put(transaction, place, tokens) {
    await sqliteTokens.remove(transaction, place);
    await sql`insert into precedent_tokens (rowid, tokens) values (${place}, ${tokens.join(' ')})`.execute(transaction);
  },
  async remove(transaction, place) {
    await sql`delete from precedent_tokens where rowid = ${place}`.execute(transaction);
  },
  async clear(transaction) {
    await sql`insert into precedent_tokens (precedent_tokens) values ('delete-all')`.execute(transaction);
  },
  find: (sought) =>
    isAsked(sought)
      ? // A cross join goes through the matches in their order, newest first, and stops when the page is full.
        sql`select ${columns} from precedent_tokens cross join precedents p on p.place = precedent_tokens.rowid
          where precedent_tokens match ${matchOf(sought)} and ${within(sought, sql`precedent_tokens.rowid`)}
          order by precedent_tokens.rowid desc limit ${sought.limit}`
      : sql`select ${columns} from precedents p where ${within(sought, sql`p.place`)} order by p.place desc limit ${sought.limit}`,
  purge: mergeAll,
};

/** Tokens are letters and digits: quoted, none of them can be taken for an operator. */
function matchOf({ all, some }: Sought): string {
  const quoted = (tokens: readonly string[]) => tokens.map((token) => `"${token}"`);
  return [...quoted(all), ...(some.length > 0 ? [`(${quoted(some).join(' OR ')})`] : [])].join(' AND ');
}

/** Pages that one step of a merge writes: a few milliseconds, so that other writers come between. */
const MERGE_PAGES = 64;

/**
 * FTS5 only marks a row as deleted; merging all its segments into one leaves out what is marked. A negative
 * figure begins a merge of all, positive ones go on; two changes and more say that there was something to do.
 */
async function mergeAll(store: ReadStore): Promise<void> {
  for (let pages = -MERGE_PAGES; ; pages = MERGE_PAGES) {
    const changes = await store.transaction(async (transaction) => {
      const before = await totalChanges(transaction);
      await sql`insert into precedent_tokens (precedent_tokens, rank) values ('merge', ${pages})`.execute(transaction);
      return (await totalChanges(transaction)) - before;
    });
    if (changes < 2) return;
    // Others are answered between the steps.
    await setImmediate();
  }
}

async function totalChanges(transaction: QueryExecutorProvider): Promise<number> {
  const { rows } = await sql<{ changes: number }>`select total_changes() as changes`.execute(transaction);
  return rows[0]?.changes ?? 0;
}

export const postgresTokens: TokenIndex = {
  async put(transaction, place, tokens) {
    await sql`update precedents set tokens = ${[...tokens]} where place = ${place}`.execute(transaction);
  },
  // Tokens are a column of the row.
  async remove() {},
  async clear() {},
  find: (sought) => sql`select ${columns} from precedents p
    where ${sql.join([...containment(sought), within(sought, sql`p.place`)], sql` and `)}
    order by p.place desc limit ${sought.limit}`,
  // Autovacuum drops what deleted rows have left, here as in every other table.
  async purge() {},
};

const containment = ({ all, some }: Sought): readonly RawBuilder<unknown>[] => [
  ...(all.length > 0 ? [sql`p.tokens @> ${[...all]}::text[]`] : []),
  ...(some.length > 0 ? [sql`p.tokens && ${[...some]}::text[]`] : []),
];
