import { START, type EventStore } from '@accord/shared/event-store';
import { aStream, eventually, idsOf, pause, someEvents, startEventStoreDbStandIn, type EventStoreDbStandIn } from '@accord/shared/testing';
import { openEventStoreDb } from './open';

describe("A subscription, where the client library's own never resumes", () => {
  let standIn: EventStoreDbStandIn;
  let store: EventStore;
  beforeEach(async () => {
    standIn = await startEventStoreDbStandIn();
    store = await openEventStoreDb({ url: standIn.url, callTimeoutMs: 2_000, patienceMs: 4_000, confirmationTimeoutMs: 300, firstPauseMs: 5, longestPauseMs: 30 });
  });
  afterEach(async () => {
    await store.close();
    await standIn.stop();
  });

  it('goes on after each of many cuts, with nothing missed and nothing repeated', async () => {
    const events = someEvents(600, { data: { text: 'x'.repeat(3_000) } });
    for (let n = 0; n < 600; n += 20) await store.append(aStream(), 'no-stream', events.slice(n, n + 20));
    const seen: string[] = [];
    let interruptions = 0;
    const subscription = store.subscribe({
      after: START,
      batchSize: 7,
      async onBatch({ events: batch }) {
        seen.push(...idsOf(batch));
        if (seen.length % 5 === 0) standIn.cutConnections();
        await pause(1);
      },
      onInterruption: () => interruptions++,
    });
    await eventually('all have come', () => seen.length >= 600, 15_000);
    await subscription.stop();
    expect(seen).toEqual(idsOf(events));
    expect(interruptions).toBeGreaterThan(1);
    // Each new subscription began where the last ended: only what was on its way came again.
    expect(standIn.faults.seen.eventsPushed).toBeLessThan(600 + 100 * interruptions);
  }, 20_000);

  it('waits quietly on an empty record, where the server announces a checkpoint that is nowhere', async () => {
    const interruptions: Error[] = [];
    const caughtUpAt: number[] = [];
    const seen: string[] = [];
    const subscription = store.subscribe({
      after: START,
      onBatch: async ({ events }) => void seen.push(...idsOf(events)),
      onCaughtUp: (checkpoint) => caughtUpAt.push(checkpoint),
      onInterruption: (error) => interruptions.push(error),
    });
    await eventually('it has caught up', () => caughtUpAt.length > 0);
    expect(caughtUpAt).toEqual([START]);
    const events = someEvents(2);
    await store.append(aStream(), 'no-stream', events);
    await eventually('they have come', () => seen.length === 2);
    await subscription.stop();
    expect(interruptions).toEqual([]);
  });

  it('is opened again where the server neither confirms nor refuses it', async () => {
    standIn.faults.confirmsNoSubscription = true;
    const seen: string[] = [];
    const interruptions: Error[] = [];
    const subscription = store.subscribe({
      after: START,
      onBatch: async ({ events }) => void seen.push(...idsOf(events)),
      onInterruption: (error) => interruptions.push(error),
    });
    await eventually('it was not confirmed', () => interruptions.length > 0);
    expect(interruptions[0]?.message).toMatch(/not confirmed within 300 ms/);
    // Logs tell no more of an error than its name: an operator reads there which of the stores is away.
    expect(interruptions[0]?.name).toBe('EventStoreUnavailable');
    standIn.faults.confirmsNoSubscription = false;
    const events = someEvents(1);
    await store.append(aStream(), 'no-stream', events);
    await eventually('it has come', () => seen.length > 0);
    await subscription.stop();
    expect(seen).toEqual(idsOf(events));
  });

  it('holds the server back while its subscriber is busy', async () => {
    for (let n = 0; n < 8; n++) await store.append(aStream(), 'no-stream', someEvents(250, { data: { text: 'x'.repeat(600) } }));
    const seen: number[] = [];
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const subscription = store.subscribe({
      after: START,
      batchSize: 50,
      async onBatch({ events }) {
        seen.push(events.length);
        await held;
      },
    });
    await eventually('the first batch', () => seen.length === 1);
    let pushed = 0;
    await eventually('the server has stopped sending', async () => {
      const before = pushed;
      await pause(200);
      pushed = standIn.faults.seen.eventsPushed;
      return pushed === before;
    });
    expect(pushed).toBeLessThan(1_000);
    go();
    await eventually('all have come', () => seen.reduce((sum, n) => sum + n, 0) === 2_000);
    await subscription.stop();
    expect(Math.max(...seen)).toBeLessThanOrEqual(50);
  });

  it('passes over what the filter drops for good: it does not read it again after a cut', async () => {
    for (let n = 0; n < 10; n++) await store.append(aStream(), 'no-stream', someEvents(100));
    const checkpoints: number[] = [];
    const subscription = store.subscribe({
      after: START,
      filter: { categories: ['nothing-of-the-kind'] },
      onBatch: async ({ checkpoint }) => void checkpoints.push(checkpoint),
    });
    const head = await store.head();
    await eventually('it is past them', () => (checkpoints.at(-1) ?? START) >= head);
    await subscription.stop();
    expect(checkpoints.length).toBeGreaterThan(5);
    expect(checkpoints).toEqual([...new Set(checkpoints)].sort((a, b) => a - b));
  });
});
