import type { decisionEvents } from '@accord/panel/contracts';
import type { DecisionRecorded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider } from '@accord/shared/kernel';
import { linesOfDecision } from '../decided-lines';
import type { DecisionFundingEvent, LineOfItsDecision } from '../decided-lines';

type EventOfDecision = Recorded<(typeof decisionEvents)[number]>;

/** What funding needs to know of a decision: what decides which lines it gives, and when. */
export type DecisionFundingView =
  | { readonly status: 'unknown' }
  | { readonly status: 'recorded'; readonly decision: Recorded<typeof DecisionRecorded>['data']; readonly followed: readonly DecisionFundingEvent[] };

/** A decision as funding sees it. Decides nothing. */
export const decisionFundingView: Decider<never, DecisionFundingView, never, EventOfDecision> = {
  initial: { status: 'unknown' },
  evolve(state, event) {
    switch (event.type) {
      case 'DecisionRecorded':
        return { status: 'recorded', decision: event.data, followed: [] };
      case 'DecisionRatified':
      case 'UrgentDecisionRatified':
      case 'UrgentDecisionNotRatified':
      case 'UrgentDecisionLapsed':
      case 'DecisionCorrected':
        return state.status === 'unknown' ? state : { ...state, followed: [...state.followed, event] };
      case 'DiscussionNoted':
      case 'PositionTaken':
      case 'VoteCast':
      case 'CastingVoteGiven':
      case 'ContributionDeclined':
      case 'RatificationRefused':
      case 'DecisionCorrectionRequested':
      case 'DecisionCorrectionRefused':
      case 'ConditionMet':
      case 'ConditionWaived':
      case 'ProvisionStarted':
      case 'ProvisionDelayed':
      case 'ProvisionNotAvailable':
      case 'ProvisionEnded':
        return state;
    }
  },
  decide: () => accept(),
};

/** The line as the decision reads now; `undefined` where it has no such line. */
export const lineInDecision = (view: DecisionFundingView, lineId: string): LineOfItsDecision | undefined =>
  view.status === 'unknown' ? undefined : linesOfDecision(view.decision, view.followed).find(({ line }) => line.lineId === lineId);
