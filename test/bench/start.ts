import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const STARTS = 7;

/** From the start of the process to its banner, the demonstration loaded before, and the memory it then holds. */
export async function measureStart(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-start-'));
  try {
    await startOnce(folder);
    const starts: Started[] = [];
    for (let count = 0; count < STARTS; count++) starts.push(await startOnce(folder));
    const ms = percentile(starts.map((started) => started.ms), 0.5);
    const mebibytes = percentile(starts.map((started) => started.mebibytes), 0.5);
    return [
      withinLimit('start to ready, demonstration loaded before', { ours: ms, limit: 2_000, unit: 'ms' }),
      withinLimit('resident memory after the start', { ours: mebibytes, limit: 250, unit: 'MB' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Started {
  readonly ms: number;
  readonly mebibytes: number;
}

async function startOnce(folder: string): Promise<Started> {
  const start = performance.now();
  const main = join(__dirname, '../../apps/standalone/main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main, '--demonstration'], {
    env: { ...process.env, ACCORD_DATA: folder, ACCORD_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  const ms = performance.now() - start;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8');
  child.kill('SIGTERM');
  await once(child, 'exit');
  return { ms, mebibytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024 };
}
