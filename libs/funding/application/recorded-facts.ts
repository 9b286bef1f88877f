import { fundingFactEvents } from '@accord/funding/contracts';
import type { FundingFact, KeptFact } from '@accord/funding/domain';
import { UnreadableEvent, isOneOf } from '@accord/shared/event-contracts';
import type { AnyEventDefinition, EventCatalogue } from '@accord/shared/event-contracts';
import type { RecordedEvent } from '@accord/shared/event-store';
import type { StoredFactRow } from './stored-facts';

/** A fact as the record has it, with the text of its data where that is what the read model would keep. */
export interface RecordedFact extends KeptFact {
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string | undefined;
  /** The version that `data` is in. */
  readonly version: number | undefined;
}

/** What the read model should keep of an event. @throws UnreadableEvent, as every reader of the record does */
export function recordedFact(event: RecordedEvent, catalogue: EventCatalogue): RecordedFact {
  const { id, type, stream, revision, position, recordedAt, metadata } = event;
  const data = catalogue.read(event);
  const definition = catalogue.definition(type);
  const ofChild = data['childId'];
  return {
    ...{ about: ofChild === undefined ? 'agreement' : 'child', subject: String(ofChild ?? data['agreementId']) },
    ...{ position, event_id: id, type, stream, revision, recorded_at: recordedAt },
    ...{ actor: metadata.actor, agency: metadata.agency, role: metadata.role },
    effective_on: String(definition && data[definition.effective]),
    data,
    version: definition?.version,
    text: definition?.version === event.schemaVersion ? event.dataText : undefined,
  };
}

/** Whether the row is the record's to the letter: most are, and nothing more need be looked at. */
export const isKeptAs = (row: StoredFactRow, recorded: RecordedFact): boolean =>
  row.schema_version === recorded.version && row.data === recorded.text && columns.every((column) => row[column] === recorded[column]);

const columns = [
  ...(['about', 'subject', 'position', 'event_id', 'type', 'stream', 'revision'] as const),
  ...(['effective_on', 'recorded_at', 'actor', 'agency', 'role'] as const),
] as const satisfies readonly (keyof KeptFact)[];

/** A row as it reads: without data where nobody could read it. */
export function storedFact(row: StoredFactRow, { catalogue, definitions }: FactsRead): KeptFact {
  const isKnown = definitions.some(({ type }) => type === row.type);
  return { ...row, data: isKnown ? readRow(row, catalogue) : undefined };
}

/** Which events a read model keeps; a row of another has been put there by nobody who may. */
export interface FactsRead {
  readonly catalogue: EventCatalogue;
  readonly definitions: readonly AnyEventDefinition[];
}

function readRow({ type, schema_version: schemaVersion, data }: StoredFactRow, catalogue: EventCatalogue): Record<string, unknown> | undefined {
  try {
    const stored: unknown = JSON.parse(data);
    return typeof stored === 'object' && stored !== null ? catalogue.read({ type, schemaVersion, data: stored }) : undefined;
  } catch (error) {
    if (error instanceof UnreadableEvent || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * The fact as a funding picture takes it; none of a row that cannot be read. What is personal is left behind: money
 * never rests on it, and the sealed texts of a whole area would fill the memory.
 */
export function factOf(kept: KeptFact, catalogue: EventCatalogue): FundingFact | undefined {
  const { event_id: eventId, stream, revision, recorded_at: recordedAt, type, data } = kept;
  if (data === undefined) return undefined;
  const origin = { eventId, stream, revision, recordedAt };
  const body = { type, data: impersonal(data, catalogue.definition(type)?.personal ?? {}) };
  return isFundingFact(body) ? { origin, body } : undefined;
}

const isFundingFact = isOneOf(fundingFactEvents);

function impersonal(data: Readonly<Record<string, unknown>>, personal: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const left: Record<string, unknown> = { ...data };
  for (const field in personal) left[field] = undefined;
  return left;
}
