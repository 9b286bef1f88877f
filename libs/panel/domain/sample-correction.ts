import type { DecisionCorrected, DecisionCorrectionRefused, DecisionCorrectionRequested } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { correctionDecider } from './correction';
import type { CorrectionCommand, CorrectionFacts, RequestCorrection } from './correction';
import { rulesOf } from './sample-decided';
import { panelWith } from './sample-outcome';
import { agreedLine, childId, day, decisionId, health, lineId, numbered, percentages, proposedLine, registered, socialCare } from './sample-panel';

// A correction of the split of the sample's decision, for the specs of this folder; not exported by its index.

export const decision = specification(rulesOf(correctionDecider));
const correctionId = numbered<'correction'>(980);
export const facts = (actor: string, changes: Partial<CorrectionFacts> = {}): CorrectionFacts => ({
  ...{ today: day('2025-10-06'), panel: panelWith(), registered, ofChild: [], actingAgency: health, actor },
  ...changes,
});
export const byMinuteTaker = facts('the minute taker');
export const byChair = facts('the chair', { actingAgency: socialCare, today: day('2025-10-07') });

/** The split was written down the wrong way round. */
export const otherWay = proposedLine({ split: percentages(30, 70) });
export const request = (changes: Partial<RequestCorrection> = {}): RequestCorrection => ({
  ...{ type: 'RequestCorrection', correctionId, because: 'The shares were swapped', lines: [otherWay] },
  ...changes,
});
export const approve: CorrectionCommand = { type: 'ApproveCorrection', correctionId };
export const refuse: CorrectionCommand = { type: 'RefuseCorrection', correctionId, because: 'It was agreed so' };

const about = { decisionId, childId, correctionId };
export const lines = [agreedLine({ split: percentages(30, 70) })];
const corrects = numbered<'reading'>(700);
export const asked = { ...about, on: day('2025-10-06'), corrects, requestedBy: 'the minute taker', agencyId: health };
export const requested = (changes: Partial<New<typeof DecisionCorrectionRequested>['data']> = {}): New<typeof DecisionCorrectionRequested> => ({
  type: 'DecisionCorrectionRequested',
  data: {
    ...{ ...asked, because: 'The shares were swapped', lines, provisions: [{ lineId, words: 'Waking nights and morning care', outcomes: [] }] },
    ...changes,
  },
});
export const approved = { ...asked, on: day('2025-10-07'), approvedBy: 'the chair', agencyId: socialCare };
export const corrected = (changes: Partial<New<typeof DecisionCorrected>['data']> = {}): New<typeof DecisionCorrected> => ({
  type: 'DecisionCorrected',
  data: { ...approved, lines, ...changes },
});
export const notCorrected: New<typeof DecisionCorrectionRefused> = {
  type: 'DecisionCorrectionRefused',
  data: { ...about, on: day('2025-10-07'), agencyId: socialCare, because: 'It was agreed so' },
};
