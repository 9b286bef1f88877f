import { AppendLine } from './append-line';
import { Reading } from './reading';
import { ReadingLine } from './reading-line';
import type { Settings } from './settings';

/** What all stores of this process on one server share. */
export interface Connection {
  readonly appends: AppendLine;
  readonly reads: ReadingLine;
  readonly reading: Reading;
  /** Gives up one share; the last one closes the clients. */
  release(): Promise<void>;
}

interface Shared {
  readonly url: string;
  readonly appends: AppendLine;
  readonly reads: ReadingLine;
  shares: number;
}

let shared: Shared | undefined;
let closing: Promise<void> = Promise.resolve();

/**
 * The connection of this process, counted. There is one, because the client library lets append
 * clients break each other (see {@link AppendLine}); a second server at the same time is refused.
 * The times of the first caller hold for the clients.
 * @throws TypeError when another server is connected
 */
export async function connect(settings: Settings): Promise<Connection> {
  // A client that is being disposed of still rejects what is pending: let it end first.
  await closing;
  if (shared && shared.url !== settings.url) {
    throw new TypeError('This process is connected to another EventStoreDB: close that store first.');
  }
  shared ??= { url: settings.url, appends: new AppendLine(settings), reads: new ReadingLine(settings), shares: 0 };
  const mine = shared;
  mine.shares++;
  let released: Promise<void> | undefined;
  return {
    appends: mine.appends,
    reads: mine.reads,
    reading: new Reading(mine.reads),
    release: () => (released ??= giveUp(mine)),
  };
}

async function giveUp(mine: Shared): Promise<void> {
  if (--mine.shares > 0) return;
  shared = undefined;
  closing = Promise.all([mine.appends.close(), mine.reads.close()]).then(() => undefined);
  await closing;
}
