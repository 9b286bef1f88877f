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
import {
  MeetingScheduled,
  MeetingMoved,
  MeetingCancelled,
  MeetingOpened,
  MemberArrived,
  MemberLeft,
  ChairTaken,
  ConflictOfInterestDeclared,
  MemberRecused,
  MemberReturned,
  MeetingAdjourned,
  MeetingResumed,
  MeetingClosed,
  MinutesApproved,
} from './meeting-events';
import {
  MatterRaised,
  ViewsRecorded,
  ViewsNotObtained,
  PaperCirculated,
  MatterPutOnAgenda,
  MatterTakenOffAgenda,
  MatterWithdrawn,
} from './matter-events';
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

/** Every event of a matter’s stream. */
export const matterEvents = [
  MatterRaised,
  ViewsRecorded,
  ViewsNotObtained,
  PaperCirculated,
  MatterPutOnAgenda,
  MatterTakenOffAgenda,
  MatterWithdrawn,
] as const;

/** Every event in the stream of a meeting. */
export const meetingEvents = [
  MeetingScheduled,
  MeetingMoved,
  MeetingCancelled,
  MeetingOpened,
  MemberArrived,
  MemberLeft,
  ChairTaken,
  ConflictOfInterestDeclared,
  MemberRecused,
  MemberReturned,
  MeetingAdjourned,
  MeetingResumed,
  MeetingClosed,
  MinutesApproved,
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
