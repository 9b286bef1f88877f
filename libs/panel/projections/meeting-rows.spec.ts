import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import { projected, type GivenEvent } from '@accord/shared/testing';
import { directory } from './index';

const id = (n: number) => `01940000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const [panelId, meetingId, practitionerId, seatId] = [300, 400, 500, 201].map(id);
const stream = `meeting-${meetingId}`;
const ofMeeting = { meetingId, panelId, on: '2025-10-01' };
const sitting = { chairSeatId: seatId, present: [{ seatId, practitionerId, as: 'member' }] };

const event = (type: string, data: object): GivenEvent => ({ type, stream, data: { ...ofMeeting, ...data } });
const scheduled = event('MeetingScheduled', { startsAt: '10:30', place: 'County Hall' });
const moved = event('MeetingMoved', { on: '2025-10-08', movedFrom: '2025-10-01', startsAt: '14:00', place: 'Online', because: 'Half term' });
const cancelled = event('MeetingCancelled', { because: 'Nothing is on the agenda' });
const opened = event('MeetingOpened', { openedAt: '2025-10-01T09:30:00.000Z', ...sitting });
const adjourned = event('MeetingAdjourned', { at: '2025-10-01T11:00:00.000Z', resumesOn: '2025-10-02', because: 'The room is needed' });
const resumed = event('MeetingResumed', { on: '2025-10-02', at: '2025-10-02T09:00:00.000Z', ...sitting });
const closed = event('MeetingClosed', { on: '2025-10-02', closedAt: '2025-10-02T11:00:00.000Z' });

const { given } = projected(directory, catalogueOf(panelEvents));
const listed = (status: string, change: object = {}) => [
  { meeting_id: meetingId, panel_id: panelId, held_on: '2025-10-01', starts_at: '10:30', place: 'County Hall', status, ...change },
];

describe('The calendar of a panel', () => {
  it('shows a meeting that was planned, with its time and place', () => {
    expect(given(scheduled)['meetings']).toEqual(listed('scheduled'));
  });

  it('shows a meeting planned before its time and place were settled without them', () => {
    const unsettled = event('MeetingScheduled', { startsAt: null, place: null });
    expect(given(unsettled)['meetings']).toEqual(listed('scheduled', { starts_at: null, place: null }));
  });

  it('shows a meeting that was moved on its new day, at its new time and place', () => {
    expect(given(scheduled, moved)['meetings']).toEqual(listed('moved', { held_on: '2025-10-08', starts_at: '14:00', place: 'Online' }));
  });

  it('shows a meeting that was cancelled as cancelled', () => {
    expect(given(scheduled, cancelled)['meetings']).toEqual(listed('cancelled'));
  });

  it('shows a meeting as it sits: open, adjourned, open on its new day, closed', () => {
    expect(given(scheduled, opened)['meetings']).toEqual(listed('open'));
    expect(given(scheduled, opened, adjourned)['meetings']).toEqual(listed('adjourned'));
    expect(given(scheduled, opened, adjourned, resumed)['meetings']).toEqual(listed('open', { held_on: '2025-10-02' }));
    expect(given(scheduled, opened, adjourned, resumed, closed)['meetings']).toEqual(listed('closed', { held_on: '2025-10-02' }));
  });

  it('keeps the day of the last sitting where an adjourned meeting is closed later', () => {
    const closedLater = event('MeetingClosed', { on: '2025-10-03', closedAt: '2025-10-03T09:00:00.000Z' });
    expect(given(scheduled, opened, adjourned, closedLater)['meetings']).toEqual(listed('closed'));
  });
});
