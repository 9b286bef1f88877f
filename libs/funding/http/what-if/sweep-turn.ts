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
