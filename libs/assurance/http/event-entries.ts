import { ERASED } from '@accord/shared/commands';
import type { PersonalData } from '@accord/shared/commands';
import type { EventCatalogue, Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { EventEntry, EventRow } from '@accord/shared/projections';
import type { LineNames } from './line-names';

/** Turns stored rows into entries: validates, opens what is personal, finds the words. */
export class EventEntries {
  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly personalData: PersonalData,
    private readonly vocabulary: Vocabulary,
    private readonly lines: LineNames,
  ) {}

  async entries(rows: readonly EventRow[], personal: 'opened' | 'withheld' = 'opened'): Promise<readonly EventEntry[]> {
    const [names, lines] = await Promise.all([this.vocabulary.words(), this.lines.of(rows)]);
    const words: Words = { ...names, line: (id) => lines.get(id) ?? names.line(id) };
    return Promise.all(rows.map((row) => this.entry(row, words, personal)));
  }

  private async entry(row: EventRow, words: Words, personal: 'opened' | 'withheld'): Promise<EventEntry> {
    const { type, schema_version: schemaVersion, event_id: id, stream } = row;
    // The projection wrote this text from an object.
    const data = this.catalogue.read({ type, schemaVersion, data: JSON.parse(row.data) as object });
    const definition = this.catalogue.definition(type);
    if (!definition) throw new Error(`${type} was read without a definition.`);
    // What is withheld stays sealed for the sentence, and is left out of the details.
    const opened = personal === 'opened' ? await this.personalData.open({ id, stream, definition, data }) : data;
    const details = Object.entries(opened)
      .filter(([field]) => personal === 'opened' || !(field in definition.personal))
      .map(([field, value]): [string, unknown] => [field, value === ERASED ? null : value]);
    return {
      position: row.position,
      eventId: id,
      type,
      stream,
      revision: row.revision,
      effectiveOn: row.effective_on,
      recordedAt: row.recorded_at,
      // The catalogue validated the data for this very definition; personal fields are opened, which is what
      // `words.personal` takes.
      says: definition.sentence(opened as never, words),
      by: { actor: row.actor, agencyId: row.agency, agency: words.agency(row.agency), role: row.role },
      details: Object.fromEntries(details),
    };
  }
}
