import type { MatterPutOnAgenda, MatterRaised, MatterTakenOffAgenda, MatterWithdrawn, PaperCirculated, RequestedLine, ViewsNotObtained, ViewsRecorded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { RaiseMatter } from './matter';
import type { CirculatePaper } from './matter-record';
import type { ProposedRequest } from './package-line';
import { agreedLine, childId, day, health, matterId, meetingId, moment, numbered, panelId, proposedLine } from './sample-panel';

// A matter about a child who is cared for at night, for the specs of this folder; not exported by its index.

const today = day('2025-10-06');
const ofMatter = { matterId, childId };

/** Personal care at night, whose split is left to the panel. */
export const askedLine = (changes: Partial<ProposedRequest> = {}): ProposedRequest => ({ ...proposedLine(), split: null, ...changes });
export const requestedLine = (changes: Partial<RequestedLine> = {}): RequestedLine => ({ ...agreedLine(), split: null, ...changes });

/** Health asks on 8 September 2025; recorded on 6 October. */
export const raiseMatter = (changes: Partial<RaiseMatter> = {}): RaiseMatter => ({
  type: 'RaiseMatter',
  ...{ matterId, childId, panelId, kind: 'new-package', on: '2025-09-08', needs: ['breathing', 'seizures'] },
  ...{ asks: 'Waking nights', outcomesWanted: ['Sleeps through the night'], lines: [askedLine()], today },
  ...changes,
});
export const matterRaised = (changes: Partial<New<typeof MatterRaised>['data']> = {}): New<typeof MatterRaised> => ({
  type: 'MatterRaised',
  data: {
    ...{ ...ofMatter, panelId, agencyId: health, kind: 'new-package', on: day('2025-09-08'), needs: ['breathing', 'seizures'] },
    ...{ asks: 'Waking nights', outcomesWanted: ['Sleeps through the night'], lines: [requestedLine()] },
    provisions: [{ lineId: proposedLine().lineId, words: 'Waking nights and morning care', outcomes: [] }],
    ...changes,
  },
});

export const childsViews: New<typeof ViewsRecorded> = {
  type: 'ViewsRecorded',
  data: { ...ofMatter, on: day('2025-09-10'), of: 'child', how: 'through-an-advocate', views: 'Wants to sleep at home' },
};
export const familysViewsNotObtained: New<typeof ViewsNotObtained> = {
  type: 'ViewsNotObtained',
  data: { ...ofMatter, on: day('2025-09-11'), of: 'family', because: 'Three letters were not answered' },
};

export const paperId = numbered<'paper'>(950);
export const hash = (digit: string): string => digit.repeat(64);
/** The nursing assessment, version 1, circulated on Wednesday 24 September 2025 at noon. */
export const circulatePaper = (changes: Partial<CirculatePaper> = {}): CirculatePaper => ({
  type: 'CirculatePaper',
  ...{ paperId, version: 1, kind: 'assessment', title: 'Nursing assessment', sha256: hash('a'), bytes: 20_480 },
  ...{ circulatedAt: '2025-09-24T12:00:00.000Z', now: '2025-10-06T09:00:00.000Z' },
  ...changes,
});
export const paperCirculated = (changes: Partial<New<typeof PaperCirculated>['data']> = {}): New<typeof PaperCirculated> => ({
  type: 'PaperCirculated',
  data: {
    ...{ ...ofMatter, on: day('2025-09-24'), paperId, version: 1, kind: 'assessment', title: 'Nursing assessment' },
    ...{ sha256: hash('a'), bytes: 20_480, circulatedAt: moment('2025-09-24T12:00:00.000Z') },
    ...changes,
  },
});

/** Item 1 of the meeting of 1 October 2025, at half past ten. */
export const putOnAgenda = (changes: Partial<New<typeof MatterPutOnAgenda>['data']> = {}): New<typeof MatterPutOnAgenda> => ({
  type: 'MatterPutOnAgenda',
  data: { ...ofMatter, on: day('2025-09-15'), meetingId, panelId, place: 1, startsAt: '10:30', ...changes },
});
export const takenOffAgenda: New<typeof MatterTakenOffAgenda> = {
  type: 'MatterTakenOffAgenda',
  data: { ...ofMatter, on: day('2025-09-16'), meetingId, panelId, because: 'Another assessment is needed' },
};
export const matterWithdrawn: New<typeof MatterWithdrawn> = {
  type: 'MatterWithdrawn',
  data: { ...ofMatter, on: day('2025-09-20'), agencyId: health, because: 'The family moves away' },
};
