import { START, type EventStore, type ExpectedRevision, type Position } from '@accord/shared/event-store';
import { collect, firstBatchWithEvents, gate } from './event-store-contract-collect';
import {
  aCategory,
  anEvent,
  appended,
  aStream,
  eventually,
  idsOf,
  pause,
  readOn,
  someEvents,
  type EventStoreHarness,
} from './event-store-contract-samples';

/** Promises about subscriptions: order, checkpoints, back-pressure, failure, an end. */
export function subscriptionContract(harness: () => EventStoreHarness): void {
  const store = (): EventStore => harness().store;
  describe('a subscription', () => {
    order(harness);
    checkpoints(store);
    handing(store);
    ending(harness);
  });
}

function order(harness: () => EventStoreHarness): void {
  it('sees every event once and in order while 32 writers write through two adapters', async () => {
    const { store } = harness();
    const other = await harness().open();
    const category = aCategory();
    const after = await store.head();
    const seen = [store, other].map((by) => collect(by, { after, filter: { categories: [category] }, batchSize: 7 }));
    const shared = aStream(category);
    const acknowledged = (await Promise.all(Array.from({ length: 32 }, (_, n) => writer(n % 2 ? store : other, category, shared)))).flat();
    for (const { events } of seen) {
      await eventually('the subscriber has every event', () => events.length >= acknowledged.length);
    }
    const recorded = await readOn(store, { after, limit: 50, filter: { categories: [category] } });
    expect(new Set(acknowledged).size).toBe(acknowledged.length);
    expect([...idsOf(recorded)].sort()).toEqual([...acknowledged].sort());
    for (const { events, subscription } of seen) {
      await subscription.stop();
      expect(events).toEqual(recorded);
    }
    expect(increases(recorded.map(({ position }) => position))).toBe(true);
    const revisions = new Map<string, number>();
    for (const { stream, revision } of recorded) {
      expect(revision).toBe((revisions.get(stream) ?? -1) + 1);
      revisions.set(stream, revision);
    }
    await other.close();
  }, 60_000);
}

/** Appends to a stream of its own and, until it has won three times, to one that all writers share. */
async function writer(store: EventStore, category: string, shared: string): Promise<string[]> {
  const own = aStream(category);
  const acknowledged: string[] = [];
  let revision: ExpectedRevision = 'no-stream';
  for (let round = 0; round < 8; round++) {
    const events = someEvents(1 + (round % 3));
    const result = await store.append(own, revision, events);
    if (!result.ok) throw new Error('Nobody else writes to this stream.');
    revision = result.revision;
    acknowledged.push(...idsOf(events));
  }
  const event = anEvent();
  for (let expected: ExpectedRevision = 'no-stream'; ; ) {
    const result = await store.append(shared, expected, [event]);
    if (result.ok) return [...acknowledged, event.id];
    expected = result.actual;
  }
}

const increases = (positions: readonly number[]): boolean =>
  positions.every((position, n) => n === 0 || position > (positions[n - 1] ?? Infinity));

function checkpoints(store: () => EventStore): void {
  it('starts after its checkpoint, hands over what is stored, then what comes', async () => {
    const category = aCategory();
    const filter = { categories: [category] };
    const early = someEvents(3);
    const late = someEvents(12);
    const { position } = await appended(store(), aStream(category), early);
    await appended(store(), aStream(category), late);
    const { subscription, events, batches } = collect(store(), { after: position, filter, batchSize: 5 });
    await eventually('what was stored', () => events.length >= 12);
    const live = anEvent();
    await appended(store(), aStream(category), [live]);
    await eventually('what came later', () => events.length >= 13);
    await subscription.stop();
    expect(idsOf(events)).toEqual([...idsOf(late), live.id]);
    expect(Math.max(...batches)).toBeLessThanOrEqual(5);
  });

  it('goes on from any checkpoint with nothing missed or repeated', async () => {
    const filter = { categories: [aCategory()] };
    const head = await store().head();
    const events = someEvents(40);
    for (let n = 0; n < 40; n += 4) await appended(store(), aStream(filter.categories[0]), events.slice(n, n + 4));
    const seen: string[] = [];
    for (let after = head; seen.length < 40; ) {
      const { events: batch, checkpoint } = await firstBatchWithEvents(store(), { after, filter, batchSize: 7 });
      expect(checkpoint).toBeGreaterThan(after);
      seen.push(...idsOf(batch));
      after = checkpoint;
    }
    expect(seen).toEqual(idsOf(events));
  });

  it('says each time when everything stored has been handed over', async () => {
    const category = aCategory();
    const after = await store().head();
    const { position } = await appended(store(), aStream(category), someEvents(3));
    const { subscription, events, caughtUpAt } = collect(store(), { after, filter: { categories: [category] } });
    const caughtUp = async (at: Position) =>
      eventually('it has caught up', () => (caughtUpAt.at(-1) ?? START) >= at);
    await caughtUp(position);
    expect(events.at(-1)?.position).toBe(position);
    const later = await appended(store(), aStream(category), someEvents(2));
    await caughtUp(later.position);
    await subscription.stop();
    expect(events.at(-1)?.position).toBe(later.position);
  });

  it('moves its checkpoint past the events that the filter dropped', async () => {
    const after = await store().head();
    const { position } = await appended(store(), aStream(), someEvents(3));
    const seen = collect(store(), { after, filter: { categories: [aCategory()] } });
    const past = () => [...seen.checkpoints, ...seen.caughtUpAt].some((checkpoint) => checkpoint >= position);
    await eventually('the checkpoint is past them', past);
    await seen.subscription.stop();
    expect(seen.events).toEqual([]);
    expect(increases(seen.checkpoints)).toBe(true);
  });

  it('tells at once, while it follows, of positions whose events the filter dropped', async () => {
    const category = aCategory();
    const caughtUp: Position[] = [];
    const nobody = { types: [`Nobody${category}`] };
    const subscription = store().subscribe({
      ...{ after: await store().head(), filter: nobody, onBatch: async () => undefined },
      onCaughtUp: (checkpoint) => caughtUp.push(checkpoint),
    });
    await eventually('it follows', () => caughtUp.length > 0);
    for (let count = 0; count < 3; count++) {
      const { position } = await appended(store(), aStream(category), [anEvent()]);
      await eventually('the position is told', () => (caughtUp.at(-1) ?? START) >= position);
    }
    await subscription.stop();
  });

  it('filters by type and category at once', async () => {
    const category = aCategory();
    const after = await store().head();
    const wanted = anEvent({ type: 'FundingAgreed' });
    await appended(store(), aStream(), [anEvent({ type: 'FundingAgreed' })]);
    await appended(store(), aStream(`${category}-more`), [anEvent({ type: 'FundingAgreed' })]);
    const { position } = await appended(store(), aStream(category), [anEvent(), wanted, anEvent()]);
    const seen = collect(store(), { after, filter: { types: ['FundingAgreed'], categories: [category] } });
    await eventually('it has caught up', () => (seen.caughtUpAt.at(-1) ?? START) >= position);
    await seen.subscription.stop();
    expect(idsOf(seen.events)).toEqual([wanted.id]);
  });
}

