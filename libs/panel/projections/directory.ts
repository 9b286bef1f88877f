import { defineProjection } from '@accord/shared/projections';
import { agencyRows, agencyTables, ofAgencies } from './agency-rows';
import type { OfAgencies } from './agency-rows';
import { meetingRows, meetingTables, ofMeetings } from './meeting-rows';
import type { OfMeetings } from './meeting-rows';
import { panelRows, panelTables } from './panel-rows';
import type { OfPanels } from './panel-rows';

type Listed = OfAgencies | OfPanels | OfMeetings;

/** The agencies, panels with their terms of reference, and meetings of the area. */
export const directory = defineProjection<Listed>({
  name: 'directory',
  version: 3,
  question: 'Which agencies, panels and meetings does this area have?',
  tables: {
    ...agencyTables,
    ...panelTables,
    ...meetingTables,
  },
  handles: [...ofAgencies, 'PanelConstituted', 'TermsOfReferenceRevised', 'TermsOfReferenceRead', 'TermsQuestionAnswered', ...ofMeetings],
  project({ body, recordedAt: recorded_at }) {
    switch (body.type) {
      case 'AgencyRegistered':
      case 'AgencySucceeded':
      case 'AgencyClosed':
        return agencyRows(body, recorded_at);
      case 'PanelConstituted':
      case 'TermsOfReferenceRevised':
      case 'TermsOfReferenceRead':
      case 'TermsQuestionAnswered':
        return panelRows(body, recorded_at);
      case 'MeetingScheduled':
      case 'MeetingMoved':
      case 'MeetingCancelled':
      case 'MeetingOpened':
      case 'MeetingAdjourned':
      case 'MeetingResumed':
      case 'MeetingClosed':
        return meetingRows(body);
    }
  },
});
