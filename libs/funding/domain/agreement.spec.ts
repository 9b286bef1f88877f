import { fundingEvents } from '@accord/funding/contracts';
import type { Clause } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import { agreementDecider } from './agreement';
import type { RecordAgreement } from './agreement';
import {
  agreementRecorded,
  cameIntoForce,
  clause,
  day,
  education,
  health,
  inherited,
  numbered,
  percentages,
  recordAgreement,
  registered,
  sign,
  signed,
  socialCare,
  stranger,
  weeks,
} from './sample-agreement';

const agreement = specification({ decider: agreementDecider, definitions: fundingEvents });
const facts = { registered, inherited, others: [] };

describe('A standing agreement', () => {
  it('is recorded with its parties, its period and its clauses', () => {
    agreement.when(recordAgreement(), facts).then(agreementRecorded());
  });

  it('may have an end and several clauses', () => {
    const nursing = clause({ clauseId: numbered<'clause'>(1002), categories: ['nursing'], split: percentages(100, 0) });
    const changes = { to: '2026-04-01', clauses: [clause(), nursing] };
    agreement.when(recordAgreement(changes), facts).then(agreementRecorded(changes));
  });

  it('may have been agreed today', () => {
    agreement.when(recordAgreement({ today: day('2025-03-03') }), facts).then(agreementRecorded());
  });

  it('cannot be recorded before its text is agreed', () => {
    agreement.when(recordAgreement({ today: day('2025-03-02') }), facts).thenRefused('agreement-in-future', '2 March 2025');
  });

  it('may begin on a day to come', () => {
    agreement.when(recordAgreement({ from: '2026-04-01' }), facts).then(agreementRecorded({ from: '2026-04-01' }));
  });

  it('is recorded for one of its parties, or for one whose functions have passed to the agency that records it', () => {
    agreement.when(recordAgreement({ agencyId: education }), facts).thenRefused('act-by-stranger', 'ask one of the parties');
    agreement.when(recordAgreement({ agencyId: education }), { ...facts, inherited: new Set([health]) }).then(agreementRecorded());
  });

  it('is recorded once, signed or not', () => {
    agreement.given(agreementRecorded()).when(recordAgreement(), facts).thenRefused('agreement-already-recorded');
    agreement
      .given(agreementRecorded(), signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01'))
      .when(recordAgreement(), facts)
      .thenRefused('agreement-already-recorded', 'signed again');
  });

  it.each<[string, Partial<RecordAgreement>, string]>([
    ['agreed on a day that is none', { on: '2025-02-30' }, 'not-a-date'],
    ['that begins on a day that is none', { from: '2025-04-31' }, 'not-a-date'],
    ['that ends on a day that is none', { to: '2026-04-31' }, 'not-a-date'],
    ['that ends before it begins', { to: '2025-03-31' }, 'period-ends-before-it-begins'],
    ['that holds no day', { to: '2025-04-01' }, 'period-empty'],
    ['that names a party twice', { parties: [health, socialCare, health] }, 'party-repeated'],
    ['with a party that is not registered in the area', { parties: [health, socialCare, stranger] }, 'party-unknown'],
  ])('is refused: one %s', (_case, changes, refusal) => {
    agreement.when(recordAgreement(changes), facts).thenRefused(refusal);
  });

  it.each<[string, readonly Clause[], string]>([
    ['that is there twice', [clause(), clause({ duration: weeks(4) })], 'clause-repeated'],
    ['of no weeks', [clause({ duration: weeks(0) })], 'clause-of-no-days'],
    ['of half a week', [clause({ duration: weeks(0.5) })], 'clause-of-no-days'],
    ['of six and a half weeks', [clause({ duration: weeks(6.5) })], 'clause-of-no-days'],
    ['that outlasts any childhood', [clause({ duration: weeks(1_305) })], 'clause-too-long'],
    ['that shares 99.99 %', [clause({ split: percentages(50, 49.99) })], 'shares-not-whole'],
    ['that names a category twice', [clause({ categories: ['personal-care', 'nursing', 'personal-care'] })], 'clause-category-repeated'],
    ['that makes an agency pay which is no party', [clause({ split: percentages(40, 40, 20) })], 'payer-no-party'],
  ])('is refused with a clause %s', (_case, clauses, refusal) => {
    agreement.when(recordAgreement({ clauses }), facts).thenRefused(refusal);
  });

  it('may have a clause of 25 years, the longest', () => {
    const clauses = [clause({ duration: weeks(1_304) })];
    agreement.when(recordAgreement({ clauses }), facts).then(agreementRecorded({ clauses }));
  });
});

describe('An agreement that not every party has signed', () => {
  const recorded = agreement.given(agreementRecorded());
  const signedByHealth = agreement.given(agreementRecorded(), signed(health, '2025-03-10'));

  it('is signed by a party through a post, and does not rule yet', () => {
    recorded.when(sign(health, '2025-03-10'), facts).then(signed(health, '2025-03-10'));
  });

  it('comes into force with the last signature, from the first day of its period', () => {
    signedByHealth.when(sign(socialCare, '2025-03-17'), facts).then(signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01'));
  });

  it('comes into force on the day of the last signature where its period has begun', () => {
    signedByHealth.when(sign(socialCare, '2025-05-06'), facts).then(signed(socialCare, '2025-05-06'), cameIntoForce('2025-05-06'));
  });

  it('counts the latest signature, in whatever order the signatures are recorded', () => {
    agreement
      .given(agreementRecorded(), signed(socialCare, '2025-06-02'))
      .when(sign(health, '2025-04-14'), facts)
      .then(signed(health, '2025-04-14'), cameIntoForce('2025-06-02'));
  });

  it('waits for every one of three parties', () => {
    const ofThree = agreementRecorded({ parties: [health, socialCare, education] });
    agreement
      .given(ofThree, signed(health, '2025-03-10'))
      .when(sign(education, '2025-03-12'), facts)
      .then(signed(education, '2025-03-12'));
  });

  it('does not come into force where the last signature is given after its end', () => {
    const ended = agreementRecorded({ to: '2025-10-01' });
    const last = agreement.given(ended, signed(health, '2025-03-10'));
    last.when(sign(socialCare, '2025-10-01'), facts).then(signed(socialCare, '2025-10-01'));
    last.when(sign(socialCare, '2025-09-30'), facts).then(signed(socialCare, '2025-09-30'), cameIntoForce('2025-09-30'));
  });

  it('may be signed today', () => {
    recorded.when(sign(health, '2025-03-10', '2025-03-10'), facts).then(signed(health, '2025-03-10'));
  });

  it('cannot be signed tomorrow', () => {
    recorded.when(sign(health, '2025-03-11', '2025-03-10'), facts).thenRefused('signature-in-future', '10 March 2025');
  });

  it('may be signed on the day on which its text was agreed, and on no day before that', () => {
    recorded.when(sign(health, '2025-03-03'), facts).then(signed(health, '2025-03-03'));
    recorded.when(sign(health, '2025-03-02'), facts).thenRefused('signature-before-text', '3 March 2025');
  });

  it('cannot be signed on a day that is none', () => {
    recorded.when(sign(health, '2025-02-29'), facts).thenRefused('not-a-date');
  });

  it('is signed by its parties alone', () => {
    recorded.when(sign(education, '2025-03-10'), facts).thenRefused('signature-by-stranger');
    recorded.when({ ...sign(health, '2025-03-10'), agencyId: 'NHS Northshire' }, facts).thenRefused('signature-by-stranger');
  });

  it('is signed once by each', () => {
    signedByHealth.when(sign(health, '2025-03-12'), facts).thenRefused('agreement-already-signed');
  });

  it('cannot be signed before its text is recorded', () => {
    agreement.when(sign(health, '2025-03-10'), facts).thenRefused('agreement-unknown');
  });
});

describe('An agreement in force', () => {
  it('is not signed again', () => {
    agreement
      .given(agreementRecorded(), signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01'))
      .when(sign(socialCare, '2025-04-02'), facts)
      .thenRefused('agreement-already-signed');
  });
});
