import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about positions, votes and outcomes. Codes are stable for ever. */
export const outcomeRefusals = defineRefusals({
  'meeting-inquorate': {
    kind: 'conflict',
    title: 'The meeting is not quorate',
    source: 'Terms of reference, quorum',
    kept: true,
  },
  'decision-already-recorded': { kind: 'conflict', title: 'The decision is already recorded' },
  'decision-without-lines': { kind: 'invalid', title: 'An approval approves at least one package line' },
  'lines-without-approval': { kind: 'invalid', title: 'Only an approval carries package lines' },
  'line-repeated': { kind: 'invalid', title: 'A package line is named twice' },
  'weekly-rate-too-high': { kind: 'invalid', title: 'The weekly rate is higher than any week can cost' },
  'position-of-absent-agency': {
    kind: 'conflict',
    title: 'An agency without a voting member present took a position',
    source: 'Terms of reference',
    kept: true,
  },
  'position-repeated': { kind: 'invalid', title: 'An agency took two positions' },
  'positions-missing': { kind: 'invalid', title: 'An approval says which positions the agencies took', source: 'Terms of reference' },
  'no-consensus': {
    kind: 'conflict',
    title: 'The panel decides by consensus, and an agency opposes',
    source: 'Terms of reference, decision mode',
    kept: true,
  },
  'no-majority': {
    kind: 'conflict',
    title: 'No majority of the agencies supports the approval',
    source: 'Terms of reference, decision mode',
    kept: true,
  },
  'payer-does-not-support': {
    kind: 'conflict',
    title: 'An agency that would pay does not support the approval',
    source: 'Terms of reference, decision mode',
    kept: true,
  },
});
