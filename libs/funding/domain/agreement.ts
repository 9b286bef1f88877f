import type {
  AgreementKind,
  Clause,
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementSigned,
} from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, contains, formatLondonDate, londonDate, period, shares, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Period, Refusal, Result } from '@accord/shared/kernel';
import { refuseFunding } from './refusals';

/** Records the text of a standing agreement; it rules nothing until every party has signed. */
export interface RecordAgreement {
  readonly type: 'RecordAgreement';
  readonly agreementId: Id<'agreement'>;
  readonly title: string;
  readonly kind: AgreementKind;
  readonly parties: readonly Id<'agency'>[];
  readonly clauses: readonly Clause[];
  readonly from: string;
  /** First day no longer covered; `null` for open-ended. */
  readonly to: string | null;
  /** Day on which the text was agreed. */
  readonly on: string;
  /** London date of the request: what has not happened yet is no fact. */
  readonly today: LondonDate;
}
/** Signs for the agency of the person who asks. */
export interface SignAgreement {
  readonly type: 'SignAgreement';
  /** The agency for which the person acts, whichever it is: a party signs, and nobody else. */
  readonly agencyId: string;
  readonly post: string;
  readonly on: string;
  readonly today: LondonDate;
}
export type AgreementCommand = RecordAgreement | SignAgreement;

export type AgreementState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'recorded' | 'in-force';
      readonly agreementId: Id<'agreement'>;
      readonly parties: readonly Id<'agency'>[];
      readonly clauses: readonly Clause[];
      readonly period: Period;
      /** Day on which the text was agreed. */
      readonly agreedOn: LondonDate;
      readonly signatures: readonly { readonly agencyId: string; readonly on: LondonDate }[];
      /** Day from which it rules; only where `in-force`. */
      readonly inForceFrom?: LondonDate;
    };

/** The agencies named that are registered in this area. */
export interface AgreementFacts {
  readonly registered: ReadonlySet<string>;
}

type NewAgreementEvent =
  | New<typeof StandingAgreementRecorded>
  | New<typeof StandingAgreementSigned>
  | New<typeof StandingAgreementCameIntoForce>;
export type RecordedAgreementEvent =
  | Recorded<typeof StandingAgreementRecorded>
  | Recorded<typeof StandingAgreementSigned>
  | Recorded<typeof StandingAgreementCameIntoForce>;

export const agreementDecider: Decider<
  AgreementCommand,
  AgreementState,
  NewAgreementEvent,
  RecordedAgreementEvent,
  AgreementFacts
> = {
  initial: { status: 'unknown' },
  evolve: evolveAgreement,
  decide(command, state, facts) {
    switch (command.type) {
      case 'RecordAgreement':
        return recordAgreement(command, state, facts);
      case 'SignAgreement':
        return signAgreement(command, state);
    }
  },
};

function evolveAgreement(state: AgreementState, event: RecordedAgreementEvent): AgreementState {
  if (event.type === 'StandingAgreementRecorded') {
    const { agreementId, parties, clauses, period: days, on: agreedOn } = event.data;
    return { status: 'recorded', agreementId, parties, clauses, period: days, agreedOn, signatures: [] };
  }
  if (state.status === 'unknown') return state;
  switch (event.type) {
    case 'StandingAgreementSigned': {
      const { agencyId, on } = event.data;
      return { ...state, signatures: [...state.signatures, { agencyId, on }] };
    }
    case 'StandingAgreementCameIntoForce':
      return { ...state, status: 'in-force', inForceFrom: event.data.from };
  }
}

function recordAgreement(command: RecordAgreement, state: AgreementState, facts: AgreementFacts): Decision<NewAgreementEvent> {
  if (state.status !== 'unknown') {
    return refuseFunding('agreement-already-recorded', 'This agreement is recorded; a change is a new version, signed again.');
  }
  const on = londonDate(command.on);
  if (!on.ok) return on;
  if (on.value > command.today) {
    return refuseFunding(
      'agreement-in-future',
      `An agreement is recorded once its text is agreed; today is ${formatLondonDate(command.today)}.`,
    );
  }
  const from = londonDate(command.from);
  if (!from.ok) return from;
  const to = command.to === null ? succeed(null) : londonDate(command.to);
  if (!to.ok) return to;
  const days = period(from.value, to.value);
  if (!days.ok) return days;
  const refusal = refuseParties(command, facts);
  if (refusal) return refusal;
  const clauses = clausesOf(command);
  if (!clauses.ok) return clauses;
  const { agreementId, title, kind, parties } = command;
  return accept({
    type: 'StandingAgreementRecorded',
    data: { agreementId, title, kind, parties: [...parties], clauses: clauses.value, period: days.value, on: on.value },
  });
}

