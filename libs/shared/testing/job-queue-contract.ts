import { setTimeout as delay } from 'node:timers/promises';
import type { DueJob, JobCatalogue, JobHandlers, JobQueue, RetryPolicy } from '@accord/shared/jobs';

/** The jobs of the contract suite. */
export type ContractJobs = {
  readonly remind: { readonly child: string };
  readonly discard: Record<string, never>;
};
export const contractJobs: JobCatalogue<ContractJobs> = { remind: 'Reminds of a review.', discard: 'Discards what is old.' };

/** Short delays, so that the suite is quick; two seconds is the lease of a worker that died. */
export const contractRetries: RetryPolicy = { attempts: 3, firstDelayMs: 50 };
export const CONTRACT_LEASE_MS = 2_000;

export interface JobQueueFixture {
  /** Another process's view of the same queue, with the contract's jobs and retries. */
  open(): Promise<JobQueue<ContractJobs>>;
  /** Everything that the queue's store holds, as text: nothing of a failure may be in it. */
  contents?(): Promise<string>;
  destroy(): Promise<void>;
}

const soon = (ms: number): string => new Date(Date.now() + ms).toISOString();

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await delay(10)) if (await what()) return;
  throw new Error('It did not happen in ten seconds.');
}

interface Run extends DueJob<unknown> {
  readonly at: number;
}

/** Handlers that write down what they were given; `act` runs within the reminder. */
function recording(act: (job: DueJob<ContractJobs['remind']>) => Promise<void> = async () => undefined) {
  const reminded: Run[] = [];
  const discarded: Run[] = [];
  const handlers: JobHandlers<ContractJobs> = {
    remind: async (job) => {
      reminded.push({ ...job, at: Date.now() });
      await act(job);
    },
    discard: async (job) => {
      discarded.push({ ...job, at: Date.now() });
    },
  };
  return { reminded, discarded, handlers };
}

