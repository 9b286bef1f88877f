import {
  AppendTooLarge,
  LARGEST_APPEND_BYTES,
  MalformedEvent,
  START,
  type EventStore,
  type ExpectedRevision,
  type JsonObject,
  type NewEvent,
} from '@accord/shared/event-store';
import {
  anEvent,
  appended,
  aStream,
  idsOf,
  readOn,
  someEvents,
  type EventStoreHarness,
} from './event-store-contract-samples';

const RACERS = Array.from({ length: 32 }, (_, racer) => racer);

/** Promises about writing: concurrency, idempotence, all or nothing, refusals. */
export function appendContract(harness: () => EventStoreHarness): void {
  const store = (): EventStore => harness().store;

  describe('appending', () => {
    it('answers the revision and the position of the last event appended', async () => {
      const stream = aStream();
      const head = await store().head();
      const first = await store().append(stream, 'no-stream', someEvents(3));
      const events = await store().readStream(stream);
      expect(first).toEqual({ ok: true, revision: 2, position: events?.[2]?.position });
      const second = await store().append(stream, 2, someEvents(1));
      const later = await store().readStream(stream);
      expect(second).toEqual({ ok: true, revision: 3, position: later?.[3]?.position });
      const positions = [head, ...(later ?? []).map(({ position }) => position)];
      expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
      expect(await store().head()).toBeGreaterThanOrEqual(later?.[3]?.position ?? Infinity);
    });

    it('gives back exactly what was written, with its place and its time', async () => {
      const stream = aStream();
      const event = anEvent({
        schemaVersion: 3,
        data: { text: 'Ærø 🧒 "quoted" \\ \u0000 \u2028', deep: { list: [null, true, -0.5, [{}]] }, largest: Number.MAX_SAFE_INTEGER },
        metadata: { ...anEvent().metadata, restsOn: [{ stream: aStream('agreement'), revision: 7 }] },
      });
      const result = await store().append(stream, 'no-stream', [event]);
      const recordedAt: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(result.ok).toBe(true);
      const position = result.ok ? result.position : START;
      expect(await store().readStream(stream)).toEqual([{ ...event, stream, revision: 0, position, recordedAt }]);
    });

    it('sets the time itself, never before that of the event before', async () => {
      const head = await store().head();
      const stream = aStream();
      const forged = { ...anEvent(), recordedAt: '1999-01-01T00:00:00.000Z' };
      await appended(store(), stream, [forged]);
      for (let round = 0; round < 20; round++) await appended(store(), aStream(), someEvents(2));
      const times = (await readOn(store(), { after: head, limit: 100 })).map(({ recordedAt }) => recordedAt);
      expect(times.length).toBeGreaterThanOrEqual(41);
      expect(times).toEqual([...times].sort());
      expect(Math.abs(Date.parse(times[0] ?? '') - Date.now())).toBeLessThan(3_600_000);
    });

    it('stores nothing for an empty list and answers the state of the stream', async () => {
      const stream = aStream();
      expect(await store().append(stream, 'no-stream', [])).toEqual({ ok: true, revision: -1, position: START });
      expect(await store().append(stream, 4, [])).toEqual({ ok: false, reason: 'wrong-revision', actual: 'no-stream' });
      expect(await store().readStream(stream)).toBeUndefined();
      const { position } = await appended(store(), stream, someEvents(2));
      expect(await store().append(stream, 1, [])).toEqual({ ok: true, revision: 1, position });
      expect(await store().append(stream, 0, [])).toEqual({ ok: false, reason: 'wrong-revision', actual: 1 });
      expect(await store().append(stream, 'no-stream', [])).toEqual({ ok: false, reason: 'wrong-revision', actual: 1 });
    });

    it('can be read by another adapter as soon as it is acknowledged', async () => {
      const other = await harness().open();
      try {
        for (let round = 0; round < 20; round++) {
          const stream = aStream();
          const events = someEvents(2);
          await appended(store(), stream, events);
          expect(idsOf(await other.readStream(stream))).toEqual(idsOf(events));
        }
      } finally {
        await other.close();
      }
    });
  });

  describe('optimistic concurrency', () => {
    it('refuses every revision but the present one, and says which it is', async () => {
      const stream = aStream();
      const attempt = (expected: ExpectedRevision) => store().append(stream, expected, someEvents(1));
      expect(await attempt(0)).toEqual({ ok: false, reason: 'wrong-revision', actual: 'no-stream' });
      await appended(store(), stream, someEvents(3));
      for (const wrong of ['no-stream', 0, 1, 3, 99] as const) {
        expect(await attempt(wrong)).toEqual({ ok: false, reason: 'wrong-revision', actual: 2 });
      }
      expect(await store().readStream(stream)).toHaveLength(3);
    });

    it.each(['no-stream', 0] as const)('lets exactly one of 32 racers at %s win', async (expected) => {
      const other = await harness().open();
      const stream = aStream();
      try {
        if (expected === 0) await appended(store(), stream, someEvents(1));
        const attempts = RACERS.map(() => someEvents(2));
        const results = await Promise.all(
          attempts.map((events, racer) => (racer % 2 === 0 ? store() : other).append(stream, expected, events)),
        );
        const winners = results.flatMap((result, racer) => (result.ok ? [racer] : []));
        const last = expected === 0 ? 2 : 1;
        expect(winners).toHaveLength(1);
        expect(results.filter(({ ok }) => !ok)).toEqual(
          RACERS.slice(1).map(() => ({ ok: false, reason: 'wrong-revision', actual: last })),
        );
        const stored = await store().readStream(stream, { from: last - 1 });
        expect(idsOf(stored)).toEqual(idsOf(attempts[winners[0] ?? -1]));
      } finally {
        await other.close();
      }
    });
  });

  describe('idempotence', () => {
    it('answers a repeated append as the first time and stores nothing twice, also after later events', async () => {
      const stream = aStream();
      const first = someEvents(2);
      const second = someEvents(3);
      const firstAnswer = await store().append(stream, 'no-stream', first);
      expect(await store().append(stream, 'no-stream', first)).toEqual(firstAnswer);
      const secondAnswer = await store().append(stream, 1, second);
      expect(await store().append(stream, 'no-stream', first)).toEqual(firstAnswer);
      await appended(store(), stream, someEvents(1));
      expect(await store().append(stream, 1, second)).toEqual(secondAnswer);
      expect(await store().readStream(stream)).toHaveLength(6);
    });

    it('answers through another adapter as well', async () => {
      const stream = aStream();
      const events = someEvents(2);
      const answer = await store().append(stream, 'no-stream', events);
      const other = await harness().open();
      expect(await other.append(stream, 'no-stream', events)).toEqual(answer);
      await other.close();
      expect(await store().readStream(stream)).toHaveLength(2);
    });

    it('stores an append once though it is sent eight times at once', async () => {
      const stream = aStream();
      const events = someEvents(2);
      const results = await Promise.all(Array.from({ length: 8 }, () => store().append(stream, 'no-stream', events)));
      expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
      expect(results[0]).toMatchObject({ ok: true, revision: 1 });
      expect(idsOf(await store().readStream(stream))).toEqual(idsOf(events));
    });

    it('takes the first two of three ids as a repetition', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await store().append(stream, 'no-stream', events);
      const position = (await store().readStream(stream))?.[1]?.position;
      expect(await store().append(stream, 'no-stream', events.slice(0, 2))).toEqual({ ok: true, revision: 1, position });
      expect(await store().readStream(stream)).toHaveLength(3);
    });

    it('refuses old ids with new ones added, and other ids at an old revision', async () => {
      const stream = aStream();
      const events = someEvents(3);
      await store().append(stream, 'no-stream', events);
      const refused = { ok: false, reason: 'wrong-revision', actual: 2 };
      expect(await store().append(stream, 'no-stream', [...events, anEvent()])).toEqual(refused);
      expect(await store().append(stream, 1, [...events.slice(2), anEvent()])).toEqual(refused);
      expect(await store().append(stream, 'no-stream', [...events.slice(0, 1), anEvent()])).toEqual(refused);
      expect(await store().append(stream, 'no-stream', someEvents(3))).toEqual(refused);
      expect(await store().readStream(stream)).toHaveLength(3);
    });
  });

  refusals(store);
}

