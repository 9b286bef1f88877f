import { randomUUIDv7 } from 'node:crypto';
import { RecordedVocabulary } from '@accord/assurance/http';
import { agencies, configurationFrom, eventCatalogue, ledgerParts, openStores, projections } from '@accord/composition';
import type { Stores } from '@accord/composition';
import { commandRunner } from '@accord/shared/commands';
import type { RequestContext } from '@accord/shared/commands';
import { commandAnswers, nameBasedId, pauseWithJitter } from '@accord/shared/commands-store';
import type { LondonDate } from '@accord/shared/kernel';
import { projectionProgress, runProjections } from '@accord/shared/read-store';
import { areaAgreement } from './fill-area';

/** What two closings took, and how much memory the process held at most. */
export interface Closed {
  readonly seconds: number;
  readonly adjustingSeconds: number;
  readonly megabytes: number;
}

async function main(folder: string): Promise<void> {
  const stores = await openStores(configurationFrom({ ACCORD_DATA: folder }));
  const asked = projections.filter(({ name }) => ['funding-facts', 'pooled-funds', 'names'].includes(name));
  const projecting = runProjections({ store: stores.read, events: stores.events, catalogue: eventCatalogue, projections: asked });
  await projecting.ready;
  let megabytes = 0;
  const watch = setInterval(() => (megabytes = Math.max(megabytes, process.memoryUsage.rss() / 1_048_576)), 20);
  const { accounts } = ledgerParts({ runner: await runnerOn(stores), stores, progress: projectionProgress(stores.read), vocabulary: new RecordedVocabulary(stores.read) });
  const close = async (month: string): Promise<number> => {
    const start = performance.now();
    const outcome = await accounts.close({ type: 'CloseAccountingMonth', month, today }, contextOf(month));
    if (!outcome.ok) throw new Error(`The month was not closed: ${outcome.refusal}`);
    return (performance.now() - start) / 1_000;
  };
  const seconds = await close('2025-10');
  await stores.events.append(`agreement-${areaAgreement.agreementId}`, LAST_REVISION, [notice]);
  const adjustingSeconds = await close('2025-11');
  clearInterval(watch);
  await projecting.stop();
  await stores.close();
  process.stdout.write(JSON.stringify({ seconds, adjustingSeconds, megabytes } satisfies Closed));
}

const runnerOn = async ({ events, operations }: Stores) =>
  commandRunner({
    ...{ events, catalogue: eventCatalogue, answers: await commandAnswers(operations), nameBasedId, pause: pauseWithJitter },
    // Nothing of a closing is personal.
    personalData: { seal: ({ data }) => Promise.resolve(JSON.parse(JSON.stringify(data))), open: () => Promise.reject(new Error('Nothing is opened.')) },
    keyedHash: (text) => text,
    keepRefused: () => Promise.reject(new Error('The bench was refused.')),
  });

/** Of the agreement as the area is filled: recorded, and in force. */
const LAST_REVISION = 1;

// The cast is the brand: a day.
const today = '2026-02-02' as LondonDate;
const who = { actor: nameBasedId('bench person'), agency: agencies.icb, role: 'finance-officer', lawfulBasis: 'public-task', correlationId: nameBasedId('bench') };
const contextOf = (step: string): RequestContext => ({ ...who, commandId: nameBasedId('bench statements', step), fingerprint: step, now: '2026-02-02T09:00:00.000Z', today });
const notice = {
  ...{ id: randomUUIDv7(), type: 'StandingAgreementNoticeGiven', schemaVersion: 1 },
  data: { agreementId: areaAgreement.agreementId, agencyId: agencies.icb, post: 'Director', reason: 'Costs', on: '2025-11-03', months: 1, lastDay: '2025-12-03' },
  metadata: { ...who, causationId: nameBasedId('bench notice'), commandId: nameBasedId('bench notice') },
};

void main(process.argv[2] ?? '');
