import { catalogueOf } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';
import { projected } from './projection-specification';
import { note, noteDefinitions, type NewNoteEvent, type RecordedNoteEvent } from './sample-stream';
import { factAfter, specification } from './specification';

const childId = '01940000-0000-7000-8000-0000000000c1';
const opened: NewNoteEvent = { type: 'NoteOpened', data: { childId, on: '2025-10-06', name: 'Robin' } };
const lineAdded = (line: string): NewNoteEvent => ({ type: 'LineAdded', data: { line, on: '2025-10-07' } });
const addLine = (line: string) => ({ type: 'AddLine', line, on: '2025-10-07' }) as const;

describe('A specification of rules', () => {
  const spec = specification(note);

  it('holds where the rules decide what it says', () => {
    spec.when({ type: 'OpenNote', childId, on: '2025-10-06', name: 'Robin' }).then(opened);
    spec.given(opened).when(addLine('First')).then(lineAdded('First'));
    spec.given(opened, lineAdded('First')).when(addLine('First')).thenNothing();
    spec.given(opened, lineAdded('First')).when(addLine('Second'), { mostLines: 1 }).thenRefused('note-full', 'another');
  });

  it('fails where another event, a refusal or nothing is decided', () => {
    const first = spec.given(opened).when(addLine('First'));
    expect(() => first.then(lineAdded('Second'))).toThrow();
    expect(() => first.thenNothing()).toThrow();
    expect(() => first.thenRefused('note-full')).toThrow();
    const refused = spec.when(addLine('First'));
    expect(() => refused.then(lineAdded('First'))).toThrow();
    expect(() => refused.thenRefused('note-full')).toThrow();
    expect(() => refused.thenRefused('note-not-open', 'another sentence')).toThrow();
  });

  it('fails where an event given or expected is not what its contract says', () => {
    expect(() => spec.given(lineAdded('')).when(addLine('First'))).toThrow('malformed at line');
    expect(() => spec.given(opened).when(addLine('First')).then(lineAdded(''))).toThrow('malformed at line');
  });

  it('shows personal fields to the rules sealed only', () => {
    const seen: RecordedNoteEvent[] = [];
    const watching = {
      ...note,
      decider: {
        ...note.decider,
        evolve: (state: typeof note.decider.initial, event: RecordedNoteEvent) => {
          seen.push(event);
          return note.decider.evolve(state, event);
        },
      },
    };
    specification(watching).given(opened).when(addLine('First')).then(lineAdded('First'));
    expect(JSON.stringify(seen)).not.toContain('Robin');
    expect(seen[0]?.data).toMatchObject({ name: expect.stringMatching(/^sealed:test:/) });
  });

  it('gives another stream as a fact', () => {
    expect(factAfter(note, opened, lineAdded('First'))).toEqual({ state: { open: true, lines: ['First'] }, revision: 1 });
    expect(factAfter(note)).toEqual({ state: { open: false, lines: [] }, revision: undefined });
  });
});

describe('A specification of a projection', () => {
  const catalogue = catalogueOf(noteDefinitions);
  const table = { columns: { note: 'text', line: 'integer', text: 'text?', times: 'json' }, key: ['note', 'line'] } as const;
  const lines = defineProjection<RecordedNoteEvent>({
    name: 'note-lines',
    version: 1,
    question: 'Which lines has a note?',
    tables: { note_lines: table },
    handles: ['LineAdded'],
    project: ({ body, stream, revision, recordedAt }) =>
      body.type === 'LineAdded'
        ? [{ put: 'note_lines', row: { note: stream, line: revision, text: body.data.line, times: JSON.stringify([recordedAt]) } }]
        : [],
  });

  it('gives the rows of each table in key order, JSON read', () => {
    const rows = projected(lines, catalogue).given(opened, { ...lineAdded('Second'), revision: 10 }, { ...lineAdded('First'), revision: 9 });
    expect(rows).toEqual({
      note_lines: [
        expect.objectContaining({ line: 9, text: 'First', times: ['2025-01-06T09:02:00.000Z'] }),
        expect.objectContaining({ line: 10, text: 'Second', times: ['2025-01-06T09:01:00.000Z'] }),
      ],
    });
  });

  it('patches and removes rows by their key', () => {
    const key = (line: number) => ({ note: 'n', line });
    const changing = defineProjection<RecordedNoteEvent>({
      ...lines,
      handles: ['NoteOpened'],
      project: () => [
        { put: 'note_lines', row: { ...key(1), text: 'First', times: '[]' } },
        { put: 'note_lines', row: { ...key(2), text: 'Second', times: '[]' } },
        { patch: 'note_lines', key: key(1), set: { text: null } },
        { patch: 'note_lines', key: key(3), set: { text: 'Third' } },
        { remove: 'note_lines', key: key(2) },
      ],
    });
    expect(projected(changing, catalogue).given(opened)).toEqual({ note_lines: [{ ...key(1), text: null, times: [] }] });
  });

  it.each([
    ['a row without one of its columns', { put: 'note_lines', row: { note: 'n', line: 1, times: '[]' } }],
    ['a column that was not declared', { put: 'note_lines', row: { note: 'n', line: 1, text: 'x', times: '[]', more: 1 } }],
    ['a table that was not declared', { remove: 'other', key: { note: 'n', line: 1 } }],
    ['a text for a number', { put: 'note_lines', row: { note: 'n', line: '1', text: 'x', times: '[]' } }],
    ['no JSON', { put: 'note_lines', row: { note: 'n', line: 1, text: 'x', times: '[' } }],
    ['a part of a key', { remove: 'note_lines', key: { note: 'n' } }],
  ] as const)('fails on %s', (_what, change) => {
    const broken = defineProjection<RecordedNoteEvent>({ ...lines, handles: 'all', project: () => [change] });
    expect(() => projected(broken, catalogue).given(opened)).toThrow();
  });
});
