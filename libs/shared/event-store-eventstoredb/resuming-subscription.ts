import { START as LOG_START, type AllStreamSubscription, type EventStoreDBClient, type Position as LogPosition } from '@eventstore/db-client';
import { EventStoreUnavailable, START, type SubscribeOptions, type Subscription } from '@accord/shared/event-store';
import type { Connection } from './connections';
import { NoAnswer } from './errors';
import { serverFilter } from './event-filter';
import { Handover, type Item } from './handover';
import { pauses } from './persistence';
import type { Settings } from './settings';
import { Sleeper } from './sleeper';
import { toLogPosition } from './wire-events';

/** What is known of one subscription of the client. */
interface Followed {
  readonly source: AllStreamSubscription;
  confirmed: boolean;
  failure: Error | undefined;
}

/**
 * A subscription that outlives the server's absence. The client's own never resumes: when the server
 * goes, it emits one error and then stays silent for ever, without an end. So each failure, end, or
 * missing confirmation opens a new one after the last position handed over.
 */
export class ResumingSubscription implements Subscription {
  readonly finished: Promise<void>;
  private readonly handover: Handover;
  private readonly sleeper = new Sleeper();
  private stopped = false;

  constructor(
    private readonly connection: Connection,
    private readonly settings: Settings,
    private readonly options: SubscribeOptions,
  ) {
    this.handover = new Handover(options);
    this.finished = this.follow();
    // Whoever does not ask for `finished` must not be ended by its rejection.
    this.finished.catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.sleeper.wake();
    await this.finished.catch(() => undefined);
  }

  private async follow(): Promise<void> {
    const pacing = pauses(this.settings);
    let next = pacing.next();
    while (!this.stopped) {
      try {
        await this.connection.reads.lend((client) => this.once(client, () => (next = pacing.next())));
      } catch (error) {
        if (this.handover.failure) throw this.handover.failure.reason;
        if (this.stopped) return;
        this.options.onInterruption?.(new EventStoreUnavailable(error instanceof Error ? error.message : String(error), { cause: error }));
        const until = Date.now() + next.duration;
        while (!this.stopped && Date.now() < until) await this.sleeper.sleep(until - Date.now());
        next = next.next(undefined);
      }
    }
  }

  /** One subscription of the client, until it fails or we stop. */
  private async once(client: EventStoreDBClient, onConfirmed: () => void): Promise<void> {
    // Everything up to here is behind us once the server says "caught up", whatever the filter dropped.
    const head = await this.connection.reading.head();
    if (this.stopped) return;
    const followed = this.open(client);
    try {
      await this.awaitConfirmation(followed);
      if (followed.confirmed) onConfirmed();
      this.handover.begin(head);
      while (!this.stopped && !followed.failure) {
        if (!(await this.handover.step(followed.source))) await this.sleeper.sleep();
      }
      if (followed.failure && !this.stopped) throw followed.failure;
    } finally {
      followed.source.unsubscribe().catch(() => undefined);
    }
  }

  private open(client: EventStoreDBClient): Followed {
    const { batchSize = 500 } = this.options;
    const { checkpoint } = this.handover;
    const source = client.subscribeToAll(
      {
        fromPosition: checkpoint === START ? LOG_START : toLogPosition(checkpoint),
        filter: serverFilter((subscription, { commit, prepare }) => {
          if (isPlace({ commit, prepare })) mark(subscription, { checkpoint: Number(commit) });
        }),
        requiresLeader: true,
      },
      { highWaterMark: batchSize },
    );
    const followed: Followed = { source, confirmed: false, failure: undefined };
    const fail = (error: Error): void => {
      followed.failure ??= error;
      this.sleeper.wake();
    };
    source.on('error', fail);
    source.on('end', () => fail(new Error('The server ended the subscription.')));
    source.on('close', () => fail(new Error('The subscription was closed.')));
    source.on('confirmation', () => {
      followed.confirmed = true;
      this.sleeper.wake();
    });
    source.on('caughtUp', () => mark(source, { live: true }));
    source.on('fellBehind', () => mark(source, { live: false }));
    source.on('readable', () => this.sleeper.wake());
    return followed;
  }

  private async awaitConfirmation(followed: Followed): Promise<void> {
    const { confirmationTimeoutMs } = this.settings;
    const until = Date.now() + confirmationTimeoutMs;
    while (!followed.confirmed && !followed.failure && !this.stopped) {
      const left = until - Date.now();
      if (left <= 0) throw new NoAnswer(`The subscription was not confirmed within ${confirmationTimeoutMs} ms.`);
      await this.sleeper.sleep(left);
    }
  }
}

/**
 * Whether a checkpoint can be resumed from. A server that has sent nothing yet announces 2^64 - 1, its
 * "nowhere"; some versions announce a place beyond events still to come, whose halves then differ
 * (KurrentDB issue 4970).
 */
function isPlace({ commit, prepare }: LogPosition): boolean {
  return commit === prepare && commit <= BigInt(Number.MAX_SAFE_INTEGER);
}

/** Puts a mark among the events: the library announces it before the events that it still holds back. */
function mark(source: AllStreamSubscription, item: Item): void {
  source.push(item);
}
