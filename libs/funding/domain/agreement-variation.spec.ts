import { fundingEvents } from '@accord/funding/contracts';
import type { Clause } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import { agreementDecider } from './agreement';
import type { AgreementFacts, DraftAgreement, RecordAgreement, VaryAgreement } from './agreement';
import { agreementId, agreementRecorded, cameIntoForce, clause, day, education, health, inherited, numbered, percentages, recordAgreement, registered, sign, signed, socialCare, termsOf, weeks } from './sample-agreement';

const agreement = specification({ decider: agreementDecider, definitions: fundingEvents });
const facts: AgreementFacts = { registered, inherited, others: [] };
const today = day('2025-12-01');
const nursing = clause({ clauseId: numbered<'clause'>(1002), categories: ['nursing'] });
const always = (changes: Partial<Clause> = {}) =>
  clause({ clauseId: numbered<'clause'>(1003), trigger: { event: 'always', criterion: null }, dayOne: null, duration: { unit: 'until-the-agreement-ends' }, ...changes });
const [first, second, third] = [1001, 1003, 1004].map((number) => numbered<'clause'>(number));
if (!first || !second || !third) throw new Error('Three were made.');

describe('A draft', () => {
  const draft = (changes: Partial<RecordAgreement> = {}): DraftAgreement => ({ ...recordAgreement(changes), type: 'DraftAgreement' });
  const drafted = (number: number, changes: Partial<RecordAgreement> = {}) => {
    const { data } = agreementRecorded(changes);
    return { type: 'StandingAgreementDrafted' as const, data: { ...data, draft: number } };
  };
  const agree = (on: string) => ({ type: 'AgreeDraft' as const, agencyId: health, on, today });

  it('is drafted and drafted again, and agreed as it was last drafted', () => {
    agreement.when(draft(), facts).then(drafted(1));
    agreement.given(drafted(1)).when(draft({ clauses: [nursing] }), facts).then(drafted(2, { clauses: [nursing] }));
    agreement
      .given(drafted(1), drafted(2, { clauses: [nursing] }))
      .when(agree('2025-03-17'), facts)
      .then(agreementRecorded({ clauses: [nursing], on: '2025-03-17' }));
  });

  it('is agreed on or after the day of the draft, and neither signed nor drafted otherwise', () => {
    agreement.given(drafted(1)).when(agree('2025-03-02'), facts).thenRefused('agreed-before-drafted', '3 March 2025');
    agreement.given(drafted(1)).when(sign(health, '2025-03-10'), facts).thenRefused('agreement-not-agreed');
    agreement.given(drafted(1)).when(recordAgreement(), facts).thenRefused('agreement-already-recorded');
    agreement.given(agreementRecorded()).when(draft(), facts).thenRefused('agreement-already-recorded');
    agreement.given(agreementRecorded()).when(agree('2025-03-17'), facts).thenRefused('agreement-already-recorded');
    agreement.when(agree('2025-03-17'), facts).thenRefused('agreement-unknown');
  });

  it('is drafted, drafted again and agreed for a party, whatever parties it names then', () => {
    agreement.when(draft({ agencyId: education }), facts).thenRefused('act-by-stranger');
    const together = { agencyId: education, parties: [health, socialCare, education] };
    agreement.given(drafted(1)).when(draft(together), facts).thenRefused('act-by-stranger');
    agreement.given(drafted(1)).when(draft({ parties: [health, socialCare, education] }), facts).then(drafted(2, { parties: [health, socialCare, education] }));
    agreement.given(drafted(1)).when({ ...agree('2025-03-17'), agencyId: education }, facts).thenRefused('act-by-stranger', 'ask one of the parties');
    agreement.given(drafted(1)).when({ ...agree('2025-03-17'), agencyId: education }, { ...facts, inherited: new Set([socialCare]) }).then(agreementRecorded({ on: '2025-03-17' }));
  });

  it('is a text like any other: whoever pays is a party', () => {
    agreement.when(draft({ clauses: [clause({ split: percentages(40, 40, 20) })] }), facts).thenRefused('payer-no-party');
  });
});

