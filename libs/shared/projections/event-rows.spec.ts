import { catalogueOf } from '@accord/shared/event-contracts';
import { LineAdded, NoteOpened, projected, sealedForTests, someMetadata } from '@accord/shared/testing';
import { defineProjection, eventColumns, eventRows, type ProjectedEvent } from './index';

const note = 'note-01940000-0000-7000-8000-000000000001';
const data = { childId: 'child-1', on: '2025-10-06', name: sealedForTests('Robin') };
const opened: ProjectedEvent = {
  ...{ id: '01940000-0000-7000-8000-0000000000e1', stream: note, revision: 0, position: 41, recordedAt: '2025-10-07T08:00:00.000Z' },
  ...{ metadata: someMetadata, body: { type: 'NoteOpened', data } },
};

describe('A read model that keeps whole events', () => {
  it('keeps each with its place, its two times, who did it, and its data as it was stored', () => {
    expect(eventRows([NoteOpened, LineAdded])(opened)).toEqual({
      ...{ position: 41, event_id: opened.id, type: 'NoteOpened', schema_version: 1, stream: note, revision: 0 },
      ...{ effective_on: '2025-10-06', recorded_at: '2025-10-07T08:00:00.000Z' },
      ...{ actor: someMetadata.actor, agency: someMetadata.agency, role: someMetadata.role, data: JSON.stringify(data) },
    });
  });

  it('keeps the text of the data as it is stored, where it is at hand', () => {
    const dataText = JSON.stringify(data);
    const { body } = opened;
    const unlike = { ...opened, body: { ...body, data: { on: '2025-10-06', toJSON: () => 'made into text again' } } };
    expect(eventRows([NoteOpened])({ ...unlike, dataText })['data']).toBe(dataText);
    expect(eventRows([NoteOpened])({ ...opened, dataText })).toEqual(eventRows([NoteOpened])(opened));
  });

  it('writes every column that it declares, and no other', () => {
    expect(Object.keys(eventRows([NoteOpened])(opened)).sort()).toEqual(Object.keys(eventColumns).sort());
  });

  it('keeps an event that was brought to a newer version under the newer version, so that it is not brought there twice', () => {
    expect(eventRows([{ ...NoteOpened, version: 3 }])(opened)['schema_version']).toBe(3);
  });

  it('refuses an event that it handles and does not know: a slip in the projection', () => {
    expect(() => eventRows([LineAdded])(opened)).toThrow('A projection keeps NoteOpened without its definition.');
  });
});

describe('A projection', () => {
  const lines = defineProjection<{ type: 'LineAdded'; data: { line: string } }>({
    name: 'lines',
    version: 1,
    question: 'Which lines were added?',
    tables: { lines: { columns: { position: 'integer', line: 'text' }, key: ['position'] } },
    handles: ['LineAdded'],
    project: ({ position, body }) => [{ put: 'lines', row: { position, line: body.data.line } }],
  });

  it('is given the types that it handles, and knows their data', () => {
    const { given } = projected(lines, catalogueOf([NoteOpened, LineAdded]));
    const line = { type: 'LineAdded', data: { line: 'Met at school', on: '2025-10-06' } };
    expect(given({ type: 'NoteOpened', data: { childId: 'child-1', on: '2025-10-06', name: 'Robin' } }, line)).toEqual({
      lines: [{ position: 1, line: 'Met at school' }],
    });
  });
});
