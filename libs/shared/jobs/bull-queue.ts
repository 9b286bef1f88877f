import type { JobsOptions, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Clock } from '@accord/shared/kernel';
import type { Log } from '@accord/shared/observability';
import { loadBullLibraries } from './bull-libraries';
import type { BullLibraries } from './bull-libraries';
import { BullWorker } from './bull-worker';
import type { BullJobData } from './bull-worker';
import { JobQueueUnavailable } from './errors';
import { checkHandlers, checkRhythm, jobId, millisecondsOf, REPEATED } from './job-checks';
import { usualRetries } from './port';
import type {
  JobCatalogue, JobHandlers, JobPayloads, JobQueue, ParkedJob, RepeatedJob, RetryPolicy, Rhythm, ScheduledJob,
} from './port';
import { redisConnection } from './redis-connection';

export interface BullQueueOptions<J extends JobPayloads> {
  /** `redis://…`; the server needs `maxmemory-policy noeviction`. */
  readonly redisUrl: string;
  readonly jobs: JobCatalogue<J>;
  readonly clock: Clock;
  readonly log: Log;
  /** Queues of one Redis are told apart by it. Default `jobs`. */
  readonly queue?: string;
  readonly retries?: RetryPolicy;
  /** How long a job stays with a worker that no longer renews its lock: one that died. */
  readonly leaseMs?: number;
  readonly concurrency?: number;
}

const PREFIX = 'accord';
/** A caller waits no longer for Redis; a job that was stored after all is the same job when repeated. */
const LONGEST_WAIT_MS = 5_000;
const MOST_PARKED = 100;

/** The queue of the clustered profile: BullMQ on Redis. */
export async function openBullQueue<J extends JobPayloads>(options: BullQueueOptions<J>): Promise<JobQueue<J>> {
  return new BullQueue(options, await loadBullLibraries());
}

class BullQueue<J extends JobPayloads> implements JobQueue<J> {
  private readonly redis: Redis;
  private readonly queue: Queue<BullJobData>;
  private readonly name: string;
  private worker: BullWorker | undefined;
  private stopped = false;

  constructor(
    private readonly options: BullQueueOptions<J>,
    private readonly libraries: BullLibraries,
  ) {
    this.name = options.queue ?? 'jobs';
    this.redis = redisConnection(options.redisUrl, { ...libraries, purpose: 'asking', log: options.log });
    this.queue = new libraries.Queue<BullJobData>(this.name, { connection: this.redis, prefix: PREFIX, skipWaitingForReady: true });
    this.queue.on('error', (error) => options.log.warn('job queue', { error }));
  }

  async schedule<N extends keyof J & string>({ name, key, runAt, payload }: ScheduledJob<J, N>): Promise<void> {
    const delay = Math.max(0, millisecondsOf(runAt) - Date.parse(this.options.clock.now()));
    const options = { ...this.jobOptions(), jobId: jobId(name, key), delay, removeOnFail: false };
    await answered(() => this.queue.add(name, { key, payload }, options));
  }

  async every<N extends keyof J & string>({ name, rhythm, payload }: RepeatedJob<J, N>): Promise<void> {
    checkRhythm(rhythm);
    const opts = { ...this.jobOptions(), removeOnFail: true };
    await answered(() => this.queue.upsertJobScheduler(name, repeatOf(rhythm), { name, data: { key: REPEATED, payload }, opts }));
  }

  async work(handlers: JobHandlers<J>): Promise<void> {
    const names = Object.keys(this.options.jobs);
    checkHandlers(names, handlers);
    if (this.worker !== undefined || this.stopped) throw new Error('A queue works once.');
    const { redisUrl, log, leaseMs = 30_000, concurrency = 4 } = this.options;
    this.worker = new BullWorker({
      queue: this.name,
      prefix: PREFIX,
      libraries: this.libraries,
      redisUrl,
      log,
      leaseMs,
      concurrency,
      handlers: new Map(Object.entries(handlers)),
    });
    await answered(() => this.forgetRhythmsBut(names));
    this.worker.start();
  }

  parked(): Promise<readonly ParkedJob[]> {
    return answered(async () => {
      const failed = await this.queue.getFailed(0, MOST_PARKED - 1);
      return failed.map(({ name, data }) => ({ name, key: data.key })).reverse();
    });
  }

  async retryParked(): Promise<void> {
    await answered(async () => {
      const failed = await this.queue.getFailed(0, -1);
      await Promise.all(failed.map((job) => job.retry('failed', { resetAttemptsMade: true })));
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.worker?.stop();
    await this.queue.close();
    this.redis.disconnect();
  }

  /** A rhythm of an older build would bring jobs that nobody handles. */
  private async forgetRhythmsBut(names: readonly string[]): Promise<void> {
    const kept = await this.queue.getJobSchedulers(0, -1);
    for (const { key } of kept) if (!names.includes(key)) await this.queue.removeJobScheduler(key);
  }

  private jobOptions(): JobsOptions {
    const { attempts, firstDelayMs } = this.options.retries ?? usualRetries;
    return { attempts, backoff: { type: 'exponential', delay: firstDelayMs }, removeOnComplete: true, stackTraceLimit: 0 };
  }
}

function repeatOf(rhythm: Rhythm): { every: number } | { pattern: string; tz: string } {
  if ('everyMs' in rhythm) return { every: rhythm.everyMs };
  const [hour, minute] = rhythm.dailyAt.split(':').map(Number);
  return { pattern: `${minute ?? 0} ${hour ?? 0} * * *`, tz: 'Europe/London' };
}

/** @throws JobQueueUnavailable where Redis does not answer in time */
async function answered<T>(ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), LONGEST_WAIT_MS);
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (cause) {
    throw new JobQueueUnavailable('The job queue cannot be reached.', { cause });
  } finally {
    clearTimeout(timer);
  }
}
