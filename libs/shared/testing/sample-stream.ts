import type { StreamType } from '@accord/shared/commands';
import { defineEvent, textField, type New, type Recorded } from '@accord/shared/event-contracts';
import { accept, defineRefusals, refuser, type Decision } from '@accord/shared/kernel';
import { z } from 'zod';

/*
 * A small kind of stream for the specifications of shared code: a note about a child that is opened
 * once, has lines added while there is room, and is closed.
 */

const day = z.string();

export const NoteOpened = defineEvent({
  type: 'NoteOpened',
  version: 1,
  stream: 'note',
  meaning: 'A note about a child was opened.',
  data: z.strictObject({ childId: z.string(), on: day, name: textField(), phone: textField().optional() }),
  personal: { name: 'identity', phone: 'third-party' },
  subject: 'childId',
  effective: 'on',
  sentence: (data, words) => `A note about ${words.personal(data.name)} was opened`,
});

export const LineAdded = defineEvent({
  type: 'LineAdded',
  version: 1,
  stream: 'note',
  meaning: 'A line was added to a note.',
  data: z.strictObject({ line: textField(), on: day }),
  effective: 'on',
  sentence: (data) => `A line was added: ${data.line}`,
});

/** A kept refusal of a note, as `assurance/contracts` declares the real one. */
export const AttemptKept = defineEvent({
  type: 'AttemptKept',
  version: 1,
  stream: 'refused-attempt',
  meaning: 'An attempt at a note was refused.',
  data: z.strictObject({ refusal: textField(), target: textField(), on: day }),
  effective: 'on',
  sentence: ({ refusal }) => `An attempt was refused: ${refusal}`,
});

export const noteDefinitions = [NoteOpened, LineAdded];
export type NewNoteEvent = New<typeof NoteOpened> | New<typeof LineAdded>;
export type RecordedNoteEvent = Recorded<typeof NoteOpened> | Recorded<typeof LineAdded>;

export type NoteCommand =
  | { readonly type: 'OpenNote'; readonly childId: string; readonly name: string; readonly on: string }
  | { readonly type: 'AddLine'; readonly line: string; readonly on: string };

export interface Note {
  readonly open: boolean;
  readonly lines: readonly string[];
}

/** Most lines of a note where the facts do not say. */
export const MOST_LINES = 1_000;
export interface NoteFacts {
  readonly mostLines: number;
}

export const noteRefusals = defineRefusals({
  'note-not-open': { kind: 'unknown', title: 'There is no such note' },
  'note-already-open': { kind: 'conflict', title: 'The note is open already' },
  'note-full': { kind: 'conflict', title: 'The note is full', source: 'Terms of reference', kept: true },
});
const refuse = refuser(noteRefusals);

export const note: StreamType<NoteCommand, Note, NewNoteEvent, RecordedNoteEvent, NoteFacts | undefined> = {
  category: 'note',
  definitions: noteDefinitions,
  decider: { initial: { open: false, lines: [] }, evolve, decide },
};

function evolve(state: Note, event: RecordedNoteEvent): Note {
  switch (event.type) {
    case 'NoteOpened':
      return { ...state, open: true };
    case 'LineAdded':
      return { ...state, lines: [...state.lines, event.data.line] };
  }
}

/** Adding the line that is already the last one changes nothing. */
function decide(command: NoteCommand, state: Note, facts: NoteFacts | undefined): Decision<NewNoteEvent> {
  if (command.type === 'OpenNote') {
    const { type: _, ...data } = command;
    return state.open ? refuse('note-already-open', 'Add a line to it instead.') : accept({ type: 'NoteOpened', data });
  }
  if (!state.open) return refuse('note-not-open', 'Open the note first.');
  const { line, on } = command;
  if (state.lines.at(-1) === line) return accept();
  if (state.lines.length >= (facts?.mostLines ?? MOST_LINES)) return refuse('note-full', 'Open another note.');
  return accept({ type: 'LineAdded', data: { line, on } });
}
