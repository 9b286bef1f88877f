import { decisionEvents } from '@accord/panel/contracts';
import { evolveDecision } from '@accord/panel/domain';
import type { DecisionEvent, DecisionState, MatterState } from '@accord/panel/domain';
import type { FactLoader, NameBasedId } from '@accord/shared/commands';
import { accept } from '@accord/shared/kernel';
import type { Decider, Id } from '@accord/shared/kernel';

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
