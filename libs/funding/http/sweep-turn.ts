import { SweepAbandoned } from '@accord/funding/application';
import type { SweepWatch } from '@accord/funding/application';
import { problem } from '@accord/shared/http';
import type { Reply } from '@accord/shared/http';

/** Longer than any sweep of an area of the size that we promise speeds for. */
const LONGEST_WAIT_MS = 10_000;

/**
 * A question about a whole area takes this process some seconds and much of its memory: one is answered at a
 * time. Another waits for its turn, in the order of asking; one that has waited ten seconds is told to come back.
 */
export class SweepTurn {
  private taken = false;
  private readonly waiting: (() => void)[] = [];

  /** @param longestWaitMs for the turn, in milliseconds; specs set it. */
  constructor(private readonly longestWaitMs = LONGEST_WAIT_MS) {}

  /** @throws Problem sweep-running */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken) await this.next();
    this.taken = true;
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private next(): Promise<void> {
    return new Promise((resolve, reject) => {
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        const sentence = 'Other questions about the whole area are being answered. Ask again in a moment.';
        reject(problem('sweep-running', sentence, { headers: { 'Retry-After': '10' } }));
      }, this.longestWaitMs);
      this.waiting.push(enter);
    });
  }

  /** Handed to the next without being free in between, so that nobody who asks just then goes before. */
  private leave(): void {
    const enter = this.waiting.shift();
    if (enter) enter();
    else this.taken = false;
  }

  /** The same for a reply: `undefined` where nobody waited for it any more. @throws Problem sweep-running */
  async takeFor<T>(reply: WatchedReply, work: (watch: SweepWatch) => Promise<T>): Promise<T | undefined> {
    const signal = signalOf(reply);
    try {
      return await this.take(() => work({ signal }));
    } catch (error) {
      if (error instanceof SweepAbandoned) return undefined;
      throw error;
    }
  }
}

/** A reply of which the handler hears when nobody waits for it any more. */
export interface WatchedReply extends Reply {
  readonly raw: { once(event: 'close', listener: () => void): unknown; readonly writableFinished: boolean };
}

/** Aborted once the client goes away before the answer has left. */
export function signalOf({ raw }: WatchedReply): AbortSignal {
  const controller = new AbortController();
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
