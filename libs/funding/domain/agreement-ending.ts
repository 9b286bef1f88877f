import { accept, addDays, addMonths, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { actedFor } from './acting';
import type { Acting } from './acting';
import { endingOf, reviewDueBy, rulingTexts, standingNotices } from './agreement-life';
import type { Ending, Notice } from './agreement-life';
import type { AgreedAgreement, AgreementState, NewAgreementEvent, TextVersion } from './agreement-state';
import { refuseWithdrawnAgreement } from './agreement-withdrawal';
import { refuseFunding } from './refusals';

interface ByParty {
  /** The agency for which the person acts: a party acts for itself, and nobody else does. */
  readonly agencyId: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** Gives notice: the agreement rules on until the months that its text asks for have run. */
export interface GiveNotice extends ByParty {
  readonly type: 'GiveNotice';
  readonly post: string;
  readonly reason: string;
}
/** Takes the party's own notice back while it runs. */
export interface WithdrawNotice extends ByParty {
  readonly type: 'WithdrawNotice';
  readonly reason: string;
}
/** Leaves by notice: refused for any day before a notice has run. */
export interface LeaveAgreement extends ByParty {
  readonly type: 'LeaveAgreement';
  /** First day on which the agreement is to rule nothing. */
  readonly from: string;
}
/** Agrees that it ends from a day; it does once every party has agreed to the same day. */
export interface AgreeEnding extends ByParty {
  readonly type: 'AgreeEnding';
  readonly post: string;
  readonly from: string;
}
/** Records that the parties reviewed it and let it go on. */
export interface ReviewAgreement extends ByParty {
  readonly type: 'ReviewAgreement';
  readonly findings: string;
  /** Last day for the next review; `null`: it need not be reviewed again. */
  readonly nextReviewBy: string | null;
}
/** Writes down that it has ended by itself: its notice has run, its term is over, or nobody reviewed it in time. */
export interface RecordEnding {
  readonly type: 'RecordEnding';
  readonly today: LondonDate;
}
export type EndingCommand = GiveNotice | WithdrawNotice | LeaveAgreement | AgreeEnding | ReviewAgreement | RecordEnding;

/** A party acting on an agreement that has come into force, on a day that has come. */
interface Act {
  readonly state: AgreedAgreement;
  readonly agencyId: Id<'agency'>;
  /** Every party for which the agency acts: that one, and those whose functions have come to it. */
  readonly parties: readonly Id<'agency'>[];
  readonly on: LondonDate;
}

export function decideEnding(command: EndingCommand, state: AgreementState, { inherited }: Pick<Acting, 'inherited'>): Decision<NewAgreementEvent> {
  if (command.type === 'RecordEnding') return recordEnding(command, state);
  const act = actOf(command, state, inherited);
  if (!act.ok) return act;
  switch (command.type) {
    case 'GiveNotice':
      return giveNotice(command, act.value);
    case 'WithdrawNotice':
      return withdrawNotice(command, act.value);
    case 'LeaveAgreement':
      return leave(command, act.value);
    case 'AgreeEnding':
      return agreeEnding(command, act.value);
    case 'ReviewAgreement':
      return review(command, act.value);
  }
}

function actOf({ agencyId: asking, on: text, today }: ByParty, state: AgreementState, inherited: Acting['inherited']): Result<Act> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no agreement with this id.');
  const parties = actedFor(state.parties, { agencyId: asking, inherited });
  const [agencyId] = parties;
  if (agencyId === undefined) return refuseFunding('act-by-stranger', 'Your agency is no party to this agreement, so this is not for it to do.');
  if (state.status !== 'in-force') {
    return refuseWithdrawnAgreement(state) ?? refuseFunding('agreement-not-signed', 'The agreement is not in force: every party has to sign it first.');
  }
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refuseFunding('agreement-act-in-future', `What has happened is recorded, not what will; today is ${formatLondonDate(today)}.`);
  const first = rulingTexts(state.life)[0]?.days.from;
  if (first !== undefined && on.value < first) {
    return refuseFunding('act-before-agreement', `The agreement came into force on ${formatLondonDate(first)}. Check the day.`);
  }
  return { ok: true, value: { state, agencyId, parties, on: on.value } };
}

const lastDayOf = ({ from }: Ending): string => formatLondonDate(addDays(from, -1));

function refuseEnded({ state: { life }, on }: Act): Refusal | undefined {
  const ending = endingOf(life);
  return ending !== undefined && ending.from <= on
    ? refuseFunding('agreement-ended', `The agreement has ended; ${lastDayOf(ending)} was its last day.`)
    : undefined;
}

/** The text that rules on the day. */
const textOn = ({ state: { life, versions }, on }: Act): TextVersion | undefined => {
  const ruling = rulingTexts(life).findLast(({ days }) => days.from <= on);
  return versions.find(({ version }) => version === ruling?.version);
};

/**
 * A period of months ends on the corresponding date: the same day of the month so many months later, or that
 * month's last day where it has no such day; the day of the notice itself is not counted (Dodds v Walker [1981]
 * 1 WLR 1027). Notice of six months given on 31 August has run at the end of 28 or 29 February.
 */
const lastDayOfNotice = (on: LondonDate, months: number): LondonDate => addMonths(on, months);

/** The notice, if any, that still stands of one of the parties for which the agency acts. */
const runningNotice = ({ state: { life }, parties }: Act): Notice | undefined => standingNotices(life).find((notice) => parties.some((party) => party === notice.agencyId));

function giveNotice({ post, reason }: GiveNotice, act: Act): Decision<NewAgreementEvent> {
  const refusal = refuseEnded(act);
  if (refusal) return refusal;
  const { state, agencyId, on } = act;
  const months = textOn(act)?.noticeMonths ?? null;
  if (months === null) return refuseWithoutNotice();
  const running = runningNotice(act);
  if (running) {
    return refuseFunding('notice-already-given', `Your agency gave notice on ${formatLondonDate(running.on)}; it runs until ${formatLondonDate(running.lastDay)}.`);
  }
  const lastDay = lastDayOfNotice(on, months);
  return accept({ type: 'StandingAgreementNoticeGiven', data: { agreementId: state.agreementId, agencyId, post, reason, on, months, lastDay } });
}

/** A notice taken back in time counts though its end was written down first, like a ratification given in time. */
function withdrawNotice({ reason }: WithdrawNotice, act: Act): Decision<NewAgreementEvent> {
  const { state, parties, on } = act;
  const running = runningNotice(act);
  const agencyId = parties.find((party) => party === running?.agencyId);
  if (!running || agencyId === undefined) return refuseFunding('notice-unknown', 'Your agency has given no notice of this agreement that still stands.');
  if (on < running.on || on > running.lastDay) {
    return refuseFunding(
      'notice-has-run',
      `A notice is withdrawn while it runs: this one from ${formatLondonDate(running.on)} to ${formatLondonDate(running.lastDay)}.`,
    );
  }
  const data = { agreementId: state.agreementId, agencyId, givenOn: running.on, reason, on };
  return accept({ type: 'StandingAgreementNoticeWithdrawn', data });
}

/** Left only by notice: inside the period the agreement binds, and the refusal says until when. */
function leave(command: LeaveAgreement, act: Act): Decision<NewAgreementEvent> {
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const { state } = act;
  const ending = endingOf(state.life);
  // It ends by then: written down once that day has come, and nothing to say before.
  if (ending !== undefined && ending.from <= from.value) {
    return ending.from <= command.today ? recordEnding({ type: 'RecordEnding', today: command.today }, state) : accept();
  }
  const running = runningNotice(act);
  if (running) {
    return refuseFunding(
      'notice-not-run',
      `Notice was given on ${formatLondonDate(running.on)} and runs until ${formatLondonDate(running.lastDay)}; the agreement binds until then.`,
    );
  }
  const months = textOn(act)?.noticeMonths ?? null;
  return months === null ? refuseWithoutNotice() : refuseFunding(
    'notice-not-run',
    `No notice was given. The text asks for ${months === 1 ? 'one month' : `${months} months`}: given today, it would run until ${formatLondonDate(lastDayOfNotice(command.today, months))}.`,
  );
}

const refuseWithoutNotice = (): Refusal =>
  refuseFunding('notice-not-agreed', 'The text gives no right to leave by notice: end it by agreement of all parties, or vary it first.');

function agreeEnding({ post, from: text }: AgreeEnding, act: Act): Decision<NewAgreementEvent> {
  const refusal = refuseEnded(act);
  if (refusal) return refusal;
  const from = londonDate(text);
  if (!from.ok) return from;
  const { state, parties: agreeing, on } = act;
  if (from.value < on) {
    return refuseFunding('ending-before-agreed', 'What was shared until now stays shared: the parties end it from the day on which they agree, or a later one.');
  }
  const { agreementId, parties, consents } = state;
  const agreed = agreeing.map((agencyId): NewAgreementEvent => ({ type: 'StandingAgreementEndingAgreed', data: { agreementId, agencyId, post, from: from.value, on } }));
  const others = consents.filter((consent) => agreeing.every((party) => party !== consent.agencyId) && consent.from === from.value);
  if (others.length + agreeing.length < parties.length) return accept(...agreed);
  const last = others.reduce((latest, consent) => (consent.on > latest ? consent.on : latest), on);
  return accept(...agreed, {
    type: 'StandingAgreementEnded',
    data: { agreementId, reason: 'agreement-of-all', from: last > from.value ? last : from.value, on: last },
  });
}

/** A review held in time counts though the lapse was written down first. */
function review({ findings, nextReviewBy }: ReviewAgreement, act: Act): Decision<NewAgreementEvent> {
  const refusal = refuseEnded(act);
  if (refusal) return refusal;
  const { state, on } = act;
  const next = nextReviewBy === null ? { ok: true as const, value: null } : londonDate(nextReviewBy);
  if (!next.ok) return next;
  if (next.value !== null && next.value <= on) {
    return refuseFunding('next-review-past', 'The next review is due on a day after this one.');
  }
  const due = reviewDueBy(state.life);
  const held = state.life.reviews.some((before) => before.on === on && before.nextReviewBy === next.value);
  if (held && due === next.value) return refuseFunding('review-already-recorded', 'This review is already on the record.');
  return accept({ type: 'StandingAgreementReviewed', data: { agreementId: state.agreementId, findings, nextReviewBy: next.value, on } });
}

function recordEnding({ today }: RecordEnding, state: AgreementState): Decision<NewAgreementEvent> {
  if (state.status !== 'in-force') return refuseFunding('agreement-not-signed', 'An agreement that never came into force does not end.');
  const ending = endingOf(state.life);
  if (ending === undefined || ending.from > today) return refuseFunding('ending-not-due', 'The agreement goes on: it has not come to its end.');
  const written = state.endings.some(({ from, reason }) => from === ending.from && reason === ending.reason);
  if (written) return refuseFunding('agreement-ended', `That the agreement ended is on the record; ${lastDayOf(ending)} was its last day.`);
  const { agreementId } = state;
  return accept({ type: 'StandingAgreementEnded', data: { agreementId, ...ending, on: ending.from } });
}
