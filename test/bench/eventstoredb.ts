import { randomUUIDv7 } from 'node:crypto';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import type { EventStore, NewEvent } from '@accord/shared/event-store';
import { openEventStoreDb } from '@accord/shared/event-store-eventstoredb';
import type { Row } from './event-store';

const ROUNDS = 9;
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
  const ours = (): Promise<unknown> => appendOurs(store, newEvent());
  const peer = (): Promise<unknown> => appendBare(bare, newEvent());
  try {
    for (const append of [ours, peer]) await fromCallers(CALLERS, WARM_UP / CALLERS, append);
    return [
      await compare('append through the EventStoreDB adapter, one at a time', [1, SINGLE_APPENDS], { ours, peer }),
      await compare(`append through the EventStoreDB adapter, ${CALLERS} callers`, [CALLERS, APPENDS_A_CALLER], { ours, peer }),
    ];
  } finally {
    // The store first: disposing of one client rejects what the others of this process have pending.
    await store.close();
    await bare.dispose();
  }
}

interface Pair {
  readonly ours: () => Promise<unknown>;
  readonly peer: () => Promise<unknown>;
}

async function compare(what: string, [callers, each]: readonly [number, number], { ours, peer }: Pair): Promise<Row> {
  const rates: Record<'ours' | 'peer' | 'ratio', number[]> = { ours: [], peer: [], ratio: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const measure = async (append: () => Promise<unknown>): Promise<number> => {
      const began = performance.now();
      await fromCallers(callers, each, append);
      return (callers * each * 1_000) / (performance.now() - began);
    };
    const first = round % 2 === 0 ? await measure(ours) : undefined;
    const bare = await measure(peer);
    const own = first ?? (await measure(ours));
    rates.ours.push(own);
    rates.peer.push(bare);
    rates.ratio.push(own / bare);
  }
  const row = { what, ours: median(rates.ours), peer: median(rates.peer), ratio: median(rates.ratio) };
  return { ...row, peerName: '@eventstore/db-client 6.2.1 alone, same server', atLeast: 0.85 };
}

async function fromCallers(callers: number, each: number, append: () => Promise<unknown>): Promise<void> {
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let n = 0; n < each; n++) await append();
    }),
  );
}

async function appendOurs(store: EventStore, event: NewEvent): Promise<void> {
  const result = await store.append(`bench-${randomUUIDv7()}`, 'no-stream', [event]);
  if (!result.ok) throw new Error('A new stream was refused.');
}

async function appendBare(client: EventStoreDBClient, { id, type, schemaVersion, data, metadata }: NewEvent): Promise<void> {
  const event = jsonEvent({ id, type, data: { ...data }, metadata: { ...metadata, $schemaVersion: schemaVersion } });
  await client.appendToStream(`bench-${randomUUIDv7()}`, event, { expectedRevision: NO_STREAM });
}

const newEvent = (): NewEvent => ({
  id: randomUUIDv7(),
  type: 'MeetingHeld',
  schemaVersion: 1,
  data: { place: 'Town hall', pence: 12_345, notes: 'x'.repeat(340) },
  metadata: {
    actor: '0199a7c4-1b2c-7d3e-8f40-516273849ab0',
    agency: '0199a7c4-1b2c-7d3e-8f40-516273849ab1',
    role: 'chair',
    lawfulBasis: 'public-task',
    correlationId: '0199a7c4',
    causationId: '0199a7c4',
    commandId: '0199a7c4',
  },
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
