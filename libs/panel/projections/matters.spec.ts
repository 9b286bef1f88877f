import { childEvents } from '@accord/child/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { matters } from './index';

const id = (number: number) => `01940000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const [health, seatId, panelId, meetingId, childId, matterId, paperId] = [101, 201, 300, 400, 800, 900, 950].map(id);
const { given } = projected(matters, catalogueOf(panelEvents, childEvents));

const ofMatter = { matterId, childId };
const ofMeeting = { meetingId, panelId, on: '2025-10-01' };
const raised = {
  type: 'MatterRaised',
  data: {
    ...{ ...ofMatter, on: '2025-09-08', panelId, agencyId: health, kind: 'new-package', needs: ['seizures'] },
    ...{ asks: 'Waking nights', outcomesWanted: ['Sleeps through'], lines: [], provisions: [] },
  },
} satisfies GivenEvent;
const put = { type: 'MatterPutOnAgenda', data: { ...ofMatter, on: '2025-09-15', meetingId, panelId, place: 1, startsAt: null } } satisfies GivenEvent;
const ofMatters = [
  raised,
  { type: 'ViewsRecorded', data: { ...ofMatter, on: '2025-09-10', of: 'child', how: 'in-person', views: 'Wants to sleep' } },
  { type: 'ViewsNotObtained', data: { ...ofMatter, on: '2025-09-10', of: 'family', because: 'Away' } },
  {
    type: 'PaperCirculated',
    data: {
      ...{ ...ofMatter, on: '2025-09-24', paperId, version: 1, kind: 'assessment', title: 'Assessment', sha256: 'a'.repeat(64) },
      ...{ bytes: 1, circulatedAt: '2025-09-24T12:00:00.000Z' },
    },
  },
  put,
  { type: 'MatterTakenOffAgenda', data: { ...ofMatter, on: '2025-09-16', meetingId, panelId, because: 'Not ready' } },
  { type: 'MatterWithdrawn', data: { ...ofMatter, on: '2025-09-20', agencyId: health, because: 'Moves away' } },
] satisfies readonly GivenEvent[];
const scheduled: GivenEvent = { type: 'MeetingScheduled', data: { ...ofMeeting, startsAt: null, place: null } };
const ofMember = { ...ofMeeting, matterId, childId, seatId, practitionerId: id(500), at: '2025-10-01T10:00:00.000Z' };
const declared: GivenEvent = { type: 'ConflictOfInterestDeclared', data: { ...ofMember, kind: 'indirect', interest: 'Her sister works there' } };

describe('The read model of matters', () => {
  it.each(ofMatters.map((event) => [event.type, event] as const))('keeps %s whole, beside its matter', (type, event) => {
    expect(given({ ...event, position: 7, recordedAt: '2025-12-01T10:00:00.000Z' })['matter_events']).toEqual([
      expect.objectContaining({ matter_id: matterId, type, position: 7, effective_on: event.data.on, recorded_at: '2025-12-01T10:00:00.000Z' }),
    ]);
  });

  it('keeps what is written about a child only as sealed text', () => {
    const rows = given(...ofMatters, scheduled, declared, {
      type: 'ChildRecordOpened',
      data: { childId, openedOn: '2025-06-02', name: 'Robin Ashdown', dateOfBirth: '2016-05-09' },
    });
    expect(rows['matter_children']).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/Waking|Sleeps|Wants|Away|"Assessment|Moves|sister|Robin|2016/);
  });

  it('knows which matters ever were on the agenda of a meeting, once however often they were moved on it', () => {
    const moved = { ...put, data: { ...put.data, place: 2 } };
    expect(given(...ofMatters, moved)['agenda_matters']).toEqual([{ meeting_id: meetingId, matter_id: matterId }]);
  });

  it('keeps the events of a meeting beside it', () => {
    const closed: GivenEvent = { type: 'MeetingClosed', data: { ...ofMeeting, closedAt: '2025-10-01T12:00:00.000Z' } };
    const rows = given(scheduled, declared, { type: 'MemberRecused', data: ofMember }, closed)['meeting_events'] ?? [];
    expect(rows.map((row) => [row['meeting_id'], row['type']])).toEqual(
      ['MeetingScheduled', 'ConflictOfInterestDeclared', 'MemberRecused', 'MeetingClosed'].map((type) => [meetingId, type]),
    );
  });

  it('keeps a decision beside its matter, and none that was recorded before matters were', () => {
    const decided = (of: string | null): GivenEvent => ({
      type: 'DecisionRecorded',
      data: {
        ...{ decisionId: id(700), ...ofMeeting, matterId: of, childId, at: '2025-10-01T10:00:00.000Z', outcome: 'deferred', effect: 'none' },
        ...{ withoutPrejudice: false, needs: [], decided: 'Nothing yet', reasons: 'A report is missing', evidence: 'The papers' },
        ...{ missing: 'A report', returnsOn: '2025-11-05', referredTo: null, urgent: null, sitting: null, positions: [] },
        ...{ contributionsDeclined: [], papers: [], lines: [], provisions: [], ends: [], commitments: [], conditions: [], conditionWords: [] },
      },
    });
    expect(given(decided(matterId ?? ''))['matter_events']).toEqual([expect.objectContaining({ matter_id: matterId, type: 'DecisionRecorded' })]);
    expect(given(decided(null))['matter_events']).toEqual([]);
  });

  it('knows the notice that papers need under each version of the terms of reference', () => {
    const terms = (papersNotice: number) => ({
      seats: [{ seatId, agencyId: health, post: 'Chair', standing: 'voting', deputies: 'none', deputyPosts: [] }],
      ...{ quorum: { members: 1, agencies: [] }, decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId] },
      commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
      ...{ ratifiers: [], papersNotice, urgent: null },
    });
    const constituted: GivenEvent = {
      type: 'PanelConstituted',
      data: { panelId, name: 'Panel', kind: 'send', from: '2025-04-01', termsOfReference: terms(5), draftId: null },
    };
    const revised: GivenEvent = {
      type: 'TermsOfReferenceRevised',
      data: { panelId, version: 2, from: '2026-01-01', termsOfReference: terms(3), because: 'Yearly review' },
    };
    expect(given(constituted, revised)['paper_notices']).toMatchObject([
      { panel_id: panelId, version: 1, valid_from: '2025-04-01', working_days: 5 },
      { panel_id: panelId, version: 2, valid_from: '2026-01-01', working_days: 3 },
    ]);
  });

  it('is the same however often an event is delivered', () => {
    const events = [...ofMatters, scheduled, declared].map((event, place) => ({
      ...event,
      ...{ position: place, revision: place, recordedAt: `2025-12-01T09:0${place}:00.000Z` },
    }));
    expect(given(...events, ...events)).toEqual(given(...events));
  });
});
