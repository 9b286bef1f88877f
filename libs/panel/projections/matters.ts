import { ChildRecordOpened } from '@accord/child/contracts';
import { DecisionRecorded, PanelConstituted, TermsOfReferenceRevised, matterEvents, meetingEvents } from '@accord/panel/contracts';
import type { TermsOfReference } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { ProjectedEvent, RowChange } from '@accord/shared/projections';

const ofMatters = [...matterEvents, DecisionRecorded];
const others = [ChildRecordOpened, PanelConstituted, TermsOfReferenceRevised];
const definitions = [...ofMatters, ...meetingEvents, ...others];
const row = eventRows(definitions);

/**
 * Whole events of matters and of the meetings that take them, so that a matter and an agenda can be read as they
 * were known at any moment; and what an agenda names besides: children, and the notice that papers need.
 */
export const matters = defineProjection<Recorded<(typeof definitions)[number]>>({
  name: 'matters',
  version: 2,
  question: 'What is asked of a panel, on which papers and with whose views heard, and what is on the agenda of a meeting?',
  tables: {
    /** What happened to a matter, and what was decided on it. */
    matter_events: { columns: { ...eventColumns, matter_id: 'text' }, key: ['position'], indexes: [['matter_id', 'position']] },
    meeting_events: { columns: { ...eventColumns, meeting_id: 'text' }, key: ['position'], indexes: [['meeting_id', 'position']] },
    /** Which matters were ever on the agenda of a meeting. */
    agenda_matters: { columns: { meeting_id: 'text', matter_id: 'text' }, key: ['meeting_id', 'matter_id'] },
    matter_children: { columns: { ...eventColumns, child_id: 'text' }, key: ['child_id'] },
    paper_notices: {
      columns: { panel_id: 'text', version: 'integer', valid_from: 'text', working_days: 'integer', recorded_at: 'text' },
      key: ['panel_id', 'version'],
    },
  },
  handles: definitions.map(({ type }) => type),
  project(event) {
    const { body } = event;
    switch (body.type) {
      case 'MatterRaised':
      case 'ViewsRecorded':
      case 'ViewsNotObtained':
      case 'PaperCirculated':
      case 'MatterTakenOffAgenda':
      case 'MatterWithdrawn':
        return [matterRow(event, body.data.matterId)];
      case 'MatterPutOnAgenda': {
        const { matterId: matter_id, meetingId: meeting_id } = body.data;
        return [matterRow(event, matter_id), { put: 'agenda_matters', row: { meeting_id, matter_id } }];
      }
      case 'DecisionRecorded': {
        // Decisions recorded before matters were belong to none.
        const { matterId } = body.data;
        return matterId === null ? [] : [matterRow(event, matterId)];
      }
      case 'ChildRecordOpened':
      case 'PanelConstituted':
      case 'TermsOfReferenceRevised':
        return [besides(event, body)];
      case 'MeetingScheduled':
      case 'MeetingMoved':
      case 'MeetingCancelled':
      case 'MeetingOpened':
      case 'MemberArrived':
      case 'MemberLeft':
      case 'ChairTaken':
      case 'ConflictOfInterestDeclared':
      case 'MemberRecused':
      case 'MemberReturned':
      case 'MeetingAdjourned':
      case 'MeetingResumed':
      case 'MeetingClosed':
      case 'MinutesApproved':
        return [{ put: 'meeting_events', row: { ...row(event), meeting_id: body.data.meetingId } }];
    }
  },
});

/** What an agenda names besides its matters. */
function besides(event: ProjectedEvent, body: Recorded<(typeof others)[number]>): RowChange {
  switch (body.type) {
    case 'ChildRecordOpened':
      return { put: 'matter_children', row: { ...row(event), child_id: body.data.childId } };
    case 'PanelConstituted': {
      const { panelId, from, termsOfReference } = body.data;
      return noticeRow({ panelId, version: 1, from, termsOfReference }, event.recordedAt);
    }
    case 'TermsOfReferenceRevised':
      return noticeRow(body.data, event.recordedAt);
  }
}

const matterRow = (event: ProjectedEvent, matter_id: string): RowChange => ({ put: 'matter_events', row: { ...row(event), matter_id } });

interface Terms {
  readonly panelId: string;
  readonly version: number;
  readonly from: string;
  readonly termsOfReference: TermsOfReference;
}

const noticeRow = ({ panelId: panel_id, version, from: valid_from, termsOfReference }: Terms, recorded_at: string): RowChange => ({
  put: 'paper_notices',
  row: { panel_id, version, valid_from, working_days: termsOfReference.papersNotice, recorded_at },
});
