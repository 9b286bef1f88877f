import type { Instant } from '@accord/shared/kernel';

/** JSON as it is stored: no `undefined`, no BigInt, no dates. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** `<category>-<uuid>`, e.g. `child-0199…`: one thing that must be consistent by itself. */
export type StreamName = string;

/** Revision of an event within its stream, from 0 without gaps. */
export type Revision = number;

/**
 * Place in the one global order. Grows with every event; it is dense on the embedded store and has
 * holes on EventStoreDB (a log address), so compare positions, never count with them.
 * {@link START} is before the first event.
 */
export type Position = number;
export const START: Position = -1;

/**
 * What the writer believes of the stream: nothing there, or exactly this last revision. There is no
 * "any": after a leader change a server would store a retry at "any" twice.
 */
export type ExpectedRevision = 'no-stream' | Revision;

/** Who did it, for whom, and in answer to what. Holds no personal data. */
export interface EventMetadata {
  /** The person, as an opaque id (`iss` and `sub` of the token live in the access context). */
  readonly actor: string;
  /** The organisation for which the person acted. */
  readonly agency: string;
  /** The role in which the person acted. */
  readonly role: string;
  /** Why personal data may be processed, e.g. `public-task`. */
  readonly lawfulBasis: string;
  readonly correlationId: string;
  readonly causationId: string;
  /** Derived from the `Idempotency-Key`; the same on every retry. */
  readonly commandId: string;
  /**
   * Tells a retry of the command from another request under its key: a keyed hash of method, route and
   * body, never a digest that could be guessed. Absent where a writer gives none, and in older events.
   */
  readonly fingerprint?: string;
  /** Other streams that the decision rested on, at the revision that was read. */
  readonly restsOn?: readonly Fact[];
}

/** A fact that a decision rested on: "agreement X at revision 7". */
export interface Fact {
  readonly stream: StreamName;
  readonly revision: Revision;
}

export interface NewEvent {
  /** A lower-case UUID; the same on every retry of the same append. */
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly metadata: EventMetadata;
}

export interface RecordedEvent extends NewEvent {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  /** When the store accepted it; set by the store, never by a request; never before its predecessor's. */
  readonly recordedAt: Instant;
  /** The data as they are stored: `JSON.stringify(data)`, byte for byte. Only where {@link ReadAllOptions.withText} asked. */
  readonly dataText?: string;
}

export type AppendResult =
  | {
      readonly ok: true;
      /** Revision and position of the last event of this append. */
      readonly revision: Revision;
      readonly position: Position;
    }
  | {
      readonly ok: false;
      readonly reason: 'wrong-revision';
      /** The stream's last revision, or `no-stream`. */
      readonly actual: ExpectedRevision;
    };

export interface ReadStreamOptions {
  /**
   * First revision to give. Default: the very start, or the end when reading backwards. Beyond the end
   * there is nothing to give forwards; backwards the reading starts at the end.
   */
  readonly from?: Revision;
  readonly direction?: 'forwards' | 'backwards';
  /** At most so many events; default all. */
  readonly limit?: number;
}

export interface ReadAllOptions {
  /**
   * Exclusive: events after it (forwards; default START) or before it (backwards; default the end).
   * Backwards from beyond the end starts at the end.
   */
  readonly after?: Position;
  readonly direction?: 'forwards' | 'backwards';
  /** At most so many events are given; must be 1 or more. */
  readonly limit: number;
  readonly filter?: EventFilter;
  /** Gives each event's `dataText` where the store has it at hand, for a reader that would write the same text again. */
  readonly withText?: boolean;
}

/** Keeps events whose type is listed and whose stream category is listed; an absent list keeps all, an empty one nothing. */
export interface EventFilter {
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
}

export interface AllPage {
  readonly events: readonly RecordedEvent[];
  /**
   * Where to go on: pass it as `after`. It may lie beyond the last event given, where the filter
   * dropped events, so that a filtered reader does not read them again.
   */
  readonly next: Position;
  /** No more events were stored when the page was read. */
  readonly end: boolean;
}

export interface SubscribeOptions {
  /** Exclusive checkpoint: the first event given is the next one after it. */
  readonly after: Position;
  readonly filter?: EventFilter;
  /** Largest batch handed over at once. Default 500. */
  readonly batchSize?: number;
  /**
   * Takes a batch in global order; the next comes only after the promise resolves (back-pressure).
   * `checkpoint` is where to resume once the batch is dealt with; `events` may be empty where the
   * filter dropped all. A rejection stops the subscription with that error.
   */
  onBatch(batch: { readonly events: readonly RecordedEvent[]; readonly checkpoint: Position }): Promise<void>;
  /**
   * Called each time everything stored has been handed over, and also, while it follows, at once after
   * events that the filter dropped: whoever waits for a position learns that it has passed.
   */
  onCaughtUp?(checkpoint: Position): void;
  /** The store could not be reached and will be tried again; for health and logs. */
  onInterruption?(error: Error): void;
}

export interface Subscription {
  /** Ends it; resolves when no batch is being handled any more. */
  stop(): Promise<void>;
  /** Resolves when stopped; rejects where `onBatch` rejected. Never pending for a dead subscription. */
  readonly finished: Promise<void>;
}

/**
 * The record. Promises, of every adapter (the contract suite in `shared/testing` holds them to it):
 *
 * 1. optimistic concurrency: of many writers at one expected revision, exactly one wins;
 * 2. idempotence by event id: repeating an append with the same ids and the same expected revision
 *    succeeds with the first answer and stores nothing twice, also after later events;
 * 3. one global order that no reader ever sees out of order or with an event missing;
 * 4. durable before acknowledged; an append is stored whole or not at all;
 * 5. a subscription misses nothing and repeats nothing after its checkpoint, and survives the store's
 *    absence without a restart;
 * 6. events are validated before they are stored: {@link MalformedEvent} is thrown, nothing is stored.
 */
export interface EventStore {
  /**
   * Appends all or nothing. An empty list stores nothing and answers the stream's present state: its last
   * revision and position, or revision -1 and {@link START} where it is missing and `no-stream` was expected.
   * @throws MalformedEvent, AppendTooLarge, EventStoreUnavailable, AppendFateUnknown
   */
  append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult>;
  /** Events of one stream, or `undefined` where there is no such stream. Reads what was acknowledged. */
  readStream(stream: StreamName, options?: ReadStreamOptions): Promise<readonly RecordedEvent[] | undefined>;
  /** A page of the whole record. A limit below 1 is a bug of the caller: no page could lead on. */
  readAll(options: ReadAllOptions): Promise<AllPage>;
  subscribe(options: SubscribeOptions): Subscription;
  /** Position of the last event stored, or START. */
  head(): Promise<Position>;
  /** Ends subscriptions, waits for appends under way, and frees everything. */
  close(): Promise<void>;
}
