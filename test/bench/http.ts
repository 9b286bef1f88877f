import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { agencies, demonstration } from '@accord/composition';
import { AreaProcess } from './area-process';
import { fillRecord } from './fill-record';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const DECISIONS_A_SECOND = 50;
const SECONDS = 20;
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

/** Sends decisions on the clock, whether or not the earlier ones were answered: an open-loop load. */
async function measureDecisions(folder: string, children: readonly string[]): Promise<Row[]> {
  const area = await AreaProcess.start(folder);
  const token = await area.token('chair');
  await untilCaughtUp(area);
  const record = (key: string, place: number): Promise<number> =>
    recordDecision(area, token, { key, childId: children[place % children.length] ?? demonstration.childId });
  await Promise.all(Array.from({ length: 50 }, (_none, place) => record(`warm-${place}`, place)));
  area.watchLoop();
  const sent: Promise<number>[] = [];
  const start = performance.now();
  for (let count = 0; count < DECISIONS_A_SECOND * SECONDS; count++) {
    await delay(Math.max(0, start + (1_000 / DECISIONS_A_SECOND) * count - performance.now()));
    sent.push(record(`decision-${count}`, count));
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

interface Asked {
  readonly key: string;
  readonly childId: string;
}

async function recordDecision({ address }: AreaProcess, token: string, { key, childId }: Asked): Promise<number> {
  const body = {
    meetingId: demonstration.meetingId,
    childId,
    outcome: 'approved',
    reasons: 'The assessor, the school and the family agree on the need and on the hours.',
    positions: [{ agencyId: agencies.icb, position: 'supports' }],
    lines: [
      {
        ...{ category: 'therapy', provision: 'Hydrotherapy, once a week.', from: '2025-09-01' },
        rates: [{ from: '2025-09-01', weeklyPence: 8_750 }],
        split: {
          kind: 'basis-points',
          parts: [
            { agencyId: agencies.icb, weight: 6_000 },
            { agencyId: agencies.education, weight: 4_000 },
          ],
        },
      },
    ],
  };
  const start = performance.now();
  const answer = await fetch(`${address}/v1/decisions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
  });
  await answer.arrayBuffer();
  if (answer.status !== 201) throw new Error(`A decision was answered with ${answer.status}`);
  return performance.now() - start;
}

/** The p95 of a timeline's first page, over many children, one after the other. */
async function measureTimelines(folder: string, events: number): Promise<number> {
  const children = await fillRecord(folder, events);
  const area = await AreaProcess.start(folder);
  const token = await area.token('key-worker');
  await untilCaughtUp(area);
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

async function untilCaughtUp({ address }: AreaProcess): Promise<void> {
  for (;;) {
    const answer = await fetch(`${address}/health/ready`);
    // The shape of a readiness report.
    const { projections, reactions } = (await answer.json()) as Record<string, readonly { lag: number }[]>;
    if ([...(projections ?? []), ...(reactions ?? [])].every(({ lag }) => lag === 0)) return;
    await delay(250);
  }
}
