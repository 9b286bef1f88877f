import { isId } from '@accord/shared/kernel';
import { AppendTooLarge, MalformedEvent } from './errors';
import type { ExpectedRevision, NewEvent, StreamName } from './port';

/** The largest append, all its events together, that every adapter can store. */
export const LARGEST_APPEND_BYTES = 1_000_000;

const STREAM = /^[a-z][a-z-]*-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The category of a stream name: `child` of `child-0199…`. */
export const categoryOf = (stream: StreamName): string => stream.slice(0, -37);

/** An event as text, ready for any adapter: serialised once, before the store sees it. */
export interface SerialisedEvent {
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

/**
 * Checks an append and serialises it. Everything that would crash a client or leave an append
 * unsettled is refused here: an id that is no UUID, an empty type, data that text would not give back.
 * @throws MalformedEvent, AppendTooLarge
 */
export function serialiseAppend(
  stream: StreamName,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
): readonly SerialisedEvent[] {
  if (!STREAM.test(stream)) throw new MalformedEvent(`A stream is named <category>-<uuid>; this is not: ${stream}`);
  if (expected !== 'no-stream' && !(Number.isSafeInteger(expected) && expected >= 0)) {
    throw new MalformedEvent('The expected revision is "no-stream" or a whole number from 0.');
  }
  const ids = new Set<string>();
  let bytes = 0;
  const serialised = events.map((event) => {
    if (!isId(event.id) || ids.has(event.id)) throw new MalformedEvent('Each event needs a UUID of its own.');
    ids.add(event.id);
    if (event.type === '' || event.type.startsWith('$')) throw new MalformedEvent('An event needs a type of its own.');
    const text = serialise(event);
    bytes += Buffer.byteLength(text.data) + Buffer.byteLength(text.metadata) + 200;
    return text;
  });
  if (bytes > LARGEST_APPEND_BYTES) {
    throw new AppendTooLarge(`An append may hold ${LARGEST_APPEND_BYTES} bytes; this one holds ${bytes}.`);
  }
  return serialised;
}

function serialise({ id, type, schemaVersion, data, metadata }: NewEvent): SerialisedEvent {
  if (!Number.isSafeInteger(schemaVersion) || schemaVersion < 1) {
    throw new MalformedEvent(`The schema version of ${type} is a whole number from 1.`);
  }
  try {
    return { id, type, schemaVersion, data: stringify(data), metadata: stringify(metadata) };
  } catch (cause) {
    throw new MalformedEvent(`The data of ${type} cannot be written as JSON.`, { cause });
  }
}

function stringify(value: object): string {
  if (!isJson(value)) throw new TypeError('not JSON');
  const text: unknown = JSON.stringify(value);
  if (typeof text !== 'string' || !text.startsWith('{')) throw new TypeError('not a JSON object');
  return text;
}

/**
 * Whether text gives the value back as it was: `JSON.stringify` alone drops what is undefined and turns
 * NaN into null. A walk of its own costs a tenth of the writing; a replacer would double it.
 */
function isJson(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? isJsonList(value) : isJsonObject(value);
}

function isJsonList(list: readonly unknown[]): boolean {
  // By index: a hole is an element too.
  for (let place = 0; place < list.length; place++) if (!isJson(list[place])) return false;
  return true;
}

/** Plain objects only: a date or a map would become something else. */
function isJsonObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  // The index type adds nothing but that each field is looked at as unknown.
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) if (!isJson(fields[name])) return false;
  return true;
}
