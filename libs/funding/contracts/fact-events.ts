import { CriterionMet, CriterionNoLongerMet, DischargeRecorded, OperationRecorded, PlacementBegun } from '@accord/child/contracts';
import {
  DecisionCorrected,
  DecisionRatified,
  DecisionRecorded,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
} from '@accord/panel/contracts';
import {
  StandingAgreementEnded,
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementReviewed,
} from './agreement-endings';
import {
  StandingAgreementCameIntoForce,
  StandingAgreementRecorded,
  StandingAgreementVariationCameIntoForce,
  StandingAgreementVaried,
} from './agreement-events';
import { StandingAgreementApplied } from './events';
import { lineLifeEvents } from './line/events';

/** The events that decide which lines a decision gives, and on which days they have effect. */
export const decisionFactEvents = [
  DecisionRecorded,
  DecisionRatified,
  UrgentDecisionRatified,
  UrgentDecisionNotRatified,
  UrgentDecisionLapsed,
  DecisionCorrected,
] as const;

/**
 * Every event that decides who pays, in one list: the read model keeps them, a replay reads them from the record, and
 * a funding picture is folded from them. Those with a `childId` concern that child, the others an agreement and with
 * it every child.
 */
export const fundingFactEvents = [
  ...decisionFactEvents,
  OperationRecorded,
  DischargeRecorded,
  PlacementBegun,
  CriterionMet,
  CriterionNoLongerMet,
  StandingAgreementRecorded,
  StandingAgreementCameIntoForce,
  StandingAgreementVaried,
  StandingAgreementVariationCameIntoForce,
  StandingAgreementReviewed,
  StandingAgreementNoticeGiven,
  StandingAgreementNoticeWithdrawn,
  StandingAgreementEnded,
  StandingAgreementApplied,
  ...lineLifeEvents,
] as const;

/** The types of {@link fundingFactEvents}. */
export const fundingFactTypes: readonly string[] = fundingFactEvents.map(({ type }) => type);
