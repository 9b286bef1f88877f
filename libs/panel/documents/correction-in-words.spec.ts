import type { DecisionCorrectionRequested, DecisionRecorded } from '@accord/panel/contracts';
import { readingsTable } from './correction-in-words';
import type { Corrected } from './correction-in-words';
import type { Names } from './names';
import type { Opened } from './told';

const correctionId = '01940000-0000-7000-8000-000000000980';
// The casts: of a decision and a request only what the table reads is given.
const recorded = { principle: 'Nights are nursed.', notApproved: 'Days', withoutPrejudice: false, urgency: undefined } as unknown as Opened<typeof DecisionRecorded>;
const rowsOf = (asked: object): unknown => {
  const requests = [{ correctionId, ...asked } as unknown as Opened<typeof DecisionCorrectionRequested>];
  const corrected: Corrected = { recorded, requests, earlier: [], correctionId, caption: 'Both readings' };
  // Names are read for agencies alone, and nothing here names one.
  return readingsTable(corrected, {} as Names)?.rows;
};

describe('Both readings of what a correction changed', () => {
  it.each<[string, object, readonly string[]]>([
    ['the principle', { principle: 'Nights are awake.' }, ['What could guide a later decision', 'Nights are nursed.', 'Nights are awake.']],
    ['what was not approved', { notApproved: 'Days and evenings' }, ['What was not approved, and why', 'Days', 'Days and evenings']],
    ['what was missing', { missing: 'The costs' }, ['What was missing', 'Nothing', 'The costs']],
    ['the urgency', { urgency: 'Discharge' }, ['Why it could not wait', 'Nothing', 'Discharge']],
    [
      'that it is without prejudice',
      { withoutPrejudice: true },
      ['Whether it is without prejudice', 'It is not without prejudice.', 'It is without prejudice: neither a precedent nor an admission.'],
    ],
  ])('say %s', (_what, asked, row) => expect(rowsOf(asked)).toEqual([row]));

  it('are not given where none of it may be read', () => expect(rowsOf({ because: 'A slip' })).toBeUndefined());
});
