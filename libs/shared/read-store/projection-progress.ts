import { setTimeout as delay } from 'node:timers/promises';
import type { Position } from '@accord/shared/event-store';
import { GENERATIONS, PARKED } from './generation-writer';
import type { ReadStore } from './read-store';

interface ProgressTables {
  [GENERATIONS]: { projection: string; role: string; position: number };
  [PARKED]: { projection: string };
}

/** How far a projection's serving tables have come, and how many events could not be applied. */
export interface ProjectionPosition {
  readonly projection: string;
  readonly position: Position;
  readonly parked: number;
}

/** How far projections have come, seen from any process that reads them. */
export interface ProjectionProgressReader {
  /** Of each projection that serves; empty before a projector has made the tables. */
  positions(): Promise<readonly ProjectionPosition[]>;
  /** Whether all of them hold everything up to the position before the time is over. */
  waitFor(projections: readonly string[], position: Position, timeoutMs: number): Promise<boolean>;
}

const FIRST_PAUSE_MS = 1;
const LONGEST_PAUSE_MS = 20;

export function projectionProgress(store: ReadStore): ProjectionProgressReader {
  const tables = store.withTables<ProgressTables>();
  const reached = async (projections: readonly string[], position: Position): Promise<boolean> => {
    const rows = await tables
      .selectFrom(GENERATIONS)
      .select('projection')
      .where('role', '=', 'live')
      .where('projection', 'in', projections)
      .where('position', '>=', position)
      .execute();
    return rows.length === projections.length;
  };
  return {
    async positions() {
      const [live, parked] = await Promise.all([
        tables.selectFrom(GENERATIONS).select(['projection', 'position']).where('role', '=', 'live').execute(),
        tables.selectFrom(PARKED).select('projection').execute(),
      ]);
      return live.map(({ projection, position }) => ({
        projection,
        position: Number(position),
        parked: parked.filter((row) => row.projection === projection).length,
      }));
    },
    async waitFor(projections, position, timeoutMs) {
      const until = performance.now() + timeoutMs;
      for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
        if (await reached(projections, position)) return true;
        if (performance.now() + pause > until) return false;
        await delay(pause);
      }
    },
  };
}
