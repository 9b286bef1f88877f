import type { Id, LondonDate } from '@accord/shared/kernel';

/** Says which urgent decisions have run out, from a read model; their own streams then say whether they lapse. */
export interface UrgentDecisionsDue {
  /** Those that nobody settled and whose last day for the panel to ratify them lies before that day. */
  dueBy(day: LondonDate): Promise<readonly Id<'decision'>[]>;
}
