import type { EventStore, Position } from '@accord/shared/event-store';
import type { Folding } from './folding';
import type { Follower } from './follower';
import { GENERATIONS, PARKED } from './generation-writer';
import type { ReadStore } from './read-store';
import type { ProjectionHealth, ProjectionsHealth } from './runner-types';

export interface WatchedProjection {
  readonly folding: Folding;
  readonly follower: Follower;
}

interface Standing {
  readonly position: Position;
  readonly parked: number;
}

/** How every projection stands. Never throws: what cannot be reached is part of the answer. */
export async function healthOf(
  { store, events }: { readonly store: ReadStore; readonly events: EventStore },
  watched: readonly WatchedProjection[],
): Promise<ProjectionsHealth> {
  const head = await events.head().catch(() => undefined);
  const standings = await standingsIn(store).catch(() => undefined);
  const projections: ProjectionHealth[] = [];
  for (const { folding, follower } of watched) {
    const { name, version } = folding.projection;
    const standing = standings?.get(name) ?? { position: -1, parked: 0 };
    const since = await oldestAfter(events, folding, standing.position).catch(() => undefined);
    projections.push({
      projection: name,
      version,
      state: follower.state,
      checkpoint: standing.position,
      secondsBehind: since === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(since)) / 1000),
      parked: standing.parked,
      ...(follower.progress ? { progress: follower.progress } : {}),
      ...(follower.problem ? { problem: follower.problem } : {}),
    });
  }
  const fine = projections.every(({ parked, state }) => parked === 0 && state !== 'waiting');
  return { healthy: fine && head !== undefined && standings !== undefined, head, projections };
}

async function oldestAfter(events: EventStore, { filter }: Folding, after: Position): Promise<string | undefined> {
  const page = await events.readAll({ after, limit: 1, ...(filter ? { filter } : {}) });
  return page.events[0]?.recordedAt;
}

/** The live generation of each projection, with the number of its parked events. */
async function standingsIn(store: ReadStore): Promise<ReadonlyMap<string, Standing>> {
  const db = store.withTables<{
    accord_generations: { projection: string; generation: number; role: string; position: number };
    accord_parked: { projection: string; generation: number; position: number };
  }>();
  const live = await db.selectFrom(GENERATIONS).select(['projection', 'generation', 'position'])
    .where('role', '=', 'live').execute();
  const parked = await db.selectFrom(PARKED).select((of) => ['projection', 'generation', of.fn.countAll().as('events')])
    .groupBy(['projection', 'generation']).execute();
  return new Map(
    live.map(({ projection, generation, position }) => {
      const found = parked.find((row) => row.projection === projection && row.generation === generation);
      return [projection, { position, parked: Number(found?.events ?? 0) }];
    }),
  );
}
