import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Clock } from '@accord/shared/kernel';
import { noLog } from '@accord/shared/observability';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { CONTRACT_LEASE_MS, contractJobs, contractRetries, findRedis, jobQueueContract, startRedis, withoutRedis } from '@accord/shared/testing';
import type { RedisServer } from '@accord/shared/testing';
import { JobQueueUnavailable, openBullQueue, openTimerQueue } from './index';
import { TimerRows } from './timer-rows';

const clock: Clock = { now: () => new Date().toISOString() };
const settings = { jobs: contractJobs, clock, log: noLog, retries: contractRetries, leaseMs: CONTRACT_LEASE_MS };

/** A database of a test's own, and as many connections to it as are asked for. */
function timerFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'accord-jobs-'));
  const stores: ReadStore[] = [];
  return {
    async open(): Promise<ReadStore> {
      const store = await openReadStore({ engine: 'sqlite', file: join(folder, 'jobs.db'), synchronous: 'FULL' });
      stores.push(store);
      return store;
    },
    async destroy(): Promise<void> {
      await Promise.all(stores.map((store) => store.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

jobQueueContract('Durable timers in SQLite', async () => {
  const folder = timerFolder();
  return {
    open: async () => openTimerQueue({ ...settings, store: await folder.open(), lookMs: 50 }),
    contents: async () => JSON.stringify(await (await folder.open()).db.selectFrom('accord_jobs').selectAll().execute()),
    destroy: () => folder.destroy(),
  };
});

describe('A durable timer whose worker died', () => {
  it('goes to another worker when the lease ends, and the dead one can no longer end it', async () => {
    const folder = timerFolder();
    const store = await folder.open();
    await (await openTimerQueue({ ...settings, store })).stop();
    const rows = new TimerRows(store);
    await rows.add({ name: 'remind', key: 'review-1', run_at: 1_000, payload: '{}' });
    const [first] = await rows.take(4, { now: 1_000, lease: 'dead', leaseMs: 500 });
    expect(await rows.take(4, { now: 1_499, lease: 'alive', leaseMs: 500 })).toEqual([]);
    const [second] = await rows.take(4, { now: 1_500, lease: 'alive', leaseMs: 500 });
    expect([first?.attempt, second?.attempt]).toEqual([1, 2]);
    if (first === undefined || second === undefined) throw new Error('taken by nobody');
    await rows.done(first);
    await rows.renew('alive', 9_000);
    expect(await rows.take(4, { now: 8_999, lease: 'third', leaseMs: 500 })).toEqual([]);
    await rows.done(second);
    expect(await rows.nextMoment()).toBeUndefined();
    await folder.destroy();
  });
});

if (findRedis() === undefined) {
  describe.skip(withoutRedis('The job queue on Redis'), () => {
    it('keeps the same promises as durable timers', () => undefined);
  });
} else {
  let server: RedisServer | undefined;
  beforeAll(async () => {
    server = await startRedis();
  });
  afterAll(() => server?.stop());
  const url = (): string => server?.url ?? '';
  let queues = 0;

  jobQueueContract('BullMQ on Redis', async () => {
    const queue = `contract-${(queues += 1)}`;
    return {
      open: async () => openBullQueue({ ...settings, redisUrl: url(), queue }),
      contents: () => everything(url()),
      destroy: async () => undefined,
    };
  });

  describe('The job queue on Redis', () => {
    it('keeps what was scheduled when Redis dies, says so while it is away, and goes on by itself', async () => {
      const queue = await openBullQueue({ ...settings, redisUrl: url(), queue: 'outage' });
      const seen: string[] = [];
      await queue.work({ remind: async ({ key }) => void seen.push(key), discard: async () => undefined });
      const remind = (key: string, ms: number) =>
        queue.schedule({ name: 'remind', key, runAt: new Date(Date.now() + ms).toISOString(), payload: { child: 'c1' } });
      await remind('before', 1_000);
      await server?.kill();
      await expect(remind('during', 0)).rejects.toThrow(JobQueueUnavailable);
      await server?.restart();
      for (let tries = 0; tries < 1_000 && seen.length === 0; tries += 1) await delay(10);
      expect(seen).toContain('before');
      await queue.stop();
    }, 30_000);
  });
}

/** Every key and value in Redis, as text. */
async function everything(url: string): Promise<string> {
  const redis = new Redis(url);
  const found: unknown[] = [];
  for (const key of await redis.keys('*')) {
    const type = await redis.type(key);
    found.push(key, type === 'hash' ? await redis.hgetall(key) : type === 'stream' ? await redis.xrange(key, '-', '+') : type);
  }
  redis.disconnect();
  return JSON.stringify(found);
}
