import { childEvents } from '@accord/child/contracts';
import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { directory } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [health, panelId, meetingId, practitionerId, seatId, childId] = [101, 300, 400, 500, 201, 800].map(id);
const stream = `meeting-${meetingId}`;

const agencyRegistered = (change: object = {}): GivenEvent => ({
  type: 'AgencyRegistered',
  data: { agencyId: health, name: 'Somerset ICB', kind: 'integrated-care-board', validFrom: '2022-07-01', ...change },
});
const termsOfReference = {
  seats: [{ seatId, agencyId: health, post: 'Head of continuing care', standing: 'voting', deputies: 'none', deputyPosts: [] }],
  quorum: { members: 1, agencies: [health] },
  ...{ decisionMode: 'consensus', decisionMakerSeatId: null, chairs: [seatId], ratifiers: [], papersNotice: 5, urgent: null },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: null, categories: ['nursing'] },
};
const panelConstituted: GivenEvent = {
  type: 'PanelConstituted',
  data: { panelId, name: 'Continuing care panel', kind: 'continuing-care', from: '2025-04-01', termsOfReference, draftId: null },
};
const ofMeeting = { meetingId, panelId, on: '2025-10-01' };
const meetingScheduled: GivenEvent = { type: 'MeetingScheduled', stream, data: { ...ofMeeting, startsAt: null, place: null } };
const meetingOpened: GivenEvent = {
  type: 'MeetingOpened',
  stream,
  data: { ...ofMeeting, openedAt: '2025-10-01T09:30:00.000Z', chairSeatId: seatId, present: [{ seatId, practitionerId, as: 'member' }] },
};
const meetingClosed: GivenEvent = { type: 'MeetingClosed', stream, data: { ...ofMeeting, closedAt: '2025-10-01T12:00:00.000Z' } };

const { given } = projected(directory, catalogueOf(panelEvents, childEvents));
describe('The directory of an area', () => {
  it('lists an agency with the day from which it exists and the moment at which it was registered', () => {
    expect(given({ ...agencyRegistered({ code: 'QSL' }), recordedAt: '2025-01-06T09:00:00.000Z' })['agencies']).toEqual([
      {
        ...{ agency_id: health, name: 'Somerset ICB', kind: 'integrated-care-board', code: 'QSL' },
        ...{ valid_from: '2022-07-01', recorded_at: '2025-01-06T09:00:00.000Z' },
      },
    ]);
  });

  it('lists an agency that has no code without one', () => {
    expect(given(agencyRegistered())['agencies']).toMatchObject([{ agency_id: health, code: null }]);
  });

  it('keeps the meetings of a panel apart', () => {
    const november = { ...ofMeeting, meetingId: id(401), on: '2025-11-05', startsAt: null, place: null };
    const planned: GivenEvent = { type: 'MeetingScheduled', stream: `meeting-${id(401)}`, data: november };
    expect(given(meetingScheduled, planned, meetingOpened)['meetings']).toMatchObject([
      { meeting_id: meetingId, status: 'open' },
      { meeting_id: id(401), status: 'scheduled', held_on: '2025-11-05' },
    ]);
  });

  it('is the same however often an event is delivered', () => {
    const events = [agencyRegistered(), panelConstituted, meetingScheduled, meetingOpened, meetingClosed].map((event, place) => ({
      ...event,
      ...{ position: place, revision: 0, recordedAt: `2025-01-06T09:0${place}:00.000Z` },
    }));
    expect(given(...events.flatMap((event) => [event, event]))).toEqual(given(...events));
  });

  it('says nothing about children and what was decided for them', () => {
    const opened: GivenEvent = { type: 'ChildRecordOpened', data: { childId, openedOn: '2025-06-02', name: 'Robin', dateOfBirth: '2016-05-09' } };
    const decided: GivenEvent = {
      type: 'DecisionRecorded',
      data: {
        ...{ decisionId: id(700), ...ofMeeting, childId, outcome: 'declined', reasons: 'Needs are met', positions: [] },
        ...{ matterId: null, at: null, effect: 'none', withoutPrejudice: false, needs: [], returnsOn: null, referredTo: null },
        ...{ urgent: null, sitting: null, contributionsDeclined: [], papers: [], lines: [], provisions: [], ends: [] },
        ...{ commitments: [], conditions: [] },
      },
    };
    expect(Object.values(given(opened, decided)).flat()).toEqual([]);
  });
});
