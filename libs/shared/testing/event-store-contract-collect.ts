import type { EventStore, Position, RecordedEvent, SubscribeOptions, Subscription } from '@accord/shared/event-store';
import { pause } from './event-store-contract-samples';

/** What a subscriber got, in the order in which it got it. */
export interface Collected {
  readonly subscription: Subscription;
  readonly events: RecordedEvent[];
  readonly batches: number[];
  readonly checkpoints: Position[];
  readonly caughtUpAt: Position[];
  readonly interruptions: Error[];
}

/** Subscribes and notes down everything that arrives. */
export function collect(store: EventStore, options: Omit<SubscribeOptions, 'onBatch'>): Collected {
  const notes: Omit<Collected, 'subscription'> = { events: [], batches: [], checkpoints: [], caughtUpAt: [], interruptions: [] };
  const subscription = store.subscribe({
    ...options,
    async onBatch({ events, checkpoint }) {
      await pause(0);
      notes.events.push(...events);
      notes.batches.push(events.length);
      notes.checkpoints.push(checkpoint);
    },
    onCaughtUp: (checkpoint) => notes.caughtUpAt.push(checkpoint),
    onInterruption: (error) => notes.interruptions.push(error),
  });
  return { subscription, ...notes };
}

type Batch = Parameters<SubscribeOptions['onBatch']>[0];

/** The first batch that is not empty; the subscription has ended by then. */
export function firstBatchWithEvents(store: EventStore, options: Omit<SubscribeOptions, 'onBatch'>): Promise<Batch> {
  return new Promise<Batch>((resolve, reject) => {
    const subscription = store.subscribe({
      ...options,
      async onBatch(batch) {
        if (batch.events.length === 0) return;
        subscription.stop().then(() => resolve(batch), reject);
      },
    });
    subscription.finished.catch(reject);
  });
}

/** A promise that the test opens when it likes. */
export function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}
