import { START, type EventStore } from '@accord/shared/event-store';
import { aStream, eventually, idsOf, someEvents, startEventStoreDbStandIn, type EventStoreDbStandIn } from '@accord/shared/testing';
import { openEventStoreDb } from './open';

describe('When another node leads', () => {
  let first: EventStoreDbStandIn;
  let second: EventStoreDbStandIn;
  let store: EventStore;
  beforeEach(async () => {
    first = await startEventStoreDbStandIn();
    second = await startEventStoreDbStandIn(first);
    second.follow(first);
  });
  afterEach(async () => {
    await store.close();
    await first.stop();
    await second.stop();
  });
  const open = async (url: string) =>
    (store = await openEventStoreDb({ url, callTimeoutMs: 500, patienceMs: 4_000, confirmationTimeoutMs: 500, firstPauseMs: 10, longestPauseMs: 40 }));
  const ofBoth = () => `esdb://127.0.0.1:${first.port},127.0.0.1:${second.port}?tls=false&discoveryInterval=10`;

  it('a follower is not written to: the first append already insists on the leader', async () => {
    await open(second.url);
    expect(await store.append(aStream(), 'no-stream', someEvents(1))).toMatchObject({ ok: true });
    expect(second.faults.seen).toMatchObject({ batchStreams: 1, batchStreamsFailed: 1 });
    expect(first.faults.seen.appends).toBe(1);
  });

  it('reads go to the leader as well: a follower may not have yet what was acknowledged', async () => {
    await open(second.url);
    const stream = aStream();
    const events = someEvents(2);
    await store.append(stream, 'no-stream', events);
    const before = first.faults.seen.reads;
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    expect((await store.readAll({ limit: 5 })).events).toHaveLength(2);
    expect(first.faults.seen.reads).toBeGreaterThan(before);
  });

  it('an append stored by the old leader is not stored again by the new one', async () => {
    await open(ofBoth());
    const stream = aStream();
    const events = someEvents(2);
    await store.append(aStream(), 'no-stream', someEvents(1));
    first.failNextAppend({ stored: true, how: 'silence' });
    const append = store.append(stream, 'no-stream', events);
    await eventually('it was sent', () => first.faults.nextAppends.length === 0);
    first.follow(second);
    expect(await append).toMatchObject({ ok: true, revision: 1 });
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
  });

  it('appends and subscriptions go on at the new leader when the old one dies', async () => {
    await open(ofBoth());
    const seen: string[] = [];
    const interruptions: Error[] = [];
    const subscription = store.subscribe({
      after: START,
      onBatch: async ({ events }) => void seen.push(...idsOf(events)),
      onInterruption: (error) => interruptions.push(error),
    });
    const events = someEvents(40);
    for (const [n, event] of events.entries()) {
      if (n === 20) {
        first.follow(second);
        await first.stop();
      }
      expect(await store.append(aStream(), 'no-stream', [event])).toMatchObject({ ok: true });
    }
    await eventually('all have come', () => seen.length >= events.length);
    await subscription.stop();
    expect(seen).toEqual(idsOf(events));
    expect(interruptions.length).toBeGreaterThan(0);
  });
});
