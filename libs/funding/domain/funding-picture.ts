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
  const decisions = new Array<{ readonly origin: FactOrigin; readonly body: DecisionFundingEvent }>();
  const agreements = new Array<{ readonly origin: FactOrigin; readonly body: AgreementFundingEvent }>();
  const lifeEvents = new Array<LifeEventFact>();
  const criteria = new Array<CriterionFact>();
  const applications = new Array<ApplicationFact>();
  for (const { origin, body } of facts) {
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
        lifeEvents.push(lifeEvent('surgery', { id: body.data.operationId, on: body.data.on, origin }));
        break;
      case 'DischargeRecorded':
        lifeEvents.push(lifeEvent('discharge', { id: body.data.dischargeId, on: body.data.on, origin }));
        break;
      case 'PlacementBegun':
        lifeEvents.push(lifeEvent('placement', { id: body.data.placementId, on: body.data.on, origin }));
        break;
      case 'CriterionMet':
        criteria.push({ criterion: body.data.criterion, from: body.data.from, origin });
        break;
      case 'StandingAgreementApplied': {
        const { agreementId, clauseId, trigger } = body.data;
        applications.push({ agreementId, clauseId, eventId: trigger.eventId });
        break;
      }
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
  return { lines: decidedLines(decisions), lifeEvents, criteria, applications, agreements: agreementsInForce(agreements) };
}

interface Happened {
  readonly id: string;
  readonly on: LondonDate;
  readonly origin: FactOrigin;
}

// The cast is the brand: an operation, a discharge and a placement each are an event of the child's life.
const lifeEvent = (kind: LifeEventKind, { id, on, origin }: Happened): LifeEventFact => ({ kind, eventId: id as Id<'life-event'>, on, origin });
