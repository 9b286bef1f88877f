import {
  EventStoreUnavailable,
  type AllPage,
  type AppendResult,
  type EventStore,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type ReadAllOptions,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamName,
  type SubscribeOptions,
  type Subscription,
} from '@accord/shared/event-store';
import { Appending } from './appending';
import type { Connection } from './connections';
import { BrokenRecord, StreamWasDeleted } from './errors';
import { persistently } from './persistence';
import type { Settings } from './settings';
import { ResumingSubscription } from './resuming-subscription';
import { Tally } from './tally';

/** The port on EventStoreDB. */
export class EventStoreDb implements EventStore {
  private readonly appending: Appending;
  private readonly subscriptions = new Set<Subscription>();
  private readonly underWay = new Tally();
  private closed = false;

  constructor(
    private readonly connection: Connection,
    private readonly settings: Settings,
  ) {
    this.appending = new Appending(connection.appends, connection.reading, settings);
  }

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    this.insistOpen();
    return this.counted(this.appending.append(stream, expected, events));
  }

  async readStream(stream: StreamName, options?: ReadStreamOptions): Promise<readonly RecordedEvent[] | undefined> {
    return this.read(() => this.connection.reading.stream(stream, options));
  }

  async readAll(options: ReadAllOptions): Promise<AllPage> {
    return this.read(() => this.connection.reading.all(options));
  }

  async head(): Promise<Position> {
    return this.read(() => this.connection.reading.head());
  }

  subscribe(options: SubscribeOptions): Subscription {
    this.insistOpen();
    const subscription = new ResumingSubscription(this.connection, this.settings, options);
    this.subscriptions.add(subscription);
    const forget = (): void => void this.subscriptions.delete(subscription);
    subscription.finished.then(forget, forget);
    return subscription;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.underWay.idle();
    await this.connection.release();
  }

  private async read<T>(attempt: () => Promise<T>): Promise<T> {
    this.insistOpen();
    try {
      return await this.counted(persistently(this.settings, attempt));
    } catch (cause) {
      if (cause instanceof BrokenRecord || cause instanceof StreamWasDeleted) throw cause;
      throw new EventStoreUnavailable('EventStoreDB cannot be read.', { cause });
    }
  }

  private async counted<T>(work: Promise<T>): Promise<T> {
    this.underWay.enter();
    try {
      return await work;
    } finally {
      this.underWay.leave();
    }
  }

  private insistOpen(): void {
    if (this.closed) throw new EventStoreUnavailable('The store was closed.');
  }
}
