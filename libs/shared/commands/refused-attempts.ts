import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, JsonObject } from '@accord/shared/event-store';
import { appendSettled, metadataOf, type Pause } from './appending';
import type { KeepRefused, NameBasedId, RefusedAttempt } from './ports';

export interface RefusedAttemptKeeperOptions {
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  readonly nameBasedId: NameBasedId;
  /** The event that records an attempt: `attemptRefused` of `assurance/contracts`. */
  readonly describe: (attempt: RefusedAttempt) => { readonly type: string; readonly data: JsonObject };
  readonly pause?: Pause;
}

/**
 * Keeps refused attempts, each in a stream of its own whose name and event id follow from the command's
 * id and fingerprint: a retry is kept once, another request never passes for it, and no rule of another
 * stream can be held up by it.
 */
export function refusedAttemptKeeper(options: RefusedAttemptKeeperOptions): KeepRefused {
  const { events, catalogue, nameBasedId, describe, pause } = options;
  const patience = { attempts: 10, pause: pause ?? (() => Promise.resolve()) };
  return async (attempt) => {
    const { type, data } = describe(attempt);
    const definition = catalogue.check(type, data);
    if (Object.keys(definition.personal).length > 0) throw new Error(`${type} must hold no personal fields`);
    const { commandId, fingerprint } = attempt.context;
    const stream = `${definition.stream}-${nameBasedId(commandId, 'refused-attempt', fingerprint)}`;
    const id = nameBasedId(commandId, 'refused-attempt', fingerprint, 'event');
    const event = { id, type, schemaVersion: definition.version, data, metadata: metadataOf(attempt.context, attempt.restsOn) };
    const result = await appendSettled(events, { stream, expected: 'no-stream', events: [event] }, patience);
    // Only an event of another id could be in that stream; nothing writes one.
    if (!result.ok) throw new Error(`${stream} holds an event that is not this attempt`);
    return result.position;
  };
}
