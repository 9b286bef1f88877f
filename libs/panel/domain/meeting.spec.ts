import { panelEvents } from '@accord/panel/contracts';
import { specification, stateAfter } from '@accord/shared/testing';
import { meetingDecider } from './meeting';
import type { CloseMeeting, ScheduleMeeting } from './meeting';
import { panelDecider } from './panel';
import {
  filling,
  fivePresent,
  health,
  meetingClosed,
  meetingOpened,
  meetingScheduled,
  numbered,
  openMeeting,
  panelConstituted,
  panelId,
  seats,
  socialCare,
  stranger,
} from './sample-panel';

const meeting = specification({ decider: meetingDecider, definitions: panelEvents });
const panel = stateAfter({ decider: panelDecider, definitions: panelEvents }, panelConstituted());
const noPanel = { panel: panelDecider.initial, actingAgency: health };
const facts = { panel, actingAgency: health };
/** Somebody asks whose agency has no seat on the panel. */
const byStranger = { panel, actingAgency: stranger };

const schedule = (on = '2025-10-01'): ScheduleMeeting => ({
  type: 'ScheduleMeeting',
  meetingId: meetingScheduled.data.meetingId,
  panelId,
  on,
});
const close = (closedAt = '2025-10-01T12:00:00.000Z'): CloseMeeting => ({ type: 'CloseMeeting', closedAt, now: '2025-10-02T08:00:00.000Z' });

describe('A meeting of a panel', () => {
  it('is planned for a day', () => {
    meeting.when(schedule(), facts).then(meetingScheduled);
  });

  it('may be planned for the day on which the panel was constituted', () => {
    const on = panelConstituted().data.from;
    meeting.when(schedule(on), facts).then({ type: 'MeetingScheduled', data: { ...meetingScheduled.data, on } });
  });

  it('cannot be planned for a day before the panel existed', () => {
    meeting.when(schedule('2025-03-31'), facts).thenRefused('meeting-before-panel', '1 April 2025');
  });

  it('cannot be planned for a day that is none', () => {
    meeting.when(schedule('2025-09-31'), facts).thenRefused('not-a-date', '31 September');
  });

  it('is planned once', () => {
    meeting.given(meetingScheduled).when(schedule('2025-10-08'), facts).thenRefused('meeting-already-scheduled');
  });

  it('belongs to a panel that exists', () => {
    meeting.when(schedule(), noPanel).thenRefused('panel-unknown');
  });

  it('may be planned for a panel by any agency: planning settles nothing', () => {
    meeting.when(schedule(), byStranger).then(meetingScheduled);
  });
});

