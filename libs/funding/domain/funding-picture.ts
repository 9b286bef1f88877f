import { heldUntil } from '@accord/child/contracts';
import type { CriterionMet, CriterionNoLongerMet, Criterion, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import type { Clause, LifeEventKind, Precedence, StandingAgreementApplied, VatStatus } from '@accord/funding/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { ClosedPeriod, Id, Instant, LondonDate, Pause, Pence, Period, RateTable, Shares } from '@accord/shared/kernel';
import { agreementsInForce } from './agreements-in-force';
import type { AgreementFundingEvent } from './agreements-in-force';
import { decidedLines } from './decided-lines';
import type { DecisionFundingEvent } from './decided-lines';
import { isLineLifeEvent } from './line/line-life';
import type { LineLifeEvent } from './line/line-life';
import { livedLines } from './line/lived-lines';
import type { LineLifeFact } from './line/lived-lines';

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
  /** The rates that hold: as decided, and as varied since. */
  readonly rates: RateTable;
  /** Days on which it is suspended, in order and apart. */
  readonly pauses: readonly Pause[];
  /** Who provides it and which agency pays the provider, in order of their first days. */
  readonly arrangements: readonly ArrangementFact[];
  /** Sums that were paid out, not spent, and recovered. */
  readonly recoveries: readonly RecoveryFact[];
  /** The days on which it has effect, in order and apart. */
  readonly days: readonly Period[];
  /** What if: splits in place of the decided one on some days, in order and apart. No picture of the record has any. */
  readonly supposedSplits?: readonly SupposedSplit[];
  readonly decisionId: string;
  readonly panelId: string;
  readonly decidedOn: LondonDate;
  /** By officers between meetings. */
  readonly urgently: boolean;
  readonly origin: FactOrigin;
  /** What later happened to the decision and changed the line (ratified, corrected, lapsed), then to the line: suspended, varied, ended. */
  readonly alsoBecause: readonly FactOrigin[];
}
/** A split that somebody supposes in place of the decided one. */
export interface SupposedSplit {
  readonly days: Period;
  readonly split: Shares;
}
/** From a day on, until the next one: who provides a line, and which agency holds the contract and pays the provider. */
export interface ArrangementFact {
  readonly from: LondonDate;
  readonly providerId: Id<'provider'>;
  readonly commissionedBy: Id<'agency'>;
  readonly vat: VatStatus;
  readonly origin: FactOrigin;
}
/** What was paid for these days, not spent, and came back on a day: it is credited to those who paid. */
export interface RecoveryFact {
  readonly recoveryId: Id<'recovery'>;
  /** The day on which it came back. */
  readonly on: LondonDate;
  /** The agency to which it came back: the one that recorded it. */
  readonly cameBackTo: Id<'agency'>;
  readonly of: ClosedPeriod;
  readonly pence: Pence;
  readonly origin: FactOrigin;
}
/**
 * A split that rules a line while its split is in dispute (`interim`, without prejudice), or because a dispute about it
 * was settled (`settled`, from a day that may lie before the dispute).
 */
export interface DisputedSplitFact {
  readonly kind: 'settled' | 'interim';
  readonly disputeId: Id<'dispute'>;
  readonly decisionId: string;
  readonly lineId: Id<'package-line'>;
  readonly days: Period;
  readonly split: Shares;
  /** The day of the settlement, or on which the interim arrangement was made: of two for one day the later rules. */
  readonly on: LondonDate;
  readonly origin: FactOrigin;
  /** What if: nobody has settled it so. No picture of the record has any. */
  readonly supposed?: true;
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
  /** First day on which the child was found to meet it no longer; `null` for none. */
  readonly to: LondonDate | null;
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
  /** Splits in dispute and settled; their events come with disputes. */
  readonly disputedSplits: readonly DisputedSplitFact[];
  /** Clauses already recorded as applied. They document; who pays does not rest on them. */
  readonly applications: readonly ApplicationFact[];
}

/** The events that a funding picture is folded from. */
export type FundingEvent = DecisionFundingEvent | LineLifeEvent | LifeFundingEvent | AgreementFundingEvent | Recorded<typeof StandingAgreementApplied>;
type LifeFundingEvent =
  | Recorded<typeof OperationRecorded>
  | Recorded<typeof DischargeRecorded>
  | Recorded<typeof PlacementBegun>
  | Recorded<typeof CriterionMet>
  | Recorded<typeof CriterionNoLongerMet>;

export interface FundingFact {
  readonly origin: FactOrigin;
  readonly body: FundingEvent;
}

/** Folds facts into the picture that they give. Their order changes no answer. */
export function fundingPicture(facts: Iterable<FundingFact>): FundingPicture {
  const sorted: SortedFacts = { decisions: [], lineLives: [], agreements: [], lifeEvents: [], met: [], noLongerMet: [], applications: [] };
  for (const fact of facts) sortInto(sorted, fact);
  const { decisions, lineLives, agreements, met, noLongerMet, ...rest } = sorted;
  return { ...rest, criteria: heldUntil(met, noLongerMet), lines: livedLines(decidedLines(decisions), lineLives), agreements: agreementsInForce(agreements), disputedSplits: [] };
}

interface SortedFacts {
  readonly decisions: { readonly origin: FactOrigin; readonly body: DecisionFundingEvent }[];
  readonly lineLives: LineLifeFact[];
  readonly agreements: { readonly origin: FactOrigin; readonly body: AgreementFundingEvent }[];
  readonly lifeEvents: LifeEventFact[];
  readonly met: Omit<CriterionFact, 'to'>[];
  readonly noLongerMet: Pick<CriterionFact, 'criterion' | 'from'>[];
  readonly applications: ApplicationFact[];
}

function sortInto({ decisions, lineLives, agreements, lifeEvents, met, noLongerMet, applications }: SortedFacts, { origin, body }: FundingFact): void {
  if (isLineLifeEvent(body)) {
    lineLives.push({ origin, body });
    return;
  }
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
      met.push({ criterion: body.data.criterion, from: body.data.from, origin });
      break;
    case 'CriterionNoLongerMet':
      noLongerMet.push({ criterion: body.data.criterion, from: body.data.from });
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

type LifeEventRecorded = Exclude<LifeFundingEvent, Recorded<typeof CriterionMet> | Recorded<typeof CriterionNoLongerMet>>;

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
