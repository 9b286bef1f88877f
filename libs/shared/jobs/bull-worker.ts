import type { Job, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { JsonObject } from '@accord/shared/event-store';
import type { Log } from '@accord/shared/observability';
import type { BullLibraries } from './bull-libraries';
import type { DueJob } from './port';
import { redisConnection } from './redis-connection';

/** What Redis holds of a job. */
export interface BullJobData {
  readonly key: string;
  readonly payload: JsonObject;
}

export interface BullWorkerParts {
  readonly queue: string;
  readonly prefix: string;
  readonly libraries: BullLibraries;
  readonly redisUrl: string;
  readonly log: Log;
  readonly leaseMs: number;
  readonly concurrency: number;
  readonly handlers: ReadonlyMap<string, (job: DueJob<never>) => Promise<void>>;
}

/** A worker that died this often with the same job is the job's fault. */
const MOST_DEATHS = 10;
/** How long a stop waits for jobs where Redis is away; their locks then end by themselves. */
const LONGEST_STOP_MS = 20_000;

/** Runs the jobs of a BullMQ queue in this process. */
export class BullWorker {
  private readonly redis: Redis;
  private readonly worker: Worker<BullJobData>;

  constructor(private readonly parts: BullWorkerParts) {
    const { log, leaseMs } = parts;
    this.redis = redisConnection(parts.redisUrl, { ...parts.libraries, purpose: 'waiting', log });
    this.worker = new parts.libraries.Worker<BullJobData>(parts.queue, (job) => this.run(job), {
      connection: this.redis,
      prefix: parts.prefix,
      autorun: false,
      concurrency: parts.concurrency,
      lockDuration: leaseMs,
      stalledInterval: leaseMs,
      maxStalledCount: MOST_DEATHS,
    });
    this.worker.on('error', (error) => log.warn('job worker', { error }));
  }

  start(): void {
    this.worker.run().catch((error: unknown) => this.parts.log.error('job worker ended', { error }));
  }

  async stop(): Promise<void> {
    const timer = setTimeout(() => {
      this.worker.close(true).catch((error: unknown) => this.parts.log.warn('job worker not closed', { error }));
    }, LONGEST_STOP_MS);
    await this.worker.close();
    clearTimeout(timer);
    this.redis.disconnect();
  }

  private async run(job: Job<BullJobData>): Promise<void> {
    const { key, payload } = job.data;
    const attempt = job.attemptsMade + 1;
    try {
      const handler = this.parts.handlers.get(job.name);
      if (handler === undefined) throw new Error('This build has no such job.');
      // The payload was written by `schedule` under the name of this handler.
      await handler({ key, attempt, payload: payload as never });
    } catch (error) {
      this.parts.log.warn('job failed', { job: job.name, key, attempt, error });
      // BullMQ keeps the reason in Redis: a handler's own message could hold what must not be there.
      throw new Error('The job failed; its reason is in the log.');
    }
  }
}
