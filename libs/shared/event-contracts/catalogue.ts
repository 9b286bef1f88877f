import { z } from 'zod';
import type { AnyEventDefinition, Sealed } from './define-event';

/** The stored event has a type or version that this build does not know, or a shape that is not its own. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
  constructor(
    readonly type: string,
    readonly schemaVersion: number,
    /** `unknown-type`, `unknown-version` or `malformed`; never holds data of the event. */
    readonly reason: 'unknown-type' | 'unknown-version' | 'malformed',
    readonly fields: readonly string[] = [],
  ) {
    super(
      reason === 'malformed'
        ? `${type} version ${schemaVersion} is malformed at ${fields.join(', ')}`
        : `${type} version ${schemaVersion}: ${reason}`,
    );
  }
}

/** An event as a store keeps it. */
export interface StoredEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: object;
}

const SEALED = z.string().regex(/^sealed:/);

type Upcast = AnyEventDefinition['upcasts'][number];

/** Compiling takes about a millisecond: it is done for an event that is read often, never at the start. */
const READS_BEFORE_COMPILING = 200;

interface Entry {
  readonly definition: AnyEventDefinition;
  readonly stored: z.ZodType;
  reads: number;
  /** The same schema, compiled; it only ever says yes, a no is looked at again by the schema itself. */
  compiled?: z.ZodType;
}

/** All events that a build knows. Reading through it is the only way from stored data to typed data. */
export interface EventCatalogue {
  readonly definitions: readonly AnyEventDefinition[];
  definition(type: string): AnyEventDefinition | undefined;
  /**
   * Validates stored data and brings it to the newest version.
   * @throws UnreadableEvent; never passes an unknown or malformed event silently.
   */
  read(event: StoredEvent): Record<string, unknown>;
  /**
   * Validates data in the clear before it is sealed and stored.
   * @throws UnreadableEvent where a decision made a shape that its own contract refuses (a bug).
   */
  check(type: string, data: unknown): AnyEventDefinition;
}

/** @throws Error where two definitions share a type. */
export function catalogueOf(...lists: readonly (readonly AnyEventDefinition[])[]): EventCatalogue {
  const entries = new Map<string, Entry>();
  for (const definition of lists.flat()) {
    if (entries.has(definition.type)) throw new Error(`Two events are called ${definition.type}`);
    entries.set(definition.type, { definition, stored: storedSchema(definition), reads: 0 });
  }
  return {
    definitions: [...entries.values()].map((entry) => entry.definition),
    definition: (type) => entries.get(type)?.definition,
    read: (event) => read(entries.get(event.type), event),
    check(type, data) {
      const definition = entries.get(type)?.definition;
      if (!definition) throw new UnreadableEvent(type, 0, 'unknown-type');
      const parsed = definition.data.safeParse(data);
      if (!parsed.success) throw new UnreadableEvent(type, definition.version, 'malformed', fieldsOf(parsed.error));
      return definition;
    },
  };
}

/** The schema of the stored form: each personal field is a sealed text. */
export function storedSchema(definition: AnyEventDefinition): z.ZodObject {
  const sealed: Record<string, z.ZodType> = {};
  for (const field of Object.keys(definition.personal)) {
    const plain: unknown = definition.data.shape[field];
    sealed[field] = plain instanceof z.ZodType && plain.safeParse(undefined).success ? SEALED.optional() : SEALED;
  }
  return definition.data.extend(sealed);
}

function read(entry: Entry | undefined, event: StoredEvent): Record<string, unknown> {
  const { type, schemaVersion } = event;
  if (!entry) throw new UnreadableEvent(type, schemaVersion, 'unknown-type');
  const { version, upcasts } = entry.definition;
  // So that NaN is not known either.
  if (!(schemaVersion >= 1 && schemaVersion <= version)) throw new UnreadableEvent(type, schemaVersion, 'unknown-version');
  let data: Record<string, unknown> = { ...event.data };
  for (let from = schemaVersion; from < version; from++) {
    const upcast = upcasts[from];
    if (!upcast) throw new UnreadableEvent(type, schemaVersion, 'unknown-version');
    data = upcasted(upcast, data, event);
  }
  if (fits(entry, data)) return data;
  const parsed = entry.stored.safeParse(data);
  if (!parsed.success) throw new UnreadableEvent(type, schemaVersion, 'malformed', fieldsOf(parsed.error));
  return data;
}

/** Whether the compiled schema takes the data; not asked before it is worth compiling. */
function fits(entry: Entry, data: unknown): boolean {
  if (entry.reads < READS_BEFORE_COMPILING) {
    entry.reads += 1;
    return false;
  }
  entry.compiled ??= z.compile(entry.stored);
  return z.validate(entry.compiled, data);
}

/** An upcaster trusts the shape of its version; data that is not of it makes the event malformed. */
function upcasted(upcast: Upcast, data: Record<string, unknown>, { type, schemaVersion }: StoredEvent): Record<string, unknown> {
  try {
    return upcast(data);
  } catch (cause) {
    throw Object.assign(new UnreadableEvent(type, schemaVersion, 'malformed', [WHOLE]), { cause });
  }
}

const WHOLE = '(the event itself)';

const fieldsOf = (error: z.ZodError): readonly string[] => [
  ...new Set(error.issues.map((issue) => (issue.path.length > 0 ? issue.path.join('.') : WHOLE))),
];

/** Whether a stored field is a sealed text. */
export const isSealed = (value: unknown): value is Sealed => typeof value === 'string' && value.startsWith('sealed:');