function refuseParties({ parties }: RecordAgreement, { registered }: AgreementFacts): Refusal | undefined {
  if (new Set(parties).size < parties.length) return refuseFunding('party-repeated', 'Name each party once.');
  const stranger = parties.find((party) => !registered.has(party));
  return stranger === undefined
    ? undefined
    : refuseFunding('party-unknown', `No agency with the id ${stranger} is registered in this area; register it first.`);
}

function clausesOf({ clauses, parties }: RecordAgreement): Result<Clause[]> {
  if (new Set(clauses.map((clause) => clause.clauseId)).size < clauses.length) {
    return refuseFunding('clause-repeated', 'Two clauses have the same id; give each clause its own.');
  }
  const checked: Clause[] = [];
  for (const clause of clauses) {
    const refusal = refuseWeeks(clause);
    if (refusal) return refusal;
    const split = shares(clause.split);
    if (!split.ok) return split;
    if (split.value.parts.some((part) => !parties.includes(part.agencyId))) {
      return refuseFunding('payer-no-party', 'A clause makes an agency pay that is no party; add it as a party or change the split.');
    }
    checked.push({ ...clause, split: split.value });
  }
  return succeed(checked);
}

/** 25 years, to which an education, health and care plan may run; a slip of the keyboard must not rule for ever. */
const longestWeeks = 1_304;

function refuseWeeks({ weeks }: Clause): Refusal | undefined {
  if (!Number.isInteger(weeks) || weeks < 1) {
    return refuseFunding('clause-of-no-days', 'Say for how many whole weeks the clause rules: one or more.');
  }
  return weeks > longestWeeks
    ? refuseFunding('clause-too-long', `A clause rules for at most ${longestWeeks} weeks, which is 25 years.`)
    : undefined;
}

function signAgreement(command: SignAgreement, state: AgreementState): Decision<NewAgreementEvent> {
  if (state.status === 'unknown') return refuseFunding('agreement-unknown', 'Record the agreement before signing it.');
  const { agreementId, parties, signatures } = state;
  const agencyId = parties.find((party) => party === command.agencyId);
  if (agencyId === undefined) {
    return refuseFunding('signature-by-stranger', 'Your agency is no party to this agreement, so it cannot sign it.');
  }
  if (signatures.some((signature) => signature.agencyId === agencyId)) {
    return refuseFunding('agreement-already-signed', 'Your agency has already signed this agreement.');
  }
  const on = signedOn(command, state.agreedOn);
  if (!on.ok) return on;
  const signed: NewAgreementEvent = { type: 'StandingAgreementSigned', data: { agreementId, agencyId, post: command.post, on: on.value } };
  if (signatures.length + 1 < parties.length) return accept(signed);
  const last = signatures.reduce((latest, signature) => (signature.on > latest ? signature.on : latest), on.value);
  const from = last > state.period.from ? last : state.period.from;
  // Signed by all only after its end: a fact to keep, but there is no day on which it could rule.
  if (!contains(state.period, from)) return accept(signed);
  return accept<NewAgreementEvent>(signed, { type: 'StandingAgreementCameIntoForce', data: { agreementId, from } });
}

/** The day of the signature: not before the text was agreed, and not in the future. */
function signedOn(command: SignAgreement, agreedOn: LondonDate): Result<LondonDate> {
  const on = londonDate(command.on);
  if (!on.ok) return on;
  if (on.value > command.today) {
    return refuseFunding('signature-in-future', `A signature is recorded once given; today is ${formatLondonDate(command.today)}.`);
  }
  return on.value >= agreedOn
    ? on
    : refuseFunding(
        'signature-before-text',
        `The text was agreed on ${formatLondonDate(agreedOn)}; a signature is given on that day or later. Check the day.`,
      );
}