describe('An agreement under section 75', () => {
  const said = { aims: 'At home', functions: 'NHS Act 2006', clientGroup: 'Children', noticeMonths: 6 };
  it.each(['section-75-pooled', 'section-75-lead-commissioning', 'section-75-aligned'] as const)('(%s) says its aims, functions, client group and notice', (kind) => {
    agreement.when(recordAgreement({ kind, ...said }), facts).then(agreementRecorded({ kind, ...said }));
    for (const missing of Object.keys(said)) {
      agreement.when(recordAgreement({ kind, ...said, [missing]: null }), facts).thenRefused('agreement-terms-missing', 'in writing');
    }
  });

  it('is the only kind of which the law asks that', () => {
    agreement.when(recordAgreement({ kind: 'section-256' }), facts).then(agreementRecorded({ kind: 'section-256' }));
  });
});

describe('A clause', () => {
  it.each<[string, Partial<Clause>, string]>([
    ['that always rules and has weeks', { trigger: { event: 'always', criterion: null }, dayOne: null }, 'clause-length-without-event'],
    ['after an event that does not say which day is day 1', { dayOne: null }, 'day-one-missing'],
    ['of 9,129 days', { duration: { unit: 'days', count: 9_129 } }, 'clause-too-long'],
    ['of no days', { duration: { unit: 'days', count: 0 } }, 'clause-of-no-days'],
  ])('%s is refused', (_what, changes, code) => {
    agreement.when(recordAgreement({ clauses: [clause(changes)] }), facts).thenRefused(code);
  });

  it('is due for review on a day of the agreement', () => {
    agreement.when(recordAgreement({ reviewBy: '2025-03-31' }), facts).thenRefused('review-day-outside', '1 April 2025');
    agreement.when(recordAgreement({ reviewBy: '2026-04-01', to: '2026-04-01' }), facts).thenRefused('review-day-outside');
  });
});