function refusals(store: () => EventStore): void {
  describe('what no store can hold', () => {
    const twice = anEvent();
    // The casts make what the types forbid: these tests are about callers that get past them.
    const noJson = (data: unknown): NewEvent => anEvent({ data: data as JsonObject });
    const malformed: readonly (readonly [string, readonly NewEvent[]])[] = [
      ['an id that is no UUID', [anEvent({ id: 'not-a-uuid' })]],
      ['a missing id', [anEvent({ id: '' })]],
      ['one id twice in a batch', [twice, twice]],
      ['an empty type', [anEvent({ type: '' })]],
      ["a system's type", [anEvent({ type: '$metadata' })]],
      ['a BigInt in its data', [noJson({ pence: 1n })]],
      ['no data', [noJson(undefined)]],
      ['a text as data', [noJson('text')]],
      ['a list as data', [noJson([1, 2])]],
      ['a version of nought', [anEvent({ schemaVersion: 0 })]],
    ];

    it.each(malformed)('%s is refused, and nothing of the append is stored', async (_what, events) => {
      const stream = aStream();
      await expect(store().append(stream, 'no-stream', [anEvent(), ...events])).rejects.toBeInstanceOf(MalformedEvent);
      expect(await store().readStream(stream)).toBeUndefined();
      expect(await store().append(stream, 'no-stream', [anEvent()])).toMatchObject({ ok: true, revision: 0 });
    });

    it.each(['', 'child', '$all', 'Child-01a20616-8da6-7c32-abee-da67c801a3aa', 'child-01a20616'])(
      'a stream named "%s" is refused',
      async (stream) => {
        await expect(store().append(stream, 'no-stream', [anEvent()])).rejects.toBeInstanceOf(MalformedEvent);
      },
    );

    it.each([-1, 0.5, NaN])('an expected revision of %s is refused', async (expected) => {
      const stream = aStream();
      await expect(store().append(stream, expected, [anEvent()])).rejects.toBeInstanceOf(MalformedEvent);
      expect(await store().readStream(stream)).toBeUndefined();
    });

    it('an append larger than every adapter can store is refused whole', async () => {
      const stream = aStream();
      const half = anEvent({ data: { text: 'ü'.repeat(LARGEST_APPEND_BYTES / 4) } });
      const append = store().append(stream, 'no-stream', [half, { ...half, id: anEvent().id }]);
      await expect(append).rejects.toBeInstanceOf(AppendTooLarge);
      expect(await store().readStream(stream)).toBeUndefined();
    });

    it('an append just within the limit is stored whole', async () => {
      const stream = aStream();
      const data = { text: 'x'.repeat(LARGEST_APPEND_BYTES - 2_000) };
      expect(await store().append(stream, 'no-stream', [anEvent({ data })])).toMatchObject({ ok: true });
      expect((await store().readStream(stream))?.[0]?.data).toEqual(data);
    });
  });
}
