import { categoryOf, type EventMetadata } from '@accord/shared/event-store';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Instant } from '@accord/shared/kernel';
import type { ProjectedEvent, Projection } from '@accord/shared/projections';
import { TablesInMemory, type RowsByTable } from './tables-in-memory';
import { recordedForm, type ClearEvent } from './sealed-for-tests';

/** An event in the clear with whatever of its envelope matters to the specification. */
export interface GivenEvent extends ClearEvent {
  readonly id?: string;
  /** Default: a stream of its category that is the same for all events of the specification. */
  readonly stream?: string;
  /** Default: the next of its stream. */
  readonly revision?: number;
  /** Default: one more than the event before, from 0. */
  readonly position?: number;
  /** Default: a minute after the event before, from 6 January 2025, 09:00 UTC. */
  readonly recordedAt?: Instant;
  readonly metadata?: Partial<EventMetadata>;
}

/** Who acted, where a specification does not say. */
export const someMetadata: EventMetadata = {
  actor: 'person-1',
  agency: '01940000-0000-7000-8000-0000000000a1',
  role: 'panel-chair',
  lawfulBasis: 'public-task',
  correlationId: 'correlation-1',
  causationId: 'causation-1',
  commandId: 'command-1',
};

/**
 * What a projection's tables hold after these events: `projected(timeline, catalogue).given(...)`.
 * Events pass the same gates as real ones; only the types that the projection handles reach it.
 * Rows are checked against the declared columns, come in key order, and have JSON columns parsed.
 */
export function projected(projection: Projection, catalogue: EventCatalogue) {
  return {
    given(...events: readonly GivenEvent[]): RowsByTable {
      const tables = new TablesInMemory(projection.tables);
      const revisions = new Map<string, number>();
      let position = -1;
      for (const event of events) {
        position = event.position ?? position + 1;
        const placed = place(catalogue, { ...event, position }, revisions);
        if (projection.handles !== 'all' && !projection.handles.includes(event.type)) continue;
        tables.apply(projection.project(placed));
      }
      return tables.rows();
    },
  };
}

type Positioned = GivenEvent & { readonly position: number };

function place(catalogue: EventCatalogue, event: Positioned, revisions: Map<string, number>): ProjectedEvent {
  const body = recordedForm(catalogue, event);
  const category = catalogue.definition(event.type)?.stream ?? '';
  const stream = event.stream ?? `${category}-01940000-0000-7000-8000-000000000001`;
  if (categoryOf(stream) !== category) throw new Error(`${event.type} belongs into a stream of category ${category}`);
  const revision = event.revision ?? (revisions.get(stream) ?? -1) + 1;
  revisions.set(stream, revision);
  return {
    id: event.id ?? `01940000-0000-7000-8000-${event.position.toString(16).padStart(12, '0')}`,
    stream,
    revision,
    position: event.position,
    recordedAt: event.recordedAt ?? new Date(Date.UTC(2025, 0, 6, 9, event.position)).toISOString(),
    metadata: { ...someMetadata, ...event.metadata },
    body,
  };
}
