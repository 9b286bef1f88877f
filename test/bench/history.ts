import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Person } from '../journeys/person';
import { AreaProcess } from './area-process';
import { ENTRIES_A_DECISION, fillDecisions } from './fill-decisions';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

/** With their matters and meetings about 104,000 events. */
const DECISIONS = 540;
const WARM = 100;
const ASKED = 1_000;

/**
 * Histories of 200 entries, most with words to open, asked over HTTP one after the other, each of another decision:
 * the whole history in the largest page, and the first page of the usual size.
 */
export async function measureHistory(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-history-'));
  try {
    const decisions = await fillDecisions(folder, DECISIONS);
    const area = await AreaProcess.start(folder);
    await area.caughtUp();
    const keyWorker = await area.person('key-worker');
    const ask = (question: string, entries: number) => p95Of(keyWorker, { decisions, question, entries });
    const [largest, usual] = [await ask(`?limit=${ENTRIES_A_DECISION}`, ENTRIES_A_DECISION), await ask('', 50)];
    await area.stop();
    const what = `a decision's history with ${ENTRIES_A_DECISION} events`;
    return [
      withinLimit(`${what}, p95`, { ours: largest, limit: 15, unit: 'ms' }),
      withinLimit(`${what}, its first page of 50, p95`, { ours: usual, limit: 15, unit: 'ms' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Asking {
  readonly decisions: readonly string[];
  /** The query string. */
  readonly question: string;
  /** How many entries the page must have. */
  readonly entries: number;
}

async function p95Of(person: Person, { decisions, question, entries }: Asking): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < WARM + ASKED; count++) {
    const path = `/v1/decisions/${decisions[(count * 7_919) % decisions.length]}/history${question}`;
    const start = performance.now();
    const { status, body, text } = await person.get(path);
    if (count >= WARM) times.push(performance.now() - start);
    const found = body['entries'];
    const whole = Array.isArray(found) && found.length === entries && !text.includes('sealed:1:');
    if (status !== 200 || !whole) throw new Error(`A history was answered with ${status}: ${text.slice(0, 300)}`);
  }
  return percentile(times, 0.95);
}
