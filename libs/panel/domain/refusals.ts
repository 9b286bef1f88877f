import { defineRefusals, refuser } from '@accord/shared/kernel';

/** Every refusal of the panel room. Codes are stable for ever. */
export const panelRefusals = defineRefusals({
  'agency-already-registered': { kind: 'conflict', title: 'The agency is already registered' },
  'agency-unknown': { kind: 'unknown', title: 'The agency is not registered in this area' },
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
  'meeting-already-scheduled': { kind: 'conflict', title: 'The meeting is already scheduled' },
  'meeting-before-panel': { kind: 'conflict', title: 'The meeting is planned for a day before the panel existed' },
  'meeting-unknown': { kind: 'unknown', title: 'There is no such meeting' },
  'meeting-not-held': {
    kind: 'conflict',
    title: 'The meeting was never held',
    source: 'Terms of reference',
    kept: true,
  },
  'meeting-in-future': { kind: 'conflict', title: 'The sitting has not happened yet', kept: true },
  'practitioner-repeated': {
    kind: 'conflict',
    title: 'One person fills two seats',
    source: 'Terms of reference, quorum',
    kept: true,
  },
  'meeting-already-opened': { kind: 'conflict', title: 'The meeting was already opened' },
  'meeting-not-open': { kind: 'conflict', title: 'The meeting is not open' },
  'meeting-not-on-that-day': { kind: 'invalid', title: 'The moment given does not lie on the day of the meeting' },
  'meeting-closed-before-opened': { kind: 'invalid', title: 'The meeting would close before it opened' },
  'meeting-inquorate': {
    kind: 'conflict',
    title: 'The meeting is not quorate',
    source: 'Terms of reference, quorum',
    kept: true,
  },
  'chair-not-present': { kind: 'conflict', title: 'The chair is not among those present', source: 'Terms of reference' },
  'chair-may-not-chair': {
    kind: 'conflict',
    title: 'An observer may not chair',
    source: 'Terms of reference',
    kept: true,
  },
  'decision-already-recorded': { kind: 'conflict', title: 'The decision is already recorded' },
  'child-unknown': { kind: 'unknown', title: 'There is no record of that child' },
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

export const refusePanel = refuser(panelRefusals);
