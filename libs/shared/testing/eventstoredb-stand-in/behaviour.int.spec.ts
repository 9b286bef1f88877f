import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  eventTypeFilter,
  jsonEvent,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AppendExpectedRevision,
  type Position,
} from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { eventually, pause } from '../event-store-contract-samples';
import { EventStoreDbStandIn } from './stand-in';

/**
 * What a real EventStoreDB 24.2.0 was seen to do, asked of the stand-in through the bare client, and
 * of a real server whenever EVENTSTOREDB_URL is set: the same list, so that the two cannot part.
 */
function behaviour(name: string, start: () => Promise<{ readonly url: string; stop(): Promise<void> }>): void {
  describe(`The behaviour of ${name}`, () => {
    let client: EventStoreDBClient;
    let stop: () => Promise<void>;
    beforeAll(async () => {
      const server = await start();
      ({ stop } = server);
      client = EventStoreDBClient.connectionString(server.url);
    });
    afterAll(async () => {
      await client.dispose();
      await stop();
    });

    const aStream = (): string => `behaviour-${randomUUID()}`;
    const anEvent = (id: string = randomUUID(), data = {}) => jsonEvent({ id, type: 'SomethingHappened', data });
    const append = (stream: string, expectedRevision: AppendExpectedRevision, events = [anEvent()]) =>
      client.appendToStream(stream, events, { expectedRevision });
    const failure = (call: Promise<unknown>): Promise<unknown> => call.then((value) => ({ value }), (error: unknown) => error);
    const ids = (events: readonly { readonly event?: { readonly id: string } }[]) => events.map(({ event }) => event?.id);
    const readStream = async (stream: string, options = {}) => {
      const events = [];
      for await (const event of client.readStream(stream, options)) events.push(event);
      return events;
    };
    const readAll = async (options = {}) => {
      const events: AllStreamResolvedEvent[] = [];
      for await (const event of client.readAll(options)) events.push(event);
      return events;
    };
    const positionOf = async (stream: string): Promise<Position> => {
      const position = (await readStream(stream, { fromRevision: END, direction: BACKWARDS, maxCount: 1 }))[0]?.event?.position;
      if (!position) throw new Error('no position');
      return position;
    };

    describe('appending', () => {
      it('succeeds at no stream, at the exact revision, at any and where the stream exists', async () => {
        const stream = aStream();
        expect(await append(stream, 'no_stream')).toMatchObject({ success: true, nextExpectedRevision: 0n });
        expect(await append(stream, 0n)).toMatchObject({ success: true, nextExpectedRevision: 1n });
        expect(await append(stream, 'any')).toMatchObject({ success: true, nextExpectedRevision: 2n });
        const { position } = await append(stream, 'stream_exists', [anEvent(), anEvent()]);
        expect(position).toEqual(await positionOf(stream));
        expect(position?.commit).toBe(position?.prepare);
      });

      it('tells a conflict by type, without text or code', async () => {
        const stream = aStream();
        const missing = await failure(append(stream, 3n));
        expect(missing).toMatchObject({ type: 'wrong-expected-version', streamName: stream, expectedVersion: 3n, actualVersion: 'no_stream', message: '', code: undefined });
        await append(stream, 'no_stream');
        expect(await failure(append(stream, 'no_stream'))).toMatchObject({ type: 'wrong-expected-version', actualVersion: 0n });
      });

      it('answers a repetition at the same revision as the first time, also with other data', async () => {
        const stream = aStream();
        const events = [anEvent(), anEvent(), anEvent()];
        const first = await append(stream, 'no_stream', events);
        await append(stream, 2n);
        expect(await append(stream, 'no_stream', events)).toEqual(first);
        expect(await append(stream, 'no_stream', events.map(({ id }) => anEvent(id, { other: 1 })))).toEqual(first);
        expect(await append(stream, 'no_stream', events.slice(0, 2))).toMatchObject({ success: true, nextExpectedRevision: 1n });
        expect(await failure(append(stream, 'no_stream', [...events, anEvent()]))).toMatchObject({ type: 'wrong-expected-version', actualVersion: 3n });
        expect(await readStream(stream)).toHaveLength(4);
      });

      it('knows a repetition at any and where the stream exists', async () => {
        const stream = aStream();
        const event = anEvent();
        await append(stream, 'any', [event]);
        await append(stream, 'any', [event]);
        await append(stream, 'stream_exists', [event]);
        expect(await readStream(stream)).toHaveLength(1);
      });

      it('writes the same id again at the present head, twice in a batch, and in another stream', async () => {
        const stream = aStream();
        const event = anEvent();
        await append(stream, 'no_stream', [event, event]);
        await append(stream, 1n, [event]);
        await append(aStream(), 'no_stream', [event]);
        expect(ids(await readStream(stream))).toEqual([event.id, event.id, event.id]);
      });

      it('succeeds for nothing at all, and makes no stream', async () => {
        const stream = aStream();
        expect(await append(stream, 'no_stream', [])).toMatchObject({ success: true });
        expect(await failure(readStream(stream))).toMatchObject({ type: 'stream-not-found' });
      });

      it('takes 1,048,576 bytes in one call, all events together, and no more', async () => {
        const half = (bytes: number) => [anEvent(randomUUID(), { text: 'x'.repeat(bytes) }), anEvent(randomUUID(), { text: 'x'.repeat(bytes) })];
        expect(await append(aStream(), 'no_stream', half(524_000))).toMatchObject({ success: true });
        expect(await failure(append(aStream(), 'no_stream', half(525_000)))).toMatchObject({ type: 'maximum-append-size-exceeded' });
      });

      it('keeps the ids that it is given, in lower case', async () => {
        const stream = aStream();
        await append(stream, 'no_stream', [anEvent('0199A7C4-1B2C-7D3E-8F40-516273849AB0')]);
        expect(ids(await readStream(stream))).toEqual(['0199a7c4-1b2c-7d3e-8f40-516273849ab0']);
      });
    });

    describe('reading a stream', () => {
      it('gives nothing beyond the end, event 0 backwards from nowhere, and fails for a count of nought', async () => {
        const stream = aStream();
        await append(stream, 'no_stream', [anEvent(), anEvent(), anEvent()]);
        expect(await readStream(stream, { fromRevision: 3n })).toEqual([]);
        expect((await readStream(stream, { direction: BACKWARDS })).map(({ event }) => event?.revision)).toEqual([0n]);
        expect(await readStream(stream, { direction: BACKWARDS, fromRevision: 99n })).toHaveLength(3);
        expect(await failure(readStream(stream, { maxCount: 0 }))).toMatchObject({ type: 'unknown' });
      });

      it('goes on from the old revision after a soft deletion, and never after a tombstone', async () => {
        const stream = aStream();
        await append(stream, 'no_stream', [anEvent(), anEvent()]);
        await client.deleteStream(stream);
        expect(await failure(readStream(stream))).toMatchObject({ type: 'stream-not-found' });
        expect(await append(stream, 'no_stream')).toMatchObject({ nextExpectedRevision: 2n });
        // A server lifts the deletion in a write of its own, some milliseconds after it has acknowledged the append.
        await eventually('the deletion is lifted', () => readStream(stream).then(() => true, () => false));
        expect((await readStream(stream)).map(({ event }) => event?.revision)).toEqual([2n]);
        await client.tombstoneStream(stream);
        expect(await failure(readStream(stream))).toMatchObject({ type: 'stream-deleted' });
        expect(await failure(append(stream, 'any'))).toMatchObject({ type: 'stream-deleted' });
      });
    });

    describe('reading all', () => {
      it('includes the position forwards, excludes it backwards', async () => {
        const [first, second] = [aStream(), aStream()];
        await append(first, 'no_stream');
        await append(second, 'no_stream');
        const fromPosition = await positionOf(second);
        expect((await readAll({ fromPosition, maxCount: 1 }))[0]?.event?.streamId).toBe(second);
        expect((await readAll({ fromPosition, maxCount: 1, direction: BACKWARDS }))[0]?.event?.position.commit).toBeLessThan(fromPosition.commit);
      });

      it('fails for a position that is none, and gives nothing for one beyond the end', async () => {
        const stream = aStream();
        await append(stream, 'no_stream');
        const { commit } = await positionOf(stream);
        expect(await failure(readAll({ fromPosition: { commit: commit - 1n, prepare: commit - 1n } }))).toMatchObject({ type: 'unknown', message: expect.stringMatching(/InvalidPosition/) });
        const beyond = commit + 1_000_000n;
        expect(await failure(readAll({ fromPosition: { commit: beyond, prepare: beyond } }))).toEqual({ value: [] });
      });

      it("gives the server's own events as well, whatever filter is passed", async () => {
        const types = (await readAll({ maxCount: 50, filter: eventTypeFilter({ prefixes: ['Some'] }) })).map(({ event }) => event?.type ?? '');
        expect(types.some((type) => type.startsWith('$'))).toBe(true);
      });
    });

    describe('a subscription to all', () => {
      it('announces the last place it sent or began at when it has caught up: 2^64 - 1 where that is the start, nothing where there was nothing to do', async () => {
        const from = aStream();
        await append(from, 'no_stream');
        const announced = async (fromPosition: Position | 'start'): Promise<Position | undefined> => {
          const checkpoints: Position[] = [];
          let caughtUp = false;
          const filter = streamNameFilter({ prefixes: ['nobody-'], maxSearchWindow: 1_000_000, checkpointReached: (_, place) => void checkpoints.push(place) });
          const source = client.subscribeToAll({ fromPosition, filter });
          source.on('error', () => undefined);
          source.on('caughtUp', () => (caughtUp = true));
          source.resume();
          await eventually('it has caught up', () => caughtUp);
          await source.unsubscribe();
          return checkpoints.at(-1);
        };
        const place = await positionOf(from);
        expect(await announced(place)).toBeUndefined();
        await append(from, 0n);
        expect(await announced(place)).toEqual(place);
        expect(await announced('start')).toEqual({ commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n });
      });

      it('starts after the position, says when it has caught up, and goes on live', async () => {
        const stream = aStream();
        await append(stream, 'no_stream');
        const told: string[] = [];
        const source = client.subscribeToAll({ fromPosition: await positionOf(stream), filter: streamNameFilter({ prefixes: [stream] }) });
        source.on('confirmation', () => told.push('confirmed'));
        source.on('caughtUp', () => told.push('caught up'));
        source.on('data', ({ event }) => told.push(String(event?.revision)));
        source.on('error', () => undefined);
        await eventually('it has caught up', () => told.includes('caught up'));
        await append(stream, 0n, [anEvent(), anEvent()]);
        await eventually('both have come', () => told.length >= 4);
        await source.unsubscribe();
        expect(told).toEqual(['confirmed', 'caught up', '1', '2']);
      });

      it('announces checkpoints past what its filter drops, with equal halves', async () => {
        const from = aStream();
        await append(from, 'no_stream');
        const checkpoints: Position[] = [];
        const filter = streamNameFilter({
          prefixes: ['nobody-'],
          checkpointReached: (_, position) => void checkpoints.push(position),
        });
        const source = client.subscribeToAll({ fromPosition: await positionOf(from), filter });
        source.on('error', () => undefined);
        for (let n = 0; n < 4; n++) await append(aStream(), 'no_stream', Array.from({ length: 40 }, () => anEvent()));
        await eventually('checkpoints', () => checkpoints.length >= 2);
        await pause(20);
        await source.unsubscribe();
        expect(checkpoints.every(({ commit, prepare }) => commit === prepare)).toBe(true);
        const after = checkpoints[0];
        expect(await failure(readAll({ fromPosition: after, maxCount: 1 }))).toMatchObject({ value: [{}] });
      });
    });
  });
}

