import type { EventStore, SubscribeOptions } from '@accord/shared/event-store';
import type { ProjectionRunner } from '@accord/shared/read-store';
import { eventually, pause } from './event-store-contract-samples';
import { aHistory, childPlaces, contentsOf, happened, rowsOf, sampleCatalogue, type Scene } from './read-store-contract-samples';

const PATIENCE = 10_000;

/** A record that hands every batch over twice, as a broker would that promises only "at least once". */
const stuttering = (events: EventStore): EventStore => ({
  ...bound(events),
  subscribe: (options: SubscribeOptions) =>
    events.subscribe({
      ...options,
      onBatch: async (batch) => {
        await options.onBatch(batch);
        await options.onBatch(batch);
      },
    }),
});

const bound = (events: EventStore): EventStore => ({
  append: events.append.bind(events),
  readStream: events.readStream.bind(events),
  readAll: events.readAll.bind(events),
  subscribe: events.subscribe.bind(events),
  head: events.head.bind(events),
  close: events.close.bind(events),
});

const healthOf = async (runner: ProjectionRunner) => {
  const [health] = (await runner.health()).projections;
  if (!health) throw new Error('The runner has no projection.');
  return health;
};

export function runningContract(scene: () => Scene): void {
  describe('following the record', () => {
    it('has tables to query before the first event', async () => {
      const { run, store } = scene();
      await run([childPlaces()]).ready;
      expect(await rowsOf(store, 'child_place')).toEqual([]);
    });

    it('writes whole rows, changes some columns, leaves missing rows alone, and removes', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      await happened(events, 'ChildOpened', { child: 'ann', pence: 12, detail: { school: 'Grün "7"' } });
      await happened(events, 'ChildOpened', { child: 'bob' });
      await happened(events, 'ChildMoved', { child: 'nobody', place: 'York' });
      const moved = await happened(events, 'ChildMoved', { child: 'ann', place: 'York' });
      const last = await happened(events, 'ChildClosed', { child: 'bob' });
      expect(await runner.waitFor('child-places', last, PATIENCE)).toBe(true);
      expect(await rowsOf(store, 'child_place')).toEqual([
        { child: 'ann', place: 'York', pence: 12, detail: '{"school":"Grün \\"7\\""}', moved_at: moved },
      ]);
    });

    it('changes nothing when events are handed over twice', async () => {
      const { run, store, events, open } = scene();
      const last = await aHistory(events, 300);
      const runner = run([childPlaces()], { events: stuttering(events), batchSize: 7 });
      expect(await runner.waitFor('child-places', last, PATIENCE)).toBe(true);
      expect((await healthOf(runner)).checkpoint).toBe(last);
      expect(await runner.verify('child-places')).toMatchObject({ agrees: true });
      expect(await contentsOf(store)).toBe(await contentsOf(await open()));
    });

    it('goes on from its checkpoint after a restart', async () => {
      const { run, store, events } = scene();
      const first = run([childPlaces()]);
      await first.waitFor('child-places', await aHistory(events, 200), PATIENCE);
      await first.stop();
      let projected = 0;
      const counting = childPlaces({ project: () => {
        projected += 1;
        return [];
      } });
      const second = run([counting]);
      const last = await happened(events, 'NoteWritten', { child: 'ann', words: 'later' });
      expect(await second.waitFor('child-places', last, PATIENCE)).toBe(true);
      expect(projected).toBe(1);
      expect((await rowsOf(store, 'child_note')).length).toBeGreaterThan(0);
    });

    it('moves its checkpoint over events that it does not handle', async () => {
      const { run, events } = scene();
      const runner = run([childPlaces()]);
      const last = await happened(events, 'SomethingElse', { child: 'ann' });
      expect(await runner.waitFor(['child-places'], last, PATIENCE)).toBe(true);
      expect(await healthOf(runner)).toMatchObject({ checkpoint: last, secondsBehind: 0, parked: 0 });
    });

    it('says after the time given that a position has not been reached', async () => {
      const { run, events } = scene();
      const runner = run([childPlaces()]);
      expect(await runner.waitFor('child-places', (await events.head()) + 5, 30)).toBe(false);
      expect(await runner.waitFor(['child-places', 'unheard-of'], -1, 30)).toBe(false);
    });

    it('writes nothing of a batch whose checkpoint was moved by somebody else, and reads it again', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      await runner.waitFor('child-places', await happened(events, 'ChildOpened', { child: 'ann' }), PATIENCE);
      await eventually('it follows', async () => (await healthOf(runner)).state === 'live');
      // As if another runner had dealt with the next event, and made nothing of it.
      const skipped = (await events.head()) + 1;
      await store.db.updateTable('accord_generations').set({ position: skipped }).where('role', '=', 'live').execute();
      await happened(events, 'ChildOpened', { child: 'skipped' });
      const last = await happened(events, 'ChildOpened', { child: 'cid' });
      expect(await runner.waitFor('child-places', last, PATIENCE)).toBe(true);
      expect((await rowsOf(store, 'child_place', 'child')).map(({ child }) => child)).toEqual(['ann', 'cid']);
    });

    it('is written by one of several runners at a time, and by another when that one ends', async () => {
      const { run, store, events, open } = scene();
      const written = new Map<number, number>();
      const counting = (runner: number) => childPlaces({ project: (event) => {
        written.set(event.position, runner);
        return childPlaces().project(event);
      } });
      const first = run([counting(1)], { batchSize: 5 });
      const second = run([counting(2)], { store: await open(), batchSize: 5 });
      for (let round = 0; round < 5; round++) await aHistory(events, 60);
      await first.waitFor('child-places', await events.head(), PATIENCE);
      expect(await first.verify('child-places')).toMatchObject({ agrees: true });
      await first.stop();
      await aHistory(events, 60);
      expect(await second.waitFor('child-places', await events.head(), PATIENCE)).toBe(true);
      expect(await second.verify('child-places')).toMatchObject({ agrees: true });
      expect((await rowsOf(store, 'child_note')).length).toBeGreaterThan(0);
    });
  });

  describe('with an event that cannot be projected', () => {
    it.each([
      ['unknown-version', 'NoteWritten', { child: 'ann' }, 9],
      ['malformed', 'NoteWritten', { words: 'nobody’s' }, 1],
      ['projection-failed', 'NoteWritten', { child: 'ann', words: 'throw' }, 1],
      ['row-refused', 'NoteWritten', { child: 'ann', words: 'refuse' }, 1],
      ['row-refused', 'NoteWritten', { child: 'ann', words: 'a\0b' }, 1],
    ])('parks it as %s and goes on with the others', async (...[reason, type, data, version]) => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      const position = await happened(events, type, data, version);
      await runner.waitFor('child-places', await happened(events, 'ChildOpened', { child: 'bob' }), PATIENCE);
      expect(await rowsOf(store, 'child_place')).toHaveLength(1);
      expect(await runner.parked.list()).toMatchObject([{ projection: 'child-places', position, type, reason }]);
      expect(JSON.stringify(await runner.parked.list())).not.toContain('ann');
      expect(await runner.health()).toMatchObject({ healthy: false, projections: [{ parked: 1 }] });
    });

    it('parks a type that nobody knows where all types are wanted, and drops it elsewhere', async () => {
      const { run, events } = scene();
      const everything = childPlaces({ name: 'everything', handles: 'all', project: () => [], tables: {} });
      const runner = run([childPlaces(), everything]);
      const last = await happened(events, 'NobodyKnowsThis', { child: 'ann' });
      await runner.waitFor(['child-places', 'everything'], last, PATIENCE);
      expect(await runner.parked.list()).toMatchObject([{ projection: 'everything', reason: 'unknown-type' }]);
    });

    it('projects it again once the cause is mended', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      const position = await happened(events, 'NoteWritten', { child: 'ann', words: 'from the future' }, 2);
      await runner.waitFor('child-places', await aHistory(events, 100), PATIENCE);
      expect(await runner.parked.retry('child-places')).toEqual({ projected: 0, stillParked: 1, rebuilt: false });
      await runner.stop();
      const mended = run([childPlaces()], { catalogue: sampleCatalogue(2) });
      await mended.ready;
      expect(await mended.parked.retry()).toEqual({ projected: 1, stillParked: 0, rebuilt: false });
      expect(await rowsOf(store, 'child_note', 'position')).toContainEqual({ child: 'ann', position, words: 'from the future' });
      expect(await mended.verify('child-places')).toMatchObject({ agrees: true });
    });

    it('never writes a late event over a later one: it rebuilds instead', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      await happened(events, 'ChildOpened', { child: 'ann' });
      await happened(events, 'ChildMoved', { child: 'ann', place: 'Leeds' }, 2);
      await runner.waitFor('child-places', await happened(events, 'ChildMoved', { child: 'ann', place: 'York' }), PATIENCE);
      await runner.stop();
      const mended = run([childPlaces()], { catalogue: sampleCatalogue(2) });
      await mended.ready;
      expect(await mended.parked.retry()).toEqual({ projected: 1, stillParked: 0, rebuilt: true });
      expect(await rowsOf(store, 'child_place')).toMatchObject([{ child: 'ann', place: 'York' }]);
      expect(await mended.verify('child-places')).toMatchObject({ agrees: true });
    });
  });
}

export function absenceOfDatabaseContract(scene: () => Scene, interruptible: boolean): void {
  const title = `while the database is away${interruptible ? '' : ' (not run: a file cannot be away)'}`;
  (interruptible ? describe : describe.skip)(title, () => {
    it('waits, says so, parks nothing, and goes on without a restart', async () => {
      const { run, events, harness, store } = scene();
      const runner = run([childPlaces()], { batchSize: 10 });
      await runner.waitFor('child-places', await aHistory(events, 100), PATIENCE);
      await harness.interrupt?.();
      await aHistory(events, 100);
      await eventually('health says so', async () => (await healthOf(runner)).state === 'waiting');
      expect((await runner.health()).healthy).toBe(false);
      await pause(100);
      await harness.restore?.();
      expect(await runner.waitFor('child-places', await events.head(), PATIENCE)).toBe(true);
      expect(await healthOf(runner)).toMatchObject({ parked: 0 });
      expect(await runner.verify('child-places')).toMatchObject({ agrees: true });
      expect((await rowsOf(store, 'child_note')).length).toBeGreaterThan(0);
    }, 60_000);
  });
}
