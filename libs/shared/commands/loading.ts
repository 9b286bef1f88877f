import { UnreadableEvent, type EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Fact, RecordedEvent, Revision, StreamName } from '@accord/shared/event-store';
import { fold } from '@accord/shared/kernel';
import type { FactLoader, LoadedFact, StreamType } from './ports';

/** Where streams are read from, and through which contracts. */
export interface Source {
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
}

/** A stream at the moment it was read. */
export interface LoadedStream<S> {
  readonly name: StreamName;
  readonly state: S;
  /** `undefined` where there is no such stream. */
  readonly revision: Revision | undefined;
  readonly recorded: readonly RecordedEvent[];
}

export const streamName = (type: { readonly category: string }, id: string): StreamName => `${type.category}-${id}`;

/**
 * Reads a stream whole and folds it.
 * @throws UnreadableEvent where an event is not known, or is none of this kind of stream: deciding on
 * a part of what happened would be worse than not deciding.
 */
export async function loadStream<C extends { readonly type: string }, S, N, R, F>(
  { events, catalogue }: Source,
  type: StreamType<C, S, N, R, F>,
  id: string,
): Promise<LoadedStream<S>> {
  const name = streamName(type, id);
  const recorded = (await events.readStream(name)) ?? [];
  const known = new Set(type.definitions.map((definition) => definition.type));
  const bodies = recorded.map((event) => {
    if (!known.has(event.type)) throw new UnreadableEvent(event.type, event.schemaVersion, 'unknown-type');
    // R is the recorded form of `type.definitions`, and the catalogue has just checked it against them.
    return { type: event.type, data: catalogue.read(event) } as R;
  });
  return { name, state: fold(type.decider, bodies), revision: recorded.at(-1)?.revision, recorded };
}

/** Loads facts for one attempt at a command, each stream once, and remembers which there were. */
export class AttemptFacts implements FactLoader {
  private readonly loaded = new Map<StreamName, Promise<LoadedStream<unknown>>>();

  constructor(private readonly source: Source) {}

  async load<C extends { readonly type: string }, S, N, R, F>(
    type: StreamType<C, S, N, R, F>,
    id: string,
  ): Promise<LoadedFact<S>> {
    const name = streamName(type, id);
    const loading = this.loaded.get(name) ?? loadStream(this.source, type, id);
    this.loaded.set(name, loading);
    const { state, revision } = await loading;
    // A stream name begins with its category, and a category has one stream type, hence one state.
    return { state: state as S, revision };
  }

  /** Every stream that was there, in the order of names: the same facts are always named alike. */
  async restsOn(): Promise<readonly Fact[]> {
    const streams = await Promise.all(this.loaded.values());
    return streams
      .flatMap(({ name, revision }) => (revision === undefined ? [] : [{ stream: name, revision }]))
      .sort((one, other) => (one.stream < other.stream ? -1 : 1));
  }
}
