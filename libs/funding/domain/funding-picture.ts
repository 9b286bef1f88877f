import type { CriterionMet, Criterion, OperationRecorded } from '@accord/child/contracts';
import type {
  Clause,
  StandingAgreementApplied,
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
} from '@accord/funding/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate, Period } from '@accord/shared/kernel';
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
export interface OperationFact {
  readonly operationId: Id<'operation'>;
  readonly on: LondonDate;
  readonly origin: FactOrigin;
}
export interface CriterionFact {
  readonly criterion: Criterion;
  readonly from: LondonDate;
  readonly origin: FactOrigin;
}
/** An agreement that came into force; one that is not signed by all rules nothing and is not here. */
export interface AgreementFact {
  readonly agreementId: Id<'agreement'>;
  readonly title: string;
  readonly period: Period;
  readonly inForceFrom: LondonDate;
  readonly clauses: readonly Clause[];
  readonly origin: FactOrigin;
}

export interface ApplicationFact {
  readonly agreementId: Id<'agreement'>;
  readonly clauseId: Id<'clause'>;
  readonly operationId: Id<'operation'>;
}

/** All that decides who pays for one child: folded from events, and from nothing else. */
export interface FundingPicture {
  readonly lines: readonly LineFact[];
  readonly operations: readonly OperationFact[];
  readonly criteria: readonly CriterionFact[];
  readonly agreements: readonly AgreementFact[];
  /** Clauses already recorded as applied. They document; who pays does not rest on them. */
  readonly applications: readonly ApplicationFact[];
}

/** The events that a funding picture is folded from. */
export type FundingEvent =
  | DecisionFundingEvent
  | Recorded<typeof OperationRecorded>
  | Recorded<typeof CriterionMet>
  | Recorded<typeof StandingAgreementRecorded>
  | Recorded<typeof StandingAgreementCameIntoForce>
  | Recorded<typeof StandingAgreementApplied>;

export interface FundingFact {
  readonly origin: FactOrigin;
  readonly body: FundingEvent;
}

type InForce = Pick<AgreementFact, 'agreementId' | 'inForceFrom' | 'origin'>;

/**
 * Folds facts into the picture that they give. Their order changes no answer, an agreement's coming into
 * force before its text included; an agreement whose text is not among the facts rules nothing.
 */
export function fundingPicture(facts: Iterable<FundingFact>): FundingPicture {
  const decisions = new Array<{ readonly origin: FactOrigin; readonly body: DecisionFundingEvent }>();
  const picture = {
    operations: new Array<OperationFact>(),
    criteria: new Array<CriterionFact>(),
    applications: new Array<ApplicationFact>(),
  };
  const texts = new Map<string, Recorded<typeof StandingAgreementRecorded>['data']>();
  const inForce = new Array<InForce>();
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
        picture.operations.push({ operationId: body.data.operationId, on: body.data.on, origin });
        break;
      case 'CriterionMet':
        picture.criteria.push({ criterion: body.data.criterion, from: body.data.from, origin });
        break;
      case 'StandingAgreementRecorded':
        texts.set(body.data.agreementId, body.data);
        break;
      case 'StandingAgreementApplied':
        picture.applications.push(applicationFact(body.data));
        break;
      case 'StandingAgreementCameIntoForce':
        inForce.push({ agreementId: body.data.agreementId, inForceFrom: body.data.from, origin });
        break;
    }
  }
  const lines = decidedLines(decisions);
  return { ...picture, lines, agreements: inForce.flatMap((each) => agreementFact(each, texts.get(each.agreementId))) };
}

const applicationFact = ({ agreementId, clauseId, operationId }: Recorded<typeof StandingAgreementApplied>['data']): ApplicationFact => ({
  agreementId,
  clauseId,
  operationId,
});

function agreementFact(inForce: InForce, text: Recorded<typeof StandingAgreementRecorded>['data'] | undefined): AgreementFact[] {
  return text ? [{ ...inForce, title: text.title, period: text.period, clauses: text.clauses }] : [];
}
