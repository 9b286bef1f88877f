import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Instant } from '@accord/shared/kernel';
import {
  EventStoreUnavailable,
  MalformedEvent,
  serialiseAppend,
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
import { News } from './news';
import { eventLoopTurn, Reader } from './reader';
import { prepareFile } from './store-file';
import { CatchUpSubscription } from './subscription';
import { Writer } from './writer';

export interface SqliteEventStoreOptions {
  /** The database file. It is made, with its folder, where there is none. */
  readonly file: string;
  /** Sets the clock of `recordedAt`, in tests. Default: the system's. */
  readonly now?: () => Instant;
}

/**
 * Opens the embedded event store. Several processes may have one file open.
 * @throws EventStoreUnavailable where the file cannot be opened, is no event store of Accord, or was
 * written by a later version.
 */
export async function openSqliteEventStore({ file, now }: SqliteEventStoreOptions): Promise<EventStore> {
  const reader = new Reader(file);
  // Made before the writer, which may store only once it is started.
  let news: News | undefined;
  const writer = new Writer({
    file,
    now,
    storedAfter: (...place) => reader.storedAfter(...place),
    onStored: () => news?.announce(),
  });
  try {
    await mkdir(dirname(file), { recursive: true });
    await prepareFile(file);
    await writer.start();
    news = new News(() => reader.dataVersion());
  } catch (cause) {
    await writer.close();
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new EventStoreUnavailable(`The event store cannot be opened. ${why}`, { cause });
  }
  return new SqliteEventStore(writer, reader, news);
}

class SqliteEventStore implements EventStore {
  private readonly subscriptions = new Set<Subscription>();
  private closing: Promise<void> | undefined;

  constructor(private readonly writer: Writer, private readonly reader: Reader, private readonly news: News) {}

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    return this.writer.append(stream, expected, serialiseAppend(stream, expected, events));
  }

  async readStream(stream: StreamName, options: ReadStreamOptions = {}): Promise<readonly RecordedEvent[] | undefined> {
    return this.reader.readStream(stream, options);
  }

  async readAll(options: ReadAllOptions): Promise<AllPage> {
    if (!(options.limit >= 1)) throw new MalformedEvent('A page holds at least one event.');
    const events: RecordedEvent[] = [];
    let { after } = options;
    for (;;) {
      const step = this.reader.scan({ ...options, after, limit: options.limit - events.length });
      events.push(...step.events);
      if (step.end || events.length >= options.limit) return { events, next: step.next, end: step.end };
      after = step.next;
      await eventLoopTurn();
    }
  }

  subscribe(options: SubscribeOptions): Subscription {
    if (this.closing !== undefined) throw new EventStoreUnavailable('The event store was closed.');
    const source = {
      scan: this.reader.scan.bind(this.reader),
      onNews: this.news.listen.bind(this.news),
    };
    const subscription = new CatchUpSubscription(source, options);
    this.subscriptions.add(subscription);
    const forget = (): boolean => this.subscriptions.delete(subscription);
    subscription.finished.then(forget, forget);
    return subscription;
  }

  async head(): Promise<Position> {
    return this.reader.head();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.writer.settle();
    this.news.close();
    // The reader goes first: the last connection to a file empties its log, and the reader cannot.
    this.reader.close();
    await this.writer.close();
  }
}
