/** How the next append goes wrong. */
export interface AppendFault {
  /** Whether it is stored all the same. */
  readonly stored: boolean;
  /**
   * `connection-lost`: the connection breaks. `timeout`: the server says that it timed out.
   * `silence`: no answer ever. `stream-end`: the append stream ends without an error.
   * `no-position`: the server accepts, without saying where.
   */
  readonly how: 'connection-lost' | 'timeout' | 'silence' | 'stream-end' | 'no-position';
  /** Stored only so much later, as by a majority that returns. */
  readonly storedAfterMs?: number;
  /** What happens on the server at that very moment, before the client learns of anything. */
  meanwhile?(): void;
}

/** What a test makes go wrong, and what it can see of the calls made. */
export class Faults {
  readonly nextAppends: AppendFault[] = [];
  /** Answers "not ready" to everything, as while starting. */
  notReady = false;
  /** Where set, this node is a follower: it forwards, unless the caller insists on the leader. */
  leader: { readonly host: string; readonly port: number } | undefined;
  /** Gossip fails, as in an election. */
  noGossip = false;
  /** Subscriptions opened meanwhile are neither confirmed nor refused. */
  confirmsNoSubscription = false;
  /** Every answer comes so much later. */
  delayMs = 0;
  /** The server's limit on one append, after which it also answers a malformed one a second time. */
  secondAnswerAfterMs = 2_000;
  readonly seen = { batchStreams: 0, batchStreamsFailed: 0, appends: 0, singleAppends: 0, openReads: 0, reads: 0, subscriptions: 0, eventsPushed: 0 };
  private thawed: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  /** Nothing is answered until {@link thaw}, as by a stopped process. */
  freeze(): void {
    this.thawed = new Promise((resolve) => (this.release = resolve));
  }

  thaw(): void {
    this.release();
  }

  /** Passes at once, after the delay, or when thawed. */
  async pass(): Promise<void> {
    await this.thawed;
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
  }
}
