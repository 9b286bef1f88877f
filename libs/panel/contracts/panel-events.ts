import { defineEvent, idOf, londonDateField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { panelKinds, seatStandings } from './terms';
import { termsFromVersion1, termsOfReference } from './terms-of-reference';

export const PanelConstituted = defineEvent({
  type: 'PanelConstituted',
  version: 2,
  stream: 'panel',
  meaning: 'A multi-agency panel was constituted under its terms of reference.',
  data: z.strictObject({
    panelId: idOf('panel'),
    name: textField(200),
    kind: z.enum(panelKinds),
    from: londonDateField(),
    termsOfReference,
    /** The reading of a printed composition from which the seats come, where there is one. */
    draftId: idOf('terms-draft').nullable(),
  }),
  effective: 'from',
  sentence: ({ name }) => `${name} was constituted.`,
  upcasts: {
    1: (data) => ({
      ...data,
      // Version 1 always held terms of reference.
      termsOfReference: termsFromVersion1(data['termsOfReference'] as Record<string, unknown>),
      draftId: null,
    }),
  },
});

export const TermsOfReferenceRevised = defineEvent({
  type: 'TermsOfReferenceRevised',
  version: 1,
  stream: 'panel',
  meaning: 'A panel took new terms of reference from a day; meetings before that day keep the older ones.',
  data: z.strictObject({
    panelId: idOf('panel'),
    /** Counts from 1, the version under which the panel was constituted. */
    version: z.int().min(2),
    from: londonDateField(),
    termsOfReference,
    because: textField(1000),
  }),
  effective: 'from',
  sentence: ({ panelId, version, from }, words) =>
    `Version ${version} of the terms of reference of ${words.panel(panelId)} holds from ${words.date(from)}.`,
});

const questionKinds = ['seat-count', 'seat-standing', 'seat-agency'] as const;
/** What a person must say where a printed composition does not. */
export type TermsQuestionKind = (typeof questionKinds)[number];

export const TermsOfReferenceRead = defineEvent({
  type: 'TermsOfReferenceRead',
  version: 1,
  stream: 'terms-draft',
  meaning: 'A printed composition of a panel was read, as it is printed; what it does not say was asked.',
  data: z.strictObject({
    draftId: idOf('terms-draft'),
    on: londonDateField(),
    title: textField(200),
    /** SHA-256 of the file that was read, hexadecimal. */
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    notes: z.array(textField(1000)),
    /** Each row with its number in the file and its cells as printed. */
    rows: z
      .array(z.strictObject({ row: z.int().min(1), role: textField(200), number: z.string().max(200), voting: z.string().max(200) }))
      .min(1),
    questions: z.array(
      z.strictObject({ row: z.int().min(1), about: z.enum(questionKinds), asks: textField(500) }),
    ),
  }),
  effective: 'on',
  sentence: ({ title, questions }) =>
    `The composition “${title}” was read; ${questions.length === 1 ? '1 question is' : `${questions.length} questions are`} open.`,
});

export const TermsQuestionAnswered = defineEvent({
  type: 'TermsQuestionAnswered',
  version: 1,
  stream: 'terms-draft',
  meaning: 'A person said what a printed composition does not.',
  data: z.strictObject({
    draftId: idOf('terms-draft'),
    on: londonDateField(),
    row: z.int().min(1),
    answer: z.discriminatedUnion('about', [
      z.strictObject({ about: z.literal('seat-count'), count: z.int().min(0) }),
      z.strictObject({ about: z.literal('seat-standing'), standing: z.enum(seatStandings) }),
      z.strictObject({ about: z.literal('seat-agency'), agencyId: idOf('agency') }),
    ]),
    because: textField(500),
  }),
  effective: 'on',
  sentence: ({ row }) => `What row ${row} of the printed composition leaves open was answered.`,
});
