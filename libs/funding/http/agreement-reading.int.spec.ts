import { fundingEvents } from '@accord/funding/contracts';
import { agreements } from '@accord/funding/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom, londonDate } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections, type ReadStore } from '@accord/shared/read-store';
import { anEvent, appended, InMemoryEventStore, onBothEngines, RecordInMemory, sealedData } from '@accord/shared/testing';
import { AgreementList } from './agreement-list';
import { AgreementWorklist } from './agreement-worklist';

function id<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
function day(text: string): LondonDate {
  const date = londonDate(text);
  if (!date.ok) throw new Error(date.because);
  return date.value;
}
const [health, care, education, childId, clauseId] = [id<'agency'>(101), id<'agency'>(102), id<'agency'>(103), id(800), id(2_000)];
const split = { kind: 'ratio', parts: [{ agencyId: health, weight: 1 }, { agencyId: care, weight: 1 }] };
const clause = {
  ...{ clauseId, trigger: { event: 'surgery', criterion: null }, categories: ['personal-care'], split, dayOne: 'day-of-event' },
  ...{ duration: { unit: 'weeks', count: 6 }, cost: 'regardless-of-cost', atEnd: 'must-be-reviewed' },
};
type Happened = readonly [type: string, data: Record<string, unknown>];
/** An agreement in force from 1 April 2025. */
const agreed = (n: number, change: Record<string, unknown> = {}): Happened[] => {
  const agreementId = id(n);
  const text = {
    ...{ agreementId, title: `Agreement ${n}`, kind: 'local-memorandum', parties: [health, care], clauses: [clause], precedences: [] },
    ...{ aims: null, functions: null, clientGroup: null, noticeMonths: 3, reviewBy: null, period: { from: '2025-04-01', to: null }, on: '2025-03-03' },
    ...change,
  };
  return [['StandingAgreementRecorded', text], ...signedBy(n, ...text.parties), ['StandingAgreementCameIntoForce', { agreementId, from: '2025-04-01' }]];
};
const signedBy = (n: number, ...agencies: readonly string[]): Happened[] =>
  agencies.map((agencyId) => ['StandingAgreementSigned', { agreementId: id(n), version: 1, agencyId, post: 'Director', on: '2025-03-25' }]);
const ofSecond = { ...clause, clauseId: id(2_002) };
const untilApril = { period: { from: '2025-04-01', to: '2026-04-01' }, clauses: [ofSecond] };
/** Of the second agreement: from 20 October 2025 on, the clause rules for ten weeks. */
const varied: Happened[] = [
  [
    'StandingAgreementVaried',
    {
      ...{ agreementId: id(1_002), version: 2, ...untilApril, clauses: [{ ...ofSecond, duration: { unit: 'weeks', count: 10 } }], precedences: [] },
      ...{ aims: null, functions: null, clientGroup: null, noticeMonths: 3, reviewBy: null, from: '2025-10-20', on: '2025-10-07' },
    },
  ],
  ['StandingAgreementVariationCameIntoForce', { agreementId: id(1_002), version: 2, from: '2025-10-20' }],
];
const applied = (n: number, to: string, number: number, ofClause = clauseId): Happened[] => [
  [
    'StandingAgreementApplied',
    {
      ...{ childId, agreementId: id(n), version: 1, clauseId: ofClause, trigger: { event: 'surgery', eventId: id(number) }, from: '2025-10-06', to },
      ...{ categories: ['personal-care'], split, cost: 'regardless-of-cost', atEnd: 'must-be-reviewed' },
    },
  ],
];

