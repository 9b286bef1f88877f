import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { configurationFrom, openStores } from '@accord/composition';
import type { Person } from '../journeys/person';
import { AreaProcess } from './area-process';
import { childOfManyLines, fillChildOfManyLines } from './fill-area';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const LINES = 40;
const WARM = 100;
const ASKED = 500;

/** Who pays what for one child of 40 lines over five years, asked over HTTP one question after the other. */
export async function measureWhoPays(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-who-pays-'));
  try {
    // The first start makes the keys, without which a record is not opened.
    await (await AreaProcess.start(folder)).stop();
    const stores = await openStores(configurationFrom({ ACCORD_DATA: folder }));
    await fillChildOfManyLines(stores.events, LINES);
    await stores.close();
    const area = await AreaProcess.start(folder);
    const auditor = await area.person('auditor');
    await untilTold(auditor);
    const what = `HTTP: who pays, one child, five years, ${LINES} lines`;
    const [whole, series] = [await p95Of(auditor, 'who-pays?'), await p95Of(auditor, 'who-pays/series?step=month&')];
    await area.stop();
    return [withinLimit(`${what}, p95`, { ours: whole, limit: 20, unit: 'ms' }), withinLimit(`${what}, month by month to draw, p95`, { ours: series, limit: 20, unit: 'ms' })];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Until the facts hold every line; reactions to them are not waited for. */
async function untilTold(auditor: Person): Promise<void> {
  const until = performance.now() + 60_000;
  for (;;) {
    const { body } = await auditor.get(`/v1/children/${childOfManyLines}/who-pays?from=2026-03-31&to=2026-04-01`);
    const { liabilities } = body;
    if (Array.isArray(liabilities) && liabilities.length >= LINES) return;
    if (performance.now() > until) throw new Error('The facts did not come.');
    await delay(250);
  }
}

async function p95Of(auditor: Person, question: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < WARM + ASKED; count++) {
    const start = performance.now();
    const { status, text } = await auditor.get(`/v1/children/${childOfManyLines}/${question}from=2021-04-01&to=2026-04-01`);
    if (count >= WARM) times.push(performance.now() - start);
    if (status !== 200 || text.length < 5_000) throw new Error(`Who pays was answered with ${status}: ${text.slice(0, 300)}`);
  }
  return percentile(times, 0.95);
}
