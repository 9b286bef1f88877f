import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreDBClient, NO_STREAM, jsonEvent } from '@eventstore/db-client';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { startPostgres } from '@accord/shared/testing';
import { compare, fromCallers } from './compare';
import type { Row } from './row';
import { appendOne, newEvent, newStream } from './sample-event';

const CALLERS = 32;
const EACH = 60;

/** What the bench uses of Emmett's PostgreSQL store. */
interface EmmettStore {
  appendToStream(stream: string, events: readonly object[], options: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The embedded store against other event stores, 32 callers, each peer where it can be had. */
export async function measureAgainstPeers(eventStoreDbUrl: string | undefined, notRun: (what: string) => void): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-peers-'));
  const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite') });
  const ours = () => fromCallers(CALLERS, EACH, () => appendOne(store));
  const against = (peerName: string, atLeast: number, append: () => Promise<unknown>): Promise<Row> =>
    compare({
      ...{ what: `append, ${CALLERS} callers`, operations: CALLERS * EACH, atLeast, peerName, ours },
      peer: () => fromCallers(CALLERS, EACH, append),
    });
  try {
    const rows: Row[] = [];
    const emmett = await openEmmett();
    if (emmett) {
      rows.push(await against('Emmett 0.42.0 on PostgreSQL', 5, emmett.append));
      await emmett.close();
    } else notRun('Emmett on PostgreSQL: PostgreSQL, or `npm ci --prefix test/bench/peers`, is missing');
    if (eventStoreDbUrl !== undefined) {
      const client = EventStoreDBClient.connectionString(eventStoreDbUrl);
      rows.push(await against('a real EventStoreDB', 4, () => appendToEventStoreDb(client)));
      await client.dispose();
    } else notRun('a real EventStoreDB: EVENTSTOREDB_URL is not set');
    return rows;
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openEmmett() {
  const postgres = await startPostgres();
  if (!postgres) return undefined;
  try {
    // A folder of its own, so that a peer is no dependency of Accord.
    const load = createRequire(join(process.cwd(), 'test/bench/peers/package.json'));
    // The cast names what is used of Emmett 0.42.
    const emmett = load('@event-driven-io/emmett-postgresql') as { getPostgreSQLEventStore(url: string): EmmettStore };
    const store = emmett.getPostgreSQLEventStore(postgres.connectionString);
    const append = () => {
      const { type, data, metadata } = newEvent();
      const expected = { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' };
      return store.appendToStream(newStream(), [{ type, data, metadata }], expected);
    };
    await append();
    const close = async () => {
      await store.close();
      await postgres.stop();
    };
    return { append, close };
  } catch {
    await postgres.stop();
    return undefined;
  }
}

async function appendToEventStoreDb(client: EventStoreDBClient): Promise<void> {
  const { id, type, data, metadata } = newEvent();
  await client.appendToStream(newStream(), jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata } }), {
    expectedRevision: NO_STREAM,
  });
}
