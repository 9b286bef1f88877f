import type { AgencyRegistered, MeetingClosed, MeetingOpened, MeetingScheduled, PanelConstituted } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';

type Listed =
  | Recorded<typeof AgencyRegistered>
  | Recorded<typeof PanelConstituted>
  | Recorded<typeof MeetingScheduled>
  | Recorded<typeof MeetingOpened>
  | Recorded<typeof MeetingClosed>;

/** The agencies, panels and meetings of the area. */
export const directory = defineProjection<Listed>({
  name: 'directory',
  version: 1,
  question: 'Which agencies, panels and meetings does this area have?',
  tables: {
    agencies: {
      columns: { agency_id: 'text', name: 'text', kind: 'text', code: 'text?', valid_from: 'text', recorded_at: 'text' },
      key: ['agency_id'],
    },
    panels: {
      columns: { panel_id: 'text', name: 'text', kind: 'text', valid_from: 'text', terms: 'json', recorded_at: 'text' },
      key: ['panel_id'],
    },
    meetings: {
      columns: { meeting_id: 'text', panel_id: 'text', held_on: 'text', status: 'text' },
      key: ['meeting_id'],
      indexes: [['panel_id', 'held_on']],
    },
  },
  handles: ['AgencyRegistered', 'PanelConstituted', 'MeetingScheduled', 'MeetingOpened', 'MeetingClosed'],
  project({ body, recordedAt: recorded_at }) {
    switch (body.type) {
      case 'AgencyRegistered': {
        const { agencyId: agency_id, name, kind, code, validFrom: valid_from } = body.data;
        return [{ put: 'agencies', row: { agency_id, name, kind, code: code ?? null, valid_from, recorded_at } }];
      }
      case 'PanelConstituted': {
        const { panelId: panel_id, name, kind, from: valid_from, termsOfReference } = body.data;
        const terms = JSON.stringify(termsOfReference);
        return [{ put: 'panels', row: { panel_id, name, kind, valid_from, terms, recorded_at } }];
      }
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
