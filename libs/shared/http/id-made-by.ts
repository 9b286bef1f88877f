import type { RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { nameBasedId } from '@accord/shared/commands-store';

/**
 * The id of a thing that a command makes: it follows from the command, so that a retry makes the same
 * thing. `place` tells several of a kind apart, by their place in the body.
 */
export const idMadeBy = <Kind extends string>(kind: Kind, { commandId }: RequestContext, place?: number): Id<Kind> =>
  // The brand: a name-based id is one by its form.
  nameBasedId(kind, commandId, ...(place === undefined ? [] : [String(place)])) as Id<Kind>;
