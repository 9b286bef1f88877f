import { UnreadableEvent } from './catalogue';
import type { EventCatalogue, StoredEvent } from './catalogue';
import type { AnyEventDefinition, Recorded } from './define-event';

/** An event as the catalogue has read it: validated, in its newest version, and not yet typed. */
export interface ReadEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Tells whether an event that the catalogue has read is one of these: its contract has then validated the data. */
export function isOneOf<const D extends AnyEventDefinition>(definitions: readonly D[]) {
  const types = new Set<string>(definitions.map(({ type }) => type));
  return (event: ReadEvent): event is ReadEvent & Recorded<D> => types.has(event.type);
}

/**
 * Reads stored events of a closed list, typed. Where typed data come from: nobody else says of stored data what they are.
 * The function throws `UnreadableEvent`, also for an event that is none of the list.
 */
export function eventReader<const D extends AnyEventDefinition>(catalogue: Pick<EventCatalogue, 'read'>, definitions: readonly D[]) {
  const isListed = isOneOf(definitions);
  return (stored: StoredEvent): Recorded<D> => {
    const event = { type: stored.type, data: catalogue.read(stored) };
    if (!isListed(event)) throw new UnreadableEvent(stored.type, stored.schemaVersion, 'unknown-type');
    return event;
  };
}
