import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '@accord/shared/event-store';
import { GENERATIONS } from './generation-writer';
import type { ReadStore } from './read-store';

const FIRST_LOOK_MS = 2;
const LONGEST_LOOK_MS = 20;

export interface AwaitedPosition {
  readonly projections: string | readonly string[];
  /** What a write answered. */
  readonly position: Position;
  readonly timeoutMs: number;
}

/**
 * Whether the tables that serve hold everything up to the position before the time is over: a reader
 * that asks `after=<position>` then sees its own write. Works in any process that can reach the store.
 */
export async function waitForProjections(store: ReadStore, awaited: AwaitedPosition): Promise<boolean> {
  const names = typeof awaited.projections === 'string' ? [awaited.projections] : [...new Set(awaited.projections)];
  const until = performance.now() + awaited.timeoutMs;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.5, LONGEST_LOOK_MS)) {
    if (await allHold(store, names, awaited.position)) return true;
    const left = until - performance.now();
    if (left <= 0) return false;
    await delay(Math.min(wait, left));
  }
}

async function allHold(store: ReadStore, names: readonly string[], position: Position): Promise<boolean> {
  if (names.length === 0) return true;
  const rows = await store.db
    .selectFrom(GENERATIONS)
    .select('projection')
    .where('role', '=', 'live')
    .where('projection', 'in', names)
    .where('position', '>=', position)
    .execute();
  return rows.length === names.length;
}
