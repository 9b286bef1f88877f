import type {
  FundContributionReceived,
  FundContributionReversed,
  FundContributionVaried,
  FundContributionsAgreed,
  FundContributionsConsented,
  FundSpendingRecorded,
  FundSpendingReversed,
  FundYearClosed,
  PooledFundEnded,
  PooledFundEstablished,
  RiskShare,
} from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { fold, subtractPence } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { agreementDecider } from '../agreement';
import type { RecordAgreement } from '../agreement';
import type { AgreementState } from '../agreement-state';
import { agreementId, agreementRecorded, cameIntoForce, clause, day, health, numbered, pounds, signed, socialCare, weeks } from '../sample-agreement';
import type { EndFund, EstablishFund, FundFacts } from './fund';
import type { AgreeContributions, ConsentToContributions } from './fund-contributions';

// A pooled fund of health and social care, for the specs of this folder; not exported by the index.

export const fundId = numbered<'fund'>(1300);
export const [surgeryClause, nursingClause] = [numbered<'clause'>(1001), numbered<'clause'>(1002)];
export const today = day('2026-06-01');

/** Personal care for six weeks after surgery, and nursing always: half of each for health and for social care. */
export const clauses = [
  clause({ clauseId: surgeryClause, duration: weeks(6) }),
  clause({ clauseId: nursingClause, categories: ['nursing'], trigger: { event: 'always', criterion: null }, dayOne: null, duration: { unit: 'until-the-agreement-ends' } }),
];
const text = (changes: Partial<RecordAgreement> = {}): Partial<RecordAgreement> => ({ kind: 'section-75-pooled', clauses, ...changes });

/** The agreement, signed by both and in force from 1 April 2025. */
export const pooling = (changes: Partial<RecordAgreement> = {}): AgreementState =>
  fold(agreementDecider, [agreementRecorded(text(changes)), signed(health, '2025-03-10'), signed(socialCare, '2025-03-11'), cameIntoForce('2025-04-01')]);
export const unsigned = (): AgreementState => fold(agreementDecider, [agreementRecorded(text())]);

export const facts = (changes: Partial<FundFacts> = {}): FundFacts => ({ agreement: pooling(), others: [], inherited: new Set(), ...changes });

export const establish = (changes: Partial<EstablishFund> = {}): EstablishFund => ({
  type: 'EstablishFund',
  ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, managerPost: 'Head of joint commissioning', clauses: [], from: '2025-04-01' },
  ...{ alertAtBasisPoints: 9_000, agencyId: health, on: '2025-03-20', today },
  ...changes,
});
export const established = (changes: Partial<New<typeof PooledFundEstablished>['data']> = {}): New<typeof PooledFundEstablished> => ({
  type: 'PooledFundEstablished',
  data: {
    ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, managerPost: 'Head of joint commissioning', partners: [health, socialCare] },
    ...{ clauses: [], from: day('2025-04-01'), alertAtBasisPoints: 9_000, on: day('2025-03-20') },
    ...changes,
  },
});
export const end = (changes: Partial<EndFund> = {}): EndFund => ({
  type: 'EndFund',
  ...{ agencyId: health, from: '2026-04-01', because: 'The partners pay each other from now on.', on: '2026-03-16', today },
  ...changes,
});
export const ended = (from = '2026-04-01', on = '2026-03-16'): New<typeof PooledFundEnded> => ({
  type: 'PooledFundEnded',
  data: { fundId, agencyId: health, from: day(from), because: 'The partners pay each other from now on.', on: day(on) },
});

export const year = day('2025-04-01');
/** Four instalments on the first days of the quarters. */
export const quarterly = (...pence: readonly number[]) =>
  ['2025-04-01', '2025-07-01', '2025-10-01', '2026-01-01'].map((dueOn, place) => ({ dueOn: day(dueOn), pence: pounds(pence[place] ?? 0) }));
