import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { AppendFateUnknown, EventStoreUnavailable, START, type EventStore } from '@accord/shared/event-store';
import { anEvent, aStream, eventually, idsOf, pause, someEvents, startEventStoreDbStandIn, type EventStoreDbStandIn } from '@accord/shared/testing';
import { BrokenRecord, StreamWasDeleted } from './errors';
import { openEventStoreDb } from './open';

/**
 * Each danger of the client library that a real server was seen to bring out, and the adapter's answer.
 * Where a test shows the danger on the bare client first, that is to prove that the stand-in has it.
 */
describe('The adapter, where the client library alone', () => {
  let standIn: EventStoreDbStandIn;
  let store: EventStore;
  const quick = { callTimeoutMs: 2_000, patienceMs: 4_000, confirmationTimeoutMs: 2_000, firstPauseMs: 10, longestPauseMs: 40 };
  const open = (change: Partial<Parameters<typeof openEventStoreDb>[0]> = {}) => openEventStoreDb({ url: standIn.url, ...quick, ...change });
  const reopen = async (change: Parameters<typeof open>[0]) => {
    await store.close();
    store = await open(change);
  };
  beforeEach(async () => {
    standIn = await startEventStoreDbStandIn();
    store = await open();
  });
  afterEach(async () => {
    standIn.faults.thaw();
    await store.close();
    await standIn.stop();
  });

  describe('lets clients of one process break each other (danger 1)', () => {
    it('appends through one client, however many stores are open', async () => {
      const others = await Promise.all([open(), open()]);
      for (const by of [store, ...others]) await by.append(aStream(), 'no-stream', someEvents(1));
      expect(standIn.faults.seen.batchStreams).toBe(1);
      for (const other of others) await other.close();
    });

    it('leaves the appends of one store alone when another closes', async () => {
      const other = await open();
      await store.append(aStream(), 'no-stream', someEvents(1));
      standIn.faults.delayMs = 60;
      const underWay = Array.from({ length: 10 }, () => store.append(aStream(), 'no-stream', someEvents(1)));
      await other.close();
      for (const result of await Promise.all(underWay)) expect(result).toMatchObject({ ok: true });
      expect(standIn.faults.seen.appends).toBe(11);
    });

    it('refuses a second server meanwhile, and takes it afterwards', async () => {
      const second = await startEventStoreDbStandIn();
      await expect(openEventStoreDb({ url: second.url })).rejects.toThrow(/close that store first/);
      await store.close();
      store = await openEventStoreDb({ url: second.url });
      expect(await store.append(aStream(), 'no-stream', someEvents(1))).toMatchObject({ ok: true });
      await store.close();
      await second.stop();
    });

    it('settles all that was under way when the one connection breaks, each stored once', async () => {
      await store.append(aStream(), 'no-stream', someEvents(1));
      standIn.faults.delayMs = 20;
      const appends = Array.from({ length: 20 }, () => ({ stream: aStream(), events: someEvents(2) }));
      const underWay = appends.map(({ stream, events }) => store.append(stream, 'no-stream', events));
      standIn.failNextAppend({ stored: true, how: 'connection-lost' });
      for (const result of await Promise.all(underWay)) expect(result).toMatchObject({ ok: true, revision: 1 });
      for (const { stream, events } of appends) expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    });
  });

  describe('ends the process, or leaves an append unsettled, for a bad event (danger 2)', () => {
    it('never lets the client see one', async () => {
      await expect(store.append(aStream(), 'no-stream', [anEvent({ id: 'bad' })])).rejects.toThrow(/UUID/);
      await expect(store.append(aStream(), 'no-stream', [anEvent({ type: '' })])).rejects.toThrow(/type/);
      expect(standIn.faults.seen.appends).toBe(0);
    });
  });

  describe('breaks its append stream for a revision of -1 (danger 3)', () => {
    it('says "no stream" instead', async () => {
      const one = () => jsonEvent({ type: 'A', data: {} });
      const bare = EventStoreDBClient.connectionString(standIn.url);
      await bare.appendToStream(aStream(), one());
      standIn.faults.delayMs = 40;
      const beside = bare.appendToStream(aStream(), one()).then(() => 'stored', () => 'broken');
      await expect(bare.appendToStream(aStream(), one(), { expectedRevision: -1n })).rejects.toThrow();
      expect(await beside).toBe('broken');
      await bare.dispose();
      const first = Array.from({ length: 5 }, () => store.append(aStream(), 'no-stream', someEvents(1)));
      for (const result of await Promise.all(first)) expect(result).toMatchObject({ ok: true });
      expect(standIn.faults.seen.batchStreams).toBe(2);
    });
  });

  describe('is broken for good by one failed discovery (danger 4)', () => {
    const discovering = () => `${standIn.url.replace('esdb:', 'esdb+discover:')}&maxDiscoverAttempts=2&discoveryInterval=5`;

    it('appends again once there is a leader, with a new client', async () => {
      standIn.faults.noGossip = true;
      const bare = EventStoreDBClient.connectionString(discovering());
      const tryBare = () => bare.appendToStream(aStream(), jsonEvent({ type: 'A', data: {} })).then(() => 'stored', String);
      expect(await tryBare()).toMatch(/Failed to discover/);
      await reopen({ url: discovering(), patienceMs: 60 });
      await expect(store.append(aStream(), 'no-stream', someEvents(1))).rejects.toBeInstanceOf(EventStoreUnavailable);
      standIn.faults.noGossip = false;
      expect(await tryBare()).toMatch(/Failed to discover/);
      expect(await store.append(aStream(), 'no-stream', someEvents(1))).toMatchObject({ ok: true });
      await bare.dispose();
    });
  });

  describe('goes on with a call after its caller has given it up', () => {
    it('is kept from opening another append stream once it is replaced', async () => {
      await reopen({ callTimeoutMs: 300 });
      const stream = aStream();
      standIn.faults.freeze();
      setTimeout(() => standIn.faults.thaw(), 450);
      expect(await store.append(stream, 'no-stream', someEvents(2))).toMatchObject({ ok: true, revision: 1 });
      await pause(100);
      expect(standIn.faults.seen.batchStreams).toBe(1);
      expect(await store.readStream(stream)).toHaveLength(2);
    });
  });

  describe('gives errors whose class cannot be trusted (danger 5)', () => {
    it('says "unavailable" of a server that is down, and goes on when it is back', async () => {
      await reopen({ patienceMs: 60 });
      await standIn.stop();
      const stream = aStream();
      await expect(store.append(stream, 'no-stream', someEvents(1))).rejects.toBeInstanceOf(EventStoreUnavailable);
      await expect(store.readStream(stream)).rejects.toBeInstanceOf(EventStoreUnavailable);
      await standIn.start();
      expect(await store.append(stream, 'no-stream', someEvents(1))).toMatchObject({ ok: true });
    });

    it('waits for a server that starts', async () => {
      standIn.faults.notReady = true;
      setTimeout(() => (standIn.faults.notReady = false), 80);
      expect(await store.append(aStream(), 'no-stream', someEvents(1))).toMatchObject({ ok: true });
    });

    it('does not call an append stored or not stored when the server gave up on it', async () => {
      await reopen({ patienceMs: 0 });
      standIn.failNextAppend({ stored: true, how: 'timeout' });
      const stream = aStream();
      const events = someEvents(1);
      await expect(store.append(stream, 'no-stream', events)).rejects.toBeInstanceOf(AppendFateUnknown);
      expect(await store.append(stream, 'no-stream', events)).toMatchObject({ ok: true, revision: 0 });
      expect(await store.readStream(stream)).toHaveLength(1);
    });
  });

  describe('has no limit of its own on time (danger 6)', () => {
    it('gives up on a frozen server, and succeeds when the append is repeated after the thaw', async () => {
      await reopen({ patienceMs: 100, callTimeoutMs: 300 });
      const stream = aStream();
      const events = someEvents(2);
      await store.append(aStream(), 'no-stream', someEvents(1));
      standIn.faults.freeze();
      const began = Date.now();
      await expect(store.append(stream, 'no-stream', events)).rejects.toBeInstanceOf(AppendFateUnknown);
      await expect(store.readAll({ limit: 1 })).rejects.toBeInstanceOf(EventStoreUnavailable);
      expect(Date.now() - began).toBeLessThan(3_000);
      standIn.faults.thaw();
      expect(await store.append(stream, 'no-stream', events)).toMatchObject({ ok: true, revision: 1 });
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    });
  });

  describe('sends the first of several appends last on a fresh connection (danger 8)', () => {
    const chain = async (): Promise<void> => {
      const stream = aStream();
      const events = someEvents(4);
      const appends = events.map((event, n) => store.append(stream, n === 0 ? 'no-stream' : n - 1, [event]));
      for (const result of await Promise.all(appends)) expect(result).toMatchObject({ ok: true });
      expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    };

    it('keeps them in order on the first connection', chain);

    it('keeps them in order after every other', async () => {
      await store.append(aStream(), 'no-stream', someEvents(1));
      for (let round = 0; round < 3; round++) {
        standIn.cutConnections();
        await pause(30);
        await chain();
      }
    });
  });

  describe('leaks reads that are left early, and whatever it is not told to dispose of (danger 9)', () => {
    it('leaves no read open on the server', async () => {
      const stream = aStream();
      // More than the transport buffers: a read that is merely left would never come to its end.
      const large = { data: { text: 'x'.repeat(20_000) } };
      for (const expected of ['no-stream', 39, 79] as const) await store.append(stream, expected, someEvents(40, large));
      await store.readAll({ limit: 3 });
      await store.readAll({ limit: 3, filter: { types: ['MeetingHeld'] } });
      await store.readStream(stream, { limit: 2 });
      const subscription = store.subscribe({ after: START, batchSize: 5, onBatch: () => Promise.resolve() });
      await eventually('it is open', () => standIn.faults.seen.subscriptions > 0);
      await subscription.stop();
      await eventually('all reads are closed', () => standIn.faults.seen.openReads === 0, 2_000);
    });
  });

  it('takes a slower path with credentials per call, never passes them (danger 10)', async () => {
    await reopen({ url: standIn.url.replace('//', '//someone:secret@') });
    await store.append(aStream(), 'no-stream', someEvents(1));
    expect(standIn.faults.seen).toMatchObject({ singleAppends: 0, batchStreams: 1 });
  });

  describe('cannot tell our record from what else the server holds', () => {
    it('refuses a stream that somebody deleted, softly or for good', async () => {
      const [soft, hard] = [aStream(), aStream()];
      for (const stream of [soft, hard]) await store.append(stream, 'no-stream', someEvents(2));
      standIn.log.delete(soft);
      standIn.log.tombstone(hard);
      for (const stream of [soft, hard]) {
        await expect(store.readStream(stream)).rejects.toBeInstanceOf(StreamWasDeleted);
        await expect(store.append(stream, 'no-stream', someEvents(1))).rejects.toBeInstanceOf(StreamWasDeleted);
      }
      await expect(store.readStream(soft)).rejects.toBeInstanceOf(StreamWasDeleted);
    });

    it('passes over the events of others, and names one that stands in a stream of ours', async () => {
      const stream = aStream();
      const bare = EventStoreDBClient.connectionString(standIn.url);
      await bare.appendToStream('orders-17', jsonEvent({ type: 'OrderPlaced', data: {} }));
      await store.append(stream, 'no-stream', someEvents(1));
      const ours = await store.readStream(stream);
      await bare.appendToStream(stream, jsonEvent({ type: 'OrderPlaced', data: {} }));
      await bare.dispose();
      expect(await store.readAll({ limit: 10 })).toMatchObject({ events: ours, end: true });
      expect(await store.head()).toBe(ours?.[0]?.position);
      await expect(store.readStream(stream)).rejects.toBeInstanceOf(BrokenRecord);
    });
  });
});