/** What every {@link JobQueue} promises; run against each adapter. */
export function jobQueueContract(name: string, create: () => Promise<JobQueueFixture>): void {
  describe(name, () => {
    let fixture: JobQueueFixture;
    let opened: JobQueue<ContractJobs>[];
    const open = async (): Promise<JobQueue<ContractJobs>> => {
      const queue = await fixture.open();
      opened.push(queue);
      return queue;
    };
    const remind = (key: string, ms = 0) => ({ name: 'remind' as const, key, runAt: soon(ms), payload: { child: 'c1' } });

    beforeEach(async () => {
      fixture = await create();
      opened = [];
    });
    afterEach(async () => {
      await Promise.all(opened.map((queue) => queue.stop()));
      await fixture.destroy();
    });

    it('runs a job at its moment, not before, with its key and payload', async () => {
      const queue = await open();
      const { reminded, handlers } = recording();
      await queue.work(handlers);
      const begun = Date.now();
      await queue.schedule(remind('review-1', 400));
      await until(() => reminded.length > 0);
      expect(reminded).toMatchObject([{ key: 'review-1', payload: { child: 'c1' }, attempt: 1 }]);
      expect((reminded[0]?.at ?? 0) - begun).toBeGreaterThanOrEqual(395);
    });

    it('runs a job whose moment passed while nobody worked', async () => {
      await (await open()).schedule(remind('review-1', -60_000));
      const queue = await open();
      const { reminded, handlers } = recording();
      await queue.work(handlers);
      await until(() => reminded.length > 0);
    });

    it('takes one name and key for one job, and forgets it once done', async () => {
      const queue = await open();
      const { reminded, handlers } = recording();
      await queue.schedule(remind('review-1', 300));
      await Promise.all([queue.schedule(remind('review-1', 1)), queue.schedule(remind('review-1')), queue.schedule(remind('review-2'))]);
      await queue.work(handlers);
      await until(() => reminded.length === 2);
      await delay(150);
      expect(reminded.map(({ key }) => key)).toEqual(['review-2', 'review-1']);
      await queue.schedule(remind('review-1'));
      await until(() => reminded.length === 3);
    });

    it('shares the work among processes: each job runs once', async () => {
      const [one, other] = [await open(), await open()];
      const { reminded, handlers } = recording(() => delay(5));
      for (let each = 0; each < 40; each += 1) await one.schedule(remind(`review-${each}`));
      await Promise.all([one.work(handlers), other.work(handlers)]);
      await until(() => reminded.length >= 40);
      await delay(100);
      expect(new Set(reminded.map(({ key }) => key)).size).toBe(40);
      expect(reminded).toHaveLength(40);
    });

    it('tries a failed job again, and parks it after its last try', async () => {
      const queue = await open();
      let broken = true;
      const { reminded, handlers } = recording(async () => {
        if (broken) throw new Error('Bea Example could not be reached');
      });
      await queue.work(handlers);
      await queue.schedule(remind('review-1'));
      await until(async () => (await queue.parked()).length > 0);
      expect(reminded.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
      expect(await queue.parked()).toEqual([{ name: 'remind', key: 'review-1' }]);
      expect((await fixture.contents?.()) ?? '').not.toContain('Bea');
      await queue.schedule(remind('review-1'));
      broken = false;
      await queue.retryParked();
      await until(() => reminded.length === 4);
      await until(async () => (await queue.parked()).length === 0);
      expect(reminded[3]?.attempt).toBe(1);
    });

    it('lets other jobs run while one waits for its next try', async () => {
      const queue = await open();
      const { reminded, handlers } = recording(async ({ key }) => {
        if (key === 'broken') throw new Error('not now');
      });
      await queue.work(handlers);
      await queue.schedule(remind('broken'));
      await queue.schedule(remind('well'));
      await until(() => reminded.some(({ key }) => key === 'well'));
    });

    it('repeats a job at its rhythm, and follows a change of it', async () => {
      const queue = await open();
      const { discarded, handlers } = recording();
      await queue.every({ name: 'discard', rhythm: { everyMs: 3_600_000 }, payload: {} });
      await queue.every({ name: 'discard', rhythm: { everyMs: 200 }, payload: {} });
      await queue.work(handlers);
      const begun = Date.now();
      await until(() => discarded.length >= 4);
      expect(Date.now() - begun).toBeGreaterThan(350);
      expect(discarded[0]).toMatchObject({ key: 'repeated', payload: {} });
    });

    it('makes up for missed moments by one run', async () => {
      const away = await open();
      await away.every({ name: 'discard', rhythm: { everyMs: 500 }, payload: {} });
      await away.stop();
      await delay(1_600);
      const queue = await open();
      const { discarded, handlers } = recording();
      await queue.work(handlers);
      await until(() => discarded.length >= 1);
      await delay(150);
      expect(discarded.length).toBeLessThanOrEqual(2);
    });

    it('keeps what was scheduled from one process to the next', async () => {
      const first = await open();
      await first.schedule(remind('review-1', 100));
      await first.stop();
      const { reminded, handlers } = recording();
      await (await open()).work(handlers);
      await until(() => reminded.length > 0);
    });

    it('finishes the jobs under way before it stops, and takes no more', async () => {
      const queue = await open();
      let ended = 0;
      const { reminded, handlers } = recording(async () => {
        await delay(200);
        ended += 1;
      });
      await queue.work(handlers);
      await queue.schedule(remind('review-1'));
      await until(() => reminded.length === 1);
      await queue.stop();
      expect(ended).toBe(1);
      await (await open()).schedule(remind('review-2'));
      await delay(100);
      expect(reminded).toHaveLength(1);
    });

    it('does not begin where a job has no handler, and names it', async () => {
      const queue = await open();
      const { remind: only } = recording().handlers;
      // The cast is the mistake that the check is for: a handler missing at run time.
      await expect(queue.work({ remind: only } as unknown as JobHandlers<ContractJobs>)).rejects.toThrow('job-without-handler: discard');
    });

    it('refuses a key or a moment that cannot be meant', async () => {
      const queue = await open();
      await expect(queue.schedule(remind('two words'))).rejects.toThrow(RangeError);
      await expect(queue.schedule({ ...remind('review-1'), runAt: 'tomorrow' })).rejects.toThrow(RangeError);
    });
  });
}
