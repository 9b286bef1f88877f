import { setTimeout as delay } from 'node:timers/promises';
import { START } from '@accord/shared/event-store';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import { migrate } from '@accord/shared/read-store';
import type { Migrations, ReadStore } from '@accord/shared/read-store';

/** What follows from some events. Repeating `react` for an event must change nothing. */
export interface Reaction {
  /** Kebab-case and permanent: its checkpoint is kept under it. */
  readonly name: string;
  readonly types: readonly string[];
  react(event: RecordedEvent): Promise<void>;
}

export interface ReactionOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly reactions: readonly Reaction[];
  /** Takes what an operator should know; never holds data of an event. */
  readonly log?: (entry: { readonly code: string; readonly reaction: string; readonly problem: string }) => void;
}

export interface ReactionHealth {
  readonly reaction: string;
  readonly checkpoint: Position;
  /** Class name of the last failure, while it is being tried again. */
  readonly problem?: string;
}

export interface RunningReactions {
  health(): readonly ReactionHealth[];
  /** Ends after the event in hand. */
  stop(): Promise<void>;
}

interface CheckpointTable {
  reaction_checkpoints: { name: string; position: number };
}

const migrations: Migrations = {
  owner: 'reactions',
  migrations: [
    {
      name: '1-checkpoints',
      up: async (transaction) => {
        await transaction.schema
          .createTable('reaction_checkpoints')
          .addColumn('name', 'text', (column) => column.primaryKey())
          .addColumn('position', 'bigint', (column) => column.notNull())
          .execute();
      },
    },
  ],
};

/** Longest wait before a failing reaction is tried again. */
const LONGEST_WAIT_MS = 5_000;

/** Runs reactions, each from its own checkpoint. Two processes may run the same one: it is only repeated. */
export async function runReactions({ store, events, reactions, log }: ReactionOptions): Promise<RunningReactions> {
  await migrate(store, migrations);
  const running = await Promise.all(reactions.map((reaction) => start(reaction, { store, events, log })));
  return {
    health: () => running.map((each) => each.health()),
    stop: async () => {
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}

async function start(
  reaction: Reaction,
  { store, events, log }: Pick<ReactionOptions, 'store' | 'events'> & { readonly log: ReactionOptions['log'] },
) {
  let checkpoint = await loadCheckpoint(store, reaction.name);
  let problem: string | undefined;
  const stopping = new AbortController();

  const reactUntilDone = async (event: RecordedEvent): Promise<void> => {
    for (let wait = 50; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await reaction.react(event);
        problem = undefined;
        return;
      } catch (error) {
        problem = error instanceof Error ? error.name : 'unknown';
        log?.({ code: 'reaction-failed', reaction: reaction.name, problem });
        await delay(wait, undefined, { signal: stopping.signal });
      }
    }
  };
  const subscribe = () =>
    events.subscribe({
      after: checkpoint,
      filter: { types: reaction.types },
      batchSize: 50,
      onBatch: async (batch) => {
        for (const event of batch.events) {
          if (stopping.signal.aborted) return;
          await reactUntilDone(event);
          checkpoint = event.position;
          await saveCheckpoint(store, reaction.name, checkpoint);
        }
        if (stopping.signal.aborted) return;
        checkpoint = batch.checkpoint;
        if (batch.events.length === 0) await saveCheckpoint(store, reaction.name, checkpoint);
      },
      onInterruption: (error) => log?.({ code: 'record-away', reaction: reaction.name, problem: error.name }),
    });
  let subscription = subscribe();
  /** A subscription ends where its checkpoint could not be saved: it is opened again from the last one. */
  const follow = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await subscription.finished;
        return;
      } catch (error) {
        if (stopping.signal.aborted) return;
        problem = error instanceof Error ? error.name : 'unknown';
        log?.({ code: 'checkpoint-not-saved', reaction: reaction.name, problem });
        await delay(1_000, undefined, { signal: stopping.signal }).catch(() => undefined);
        checkpoint = await loadCheckpoint(store, reaction.name).catch(() => checkpoint);
        if (!stopping.signal.aborted) subscription = subscribe();
      }
    }
  };
  const finished = follow();
  return {
    health: (): ReactionHealth => ({ reaction: reaction.name, checkpoint, ...(problem ? { problem } : {}) }),
    stop: async () => {
      stopping.abort();
      await subscription.stop();
      await finished;
    },
  };
}

async function loadCheckpoint(store: ReadStore, name: string): Promise<Position> {
  const tables = store.withTables<CheckpointTable>();
  const row = await tables.selectFrom('reaction_checkpoints').select('position').where('name', '=', name).executeTakeFirst();
  return row ? Number(row.position) : START;
}

async function saveCheckpoint(store: ReadStore, name: string, position: Position): Promise<void> {
  await store
    .withTables<CheckpointTable>()
    .insertInto('reaction_checkpoints')
    .values({ name, position })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ position }))
    .execute();
}
