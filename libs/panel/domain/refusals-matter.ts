import { defineRefusals } from '@accord/shared/kernel';

const AGENDA = 'Terms of reference, agenda';
const PAPERS = 'Terms of reference, papers';

/** Refusals about matters, views and papers. Codes are stable for ever. */
export const matterRefusals = defineRefusals({
  'child-unknown': { kind: 'unknown', title: 'There is no record of that child' },
  'matter-unknown': { kind: 'unknown', title: 'There is no such matter' },
  'matter-already-raised': { kind: 'conflict', title: 'The matter is already raised' },
  'matter-before-panel': { kind: 'conflict', title: 'The matter is brought on a day before the panel existed' },
  'matter-date-in-future': { kind: 'conflict', title: 'What is recorded of the matter has not happened yet' },
  'matter-date-before-raised': { kind: 'conflict', title: 'The day lies before the matter was brought' },
  'matter-withdrawn': { kind: 'conflict', title: 'The matter was withdrawn' },
  'matter-of-another-agency': {
    kind: 'forbidden',
    title: 'Only the agency that brought a matter withdraws it',
    source: 'Terms of reference',
    kept: true,
  },
  'need-repeated': { kind: 'invalid', title: 'A need is named twice' },
  'paper-unknown': { kind: 'unknown', title: 'No such paper was circulated for the matter' },
  'paper-differs': {
    kind: 'conflict',
    title: 'A paper is not the one that was circulated',
    source: PAPERS,
    kept: true,
  },
  'paper-version-differs': {
    kind: 'conflict',
    title: 'A version of a paper was already circulated with other contents',
    source: PAPERS,
    kept: true,
  },
  'paper-version-skipped': { kind: 'conflict', title: 'A version of the paper is left out', source: PAPERS },
  'paper-hash-malformed': { kind: 'invalid', title: 'Not a SHA-256 hash' },
  'paper-circulated-in-future': { kind: 'conflict', title: 'The paper is not circulated yet', source: PAPERS },
  'paper-circulated-out-of-order': {
    kind: 'conflict',
    title: 'A later version was circulated before an earlier one',
    source: PAPERS,
  },
  'meeting-of-another-panel': {
    kind: 'conflict',
    title: 'The meeting is of another panel than the one asked to decide',
    source: AGENDA,
    kept: true,
  },
  'agenda-closed': { kind: 'conflict', title: 'The agenda can no longer change', source: AGENDA, kept: true },
  'agenda-place-malformed': { kind: 'invalid', title: 'Not a place on an agenda' },
  'agenda-time-malformed': { kind: 'invalid', title: 'Not a time of day' },
  'agenda-place-taken': { kind: 'conflict', title: 'Another matter has that place on the agenda', source: AGENDA },
  'matter-on-another-agenda': { kind: 'conflict', title: 'The matter is on the agenda of another meeting', source: AGENDA },
  'matter-not-on-agenda': { kind: 'conflict', title: 'The matter is not on the agenda of that meeting', source: AGENDA },
  'matter-taken-in-meeting': { kind: 'conflict', title: 'The meeting has already taken the matter', source: AGENDA },
});
