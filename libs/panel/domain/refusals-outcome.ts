import { defineRefusals } from '@accord/shared/kernel';

const decisionMode = 'Terms of reference, decision mode';

/** Refusals about positions, votes and outcomes. Codes are stable for ever. */
export const outcomeRefusals = defineRefusals({
  'meeting-inquorate': {
    kind: 'conflict',
    title: 'The meeting is not quorate',
    source: 'Terms of reference, quorum',
    kept: true,
  },
  'meeting-not-sitting': { kind: 'conflict', title: 'The meeting was not sitting at that minute', kept: true },
  'said-out-of-order': { kind: 'conflict', title: 'Something was said or voted on the matter after that minute' },
  'decision-already-recorded': { kind: 'conflict', title: 'The decision is already recorded' },
  'matter-already-decided': { kind: 'conflict', title: 'The matter was already decided', kept: true },
  'not-urgently-decided': { kind: 'conflict', title: 'No urgent decision on the matter waits for the panel' },
  ...votes(),
  ...carrying(),
  ...outcomes(),
  ...lines(),
});

/** Who speaks and votes. */
function votes() {
  return defineRefusals({
    'position-of-absent-agency': {
      kind: 'conflict',
      title: 'An agency without a voting member present took a position',
      source: 'Terms of reference',
      kept: true,
    },
    'agency-has-spoken': {
      kind: 'conflict',
      title: 'The agency has taken its position through another of its members',
      source: 'Terms of reference',
      kept: true,
    },
    'vote-not-asked-for': { kind: 'conflict', title: 'This panel does not decide by votes', source: decisionMode },
    'vote-by-non-voter': { kind: 'forbidden', title: 'A seat without a vote voted', source: 'Terms of reference', kept: true },
    'vote-by-recused': {
      kind: 'forbidden',
      title: 'A member who had withdrawn from the matter voted',
      source: 'Terms of reference, conflicts of interest',
      kept: true,
    },
    'vote-by-absent': { kind: 'conflict', title: 'A member who was not in the room voted', source: 'Terms of reference', kept: true },
    'vote-already-cast': { kind: 'conflict', title: 'The member has already voted', source: 'Terms of reference', kept: true },
    'votes-missing': { kind: 'conflict', title: 'Not every voting member present has voted', source: decisionMode, kept: true },
    'votes-not-tied': { kind: 'conflict', title: 'A casting vote was given without a tie', source: decisionMode, kept: true },
    'casting-vote-missing': { kind: 'conflict', title: 'A tie needs a casting vote with its reasons', source: decisionMode, kept: true },
    'tie-of-nobody': { kind: 'conflict', title: 'Everybody abstained, so there is no tie to settle', source: decisionMode, kept: true },
    'casting-vote-already-given': { kind: 'conflict', title: 'The casting vote is already given', source: decisionMode, kept: true },
    'contribution-already-declined': { kind: 'conflict', title: 'The agency has already declined to contribute' },
  });
}

/** What it takes to carry an outcome. */
function carrying() {
  return defineRefusals({
    'positions-missing': { kind: 'conflict', title: 'Not every agency in the room has said where it stands', source: decisionMode, kept: true },
    'no-consensus': {
      kind: 'conflict',
      title: 'The panel decides by consensus, and there is none',
      source: decisionMode,
      kept: true,
    },
    'payer-does-not-support': {
      kind: 'conflict',
      title: 'An agency that would pay does not support the approval',
      source: decisionMode,
      kept: true,
    },
    'payer-declined-to-contribute': {
      kind: 'conflict',
      title: 'An agency that declined to contribute would pay',
      source: 'Terms of reference',
      kept: true,
    },
    'decision-maker-absent': {
      kind: 'conflict',
      title: 'The decision-maker is not in the room',
      source: decisionMode,
      kept: true,
    },
    'outcome-contradicts-votes': {
      kind: 'conflict',
      title: 'The outcome contradicts what was voted or said',
      source: decisionMode,
      kept: true,
    },
  });
}

/** What each outcome has to say. */
function outcomes() {
  return defineRefusals({
    'reasons-missing': {
      kind: 'invalid',
      title: 'A decision says what was decided, why, and on what evidence',
      source: 'Terms of reference, reasons',
      kept: true,
    },
    'principle-names-somebody': {
      kind: 'invalid',
      title: 'A principle holds a number or a date by which somebody could be known',
      source: 'Accord design, section 2',
    },
    'views-missing': {
      kind: 'conflict',
      title: "The child's or the family's views are neither recorded nor said to be out of reach",
      source: 'Children and Families Act 2014 s.19',
      kept: true,
    },
    'paper-superseded': { kind: 'conflict', title: 'A newer version of the paper had been circulated', kept: true },
    'conditions-missing': { kind: 'invalid', title: 'An approval with conditions names at least one', kept: true },
    'condition-without-owner': { kind: 'invalid', title: 'A condition has no owner', source: 'Terms of reference', kept: true },
    'condition-without-due-date': { kind: 'invalid', title: 'A condition has no due date', source: 'Terms of reference', kept: true },
    'condition-due-before-decision': { kind: 'invalid', title: 'A condition is due before it was made' },
    'not-of-this-outcome': { kind: 'invalid', title: 'Something is given that this outcome does not say' },
    'not-approved-missing': { kind: 'invalid', title: 'A part approval says what was not approved, and why', kept: true },
    'missing-information-unnamed': { kind: 'invalid', title: 'A deferral says what is missing', kept: true },
    'return-date-missing': { kind: 'invalid', title: 'A deferral says when the matter returns', kept: true },
    'return-before-meeting': { kind: 'invalid', title: 'A deferred matter returns after the meeting' },
    'referral-without-panel': { kind: 'invalid', title: 'A referral names the panel to which it goes' },
    'referred-to-itself': { kind: 'conflict', title: 'A panel refers a matter to another one' },
    'contribution-not-declined': { kind: 'conflict', title: 'No agency declined to contribute' },
  });
}

/** What an approval provides. */
function lines() {
  return defineRefusals({
    'decision-without-lines': { kind: 'invalid', title: 'An approval approves at least one package line' },
    'lines-without-approval': { kind: 'invalid', title: 'Only an approval carries package lines' },
    'line-repeated': { kind: 'invalid', title: 'A package line is named twice' },
    'line-not-in-effect': { kind: 'conflict', title: 'The earlier line is not in effect on that day', kept: true },
  });
}
