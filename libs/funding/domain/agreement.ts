import type { Clause } from '@accord/funding/contracts';
import { accept, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { actedFor } from './acting';
import { decideEnding } from './agreement-ending';
import type { EndingCommand } from './agreement-ending';
import { endingOf } from './agreement-life';
import { signAgreement } from './agreement-signing';
import type { SignAgreement } from './agreement-signing';
import { evolveAgreement, lastText, newestText } from './agreement-state';
import type { AgreedAgreement, AgreementState, AgreementTerms, NewAgreementEvent, RecordedAgreementEvent } from './agreement-state';
import { checkedTerms } from './agreement-text';
import type { FurtherTerms, RegisteredAgencies, TextGiven } from './agreement-text';
import { refuseWithdrawnAgreement, withdrawText } from './agreement-withdrawal';
import type { WithdrawText } from './agreement-withdrawal';
import { refuseOverlaps } from './clause-overlaps';
import type { TextOnRecord } from './clause-overlaps';
import { refuseFunding } from './refusals';

interface WholeText extends TextGiven {
  readonly agreementId: Id<'agreement'>;
  readonly title: string;
  /** The agency for which the person acts: a party drafts, records and varies, and nobody else does. */
  readonly agencyId: string;
  /** Day on which the text was drafted, or agreed. */
  readonly on: string;
  /** London date of the request: what has not happened yet is no fact. */
  readonly today: LondonDate;
}
/** Drafts a text, or drafts it again; nobody has agreed to it. */
export interface DraftAgreement extends WholeText {
  readonly type: 'DraftAgreement';
}
/** Records the text of a standing agreement; it rules nothing until every party has signed. */
export interface RecordAgreement extends WholeText {
  readonly type: 'RecordAgreement';
}
/** Records that the parties agreed the text as it was last drafted. */
export interface AgreeDraft {
  readonly type: 'AgreeDraft';
  readonly agencyId: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** Records a new version of the text; what it leaves out stays as it is. It rules once every party has signed it. */
export interface VaryAgreement extends FurtherTerms {
  readonly type: 'VaryAgreement';
  readonly agencyId: string;
  readonly clauses: readonly Clause[];
  /** Day from which it is to rule. */
  readonly from: string;
  /** First day no longer covered; left out: as in the text before. */
  readonly to?: string | null;
  readonly on: string;
  readonly today: LondonDate;
}
export type AgreementCommand = DraftAgreement | RecordAgreement | AgreeDraft | VaryAgreement | SignAgreement | WithdrawText | EndingCommand;

export interface AgreementFacts extends RegisteredAgencies {
  /** Parties whose functions have come to the agency that acts by the day on which it does. */
  readonly inherited: ReadonlySet<string>;
  /** Texts of the other agreements of the area: a clause rules a line whoever the parties to its agreement are. */
  readonly others: readonly TextOnRecord[];
}

export const agreementDecider: Decider<AgreementCommand, AgreementState, NewAgreementEvent, RecordedAgreementEvent, AgreementFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveAgreement,
  decide(command, state, facts) {
    switch (command.type) {
      case 'DraftAgreement':
        return draftAgreement(command, state, facts);
      case 'RecordAgreement':
        return recordAgreement(command, state, facts);
      case 'AgreeDraft':
        return agreeDraft(command, state, facts);
      case 'VaryAgreement':
        return varyAgreement(command, state, facts);
      case 'SignAgreement':
        return signAgreement(command, state, facts);
      case 'WithdrawText':
        return withdrawText(command, state, facts);
      case 'GiveNotice':
      case 'WithdrawNotice':
      case 'LeaveAgreement':
      case 'AgreeEnding':
      case 'ReviewAgreement':
      case 'RecordEnding':
        return decideEnding(command, state, facts);
    }
  },
};

const alreadyAgreed = (state: AgreementState) =>
  refuseWithdrawnAgreement(state) ?? refuseFunding('agreement-already-recorded', 'This agreement is recorded; a change is a new version, signed again.');

/** The day on which a text was drafted or agreed: not in the future. */
function daySaid({ on: text, today }: { readonly on: string; readonly today: LondonDate }): Result<LondonDate> {
  const on = londonDate(text);
  return !on.ok || on.value <= today
    ? on
    : refuseFunding('agreement-in-future', `An agreement is recorded once its text is agreed; today is ${formatLondonDate(today)}.`);
}

const refuseStranger = (parties: readonly string[], { agencyId }: { readonly agencyId: string }, { inherited }: AgreementFacts): Refusal | undefined =>
  actedFor(parties, { agencyId, inherited }).length > 0
    ? undefined
    : refuseFunding('act-by-stranger', 'Your agency is no party to this agreement, so its text is not for it to record: ask one of the parties.');

/** The terms as an event stores them. */
const stored = ({ clauses, precedences, ...terms }: AgreementTerms) => ({ ...terms, clauses: [...clauses], precedences: [...precedences] });

function draftAgreement(command: DraftAgreement, state: AgreementState, facts: AgreementFacts): Decision<NewAgreementEvent> {
  if (state.status !== 'unknown' && state.status !== 'drafted') return alreadyAgreed(state);
  const stranger = refuseStranger(state.status === 'drafted' ? state.parties : command.parties, command, facts);
  if (stranger) return stranger;
  const on = daySaid(command);
  if (!on.ok) return on;
  const terms = checkedTerms(command, facts);
  if (!terms.ok) return terms;
  const draft = state.status === 'drafted' ? state.draft + 1 : 1;
  const { agreementId, title, kind, parties } = command;
  const head = { agreementId, title, kind, parties: [...parties] };
  return accept({ type: 'StandingAgreementDrafted', data: { ...head, ...stored(terms.value), draft, on: on.value } });
}

function recordAgreement(command: RecordAgreement, state: AgreementState, facts: AgreementFacts): Decision<NewAgreementEvent> {
  if (state.status !== 'unknown') return alreadyAgreed(state);
  const stranger = refuseStranger(command.parties, command, facts);
  if (stranger) return stranger;
  const on = daySaid(command);
  if (!on.ok) return on;
  const terms = checkedTerms(command, facts);
  if (!terms.ok) return terms;
  return agreed(command, terms.value, { on: on.value, facts });
}

function agreeDraft(command: AgreeDraft, state: AgreementState, facts: AgreementFacts): Decision<NewAgreementEvent> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no draft with this id.');
  if (state.status !== 'drafted') return alreadyAgreed(state);
  const stranger = refuseStranger(state.parties, command, facts);
  if (stranger) return stranger;
  const on = daySaid(command);
  if (!on.ok) return on;
  if (on.value < state.draftedOn) {
    return refuseFunding('agreed-before-drafted', `The text was drafted on ${formatLondonDate(state.draftedOn)}; it was agreed on that day or later.`);
  }
  return agreed(state, state.terms, { on: on.value, facts });
}

