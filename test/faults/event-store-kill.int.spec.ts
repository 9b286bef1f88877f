import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type Position } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { appendOf, faultsOf, recordAfter } from './event-store-attempts';
import { AppendingProcess, compileChild } from './event-store-process';

const KILLS = Number(process.env['ACCORD_KILLS'] ?? 100);
const CALLERS = 8;
const READY_WITHIN = 2_000;

describe('A process that is killed while it appends', () => {
  let folder = '';
  let compiled: ReturnType<typeof compileChild>;
  beforeAll(async () => {
    compiled = compileChild();
    folder = await mkdtemp(join(tmpdir(), 'accord-kill-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await rm(compiled.folder, { recursive: true });
  });

  it(`loses, doubles and halves nothing acknowledged in ${KILLS} kills, and is ready again in 2 s`, async () => {
    const file = join(folder, 'events.db');
    let verified: Position = START;
    let acknowledged = 0;
    let unanswered = 0;
    let slowest = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = new AppendingProcess(process.execPath, [compiled.program, file, String(CALLERS)]);
      await child.until(() => child.acknowledged.size > 0);
      // Spread over a group commit, a checkpoint of the log and what lies between.
      await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 61));
      await child.kill();

      const from = performance.now();
      const store = await openSqliteEventStore({ file });
      slowest = Math.max(slowest, performance.now() - from, child.openedIn ?? Infinity);
      const found = await recordAfter(store, verified);
      const ids = new Set(found.map(({ id }) => id));
      const stored = child.tried.filter((attempt) => attempt.ids.some((id) => ids.has(id)));
      expect(faultsOf(found, stored)).toEqual([]);
      const lost = child.tried.filter(({ ids: [id = ''] }) => child.acknowledged.has(id) && !ids.has(id));
      expect(lost).toEqual([]);
      expect(child.failures).toEqual([]);

      // Whoever got no answer asks again: stored or not before the kill, it is there once afterwards.
      const open = child.tried.filter(({ ids: [id = ''] }) => !child.acknowledged.has(id));
      for (const attempt of open) expect(await appendOf(store, attempt)).toMatchObject({ ok: true });
      expect(faultsOf(await recordAfter(store, verified), child.tried)).toEqual([]);
      verified = await store.head();
      await store.close();
      acknowledged += child.acknowledged.size;
      unanswered += open.length;
    }
    expect(slowest).toBeLessThanOrEqual(READY_WITHIN);
    expect(acknowledged).toBeGreaterThan(KILLS);
    process.stdout.write(`${KILLS} kills: ${acknowledged} appends acknowledged, ${unanswered} unanswered, slowest start ${Math.ceil(slowest)} ms\n`);
  }, 60_000 + KILLS * 1_000);
});
