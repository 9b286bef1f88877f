import type { ProjectionProgress } from '@accord/shared/read-store';
import { pause } from './event-store-contract-samples';
import { aHistory, childPlaces, contentsOf, happened, projectChild, rowsOf, type Scene } from './read-store-contract-samples';

const PATIENCE = 10_000;

/** The next version: one column more, and a new index. */
const secondVersion = () => {
  const { tables } = childPlaces();
  const place = tables['child_place'];
  const columns = { ...place?.columns, shout: 'text?' } as const;
  return childPlaces({
    version: 2,
    tables: { ...tables, child_place: { key: ['child'], ...place, columns } },
    project: (event) =>
      projectChild(event).map((change) =>
        'put' in change && change.put === 'child_place' ? { ...change, row: { ...change.row, shout: 'hello' } } : change,
      ),
  });
};

export function rebuildingContract(scene: () => Scene): void {
  describe('rebuilding', () => {
    it('gives, byte for byte, what following has given', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()], { batchSize: 3 });
      await runner.waitFor('child-places', await aHistory(events, 700), PATIENCE);
      const followed = await contentsOf(store);
      const progress: ProjectionProgress[] = [];
      const report = await runner.rebuild('child-places', (each) => progress.push(each));
      expect(report).toMatchObject({ position: await events.head(), parked: 0 });
      expect(await contentsOf(store)).toBe(followed);
      expect(progress.map(({ phase }) => phase)).toEqual(expect.arrayContaining(['reading', 'indexing', 'switching']));
    });

    it('serves the old rows until the new ones are whole, then only the new ones', async () => {
      const { run, store, events, open } = scene();
      const old = run([childPlaces()]);
      await old.waitFor('child-places', await aHistory(events, 1_500), PATIENCE);
      const before = (await rowsOf(store, 'child_place')).length;
      const reader = await open();
      const seen = new Set<string>();
      let reading = true;
      const readers = (async () => {
        while (reading) {
          const rows = await rowsOf(reader, 'child_place');
          seen.add(`${rows.length} rows, ${Object.keys(rows[0] ?? {}).length} columns`);
          await pause(1);
        }
      })();
      const next = run([secondVersion()], { store: await open() });
      const last = await happened(events, 'ChildMoved', { child: 'child-0', place: 'last' });
      await next.ready;
      while (!(await rowsOf(reader, 'child_place'))[0]?.['shout']) await pause(5);
      await pause(20);
      reading = false;
      await readers;
      expect([...seen].toSorted()).toEqual([`${before} rows, 5 columns`, `${before} rows, 6 columns`]);
      expect(await next.waitFor('child-places', last, PATIENCE)).toBe(true);
      expect(await next.verify('child-places')).toMatchObject({ agrees: true });
      await expect(old.verify('child-places')).rejects.toThrow();
    });

    it('keeps up with events that arrive meanwhile, and never takes a reader back', async () => {
      const { run, store, events, open } = scene();
      const runner = run([childPlaces()]);
      await runner.waitFor('child-places', await aHistory(events, 2_000), PATIENCE);
      let building = true;
      const writing = (async () => {
        for (; building; await pause(2)) await aHistory(events, 20);
      })();
      const lost: number[] = [];
      const watching = (async () => {
        const reader = await open();
        for (let most = 0; building; await pause(1)) {
          const rows = (await rowsOf(reader, 'child_note')).length;
          if (rows < most) lost.push(rows);
          most = Math.max(most, rows);
        }
      })();
      await runner.rebuild('child-places');
      await runner.rebuild('child-places');
      building = false;
      await Promise.all([writing, watching]);
      expect(lost).toEqual([]);
      expect(await runner.waitFor('child-places', await events.head(), PATIENCE)).toBe(true);
      expect(await runner.verify('child-places')).toMatchObject({ agrees: true });
      expect((await rowsOf(store, 'child_note')).length).toBeGreaterThan(0);
    });

    it('starts again, or goes on, after a crash in the middle', async () => {
      const { run, store, events, open } = scene();
      const old = run([childPlaces()]);
      await old.waitFor('child-places', await aHistory(events, 3_000), PATIENCE);
      await old.stop();
      let projected = 0;
      const dying = secondVersion();
      const second = run([{ ...dying, project: (event) => {
        projected += 1;
        return dying.project(event);
      } }]);
      while (projected < 500) await pause(1);
      await second.stop();
      const third = run([secondVersion()], { store: await open() });
      while (!(await rowsOf(store, 'child_place'))[0]?.['shout']) await pause(5);
      expect(await third.verify('child-places')).toMatchObject({ agrees: true });
      await third.rebuild('child-places');
      expect(await third.verify('child-places')).toMatchObject({ agrees: true });
    });

    it('leaves nothing behind but the tables that serve', async () => {
      const { run, store, events } = scene();
      const runner = run([childPlaces()]);
      await aHistory(events, 50);
      await runner.ready;
      await runner.rebuild('child-places');
      await runner.rebuild('child-places');
      const count = (table: string) => rowsOf(store, table).then((rows) => rows.length);
      await expect(count('child_place__g1')).rejects.toThrow();
      await expect(count('child_note__g2')).rejects.toThrow();
      expect(await count('child_place__g3')).toBe(await count('child_place'));
    });

    it('is not undone by an older build that starts later', async () => {
      const { run, store, events } = scene();
      await aHistory(events, 50);
      const newer = run([secondVersion()]);
      await newer.waitFor('child-places', await events.head(), PATIENCE);
      const older = run([childPlaces()]);
      await older.ready;
      await pause(50);
      expect((await older.health()).projections).toMatchObject([{ state: 'superseded' }]);
      expect(Object.keys((await rowsOf(store, 'child_place'))[0] ?? {})).toContain('shout');
    });
  });
}

