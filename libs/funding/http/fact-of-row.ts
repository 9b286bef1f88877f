import type { FactOrigin } from '@accord/funding/domain';
import { eventReader } from '@accord/shared/event-contracts';
import type { AnyEventDefinition, EventCatalogue, Recorded } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';

/** An event that a projection keeps whole, and where it stands in the record. */
export interface FactOfRow<D extends AnyEventDefinition> {
  readonly origin: FactOrigin;
  readonly body: Recorded<D>;
}

/** Reads the rows of a projection that keeps these events whole. The function throws `UnreadableEvent`. */
export function factReader<const D extends AnyEventDefinition>(catalogue: EventCatalogue, definitions: readonly D[]): (row: EventRow) => FactOfRow<D> {
  const read = eventReader(catalogue, definitions);
  return ({ type, schema_version: schemaVersion, data, event_id: eventId, stream, revision, recorded_at: recordedAt }) => ({
    origin: { eventId, stream, revision, recordedAt },
    // The projection wrote this text from an object.
    body: read({ type, schemaVersion, data: JSON.parse(data) as object }),
  });
}
