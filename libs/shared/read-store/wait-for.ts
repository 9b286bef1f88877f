import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '@accord/shared/event-store';
import { GENERATIONS } from './generation-writer';
import { prepareRegister } from './register';
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
 * @throws the engine's error where the database is still away when the time is over.
 */
export async function waitForProjections(store: ReadStore, awaited: AwaitedPosition): Promise<boolean> {
  const names = typeof awaited.projections === 'string' ? [awaited.projections] : [...new Set(awaited.projections)];
  const until = performance.now() + awaited.timeoutMs;
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 1.5, LONGEST_LOOK_MS)) {
    const left = until - performance.now();
    try {
      if (await allHold(store, names, awaited.position)) return true;
    } catch (error) {
      // A database that is away may be back before the time is over.
      if (left <= 0) throw error;
    }
    if (left <= 0) return false;
    await delay(Math.min(wait, left));
  }
}

async function allHold(store: ReadStore, names: readonly string[], position: Position): Promise<boolean> {
  if (names.length === 0) return true;
  await prepareRegister(store);
  const rows = await store.db
    .selectFrom(GENERATIONS)
    .select('projection')
    .where('role', '=', 'live')
    .where('projection', 'in', names)
    .where('position', '>=', position)
    .execute();
  return rows.length === names.length;
}

/** How far projections have come, for a process that only asks. */
export interface ProjectionWatch {
  /** Whether all of them hold everything up to the position before the time is over. */
  waitFor(projections: string | readonly string[], position: Position, timeoutMs: number): Promise<boolean>;
}

export const projectionProgress = (store: ReadStore): ProjectionWatch => ({
  waitFor: (projections, position, timeoutMs) => waitForProjections(store, { projections, position, timeoutMs }),
});
