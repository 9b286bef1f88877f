import type { MeetingClosed, MeetingOpened, MeetingScheduled } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, instantOf, londonDate, londonDateOf } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseSeatless } from './panel';
import type { PanelState, Seat } from './panel';
import { refusePanel } from './refusals';

export interface ScheduleMeeting {
  readonly type: 'ScheduleMeeting';
  readonly meetingId: Id<'meeting'>;
  readonly panelId: Id<'panel'>;
  readonly on: string;
}
/** Who fills a seat at this meeting. */
export interface Attendance {
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
}
export interface OpenMeeting {
  readonly type: 'OpenMeeting';
  readonly openedAt: string;
  readonly chairSeatId: Id<'seat'>;
  readonly present: readonly Attendance[];
  /** The instant of the request: what has not happened yet is no fact. */
  readonly now: Instant;
}
export interface CloseMeeting {
  readonly type: 'CloseMeeting';
  readonly closedAt: string;
  readonly now: Instant;
}
export type MeetingCommand = ScheduleMeeting | OpenMeeting | CloseMeeting;

interface Planned {
  readonly meetingId: Id<'meeting'>;
  readonly panelId: Id<'panel'>;
  readonly on: LondonDate;
}
interface Held extends Planned {
  readonly openedAt: Instant;
  readonly present: readonly Attendance[];
}
export type MeetingState =
  | { readonly status: 'unknown' }
  | (Planned & { readonly status: 'scheduled' })
  | (Held & { readonly status: 'open' })
  | (Held & { readonly status: 'closed' });

/** The panel whose meeting it is, and the agency for which the person acts who asks. */
export interface MeetingFacts {
  readonly panel: PanelState;
  readonly actingAgency: string;
}

type NewMeetingEvent = New<typeof MeetingScheduled> | New<typeof MeetingOpened> | New<typeof MeetingClosed>;
type RecordedMeetingEvent =
  | Recorded<typeof MeetingScheduled>
  | Recorded<typeof MeetingOpened>
  | Recorded<typeof MeetingClosed>;

export const meetingDecider: Decider<
  MeetingCommand,
  MeetingState,
  NewMeetingEvent,
  RecordedMeetingEvent,
  MeetingFacts
> = {
  initial: { status: 'unknown' },
  evolve: evolveMeeting,
  decide(command, state, facts) {
    switch (command.type) {
      case 'ScheduleMeeting':
        return scheduleMeeting(command, state, facts);
      case 'OpenMeeting':
        return openMeeting(command, state, facts);
      case 'CloseMeeting':
        return closeMeeting(command, state, facts);
    }
  },
};

function evolveMeeting(state: MeetingState, event: RecordedMeetingEvent): MeetingState {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { meetingId, panelId, on } = event.data;
      return { status: 'scheduled', meetingId, panelId, on };
    }
    case 'MeetingOpened': {
      const { meetingId, panelId, on, openedAt, present } = event.data;
      return { status: 'open', meetingId, panelId, on, openedAt, present };
    }
    case 'MeetingClosed':
      return state.status === 'open' ? { ...state, status: 'closed' } : state;
  }
}

function scheduleMeeting(command: ScheduleMeeting, state: MeetingState, { panel }: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status !== 'unknown') {
    return refusePanel('meeting-already-scheduled', 'This meeting is already on the calendar.');
  }
  if (panel.status === 'unknown') {
    return refusePanel('panel-unknown', 'Constitute the panel under its terms of reference before planning its meetings.');
  }
  const on = londonDate(command.on);
  if (!on.ok) return on;
  if (on.value < panel.from) {
    return refusePanel(
      'meeting-before-panel',
      `The panel was constituted from ${formatLondonDate(panel.from)}; plan its meetings from that day on.`,
    );
  }
  const { meetingId, panelId } = command;
  return accept({ type: 'MeetingScheduled', data: { meetingId, panelId, on: on.value } });
}

function openMeeting(command: OpenMeeting, state: MeetingState, { panel, actingAgency }: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status === 'unknown' || panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'Schedule the meeting before opening it.');
  }
  const seatless = refuseSeatless(panel, actingAgency);
  if (seatless) return seatless;
  if (state.status !== 'scheduled') {
    return refusePanel('meeting-already-opened', 'This meeting was already opened; it can be opened once.');
  }
  const openedAt = momentOn(state.on, command.openedAt, command.now);
  if (!openedAt.ok) return openedAt;
  const refusal = refuseAttendance(command, panel.seats);
  if (refusal) return refusal;
  const { meetingId, panelId, on } = state;
  const { chairSeatId, present } = command;
  return accept({
    type: 'MeetingOpened',
    data: { meetingId, panelId, on, openedAt: openedAt.value, chairSeatId, present: [...present] },
  });
}

function refuseAttendance(command: OpenMeeting, seats: readonly Seat[]): Refusal | undefined {
  const seated = new Set(command.present.map((attendance) => attendance.seatId));
  if (seated.size < command.present.length) {
    return refusePanel('seat-repeated', 'One seat is filled twice; each seat has one member present.');
  }
  if (new Set(command.present.map(({ practitionerId }) => practitionerId)).size < command.present.length) {
    return refusePanel('practitioner-repeated', 'One person fills two seats; a person speaks and counts for one.');
  }
  if (command.present.some(({ seatId }) => !seats.some((seat) => seat.seatId === seatId))) {
    return refusePanel('seat-unknown', 'Someone is present for a seat that the terms of reference do not have.');
  }
  if (!seated.has(command.chairSeatId)) {
    return refusePanel('chair-not-present', 'The seat that chairs must be among the seats present.');
  }
  if (seats.some((seat) => seat.seatId === command.chairSeatId && seat.standing === 'observer')) {
    return refusePanel('chair-may-not-chair', 'An observer may not chair: name a member as chair.');
  }
  return undefined;
}

function closeMeeting(command: CloseMeeting, state: MeetingState, { panel, actingAgency }: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status === 'unknown' || panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'There is no such meeting to close.');
  }
  const seatless = refuseSeatless(panel, actingAgency);
  if (seatless) return seatless;
  if (state.status !== 'open') return refusePanel('meeting-not-open', 'Only an open meeting can be closed.');
  const closedAt = momentOn(state.on, command.closedAt, command.now);
  if (!closedAt.ok) return closedAt;
  if (closedAt.value < state.openedAt) {
    return refusePanel('meeting-closed-before-opened', 'A meeting closes after it was opened; check the moment given.');
  }
  const { meetingId, panelId, on } = state;
  return accept({ type: 'MeetingClosed', data: { meetingId, panelId, on, closedAt: closedAt.value } });
}

/** The moment given, if it has come and lies on the day of the meeting. */
function momentOn(on: LondonDate, text: string, now: Instant): Result<Instant> {
  const moment = instantOf(text);
  if (!moment.ok) return moment;
  if (londonDateOf(moment.value) !== on) {
    const day = formatLondonDate(on);
    return refusePanel('meeting-not-on-that-day', `The meeting is on ${day}, London time; give a moment of that day.`);
  }
  if (moment.value <= now) return moment;
  return refusePanel('meeting-in-future', 'A sitting is recorded once it has begun or ended; give a moment that has come.');
}
