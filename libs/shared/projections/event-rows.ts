import type { AnyEventDefinition } from '@accord/shared/event-contracts';
import type { ProjectedEvent, ProjectionTable } from './projection';

/**
 * The columns with which a read model keeps a whole event: enough to order it, to ask *as at* and *as known
 * at*, to render its sentence, and to open its personal fields for a person entitled (the event's id,
 * stream and type are their place).
 */
export const eventColumns = {
  position: 'integer',
  event_id: 'text',
  type: 'text',
  schema_version: 'integer',
  stream: 'text',
  revision: 'integer',
  effective_on: 'text',
  recorded_at: 'text',
  actor: 'text',
  agency: 'text',
  role: 'text',
  data: 'json',
} as const satisfies ProjectionTable['columns'];

/** A row of {@link eventColumns} as it is read back. */
export interface EventRow {
  readonly position: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly stream: string;
  readonly revision: number;
  readonly effective_on: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly agency: string;
  readonly role: string;
  readonly data: string;
}

/** One event as a person reads it: a sentence, who in which role, when true, when recorded, and the details. */
export interface EventEntry {
  readonly position: number;
  readonly eventId: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly says: string;
  readonly by: { readonly actor: string; readonly agencyId: string; readonly agency: string; readonly role: string };
  /** The event's data: personal fields in the clear, `null` where their key was destroyed, absent where withheld. */
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Gives the function from event to {@link eventColumns} for these definitions.
 * The function throws for an event of another type: the projection handles it and does not know it.
 */
export function eventRows(definitions: readonly AnyEventDefinition[]): (event: ProjectedEvent) => EventRow {
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));
  return (event) => {
    const { type, data } = event.body;
    const definition = byType.get(type);
    if (!definition) throw new Error(`A projection keeps ${type} without its definition.`);
    // The catalogue has validated the data: a strict object whose effective field is a London date.
    const fields = data as Readonly<Record<string, unknown>>;
    return {
      position: event.position,
      event_id: event.id,
      type,
      schema_version: definition.version,
      stream: event.stream,
      revision: event.revision,
      effective_on: String(fields[definition.effective]),
      recorded_at: event.recordedAt,
      actor: event.metadata.actor,
      agency: event.metadata.agency,
      role: event.metadata.role,
      data: event.dataText ?? JSON.stringify(data),
    };
  };
}
