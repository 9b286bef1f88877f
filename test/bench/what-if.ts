import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { agencies, eventCatalogue } from '@accord/composition';
import type { Stores } from '@accord/composition';
import { WhatIf } from '@accord/funding/application';
import { FROM_THE_START } from '@accord/funding/domain';
import type { Change } from '@accord/funding/domain';
import { AreaFactsReader, FundingFacts } from '@accord/funding/http';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import { median } from './compare';
import { LINES_A_CHILD, areaAgreement, openFilledArea } from './fill-area';
import { withinLimit } from './row';
import type { Row } from './row';

const CHILDREN = 20_000;
const ROUNDS = 3;
// The casts are the brand: two days.
const year: ClosedPeriod = { from: '2025-04-01' as LondonDate, to: '2026-04-01' as LondonDate };
// The casts are the brand: ids made by name.
const clause = { agreementId: areaAgreement.agreementId as Id<'agreement'>, clauseId: areaAgreement.clauseId as Id<'clause'> };
const days = { from: FROM_THE_START, to: null };

/** 60/40 for eight weeks instead of 50/50 for six. */
const ofClause: Change = {
  ...{ kind: 'clause-changed', ...clause, days },
  terms: {
    split: { kind: 'basis-points', parts: [{ agencyId: agencies.icb, weight: 6_000 }, { agencyId: agencies.socialCare, weight: 4_000 }] },
    duration: { unit: 'weeks', count: 8 },
  },
};
/** Of every line, so that every line differs. */
const ofRates: Change = { kind: 'rates-raised', of: { categories: ['personal-care', 'nursing', 'education'], panelId: null }, basisPoints: 350, days };

/** What if, over an area of 20,000 children with 60,000 open lines, for a year. */
export async function measureWhatIf(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-what-if-'));
  const stores = await openFilledArea(folder, CHILDREN);
  try {
    const what = `what if, ${CHILDREN} children with ${CHILDREN * LINES_A_CHILD} open lines, a year`;
    return [
      withinLimit(`${what}: a clause`, { ours: await secondsOf(stores, [ofClause]), limit: 60, unit: 's' }),
      withinLimit(`${what}: a clause, and every rate`, { ours: await secondsOf(stores, [ofClause, ofRates]), limit: 60, unit: 's' }),
    ];
  } finally {
    await stores.close();
    await rm(folder, { recursive: true });
  }
}

async function secondsOf({ events, read }: Stores, changes: readonly Change[]): Promise<number> {
  const pictures = new FundingFacts(read, eventCatalogue, async () => undefined);
  const whatIf = new WhatIf({ events, catalogue: eventCatalogue, facts: new AreaFactsReader(read, eventCatalogue), pictures, pause: () => setImmediate() });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const answer = await whatIf.answer({ subject: { about: 'area' }, window: year, changes });
    times.push((performance.now() - start) / 1_000);
    if (!answer?.ok || answer.value.differing.children === 0) throw new Error('Nothing differs.');
  }
  return median(times);
}
