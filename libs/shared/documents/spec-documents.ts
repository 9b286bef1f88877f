import type { Instant } from '@accord/shared/kernel';
import type { Block, Table, WrittenDocument } from './document';

// The cast is the brand: an instant as the kernel writes it.
export const asOf = '2025-10-06T14:30:00.000Z' as Instant;
/** The same day, a minute later. */
// The cast is the brand, as above.
export const aMinuteLater = '2025-10-06T14:31:00.000Z' as Instant;

/** A short document of these blocks. */
export const documentOf = (...blocks: readonly Block[]): WrittenDocument => ({
  title: 'Minutes of the panel of 6 October 2025',
  language: 'en-GB',
  asOf,
  blocks,
});

export const costs: Table = {
  kind: 'table',
  caption: 'Cost of the placement for each week',
  columns: [{ head: 'Service' }, { head: 'Agency' }, { head: 'Amount', align: 'end' }],
  rows: [
    ['Residential care', 'Children\u2019s services', '£2,150.00'],
    ['Speech and language therapy', 'Integrated care board', '£310.50'],
    ['School place', 'Education', '£987.25'],
  ],
};

/** A family's decision letter with one of every kind of block. */
export const letter: WrittenDocument = {
  title: 'The panel\u2019s decision about Zoë Łukasz-Ştefan',
  language: 'en-GB',
  asOf,
  letterhead: ['Northshire County Council', 'County Hall, Bridge Street', 'Northtown NT1 1AA'],
  address: ['Łukasz Żółć', '12 Mill Lane', 'Northtown NT4 2BB'],
  marking: 'Official - sensitive',
  blocks: [
    { kind: 'paragraph', text: ['Dear ', 'Łukasz'].map((text) => ({ text })) },
    { kind: 'heading', level: 1, text: 'What we decided' },
    {
      kind: 'paragraph',
      text: [{ text: 'The panel ' }, { text: 'agreed', as: 'strong' }, { text: ' to fund the placement from ' }, { text: '3 November 2025', as: 'emphasis' }, { text: '.' }],
    },
    { kind: 'pairs', pairs: [{ label: 'Reference', value: 'P-2025-104' }, { label: 'Review', value: 'By 3 February 2026' }] },
    { kind: 'heading', level: 2, text: 'What happens next' },
    { kind: 'list', numbered: true, items: ['Your worker calls you within five working days.', 'You visit the school together.'] },
    { kind: 'list', numbered: false, items: ['You may ask for a review.', 'You may bring somebody with you.'] },
    costs,
    { kind: 'page-break' },
    { kind: 'paragraph', text: 'Please write to us if you disagree.\nWe answer within ten working days.' },
    { kind: 'signature', lines: ['Anne Example', 'Chair of the panel'] },
  ],
};

const SENTENCE =
  'The panel heard that the placement meets the needs in the plan, and that the school, the family and the integrated care board agree on the date. ';

/** Minutes of some ten pages: items with discussion, points and a table each. */
export const longMinutes: WrittenDocument = {
  ...documentOf(
    ...Array.from({ length: 14 }, (_, index): readonly Block[] => [
      { kind: 'heading', level: 1, text: `Item ${index + 1}: Zoë Żółć and the school at Mill Lane` },
      { kind: 'pairs', pairs: [{ label: 'Reference', value: `P-2025-${index + 100}` }, { label: 'Agreed', value: 'In part' }] },
      { kind: 'paragraph', text: SENTENCE.repeat(5) },
      { kind: 'paragraph', text: [{ text: 'Decision: ', as: 'strong' }, { text: SENTENCE.repeat(2) }] },
      { kind: 'list', numbered: true, items: [SENTENCE, SENTENCE.repeat(2), 'Review in three months.'] },
      costs,
    ]).flat(),
    { kind: 'signature', lines: ['Anne Example', 'Chair of the panel'] },
  ),
  marking: 'DRAFT',
};
