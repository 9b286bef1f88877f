import { panelEvents } from '@accord/panel/contracts';
import type { MeetingCancelled, MeetingMoved } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { specification } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import { panelDecider } from './panel';
import type { CancelMeeting, MoveMeeting, ScheduleMeeting } from './meeting-commands';
import { facts, openMeeting } from './sample-meeting';
import { day, meetingClosed, meetingId, meetingOfPanel, meetingOpened, meetingScheduled, panelId, socialCare, stranger } from './sample-panel';

const meeting = specification({ decider: meetingDecider, definitions: panelEvents });
const schedule = (changes: Partial<ScheduleMeeting> = {}): ScheduleMeeting => ({
  ...{ type: 'ScheduleMeeting', meetingId, panelId, on: '2025-10-01', startsAt: '10:30', place: 'County Hall' },
  ...changes,
});
const move = (changes: Partial<MoveMeeting> = {}): MoveMeeting => ({
  ...{ type: 'MoveMeeting', on: '2025-10-08', because: 'Half the members are at a hearing' },
  ...changes,
});
const moved: New<typeof MeetingMoved> = {
  type: 'MeetingMoved',
  data: {
    ...{ ...meetingOfPanel, on: day('2025-10-08'), movedFrom: day('2025-10-01'), startsAt: '10:30', place: 'County Hall' },
    because: 'Half the members are at a hearing',
  },
};
const cancel: CancelMeeting = { type: 'CancelMeeting', because: 'Nothing is on the agenda' };
const cancelled: New<typeof MeetingCancelled> = {
  type: 'MeetingCancelled',
  data: { ...meetingOfPanel, because: 'Nothing is on the agenda' },
};

describe('A meeting of a panel', () => {
  it('is planned for a day, with its time and place', () => {
    meeting.when(schedule(), facts()).then(meetingScheduled);
  });

  it('may be planned before its time and place are settled', () => {
    meeting
      .when({ type: 'ScheduleMeeting', meetingId, panelId, on: '2025-10-01' }, facts())
      .then({ type: 'MeetingScheduled', data: { ...meetingOfPanel, startsAt: null, place: null } });
  });

  it('may be planned for the day on which the panel was constituted, and for none before', () => {
    meeting
      .when(schedule({ on: '2025-04-01' }), facts())
      .then({ type: 'MeetingScheduled', data: { ...meetingScheduled.data, on: day('2025-04-01') } });
    meeting.when(schedule({ on: '2025-03-31' }), facts()).thenRefused('meeting-before-panel', '1 April 2025');
  });

  it('cannot be planned for a day that is none, or a time that is none', () => {
    meeting.when(schedule({ on: '2025-09-31' }), facts()).thenRefused('not-a-date', '31 September');
    for (const startsAt of ['24:00', '9:30', '09:60', '09.30', '']) {
      meeting.when(schedule({ startsAt }), facts()).thenRefused('meeting-time-malformed', '09:30');
    }
  });

  it('is planned once', () => {
    meeting.given(meetingScheduled).when(schedule({ on: '2025-10-08' }), facts()).thenRefused('meeting-already-scheduled');
  });

  it('belongs to a panel that exists', () => {
    meeting.when(schedule(), facts({ panel: panelDecider.initial })).thenRefused('panel-unknown');
  });

  it('may be planned for a panel by any agency: planning settles nothing', () => {
    meeting.when(schedule(), facts({ actingAgency: stranger })).then(meetingScheduled);
  });
});

describe('A planned meeting', () => {
  const planned = meeting.given(meetingScheduled);

  it('is moved to another day, and keeps the time and place that nobody changes', () => {
    planned.when(move(), facts()).then(moved);
  });

  it('is given another time or place on the same day', () => {
    planned.when(move({ on: '2025-10-01', startsAt: '14:00', place: 'Online' }), facts()).then({
      type: 'MeetingMoved',
      data: { ...moved.data, on: day('2025-10-01'), startsAt: '14:00', place: 'Online' },
    });
  });

  it('that is moved to where it stands already is left alone', () => {
    planned.when(move({ on: '2025-10-01' }), facts()).thenNothing();
  });

  it('is not moved to a day before the panel existed, or to no day or time', () => {
    planned.when(move({ on: '2025-03-31' }), facts()).thenRefused('meeting-before-panel');
    planned.when(move({ on: 'tomorrow' }), facts()).thenRefused('not-a-date');
    planned.when(move({ startsAt: 'noon' }), facts()).thenRefused('meeting-time-malformed');
  });

  it('is opened on the day to which it was moved, and on no other', () => {
    const onTheEighth = openMeeting({ openedAt: '2025-10-08T09:30:00.000Z', now: '2025-10-08T19:00:00.000Z' });
    meeting.given(meetingScheduled, moved).when(onTheEighth, facts()).then({
      type: 'MeetingOpened',
      data: { ...meetingOpened().data, on: day('2025-10-08'), openedAt: '2025-10-08T09:30:00.000Z' },
    });
    meeting.given(meetingScheduled, moved).when(openMeeting(), facts()).thenRefused('meeting-not-on-that-day', '8 October 2025');
  });

  it('is cancelled, with the reason', () => {
    planned.when(cancel, facts()).then(cancelled);
  });

  it('is moved and cancelled by somebody whose agency has a seat, and by nobody else', () => {
    planned.when(cancel, facts({ actingAgency: socialCare })).then(cancelled);
    planned.when(cancel, facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
    planned.when(move(), facts({ actingAgency: stranger })).thenRefused('agency-without-seat');
  });
});

describe('A meeting that is planned no longer', () => {
  it('cannot be moved or cancelled where it never was planned', () => {
    meeting.when(move(), facts()).thenRefused('meeting-unknown');
    meeting.when(cancel, facts()).thenRefused('meeting-unknown');
  });

  it('once cancelled is not moved, opened or cancelled again', () => {
    const gone = meeting.given(meetingScheduled, cancelled);
    for (const command of [move(), openMeeting(), cancel]) gone.when(command, facts()).thenRefused('meeting-cancelled');
  });

  it('once opened is neither moved nor cancelled, and so once closed', () => {
    for (const command of [move(), cancel]) {
      meeting.given(meetingScheduled, meetingOpened()).when(command, facts()).thenRefused('meeting-already-opened');
      meeting.given(meetingScheduled, meetingOpened(), meetingClosed).when(command, facts()).thenRefused('meeting-already-opened');
    }
  });
});
