import { UnreadableEvent, type EventCatalogue } from '@accord/shared/event-contracts';
import type { EventFilter, RecordedEvent } from '@accord/shared/event-store';
import type { Projection, RowChange } from '@accord/shared/projections';
import type { ParkedRow } from './generation-writer';
import { RowChecks } from './row-checks';
import type { ParkedReason } from './runner-types';
import { layoutsOf } from './table-layout';

/** Where an event is and what it is called; its data are let go as soon as it is projected. */
export type EventAddress = Pick<RecordedEvent, 'id' | 'type' | 'schemaVersion' | 'stream' | 'revision' | 'position'>;

/** An event and what came of it: changes, or the reason why it is parked. */
export interface FoldedEvent {
  readonly event: EventAddress;
  readonly changes: readonly RowChange[];
  readonly reason?: ParkedReason;
}

/** Reads events through the catalogue and projects them. The same events always give the same changes. */
export class Folding {
  readonly filter: EventFilter | undefined;
  private readonly handled: ReadonlySet<string> | undefined;
  private readonly checks: RowChecks;

  constructor(readonly projection: Projection, private readonly catalogue: EventCatalogue) {
    const { handles } = projection;
    this.handled = handles === 'all' ? undefined : new Set(handles);
    this.filter = handles === 'all' ? undefined : { types: handles };
    this.checks = new RowChecks(layoutsOf(projection));
  }

  /** Leaves out the events that the projection does not handle. */
  fold(events: readonly RecordedEvent[]): FoldedEvent[] {
    const folded: FoldedEvent[] = [];
    for (const event of events) {
      if (!this.handled || this.handled.has(event.type)) folded.push(this.foldOne(event));
    }
    return folded;
  }

  foldOne(event: RecordedEvent): FoldedEvent {
    let reason: ParkedReason = 'malformed';
    try {
      const data = this.catalogue.read(event);
      reason = 'projection-failed';
      const { id, type, stream, revision, position, recordedAt, metadata } = event;
      const body = { type, data };
      // What was brought to a newer version reads otherwise than it is stored.
      const dataText = this.catalogue.definition(type)?.version === event.schemaVersion ? event.dataText : undefined;
      const changes = this.projection.project({ id, stream, revision, position, recordedAt, metadata, body, dataText });
      reason = 'row-refused';
      for (const change of changes) this.checks.check(change);
      return { event: addressOf(event), changes };
    } catch (error) {
      return parked(event, error instanceof UnreadableEvent ? error.reason : reason);
    }
  }
}

export const parked = (event: EventAddress, reason: ParkedReason): FoldedEvent => ({
  event: addressOf(event),
  changes: [],
  reason,
});

const addressOf = ({ id, type, schemaVersion, stream, revision, position }: EventAddress): EventAddress => ({ id, type, schemaVersion, stream, revision, position });

/** What is kept of a parked event: where it is and why, never what it says. */
export function parkedRows(folded: readonly FoldedEvent[]): readonly ParkedRow[] {
  const rows: ParkedRow[] = [];
  for (const { event, reason } of folded) {
    if (!reason) continue;
    rows.push({
      position: event.position,
      event_id: event.id,
      stream: event.stream,
      revision: event.revision,
      type: event.type,
      schema_version: event.schemaVersion,
      reason,
      parked_at: new Date().toISOString(),
    });
  }
  return rows;
}
