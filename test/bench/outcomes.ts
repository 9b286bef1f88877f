import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AreaProcess } from './area-process';
import { fillRecord } from './fill-record';
import { openRoom, prepareMatters, recordOutcome } from './panel-room';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const RECORD = 20_000;
const WARM = 50;
const OUTCOMES = 500;

/**
 * Outcomes of prepared matters, one after the other as whoever takes the minutes records them: the whole route,
 * over HTTP, of a panel of eight who voted, with papers, conditions and schemes of delegation, in an area with a record.
 */
export async function measureOutcomes(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-outcomes-'));
  try {
    const children = await fillRecord(folder, RECORD);
    const area = await AreaProcess.start(folder);
    const room = await openRoom(area);
    const matters = await prepareMatters(room, WARM + OUTCOMES, children);
    await area.caughtUp();
    const times: number[] = [];
    for (const matter of matters) times.push(await recordOutcome(room, matter));
    await area.stop();
    const ours = percentile(times.slice(WARM), 0.95);
    return [withinLimit('record an outcome over HTTP, p95', { ours, limit: 30, unit: 'ms' })];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
