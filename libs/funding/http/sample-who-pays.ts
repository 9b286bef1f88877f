import type { Criterion } from '@accord/child/contracts';
import type { Clause } from '@accord/funding/contracts';
import { fundingPicture, type FundFact, type FundingEvent } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { formatLondonDate, formatPounds } from '@accord/shared/kernel';
import { sealedForTests } from '@accord/shared/testing';
import { WhoPays, type Step } from './index';
import { care, day, days, health, id } from './sample-record';

// One child, and who pays for it, for the specs of who pays; not exported by the index.

export const childId = id<'child'>(800);
const split = (weight: number) => ({
  kind: 'basis-points' as const,
  parts: [{ agencyId: health, weight }, { agencyId: care, weight: 10_000 - weight }],
});
type Decided = Extract<FundingEvent, { type: 'DecisionRecorded' }>;
// The cast: rules never look into a sealed field.
const sealed = sealedForTests('words') as Decided['data']['reasons'];

/** Personal care at £1,847.35 a week from 1 September 2025, 70 % health and 30 % social care. */
export const decided: Decided = {
  type: 'DecisionRecorded',
  data: {
    ...{ decisionId: id(700), panelId: id(300), meetingId: id(400), childId, on: day('2025-08-27'), outcome: 'approved' },
    ...{ matterId: null, at: null, effect: 'at-once', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
    ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], ends: [], commitments: [], conditions: [] },
    ...{ reasons: sealed, provisions: sealed, positions: [] },
    lines: [
      {
        ...{ lineId: id(600), category: 'personal-care', period: { from: day('2025-09-01'), to: null }, split: split(7_000), replaces: null, needs: [], budget: null },
        // Whole pence, as the contract checks.
        rates: [{ from: day('2025-09-01'), weeklyPence: 184_735 as never }],
      },
    ],
  },
};
/** After surgery: 50/50 for six weeks. */
export const agreement = (dayOne: 'day-of-event' | 'day-after-event', changes: Partial<Clause> = {}): FundingEvent[] => [
  {
    type: 'StandingAgreementRecorded',
    data: {
      ...{ agreementId: id(1000), title: 'Personal care after surgery', kind: 'local-memorandum', parties: [health, care] },
      ...{ aims: null, functions: null, clientGroup: null, precedences: [], noticeMonths: null, reviewBy: null },
      ...{ period: { from: day('2025-04-01'), to: null }, on: day('2025-03-03') },
      clauses: [
        {
          ...{ clauseId: id(1001), trigger: { event: 'surgery', criterion: 'complex-healthcare' }, categories: ['personal-care'] },
          ...{ split: split(5_000), duration: { unit: 'weeks', count: 6 }, dayOne, cost: 'regardless-of-cost', atEnd: 'falls-back', ...changes },
        },
      ],
    },
  },
  { type: 'StandingAgreementCameIntoForce', data: { agreementId: id(1000), from: day('2025-04-01') } },
];
export const found = (criterion: Criterion, from: string): FundingEvent => ({
  type: 'CriterionMet',
  data: { childId, criterion, from: day(from), evidence: sealed },
});
export const complexHealthcare = found('complex-healthcare', '2025-07-14');
export const operation = (on: string, n = 900): FundingEvent => ({
  type: 'OperationRecorded',
  data: { childId, operationId: id(n), on: day(on), procedure: sealed },
});

const nameOf = new Map<string, string>([[health, 'Health'], [care, 'Social care'], [id(300), 'The panel'], [id(1000), 'The agreement']]);
const named = (of: string) => nameOf.get(of) ?? of;
const words: Words = {
  ...{ agency: named, panel: named, line: () => 'package line', agreement: named, date: formatLondonDate, money: formatPounds, personal: String },
  shares: ({ parts }) => parts.map(({ agencyId, weight }) => `${named(agencyId)} ${weight / 100} %`).join(', '),
};

export const whoPays = (...events: FundingEvent[]) => whoPaysWith([], ...events);
export function whoPaysWith(funds: readonly FundFact[], ...events: FundingEvent[]) {
  const picture = fundingPicture(
    events.map((body, place) => ({
      origin: { eventId: id(2_000 + place), stream: `some-${id(2_000 + place)}`, revision: 0, recordedAt: '2025-12-01T09:00:00.000Z' },
      body,
    })),
  );
  const asked: object[] = [];
  const pictures = {
    position: () => Promise.resolve(41),
    pictureAsOf: (...question: object[]) => {
      asked.push(...question.slice(1));
      return Promise.resolve(picture);
    },
  };
  const known = {
    position: () => Promise.resolve(40),
    facts: (asOf?: object) => {
      asked.push({ ...asOf });
      return Promise.resolve(funds);
    },
  };
  const answers = new WhoPays(pictures, known, { words: () => Promise.resolve(words) });
  const answer = (from: string, to: string, step: Step = 'none') => answers.answer({ childId, window: days(from, to), step });
  return { answers, answer, asked };
}
export const firsts = ({ liabilities }: { liabilities: readonly { from: string }[] }) => liabilities.map(({ from }) => from);
