import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import type { Fact, JsonObject, Position, Revision, StreamName } from '@accord/shared/event-store';
import type { Decider, Id, Instant, LondonDate, Refusal } from '@accord/shared/kernel';

/** Who asks, with what key, at what moment; made once per request by the HTTP layer or the CLI. */
export interface RequestContext {
  /**
   * Name-based on issuer, person and `Idempotency-Key`: the same on every retry. One command has one:
   * where a request needs several commands, each takes an id of its own derived from it.
   */
  readonly commandId: string;
  /**
   * SHA-256 of method, route and body: another body under the same key is refused. It can be guessed from
   * what a body may say, so the runner keeps only its {@link KeyedHash}.
   */
  readonly fingerprint: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly lawfulBasis: string;
  readonly correlationId: string;
  /** The event or message that this answers; default: the command itself. */
  readonly causationId?: string;
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

/** One command on one stream. */
export interface CommandRequest<C extends { readonly type: string }, S, N, R, F> {
  readonly streamType: StreamType<C, S, N, R, F>;
  readonly id: string;
  readonly command: C;
  readonly context: RequestContext;
  /** Loads the streams that the decision rests on; called again on each retry. */
  facts(loader: FactLoader): Promise<F>;
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

/** A refusal as an outcome, with the position of the kept attempt where one is kept. */
export interface CommandRefused extends Refusal {
  readonly keptAt?: Position;
}

/** What a command came to. */
export type CommandOutcome = CommandDone | CommandRefused;

/**
 * An id made from names alone, a UUID of version 8: the same parts give the same id for ever, so that
 * a retry makes nothing twice. `shared/commands-store` has the one implementation.
 */
export type NameBasedId = (...parts: readonly string[]) => string;

/**
 * A hash under a key of the area, the same for ever: what it was made of cannot be guessed by trying, not
 * even of a few values or after an erasure. `shared/personal-data` makes it.
 */
export type KeyedHash = (text: string) => string;

/** Encrypts personal fields before anything leaves the process, and opens them for a person entitled. */
export interface PersonalData {
  /**
   * Gives the stored form: each personal field sealed under its subject's key for its category.
   * @throws PersonalDataUnavailable
   */
  seal(event: UnsealedEvent): Promise<JsonObject>;
  /**
   * Opens the personal fields of a stored event; a field whose key was erased gives {@link ERASED}.
   * @throws PersonalDataUnavailable where the keys cannot be reached: never taken for an erasure
   */
  open(event: SealedEvent): Promise<Record<string, unknown>>;
}

/** The keys cannot be reached. Nothing is lost; trying again later is right. */
export class PersonalDataUnavailable extends Error {
  override readonly name = 'PersonalDataUnavailable';
}

/** What a personal field gives once its key has been destroyed. */
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
   * or `differs` where another request was made under it. The fingerprint is kept: give it keyed.
   */
  claim(commandId: string, fingerprint: string, now: Instant): Promise<ClaimedKey>;
  /**
   * Keeps the answer and gives the one that stands: the first, except that an effect takes the place
   * of a refusal, because the record of events is the truth.
   */
  record(commandId: string, outcome: CommandOutcome): Promise<CommandOutcome>;
}
export type ClaimedKey =
  | { readonly claim: 'new' }
  | { readonly claim: 'answered'; readonly outcome: CommandOutcome }
  | { readonly claim: 'differs' };

/** An attempt whose refusal matters to governance, as the refused-attempts record takes it. */
export interface RefusedAttempt {
  /** Type of the command. */
  readonly command: string;
  /** The stream at which it was aimed; it need not exist. */
  readonly stream: StreamName;
  readonly refusal: Refusal;
  /** The facts on which it was refused, so that an auditor finds the attempt beside what was decided. */
  readonly restsOn: readonly Fact[];
  /** As the runner keeps it: its fingerprint is keyed. */
  readonly context: RequestContext;
}

/** Keeps a refused attempt, once however often it is called for one command and body; gives its position. */
export type KeepRefused = (attempt: RefusedAttempt) => Promise<Position>;
