import { defineRefusals } from '@accord/shared/kernel';

const authority = 'Terms of reference, authority';
const urgentProcedure = 'Terms of reference, urgent procedure';

/** Refusals about ratification, urgent decisions and corrections. Codes are stable for ever. */
export const ratificationRefusals = defineRefusals({
  'decision-unknown': { kind: 'unknown', title: 'There is no such decision' },
  'ratification-not-awaited': { kind: 'conflict', title: 'No ratification is awaited' },
  'ratification-not-of-agency': {
    kind: 'forbidden',
    title: 'The ratification of another agency is awaited',
    source: authority,
    kept: true,
  },
  'ratified-by-decider': { kind: 'forbidden', title: 'Somebody ratified what they had decided', source: authority, kept: true },
  'ratified-in-anothers-name': { kind: 'forbidden', title: "Somebody ratified in another person's name", source: authority, kept: true },
  'ratification-in-future': { kind: 'conflict', title: 'The ratification has not happened yet' },
  'ratification-before-decision': { kind: 'invalid', title: 'The ratification lies before the decision' },
  'effective-before-lines': { kind: 'invalid', title: 'The decision would have effect before its first line begins' },
  'effective-before-ratified': {
    kind: 'conflict',
    title: 'The decision would have effect earlier than another agency ratified it',
    source: authority,
    kept: true,
  },
  ...urgentDecisions(),
  ...corrections(),
});

/** Decisions between meetings, and what becomes of them. */
function urgentDecisions() {
  return defineRefusals({
    'urgent-procedure-missing': { kind: 'conflict', title: 'The panel has no urgent procedure', source: urgentProcedure, kept: true },
    'urgent-officer-not-named': {
      kind: 'forbidden',
      title: 'Somebody decided urgently who may not',
      source: urgentProcedure,
      kept: true,
    },
    'urgent-officer-repeated': { kind: 'conflict', title: 'One officer is named twice', source: urgentProcedure, kept: true },
    'urgent-officers-missing': { kind: 'conflict', title: 'Too few officers decided', source: urgentProcedure, kept: true },
    'urgent-by-another-agency': {
      kind: 'forbidden',
      title: 'An agency recorded an urgent decision in which none of its officers took part',
      source: urgentProcedure,
      kept: true,
    },
    'urgent-beyond-authority': {
      kind: 'conflict',
      title: 'Nobody had authority over what an urgent decision commits',
      source: authority,
      kept: true,
    },
    'urgent-has-effect': { kind: 'invalid', title: 'An urgent decision has effect already', source: urgentProcedure },
    'urgency-missing': { kind: 'invalid', title: 'An urgent decision says why it could not wait', source: urgentProcedure, kept: true },
    'urgent-in-future': { kind: 'conflict', title: 'The urgent decision has not been taken yet' },
    'urgent-not-approval': { kind: 'invalid', title: 'Only an approval is taken between meetings', source: urgentProcedure },
    'decision-not-urgent': { kind: 'conflict', title: 'The decision is not an urgent one' },
    'urgent-already-settled': { kind: 'conflict', title: 'The urgent decision is already ratified or has lapsed' },
    'urgent-lapsed': {
      kind: 'conflict',
      title: 'The urgent decision has lapsed',
      source: urgentProcedure,
      kept: true,
    },
    'urgent-not-yet-lapsed': { kind: 'conflict', title: 'The panel can still ratify the urgent decision', source: urgentProcedure },
  });
}

/** Corrections of the record of a decision. */
function corrections() {
  return defineRefusals({
    'correction-already-requested': { kind: 'conflict', title: 'The correction is already requested' },
    'correction-of-nothing': { kind: 'invalid', title: 'A correction says what should read otherwise' },
    'correction-reasons-missing': { kind: 'invalid', title: 'A correction says why' },
    'correction-of-other-matter': { kind: 'invalid', title: 'The outcome of the decision has no such part to correct' },
    'correction-unknown': { kind: 'unknown', title: 'No such correction was requested' },
    'correction-already-settled': { kind: 'conflict', title: 'The correction is already approved or refused' },
    'correction-of-older-reading': { kind: 'conflict', title: 'The decision reads otherwise since the correction was requested' },
    'correction-of-other-lines': {
      kind: 'conflict',
      title: 'A correction names each line of the decision and no other',
      source: authority,
      kept: true,
    },
    'correction-within-one-agency': {
      kind: 'forbidden',
      title: 'One agency alone corrected what agencies pay',
      source: authority,
      kept: true,
    },
    'correction-commits-more': {
      kind: 'conflict',
      title: 'A correction would commit more than was decided',
      source: authority,
      kept: true,
    },
    'corrected-by-requester': {
      kind: 'forbidden',
      title: 'Somebody approved their own correction',
      source: 'Accord design, section 2',
      kept: true,
    },
    'position-repeated': { kind: 'invalid', title: 'An agency has two positions' },
  });
}