/** The reserve first, then the partners pro rata, social care no more than £5,000. */
export const riskShare = (changes: Partial<RiskShare> = {}): RiskShare => ({
  overspend: { kind: 'pro-rata-to-contribution', caps: [{ agencyId: socialCare, capPence: pounds(5_000) }, { agencyId: health, capPence: null }] },
  order: ['other-underspend', 'reserve', 'uncommitted-savings', 'partners'],
  underspend: 'returned-pro-rata',
  ...changes,
});
/** Health £60,000 and social care £40,000.01 in quarters, and a reserve of £2,000. */
export const agree = (changes: Partial<AgreeContributions> = {}): AgreeContributions => ({
  type: 'AgreeContributions',
  ...{ year: '2025-04-01', agencyId: health, post: 'Director of finance', reservePence: pounds(2_000), riskShare: riskShare(), on: '2025-03-20', today },
  contributions: [{ agencyId: health, pence: pounds(60_000) }, { agencyId: socialCare, pence: pounds(40_000.01) }],
  ...changes,
});
const instalments = [
  { agencyId: health, pence: pounds(60_000), instalments: quarterly(15_000, 15_000, 15_000, 15_000) },
  { agencyId: socialCare, pence: pounds(40_000.01), instalments: quarterly(10_000.01, 10_000, 10_000, 10_000) },
];
type Agreed = New<typeof FundContributionsAgreed>;
export const agreed = (changes: Partial<Agreed['data']> = {}): Agreed => ({
  type: 'FundContributionsAgreed',
  data: {
    ...{ fundId, year, version: 1, agencyId: health, post: 'Director of finance', contributions: instalments, riskShare: riskShare() },
    ...{ reservePence: pounds(2_000), on: day('2025-03-20') },
    ...changes,
  },
});
type Varied = New<typeof FundContributionVaried>;
export const varied = (changes: Partial<Varied['data']> = {}): Varied => ({
  type: 'FundContributionVaried',
  data: { ...agreed({ version: 2, on: day('2025-10-06') }).data, because: 'More children came home.', ...changes },
});
export const consent = (changes: Partial<ConsentToContributions> = {}): ConsentToContributions => ({
  type: 'ConsentToContributions',
  ...{ year: '2025-04-01', version: 1, agencyId: socialCare, post: 'Director', on: '2025-03-25', today },
  ...changes,
});
export const consented = (version = 1, on = '2025-03-25'): New<typeof FundContributionsConsented> => ({
  type: 'FundContributionsConsented',
  data: { fundId, year, version, agencyId: socialCare, post: 'Director', on: day(on) },
});
/** The fund with contributions that both partners have agreed to. */
export const running = [established(), agreed(), consented()] as const;

export const receiptId = numbered<'fund-receipt'>(1450);
export const takenBack = (on: string): New<typeof FundContributionReversed> => ({
  type: 'FundContributionReversed',
  data: { fundId, receiptId, year, agencyId: health, because: 'A nought too many.', on: day(on) },
});
export const received = (agencyId: Id<'agency'>, amount: number, on: string): New<typeof FundContributionReceived> => ({
  type: 'FundContributionReceived',
  data: { fundId, receiptId, year, agencyId, pence: pounds(amount), instalment: 1, overpaid: null, on: day(on) },
});
export const spendingId = numbered<'fund-spending'>(1400);
export const spent = (amount: number, on: string, number = 1400): New<typeof FundSpendingRecorded> => ({
  type: 'FundSpendingRecorded',
  data: { fundId, spendingId: numbered<'fund-spending'>(number), agencyId: health, pence: pounds(amount), on: day(on), for: 'posts', because: 'A nurse.' },
});
export const reversed = (on: string): New<typeof FundSpendingReversed> => ({
  type: 'FundSpendingReversed',
  data: { fundId, spendingId, agencyId: health, because: 'Paid twice.', on: day(on) },
});
/** The year closed with nursing and care of £27,200.00 for lines and £1,200.00 besides, which is an underspend. */
export const yearClosed = (): New<typeof FundYearClosed> => ({
  type: 'FundYearClosed',
  data: {
    ...{ fundId, year, agencyId: health, upTo: 40, budgetPence: pounds(100_000.01), receivedPence: pounds(25_000), linesPence: pounds(27_200) },
    ...{ otherPence: pounds(1_200), recoveredPence: pounds(0), outturnPence: pounds(28_400), differencePence: subtractPence(pounds(28_400), pounds(100_000.01)) },
    steps: [{ step: 'retained', pence: pounds(71_600.01), agencies: [] }],
    on: day('2026-04-13'),
  },
});
