import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { LINES_A_CHILD, openFilledArea } from './fill-area';
import { withinLimit } from './row';
import type { Row } from './row';
import type { Closed } from './statements-process';

const CHILDREN = 20_000;
const run = promisify(execFile);

/**
 * The monthly statements of an area of 20,000 children with 60,000 open lines, in a process of their own so that its
 * memory is theirs: a first month, and a second after an agreement was given notice, so that every child's closed month
 * is looked at again.
 */
export async function measureStatements(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-statements-'));
  try {
    await (await openFilledArea(folder, CHILDREN)).close();
    const { stdout } = await run(process.execPath, [join(__dirname, 'statements-process.js'), folder]);
    // Our own process printed it.
    const { seconds, adjustingSeconds, megabytes } = JSON.parse(stdout) as Closed;
    const what = `the statements of a month, ${CHILDREN} children with ${CHILDREN * LINES_A_CHILD} open lines`;
    return [
      withinLimit(what, { ours: seconds, limit: 30, unit: 's' }),
      withinLimit(`${what}, every closed month looked at again`, { ours: adjustingSeconds, limit: 30, unit: 's' }),
      withinLimit(`${what}: resident memory`, { ours: megabytes, limit: 500, unit: 'MB' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