type Head = Pick<WholeText, 'agreementId' | 'title' | 'kind' | 'parties'>;

function agreed({ agreementId, title, kind, parties }: Head, terms: AgreementTerms, { on, facts }: { on: LondonDate; facts: AgreementFacts }): Decision<NewAgreementEvent> {
  const overlap = refuseOverlaps({ ...terms, title, signedByAll: false, days: terms.period }, facts.others);
  if (overlap) return overlap;
  const head = { agreementId, title, kind, parties: [...parties] };
  return accept({ type: 'StandingAgreementRecorded', data: { ...head, ...stored(terms), on } });
}

function varyAgreement(command: VaryAgreement, state: AgreementState, facts: AgreementFacts): Decision<NewAgreementEvent> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'There is no agreement with this id.');
  if (state.status !== 'in-force') {
    return refuseWithdrawnAgreement(state) ?? refuseFunding('agreement-not-signed', 'Every party has to sign the text before it can be varied; until then, nothing of it rules.');
  }
  const stranger = refuseStranger(state.parties, command, facts);
  if (stranger) return stranger;
  const days = daysOfVariation(command, state);
  if (!days.ok) return days;
  const { on, from } = days.value;
  const { agreementId, title, kind, parties } = state;
  const terms = checkedTerms({ ...unchanged(state, command, facts), ...said(command), kind, parties, alsoPaying: payingAfter(state, command) }, facts);
  if (!terms.ok) return terms;
  const refusal = refuseForeignClauses(command.clauses, facts) ?? refuseOverlaps({ ...terms.value, title, signedByAll: false, days: { from, to: terms.value.period.to } }, facts.others);
  if (refusal) return refusal;
  const version = lastText(state).version + 1;
  return accept({ type: 'StandingAgreementVaried', data: { agreementId, version, ...stored(terms.value), from, on } });
}

/**
 * The newest text, as a variation finds it. The day for its review stays as it stands; precedences go with their
 * clauses, be they left out of this text or withdrawn with another.
 */
function unchanged(state: AgreedAgreement, { clauses }: VaryAgreement, { others }: AgreementFacts): Omit<TextGiven, 'kind' | 'parties'> {
  const { aims, functions, clientGroup, precedences, period, noticeMonths } = newestText(state);
  const there = new Set([...clauses, ...others.flatMap((other) => other.clauses)].map(({ clauseId }) => clauseId));
  const kept = precedences.filter(({ first, over }) => there.has(first) && there.has(over));
  return { aims, functions, clientGroup, precedences: kept, clauses, noticeMonths, reviewBy: null, from: period.from, to: period.to };
}

/** Whoever pays by the text before goes on paying; and an agency that varies it for a party whose functions it has may name itself in its place. */
const payingAfter = (state: AgreedAgreement, { agencyId }: VaryAgreement): string[] => [
  agencyId,
  ...newestText(state).clauses.flatMap(({ split }) => split.parts.map((part) => part.agencyId)),
];

/** What the variation says itself; the first day of the agreement stays what it was. */
function said({ aims, functions, clientGroup, precedences, noticeMonths, reviewBy, to }: VaryAgreement): Partial<TextGiven> {
  const given = { aims, functions, clientGroup, precedences, noticeMonths, reviewBy, to };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function daysOfVariation(command: VaryAgreement, state: AgreedAgreement): Result<{ readonly on: LondonDate; readonly from: LondonDate }> {
  const on = daySaid(command);
  if (!on.ok) return on;
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const { agreedOn } = newestText(state);
  if (on.value < agreedOn) {
    return refuseFunding('variation-before-text', `The text that it varies was agreed on ${formatLondonDate(agreedOn)}; check the day.`);
  }
  const ending = endingOf(state.life);
  if (ending !== undefined && ending.from <= (from.value > on.value ? from.value : on.value)) {
    return refuseFunding('agreement-ended', `The agreement rules nothing from ${formatLondonDate(ending.from)}: it can be varied only for days before that.`);
  }
  return { ok: true, value: { on: on.value, from: from.value } };
}

/** A clause keeps its id from text to text, so that a window that began goes on; another agreement's is not its own. */
function refuseForeignClauses(clauses: readonly Clause[], { others }: AgreementFacts) {
  const foreign = new Set<string>(others.flatMap((other) => other.clauses.map(({ clauseId }) => clauseId)));
  return clauses.some(({ clauseId }) => foreign.has(clauseId))
    ? refuseFunding('clause-repeated', 'A clause of another agreement has this id; leave the id out for a new clause.')
    : undefined;
}
