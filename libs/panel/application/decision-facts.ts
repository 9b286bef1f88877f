import {
  CastingVoteGiven,
  ConditionMet,
  ConditionWaived,
  ContributionDeclined,
  DecisionCorrected,
  DecisionCorrectionRefused,
  DecisionCorrectionRequested,
  DecisionRatified,
  DecisionRecorded,
  DiscussionNoted,
  PositionTaken,
  ProvisionDelayed,
  ProvisionEnded,
  ProvisionNotAvailable,
  ProvisionStarted,
  RatificationRefused,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
  VoteCast,
} from '@accord/panel/contracts';
import { evolveDecision } from '@accord/panel/domain';
import type { DecisionEvent, DecisionState, MatterState } from '@accord/panel/domain';
import type { FactLoader, NameBasedId } from '@accord/shared/commands';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id } from '@accord/shared/kernel';

/** Every event of a decision's stream, whichever process wrote it. */
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

const decisionView: Decider<never, DecisionState, never, DecisionEvent> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide: () => accept(),
};
/** A decision as a fact of other commands; those on its own stream have their own rules and the same state. */
export const decisionFact = { category: 'decision', decider: decisionView, definitions: decisionEvents };

/** The decision on a matter in a meeting, or that of named officers between meetings. */
export const decisionIdOf = (nameBasedId: NameBasedId, matterId: string, where: Id<'meeting'> | 'urgent'): Id<'decision'> =>
  // The brand: a name-based id is one by its form.
  nameBasedId('decision', matterId, where) as Id<'decision'>;

/** Every decision on the matter so far: the urgent one, and that of each meeting on whose agenda it ever was. */
export async function decisionsOn(
  matter: MatterState,
  { loader, nameBasedId }: { readonly loader: FactLoader; readonly nameBasedId: NameBasedId },
): Promise<readonly DecisionState[]> {
  if (matter.status === 'unknown') return [];
  const ids = (['urgent', ...matter.meetings] as const).map((where) => decisionIdOf(nameBasedId, matter.matterId, where));
  const loaded = await Promise.all(ids.map((id) => loader.load(decisionFact, id)));
  return loaded.map(({ state }) => state).filter(({ status }) => status !== 'unknown');
}
