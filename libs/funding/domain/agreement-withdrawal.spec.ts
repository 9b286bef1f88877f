import { fundingEvents } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import { agreementDecider } from './agreement';
import type { AgreementFacts, RecordAgreement, VaryAgreement } from './agreement';
import type { WithdrawText } from './agreement-withdrawal';
import { textsOnRecord } from './clause-overlaps';
import { agreementId, agreementRecorded, cameIntoForce, clause, day, education, health, inherited, numbered, percentages, recordAgreement, registered, sign, signed, socialCare, stranger, termsOf } from './sample-agreement';

const agreement = specification({ decider: agreementDecider, definitions: fundingEvents });
const facts: AgreementFacts = { registered, inherited, others: [] };
const today = day('2025-12-01');
const withdraw = (changes: Partial<WithdrawText> = {}): WithdrawText => ({ type: 'WithdrawText', agencyId: socialCare, reason: 'It was recorded twice.', on: '2025-03-10', today, ...changes });
const withdrawn = (version = 1, { agencyId = socialCare, on = '2025-03-10' } = {}) => ({
  type: 'StandingAgreementTextWithdrawn' as const,
  data: { agreementId, version, agencyId, reason: 'It was recorded twice.', on: day(on) },
});
const drafted = { type: 'StandingAgreementDrafted' as const, data: { ...agreementRecorded().data, draft: 1 } };
const signedByAll = [agreementRecorded(), signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01')] as const;
const sixty = clause({ split: percentages(60, 40) });
const vary = (changes: Partial<VaryAgreement> = {}): VaryAgreement => ({ type: 'VaryAgreement', agencyId: health, clauses: [sixty], from: '2025-07-01', on: '2025-06-02', today, ...changes });
const varied = (version: number, changes: Partial<RecordAgreement> = {}) => ({
  type: 'StandingAgreementVaried' as const,
  data: { agreementId, version, ...termsOf(recordAgreement({ clauses: [sixty], ...changes })), from: day('2025-07-01'), on: day('2025-06-02') },
});
/** What of these events stands in the way of other texts, as the version whose first clause it has. */
const inTheWay = (...events: readonly object[]) => {
  // The spec gives events as they are recorded.
  const state = (events as never[]).reduce(agreementDecider.evolve, agreementDecider.initial);
  return textsOnRecord(state).map(({ signedByAll: all, days }) => [days.from, days.to, all]);
};

describe('A text that not every party has signed', () => {
  const signedByOne = agreement.given(agreementRecorded(), signed(health, '2025-03-10'));

  it('is withdrawn by any party, be it the one that has signed it or one that will not', () => {
    agreement.given(agreementRecorded()).when(withdraw(), facts).then(withdrawn());
    signedByOne.when(withdraw(), facts).then(withdrawn());
    signedByOne.when(withdraw({ agencyId: health, version: 1 }), facts).then(withdrawn(1, { agencyId: health }));
    signedByOne.when(withdraw({ agencyId: stranger }), facts).thenRefused('act-by-stranger', 'no party');
    agreement.when(withdraw(), facts).thenRefused('agreement-unknown');
  });

  it('is withdrawn by the agency to which the functions of a party have passed, in its name', () => {
    signedByOne.when(withdraw({ agencyId: education }), { ...facts, inherited: new Set([socialCare]) }).then(withdrawn());
  });

  it('is withdrawn on a day that has come, on which it was there', () => {
    signedByOne.when(withdraw({ on: '2025-12-02' }), facts).thenRefused('agreement-act-in-future', '1 December 2025');
    signedByOne.when(withdraw({ on: '2025-03-02' }), facts).thenRefused('withdrawal-before-text', '3 March 2025');
    signedByOne.when(withdraw({ on: '2025-02-30' }), facts).thenRefused('not-a-date');
    signedByOne.when(withdraw({ version: 2 }), facts).thenRefused('text-unknown', 'no version 2');
  });

  it('is then signed, varied, ended, agreed and withdrawn no more, and says why', () => {
    const gone = agreement.given(agreementRecorded(), signed(health, '2025-03-10'), withdrawn());
    const says = 'The text was withdrawn on 10 March 2025, before it came into force. Record the agreement anew.';
    for (const command of [
      ...[sign(socialCare, '2025-03-17'), withdraw(), vary(), recordAgreement(), { ...recordAgreement(), type: 'DraftAgreement' as const }],
      ...[{ type: 'AgreeDraft' as const, agencyId: health, on: '2025-03-17', today }, { type: 'AgreeEnding' as const, agencyId: health, post: 'Director', from: '2025-06-01', on: '2025-05-01', today }],
    ]) {
      gone.when(command, facts).thenRefused('text-withdrawn', says);
    }
  });

  it('stands in the way of another text until it is withdrawn', () => {
    expect(inTheWay(agreementRecorded(), signed(health, '2025-03-10'))).toEqual([['2025-04-01', null, false]]);
    expect(inTheWay(agreementRecorded(), signed(health, '2025-03-10'), withdrawn())).toEqual([]);
  });

  it('is told as such where it stands in the way, with the way out', () => {
    const other = { title: 'Care at home', signedByAll: false, days: { from: day('2025-10-01'), to: null }, clauses: [clause({ clauseId: numbered<'clause'>(1004) })], precedences: [] };
    agreement
      .when(recordAgreement(), { ...facts, others: [other] })
      .thenRefused('clauses-overlap', 'State which of the two goes first. Not every party has signed this text of “Care at home” yet: if it should not be, any of them may withdraw it.');
    agreement.when(recordAgreement(), { ...facts, others: [{ ...other, signedByAll: true }] }).thenRefused('clauses-overlap', /State which of the two goes first\. A precedence names the other clause by its clauseId [0-9a-f-]{36}\.$/);
  });

  it('stands in the way of nothing either where all signed it only after its days were over', () => {
    expect(inTheWay(agreementRecorded({ to: '2025-05-01' }), signed(health, '2025-03-10'), signed(socialCare, '2025-05-12'))).toEqual([]);
  });
});

describe('A draft', () => {
  it('is drafted again instead: nobody has agreed to it', () => {
    agreement.given(drafted).when(withdraw(), facts).thenRefused('agreement-not-agreed', 'drafted again');
  });
});

describe('A text in force', () => {
  it('is not withdrawn, and whoever asks is told how an agreement is left', () => {
    agreement.given(...signedByAll).when(withdraw(), facts).thenRefused('text-in-force', 'leave the agreement by notice, agree with the others on its end, or vary it');
    agreement.given(...signedByAll, varied(2)).when(withdraw({ version: 1 }), facts).thenRefused('text-in-force', 'version 1');
  });
});

describe('A variation that not every party has signed', () => {
  const on = '2025-06-09';
  const gone = [...signedByAll, varied(2), signed(health, '2025-06-03', 2), withdrawn(2, { on })] as const;

  it('is withdrawn, and the agreement rules on as it was', () => {
    agreement.given(...signedByAll, varied(2)).when(withdraw({ on }), facts).then(withdrawn(2, { on }));
    expect(inTheWay(...gone)).toEqual([['2025-04-01', null, true]]);
    expect(inTheWay(...signedByAll, varied(2))).toEqual([['2025-04-01', null, true], ['2025-07-01', null, false]]);
  });

  it('is signed and withdrawn no more', () => {
    agreement.given(...gone).when({ ...sign(socialCare, '2025-06-16'), version: 2 }, facts).thenRefused('text-withdrawn', 'Version 2 was withdrawn on 9 June 2025');
    agreement.given(...gone).when(sign(socialCare, '2025-06-16'), facts).thenRefused('agreement-already-signed');
    agreement.given(...gone).when(withdraw({ on, version: 2 }), facts).thenRefused('text-withdrawn');
    agreement.given(...gone).when(withdraw({ on }), facts).thenRefused('text-in-force');
  });

  it('leaves nothing to the next one, which starts from the text in force under a number of its own', () => {
    const mistaken = [...signedByAll, varied(2, { noticeMonths: 12 }), withdrawn(2, { on })] as const;
    agreement.given(...mistaken).when(vary(), facts).then(varied(3));
    agreement.given(...mistaken, varied(3)).when(sign(health, '2025-06-16'), facts).then(signed(health, '2025-06-16', 3));
  });

  it('stays overtaken where the one that overtook it is withdrawn: what was recorded since was not held against it', () => {
    const overtaken = [...signedByAll, varied(2, { noticeMonths: 12 }), varied(3), withdrawn(3, { on })] as const;
    agreement.given(...overtaken).when({ ...sign(health, '2025-06-16'), version: 2 }, facts).thenRefused('text-not-to-sign');
    agreement.given(...overtaken).when(vary(), facts).then(varied(4));
  });
});

describe('A precedence over a clause that was withdrawn', () => {
  it('goes with it when the text that states it is varied', () => {
    const precedences = [{ first: clause().clauseId, over: numbered<'clause'>(1004) }];
    const stated = [agreementRecorded({ precedences }), ...signedByAll.slice(1)] as const;
    const other = { title: 'Care at home', signedByAll: false, days: { from: day('2025-10-01'), to: null }, clauses: [clause({ clauseId: numbered<'clause'>(1004) })], precedences: [] };
    agreement.given(...stated).when(vary(), { ...facts, others: [other] }).then(varied(2, { precedences }));
    agreement.given(...stated).when(vary(), facts).then(varied(2));
  });
});
