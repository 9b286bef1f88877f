import type {
  AgreementKind,
  Clause,
  Precedence,
  StandingAgreementCameIntoForce,
  StandingAgreementDrafted,
  StandingAgreementEnded,
  StandingAgreementEndingAgreed,
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementRecorded,
  StandingAgreementReviewed,
  StandingAgreementSigned,
  StandingAgreementTextWithdrawn,
  StandingAgreementVaried,
  StandingAgreementVariationCameIntoForce,
} from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import type { Id, LondonDate, Period } from '@accord/shared/kernel';
import { noLife } from './agreement-life';
import type { AgreementLife, Ending } from './agreement-life';

type AgreementEvent =
  | typeof StandingAgreementDrafted
  | typeof StandingAgreementRecorded
  | typeof StandingAgreementSigned
  | typeof StandingAgreementCameIntoForce
  | typeof StandingAgreementVaried
  | typeof StandingAgreementVariationCameIntoForce
  | typeof StandingAgreementTextWithdrawn
  | typeof StandingAgreementNoticeGiven
  | typeof StandingAgreementNoticeWithdrawn
  | typeof StandingAgreementReviewed
  | typeof StandingAgreementEndingAgreed
  | typeof StandingAgreementEnded;
export type NewAgreementEvent = { [E in AgreementEvent as E['type']]: New<E> }[AgreementEvent['type']];
export type RecordedAgreementEvent = { [E in AgreementEvent as E['type']]: Recorded<E> }[AgreementEvent['type']];

/** What every version of the text says. */
export interface AgreementTerms {
  readonly aims: string | null;
  readonly functions: string | null;
  readonly clientGroup: string | null;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
  readonly period: Period;
  readonly noticeMonths: number | null;
  readonly reviewBy: LondonDate | null;
}
interface AgreementHead {
  readonly agreementId: Id<'agreement'>;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly parties: readonly Id<'agency'>[];
}

/** A version of the text with what became of it. */
export interface TextVersion extends AgreementTerms {
  readonly version: number;
  /** Day from which it is meant to rule. */
  readonly from: LondonDate;
  readonly agreedOn: LondonDate;
  readonly signatures: readonly { readonly agencyId: string; readonly post: string; readonly on: LondonDate }[];
  /** Day from which it rules; `null` until every party has signed. */
  readonly inForceFrom: LondonDate | null;
  /** By which party, why and when it was withdrawn before it came into force; `null`: it was not. */
  readonly withdrawn: { readonly agencyId: string; readonly reason: string; readonly on: LondonDate } | null;
}

export interface DraftedAgreement extends AgreementHead {
  readonly status: 'drafted';
  readonly draft: number;
  readonly draftedOn: LondonDate;
  readonly terms: AgreementTerms;
}
export interface AgreedAgreement extends AgreementHead {
  /** `recorded` until every party has signed the first text, unless that was withdrawn before. Whether it has ended is a question of the day. */
  readonly status: 'recorded' | 'in-force' | 'withdrawn';
  /** In their order, signed by all or not, withdrawn or not. */
  readonly versions: readonly [TextVersion, ...TextVersion[]];
  readonly life: AgreementLife;
  /** Each party's latest agreement to an end. */
  readonly consents: readonly { readonly agencyId: string; readonly from: LondonDate; readonly on: LondonDate }[];
  /** Ends that were written down. */
  readonly endings: readonly Ending[];
}
export type AgreementState = { readonly status: 'unknown' } | DraftedAgreement | AgreedAgreement;

/** The last version of the text, withdrawn or not: the next one counts on from it. */
export const lastText = ({ versions }: AgreedAgreement): TextVersion => versions.at(-1) ?? versions[0];

/**
 * The newest version of the text: the last one, or where that was withdrawn the last that came into force. One that
 * another overtook before it was signed stays overtaken: what was recorded since was not held against it.
 */
export function newestText(state: AgreedAgreement): TextVersion {
  const last = lastText(state);
  return last.withdrawn === null ? last : (state.versions.findLast(({ inForceFrom }) => inForceFrom !== null) ?? last);
}

