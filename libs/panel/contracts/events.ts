import { AgencyRegistered, AgencySucceeded, AgencyClosed } from './agency-events';
import {
  PractitionerRegistered,
  PractitionerSignInLinked,
  PractitionerEmployed,
  EmploymentEnded,
  AuthorityDelegated,
  DelegationRevoked,
} from './people-events';
import { PanelConstituted, TermsOfReferenceRevised, TermsOfReferenceRead, TermsQuestionAnswered } from './panel-events';
import { meetingEvents } from './meeting-events';
import { matterEvents } from './matter-events';
import { DiscussionNoted, PositionTaken, VoteCast, CastingVoteGiven, ContributionDeclined } from './consideration-events';
import { DecisionRecorded } from './decision-events';
import {
  DecisionRatified,
  RatificationRefused,
  UrgentDecisionRatified,
  UrgentDecisionNotRatified,
  UrgentDecisionLapsed,
  DecisionCorrectionRequested,
  DecisionCorrected,
  DecisionCorrectionRefused,
} from './ratification-events';
import {
  ConditionMet,
  ConditionWaived,
  ProvisionStarted,
  ProvisionDelayed,
  ProvisionNotAvailable,
  ProvisionEnded,
  BreachRecorded,
} from './delivery-events';

/** Every event in the stream of a decision: what is said and voted, the outcome, and what follows it. */
export const decisionEvents = [
  DiscussionNoted,
  PositionTaken,
  VoteCast,
  CastingVoteGiven,
  ContributionDeclined,
  DecisionRecorded,
  DecisionRatified,
  RatificationRefused,
  UrgentDecisionRatified,
  UrgentDecisionNotRatified,
  UrgentDecisionLapsed,
  DecisionCorrectionRequested,
  DecisionCorrected,
  DecisionCorrectionRefused,
  ConditionMet,
  ConditionWaived,
  ProvisionStarted,
  ProvisionDelayed,
  ProvisionNotAvailable,
  ProvisionEnded,
] as const;

/** Every event of the panel room. */
export const panelEvents = [
  AgencyRegistered,
  AgencySucceeded,
  AgencyClosed,
  PractitionerRegistered,
  PractitionerSignInLinked,
  PractitionerEmployed,
  EmploymentEnded,
  AuthorityDelegated,
  DelegationRevoked,
  PanelConstituted,
  TermsOfReferenceRevised,
  TermsOfReferenceRead,
  TermsQuestionAnswered,
  ...meetingEvents,
  ...matterEvents,
  ...decisionEvents,
  BreachRecorded,
] as const;
