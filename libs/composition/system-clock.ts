import type { Clock } from '@accord/shared/kernel';

/** The machine's clock: the only place where Accord reads it for a request. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
