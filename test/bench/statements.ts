import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordedVocabulary } from '@accord/assurance/http';
import { eventCatalogue, ledgerParts } from '@accord/composition';
import type { Stores } from '@accord/composition';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { commandAnswers, nameBasedId, pauseWithJitter } from '@accord/shared/commands-store';
import type { LondonDate } from '@accord/shared/kernel';
import { LINES_A_CHILD, openFilledArea } from './fill-area';
import { withinLimit } from './row';
import type { Row } from './row';

const CHILDREN = 20_000;

/**
 * The monthly statements of an area of 20,000 children with 60,000 open lines, closed for three months one after the
 * other: the first as it is; the second after nothing became known; the third after an agreement ended, so that every
 * child's closed months are looked at again.
 */
export async function measureStatements(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-statements-'));
  try {
    const stores = await openFilledArea(folder, CHILDREN);
    const rows = await measureOn(stores);
    await stores.close();
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureOn(stores: Stores): Promise<Row[]> {
  const runner = commandRunner({
    ...{ events: stores.events, catalogue: eventCatalogue, answers: await commandAnswers(stores.operations), nameBasedId, pause: pauseWithJitter },
    personalData: { seal: ({ data }) => Promise.resolve(JSON.parse(JSON.stringify(data))), open: () => Promise.reject(new Error('Nothing is opened.')) },
    keyedHash: (text) => text,
    keepRefused: () => Promise.reject(new Error('The bench was refused.')),
  });
  const { accounts } = ledgerParts({ runner, stores, progress: caughtUp, vocabulary: new RecordedVocabulary(stores.read) });
  const close = (month: string) => timed(() => accounts.close({ type: 'CloseAccountingMonth', month, today }, contextOf(month)));
  const first = await close('2025-10');
  const second = await close('2025-11');
  const limit = 30;
  return [
    withinLimit(`close a month of ${CHILDREN} children and ${CHILDREN * LINES_A_CHILD} open lines`, { ours: first.seconds, limit, unit: 's' }),
    withinLimit('the same with a closed month before it', { ours: second.seconds, limit, unit: 's' }),
    withinLimit('resident while closing', { ours: Math.max(first.megabytes, second.megabytes), limit: 500, unit: 'MB' }),
  ];
}

/** All facts are in the read models before anything is measured, and closings are none. */
const caughtUp = { waitFor: () => Promise.resolve(true) };

// The cast is the brand: a day.
const today = '2026-02-02' as LondonDate;
const contextOf = (step: string): RequestContext => ({
  ...{ commandId: nameBasedId('bench statements', step), fingerprint: step, correlationId: nameBasedId('bench'), actor: nameBasedId('bench person') },
  ...{ agency: nameBasedId('bench agency'), role: 'finance-officer', lawfulBasis: 'public-task', now: '2026-02-02T09:00:00.000Z', today },
});

async function timed(work: () => Promise<{ readonly ok: boolean }>) {
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1_048_576)), 20);
  const start = performance.now();
  const outcome = await work();
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(watch);
  if (!outcome.ok) throw new Error(`The month was not closed: ${JSON.stringify(outcome)}`);
  return { seconds, megabytes };
}
