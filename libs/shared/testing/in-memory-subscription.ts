import type { EventStore, SubscribeOptions, Subscription } from '@accord/shared/event-store';
import type { RecordInMemory } from './in-memory-event-store';

interface Source {
  readonly store: EventStore;
  readonly record: RecordInMemory;
  readonly options: SubscribeOptions;
}

/** Hands over batches one after another; waits at the end until something is added. */
export function subscribeInMemory({ store, record, options }: Source): Subscription {
  const bell = new Bell();
  const forget = record.onAdded(() => bell.ring());
  let stopping = false;
  const finished = run().finally(forget);
  // Whoever cares awaits `finished`; a rejection that nobody awaits must not end the process.
  finished.catch(() => undefined);

  async function run(): Promise<void> {
    let after = options.after;
    let toldAt: number | undefined;
    while (!stopping) {
      const rung = bell.next();
      const page = await store.readAll({ ...filterOf(options), after, limit: options.batchSize ?? 500 });
      if (stopping) return;
      if (page.next > after) await options.onBatch({ events: page.events, checkpoint: page.next });
      after = page.next;
      if (!page.end) continue;
      if (toldAt !== after) options.onCaughtUp?.(after);
      toldAt = after;
      await rung;
    }
  }

  return {
    finished,
    async stop() {
      stopping = true;
      bell.ring();
      await finished.catch(() => undefined);
    },
  };
}

const filterOf = ({ filter }: SubscribeOptions) => (filter === undefined ? {} : { filter });

/** A promise for the next ring; a ring that nobody awaits yet is kept by the promise taken before it. */
class Bell {
  private wake: () => void = () => undefined;

  next(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }

  ring(): void {
    this.wake();
  }
}
