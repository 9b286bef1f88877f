import { eventTypeFilter, excludeSystemEvents, streamNameFilter, type Filter } from '@eventstore/db-client';
import { categoryOf, type EventFilter } from '@accord/shared/event-store';

type OnCheckpoint = NonNullable<Filter['checkpointReached']>;

/** The exact filter of the port. What the server sends was only roughly chosen. */
export function passes(filter: EventFilter | undefined, event: { readonly type: string; readonly streamId: string }): boolean {
  if (filter?.types && !filter.types.includes(event.type)) return false;
  return !filter?.categories || filter.categories.includes(categoryOf(event.streamId));
}

/**
 * The nearest that the server can do: one expression, on the type or on the stream's name, never both.
 * It never drops what {@link passes} would keep.
 */
export function serverFilter(filter: EventFilter | undefined, checkpointReached: OnCheckpoint): Filter {
  if (filter?.categories?.length) {
    return streamNameFilter({ prefixes: filter.categories.map((category) => `${category}-`), checkpointReached });
  }
  if (filter?.types?.length) {
    return eventTypeFilter({ regex: `^(${filter.types.map(literally).join('|')})$`, checkpointReached });
  }
  return excludeSystemEvents({ checkpointReached });
}

const literally = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
