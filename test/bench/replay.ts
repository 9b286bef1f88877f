import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { RecordedVocabulary } from '@accord/assurance/http';
import { agencies, configurationFrom, demonstration, eventCatalogue, openStores, projections } from '@accord/composition';
import { Replay } from '@accord/funding/application';
import type { ReplaySubject } from '@accord/funding/domain';
import { ReplayReports, StoredFactsReader, StoredFundsReader } from '@accord/funding/http';
import { nameBasedId } from '@accord/shared/commands-store';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import { projectionProgress, runProjections } from '@accord/shared/read-store';
import { forEach, openClearRecord } from './clear-record';
import type { Happened } from './clear-record';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const CHILDREN = 2_500;
const OPERATIONS = 14;
/** Each with a line: with the opening, the finding and the operations 20 events of each child, 50,000 in all. */
const DECISIONS = 4;
const WARM = 3;
const ASKED = 15;

const made = (...parts: readonly (string | number)[]) => nameBasedId('bench replay', ...parts.map(String));
// Made by name, as every id of this record.
const agreementId = made('agreement') as Id<'agreement'>;
// The casts are the brand: two days.
const year: ClosedPeriod = { from: '2025-04-01' as LondonDate, to: '2026-04-01' as LondonDate };
const half = {
  kind: 'basis-points',
  parts: [agencies.education, agencies.trust].map((agencyId) => ({ agencyId, weight: 5_000 })),
};

/**
 * The replay of one agreement that rules lines of 2,500 children: the record's 50,000 events folded and held against
 * the read model, event by event, with every figure in words as JSON; and the replay of one child among them.
 */
export async function measureReplay(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-replay-'));
  try {
    await fillFundingRecord(folder);
    const [agreement, child] = await measureOn(folder);
    return [
      withinLimit('replay an agreement over 50,000 events', { ours: agreement, limit: 1_000, unit: 'ms' }),
      withinLimit('replay a child over 50,000 events', { ours: child, limit: 1_000, unit: 'ms' }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The median times for the agreement and for a child, in milliseconds. */
async function measureOn(folder: string): Promise<readonly [number, number]> {
  const { events, read, close } = await openStores(configurationFrom({ ACCORD_DATA: folder }));
  const asked = projections.filter(({ name }) => ['funding-facts', 'pooled-funds', 'names'].includes(name));
  const projecting = runProjections({ store: read, events, catalogue: eventCatalogue, projections: asked });
  await projecting.ready;
  const head = await events.head();
  if (!(await projectionProgress(read).waitFor(['funding-facts', 'pooled-funds', 'names'], head, 120_000))) throw new Error('The facts did not come.');
  const stored = { stored: new StoredFactsReader(read), storedFunds: new StoredFundsReader(read) };
  const parts = { events, catalogue: eventCatalogue, ...stored, onProgress: () => undefined, pause: () => setImmediate() };
  const reports = new ReplayReports(new Replay(parts), new RecordedVocabulary(read));
  const ask = async (subject: ReplaySubject, segments: number): Promise<number> => {
    const times: number[] = [];
    for (let count = 0; count < WARM + ASKED; count++) {
      const start = performance.now();
      const report = await reports.report({ subject, window: year });
      const text = JSON.stringify(report);
      if (count >= WARM) times.push(performance.now() - start);
      if (report?.verdict !== 'agrees' || report.segments.length < segments) throw new Error(`A replay went wrong: ${text.slice(0, 300)}`);
    }
    return percentile(times, 0.5);
  };
  const agreement = await ask({ about: 'agreement', id: agreementId }, CHILDREN);
  // Made by name, as every id of this record.
  const child = await ask({ about: 'child', id: made('child', 7) as Id<'child'> }, DECISIONS);
  await projecting.stop();
  await close();
  return [agreement, child];
}

async function fillFundingRecord(folder: string): Promise<void> {
  const record = await openClearRecord(folder);
  await record.start(`agreement-${agreementId}`, agreementEvents());
  const places = Array.from({ length: CHILDREN }, (_none, place) => place);
  await forEach(places, 16, async (place) => {
    const childId = made('child', place);
    await record.start(`child-${childId}`, childEvents(childId));
    await forEach(Array.from({ length: DECISIONS }, (_none, number) => number), 4, async (number) => {
      const decisionId = made('decision', childId, number);
      await record.start(`decision-${decisionId}`, [decided(childId, decisionId, number)]);
    });
  });
  await record.close();
}

const agreementEvents = (): Happened[] => [
  {
    type: 'StandingAgreementRecorded',
    data: {
      ...{ agreementId, title: 'Personal care after an operation', kind: 'local-memorandum', parties: [agencies.education, agencies.trust] },
      ...{ period: { from: '2025-04-01', to: null }, on: '2025-03-18', aims: null, functions: null, clientGroup: null },
      ...{ precedences: [], noticeMonths: null, reviewBy: null },
      clauses: [
        {
          ...{ clauseId: made('clause'), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
          ...{ split: half, duration: { unit: 'weeks', count: 6 }, dayOne: 'day-of-event', cost: 'regardless-of-cost', atEnd: 'falls-back' },
        },
      ],
    },
  },
  { type: 'StandingAgreementCameIntoForce', data: { agreementId, from: '2025-04-02' } },
];

const childEvents = (childId: string): Happened[] => [
  { type: 'ChildRecordOpened', data: { childId, openedOn: '2016-01-04', name: 'Bench Example', dateOfBirth: '2015-06-01' } },
  { type: 'CriterionMet', data: { childId, criterion: 'complex-healthcare', from: '2016-02-01', evidence: 'Decision support tool' } },
  ...Array.from({ length: OPERATIONS }, (_none, number): Happened => ({
    type: 'OperationRecorded',
    data: { childId, operationId: made('operation', childId, number), on: `20${18 + (number % 9)}-0${1 + (number % 9)}-15`, procedure: 'Change of gastrostomy, day case.' },
  })),
];

function decided(childId: string, decisionId: string, number: number): Happened {
  const lineId = made('line', decisionId);
  const from = `20${20 + number}-09-01`;
  const words = 'The assessor said that the nights are the hardest: two of the last four weeks ended in hospital.';
  return {
    type: 'DecisionRecorded',
    data: {
      ...{ decisionId, childId, panelId: demonstration.panelId, meetingId: made('meeting', number), matterId: made('matter', decisionId) },
      ...{ on: from, at: `${from}T09:05:00.000Z`, outcome: 'approved', effect: 'at-once', withoutPrejudice: false, needs: ['breathing'] },
      ...{ decided: words, reasons: words, evidence: words, principle: words, returnsOn: null, referredTo: null, urgent: null, sitting: null },
      ...{ positions: [], contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [], provisions: [{ lineId, words }] },
      lines: [
        {
          ...{ lineId, category: number % 2 === 0 ? 'personal-care' : 'nursing', period: { from, to: null }, replaces: null, needs: [], budget: null },
          ...{ rates: [{ from, weeklyPence: 92_400 + number }], split: half },
        },
      ],
    },
  };
}