function handing(store: () => EventStore): void {
  it('hands over the next batch only when the one before is dealt with', async () => {
    const category = aCategory();
    const after = await store().head();
    const first = gate();
    const seen: string[] = [];
    let under = 0;
    let most = 0;
    const subscription = store().subscribe({
      after,
      filter: { categories: [category] },
      batchSize: 4,
      async onBatch({ events }) {
        most = Math.max(most, ++under);
        seen.push(...idsOf(events));
        if (events.length > 0) await first.opened;
        await pause(1);
        under--;
      },
    });
    const events = someEvents(30);
    await appended(store(), aStream(category), events.slice(0, 2));
    await eventually('the first batch', () => seen.length > 0);
    const held = seen.length;
    for (let n = 2; n < 30; n += 7) await appended(store(), aStream(category), events.slice(n, n + 7));
    await pause(150);
    expect(seen).toHaveLength(held);
    first.open();
    await eventually('the rest', () => seen.length >= 30);
    await subscription.stop();
    expect(seen).toEqual(idsOf(events));
    expect(most).toBe(1);
  });

  it('ends with the error of the subscriber that could not deal with a batch', async () => {
    const category = aCategory();
    const after = await store().head();
    const failure = new Error('this projection has a bug');
    let calls = 0;
    const subscription = store().subscribe({
      after,
      filter: { categories: [category] },
      async onBatch({ events }) {
        if (events.length === 0) return;
        calls++;
        throw failure;
      },
    });
    const ended = expect(subscription.finished).rejects.toBe(failure);
    await appended(store(), aStream(category), someEvents(2));
    await ended;
    await appended(store(), aStream(category), someEvents(2));
    await pause(100);
    expect(calls).toBe(1);
    await subscription.stop().catch(() => undefined);
  });

  it('does not disturb other subscriptions by ending', async () => {
    const category = aCategory();
    const after = await store().head();
    const filter = { categories: [category] };
    const short = collect(store(), { after, filter });
    const long = collect(store(), { after, filter });
    await short.subscription.stop();
    const events = someEvents(3);
    await appended(store(), aStream(category), events);
    await eventually('the other has them', () => long.events.length >= 3);
    await long.subscription.stop();
    expect(idsOf(long.events)).toEqual(idsOf(events));
    expect(short.events).toEqual([]);
  });
}

function ending(harness: () => EventStoreHarness): void {
  const store = (): EventStore => harness().store;

  it('stops only when no batch is being dealt with any more', async () => {
    const category = aCategory();
    const after = await store().head();
    const held = gate();
    const told: string[] = [];
    const subscription = store().subscribe({
      after,
      filter: { categories: [category] },
      async onBatch({ events }) {
        if (events.length === 0) return;
        told.push('begun');
        await held.opened;
        told.push('done');
      },
    });
    await appended(store(), aStream(category), someEvents(1));
    await eventually('a batch is being dealt with', () => told.length > 0);
    const stopped = subscription.stop().then(() => told.push('stopped'));
    await pause(50);
    expect(told).toEqual(['begun']);
    held.open();
    await stopped;
    await subscription.finished;
    expect(told).toEqual(['begun', 'done', 'stopped']);
    await appended(store(), aStream(category), someEvents(1));
    await pause(50);
    expect(told).toHaveLength(3);
    await subscription.stop();
  });

  it('ends, as appends under way are settled, when its store is closed', async () => {
    const closing = await harness().open();
    const { subscription } = collect(closing, { after: await closing.head() });
    const streams = Array.from({ length: 20 }, () => aStream());
    const underWay = streams.map((stream) => closing.append(stream, 'no-stream', someEvents(2)));
    await closing.close();
    await subscription.finished;
    for (const result of await Promise.all(underWay)) expect(result).toMatchObject({ ok: true, revision: 1 });
    for (const stream of streams) expect(await store().readStream(stream)).toHaveLength(2);
    await expect(closing.append(aStream(), 'no-stream', someEvents(1))).rejects.toBeInstanceOf(Error);
  });
}
