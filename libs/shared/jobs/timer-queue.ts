import { randomUUID } from 'node:crypto';
import type { Clock } from '@accord/shared/kernel';
import type { Log } from '@accord/shared/observability';
import { migrate } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { checkHandlers, checkRhythm, jobId, millisecondsOf } from './job-checks';
import { usualRetries } from './port';
import type { JobCatalogue, JobHandlers, JobPayloads, JobQueue, RepeatedJob, RetryPolicy, ScheduledJob } from './port';
import { TimerRows } from './timer-rows';
import { timerMigrations } from './timer-tables';
import { TimerWorker } from './timer-worker';

export interface TimerQueueOptions<J extends JobPayloads> {
  /** Opened with `synchronous: 'FULL'`, so that what was scheduled survives a power cut. The queue does not close it. */
  readonly store: ReadStore;
  readonly jobs: JobCatalogue<J>;
  readonly clock: Clock;
  readonly log: Log;
  readonly retries?: RetryPolicy;
  /** How long a job stays with a worker that no longer renews its lease: one that died. */
  readonly leaseMs?: number;
  /** Jobs run at once in this process. */
  readonly concurrency?: number;
  /** How often other processes' jobs are looked for; this process's own wake it at once. */
  readonly lookMs?: number;
}

/** Durable timers in the read store's database: the queue of the embedded profile. */
export async function openTimerQueue<J extends JobPayloads>(options: TimerQueueOptions<J>): Promise<JobQueue<J>> {
  await migrate(options.store, timerMigrations);
  return new TimerQueue(options);
}

class TimerQueue<J extends JobPayloads> implements JobQueue<J> {
  private readonly rows: TimerRows;
  private worker: TimerWorker | undefined;
  private stopped = false;

  constructor(private readonly options: TimerQueueOptions<J>) {
    this.rows = new TimerRows(options.store);
  }

  async schedule<N extends keyof J & string>({ name, key, runAt, payload }: ScheduledJob<J, N>): Promise<void> {
    jobId(name, key);
    await this.rows.add({ name, key, run_at: millisecondsOf(runAt), payload: JSON.stringify(payload) });
    this.worker?.wake();
  }

  async every<N extends keyof J & string>({ name, rhythm, payload }: RepeatedJob<J, N>): Promise<void> {
    checkRhythm(rhythm);
    await this.rows.setRhythm(name, { rhythm, payload: JSON.stringify(payload), now: this.now() });
    this.worker?.wake();
  }

  async work(handlers: JobHandlers<J>): Promise<void> {
    const names = Object.keys(this.options.jobs);
    checkHandlers(names, handlers);
    if (this.worker !== undefined || this.stopped) throw new Error('A queue works once.');
    const { log, leaseMs = 30_000, concurrency = 4, lookMs = 1_000, retries = usualRetries } = this.options;
    this.worker = new TimerWorker({
      rows: this.rows,
      handlers: new Map(Object.entries(handlers)),
      lease: randomUUID(),
      now: () => this.now(),
      log,
      leaseMs,
      concurrency,
      lookMs,
      retries,
    });
    await this.rows.forgetRhythmsBut(names);
    this.worker.start();
  }

  parked() {
    return this.rows.parked(100);
  }

  async retryParked(): Promise<void> {
    await this.rows.unpark(this.now());
    this.worker?.wake();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.worker?.stop();
  }

  private now(): number {
    return Date.parse(this.options.clock.now());
  }
}
