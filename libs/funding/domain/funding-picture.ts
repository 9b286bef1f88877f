import type { CriterionMet, Criterion, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { Clause, LifeEventKind, Precedence, StandingAgreementApplied } from '@accord/funding/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate, Period } from '@accord/shared/kernel';
import { agreementsInForce } from './agreements-in-force';
import type { AgreementFundingEvent } from './agreements-in-force';
import { decidedLines } from './decided-lines';
import type { DecisionFundingEvent } from './decided-lines';

/** The recorded event behind a fact, so that every figure can be followed back to it. */
export interface FactOrigin {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
}

export interface LineFact {
  /** As decided: cost is counted from its first day, whenever the decision took effect. */
  readonly line: PackageLine;
  /** The days on which it has effect, in order and apart. */
  readonly days: readonly Period[];
  readonly decisionId: string;
  readonly panelId: string;
  readonly decidedOn: LondonDate;
  /** By officers between meetings. */
  readonly urgently: boolean;
  readonly origin: FactOrigin;
  /** What later happened to the decision: ratified, corrected, lapsed. */
  readonly alsoBecause: readonly FactOrigin[];
}
/** An operation, a discharge or a placement, which may set a clause going. */
export interface LifeEventFact {
  readonly kind: LifeEventKind;
  readonly eventId: Id<'life-event'>;
  readonly on: LondonDate;
  readonly origin: FactOrigin;
}
export interface CriterionFact {
  readonly criterion: Criterion;
  readonly from: LondonDate;
  readonly origin: FactOrigin;
}
/** A text of an agreement on the days on which it rules; one that is not signed by all rules nothing and is not here. */
export interface AgreementFact {
  readonly agreementId: Id<'agreement'>;
  readonly title: string;
  /** 1 is the text as first agreed, the others are variations. */
  readonly version: number;
  readonly days: Period;
  /** The day on which this text came into force. */
  readonly inForceFrom: LondonDate;
  readonly clauses: readonly Clause[];
  readonly precedences: readonly Precedence[];
  /** Its coming into force. */
  readonly origin: FactOrigin;
}

export interface ApplicationFact {
  readonly agreementId: Id<'agreement'>;
  readonly clauseId: Id<'clause'>;
  /** `null` for a clause that always rules. */
  readonly eventId: Id<'life-event'> | null;
}

/** All that decides who pays for one child: folded from events, and from nothing else. */
export interface FundingPicture {
  readonly lines: readonly LineFact[];
  readonly lifeEvents: readonly LifeEventFact[];
  readonly criteria: readonly CriterionFact[];
  readonly agreements: readonly AgreementFact[];
  /** Clauses already recorded as applied. They document; who pays does not rest on them. */
  readonly applications: readonly ApplicationFact[];
}

/** The events that a funding picture is folded from. */
export type FundingEvent = DecisionFundingEvent | LifeFundingEvent | AgreementFundingEvent | Recorded<typeof StandingAgreementApplied>;
type LifeFundingEvent =
  | Recorded<typeof OperationRecorded>
  | Recorded<typeof DischargeRecorded>
  | Recorded<typeof PlacementBegun>
  | Recorded<typeof CriterionMet>;

export interface FundingFact {
  readonly origin: FactOrigin;
  readonly body: FundingEvent;
}

/** Folds facts into the picture that they give. Their order changes no answer. */
export function fundingPicture(facts: Iterable<FundingFact>): FundingPicture {
  const sorted: SortedFacts = { decisions: [], agreements: [], lifeEvents: [], criteria: [], applications: [] };
  for (const fact of facts) sortInto(sorted, fact);
  const { decisions, agreements, ...rest } = sorted;
  return { ...rest, lines: decidedLines(decisions), agreements: agreementsInForce(agreements) };
}

interface SortedFacts {
  readonly decisions: { readonly origin: FactOrigin; readonly body: DecisionFundingEvent }[];
  readonly agreements: { readonly origin: FactOrigin; readonly body: AgreementFundingEvent }[];
  readonly lifeEvents: LifeEventFact[];
  readonly criteria: CriterionFact[];
  readonly applications: ApplicationFact[];
}

function sortInto({ decisions, agreements, lifeEvents, criteria, applications }: SortedFacts, { origin, body }: FundingFact): void {
  switch (body.type) {
    case 'DecisionRecorded':
    case 'DecisionRatified':
    case 'UrgentDecisionRatified':
    case 'UrgentDecisionNotRatified':
    case 'UrgentDecisionLapsed':
    case 'DecisionCorrected':
      decisions.push({ origin, body });
      break;
    case 'OperationRecorded':
    case 'DischargeRecorded':
    case 'PlacementBegun':
      lifeEvents.push({ ...lifeEventOf(body), origin });
      break;
    case 'CriterionMet':
      criteria.push({ criterion: body.data.criterion, from: body.data.from, origin });
      break;
    case 'StandingAgreementApplied':
      applications.push({ agreementId: body.data.agreementId, clauseId: body.data.clauseId, eventId: body.data.trigger.eventId });
      break;
    case 'StandingAgreementRecorded':
    case 'StandingAgreementCameIntoForce':
    case 'StandingAgreementVaried':
    case 'StandingAgreementVariationCameIntoForce':
    case 'StandingAgreementReviewed':
    case 'StandingAgreementNoticeGiven':
    case 'StandingAgreementNoticeWithdrawn':
    case 'StandingAgreementEnded':
      agreements.push({ origin, body });
      break;
  }
}

type LifeEventRecorded = Exclude<LifeFundingEvent, Recorded<typeof CriterionMet>>;

function lifeEventOf({ type, data }: LifeEventRecorded): Omit<LifeEventFact, 'origin'> {
  // Each cast is the brand: an operation, a discharge and a placement each are an event of the child's life.
  const named = (kind: LifeEventKind, id: string) => ({ kind, eventId: id as Id<'life-event'>, on: data.on });
  switch (type) {
    case 'OperationRecorded':
      return named('surgery', data.operationId);
    case 'DischargeRecorded':
      return named('discharge', data.dischargeId);
    case 'PlacementBegun':
      return named('placement', data.placementId);
  }
}
