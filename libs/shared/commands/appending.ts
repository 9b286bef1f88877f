import {
  AppendFateUnknown,
  type AppendResult,
  type EventMetadata,
  type EventStore,
  type ExpectedRevision,
  type Fact,
  type NewEvent,
  type StreamName,
} from '@accord/shared/event-store';
import type { RequestContext } from './ports';

/** Waits before an attempt, the second or a later one; with jitter, so that racers part. */
export type Pause = (attempt: number) => Promise<void>;

export interface Append {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
}

export interface Patience {
  readonly attempts: number;
  readonly pause: Pause;
}

/**
 * Appends; while the store cannot say whether it stored the events, asks again with the same ids,
 * which is a success in both cases.
 * @throws AppendFateUnknown when patience is exhausted; a retry of the whole command settles it
 */
export async function appendSettled(store: EventStore, append: Append, patience: Patience): Promise<AppendResult> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.append(append.stream, append.expected, append.events);
    } catch (error) {
      if (!(error instanceof AppendFateUnknown) || attempt >= patience.attempts) throw error;
    }
    await patience.pause(attempt + 1);
  }
}

/** Who acted, for the events of one command. The context is the runner's, with its fingerprint keyed. */
export function metadataOf(context: RequestContext, restsOn: readonly Fact[] = []): EventMetadata {
  const { actor, agency, role, lawfulBasis, correlationId, commandId, fingerprint, causationId = commandId } = context;
  return {
    ...{ actor, agency, role, lawfulBasis, correlationId, causationId, commandId, fingerprint },
    ...(restsOn.length > 0 ? { restsOn } : {}),
  };
}
