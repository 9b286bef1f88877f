import { defineRefusals } from '@accord/shared/kernel';

const source = 'Terms of reference';

/** Refusals about panels and their terms of reference. Codes are stable for ever. */
export const constitutionRefusals = defineRefusals({
  'panel-already-constituted': { kind: 'conflict', title: 'The panel is already constituted' },
  'panel-unknown': { kind: 'unknown', title: 'There is no such panel' },
  'agency-without-seat': { kind: 'forbidden', title: 'The agency has no seat on the panel', source, kept: true },
  'seat-repeated': { kind: 'invalid', title: 'A seat is named twice' },
  'seat-unknown': { kind: 'unknown', title: 'The panel has no such seat' },
  'seats-not-said': { kind: 'invalid', title: 'Seats are given, or come from a composition that was read' },
  'seats-too-many': { kind: 'invalid', title: 'A panel has fewer seats' },
  'quorum-cannot-be-met': { kind: 'invalid', title: 'No meeting of these seats could ever be quorate', source },
  'quorum-of-nobody': { kind: 'invalid', title: 'A quorum is of one voting member or more', source },
  'deputy-posts-missing': { kind: 'invalid', title: 'The posts that may deputise are not named', source },
  'deputy-posts-not-used': { kind: 'invalid', title: 'Posts are named as deputies that may not deputise', source },
  'chairs-missing': { kind: 'invalid', title: 'No seat may chair', source },
  'casting-vote-of-nobody': { kind: 'invalid', title: 'No seat that may chair has a vote', source },
  'decision-maker-missing': { kind: 'invalid', title: 'The decision-maker is not named', source },
  'decision-maker-not-used': { kind: 'invalid', title: 'A decision-maker is named where the panel decides', source },
  'decision-maker-without-vote': { kind: 'invalid', title: 'The decision-maker has no vote', source },
  'commitment-of-nothing': { kind: 'invalid', title: 'The panel could commit nothing', source },
  'commitment-category-repeated': { kind: 'invalid', title: 'A category that the panel may commit is named twice', source },
  'papers-notice-unfit': { kind: 'invalid', title: 'The notice for papers is no number of working days', source },
  'post-repeated': { kind: 'invalid', title: 'A post is named twice', source },
  'urgent-officers-too-few': { kind: 'invalid', title: 'Fewer officers are named than urgent decisions need', source },
  'urgent-never-ratified': { kind: 'invalid', title: 'Urgent decisions would never be ratified', source },
  'terms-not-after-those-before': { kind: 'conflict', title: 'New terms of reference begin after those before them', source },
  'terms-after-meeting': { kind: 'conflict', title: 'The panel met on the first day of new terms of reference, or later', source, kept: true },
  'terms-draft-unknown': { kind: 'unknown', title: 'There is no such reading of a composition' },
  'terms-draft-already-read': { kind: 'conflict', title: 'The same file was read before' },
  'terms-draft-empty': { kind: 'invalid', title: 'The composition has no rows' },
  'terms-draft-row-unreadable': { kind: 'invalid', title: 'A row of the composition names no role, or is too long' },
  'terms-question-unknown': { kind: 'unknown', title: 'Nothing of the kind was asked' },
  'terms-answer-unfit': { kind: 'invalid', title: 'The answer is no number of seats' },
  'terms-questions-open': { kind: 'conflict', title: 'The composition leaves questions open', source },
});
