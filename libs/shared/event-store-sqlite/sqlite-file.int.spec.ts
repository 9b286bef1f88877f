import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EventStoreUnavailable, serialiseAppend, START } from '@accord/shared/event-store';
import { anEvent, appended, aStream, eventually, idsOf, someEvents } from '@accord/shared/testing';
import { openSqliteEventStore } from './index';
import { Reader } from './reader';
import { Writer } from './writer';

describe('The file of the embedded event store', () => {
  let folder = '';
  let file = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-event-store-'));
    file = join(folder, 'made', 'when-missing', 'events.db');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('refuses, whoever asks, to change or delete an event', async () => {
    const store = await openSqliteEventStore({ file });
    await appended(store, aStream(), someEvents(2));
    await store.close();
    const database = new DatabaseSync(file);
    expect(() => database.exec("UPDATE event SET data = '{}'")).toThrow('an event is never changed');
    expect(() => database.exec('DELETE FROM event WHERE position = 1')).toThrow('an event is never deleted');
    database.close();
  });

  it('is emptied of its log by a close, and holds everything afterwards', async () => {
    const stream = aStream();
    const events = someEvents(3);
    let store = await openSqliteEventStore({ file });
    await appended(store, stream, events);
    await store.close();
    await expect(rm(`${file}-wal`)).rejects.toThrow('ENOENT');
    store = await openSqliteEventStore({ file });
    expect(idsOf(await store.readStream(stream))).toEqual(idsOf(events));
    await store.close();
  });

  it('gives the text of the data to whoever asks for it, the same as they would make of them', async () => {
    const store = await openSqliteEventStore({ file });
    const data = { words: 'Zoë said "yes" \u2028\ud800', weekly: 1.5e21, nought: -0, 7: [null, {}], split: { parts: [0.1] } };
    await appended(store, aStream(), [anEvent({ data }), anEvent()]);
    const { events } = await store.readAll({ limit: 10, withText: true });
    expect(events.map(({ dataText }) => dataText)).toEqual(events.map((event) => JSON.stringify(event.data)));
    const plain = await store.readAll({ limit: 10 });
    expect(plain.events).toEqual(events.map(({ dataText: _, ...event }) => event));
    expect(plain.events.some((event) => 'dataText' in event)).toBe(false);
    await store.close();
  });

  it('is refused when a later version of Accord wrote it, and left as it is', async () => {
    await (await openSqliteEventStore({ file })).close();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 2');
    database.close();
    const refused = openSqliteEventStore({ file });
    await expect(refused).rejects.toBeInstanceOf(EventStoreUnavailable);
    await expect(refused).rejects.toThrow('written by a later version of Accord (schema 2)');
  });

  it('is refused when it is another database, or none', async () => {
    const other = join(folder, 'other.db');
    const database = new DatabaseSync(other);
    database.exec('CREATE TABLE person (name TEXT)');
    database.close();
    await expect(openSqliteEventStore({ file: other })).rejects.toThrow('no event store of Accord');
    await expect(openSqliteEventStore({ file: folder })).rejects.toBeInstanceOf(EventStoreUnavailable);
  });

  it('can be made by eight stores at once, which then share it', async () => {
    // Many rounds: who meets whom while a file is being made is chance.
    for (let round = 0; round < 12; round++) {
      const shared = join(folder, `round-${round}`, 'events.db');
      const stores = await Promise.all(Array.from({ length: 8 }, () => openSqliteEventStore({ file: shared })));
      const stream = aStream();
      const results = await Promise.all(stores.map((store) => store.append(stream, 'no-stream', someEvents(1))));
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      await Promise.all(stores.map((store) => store.close()));
    }
  }, 30_000);

  it('is waited for while another is just making it', async () => {
    const made = join(folder, 'being-made.db');
    const other = new DatabaseSync(made);
    other.exec('BEGIN IMMEDIATE');
    const opening = openSqliteEventStore({ file: made });
    await new Promise((resolve) => setTimeout(resolve, 400));
    other.exec('ROLLBACK');
    other.close();
    const store = await opening;
    expect(await store.append(aStream(), 'no-stream', someEvents(1))).toMatchObject({ ok: true });
    await store.close();
  });

  it('never records a time before that of the event before, whatever the clock does', async () => {
    const times = ['2025-10-06T08:30:00.000Z', '2025-10-06T08:29:59.000Z', '2025-10-06T08:30:00.001Z'];
    const store = await openSqliteEventStore({ file, now: () => times.shift() ?? '' });
    for (let n = 0; n < 3; n++) await appended(store, aStream(), someEvents(1));
    const { events } = await store.readAll({ after: START, limit: 3 });
    expect(events.map(({ recordedAt }) => recordedAt)).toEqual([
      '2025-10-06T08:30:00.000Z', '2025-10-06T08:30:00.000Z', '2025-10-06T08:30:00.001Z',
    ]);
    await store.close();
  });

  it('wakes a subscriber when another process, which broadcasts nothing, has written', async () => {
    const store = await openSqliteEventStore({ file });
    const seen: string[] = [];
    store.subscribe({ after: START, onBatch: async ({ events }) => void seen.push(...idsOf(events)) });
    const database = new DatabaseSync(file);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const from = performance.now();
    database.exec(`INSERT INTO event VALUES (0, '${aStream()}', 0, '${anEvent().id}', 'MeetingHeld', 1, '2025-10-06T08:30:00.000Z', '{}', '{}')`);
    await eventually('the subscriber has it', () => seen.length === 1);
    expect(performance.now() - from).toBeLessThan(500);
    database.close();
    await store.close();
  });

  it('refuses appends by name while another process holds it, and takes them afterwards', async () => {
    const store = await openSqliteEventStore({ file });
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const stream = aStream();
    const events = someEvents(1);
    await expect(store.append(stream, 'no-stream', events)).rejects.toBeInstanceOf(EventStoreUnavailable);
    expect(await store.readStream(stream)).toBeUndefined();
    other.exec('COMMIT');
    other.close();
    expect(await store.append(stream, 'no-stream', events)).toMatchObject({ ok: true });
    await store.close();
  }, 20_000);

  it('stores the neighbours of an append that the file refuses', async () => {
    const store = await openSqliteEventStore({ file });
    const database = new DatabaseSync(file);
    database.exec(`CREATE TRIGGER refuses BEFORE INSERT ON event WHEN new.type = 'Refused' BEGIN SELECT RAISE(ABORT, 'refused'); END`);
    database.close();
    const streams = Array.from({ length: 9 }, () => aStream());
    const appends = streams.map((stream, n) => store.append(stream, 'no-stream', [anEvent(), anEvent({ type: n % 3 === 1 ? 'Refused' : 'Kept' })]));
    const ends = await Promise.allSettled(appends);
    expect(ends.map(({ status }) => status === 'fulfilled')).toEqual(streams.map((_, n) => n % 3 !== 1));
    const stored = await Promise.all(streams.map(async (stream) => (await store.readStream(stream))?.length ?? 0));
    expect(stored).toEqual(streams.map((_, n) => (n % 3 === 1 ? 0 : 2)));
    const { events } = await store.readAll({ after: START, limit: 100 });
    expect(events.map(({ position }) => position)).toEqual(events.map((_, n) => n));
    await store.close();
  });

  it('is served by a new writer thread when the old one has died', async () => {
    const reader = new Reader(file);
    await (await openSqliteEventStore({ file })).close();
    const writer = new Writer({ file, storedAfter: reader.storedAfter.bind(reader), onStored: () => undefined });
    await writer.start();
    const append = (stream: string) => {
      const events = [anEvent()];
      return () => writer.append(stream, 'no-stream', serialiseAppend(stream, 'no-stream', events));
    };
    for (let death = 0; death < 5; death++) {
      const attempts = Array.from({ length: 20 }, () => append(aStream()));
      const underWay = Promise.allSettled(attempts.map((attempt) => attempt()));
      await new Promise((resolve) => setTimeout(resolve, death));
      await writer['worker']?.terminate();
      const unnamed = (await underWay).filter((end) => end.status === 'rejected' && !(end.reason instanceof EventStoreUnavailable));
      expect(unnamed).toEqual([]);
      for (const attempt of attempts) expect(await attempt()).toMatchObject({ ok: true, revision: 0 });
    }
    expect(reader.head()).toBe(99);
    reader.close();
    await writer.close();
  });
});
