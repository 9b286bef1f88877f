import { START } from '@accord/shared/event-store';
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

/** Where each serving projection stands, seen from a process that feeds none. */
export async function projectionPositions(store: ReadStore): Promise<readonly ProjectionPosition[]> {
  const tables = store.withTables<ProgressTables>();
  const [live, parked] = await Promise.all([
    tables.selectFrom(GENERATIONS).select(['projection', 'position']).where('role', '=', 'live').execute(),
    tables.selectFrom(PARKED).select('projection').execute(),
  ]);
  return live.map(({ projection, position }) => ({
    projection,
    position: Number(position),
    parked: parked.filter((row) => row.projection === projection).length,
  }));
}

/** How far the serving tables of one projection have come: the start of the record while nothing has built it. */
export async function projectionPosition(store: ReadStore, projection: string): Promise<Position> {
  return (await projectionPositions(store)).find((each) => each.projection === projection)?.position ?? START;
}
