import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { EventStore, NewEvent } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { compare, fromCallers } from './compare';
import type { Row } from './row';
import { appendOne, newEvent, newStream } from './sample-event';

const SINGLE_APPENDS = 1_000;
const CALLERS = 32;
const GROUPS = 100;
const STREAM_LENGTH = 1_000;
const READS = 20;

/**
 * The embedded store against the same work done straight on `node:sqlite`: same table, same index, same
 * rows, same durability, none of the promises. Rounds alternate, so that both meet the same machine; the
 * ratio is the median of the rounds' ratios.
 */
export async function measureEmbeddedStore(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-'));
  const store = await openSqliteEventStore({ file: join(folder, 'ours.db') });
  const raw = openRaw(join(folder, 'ours.db'), join(folder, 'raw.db'));
  const long = newStream();
  await store.append(long, 'no-stream', Array.from({ length: STREAM_LENGTH }, newEvent));
  raw.appendGroup(long, Array.from({ length: STREAM_LENGTH }, newEvent));
  try {
    return [
      await compare({
        what: 'append, one at a time', operations: SINGLE_APPENDS, atLeast: 0.8, peerName: 'node:sqlite FULL, one row a commit',
        ours: () => fromCallers(1, SINGLE_APPENDS, () => appendOne(store)),
        peer: async () => raw.appendOneByOne(),
      }),
      await compare({
        what: `append, ${CALLERS} callers`, operations: GROUPS * CALLERS, atLeast: 0.5, peerName: `node:sqlite FULL, ${CALLERS} rows a commit`,
        ours: () => fromCallers(CALLERS, GROUPS, () => appendOne(store)),
        peer: async () => raw.appendGroups(),
      }),
      await compare({
        what: `read a stream of ${STREAM_LENGTH} events`, operations: READS * STREAM_LENGTH, atLeast: 0.75, peerName: 'node:sqlite SELECT, JSON.parse',
        ours: () => readOurs(store, long),
        peer: async () => raw.read(long),
      }),
    ];
  } finally {
    raw.close();
    await store.close();
    await rm(folder, { recursive: true });
  }
}

async function readOurs(store: EventStore, stream: string): Promise<void> {
  for (let n = 0; n < READS; n++) {
    const events = await store.readStream(stream);
    if (events?.length !== STREAM_LENGTH) throw new Error('The stream was not read whole.');
  }
}

/** The tables of our own file, and nothing of what the store does besides. */
function openRaw(ours: string, file: string) {
  const tables = tablesOf(ours);
  const database = new DatabaseSync(file);
  database.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; ${tables}`);
  const insert = database.prepare('INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT * FROM event WHERE stream = ? ORDER BY revision');
  // The quicker form: without it every row is an object with nine names.
  select.setReturnArrays(true);
  const write = (stream: string, revision: number, event: NewEvent): void => insertRaw(insert, { stream, revision, event });
  const appendGroup = (stream: string | undefined, events: readonly NewEvent[]): void => {
    database.exec('BEGIN IMMEDIATE');
    events.forEach((event, n) => write(stream ?? newStream(), stream === undefined ? 0 : n, event));
    database.exec('COMMIT');
  };
  return {
    appendGroup,
    appendOneByOne(): void {
      for (let n = 0; n < SINGLE_APPENDS; n++) write(newStream(), 0, newEvent());
    },
    appendGroups(): void {
      for (let n = 0; n < GROUPS; n++) appendGroup(undefined, Array.from({ length: CALLERS }, newEvent));
    },
    read(stream: string): void {
      for (let n = 0; n < READS; n++) {
        // The cast says what the type declarations do not know: the rows are arrays of columns.
        const rows = select.all(stream) as unknown as string[][];
        const parsed = rows.map((row): unknown[] => [JSON.parse(row[7] ?? ''), JSON.parse(row[8] ?? '')]);
        if (parsed.length !== STREAM_LENGTH) throw new Error('The stream was not read whole.');
      }
    },
    close: () => database.close(),
  };
}

function insertRaw(insert: StatementSync, { stream, revision, event }: { stream: string; revision: number; event: NewEvent }): void {
  const { id, type, schemaVersion, data, metadata } = event;
  const recordedAt = new Date().toISOString();
  insert.run(stream, revision, id, type, schemaVersion, recordedAt, JSON.stringify(data), JSON.stringify(metadata));
}

function tablesOf(file: string): string {
  const database = new DatabaseSync(file, { readOnly: true });
  const tables = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table'").all();
  database.close();
  return tables.map(({ sql }) => String(sql)).join(';');
}