export function evolveAgreement(state: AgreementState, event: RecordedAgreementEvent): AgreementState {
  if (event.type === 'StandingAgreementDrafted') {
    const { agreementId, title, kind, parties, draft, on, ...terms } = event.data;
    return { status: 'drafted', ...{ agreementId, title, kind, parties }, draft, draftedOn: on, terms };
  }
  if (event.type === 'StandingAgreementRecorded') {
    const { agreementId, title, kind, parties, on, ...terms } = event.data;
    const first = { ...terms, version: 1, from: terms.period.from, agreedOn: on, signatures: [], inForceFrom: null, withdrawn: null };
    const head = { agreementId, title, kind, parties };
    return { status: 'recorded', ...head, versions: [first], life: noLife, consents: [], endings: [] };
  }
  return state.status === 'unknown' || state.status === 'drafted' ? state : livedOn(state, event);
}

type LaterEvent = Exclude<RecordedAgreementEvent, Recorded<typeof StandingAgreementDrafted> | Recorded<typeof StandingAgreementRecorded>>;

function livedOn(state: AgreedAgreement, { type, data }: LaterEvent): AgreedAgreement {
  const { life } = state;
  switch (type) {
    case 'StandingAgreementSigned': {
      const { version, agencyId, post, on } = data;
      return withText(state, version, (text) => ({ ...text, signatures: [...text.signatures, { agencyId, post, on }] }));
    }
    case 'StandingAgreementCameIntoForce':
      return inForce(state, 1, data.from);
    case 'StandingAgreementVaried': {
      const { agreementId: _, version, from, on, ...terms } = data;
      const [first, ...others] = state.versions;
      const text = { ...terms, version, from, agreedOn: on, signatures: [], inForceFrom: null, withdrawn: null };
      return { ...state, versions: [first, ...others, text] };
    }
    case 'StandingAgreementVariationCameIntoForce':
      return inForce(state, data.version, data.from);
    case 'StandingAgreementTextWithdrawn': {
      const { version, agencyId, reason, on } = data;
      const without = withText(state, version, (text) => ({ ...text, withdrawn: { agencyId, reason, on } }));
      return version === 1 ? { ...without, status: 'withdrawn' } : without;
    }
    case 'StandingAgreementNoticeGiven':
      return { ...state, life: { ...life, notices: [...life.notices, data] } };
    case 'StandingAgreementNoticeWithdrawn':
      return { ...state, life: { ...life, withdrawals: [...life.withdrawals, data] } };
    case 'StandingAgreementReviewed':
      return { ...state, life: { ...life, reviews: [...life.reviews, data] } };
    case 'StandingAgreementEndingAgreed': {
      const { agencyId, from, on } = data;
      const others = state.consents.filter((consent) => consent.agencyId !== agencyId);
      return { ...state, consents: [...others, { agencyId, from, on }] };
    }
    case 'StandingAgreementEnded': {
      const { from, reason } = data;
      const endedByAll = reason === 'agreement-of-all' ? [...life.endedByAll, from] : life.endedByAll;
      return { ...state, life: { ...life, endedByAll }, endings: [...state.endings, { from, reason }] };
    }
  }
}

function withText(state: AgreedAgreement, version: number, change: (text: TextVersion) => TextVersion): AgreedAgreement {
  const changed = (text: TextVersion): TextVersion => (text.version === version ? change(text) : text);
  const [first, ...others] = state.versions;
  return { ...state, versions: [changed(first), ...others.map(changed)] };
}

function inForce(state: AgreedAgreement, version: number, from: LondonDate): AgreedAgreement {
  const signed = withText(state, version, (text) => ({ ...text, inForceFrom: from }));
  const text = signed.versions.find((each) => each.version === version);
  if (text === undefined) return state;
  const { period, reviewBy } = text;
  const life = { ...state.life, texts: [...state.life.texts, { version, from, period, reviewBy }] };
  return { ...signed, status: 'in-force', life };
}