describe('Two clauses that could rule the same line on the same day', () => {
  const both = [clause(), always()];
  const other = { title: 'Nursing at home', signedByAll: true, days: { from: day('2025-10-01'), to: null }, clauses: [always({ clauseId: third })], precedences: [] };

  it('are found in one text, and named', () => {
    agreement.when(recordAgreement({ clauses: both }), facts).thenRefused('clauses-overlap', 'Both clause 1 and clause 2 could rule a line of personal care');
    const apart = [clause(), always({ categories: ['nursing'] })];
    agreement.when(recordAgreement({ clauses: apart }), facts).then(agreementRecorded({ clauses: apart }));
  });

  it('are found in the texts of another agreement, where their days meet', () => {
    const others = { ...facts, others: [other] };
    agreement.when(recordAgreement(), others).thenRefused('clauses-overlap', 'clause 1 of “Nursing at home”');
    agreement.when(recordAgreement({ to: '2025-10-01' }), others).then(agreementRecorded({ to: '2025-10-01' }));
  });

  it('are found again at the last signature, where the other text came into force meanwhile: of two recorded at one moment, neither saw the other', () => {
    const waiting = agreement.given(agreementRecorded(), signed(health, '2025-03-10'));
    const others = { ...facts, others: [other] };
    waiting.when(sign(socialCare, '2025-03-17'), others).thenRefused('clauses-overlap', 'withdraw this text, and record it with a precedence');
    agreement.given(agreementRecorded()).when(sign(socialCare, '2025-03-17'), others).then(signed(socialCare, '2025-03-17'));
    const inTime = [signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01')] as const;
    waiting.when(sign(socialCare, '2025-03-17'), { ...facts, others: [{ ...other, signedByAll: false }] }).then(...inTime);
    waiting.when(sign(socialCare, '2025-03-17'), { ...facts, others: [{ ...other, precedences: [{ first: third, over: first }] }] }).then(...inTime);
    waiting.when(sign(socialCare, '2025-03-17'), { ...facts, others: [{ ...other, days: { from: day('2025-03-01'), to: day('2025-04-01') } }] }).then(...inTime);
  });

  it('are told with the id by which a precedence names the other one', () => {
    agreement.when(recordAgreement(), { ...facts, others: [other] }).thenRefused('clauses-overlap', `clauseId ${third}`);
  });

  it('are recorded once a text says which goes first, its own or the other', () => {
    const precedences = [{ first, over: second }];
    agreement.when(recordAgreement({ clauses: both, precedences }), facts).then(agreementRecorded({ clauses: both, precedences }));
    const stated = [{ first: third, over: first }];
    agreement.when(recordAgreement({ precedences: stated }), { ...facts, others: [other] }).then(agreementRecorded({ precedences: stated }));
    agreement.when(recordAgreement(), { ...facts, others: [{ ...other, precedences: stated }] }).then(agreementRecorded());
  });

  it('cannot go before each other, directly or over a third, nor be of no text in question', () => {
    const circle = [{ first, over: second }, { first: second, over: first }];
    agreement.when(recordAgreement({ clauses: both, precedences: circle }), facts).thenRefused('precedence-circular');
    agreement.when(recordAgreement({ precedences: [{ first, over: first }] }), facts).thenRefused('precedence-circular');
    const against = { ...other, precedences: [{ first: third, over: first }] };
    agreement.when(recordAgreement({ precedences: [{ first, over: third }] }), { ...facts, others: [against] }).thenRefused('precedence-circular');
    agreement.when(recordAgreement({ precedences: [{ first, over: numbered(1999) }] }), facts).thenRefused('precedence-clause-unknown');
  });
});

describe('A variation', () => {
  const signedByAll = [agreementRecorded({ noticeMonths: 3 }), signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01')] as const;
  const inForce = agreement.given(...signedByAll);
  const sixty = clause({ split: percentages(60, 40) });
  const vary = (changes: Partial<VaryAgreement> = {}): VaryAgreement => ({ type: 'VaryAgreement', agencyId: health, clauses: [sixty], from: '2025-07-01', on: '2025-06-02', today, ...changes });
  const varied = (version: number, changes: Partial<RecordAgreement> = {}, { from = '2025-07-01', on = '2025-06-02' } = {}) => ({
    type: 'StandingAgreementVaried' as const,
    data: { agreementId, version, ...termsOf(recordAgreement({ clauses: [sixty], noticeMonths: 3, ...changes })), from: day(from), on: day(on) },
  });
  const variationInForce = (from: string, version = 2) => ({ type: 'StandingAgreementVariationCameIntoForce' as const, data: { agreementId, version, from: day(from) } });

  it('is a new version of the text; what it leaves unsaid stays', () => {
    inForce.when(vary(), facts).then(varied(2));
    inForce.when(vary({ to: '2027-04-01', noticeMonths: 6 }), facts).then(varied(2, { to: '2027-04-01', noticeMonths: 6 }));
  });

  it('comes into force once every party has signed it again: on its day, or with the last signature', () => {
    const pending = agreement.given(...signedByAll, varied(2), signed(health, '2025-06-09', 2));
    agreement.given(...signedByAll, varied(2)).when(sign(health, '2025-06-09'), facts).then(signed(health, '2025-06-09', 2));
    pending.when(sign(socialCare, '2025-06-16'), facts).then(signed(socialCare, '2025-06-16', 2), variationInForce('2025-07-01'));
    pending.when(sign(socialCare, '2025-08-04'), facts).then(signed(socialCare, '2025-08-04', 2), variationInForce('2025-08-04'));
    pending.when(sign(health, '2025-06-16'), facts).thenRefused('agreement-already-signed');
    pending.when({ ...sign(socialCare, '2025-06-16'), version: 1 }, facts).thenRefused('text-not-to-sign', 'version 2');
    pending.when(sign(socialCare, '2025-06-01'), facts).thenRefused('signature-before-text');
  });

  it('is recorded for a party, or for one whose functions have passed to the agency, which signs it in its name', () => {
    inForce.when(vary({ agencyId: education }), facts).thenRefused('act-by-stranger');
    const heir = { ...facts, inherited: new Set([socialCare]) };
    inForce.when(vary({ agencyId: education }), heir).then(varied(2));
    const pending = agreement.given(...signedByAll, varied(2), signed(health, '2025-06-09', 2));
    const byHeir = { ...sign(socialCare, '2025-06-16'), agencyId: education };
    pending.when(byHeir, heir).then(signed(socialCare, '2025-06-16', 2), variationInForce('2025-07-01'));
    // Where the functions of both are in one hand, it signs for both at once.
    const forBoth = signed(socialCare, '2025-06-16', 2);
    agreement.given(...signedByAll, varied(2)).when(sign(health, '2025-06-16'), heir).then(signed(health, '2025-06-16', 2), { ...forBoth, data: { ...forBoth.data, post: signed(health, '2025-06-16').data.post } }, variationInForce('2025-07-01'));
  });

  it('may let an agency pay that has the functions of a party and records it: it agrees to that itself', () => {
    const heir = { ...facts, inherited: new Set([socialCare]) };
    const byHeir = clause({ split: percentages(50, 0, 50) });
    inForce.when(vary({ agencyId: education, clauses: [byHeir] }), heir).then(varied(2, { clauses: [byHeir] }));
    inForce.when(vary({ clauses: [byHeir] }), facts).thenRefused('payer-no-party', 'An agency that has the functions of a party records the variation that makes it pay.');
    // Once it pays, whoever varies the text next lets it go on paying.
    const sixtyByHeir = clause({ split: percentages(60, 0, 40) });
    const paying = [...signedByAll, varied(2, { clauses: [byHeir] }), signed(health, '2025-06-09', 2), signed(socialCare, '2025-06-16', 2), variationInForce('2025-07-01')] as const;
    agreement.given(...paying).when(vary({ clauses: [sixtyByHeir], on: '2025-08-04', from: '2025-09-01' }), facts).then(varied(3, { clauses: [sixtyByHeir] }, { from: '2025-09-01', on: '2025-08-04' }));
    agreement.when(recordAgreement({ clauses: [byHeir], agencyId: education }), heir).thenRefused('payer-no-party');
  });

  it('may be overtaken by another before it is signed by all', () => {
    const later = varied(3, { clauses: [nursing] }, { on: '2025-06-23' });
    agreement.given(...signedByAll, varied(2)).when(vary({ clauses: [nursing], on: '2025-06-23' }), facts).then(later);
    agreement.given(...signedByAll, varied(2), later).when(sign(health, '2025-06-23'), facts).then(signed(health, '2025-06-23', 3));
  });

  it('needs an agreement in force, is no older than the text before it, and not of the future', () => {
    agreement.given(agreementRecorded()).when(vary(), facts).thenRefused('agreement-not-signed');
    agreement.when(vary(), facts).thenRefused('agreement-unknown');
    inForce.when(vary({ on: '2025-03-02' }), facts).thenRefused('variation-before-text', '3 March 2025');
    inForce.when(vary({ on: '2025-12-02' }), facts).thenRefused('agreement-in-future');
    inForce.when(vary({ from: '2025-06-31' }), facts).thenRefused('not-a-date');
  });

  it('cannot vary what has ended by its day', () => {
    const short = [agreementRecorded({ to: '2025-07-01' }), signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01')] as const;
    agreement.given(...short).when(vary({ to: '2026-04-01' }), facts).thenRefused('agreement-ended', '1 July 2025');
    agreement.given(...short).when(vary({ from: '2025-06-30', to: '2026-04-01' }), facts).then(varied(2, { to: '2026-04-01', noticeMonths: null }, { from: '2025-06-30' }));
  });

  it('is held against other texts, shares and parties as the first text was', () => {
    inForce.when(vary({ clauses: [clause(), always()] }), facts).thenRefused('clauses-overlap');
    inForce.when(vary({ clauses: [clause({ split: percentages(60, 39.99) })] }), facts).thenRefused('shares-not-whole');
    const foreign = { title: 'Other', signedByAll: true, days: { from: day('2024-01-01'), to: day('2024-02-01') }, clauses: [nursing], precedences: [] };
    inForce.when(vary({ clauses: [nursing] }), { ...facts, others: [foreign] }).thenRefused('clause-repeated');
    inForce.when(vary({ clauses: [clause({ duration: weeks(0) })] }), facts).thenRefused('clause-of-no-days');
  });
});
