import type { MeetingClosed, MeetingOpened, MeetingScheduled } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';
import { agencyRows, agencyTables, ofAgencies } from './agency-rows';
import type { OfAgencies } from './agency-rows';
import { panelRows, panelTables } from './panel-rows';
import type { OfPanels } from './panel-rows';

type Listed =
  | OfAgencies
  | OfPanels
  | Recorded<typeof MeetingScheduled>
  | Recorded<typeof MeetingOpened>
  | Recorded<typeof MeetingClosed>;

/** The agencies, panels with their terms of reference, and meetings of the area. */
export const directory = defineProjection<Listed>({
  name: 'directory',
  version: 2,
  question: 'Which agencies, panels and meetings does this area have?',
  tables: {
    ...agencyTables,
    ...panelTables,
    meetings: {
      columns: { meeting_id: 'text', panel_id: 'text', held_on: 'text', status: 'text' },
      key: ['meeting_id'],
      indexes: [['panel_id', 'held_on']],
    },
  },
  handles: [...ofAgencies, 'PanelConstituted', 'TermsOfReferenceRevised', 'TermsOfReferenceRead', 'TermsQuestionAnswered', 'MeetingScheduled', 'MeetingOpened', 'MeetingClosed'],
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
        return [meetingRow(body.data, 'scheduled')];
      case 'MeetingOpened':
        return [meetingRow(body.data, 'open')];
      case 'MeetingClosed':
        return [meetingRow(body.data, 'closed')];
    }
  },
});

const meetingRow = (
  { meetingId: meeting_id, panelId: panel_id, on: held_on }: Recorded<typeof MeetingScheduled>['data'],
  status: 'scheduled' | 'open' | 'closed',
) => ({ put: 'meetings', row: { meeting_id, panel_id, held_on, status } });
