import { SweepAbandoned } from '@accord/funding/application';
import type { SweepWatch } from '@accord/funding/application';
import { problem } from '@accord/shared/http';
import type { Reply } from '@accord/shared/http';

/** A question about a whole area takes this process some seconds: one is answered at a time, the others are told to come back. */
export class SweepTurn {
  private taken = false;

  /** @throws Problem sweep-running */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.taken) {
      throw problem('sweep-running', 'Another question about the whole area is being answered. Ask again in a moment.', { headers: { 'Retry-After': '10' } });
    }
    this.taken = true;
    try {
      return await work();
    } finally {
      this.taken = false;
    }
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
