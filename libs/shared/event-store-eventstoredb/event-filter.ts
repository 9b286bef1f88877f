import { excludeSystemEvents, type Filter } from '@eventstore/db-client';
import { categoryOf, type EventFilter } from '@accord/shared/event-store';

type OnCheckpoint = NonNullable<Filter['checkpointReached']>;

/** The exact filter of the port. What the server sends was only roughly chosen. */
export function passes(filter: EventFilter | undefined, event: { readonly type: string; readonly streamId: string }): boolean {
  if (filter?.types && !filter.types.includes(event.type)) return false;
  return !filter?.categories || filter.categories.includes(categoryOf(event.streamId));
}

/**
 * Everything but the server's own events; {@link passes} does the rest. A narrower filter would save little
 * and cost a promise: while a subscription follows, the server tells nothing of the events that its filter
 * drops until some dozens have passed, so that whoever waits for a position would wait in vain.
 */
export const serverFilter = (checkpointReached: OnCheckpoint): Filter => excludeSystemEvents({ checkpointReached });
