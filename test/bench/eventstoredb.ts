import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { openEventStoreDb } from '@accord/shared/event-store-eventstoredb';
import { compare, fromCallers } from './compare';
import type { Row } from './row';
import { appendOne, newEvent, newStream } from './sample-event';

const WARM_UP = 300;
const SINGLE_APPENDS = 400;
const CALLERS = 32;
const APPENDS_A_CALLER = 60;

/**
 * The adapter against the bare client on the same server: the same events of about 600 bytes, each to a
 * stream of its own, at "no stream". Rounds alternate and swap who begins, so that both meet the same
 * machine; the ratio is the median of the rounds' ratios.
 */
export async function measureEventStoreDb(url: string): Promise<Row[]> {
  const store = await openEventStoreDb({ url });
  const bare = EventStoreDBClient.connectionString(url);
  const ours = (): Promise<void> => appendOne(store);
  const bareOne = (): Promise<void> => appendBare(bare);
  const against = (what: string, callers: number, each: number): Promise<Row> =>
    compare({
      ...{ what: `append through the EventStoreDB adapter, ${what}`, operations: callers * each, atLeast: 0.85 },
      peerName: '@eventstore/db-client 6.2.1 alone, same server',
      ours: () => fromCallers(callers, each, ours),
      peer: () => fromCallers(callers, each, bareOne),
    });
  try {
    // Warm before anything counts: a fresh server is a third slower.
    for (const append of [ours, bareOne]) await fromCallers(CALLERS, Math.ceil(WARM_UP / CALLERS), append);
    return [await against('one at a time', 1, SINGLE_APPENDS), await against(`${CALLERS} callers`, CALLERS, APPENDS_A_CALLER)];
  } finally {
    // The store first: disposing of one client rejects what the others of this process have pending.
    await store.close();
    await bare.dispose();
  }
}

async function appendBare(client: EventStoreDBClient): Promise<void> {
  const { id, type, schemaVersion, data, metadata } = newEvent();
  const event = jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata, $schemaVersion: schemaVersion } });
  await client.appendToStream(newStream(), event, { expectedRevision: NO_STREAM });
}
