import { EventStoreDBClient, type StreamingRead } from '@eventstore/db-client';
import { closeChannel, disposeOf } from './client-disposal';
import { NoAnswer } from './errors';
import { leavesClientWhole } from './failure';
import type { Settings } from './settings';

interface Tenancy {
  readonly client: EventStoreDBClient;
  users: number;
  replaced: boolean;
  answered: boolean;
}

/**
 * The client for reads and subscriptions, apart from that for appends. A broken one is replaced for
 * those who come; it is disposed of when the last of those who still use it has left.
 */
export class ReadingLine {
  private tenancy: Tenancy;

  constructor(readonly settings: Settings) {
    this.tenancy = this.fresh();
  }

  /** Lends the client for as long as `use` takes; a failure that breaks clients replaces it. */
  async lend<T>(use: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    const tenancy = this.tenancy;
    tenancy.users++;
    try {
      const answer = await use(tenancy.client);
      tenancy.answered = true;
      return answer;
    } catch (error) {
      if (!leavesClientWhole(error)) this.replace(tenancy);
      throw error;
    } finally {
      tenancy.users--;
      if (tenancy.replaced && tenancy.users === 0) void end(tenancy);
    }
  }

  async close(): Promise<void> {
    await end(this.tenancy);
  }

  private replace(broken: Tenancy): void {
    broken.replaced = true;
    if (this.tenancy === broken) this.tenancy = this.fresh();
  }

  private fresh(): Tenancy {
    return { client: EventStoreDBClient.connectionString(this.settings.url), users: 0, replaced: false, answered: false };
  }
}

async function end({ client, answered }: Tenancy): Promise<void> {
  await disposeOf(client);
  if (answered) await closeChannel(client);
}

/**
 * Hands over the events of one read until it ends or `take` says that it has enough. A read that is
 * left early is cancelled, or its stream would stay open on both sides; one that falls silent for
 * longer than the limit fails. No error can escape: the listener stays for good.
 * @returns whether the read came to its own end
 */
export function readThrough<E>(read: StreamingRead<E>, silenceMs: number, take: (event: E) => boolean): Promise<boolean> {
  return new Promise<boolean>((resolve, reject) => {
    const leave = (): void => {
      clearTimeout(silence);
      read.removeListener('data', onEvent);
      read.pause();
      read.cancel().catch(() => undefined);
    };
    const fail = (error: unknown): void => {
      leave();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const silence = setTimeout(() => fail(new NoAnswer(`Read: silence for ${silenceMs} ms.`)), silenceMs);
    const onEvent = (event: E): void => {
      silence.refresh();
      try {
        if (take(event)) return;
        leave();
        resolve(false);
      } catch (error) {
        fail(error);
      }
    };
    read.on('error', fail);
    read.on('end', () => {
      clearTimeout(silence);
      resolve(true);
    });
    read.on('data', onEvent);
  });
}