describe('A planned meeting', () => {
  const planned = meeting.given(meetingScheduled);

  it('cannot be opened before it has begun', () => {
    const early = openMeeting({ now: '2025-09-30T16:00:00.000Z' });
    planned.when(early, facts).thenRefused('meeting-in-future', 'a moment that has come');
  });

  it('counts a person once: nobody fills two seats', () => {
    const [first, ...others] = openMeeting().present;
    const twice = others.map((attendance) => ({ ...attendance, practitionerId: first?.practitionerId ?? attendance.practitionerId }));
    planned.when(openMeeting({ present: [...(first ? [first] : []), ...twice] }), facts).thenRefused('practitioner-repeated');
  });

  it('is opened on its day, with those who fill its seats', () => {
    planned.when(openMeeting(), facts).then(meetingOpened());
  });

  it('is opened by somebody whose agency has a seat on the panel, and by nobody else', () => {
    planned.when(openMeeting(), { panel, actingAgency: socialCare }).then(meetingOpened());
    planned.when(openMeeting(), byStranger).thenRefused('agency-without-seat', 'no seat on this panel');
  });

  it('opens at a moment of its day in London, however the moment is written', () => {
    const justAfterMidnight = openMeeting({ openedAt: '2025-10-01T00:15+01:00' });
    planned.when(justAfterMidnight, facts).then(meetingOpened({ openedAt: '2025-09-30T23:15:00.000Z' }));
  });

  it('cannot be opened on another day: half past eleven in the evening UTC is the day after in summer', () => {
    planned.when(openMeeting({ openedAt: '2025-10-02T09:30:00Z' }), facts).thenRefused('meeting-not-on-that-day', '1 October 2025');
    planned.when(openMeeting({ openedAt: '2025-10-01T23:30:00Z' }), facts).thenRefused('meeting-not-on-that-day');
  });

  it('cannot be opened at a moment without an offset from UTC', () => {
    planned.when(openMeeting({ openedAt: '2025-10-01T09:30:00' }), facts).thenRefused('not-an-instant');
  });

  it('fills each seat once', () => {
    const twice = [...filling(...fivePresent), ...filling(seats.education[0])];
    planned.when(openMeeting({ present: twice }), facts).thenRefused('seat-repeated');
  });

  it('fills only seats that the terms of reference have', () => {
    const foreign = { ...seats.education[1], seatId: numbered<'seat'>(299) };
    planned.when(openMeeting({ present: filling(...fivePresent, foreign) }), facts).thenRefused('seat-unknown');
  });

  it('is chaired by someone who is present', () => {
    planned.when(openMeeting({ chairSeatId: seats.education[1].seatId }), facts).thenRefused('chair-not-present');
  });

  it('is not chaired by an observer', () => {
    const { seatId: chairSeatId } = seats.observer;
    const present = filling(...fivePresent, seats.observer);
    planned.when(openMeeting({ present, chairSeatId }), facts).thenRefused('chair-may-not-chair');
  });

  it('may be chaired by an independent facilitator without a vote', () => {
    const change = { present: filling(...fivePresent, seats.facilitator), chairSeatId: seats.facilitator.seatId };
    planned.when(openMeeting(change), facts).then(meetingOpened(change));
  });

  it('opens without a quorum: what it may decide is another question', () => {
    const change = { present: filling(seats.health[0]) };
    planned.when(openMeeting(change), facts).then(meetingOpened(change));
  });

  it('cannot be closed before it was opened', () => {
    planned.when(close(), facts).thenRefused('meeting-not-open');
  });

  it('cannot be opened where it was never planned', () => {
    meeting.when(openMeeting(), facts).thenRefused('meeting-unknown');
    meeting.given(meetingScheduled).when(openMeeting(), noPanel).thenRefused('meeting-unknown');
  });
});

describe('An open meeting', () => {
  const open = meeting.given(meetingScheduled, meetingOpened());

  it('is closed on its day', () => {
    open.when(close(), facts).then(meetingClosed);
  });

  it('is closed by somebody whose agency has a seat on the panel, and by nobody else', () => {
    open.when(close(), { panel, actingAgency: socialCare }).then(meetingClosed);
    open.when(close(), byStranger).thenRefused('agency-without-seat', 'no seat on this panel');
  });

  it('cannot be closed on another day', () => {
    open.when(close('2025-10-02T12:00:00Z'), facts).thenRefused('meeting-not-on-that-day');
  });

  it('cannot be closed at a moment that is none', () => {
    open.when(close('noon'), facts).thenRefused('not-an-instant');
  });

  it('cannot have been closed before it was opened', () => {
    open.when(close('2025-10-01T09:29:59.999Z'), facts).thenRefused('meeting-closed-before-opened');
  });

  it('cannot be opened a second time', () => {
    open.when(openMeeting(), facts).thenRefused('meeting-already-opened');
  });
});

describe('A closed meeting', () => {
  const closed = meeting.given(meetingScheduled, meetingOpened(), meetingClosed);

  it('cannot be opened again', () => {
    closed.when(openMeeting(), facts).thenRefused('meeting-already-opened');
  });

  it('cannot be closed again', () => {
    closed.when(close(), facts).thenRefused('meeting-not-open');
  });

  it('cannot be closed where there was none', () => {
    meeting.when(close(), facts).thenRefused('meeting-unknown');
    meeting.given(meetingScheduled, meetingOpened()).when(close(), noPanel).thenRefused('meeting-unknown');
  });
});
