import type { Instant } from '@accord/shared/kernel';
import type { DecisionEvent } from './decision-state';

/** The last moment of which something was said, voted or decided on a matter, by the meeting in which it was. */
export type SaidUntil = Readonly<Record<string, Instant>>;

/** Folds a decision's events into the moments that each meeting has reached with it. */
export function evolveSaidUntil(reached: SaidUntil, { type, data }: DecisionEvent): SaidUntil {
  switch (type) {
    case 'DiscussionNoted':
    case 'PositionTaken':
    case 'VoteCast':
    case 'CastingVoteGiven':
    case 'ContributionDeclined':
    case 'DecisionRecorded':
    case 'UrgentDecisionRatified':
    case 'UrgentDecisionNotRatified': {
      const { meetingId, at } = data;
      if (meetingId === null || at === null) return reached;
      const before = reached[meetingId];
      return before !== undefined && before > at ? reached : { ...reached, [meetingId]: at };
    }
    case 'DecisionRatified':
    case 'RatificationRefused':
    case 'UrgentDecisionLapsed':
    case 'DecisionCorrectionRequested':
    case 'DecisionCorrected':
    case 'DecisionCorrectionRefused':
    case 'ConditionMet':
    case 'ConditionWaived':
    case 'ProvisionStarted':
    case 'ProvisionDelayed':
    case 'ProvisionNotAvailable':
    case 'ProvisionEnded':
      return reached;
  }
}

/** The last moment that the meeting has reached with any of these matters. */
export const lastSaidIn = (meetingId: string, matters: readonly SaidUntil[]): Instant | undefined =>
  matters
    .flatMap((reached) => reached[meetingId] ?? [])
    .sort()
    .at(-1);
