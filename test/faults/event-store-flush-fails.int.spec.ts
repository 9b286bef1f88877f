import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { appendOf, faultsOf, recordAfter } from './event-store-attempts';
import { AppendingProcess, compileChild } from './event-store-process';

const CALLERS = 8;
const FAILURES = 10 * CALLERS;
/** From the twentieth flush on, every seventh fails: the disk says that it may not have kept the data. */
const FAILING = 'inject=fsync,fdatasync:error=EIO:when=20+7';

/** Whether this machine lets us make system calls of another process fail. */
function canInject(): boolean {
  try {
    execFileSync('strace', ['-D', '-qq', '-o', '/dev/null', '-e', FAILING, 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe('A disk whose flushes fail', () => {
  let compiled: ReturnType<typeof compileChild> | undefined;
  const folder = mkdtempSync(join(tmpdir(), 'accord-flush-'));
  afterAll(() => {
    rmSync(folder, { recursive: true });
    if (compiled !== undefined) rmSync(compiled.folder, { recursive: true });
  });

  (canInject() ? it : it.skip)('fails appends by name, keeps what it acknowledged, and goes on by itself', async () => {
    compiled = compileChild();
    const file = join(folder, 'events.db');
    const traced = ['-D', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync,fdatasync', '-e', FAILING];
    const child = new AppendingProcess('strace', [...traced, process.execPath, compiled.program, file, String(CALLERS), '1']);
    await child.until(() => child.failures.length >= FAILURES && child.acknowledged.size >= FAILURES);
    await child.kill();
    const names = new Set(child.failures);
    names.delete('failed AppendFateUnknown');
    expect([...names]).toEqual(['failed EventStoreUnavailable']);

    const store = await openSqliteEventStore({ file });
    const found = new Set((await recordAfter(store, START)).map(({ id }) => id));
    expect([...child.acknowledged].filter((id) => !found.has(id))).toEqual([]);
    const open = child.tried.filter(({ ids: [id = ''] }) => !child.acknowledged.has(id));
    for (const attempt of open) expect(await appendOf(store, attempt)).toMatchObject({ ok: true });
    expect(faultsOf(await recordAfter(store, START), child.tried)).toEqual([]);
    await store.close();
  }, 120_000);
});
