import type { AppendResult as Answer, EventStoreDBClient } from '@eventstore/db-client';
import {
  AppendFateUnknown,
  AppendTooLarge,
  EventStoreUnavailable,
  serialiseAppend,
  START,
  type AppendResult,
  type ExpectedRevision,
  type NewEvent,
  type StreamName,
} from '@accord/shared/event-store';
import type { AppendLine } from './append-line';
import { BrokenRecord, StreamWasDeleted } from './errors';
import { classify } from './failure';
import { persistently } from './persistence';
import type { Reading } from './reading';
import type { Settings } from './settings';
import { positionOf, safeNumber, toWire } from './wire-events';

interface Append {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly NewEvent[];
  readonly wire: readonly ReturnType<typeof toWire>[];
  /** Some try ended without a clear answer: it may be stored already, or be stored any moment. */
  inDoubt: boolean;
}

/**
 * Appends and settles. A try that fails without a clear answer may have been stored, or be stored
 * later: what counts is what the leader then gives at the expected revision. Every try carries the
 * same ids and the same expected revision, never "any": the server then takes a repetition for the
 * append it already has, also after a change of leader.
 */
export class Appending {
  /** A repetition joins its first try: the server answers one that meets it under way after two seconds only. */
  private readonly underWay = new Map<string, Promise<AppendResult>>();

  constructor(
    private readonly line: AppendLine,
    private readonly reading: Reading,
    private readonly settings: Settings,
  ) {}

  async append(stream: StreamName, expected: ExpectedRevision, events: readonly NewEvent[]): Promise<AppendResult> {
    const serialised = serialiseAppend(stream, expected, events);
    const wire = serialised.map((text, n) => toWire(text, events[n]?.data ?? {}));
    const same = `${stream} ${expected} ${events.map(({ id }) => id).join(' ')}`;
    const underWay = this.underWay.get(same);
    if (underWay) return underWay;
    const settled = this.settle({ stream, expected, events, wire, inDoubt: false });
    this.underWay.set(same, settled);
    try {
      return await settled;
    } finally {
      this.underWay.delete(same);
    }
  }

  private async settle(append: Append): Promise<AppendResult> {
    try {
      return await persistently(this.settings, () => (append.events.length === 0 ? this.state(append) : this.attempt(append)));
    } catch (cause) {
      if (cause instanceof BrokenRecord || cause instanceof StreamWasDeleted) throw cause;
      if (classify(cause) === 'too-large') throw new AppendTooLarge('The server refused the append as too large.', { cause });
      if (append.inDoubt) throw new AppendFateUnknown(append.stream, { cause });
      throw new EventStoreUnavailable('EventStoreDB cannot be reached or refuses to work; nothing was stored.', { cause });
    }
  }

  private async attempt(append: Append): Promise<AppendResult> {
    const settled = append.inDoubt ? await this.readBack(append) : undefined;
    if (settled) return settled;
    try {
      return await this.accepted(append, await this.line.run((client) => send(client, append, this.settings)));
    } catch (error) {
      const failure = classify(error);
      if (failure === 'deleted') throw new StreamWasDeleted(append.stream, { cause: error });
      if (failure === 'wrong-revision') return this.conflict(append, error);
      if (failure === 'unknown') append.inDoubt = true;
      throw error;
    }
  }

  /** The server's "yes", of this append or of its first try. */
  private async accepted(append: Append, { nextExpectedRevision, position }: Answer): Promise<AppendResult> {
    const revision = safeNumber(nextExpectedRevision);
    const first = append.expected === 'no-stream' ? 0 : append.expected + 1;
    if (revision !== first + append.events.length - 1) throw new StreamWasDeleted(append.stream);
    if (position) return { ok: true, revision, position: positionOf(position) };
    // A repetition that meets its first try not yet indexed gets a "yes" without a place.
    append.inDoubt = true;
    const settled = await this.readBack(append);
    if (settled) return settled;
    throw new Error('The server accepted the append and does not give it back yet.');
  }

  /** A conflict is final, unless it may be with our own earlier try, or contradicts itself. */
  private async conflict(append: Append, error: unknown): Promise<AppendResult> {
    const told: unknown = error instanceof Error ? Reflect.get(error, 'actualVersion') : undefined;
    const actual = typeof told === 'bigint' ? safeNumber(told) : 'no-stream';
    const settled = append.inDoubt || actual === append.expected ? await this.readBack(append) : undefined;
    return settled ?? { ok: false, reason: 'wrong-revision', actual };
  }

  /**
   * What the leader holds where this append belongs: it, something else, or (`undefined`) nothing yet.
   * An append is stored whole or not at all, so its first event there means all of it.
   */
  private async readBack({ stream, expected, events }: Append): Promise<AppendResult | undefined> {
    const from = expected === 'no-stream' ? 0 : expected + 1;
    const there = (await this.reading.stream(stream, { from, limit: events.length })) ?? [];
    if (there.length === 0) return undefined;
    const last = there.at(-1);
    if (last && there.length === events.length && there.every(({ id }, n) => id === events[n]?.id)) {
      return { ok: true, revision: last.revision, position: last.position };
    }
    return { ok: false, reason: 'wrong-revision', actual: await this.reading.lastRevision(stream) };
  }

  /** The answer to an empty append, for which the server would create nothing and check nothing. */
  private async state({ stream, expected }: Append): Promise<AppendResult> {
    const last = await this.reading.lastEvent(stream);
    const actual = last?.revision ?? 'no-stream';
    if (actual !== expected) return { ok: false, reason: 'wrong-revision', actual };
    return { ok: true, revision: last?.revision ?? -1, position: last?.position ?? START };
  }
}

function send(client: EventStoreDBClient, { stream, expected, wire }: Append, { callTimeoutMs }: Settings): Promise<Answer> {
  return client.appendToStream(stream, [...wire], {
    expectedRevision: expected === 'no-stream' ? 'no_stream' : BigInt(expected),
    // Honoured only if the first append on a connection carries it: so all do.
    requiresLeader: true,
    // The server's own limit, which ends just before ours.
    deadline: callTimeoutMs,
  });
}
