import { catalogueOf } from '@accord/shared/event-contracts';
import type { RecordedEvent } from '@accord/shared/event-store';
import { defineProjection } from '@accord/shared/projections';
import { anEvent, LineAdded } from '@accord/shared/testing';
import { Folding } from './folding';

/** In a second version, that once had words and has a line now. */
const SecondLineAdded = { ...LineAdded, version: 2, upcasts: { 1: ({ words, ...data }: Record<string, unknown>) => ({ ...data, line: words }) } };

const notes = defineProjection<{ type: string; data: unknown }>({
  name: 'notes',
  version: 1,
  question: 'What was noted?',
  tables: { note: { columns: { position: 'integer', data: 'json', as_stored: 'text?' }, key: ['position'] } },
  handles: ['LineAdded'],
  project: ({ position, body, dataText }) => [
    { put: 'note', row: { position, data: JSON.stringify(body.data), as_stored: dataText ?? null } },
  ],
});

const recorded = (schemaVersion: number, data: Record<string, string>): RecordedEvent => ({
  ...anEvent({ type: 'LineAdded', schemaVersion, data }),
  ...{ stream: 'note-01940000-0000-7000-8000-000000000001', revision: 0, position: 5, recordedAt: '2025-10-07T08:00:00.000Z' },
  dataText: JSON.stringify(data),
});

describe('An event that is projected with its text at hand', () => {
  const folding = new Folding(notes, catalogueOf([SecondLineAdded]));

  it('brings the text along', () => {
    const text = '{"on":"2025-10-06","line":"Met at school"}';
    const { changes } = folding.foldOne(recorded(2, { on: '2025-10-06', line: 'Met at school' }));
    expect(changes).toEqual([{ put: 'note', row: { position: 5, data: text, as_stored: text } }]);
  });

  it('leaves the text behind once it was brought to a newer version, which reads otherwise', () => {
    const { changes } = folding.foldOne(recorded(1, { on: '2025-10-06', words: 'Met at school' }));
    const data = '{"on":"2025-10-06","line":"Met at school"}';
    expect(changes).toEqual([{ put: 'note', row: { position: 5, data, as_stored: null } }]);
  });
});