onBothEngines(openReadStore, (open) => {
  const catalogue = catalogueOf(fundingEvents);
  const events = new InMemoryEventStore(new RecordInMemory(() => '2025-10-07T09:00:00.000Z'));
  let read: ReadStore;
  let stopProjecting: () => Promise<void>;
  let list: AgreementList;

  beforeAll(async () => {
    read = await open();
    const runner = runProjections({ store: read, events, catalogue, projections: [agreements] });
    stopProjecting = () => runner.stop();
    await runner.ready;
    list = new AgreementList(read, catalogue);
    const history: Happened[] = [
      ...agreed(1_001, { reviewBy: '2026-03-31' }),
      ...agreed(1_002, untilApril),
      ...agreed(1_003, { parties: [health, education], clauses: [{ ...clause, clauseId: id(2_003), duration: { unit: 'weeks', count: 20 } }] }),
      ['StandingAgreementNoticeGiven', { agreementId: id(1_003), agencyId: health, post: 'Director', reason: 'Costs', on: '2025-11-10', months: 3, lastDay: '2026-02-10' }],
      ...applied(1_001, '2025-11-17', 900),
      ...applied(1_003, '2026-02-23', 901, id(2_003)),
      ...applied(1_002, '2025-11-17', 902, ofSecond.clauseId),
      ...varied,
    ];
    let position = 0;
    for (const [type, data] of history) {
      const definition = catalogue.check(type, data);
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      ({ position } = await appended(events, `${definition.stream}-${event.id}`, [event]));
    }
    await projectionProgress(read).waitFor('agreements', position, 10_000);
  }, 60_000);
  afterAll(async () => {
    await stopProjecting();
    await read.close();
  });

  describe('What of agreements has to be looked at', () => {
    const due = async (from: string, by: string, limit = 50) => {
      const { entries, next } = await new AgreementWorklist(read, list).due({ day: day(from), by: day(by), page: { limit, cursor: undefined } });
      return [entries.map(({ due: what, agreement, lastDay, reason }) => [lastDay, what, agreement, ...(reason ? [reason] : [])]), next !== undefined];
    };

    it('is each clause that ends and must be reviewed as it was varied, each review, and each end, by the last day', async () => {
      expect(await due('2025-11-01', '2026-12-31')).toEqual([
        [
          ['2025-11-16', 'clause-review', 'Agreement 1001'],
          ['2025-12-14', 'clause-review', 'Agreement 1002'],
          ['2026-02-10', 'end', 'Agreement 1003', 'notice'],
          ['2026-03-31', 'end', 'Agreement 1002', 'term'],
          ['2026-03-31', 'review', 'Agreement 1001'],
        ],
        false,
      ]);
    });

    it('leaves out what is over before, and what comes after the day looked ahead to; in pages', async () => {
      expect(await due('2025-11-17', '2026-03-30')).toEqual([[['2025-12-14', 'clause-review', 'Agreement 1002'], ['2026-02-10', 'end', 'Agreement 1003', 'notice']], false]);
      expect(await due('2025-11-16', '2026-03-31', 1)).toEqual([[['2025-11-16', 'clause-review', 'Agreement 1001']], true]);
      const cursor = ['2026-02-10', `end ${id(1_003)}  `] as const;
      const { entries } = await new AgreementWorklist(read, list).due({ day: day('2025-11-01'), by: day('2026-12-31'), page: { limit: 50, cursor } });
      expect(entries.map(({ lastDay }) => lastDay)).toEqual(['2026-03-31', '2026-03-31']);
    });
  });

  describe('Agreements on record', () => {
    it('are found whoever their parties are', async () => {
      expect(await list.agreed()).toEqual([id(1_001), id(1_002), id(1_003)]);
    });

    it('have ended by themselves on their day, and not before', async () => {
      expect(await list.endedBy(day('2026-02-10'))).toEqual([]);
      expect(await list.endedBy(day('2026-02-11'))).toEqual([id(1_003)]);
      expect(await list.endedBy(day('2026-04-01'))).toEqual([id(1_001), id(1_002), id(1_003)]);
    });

    it('stand as they stood on a day', async () => {
      const status = async (asAt: string, agreement: number) => (await list.one(id(agreement), { asAt: day(asAt), today: day('2026-11-23') }))?.status;
      expect(await status('2025-03-02', 1_001)).toBeUndefined();
      expect(await status('2025-03-24', 1_001)).toBe('recorded');
      expect(await status('2025-03-25', 1_001)).toBe('signed');
      expect(await status('2025-03-31', 1_001)).toBe('signed');
      expect(await status('2025-04-01', 1_001)).toBe('in-force');
      expect(await status('2026-03-31', 1_001)).toBe('in-force');
      expect(await status('2026-04-01', 1_001)).toBe('ended');
      expect((await list.all({ today: day('2025-03-31') })).map(({ status: told }) => told)).toEqual(['signed', 'signed', 'signed']);
      expect((await list.all({ today: day('2026-02-11') })).map((entry) => [entry.title, entry.status])).toEqual([
        ...[['Agreement 1001', 'in-force'], ['Agreement 1002', 'in-force'], ['Agreement 1003', 'ended']],
      ]);
    });
  });
});
