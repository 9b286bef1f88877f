import type { EventStore, Position } from '@accord/shared/event-store';
import type { RowChange } from '@accord/shared/projections';
import { build } from './build';
import { ProjectionNotLive } from './errors';
import type { FoldedEvent, Folding } from './folding';
import { followerWriter } from './follower-writer';
import type { Generation, Generations } from './generations';
import { readAhead } from './read-ahead';
import type { ReadStore } from './read-store';
import type { ParkedEvent, ParkedReason, ProjectionsOptions, RetryReport } from './runner-types';
import { layoutsOf, type TableLayout } from './table-layout';

/** The events that the serving tables lack, in the order of the record. */
export async function parkedEvents(store: ReadStore, projection?: string): Promise<readonly ParkedEvent[]> {
  const db = store.withTables<{
    accord_generations: { projection: string; generation: number; role: string };
    accord_parked: {
      projection: string;
      generation: number;
      position: number;
      event_id: string;
      stream: string;
      revision: number;
      type: string;
      schema_version: number;
      reason: ParkedReason;
      parked_at: string;
    };
  }>();
  const query = db
    .selectFrom('accord_parked as parked')
    .innerJoin('accord_generations as live', (on) =>
      on.onRef('live.projection', '=', 'parked.projection').onRef('live.generation', '=', 'parked.generation'),
    )
    .where('live.role', '=', 'live')
    .selectAll('parked')
    .orderBy('parked.position');
  const rows = await (projection ? query.where('parked.projection', '=', projection) : query).execute();
  return rows.map((row) => ({
    projection: row.projection,
    position: row.position,
    eventId: row.event_id,
    stream: row.stream,
    revision: row.revision,
    type: row.type,
    schemaVersion: row.schema_version,
    reason: row.reason,
    parkedAt: row.parked_at,
  }));
}

export interface RetryOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly generations: Generations;
  readonly folding: Folding;
  readonly log?: ProjectionsOptions['log'];
}

/**
 * Projects parked events again. They come late: where an event recorded after one of them touched the
 * same rows, writing it now would put the past over the present, so the projection is rebuilt instead.
 * Either way the tables end up as if nothing had ever been parked.
 * @throws ProjectionNotLive where another version serves.
 */
export async function retryParked(options: RetryOptions): Promise<RetryReport> {
  const { store, events, generations, folding } = options;
  const { name, version } = folding.projection;
  const live = await generations.live(name);
  if (live?.version !== version) throw new ProjectionNotLive(`Version ${version} of ${name} does not serve.`);
  const before = await parkedEvents(store, name);
  const mended = await foldAgain(events, folding, before);
  if (mended.length === 0) return { projected: 0, stillParked: before.length, rebuilt: false };
  const written = await writeLate(options, live, mended);
  if (!written) await build({ ...options, resume: false });
  const stillParked = (await parkedEvents(store, name)).length;
  return { projected: before.length - stillParked, stillParked, rebuilt: !written };
}

async function foldAgain(
  events: EventStore,
  folding: Folding,
  parked: readonly ParkedEvent[],
): Promise<readonly FoldedEvent[]> {
  const mended: FoldedEvent[] = [];
  for (const { stream, revision } of parked) {
    const [event] = (await events.readStream(stream, { from: revision, limit: 1 })) ?? [];
    const folded = event ? folding.foldOne(event) : undefined;
    if (folded && !folded.reason) mended.push(folded);
  }
  return mended;
}

/** Writes them in one transaction at the checkpoint up to which nothing later was found to touch their rows. */
async function writeLate(options: RetryOptions, live: Generation, mended: readonly FoldedEvent[]): Promise<boolean> {
  const rows = new TouchedRows(layoutsOf(options.folding.projection));
  for (const { event, changes } of mended) for (const change of changes) rows.touch(change, event.position);
  const positions = new Set(mended.map(({ event }) => event.position));
  const writer = followerWriter(options.store, options.folding.projection, live);
  try {
    for (let seen = Math.min(...positions); ; ) {
      const now = await options.generations.find(live);
      if (now?.role !== 'live') return false;
      for await (const { events } of readAhead(options.events, options.folding, { after: seen, to: now.position })) {
        const later = options.folding.fold(events.filter(({ position }) => !positions.has(position)));
        if (later.some(({ event, changes }) => changes.some((change) => rows.touchedBefore(change, event.position)))) {
          return false;
        }
      }
      seen = Math.max(seen, now.position);
      const changes = mended.map((folded) => folded.changes);
      const batch = { from: now.position, to: now.position, events: 0, changes, parked: [], unparked: [...positions] };
      const outcome = await writer.write(batch);
      if (outcome.kind !== 'fenced') return outcome.kind === 'done';
    }
  } finally {
    await writer.close();
  }
}

/** Which rows late events touch, each with the position of the first of them. */
class TouchedRows {
  private readonly keys: ReadonlyMap<string, readonly string[]>;
  private readonly rows = new Map<string, Position>();

  constructor(layouts: readonly TableLayout[]) {
    this.keys = new Map(layouts.map(({ name, key }) => [name, key]));
  }

  touch(change: RowChange, position: Position): void {
    const row = this.rowOf(change);
    this.rows.set(row, Math.min(position, this.rows.get(row) ?? position));
  }

  touchedBefore(change: RowChange, position: Position): boolean {
    return (this.rows.get(this.rowOf(change)) ?? Infinity) < position;
  }

  private rowOf(change: RowChange): string {
    const table = 'put' in change ? change.put : 'patch' in change ? change.patch : change.remove;
    const cells = 'put' in change ? change.row : change.key;
    return JSON.stringify([table, ...(this.keys.get(table) ?? []).map((column) => cells[column])]);
  }
}
