import type { Redis } from 'ioredis';
import type { Log } from '@accord/shared/observability';
import type { BullLibraries } from './bull-libraries';

/** `asking` gives up soon, so that a caller is told; `waiting` blocks for jobs and never gives up. */
export type RedisPurpose = 'asking' | 'waiting';

const LONGEST_PAUSE_MS = 5_000;

interface RedisConnectionParts extends Pick<BullLibraries, 'Redis'> {
  readonly purpose: RedisPurpose;
  readonly log: Log;
}

/** The one place where a connection to Redis is made. It reconnects by itself for as long as it is open. */
export function redisConnection(url: string, { Redis: Connection, purpose, log }: RedisConnectionParts): Redis {
  const redis = new Connection(url, {
    lazyConnect: false,
    // BullMQ demands null of a connection on which it blocks.
    maxRetriesPerRequest: purpose === 'waiting' ? null : 2,
    connectTimeout: 3_000,
    retryStrategy: (times) => Math.min(100 * times, LONGEST_PAUSE_MS),
  });
  redis.on('error', (error: unknown) => log.warn('redis connection', { component: purpose, error }));
  return redis;
}
