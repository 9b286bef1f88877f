import type { EventFilter, Position, SubscribeOptions, Subscription } from '@accord/shared/event-store';
import { eventLoopTurn, SCAN_SPAN, type Scanned, type ScanOptions } from './reader';

const BATCH = 500;
/** Pauses after failed reads, in milliseconds: the first, and the longest they grow to. */
const FIRST_PAUSE = 20;
const LONGEST_PAUSE = 1_000;

/** What a subscription needs of its store. */
export interface Source {
  scan(options: ScanOptions): Scanned;
  /** Calls back whenever there may be something new, until the function returned is called. */
  onNews(tell: () => void): () => void;
}

/** A subscription that reads on from its checkpoint whenever there is news. */
export class CatchUpSubscription implements Subscription {
  readonly finished: Promise<void>;
  private stopped = false;
  /** News came since the last read; without it a wake-up between read and sleep would be lost. */
  private news = true;
  private wake: () => void = () => undefined;
  private pause = FIRST_PAUSE;
  /** Read up to here, and handed over up to there: the second lags where the filter drops everything. */
  private read: Position;
  private handed: Position;
  private caughtUpAt: Position | undefined;

  constructor(private readonly source: Source, private readonly options: SubscribeOptions) {
    this.read = options.after;
    this.handed = options.after;
    const silence = source.onNews(() => this.alert());
    this.finished = this.run().finally(silence);
  }

  stop(): Promise<void> {
    this.stopped = true;
    this.alert();
    return this.finished.catch(() => undefined);
  }

  private alert(): void {
    this.news = true;
    this.wake();
  }

  private async run(): Promise<void> {
    // The caller has its subscription before the first batch comes.
    await eventLoopTurn();
    while (!this.stopped) {
      this.news = false;
      const page = this.readOn();
      if (page === undefined) await this.rest(this.pause);
      else await this.dealWith(page);
    }
  }

  private readOn(): Scanned | undefined {
    const filter: EventFilter | undefined = this.options.filter;
    try {
      const page = this.source.scan({ after: this.read, limit: this.options.batchSize ?? BATCH, filter });
      this.pause = FIRST_PAUSE;
      return page;
    } catch (error) {
      this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      this.options.onInterruption?.(error instanceof Error ? error : new Error(String(error)));
      return undefined;
    }
  }

  private async dealWith({ events, next, end }: Scanned): Promise<void> {
    this.read = next;
    // A checkpoint without events is worth handing over only where it spares reading a whole span again.
    if (events.length > 0 || next - this.handed >= SCAN_SPAN) {
      this.handed = next;
      await this.options.onBatch({ events, checkpoint: next });
    }
    if (!end) return eventLoopTurn();
    if (this.caughtUpAt !== next && !this.stopped) {
      this.caughtUpAt = next;
      this.options.onCaughtUp?.(next);
    }
    if (!this.news) await this.rest();
  }

  /** Sleeps until there is news; after a failure for so many milliseconds, news or not. */
  private async rest(milliseconds?: number): Promise<void> {
    if (this.stopped) return;
    await new Promise<void>((resolve) => {
      const timer = milliseconds === undefined ? undefined : setTimeout(resolve, milliseconds);
      this.wake = () => {
        if (timer !== undefined && !this.stopped) return;
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => undefined;
  }
}
