import { AppendFateUnknown, EventStoreUnavailable, type EventStore, type ExpectedRevision, type NewEvent } from '@accord/shared/event-store';
import { collect } from './event-store-contract-collect';
import { aCategory, anEvent, appended, aStream, eventually, idsOf, pause, readOn, type EventStoreHarness } from './event-store-contract-samples';

const PATIENCE = 60_000;

/** Promises about a store that goes away and comes back: nothing is lost, nobody needs a restart. */
export function absenceContract(harness: () => EventStoreHarness, offered: boolean): void {
  const test = offered ? it : it.skip;
  const absent = async (during: () => Promise<void>): Promise<void> => {
    await harness().interrupt?.();
    try {
      await during();
    } finally {
      await harness().restore?.();
    }
  };

  describe(`when the store goes away and comes back${offered ? '' : ' (not run: this store lives in the process)'}`, () => {
    test('an append fails by name and succeeds when it is repeated later, stored once', async () => {
      const { store } = harness();
      const stream = aStream();
      const event = anEvent();
      await absent(async () => {
        const failure = await store.append(stream, 'no-stream', [event]).catch((error: unknown) => error);
        const named = failure instanceof EventStoreUnavailable || failure instanceof AppendFateUnknown;
        expect(named ? 'named' : failure).toBe('named');
      });
      expect(await insist(store, stream, { event, expected: 'no-stream' })).toMatchObject({ ok: true, revision: 0 });
      expect(idsOf(await store.readStream(stream))).toEqual([event.id]);
    }, PATIENCE);

    test('a subscription goes on by itself, with nothing missed or repeated', async () => {
      const { store } = harness();
      const category = aCategory();
      const seen = collect(store, { after: await store.head(), filter: { categories: [category] } });
      const events = [anEvent(), anEvent(), anEvent()];
      await appended(store, aStream(category), events.slice(0, 1));
      await eventually('the event before', () => seen.events.length === 1);
      await absent(async () => {
        await eventually('the subscriber was told', () => seen.interruptions.length > 0, 30_000);
      });
      for (const event of events.slice(1)) await insist(store, aStream(category), { event, expected: 'no-stream' });
      await eventually('the events after', () => seen.events.length >= 3, 30_000);
      await seen.subscription.stop();
      expect(idsOf(seen.events)).toEqual(idsOf(events));
    }, PATIENCE);

    test('a subscription that is stopped meanwhile ends', async () => {
      const { store } = harness();
      const { subscription } = collect(store, { after: await store.head() });
      await absent(async () => {
        await subscription.stop();
        await subscription.finished;
      });
    }, PATIENCE);

    test('nothing acknowledged to eight busy writers is lost, doubled or out of order', async () => {
      const { store } = harness();
      const category = aCategory();
      const after = await store.head();
      const seen = collect(store, { after, filter: { categories: [category] } });
      let enough = false;
      const writers = Array.from({ length: 8 }, () => busyWriter(store, aStream(category), () => enough));
      await pause(100);
      await absent(() => pause(300));
      await eventually('writing goes on', async () => {
        const stored = await store.head().catch(() => -1);
        return stored > after;
      }, 30_000);
      await pause(500);
      enough = true;
      const written = (await Promise.all(writers)).flat();
      const recorded = await readOn(store, { after, limit: 200, filter: { categories: [category] } });
      expect([...idsOf(recorded)].sort()).toEqual([...written].sort());
      await eventually('the subscriber has every event', () => seen.events.length >= recorded.length, 30_000);
      await seen.subscription.stop();
      expect(seen.events).toEqual(recorded);
    }, PATIENCE);
  });
}

interface Insisted {
  readonly event: NewEvent;
  readonly expected: ExpectedRevision;
}

/** Repeats the append, ids and expected revision unchanged, until the store answers. */
async function insist(store: EventStore, stream: string, { event, expected }: Insisted) {
  for (const until = Date.now() + 30_000; ; await pause(50)) {
    try {
      return await store.append(stream, expected, [event]);
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

async function busyWriter(store: EventStore, stream: string, enough: () => boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  let revision: ExpectedRevision = 'no-stream';
  while (!enough()) {
    const event = anEvent();
    const result = await insist(store, stream, { event, expected: revision });
    if (!result.ok) throw new Error(`A repeated append was taken for a conflict at ${String(result.actual)}.`);
    revision = result.revision;
    acknowledged.push(event.id);
  }
  return acknowledged;
}
