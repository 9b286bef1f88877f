import { randomUUIDv7 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  catalogueOf,
  defineEvent,
  idOf,
  instantField,
  londonDateField,
  penceField,
  periodField,
  sharesField,
  textField,
  type Recorded,
} from '@accord/shared/event-contracts';
import type { EventStore, NewEvent } from '@accord/shared/event-store';
import { openSqliteEventStore } from '@accord/shared/event-store-sqlite';
import { defineProjection } from '@accord/shared/projections';
import { openReadStore, runProjections } from '@accord/shared/read-store';
import { z } from 'zod';
import type { Row } from './row';

const EVENTS = 200_000;
const CHILDREN = 10_000;
const APPEND = 1_000;
const ROUNDS = 3;
/** What the work order asks of a rebuild, in events a second. */
const ASKED = 100_000;

const packageLineDecided = defineEvent({
  type: 'PackageLineDecided',
  version: 1,
  stream: 'package',
  meaning: 'A panel decided what is provided and who pays.',
  data: z.strictObject({
    childId: idOf('child'),
    lineId: idOf('package-line'),
    panelId: idOf('panel'),
    decidedOn: londonDateField(),
    sealedAt: instantField(),
    period: periodField(),
    weekly: penceField(),
    split: sharesField(),
    reason: textField(),
  }),
  effective: 'decidedOn',
  sentence: () => 'A package line was decided.',
});

const timeline = defineProjection<Recorded<typeof packageLineDecided>>({
  name: 'bench-timeline',
  version: 1,
  question: 'What happened to this child, in order?',
  handles: ['PackageLineDecided'],
  tables: {
    bench_timeline: {
      columns: {
        child_id: 'text', position: 'integer', effective_on: 'text', recorded_at: 'text', type: 'text',
        version: 'integer', stream: 'text', revision: 'integer', event_id: 'text', data: 'json',
      },
      key: ['child_id', 'position'],
      indexes: [['child_id', 'effective_on'], ['event_id']],
    },
  },
  project: ({ id, stream, revision, position, recordedAt, body: { type, data }, dataText }) => [
    {
      put: 'bench_timeline',
      row: {
        child_id: data.childId, position, effective_on: data.decidedOn, recorded_at: recordedAt, type,
        version: 1, stream, revision, event_id: id, data: dataText ?? JSON.stringify(data),
      },
    },
  ],
});

/**
 * Rebuild of a timeline from 200,000 events of about 600 bytes: read from the embedded store, validated,
 * projected, written with two indexes, switched. The second row compares the memory in use half way with
 * that at the end: flat is 1.
 */
export async function measureRebuild(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-'));
  const events = await openSqliteEventStore({ file: join(folder, 'events.db') });
  const store = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.db') });
  try {
    await fill(events);
    const runner = runProjections({ store, events, catalogue: catalogueOf([packageLineDecided]), projections: [timeline] });
    if (!(await runner.waitFor(timeline.name, await events.head(), 120_000))) throw new Error('It did not catch up.');
    const speeds: number[] = [];
    const memory = { half: 0, end: 0 };
    for (let round = 0; round < ROUNDS; round++) {
      const report = await runner.rebuild(timeline.name, ({ done }) => {
        const { rss } = process.memoryUsage();
        if (done < EVENTS / 2) memory.half = rss;
        memory.end = rss;
      });
      speeds.push(report.eventsPerSecond);
    }
    await runner.stop();
    const ours = speeds.toSorted((one, other) => one - other)[Math.floor(ROUNDS / 2)] ?? 0;
    return [
      { what: 'rebuild of the timeline from 200,000 events', ours, peer: ASKED, peerName: 'asked', ratio: ours / ASKED, atLeast: 1 },
      {
        what: 'rebuild: memory half way over memory at the end', unit: 'MB', ours: megabytes(memory.half), peer: megabytes(memory.end),
        peerName: 'flat', ratio: memory.half / memory.end, atLeast: 0.8,
      },
    ];
  } finally {
    await store.close();
    await events.close();
    await rm(folder, { recursive: true });
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1_000_000);

async function fill(events: EventStore): Promise<void> {
  const children = Array.from({ length: CHILDREN }, () => randomUUIDv7());
  for (let start = 0; start < EVENTS; start += APPEND) {
    const batch = Array.from({ length: APPEND }, (_, place) => decided(children[(start + place) % CHILDREN] ?? ''));
    const result = await events.append(`package-${randomUUIDv7()}`, 'no-stream', batch);
    if (!result.ok) throw new Error('A new stream was not new.');
  }
}

const PANEL = randomUUIDv7();
const AGENCIES = [randomUUIDv7(), randomUUIDv7()];

const decided = (childId: string): NewEvent => ({
  id: randomUUIDv7(),
  type: 'PackageLineDecided',
  schemaVersion: 1,
  data: {
    childId,
    lineId: randomUUIDv7(),
    panelId: PANEL,
    decidedOn: '2025-10-06',
    sealedAt: '2025-10-06T08:30:00.000Z',
    period: { from: '2025-10-06', to: null },
    weekly: 184_735,
    split: { kind: 'basis-points', parts: AGENCIES.map((agencyId) => ({ agencyId, weight: 5_000 })) },
    reason: 'Personal care after surgery, health and social care in equal parts for six weeks from the operation.',
  },
  metadata: {
    actor: 'person-1',
    agency: 'agency-1',
    role: 'panel-chair',
    lawfulBasis: 'public-task',
    correlationId: 'correlation-1',
    causationId: 'causation-1',
    commandId: 'command-1',
  },
});
