import { jsonEvent, type Position as LogPosition } from '@eventstore/db-client';
import type { EventMetadata, JsonObject, Position, RecordedEvent, SerialisedEvent } from '@accord/shared/event-store';
import { BrokenRecord } from './errors';

/** Where the schema version stands among the metadata on the wire. Marks an event as Accord's. */
const SCHEMA_VERSION = '$schemaVersion';

/** A recorded event as the client gives it, as far as we read it. */
export interface ClientEvent {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly isJson: boolean;
  readonly created: Date;
  readonly position?: LogPosition;
}

/** Metadata go as bytes: the client would serialise an object anew and take it through base64 and back. */
export function toWire({ id, type, schemaVersion, metadata }: SerialisedEvent, data: JsonObject) {
  const end = metadata === '{}' ? '' : ',';
  const marked = `${metadata.slice(0, -1)}${end}"${SCHEMA_VERSION}":${schemaVersion}}`;
  return jsonEvent({ id, type, data: { ...data }, metadata: new TextEncoder().encode(marked) });
}

/**
 * Whether Accord wrote this event. Everything else in the log is passed over when the whole record is
 * read: the server's own events, and those of other applications on a shared server.
 */
export function isOurs(event: ClientEvent): boolean {
  const { type, isJson, metadata } = event;
  return isJson && !type.startsWith('$') && isObject(metadata) && typeof metadata[SCHEMA_VERSION] === 'number';
}

/** @throws BrokenRecord where somebody else wrote the event */
export function fromWire(event: ClientEvent): RecordedEvent {
  const { streamId, id, type, data, metadata, revision, created, position } = event;
  const version = isObject(metadata) ? metadata[SCHEMA_VERSION] : undefined;
  if (!isOurs(event) || !isObject(metadata) || typeof version !== 'number' || !isObject(data) || !position) {
    throw new BrokenRecord(`Event ${revision} of ${streamId} was not written by Accord.`);
  }
  const { [SCHEMA_VERSION]: _, ...rest } = metadata;
  return {
    id,
    type,
    schemaVersion: version,
    // Both were JSON objects of these types when `toWire` wrote them, and the mark says that it did.
    data: data as JsonObject,
    // As above: an object of this type, plus the mark.
    metadata: rest as unknown as EventMetadata,
    stream: streamId,
    revision: safeNumber(revision),
    position: positionOf(position),
    recordedAt: created.toISOString(),
  };
}

/**
 * A log address as one number. The two halves differ only for explicit transactions, which no gRPC
 * client can write; were they to differ, one number could not name the place.
 * @throws BrokenRecord
 */
export function positionOf({ commit, prepare }: LogPosition): Position {
  if (commit !== prepare) throw new BrokenRecord(`An event of a transaction, at ${commit}/${prepare}, has no one position.`);
  return safeNumber(commit);
}

export const toLogPosition = (position: Position): LogPosition => ({ commit: BigInt(position), prepare: BigInt(position) });

/** @throws BrokenRecord beyond 2^53 - 1, that is after nine petabytes of log */
export function safeNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new BrokenRecord(`${value} is beyond the whole numbers that are exact.`);
  return number;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}
