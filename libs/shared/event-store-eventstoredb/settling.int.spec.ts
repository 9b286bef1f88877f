import { AppendFateUnknown, type EventStore, type NewEvent } from '@accord/shared/event-store';
import { aStream, idsOf, pause, someEvents, startEventStoreDbStandIn, type AppendFault, type EventStoreDbStandIn } from '@accord/shared/testing';
import { openEventStoreDb } from './open';

describe('An append whose fate the server does not tell', () => {
  let standIn: EventStoreDbStandIn;
  let store: EventStore;
  beforeEach(async () => {
    standIn = await startEventStoreDbStandIn();
    store = await openEventStoreDb({ url: standIn.url, callTimeoutMs: 300, patienceMs: 4_000, firstPauseMs: 20, longestPauseMs: 40 });
  });
  afterEach(async () => {
    await store.close();
    await standIn.stop();
  });

  const hows = ['connection-lost', 'timeout', 'silence', 'stream-end'] as const;
  const faults: readonly AppendFault[] = hows.flatMap((how) => [
    { how, stored: true },
    { how, stored: false },
    { how, stored: true, storedAfterMs: 60 },
  ]);

  it.each(faults)('is settled as stored, once, after $how (stored: $stored, later: $storedAfterMs)', async (fault) => {
    const stream = aStream();
    const [first, second] = [someEvents(3), someEvents(2)];
    await store.append(stream, 'no-stream', first);
    standIn.failNextAppend(fault);
    const result = await store.append(stream, 2, second);
    await pause(80);
    const stored = await store.readStream(stream);
    expect(idsOf(stored)).toEqual(idsOf([...first, ...second]));
    expect(result).toEqual({ ok: true, revision: 4, position: stored?.[4]?.position });
  });

  it('is settled as a conflict where somebody else took its place', async () => {
    const stream = aStream();
    await store.append(stream, 'no-stream', someEvents(1));
    for (const how of hows) {
      const expected = ((await store.readStream(stream))?.length ?? 0) - 1;
      const meanwhile = () => void standIn.log.append(stream, BigInt(expected), someEvents(2).map(proposed));
      standIn.failNextAppend({ how, stored: false, meanwhile });
      expect(await store.append(stream, expected, someEvents(1))).toEqual({ ok: false, reason: 'wrong-revision', actual: expected + 2 });
    }
  });

  it('is not taken for a conflict with its own first try', async () => {
    const stream = aStream();
    const events = someEvents(2);
    const meanwhile = () => void standIn.log.append(stream, 1n, someEvents(1).map(proposed));
    standIn.failNextAppend({ how: 'silence', stored: true, meanwhile });
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ ok: true, revision: 1 });
    expect(await store.readStream(stream)).toHaveLength(3);
  });

  it('is looked up where the server accepts it without saying where it stands', async () => {
    const stream = aStream();
    standIn.failNextAppend({ how: 'no-position', stored: true });
    const result = await store.append(stream, 'no-stream', someEvents(2));
    expect(result).toEqual({ ok: true, revision: 1, position: (await store.readStream(stream))?.[1]?.position });
  });

  it('is reported as unknown when patience is over, and is a success when repeated', async () => {
    await store.close();
    store = await openEventStoreDb({ url: standIn.url, callTimeoutMs: 50, patienceMs: 80, firstPauseMs: 10, longestPauseMs: 20 });
    const stream = aStream();
    const events = someEvents(1);
    for (let n = 0; n < 20; n++) standIn.failNextAppend({ how: 'silence', stored: false });
    const failure = await store.append(stream, 'no-stream', events).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(AppendFateUnknown);
    expect(failure).toMatchObject({ stream });
    standIn.faults.nextAppends.length = 0;
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ ok: true, revision: 0 });
    expect(await store.readStream(stream)).toHaveLength(1);
  });

  it('is sent once, however often it is repeated while it is under way', async () => {
    const stream = aStream();
    const events = someEvents(2);
    standIn.faults.delayMs = 30;
    const results = await Promise.all(Array.from({ length: 8 }, () => store.append(stream, 'no-stream', events)));
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(standIn.faults.seen.appends).toBe(1);
  });

  it('keeps the appends beside it whole', async () => {
    const besides = Array.from({ length: 10 }, () => aStream());
    standIn.failNextAppend({ how: 'timeout', stored: false });
    const results = await Promise.all([aStream(), ...besides].map((stream) => store.append(stream, 'no-stream', someEvents(1))));
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(standIn.faults.seen.batchStreams).toBe(1);
  });
});

const proposed = ({ id, type, data, metadata }: NewEvent) => ({
  id,
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: Buffer.from(JSON.stringify({ ...metadata, $schemaVersion: 1 })),
});
