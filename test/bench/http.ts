import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { demonstration } from '@accord/composition';
import { AreaProcess } from './area-process';
import { fillRecord } from './fill-record';
import { openRoom, prepareMatters, recordOutcome } from './panel-room';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const DECISIONS_A_SECOND = 50;
const SECONDS = 20;
const WARM = 50;
const TIMELINES = 1_000;
const SMALL_RECORD = 10_000;

/** HTTP as people meet it: decisions recorded at a steady rate, timelines on a small and a large record. */
export async function measureHttp(largeRecord: number): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-http-'));
  try {
    const children = await fillRecord(folder, SMALL_RECORD);
    const rows = await measureDecisions(folder, children);
    const small = await measureTimelines(folder, SMALL_RECORD);
    const large = await measureTimelines(folder, largeRecord);
    return [
      ...rows,
      withinLimit(`HTTP: a child's timeline, ${largeRecord} events stored, p95`, { ours: large, limit: 15, unit: 'ms' }),
      withinLimit(`HTTP: a child's timeline, ${largeRecord} against ${SMALL_RECORD} events`, {
        ...{ ours: large / small, limit: 1.5, unit: '×' },
      }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sends outcomes of prepared matters on the clock, whether or not the earlier ones were answered: an open-loop load. */
async function measureDecisions(folder: string, children: readonly string[]): Promise<Row[]> {
  const area = await AreaProcess.start(folder);
  const room = await openRoom(area);
  const matters = await prepareMatters(room, WARM + DECISIONS_A_SECOND * SECONDS, children);
  await Promise.all(matters.slice(0, WARM).map((matter) => recordOutcome(room, matter)));
  await area.caughtUp();
  area.watchLoop();
  const sent: Promise<number>[] = [];
  const start = performance.now();
  for (const [count, matter] of matters.slice(WARM).entries()) {
    await delay(Math.max(0, start + (1_000 / DECISIONS_A_SECOND) * count - performance.now()));
    sent.push(recordOutcome(room, matter));
  }
  const times = await Promise.all(sent);
  const { delayP99Ms } = await area.loopReport();
  await area.stop();
  const what = `HTTP: record a decision, ${DECISIONS_A_SECOND} a second`;
  return [
    withinLimit(`${what}, p95`, { ours: percentile(times, 0.95), limit: 30, unit: 'ms' }),
    withinLimit(`${what}, event-loop delay p99`, { ours: delayP99Ms, limit: 20, unit: 'ms' }),
  ];
}

/** The p95 of a timeline's first page, over many children, one after the other. */
async function measureTimelines(folder: string, events: number): Promise<number> {
  const children = await fillRecord(folder, events);
  const area = await AreaProcess.start(folder);
  const { token } = await area.person('key-worker');
  await area.caughtUp();
  const times: number[] = [];
  for (let count = 0; count < TIMELINES + 50; count++) {
    const child = children[(count * 7_919) % children.length] ?? demonstration.childId;
    const start = performance.now();
    const answer = await fetch(`${area.address}/v1/children/${child}/timeline`, { headers: { Authorization: `Bearer ${token}` } });
    // The shape of a timeline's page.
    const { entries } = (await answer.json()) as { entries: readonly unknown[] };
    if (answer.status !== 200 || entries.length !== 50) throw new Error(`A timeline was answered with ${answer.status}`);
    if (count >= 50) times.push(performance.now() - start);
  }
  await area.stop();
  return percentile(times, 0.95);
}