behaviour('the EventStoreDB stand-in', async () => {
  const standIn = await new EventStoreDbStandIn().start();
  return { url: standIn.url, stop: () => standIn.stop() };
});

describe('The EventStoreDB stand-in, stopped and started again', () => {
  it('ends an open subscription with one error and nothing after it; the client appends again by itself', async () => {
    const standIn = await new EventStoreDbStandIn().start();
    const client = EventStoreDBClient.connectionString(standIn.url);
    const told: string[] = [];
    const source = client.subscribeToAll();
    for (const event of ['error', 'end', 'close', 'caughtUp']) source.on(event, () => told.push(event));
    source.resume();
    await eventually('it is live', () => told.includes('caughtUp'));
    const append = () => client.appendToStream('a', jsonEvent({ type: 'A', data: {} }), { expectedRevision: 'any' });
    await append();
    await standIn.stop();
    await eventually('it was told', () => told.includes('error'));
    await expect(append()).rejects.toMatchObject({ code: 14 });
    await standIn.start();
    let stored = false;
    await eventually('it appends again', async () => (stored = await append().then(() => true, () => stored)));
    await pause(100);
    expect(told).toEqual(['caughtUp', 'error']);
    expect(source.destroyed).toBe(false);
    expect(standIn.log.stream('a')).toHaveLength(2);
    await client.dispose();
    await standIn.stop();
  });
});

const url = process.env['EVENTSTOREDB_URL'];
if (url === undefined) {
  describe.skip('The behaviour of EventStoreDB at EVENTSTOREDB_URL (not run: EVENTSTOREDB_URL is not set)', () => {
    it('is as the stand-in shows it', () => undefined);
  });
} else {
  behaviour('EventStoreDB at EVENTSTOREDB_URL', () => Promise.resolve({ url, stop: () => Promise.resolve() }));
}
