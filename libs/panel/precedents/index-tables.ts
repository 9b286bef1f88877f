import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { AnyTables, Migrations, ReadStore } from '@accord/shared/read-store';

/** Rows as they are stored. None holds a readable word of a decision. */
export interface PrecedentTables {
  precedents: {
    /** Newest last; see `placeOf`. Follows from what never changes of a decision, so a decision has one for good. */
    place: number;
    decision_id: string;
    child_id: string;
    panel_id: string;
    panel_kind: string;
    outcome: string;
    standing: string;
    /** JSON lists. */
    needs: string;
    categories: string;
    cost_band: number | null;
    event_id: string;
    event_type: string;
    /** Sealed. */
    principle: string | null;
  };
  precedent_supersessions: { decision_id: string; by_decision_id: string };
}

/**
 * Counts up whenever what is indexed changes: add a migration that empties the tables then. The reaction's name
 * holds the figure, so that it begins again with the first event.
 */
export const INDEX_VERSION = 2;

/** Tables in the form that the engine's own inverted index needs (ADR 9). */
export const precedentMigrations = ({ engine }: ReadStore): Migrations => ({
  owner: 'panel-precedents',
  migrations: [
    {
      name: '1-index',
      async up(transaction) {
        await createRows(transaction, engine);
        await (engine === 'sqlite' ? sqliteTokens : postgresTokens).execute(transaction);
        if (engine === 'postgres') await sql`create index precedents_tokens on precedents using gin (tokens)`.execute(transaction);
      },
    },
    {
      name: '2-corrected-principles',
      async up(transaction) {
        if (engine === 'sqlite') await emptySqliteTokens.execute(transaction);
        for (const table of ['precedents', 'precedent_supersessions']) await transaction.deleteFrom(table).execute();
        await transaction.schema
          .alterTable('precedents')
          .addColumn('event_type', 'text', (column) => column.notNull().defaultTo('DecisionRecorded'))
          .execute();
      },
    },
  ],
});

const emptySqliteTokens = sql`insert into precedent_tokens (precedent_tokens) values ('delete-all')`;

async function createRows({ schema }: Transaction<AnyTables>, engine: ReadStore['engine']): Promise<void> {
  await schema
    .createTable('precedents')
    // SQLite calls by this name alone the number that a row has anyway.
    .addColumn('place', engine === 'sqlite' ? 'integer' : 'bigint', (column) => column.primaryKey())
    .addColumn('decision_id', 'text', (column) => column.notNull())
    .addColumn('child_id', 'text', (column) => column.notNull())
    .addColumn('panel_id', 'text', (column) => column.notNull())
    .addColumn('panel_kind', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('standing', 'text', (column) => column.notNull())
    .addColumn('needs', 'text', (column) => column.notNull())
    .addColumn('categories', 'text', (column) => column.notNull())
    .addColumn('cost_band', 'integer')
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('principle', 'text')
    .execute();
  await schema.createIndex('precedents_decision').on('precedents').column('decision_id').execute();
  await schema.createIndex('precedents_child').on('precedents').column('child_id').execute();
  await schema
    .createTable('precedent_supersessions')
    .addColumn('decision_id', 'text', (column) => column.notNull())
    .addColumn('by_decision_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('precedent_supersessions_key', ['decision_id', 'by_decision_id'])
    .execute();
  await schema.createIndex('precedent_supersessions_by').on('precedent_supersessions').column('by_decision_id').execute();
}

/** Full text without the text: it keeps which tokens a precedent has, not where, and deletes by place. */
const sqliteTokens = sql`create virtual table precedent_tokens
  using fts5(tokens, content='', contentless_delete=1, detail=none, tokenize='ascii')`;

const postgresTokens = sql`alter table precedents add column tokens text[] not null default '{}'`;
