import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '@accord/shared/observability';
import type { DueJob, RetryPolicy } from './port';
import type { TimerRows } from './timer-rows';
import type { JobRow } from './timer-tables';

export interface TimerWorkerParts {
  readonly rows: TimerRows;
  /** A payload was written by `schedule` under the name of its handler, so its shape is that handler's. */
  readonly handlers: ReadonlyMap<string, (job: DueJob<never>) => Promise<void>>;
  readonly lease: string;
  now(): number;
  readonly log: Log;
  readonly leaseMs: number;
  readonly concurrency: number;
  readonly lookMs: number;
  readonly retries: RetryPolicy;
}

/** After a failure to reach the database. */
const PAUSE_MS = 1_000;

/** Looks for due jobs, runs them, sleeps until the next falls due. */
export class TimerWorker {
  private readonly running = new Set<Promise<void>>();
  private sleeping = new AbortController();
  private looping: Promise<void> = Promise.resolve();
  private renewing: NodeJS.Timeout | undefined;
  private stopping = false;
  private woken = false;

  constructor(private readonly parts: TimerWorkerParts) {}

  start(): void {
    const { rows, lease, leaseMs, log } = this.parts;
    this.renewing = setInterval(() => {
      if (this.running.size === 0) return;
      rows.renew(lease, this.parts.now() + leaseMs).catch((error: unknown) => log.warn('job leases not renewed', { error }));
    }, leaseMs / 3).unref();
    this.looping = this.loop();
  }

  /** Something may be due sooner than was thought. */
  wake(): void {
    this.woken = true;
    this.sleeping.abort();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.looping;
    await Promise.all(this.running);
    clearInterval(this.renewing);
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      this.woken = false;
      const wait = await this.runDue().catch((error: unknown) => {
        this.parts.log.error('jobs cannot be read', { error });
        return PAUSE_MS;
      });
      if (wait > 0) await this.sleep(wait);
    }
  }

  /** Takes what is due and gives how long to sleep. */
  private async runDue(): Promise<number> {
    const { rows, lease, leaseMs, concurrency, lookMs } = this.parts;
    const now = this.parts.now();
    await rows.fallDue(now);
    const free = concurrency - this.running.size;
    if (free <= 0) return lookMs;
    const taken = await rows.take(free, { now, lease, leaseMs });
    for (const job of taken) this.begin(job);
    if (taken.length > 0) return taken.length === free ? lookMs : 0;
    const next = await rows.nextMoment();
    return next === undefined ? lookMs : Math.min(Math.max(next - this.parts.now(), 1), lookMs);
  }

  private begin(job: JobRow): void {
    const run = this.run(job).finally(() => {
      this.running.delete(run);
      this.wake();
    });
    this.running.add(run);
  }

  private async run(job: JobRow): Promise<void> {
    const { rows, log, handlers, retries } = this.parts;
    const { name, key, attempt } = job;
    try {
      const handler = handlers.get(name);
      if (handler === undefined) throw new Error('This build has no such job.');
      // See `handlers`: the payload has the shape of its handler's.
      await handler({ key, attempt, payload: JSON.parse(job.payload) as never });
      await rows.done(job);
    } catch (error) {
      log.warn('job failed', { job: name, key, attempt, error });
      // Where not even this can be stored the lease ends by itself, and the job is tried again.
      await rows.failed(job, { now: this.parts.now(), retries }).catch((cause: unknown) => {
        log.error('job failure not stored', { job: name, key, error: cause });
      });
    }
  }

  private async sleep(ms: number): Promise<void> {
    if (this.woken) return;
    this.sleeping = new AbortController();
    await delay(ms, undefined, { signal: this.sleeping.signal }).catch(() => undefined);
  }
}
