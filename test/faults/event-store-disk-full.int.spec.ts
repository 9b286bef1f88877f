import { execFileSync } from 'node:child_process';
import { randomUUIDv7 } from 'node:crypto';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStoreUnavailable, START, type EventStore } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { appendOf, attempts, faultsOf, recordAfter, type Attempt } from './event-store-attempts';
import { AppendingProcess, compileChild } from './event-store-process';

const CALLERS = 8;

const mountSmallDisk = (folder: string): Buffer =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: ['ignore', 'ignore', 'ignore'] });

/** Whether this machine lets us mount a file system of 4 MB. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'accord-mount-'));
  try {
    mountSmallDisk(folder);
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whether the size of a process's files can be limited from outside. */
function canLimitFiles(): boolean {
  try {
    execFileSync('prlimit', ['--version'], { stdio: 'ignore' });
    return process.platform === 'linux';
  } catch {
    return false;
  }
}

describe('A full disk', () => {
  const possible = canMount();
  const disk = mkdtempSync(join(tmpdir(), 'accord-small-disk-'));
  beforeAll(() => {
    if (possible) mountSmallDisk(disk);
  });
  afterAll(() => {
    if (possible) execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  });

  (possible ? it : it.skip)('refuses appends by name, loses nothing, and goes on after room is made', async () => {
    const file = join(disk, 'events.db');
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(1_500_000));
    const store = await openSqliteEventStore({ file });
    const stored: Attempt[] = [];
    for (let filling = 0; filling < 3; filling++) {
      const refused = await fill(store, stored);
      expect(faultsOf(await recordAfter(store, START), stored)).toEqual([]);

      if (filling === 0) rmSync(ballast);
      else execFileSync('mount', ['-o', `remount,size=${4 + filling * 2}m`, disk]);
      for (const attempt of refused) expect(await appendOf(store, attempt)).toMatchObject({ ok: true });
      stored.push(...refused);
    }
    await store.close();
    const again = await openSqliteEventStore({ file });
    expect(faultsOf(await recordAfter(again, START), stored)).toEqual([]);
    await again.close();
  }, 120_000);

  /** Appends with several callers until each was refused; gives what was refused. */
  async function fill(store: EventStore, stored: Attempt[]): Promise<Attempt[]> {
    const caller = async (): Promise<Attempt> => {
      for (const attempt of attempts()) {
        try {
          expect(await appendOf(store, attempt)).toMatchObject({ ok: true });
          stored.push(attempt);
        } catch (error) {
          expect(error).toBeInstanceOf(EventStoreUnavailable);
          return attempt;
        }
      }
      throw new Error('Attempts do not end.');
    };
    return Promise.all(Array.from({ length: CALLERS }, caller));
  }
});

describe('A file that may grow no further', () => {
  const possible = canLimitFiles();
  let compiled: ReturnType<typeof compileChild> | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'accord-limited-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (compiled !== undefined) rmSync(compiled.folder, { recursive: true });
  });

  (possible ? it : it.skip)('fails appends until it may, then everything tried is stored once', async () => {
    compiled = compileChild();
    const file = join(folder, `${randomUUIDv7()}.db`);
    const limited = ['--fsize=2000000:unlimited', process.execPath, compiled.program, file, String(CALLERS), '1'];
    const child = new AppendingProcess('prlimit', limited);
    await child.until(() => child.failures.length >= 3 * CALLERS);
    expect([...new Set(child.failures)].sort()).toEqual(expect.arrayContaining(['failed EventStoreUnavailable']));
    const before = child.acknowledged.size;
    execFileSync('prlimit', ['--pid', String(child.id), '--fsize=unlimited:unlimited']);
    await child.until(() => child.acknowledged.size > before + 200);
    await child.kill();
    expect(statSync(file).size).toBeGreaterThan(0);

    const store = await openSqliteEventStore({ file });
    const open = child.tried.filter(({ ids: [id = ''] }) => !child.acknowledged.has(id));
    for (const attempt of open) expect(await appendOf(store, attempt)).toMatchObject({ ok: true });
    expect(faultsOf(await recordAfter(store, START), child.tried)).toEqual([]);
    await store.close();
  }, 120_000);
});
