import type { Id } from '@accord/shared/kernel';

/** Tells whether there is a record of a child; provided by the composition. */
export abstract class KnownChildren {
  abstract isKnown(childId: Id<'child'>): Promise<boolean>;
}
