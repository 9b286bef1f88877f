import { fundingEvents } from '@accord/funding/contracts';
import type { StandingAgreementEnded, StandingAgreementNoticeGiven } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Id } from '@accord/shared/kernel';
import { specification } from '@accord/shared/testing';
import { agreementDecider } from './agreement';
import { agreementId, agreementRecorded, cameIntoForce, day, education, health, inherited, registered, signed, socialCare } from './sample-agreement';
import type { NewAgreementEvent } from './agreement-state';
import type { RecordAgreement } from './agreement';

const agreement = specification({ decider: agreementDecider, definitions: fundingEvents });
const facts = { registered, inherited, others: [] };
const today = day('2026-12-01');

const inForce = (changes: Partial<RecordAgreement> = {}, ...more: NewAgreementEvent[]) => {
  const text = agreementRecorded({ noticeMonths: 6, ...changes });
  return agreement.given(text, signed(health, '2025-03-10'), signed(socialCare, '2025-03-17'), cameIntoForce('2025-04-01'), ...more);
};
const notice = (on: string, agencyId: Id<'agency'> = health, now = today) => ({
  ...{ type: 'GiveNotice' as const, agencyId, post: 'Director', reason: 'Costs', on, today: now },
});
const noticeGiven = (on: string, lastDay: string): New<typeof StandingAgreementNoticeGiven> => ({
  type: 'StandingAgreementNoticeGiven',
  data: { agreementId, agencyId: health, post: 'Director', reason: 'Costs', on: day(on), months: 6, lastDay: day(lastDay) },
});
const ended = (reason: 'notice' | 'term' | 'not-reviewed' | 'agreement-of-all', from: string, on = from): New<typeof StandingAgreementEnded> => ({
  type: 'StandingAgreementEnded',
  data: { agreementId, reason, from: day(from), on: day(on) },
});

describe('Notice', () => {
  const withdrawal = (on: string, agencyId: Id<'agency'> = health) => ({ type: 'WithdrawNotice' as const, agencyId, reason: 'Settled', on, today });
  const withdrawn = { type: 'StandingAgreementNoticeWithdrawn' as const, data: { agreementId, agencyId: health, givenOn: day('2025-08-31'), reason: 'Settled', on: day('2026-02-28') } };
  it.each([
    ['2025-08-14', '2026-02-14'],
    ['2025-08-31', '2026-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2025-12-31', '2026-06-30'],
    ['2026-02-28', '2026-08-28'],
  ])('of six months given on %s has run at the end of %s: the same day of the month, or its last', (on, lastDay) => {
    inForce().when(notice(on, health, day('2028-01-01')), facts).then(noticeGiven(on, lastDay));
  });

  it('is given by a party, once, on a day that has come and on which the agreement is in force', () => {
    inForce().when(notice('2025-08-31', education), facts).thenRefused('act-by-stranger');
    inForce({}, noticeGiven('2025-08-31', '2026-02-28')).when(notice('2025-09-01'), facts).thenRefused('notice-already-given', '28 February 2026');
    inForce().when(notice('2026-12-02'), facts).thenRefused('agreement-act-in-future', '1 December 2026');
    inForce().when(notice('2025-03-31'), facts).thenRefused('act-before-agreement', '1 April 2025');
    inForce({ to: '2026-04-01' }).when(notice('2026-04-01'), facts).thenRefused('agreement-ended', '31 March 2026');
    agreement.given(agreementRecorded({ noticeMonths: 6 })).when(notice('2025-08-31'), facts).thenRefused('agreement-not-signed');
    agreement.when(notice('2025-08-31'), facts).thenRefused('agreement-unknown');
  });

  it('is given and taken back, in the name of the party, by the agency to which its functions have passed', () => {
    const heir = { ...facts, inherited: new Set([health]) };
    inForce().when(notice('2025-08-31', education), heir).then(noticeGiven('2025-08-31', '2026-02-28'));
    const given = inForce({}, noticeGiven('2025-08-31', '2026-02-28'));
    given.when(notice('2025-09-01', education), heir).thenRefused('notice-already-given');
    given.when(withdrawal('2026-02-28', education), heir).then(withdrawn);
    given.when(withdrawal('2026-02-28', education), facts).thenRefused('act-by-stranger');
  });

  it('needs a text that knows notice', () => {
    inForce({ noticeMonths: null }).when(notice('2025-08-31'), facts).thenRefused('notice-not-agreed', 'agreement of all');
  });

  it('is taken back by its own party while it runs, though its end was written down', () => {
    const given = [noticeGiven('2025-08-31', '2026-02-28'), ended('notice', '2026-03-01')];
    inForce({}, ...given).when(withdrawal('2026-02-28'), facts).then(withdrawn);
    inForce({}, ...given).when(withdrawal('2026-03-01'), facts).thenRefused('notice-has-run', '28 February 2026');
    inForce({}, ...given).when(withdrawal('2026-02-28', socialCare), facts).thenRefused('notice-unknown');
    inForce({}, ...given, withdrawn).when(withdrawal('2026-02-28'), facts).thenRefused('notice-unknown');
    inForce({}, ...given, withdrawn).when(notice('2026-03-31'), facts).then(noticeGiven('2026-03-31', '2026-09-30'));
  });
});

