import { EventStoreDBClient } from '@eventstore/db-client';
import { NeverSent } from './errors';
import { leavesClientWhole } from './failure';
import { closeChannel, disposeOf } from './client-disposal';
import type { Settings } from './settings';
import { Tally } from './tally';
import { within } from './time-limit';

/**
 * The one client through which this process appends, and nothing else.
 *
 * Why one: the client library keeps its pending appends in a table that all clients of the process
 * share. When one client's append stream fails, the pending appends of all others are rejected though
 * they may be stored, and a late answer then throws where nobody can catch it: the process ends. For
 * the same reason no read goes through this client (a failed read makes it open a second stream beside
 * the first), and a broken one is replaced only after it has let go of everything.
 *
 * Why a first one alone: of several appends that a fresh connection is given at once, the library sends
 * the first one last. So after each (re)connect one goes ahead and the others follow its answer; while
 * the server is away that one is also the only probe.
 */
export class AppendLine {
  private client: EventStoreDBClient;
  private lead: Promise<unknown> | undefined;
  private renewal: Promise<void> | undefined;
  private readonly underWay = new Tally();
  private answered = false;
  private closed = false;

  constructor(private readonly settings: Settings) {
    this.client = EventStoreDBClient.connectionString(settings.url);
  }

  /**
   * Runs one append under our own time limit.
   * @throws NeverSent when its turn did not come; NoAnswer; whatever the client throws
   */
  async run<T>(append: (client: EventStoreDBClient) => Promise<T>): Promise<T> {
    if (this.lead || this.renewal || this.closed) await this.turn();
    const client = this.client;
    const call = within(this.settings.callTimeoutMs, 'Append', append(client));
    this.underWay.enter();
    if (this.isCold()) this.goAhead(call);
    try {
      const answer = await call;
      this.answered = true;
      return answer;
    } catch (error) {
      if (!leavesClientWhole(error)) this.renew(client);
      throw error;
    } finally {
      this.underWay.leave();
    }
  }

  /** Waits for appends under way, then frees the client. */
  async close(): Promise<void> {
    this.closed = true;
    await this.underWay.idle();
    await this.renewal;
    await disposeOf(this.client);
    if (this.answered) await closeChannel(this.client);
  }

  /** No append stream is open, so the next append opens one: asked of the client, which alone knows. */
  private isCold(): boolean {
    const streams: unknown = Reflect.get(this.client, 'disposableStreams');
    return !(streams instanceof Set) || streams.size === 0;
  }

  private goAhead(call: Promise<unknown>): void {
    const lead = call.catch(() => undefined).then(() => {
      if (this.lead === lead) this.lead = undefined;
    });
    this.lead = lead;
  }

  /** Until nobody goes ahead and the client is whole; the wait counts against the caller's limit. */
  private async turn(): Promise<void> {
    const until = Date.now() + this.settings.callTimeoutMs;
    for (let waiting = this.lead ?? this.renewal; waiting; waiting = this.lead ?? this.renewal) {
      const left = until - Date.now();
      if (left <= 0) throw new NeverSent('The append did not get its turn: the store is away.');
      await within(left, 'Turn', waiting).catch(() => undefined);
    }
    if (this.closed) throw new NeverSent('The store was closed.');
  }

  private renew(broken: EventStoreDBClient): void {
    if (this.client !== broken || this.renewal || this.closed) return;
    this.renewal = disposeOf(broken)
      .then(() => this.underWay.idle())
      .then(() => {
        this.client = EventStoreDBClient.connectionString(this.settings.url);
        this.answered = false;
        this.renewal = undefined;
      });
  }
}
