import type { PooledFundEnded, PooledFundEstablished } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { fold } from '@accord/shared/kernel';
import { agreementDecider } from '../agreement';
import type { RecordAgreement } from '../agreement';
import type { AgreementState } from '../agreement-state';
import { agreementId, agreementRecorded, cameIntoForce, clause, day, health, numbered, signed, socialCare, weeks } from '../sample-agreement';
import type { EndFund, EstablishFund, FundFacts } from './fund';

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

export const facts = (changes: Partial<FundFacts> = {}): FundFacts => ({ agreement: pooling(), others: [], ...changes });

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
