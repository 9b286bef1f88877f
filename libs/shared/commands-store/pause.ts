import { setTimeout as delay } from 'node:timers/promises';
import type { Pause } from '@accord/shared/commands';

const FIRST_MS = 2;
const LONGEST_MS = 250;

/**
 * Waits a random time, of which the most doubles with each attempt from 4 ms to 250 ms: racers from
 * several processes part, and a store that is electing a leader is not pressed.
 */
export const pauseWithJitter: Pause = async (attempt) => {
  await delay(Math.random() * Math.min(FIRST_MS * 2 ** (attempt - 1), LONGEST_MS));
};