describe('Leaving', () => {
  const leave = (from: string, on = '2026-01-05') => ({ type: 'LeaveAgreement' as const, agencyId: health, from, on, today });
  it('is refused without notice, with the day on which notice given today would have run', () => {
    inForce().when(leave('2026-03-01'), facts).thenRefused('notice-not-run', 'given today, it would run until 1 June 2027');
    inForce({ noticeMonths: null }).when(leave('2026-03-01'), facts).thenRefused('notice-not-agreed');
  });

  it('is refused inside the period of notice, with the day on which it ends; after it, the end is written down', () => {
    const running = inForce({}, noticeGiven('2025-08-31', '2026-02-28'));
    running.when(leave('2026-02-28'), facts).thenRefused('notice-not-run', '28 February 2026');
    running.when(leave('2026-03-01'), facts).then(ended('notice', '2026-03-01'));
    running.when({ ...leave('2026-03-01'), today: day('2026-02-01') }, facts).thenNothing();
    inForce({}, noticeGiven('2025-08-31', '2026-02-28'), ended('notice', '2026-03-01')).when(leave('2026-03-01'), facts).thenRefused('agreement-ended');
  });
});

describe('An end that all agree to', () => {
  const agree = (agencyId: Id<'agency'>, from: string, on: string) => ({ type: 'AgreeEnding' as const, agencyId, post: 'Director', from, on, today });
  const agreed = (agencyId: Id<'agency'>, from: string, on: string) => ({
    type: 'StandingAgreementEndingAgreed' as const,
    data: { agreementId, agencyId, post: 'Director', from: day(from), on: day(on) },
  });

  it('comes once every party has agreed to the same day, each for itself', () => {
    inForce().when(agree(health, '2026-01-01', '2025-11-03'), facts).then(agreed(health, '2026-01-01', '2025-11-03'));
    const one = inForce({}, agreed(health, '2026-01-01', '2025-11-03'));
    one.when(agree(socialCare, '2026-02-01', '2025-11-10'), facts).then(agreed(socialCare, '2026-02-01', '2025-11-10'));
    one
      .when(agree(socialCare, '2026-01-01', '2025-11-10'), facts)
      .then(agreed(socialCare, '2026-01-01', '2025-11-10'), ended('agreement-of-all', '2026-01-01', '2025-11-10'));
  });

  it('is never an end of days gone by: it comes with the last to agree at the earliest', () => {
    inForce().when(agree(health, '2025-11-02', '2025-11-03'), facts).thenRefused('ending-before-agreed');
    inForce({}, agreed(health, '2025-11-10', '2025-11-03'))
      .when(agree(socialCare, '2025-11-10', '2025-11-10'), facts)
      .then(agreed(socialCare, '2025-11-10', '2025-11-10'), ended('agreement-of-all', '2025-11-10'));
  });
});

describe('A review', () => {
  const review = (on: string, nextReviewBy: string | null = '2027-03-31') => ({ type: 'ReviewAgreement' as const, agencyId: health, findings: 'It works', nextReviewBy, on, today });
  const reviewed = (on: string, next: string | null = '2027-03-31') => ({
    type: 'StandingAgreementReviewed' as const,
    data: { agreementId, findings: 'It works', nextReviewBy: next === null ? null : day(next), on: day(on) },
  });

  it('lets the agreement go on, though that it lapsed was written down before the review was', () => {
    inForce({ reviewBy: '2026-03-31' }).when(review('2026-03-31'), facts).then(reviewed('2026-03-31'));
    inForce({ reviewBy: '2026-03-31' }, ended('not-reviewed', '2026-04-01')).when(review('2026-03-31'), facts).then(reviewed('2026-03-31'));
    inForce({ reviewBy: '2026-03-31' }).when(review('2026-03-02', null), facts).then(reviewed('2026-03-02', null));
  });

  it('comes too late after its last day, is of a day before the next, and is recorded once', () => {
    inForce({ reviewBy: '2026-03-31' }).when(review('2026-04-01'), facts).thenRefused('agreement-ended', '31 March 2026');
    inForce().when(review('2026-03-31', '2026-03-31'), facts).thenRefused('next-review-past');
    inForce().when(review('2026-03-31', '2027-02-29'), facts).thenRefused('not-a-date');
    inForce({}, reviewed('2026-03-31')).when(review('2026-03-31'), facts).thenRefused('review-already-recorded');
  });
});

describe('The end of an agreement is written down', () => {
  const writeDown = (now: string) => ({ type: 'RecordEnding' as const, today: day(now) });
  it.each<[string, Partial<RecordAgreement>, NewAgreementEvent[], 'notice' | 'term' | 'not-reviewed', string]>([
    ['at its term', { to: '2026-04-01' }, [], 'term', '2026-04-01'],
    ['not reviewed in time', { reviewBy: '2026-03-31' }, [], 'not-reviewed', '2026-04-01'],
    ['its notice having run', {}, [noticeGiven('2025-09-30', '2026-03-31')], 'notice', '2026-04-01'],
  ])('%s: from its day, once', (_how, changes, more, reason, from) => {
    inForce(changes, ...more).when(writeDown('2026-03-31'), facts).thenRefused('ending-not-due');
    inForce(changes, ...more).when(writeDown('2026-06-01'), facts).then(ended(reason, from));
    inForce(changes, ...more, ended(reason, from)).when(writeDown('2026-06-01'), facts).thenRefused('agreement-ended', '31 March 2026');
  });

  it('not of one that never came into force', () => {
    agreement.given(agreementRecorded()).when(writeDown('2026-06-01'), facts).thenRefused('agreement-not-signed');
  });
});
