import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import type { EventMetadata, JsonObject, Position, Revision, StreamName } from '@accord/shared/event-store';
import type { Decider, Id, Instant, LondonDate, Refusal } from '@accord/shared/kernel';

/** Who asks, with what key, at what moment; made once per request by the HTTP layer or the CLI. */
export interface RequestContext {
  /** Name-based on issuer, person and `Idempotency-Key`: the same on every retry. */
  readonly commandId: string;
  /** SHA-256 of method, route and body: another body under the same key is refused. */
  readonly fingerprint: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly lawfulBasis: string;
  readonly correlationId: string;
  /** The instant and the London date of the request. */
  readonly now: Instant;
  readonly today: LondonDate;
  /** From `If-Match`: the revision that the person saw. Absent: the newest is meant. */
  readonly expectedRevision?: Revision;
}

/** One kind of stream: its rules and the contracts of the events that it holds. */
export interface StreamType<C extends { readonly type: string }, S, N, R, F = undefined> {
  /** Stream category; the stream is `<category>-<id>`. */
  readonly category: string;
  readonly decider: Decider<C, S, N, R, F>;
  readonly definitions: readonly AnyEventDefinition[];
}

/** Another stream read as a fact: its state, and the revision named in the events that rest on it. */
export interface LoadedFact<S> {
  readonly state: S;
  /** `undefined` where there is no such stream: `state` is then the decider's initial state. */
  readonly revision: Revision | undefined;
}

/** Loads facts during a command; everything loaded is named in `metadata.restsOn` of the new events. */
export interface FactLoader {
  load<C extends { readonly type: string }, S, N, R, F>(
    type: StreamType<C, S, N, R, F>,
    id: string,
  ): Promise<LoadedFact<S>>;
}

export interface CommandDone {
  readonly ok: true;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/** What a command came to. Refusals are outcomes, with the position of the kept attempt where one is kept. */
export type CommandOutcome = CommandDone | Refusal;

/** Encrypts personal fields before anything leaves the process, and opens them for a person entitled. */
export interface PersonalData {
  /** Gives the stored form: each personal field sealed under its subject's key for its category. */
  seal(event: UnsealedEvent): Promise<JsonObject>;
  /** Opens the personal fields of a stored event; a field whose key was erased gives {@link ERASED}. */
  open(event: SealedEvent): Promise<Record<string, unknown>>;
}

export const ERASED: unique symbol = Symbol('erased');

export interface UnsealedEvent {
  readonly id: string;
  readonly stream: StreamName;
  readonly definition: AnyEventDefinition;
  readonly data: Readonly<Record<string, unknown>>;
}
/** The same as stored; `id`, `stream` and type are the field's place, its associated data. */
export type SealedEvent = UnsealedEvent;

/**
 * Finds a child by an identifier without storing the identifier in the clear: a keyed hash (HMAC),
 * kept beside the keys so that it dies with them.
 */
export interface ChildLookup {
  /** The child of that identifier, if any. */
  find(kind: 'nhs-number', identifier: string): Promise<Id<'child'> | undefined>;
  /** Reserves the identifier for that child; gives the child that has it, which may be another. */
  claim(kind: 'nhs-number', identifier: string, child: Id<'child'>): Promise<Id<'child'>>;
}

/** The durable record of idempotency keys and their answers. */
export interface CommandAnswers {
  /**
   * Claims the key: `new` (nobody has, or nobody has answered yet), `answered` with the first answer,
   * or `differs` where another request was made under it.
   */
  claim(commandId: string, fingerprint: string, now: Instant): Promise<ClaimedKey>;
  record(commandId: string, outcome: CommandOutcome): Promise<void>;
}
export type ClaimedKey =
  | { readonly claim: 'new' }
  | { readonly claim: 'answered'; readonly outcome: CommandOutcome }
  | { readonly claim: 'differs' };

/** What the refused-attempts record keeps of a refusal that matters to governance. */
export interface RefusedAttempt {
  readonly command: string;
  readonly stream: StreamName;
  readonly refusal: Refusal;
  readonly context: RequestContext;
}

export type { EventMetadata };
