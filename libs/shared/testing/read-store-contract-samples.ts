import { randomUUIDv7 } from 'node:crypto';
import { UnreadableEvent, type EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, JsonObject, Position } from '@accord/shared/event-store';
import type { Projection, ProjectedEvent, RowChange } from '@accord/shared/projections';
import type * as ReadStoreLibrary from '@accord/shared/read-store';
import type { ProjectionRunner, ReadStore } from '@accord/shared/read-store';
import { anEvent, appended, aStream } from './event-store-contract-samples';
import { InMemoryEventStore } from './in-memory-event-store';

/** A database of the suite's own, empty at first. */
export interface ReadStoreHarness {
  /** Opens it once more, as another process would. The suite closes what it opened. */
  open(): Promise<ReadStore>;
  /** Ends every connection at once. Offered together with `restore`. */
  interrupt?(): Promise<void>;
  restore?(): Promise<void>;
  stop(): Promise<void>;
}

/** The library is handed in, so that specifications of other things need not load a database client. */
export type Library = typeof ReadStoreLibrary;

/** What each test starts from: an empty database and an empty record. */
export interface Scene {
  readonly library: Library;
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly harness: ReadStoreHarness;
  /** Another handle on the same database, closed after the test. */
  open(): Promise<ReadStore>;
  /** A runner that is stopped after the test. */
  run(projections: readonly Projection[], options?: RunOptions): ProjectionRunner;
}

export interface RunOptions {
  readonly store?: ReadStore;
  readonly catalogue?: EventCatalogue;
  readonly events?: EventStore;
  readonly batchSize?: number;
}

/** Reads the sample events; `knows` is the newest version that this build understands. */
export const sampleCatalogue = (knows = 1): EventCatalogue => ({
  definitions: [],
  definition: () => undefined,
  check: () => {
    throw new Error('Nothing is decided here.');
  },
  read: ({ type, schemaVersion, data }) => {
    if (type === 'NobodyKnowsThis') throw new UnreadableEvent(type, schemaVersion, 'unknown-type');
    if (schemaVersion > knows) throw new UnreadableEvent(type, schemaVersion, 'unknown-version');
    if (!('child' in data)) throw new UnreadableEvent(type, schemaVersion, 'malformed', ['child']);
    return { ...data };
  },
});

/** Where each child lives, and what was noted: whole rows, patches, removals, JSON and empty columns. */
export const childPlaces = (change: Partial<Projection> = {}): Projection => ({
  name: 'child-places',
  version: 1,
  question: 'Where does each child live?',
  handles: ['ChildOpened', 'ChildMoved', 'ChildClosed', 'NoteWritten'],
  tables: {
    child_place: {
      columns: { child: 'text', place: 'text?', pence: 'integer', detail: 'json?', moved_at: 'integer?' },
      key: ['child'],
      indexes: [['place'], ['moved_at', 'child']],
    },
    child_note: { columns: { child: 'text', position: 'integer', words: 'text?' }, key: ['child', 'position'] },
  },
  project: projectChild,
  ...change,
});

export function projectChild({ position, body }: ProjectedEvent): readonly RowChange[] {
  // The catalogue above lets nothing else through.
  const data = body.data as { child: string; place?: string; words?: string; detail?: JsonObject; pence?: number };
  const { child } = data;
  switch (body.type) {
    case 'ChildOpened': {
      const detail = data.detail ? JSON.stringify(data.detail) : null;
      return [{ put: 'child_place', row: { child, place: null, pence: data.pence ?? 0, detail, moved_at: null } }];
    }
    case 'ChildMoved':
      return [{ patch: 'child_place', key: { child }, set: { place: data.place ?? null, moved_at: position } }];
    case 'ChildClosed':
      return [{ remove: 'child_place', key: { child } }];
    default:
      if (data.words === 'throw') throw new Error('A bug of the projection.');
      // A bug of the projection that only the checks find.
      if (data.words === 'refuse') return [{ put: 'child_note', row: { child, position: 0.5, words: null } }];
      return [{ put: 'child_note', row: { child, position, words: data.words ?? null } }];
  }
}

/** Appends one event about a child and gives its position. */
export async function happened(
  events: EventStore,
  type: string,
  ...[data, schemaVersion = 1]: readonly [JsonObject, number?]
): Promise<Position> {
  const { position } = await appended(events, aStream('child'), [anEvent({ type, data, schemaVersion })]);
  return position;
}

/** A history in which children open, move, close and are noted, the same for the same count. */
export async function aHistory(events: EventStore, count: number): Promise<Position> {
  const types = ['ChildOpened', 'ChildMoved', 'NoteWritten', 'ChildMoved', 'SomethingElse', 'NoteWritten', 'ChildClosed'];
  const batch = Array.from({ length: count }, (_, place) => {
    const data = { child: `child-${(place * 7) % 23}`, place: `place ${place % 5}`, words: `note ${place}`, pence: place };
    return anEvent({ type: types[place % types.length] ?? 'NoteWritten', data, id: randomUUIDv7() });
  });
  const stream = aStream('child');
  let position = -1;
  for (let start = 0; start < count; start += 500) {
    position = (await appended(events, stream, batch.slice(start, start + 500))).position;
  }
  return position;
}

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The rows that queries see, in the order of their keys. */
export async function rowsOf(store: ReadStore, table: string, ...order: readonly string[]): Promise<Rows> {
  let query = store.db.selectFrom(table).selectAll();
  for (const column of order) query = query.orderBy(column);
  return query.execute();
}

/** Everything in the sample tables, as one text that differs where a single byte does. */
export async function contentsOf(store: ReadStore): Promise<string> {
  const places = await rowsOf(store, 'child_place', 'child');
  return JSON.stringify([places, await rowsOf(store, 'child_note', 'child', 'position')]);
}

/** Starts from an empty record and hands out what the tests need. */
export function sceneOf(library: Library, harness: () => Promise<ReadStoreHarness>): () => Scene {
  let scene: Scene | undefined;
  const closing: (() => Promise<unknown>)[] = [];
  beforeEach(async () => {
    const started = await harness();
    const events = new InMemoryEventStore();
    const open = async (): Promise<ReadStore> => {
      const store = await started.open();
      closing.unshift(() => store.close());
      return store;
    };
    closing.unshift(() => started.stop());
    const store = await open();
    const run = (projections: readonly Projection[], options: RunOptions = {}): ProjectionRunner => {
      const runner = library.runProjections({ store, events, catalogue: sampleCatalogue(), projections, ...options });
      closing.unshift(() => runner.stop());
      return runner;
    };
    scene = { library, store, events, harness: started, open, run };
  }, 20_000);
  afterEach(async () => {
    for (const close of closing.splice(0)) await close();
  }, 20_000);
  return () => {
    if (!scene) throw new Error('The scene is not set.');
    return scene;
  };
}
