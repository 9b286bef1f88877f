import type { ClaimedKey, CommandAnswers, CommandOutcome } from '@accord/shared/commands';
import type { Instant } from '@accord/shared/kernel';
import { migrate, type Migrations, type ReadStore } from '@accord/shared/read-store';

interface Tables {
  command_answers: {
    command_id: string;
    /** As the command runner gives it: a keyed hash. */
    fingerprint: string;
    claimed_at: string;
    /** The answer as JSON; null while the command is under way, or was cut off. */
    outcome: string | null;
    /** 1 for an answer that tells of an effect, 0 for a refusal; null while there is no answer. */
    effect: number | null;
  };
}

type Database = ReturnType<typeof typed>;
const typed = (store: ReadStore) => store.withTables<Tables>();

const migrations: Migrations = {
  owner: 'command-answers',
  migrations: [
    {
      name: '1-answers',
      async up(transaction) {
        await transaction.schema
          .createTable('command_answers')
          .addColumn('command_id', 'text', (column) => column.primaryKey())
          .addColumn('fingerprint', 'text', (column) => column.notNull())
          .addColumn('claimed_at', 'text', (column) => column.notNull())
          .addColumn('outcome', 'text')
          .addColumn('effect', 'integer')
          .execute();
        await transaction.schema
          .createIndex('command_answers_claimed_at')
          .on('command_answers')
          .column('claimed_at')
          .execute();
      },
    },
    {
      // Fingerprints were unkeyed digests before: what they were made of could be guessed, and none would
      // be met again. An effect stays known from its stream.
      name: '2-keyed-fingerprints',
      async up(transaction) {
        await transaction.deleteFrom('command_answers').execute();
      },
    },
  ],
};

/** The record of idempotency keys, which can be trimmed. */
export interface StoredCommandAnswers extends CommandAnswers {
  /** Forgets keys claimed before that instant and gives their number. An effect stays known from its stream. */
  forgetBefore(instant: Instant): Promise<number>;
}

/**
 * Idempotency keys and answers in a database of their own or the read models'. `NORMAL` durability is
 * enough: a power cut may take the last answers, but never an effect, and an effect is found again in
 * its stream by the command's id and fingerprint. What can be lost with them is a refusal, which is then
 * decided anew, and that a key was claimed by another body for another stream.
 */
export async function commandAnswers(store: ReadStore): Promise<StoredCommandAnswers> {
  await migrate(store, migrations);
  const db = typed(store);
  return {
    async claim(commandId, fingerprint, now) {
      // One statement, so that of two claims one is first; the other changes nothing and reads its row.
      const held = await db
        .insertInto('command_answers')
        .values({ command_id: commandId, fingerprint, claimed_at: now, outcome: null, effect: null })
        .onConflict((conflict) =>
          conflict.column('command_id').doUpdateSet((row) => ({ fingerprint: row.ref('command_answers.fingerprint') })),
        )
        .returning(['fingerprint', 'outcome'])
        .executeTakeFirstOrThrow();
      return claimed(held, fingerprint);
    },
    record: (commandId, outcome) => record(db, commandId, outcome),
    async forgetBefore(instant) {
      const { numDeletedRows } = await db
        .deleteFrom('command_answers')
        .where('claimed_at', '<', instant)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function record(db: Database, commandId: string, outcome: CommandOutcome): Promise<CommandOutcome> {
  const changed = await db
    .updateTable('command_answers')
    .set({ outcome: JSON.stringify(outcome), effect: outcome.ok ? 1 : 0 })
    .where('command_id', '=', commandId)
    .where((row) =>
      outcome.ok ? row.or([row('outcome', 'is', null), row('effect', '=', 0)]) : row('outcome', 'is', null),
    )
    .returning('command_id')
    .executeTakeFirst();
  if (changed) return outcome;
  const stands = await db
    .selectFrom('command_answers')
    .select('outcome')
    .where('command_id', '=', commandId)
    .executeTakeFirst();
  // No row: the claim was forgotten meanwhile; the effect is known from its stream.
  return stands?.outcome ? outcomeFrom(stands.outcome) : outcome;
}

function claimed(held: { readonly fingerprint: string; readonly outcome: string | null }, fingerprint: string): ClaimedKey {
  if (held.fingerprint !== fingerprint) return { claim: 'differs' };
  return held.outcome === null ? { claim: 'new' } : { claim: 'answered', outcome: outcomeFrom(held.outcome) };
}

// The cast is true because only `record` writes the column, from the same type.
const outcomeFrom = (text: string): CommandOutcome => JSON.parse(text) as CommandOutcome;