export function verifyingContract(scene: () => Scene): void {
  describe('verifying', () => {
    const followed = async () => {
      const { run, events } = scene();
      const runner = run([childPlaces()]);
      await runner.waitFor('child-places', await aHistory(events, 400), PATIENCE);
      return runner;
    };

    it('agrees with what was followed, and counts the rows', async () => {
      const { store, events } = scene();
      const runner = await followed();
      const rows = (await rowsOf(store, 'child_place')).length + (await rowsOf(store, 'child_note')).length;
      expect(await runner.verify('child-places')).toEqual({ agrees: true, rows, position: await events.head() });
    });

    it('names the first value that was altered, in the order of keys', async () => {
      const { store } = scene();
      const runner = await followed();
      const [, second, third] = (await rowsOf(store, 'child_place', 'child')).map(({ child }) => child);
      await store.db.updateTable('child_place__g1').set({ pence: -1 }).where('child', 'in', [third, second]).execute();
      expect(await runner.verify('child-places')).toMatchObject({
        agrees: false,
        difference: { table: 'child_place', key: { child: second }, kind: 'value', column: 'pence', stored: -1 },
      });
    });

    it('names a row that is missing', async () => {
      const { store } = scene();
      const runner = await followed();
      const [first] = await rowsOf(store, 'child_note', 'child', 'position');
      await store.db.deleteFrom('child_note__g1').where('child', '=', first?.['child']).where('position', '=', first?.['position']).execute();
      const difference = { table: 'child_note', key: { child: first?.['child'], position: first?.['position'] }, kind: 'missing' };
      expect(await runner.verify('child-places')).toMatchObject({ agrees: false, difference });
    });

    it('names a row that should not be there, also behind the last', async () => {
      const { store } = scene();
      const runner = await followed();
      await store.db.insertInto('child_note__g1').values({ child: 'zoe', position: 1, words: null }).execute();
      const difference = { table: 'child_note', key: { child: 'zoe', position: 1 }, kind: 'extra' };
      expect(await runner.verify('child-places')).toMatchObject({ agrees: false, difference });
    });

    it('is right while the projection goes on', async () => {
      const { events } = scene();
      const runner = await followed();
      let verifying = true;
      const writing = (async () => {
        for (; verifying; await pause(2)) await aHistory(events, 30);
      })();
      for (let round = 0; round < 5; round++) expect(await runner.verify('child-places')).toMatchObject({ agrees: true });
      verifying = false;
      await writing;
    });
  });
}
