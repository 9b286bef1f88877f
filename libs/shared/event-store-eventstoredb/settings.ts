/** How to reach the server, and how patient to be with it. All times in milliseconds. */
export interface EventStoreDbOptions {
  /**
   * `esdb://host:2113?tls=false`, or all nodes of a cluster: `esdb://a:2113,b:2113,c:2113`. With
   * `esdb+discover://` exactly one name; the client would ignore the others without a word.
   */
  readonly url: string;
  /** Our own limit on one call and on silence within one read. Default 5,000. */
  readonly callTimeoutMs?: number;
  /** How long an append or a read is tried again and settled before its caller is told. Default 20,000. */
  readonly patienceMs?: number;
  /** How long a subscription waits to be confirmed before it is opened anew. Default 5,000. */
  readonly confirmationTimeoutMs?: number;
  /** Pause before the first repetition; grows to {@link EventStoreDbOptions.longestPauseMs}. Default 25. */
  readonly firstPauseMs?: number;
  /** Default 1,000. */
  readonly longestPauseMs?: number;
}

export type Settings = Required<EventStoreDbOptions>;

/**
 * Fills in the defaults and refuses addresses that the client would accept and misread.
 * @throws TypeError that does not repeat the address: it may hold a password
 */
export function settingsFrom(options: EventStoreDbOptions): Settings {
  if (!/^esdb(\+discover)?:\/\/./.test(options.url)) {
    throw new TypeError('The address of EventStoreDB begins with esdb:// or esdb+discover://.');
  }
  if (/^esdb\+discover:\/\/[^/?]*,/.test(options.url)) {
    throw new TypeError('esdb+discover:// takes one name, and the client ignores the rest: list nodes with esdb://.');
  }
  // With false the client answers conflicts with a wrong revision instead of an error.
  if (/throwOnAppendFailure=false/i.test(options.url)) {
    throw new TypeError('throwOnAppendFailure must stay true: without it the revision of a conflict is wrong.');
  }
  const defaults = {
    callTimeoutMs: 5_000,
    patienceMs: 20_000,
    confirmationTimeoutMs: 5_000,
    firstPauseMs: 25,
    longestPauseMs: 1_000,
  };
  return { ...defaults, ...options };
}
