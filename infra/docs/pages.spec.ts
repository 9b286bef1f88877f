import { defineEvent, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { eventsPage } from './events-page';
import { problemsPage } from './problems-page';

const NoteWritten = defineEvent({
  type: 'NoteWritten',
  version: 1,
  stream: 'note',
  meaning: 'A note about a child was written.',
  data: z.strictObject({ childId: textField(36), words: textField(100), on: textField(10) }),
  personal: { words: 'clinical' },
  subject: 'childId',
  effective: 'on',
  sentence: () => 'A note was written.',
});

describe('The catalogue of events', () => {
  it('says of each event what it means, which fields are personal, and its line on the timeline', () => {
    const page = eventsPage([NoteWritten], () => 'A note was written.');
    expect(page).toContain('Version 1. A note about a child was written. True in the world from `on`.');
    expect(page).toContain('| `words` | text up to 100 characters | yes | clinical |');
    expect(page).toContain('Timeline: *A note was written.*');
  });

  it('admits that an event has no sample yet', () => {
    expect(eventsPage([NoteWritten], () => undefined)).toContain('no sample stored yet');
  });
});

describe('The catalogue of problems', () => {
  it('lists every code with its status, its title and the source of the rule', () => {
    const page = problemsPage(
      { note: { 'note-full': { kind: 'conflict', title: 'The note is full', source: 'Terms of reference', kept: true } } },
      { catalogue: { 'body-missing': { status: 422, title: 'The body is missing' } }, prefix: 'urn:test:', statusOf: () => 409 },
    );
    expect(page).toContain('| `note-full` | conflict | 409 | The note is full | Terms of reference | yes |');
    expect(page).toContain('| `body-missing` | 422 | The body is missing |');
  });
});
