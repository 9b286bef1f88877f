import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { openReadStore, runProjections, type ReadStore } from '@accord/shared/read-store';
import { catalogue, noteSome, places } from './projector-sample';

const ROOT = join(__dirname, '..', '..');
const KILLS = Number(process.env['ACCORD_PROJECTOR_KILLS'] ?? 50);
const POINTS = ['row', 'before', 'row', 'after'] as const;
const EVENTS_A_ROUND = 120;
const TIME_MS = 20_000 + KILLS * 4_000;

/** Compiles the child and all that it needs as the build does. */
function compile(): { readonly folder: string; readonly program: string } {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'dist', 'faults-'));
  const libraries = ['kernel', 'event-store', 'event-store-sqlite', 'event-contracts', 'projections', 'read-store'];
  const sources = [...libraries.map((each) => `libs/shared/${each}`), 'test/faults/projector-sample.ts', 'test/faults/projector-child.ts'];
  const swc = join(ROOT, 'node_modules/@swc/cli/bin/swc.js');
  const options = ['-d', folder, '--config-file', '.swcrc', '--extensions', '.ts', '--quiet'];
  execFileSync(process.execPath, [swc, ...sources, ...options], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  return { folder, program: join(folder, 'test/faults/projector-child.js') };
}

async function rowsIn(store: ReadStore): Promise<string> {
  const now = await store.db.selectFrom('place_now').selectAll().orderBy('child').execute();
  return JSON.stringify([now, await store.db.selectFrom('place_then').selectAll().orderBy('position').execute()]);
}

describe('A projector that is killed between a row and its checkpoint', () => {
  let compiled: ReturnType<typeof compile>;
  let folder = '';
  let events: EventStore;
  beforeAll(async () => {
    compiled = compile();
    folder = mkdtempSync(join(tmpdir(), 'accord-projector-'));
    events = await openSqliteEventStore({ file: join(folder, 'events.db') });
  }, 60_000);
  afterAll(async () => {
    await events.close();
    rmSync(folder, { recursive: true });
    rmSync(compiled.folder, { recursive: true });
  });

  it(`ends up, after ${KILLS} kills, byte for byte with the rows of a rebuild`, async () => {
    const readFile = join(folder, 'read.db');
    const signals = new Set<string>();
    for (let kill = 0; kill < KILLS; kill++) {
      await noteSome(events, EVENTS_A_ROUND);
      const point = POINTS[kill % POINTS.length] ?? 'row';
      // Spread over the first, middle and last rows of different batches; always reached in a round.
      const count = point === 'row' ? 1 + ((kill * 37) % 150) : 1 + (kill % 5);
      const child = spawn(process.execPath, [compiled.program, join(folder, 'events.db'), readFile, point, String(count)]);
      const [, signal]: unknown[] = await once(child, 'exit');
      signals.add(String(signal));
    }
    expect([...signals]).toEqual(['SIGKILL']);

    const store = await openReadStore({ engine: 'sqlite', file: readFile });
    const runner = runProjections({ store, events, catalogue, projections: [places] });
    expect(await runner.waitFor('places', await events.head(), 20_000)).toBe(true);
    const incremental = await rowsIn(store);
    const { length } = await store.db.selectFrom('place_then').select('position').execute();
    expect(length).toBe(KILLS * EVENTS_A_ROUND);
    expect(await runner.verify('places')).toMatchObject({ agrees: true });
    await runner.rebuild('places');
    expect(await rowsIn(store)).toBe(incremental);
    expect(await runner.parked.list()).toEqual([]);
    await runner.stop();
    await store.close();
  }, TIME_MS);
});
