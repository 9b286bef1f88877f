import type { DecisionState } from '@accord/panel/domain';
import type { FactLoader } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { decisionFact } from './decision-facts';

/**
 * Says which decisions about a child may be in effect, from a read model: the decisions themselves are then read
 * as facts. A decision of this very moment may not be among them yet.
 */
export interface DecisionsOfChild {
  inForce(childId: Id<'child'>): Promise<readonly Id<'decision'>[]>;
}

export interface LoadingDecisions {
  readonly loader: FactLoader;
  readonly decisionsOfChild: DecisionsOfChild;
}

/** The decisions that may be in effect for the child, and those named besides, each as its own stream tells it. */
export async function decisionsAbout(
  childId: Id<'child'>,
  named: readonly Id<'decision'>[],
  { loader, decisionsOfChild }: LoadingDecisions,
): Promise<readonly DecisionState[]> {
  const ids = new Set([...(await decisionsOfChild.inForce(childId)), ...named]);
  const loaded = await Promise.all([...ids].map((id) => loader.load(decisionFact, id)));
  return loaded.map(({ state }) => state);
}
