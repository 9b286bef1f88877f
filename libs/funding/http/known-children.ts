import type { Id, Instant } from '@accord/shared/kernel';

/** Tells whether there is a record of a child; provided by the composition. */
export abstract class KnownChildren {
  /** `knownAt`: whether there was one at that instant. */
  abstract isKnown(childId: Id<'child'>, knownAt?: Instant): Promise<boolean>;
}
