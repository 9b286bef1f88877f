import { ERASED } from '@accord/shared/commands';
import type { PersonalData } from '@accord/shared/commands';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventRow } from '@accord/shared/projections';

/** Whether personal fields are opened for the person who asks, or left out. */
export type Personal = 'opened' | 'withheld';

/** A stored event read back: as rules see it, with personal fields sealed. */
export interface RecordedEvent {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads whole events out of a read model's rows, and opens what is personal in them for those entitled. */
export class RecordedEvents {
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly personalData: PersonalData,
  ) {}

  /** The event, brought to its newest version; personal fields sealed. */
  sealed({ type, schema_version: schemaVersion, data }: EventRow): RecordedEvent {
    // The projection wrote this text from an object.
    const stored = JSON.parse(data) as object;
    return { type, data: this.catalogue.read({ type, schemaVersion, data: stored }) };
  }

  /** Its data for a person: personal fields in the clear, `null` where their key was destroyed, absent where withheld. */
  async details(row: EventRow, personal: Personal): Promise<Readonly<Record<string, unknown>>> {
    const { event_id: id, stream, type } = row;
    const definition = this.catalogue.definition(type);
    if (!definition) throw new Error(`${type} was read without a definition.`);
    const { data } = this.sealed(row);
    const opened = personal === 'opened' ? await this.personalData.open({ id, stream, definition, data }) : data;
    const shown = Object.entries(opened).filter(([field]) => personal === 'opened' || !(field in definition.personal));
    return Object.fromEntries(shown.map(([field, value]): [string, unknown] => [field, value === ERASED ? null : value]));
  }
}
