import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about panels and their terms of reference. Codes are stable for ever. */
export const constitutionRefusals = defineRefusals({
  'panel-already-constituted': { kind: 'conflict', title: 'The panel is already constituted' },
  'panel-unknown': { kind: 'unknown', title: 'There is no such panel' },
  'agency-without-seat': {
    kind: 'forbidden',
    title: 'The agency has no seat on the panel',
    source: 'Terms of reference',
    kept: true,
  },
  'seat-repeated': { kind: 'invalid', title: 'A seat is named twice' },
  'seat-unknown': { kind: 'unknown', title: 'The panel has no such seat' },
  'quorum-cannot-be-met': {
    kind: 'invalid',
    title: 'No meeting of these seats could ever be quorate',
    source: 'Terms of reference',
  },
  'quorum-of-nobody': {
    kind: 'invalid',
    title: 'A quorum is of one voting member or more',
    source: 'Terms of reference',
  },
});
