import type { EventStore, Position } from '@accord/shared/event-store';
import { compareTable } from './compare';
import { ProjectionNotLive } from './errors';
import type { Folding } from './folding';
import type { Generations } from './generations';
import { Progress } from './progress';
import { readAhead } from './read-ahead';
import { machineryOf, type ReadStore } from './read-store';
import type { ReportProgress, Verification } from './runner-types';
import { openScratch, takeSnapshot, type Scratch, type Snapshot } from './scratch';
import { layoutsOf } from './table-layout';

export interface VerifyOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly generations: Generations;
  readonly folding: Folding;
  readonly onProgress?: ReportProgress;
}

/**
 * Folds all events again into scratch tables and compares row by row with those that serve, which go on
 * meanwhile: most events are folded first; then the serving tables are frozen in a snapshot, the few
 * events up to its checkpoint are folded too, and both sides stand at the same position.
 * @throws ProjectionNotLive where another version serves.
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  const { projection } = options.folding;
  for (;;) {
    const verification = await verifyOnce(options, new Progress(projection.name, options.events, options.onProgress));
    // A rebuild switched tables meanwhile: what was folded is compared with tables that are gone.
    if (verification) return verification;
  }
}

async function verifyOnce(options: VerifyOptions, progress: Progress): Promise<Verification | undefined> {
  const { store, generations, folding } = options;
  const { name, version } = folding.projection;
  const live = await generations.live(name);
  if (live?.version !== version) throw new ProjectionNotLive(`Version ${version} of ${name} does not serve.`);
  const machinery = machineryOf(store);
  const scratch = await openScratch(machinery, layoutsOf(folding.projection));
  try {
    await foldInto(options, scratch, { after: -1, to: live.position, progress });
    const snapshot = await takeSnapshot(machinery, live);
    try {
      const { position } = snapshot;
      if (position === undefined) return undefined;
      await foldInto(options, scratch, { after: live.position, to: position, progress });
      await progress.advance('comparing', 0, position);
      return await compareAll(folding, { snapshot, scratch, position });
    } finally {
      await snapshot.close();
    }
  } finally {
    await scratch.close();
  }
}

interface Stretch {
  readonly after: Position;
  readonly to: Position;
  readonly progress: Progress;
}

async function foldInto({ events, folding }: VerifyOptions, scratch: Scratch, stretch: Stretch): Promise<void> {
  for await (const { events: found, next } of readAhead(events, folding, stretch)) {
    const changes = folding.fold(found).map((folded) => folded.changes);
    if (changes.length > 0) await scratch.write(changes);
    await stretch.progress.advance('reading', found.length, next);
  }
}

interface Sides {
  readonly snapshot: Snapshot;
  readonly scratch: Scratch;
  readonly position: Position;
}

async function compareAll({ projection }: Folding, { snapshot, scratch, position }: Sides): Promise<Verification> {
  let rows = 0;
  for (const layout of layoutsOf(projection)) {
    const compared = await compareTable(layout, snapshot, scratch);
    if (compared.difference) return { agrees: false, difference: compared.difference, position };
    rows += compared.rows;
  }
  return { agrees: true, rows, position };
}
