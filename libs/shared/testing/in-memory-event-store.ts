import {
  categoryOf,
  EventStoreUnavailable,
  serialiseAppend,
  START,
  type AllPage,
  type AppendResult,
  type EventFilter,
  type EventMetadata,
  type EventStore,
  type ExpectedRevision,
  type JsonObject,
  type NewEvent,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type SerialisedEvent,
  type StreamName,
  type SubscribeOptions,
  type Subscription,
} from '@accord/shared/event-store';
import type { Instant } from '@accord/shared/kernel';
import { subscribeInMemory } from './in-memory-subscription';

/** What several in-memory stores may share, as several processes share one record. */
export class RecordInMemory {
  readonly all: RecordedEvent[] = [];
  readonly streams = new Map<StreamName, RecordedEvent[]>();
  private readonly waiting = new Set<() => void>();

  constructor(readonly now: () => Instant = () => new Date().toISOString()) {}

  add(event: RecordedEvent): void {
    this.all.push(event);
    const stream = this.streams.get(event.stream);
    if (stream) stream.push(event);
    else this.streams.set(event.stream, [event]);
    for (const wake of this.waiting) wake();
  }

  /** Calls back after each event added, until told to stop. */
  onAdded(wake: () => void): () => void {
    this.waiting.add(wake);
    return () => this.waiting.delete(wake);
  }
}

/**
 * An event store for unit specifications. Keeps the promises of the port (it passes the contract
 * suite) except durability: it ends with the process. Every operation gives way once before it looks,
 * so that concurrent callers interleave as they would on a real store.
 */
export class InMemoryEventStore implements EventStore {
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(private readonly record = new RecordInMemory()) {}

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const serialised = serialiseAppend(stream, expected, events);
    if (this.closed) throw new EventStoreUnavailable('The store was closed.');
    await Promise.resolve();
    const stored = this.record.streams.get(stream) ?? [];
    const actual = stored.at(-1)?.revision ?? 'no-stream';
    const from = expected === 'no-stream' ? 0 : expected + 1;
    const repeated = events.length > 0 && events.every(({ id }, n) => stored[from + n]?.id === id);
    if (!repeated && actual !== expected) return { ok: false, reason: 'wrong-revision', actual };
    if (!repeated) serialised.forEach((event, n) => this.add(stream, from + n, event));
    const last = this.record.streams.get(stream)?.[from + events.length - 1];
    return { ok: true, revision: last?.revision ?? -1, position: last?.position ?? START };
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[] | undefined> {
    await Promise.resolve();
    const stored = this.record.streams.get(stream);
    if (!stored) return undefined;
    const { from, limit = Infinity } = options;
    const events =
      options.direction === 'backwards'
        ? stored.filter(({ revision }) => revision <= (from ?? Infinity)).reverse()
        : stored.filter(({ revision }) => revision >= (from ?? 0));
    return events.slice(0, limit);
  }

  async readAll({ after, direction = 'forwards', limit, filter }: ReadAllOptions): Promise<AllPage> {
    await Promise.resolve();
    const { all } = this.record;
    const step = direction === 'forwards' ? 1 : -1;
    let next = after ?? (direction === 'forwards' ? START : all.length);
    const events: RecordedEvent[] = [];
    for (let event = all[next + step]; event && events.length < limit; event = all[next + step]) {
      if (passes(filter, event)) events.push(event);
      next = event.position;
    }
    return { events, next, end: all[next + step] === undefined };
  }

  subscribe(options: SubscribeOptions): Subscription {
    const subscription = subscribeInMemory({ store: this, record: this.record, options });
    this.subscriptions.add(subscription);
    return subscription;
  }

  async head(): Promise<number> {
    await Promise.resolve();
    return this.record.all.length - 1;
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const subscription of this.subscriptions) await subscription.stop();
  }

  private add(stream: StreamName, revision: number, { data, metadata, ...event }: SerialisedEvent): void {
    this.record.add({
      ...event,
      // The text was just made from this type; the round through JSON gives what a store would.
      data: JSON.parse(data) as JsonObject,
      // Likewise.
      metadata: JSON.parse(metadata) as EventMetadata,
      stream,
      revision,
      position: this.record.all.length,
      recordedAt: this.nextInstant(),
    });
  }

  /** Never before that of the event before, even where the clock goes back. */
  private nextInstant(): Instant {
    const now = this.record.now();
    const before = this.record.all.at(-1)?.recordedAt ?? now;
    return now < before ? before : now;
  }
}

function passes(filter: EventFilter | undefined, event: RecordedEvent): boolean {
  if (filter?.types && !filter.types.includes(event.type)) return false;
  return !filter?.categories || filter.categories.includes(categoryOf(event.stream));
}
