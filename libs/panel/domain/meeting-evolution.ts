import type { MeetingOpened } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { Chairing, Interval, MeetingEvent, MeetingState, OpenSitting, Sat } from './meeting-state';

type Attendance = Recorded<typeof MeetingOpened>['data']['present'][number];
type PlanningEvent = Extract<MeetingEvent, { type: 'MeetingScheduled' | 'MeetingMoved' | 'MeetingCancelled' }>;
type SittingEvent = Exclude<MeetingEvent, PlanningEvent | { type: 'MeetingOpened' | 'MinutesApproved' }>;

/** Folds the events of a meeting, from its planning to the approval of its minutes. */
export function evolveMeeting(state: MeetingState, event: MeetingEvent): MeetingState {
  switch (event.type) {
    case 'MeetingScheduled':
    case 'MeetingMoved':
    case 'MeetingCancelled':
      return planned(state, event);
    case 'MeetingOpened':
      return opened(state, event.data);
    case 'MemberArrived':
    case 'MemberLeft':
    case 'ChairTaken':
    case 'ConflictOfInterestDeclared':
    case 'MemberRecused':
    case 'MemberReturned':
    case 'MeetingAdjourned':
    case 'MeetingResumed':
    case 'MeetingClosed':
      // What happens in a sitting stands behind its opening; a stream without one has nothing to change.
      return state.status === 'open' || state.status === 'adjourned' ? sat(state, event) : state;
    case 'MinutesApproved':
      return state;
  }
}

function planned(state: MeetingState, event: PlanningEvent): MeetingState {
  switch (event.type) {
    case 'MeetingScheduled': {
      const { meetingId, panelId, on, startsAt, place } = event.data;
      return { status: 'scheduled', meetingId, panelId, on, startsAt, place };
    }
    case 'MeetingMoved': {
      const { on, startsAt, place } = event.data;
      return state.status === 'scheduled' ? { ...state, on, startsAt, place } : state;
    }
    case 'MeetingCancelled':
      return state.status === 'scheduled' ? { ...state, status: 'cancelled' } : state;
  }
}

function opened(state: MeetingState, data: Recorded<typeof MeetingOpened>['data']): MeetingState {
  const { meetingId, panelId, on, openedAt, chairSeatId, present } = data;
  const { startsAt, place } = state.status === 'unknown' ? { startsAt: null, place: null } : state;
  const nothing = { sittings: [], presences: [], chairings: [], withdrawals: [], lastAt: openedAt };
  return begun({ meetingId, panelId, on, startsAt, place, ...nothing }, { on, at: openedAt, chairSeatId, present });
}

interface Beginning {
  readonly on: LondonDate;
  readonly at: Instant;
  readonly chairSeatId: Id<'seat'>;
  readonly present: readonly Attendance[];
}

/** The meeting as a sitting begins: its first, or one after an adjournment. */
function begun(meeting: Sat, { on, at, chairSeatId, present }: Beginning): OpenSitting {
  const lasting = { from: at, to: undefined };
  const chair = present.filter(({ seatId }) => seatId === chairSeatId);
  return {
    ...meeting,
    status: 'open',
    on,
    sittings: [...meeting.sittings, { on, ...lasting }],
    presences: [...meeting.presences, ...present.map((each) => ({ ...each, ...lasting }))],
    chairings: [...meeting.chairings, ...chair.map(({ seatId, practitionerId }) => ({ seatId, practitionerId, ...lasting }))],
    // Whoever is there as it begins is back in the room; for the matter itself they never count again (`roomAt`).
    withdrawals: until(meeting.withdrawals, at, (each) => present.some(({ practitionerId }) => practitionerId === each.practitionerId)),
    lastAt: at,
  };
}

function sat(state: Extract<MeetingState, { status: 'open' | 'adjourned' }>, event: SittingEvent): MeetingState {
  if (event.type === 'MeetingClosed') return { ...state, ...ended(state, event.data.closedAt), status: 'closed' };
  const { at } = event.data;
  switch (event.type) {
    case 'MemberArrived': {
      const { seatId, practitionerId, as } = event.data;
      return { ...state, lastAt: at, presences: [...state.presences, { seatId, practitionerId, as, from: at, to: undefined }] };
    }
    case 'MemberLeft':
      return { ...state, lastAt: at, ...withoutSeat(state, event.data.seatId, at) };
    case 'ChairTaken': {
      const { seatId, practitionerId } = event.data;
      const chairing: Chairing = { seatId, practitionerId, from: at, to: undefined };
      return { ...state, lastAt: at, chairings: [...until(state.chairings, at), chairing] };
    }
    case 'ConflictOfInterestDeclared':
      return { ...state, lastAt: at };
    case 'MemberRecused': {
      const { matterId, seatId, practitionerId } = event.data;
      return { ...state, lastAt: at, withdrawals: [...state.withdrawals, { matterId, seatId, practitionerId, from: at, to: undefined }] };
    }
    case 'MemberReturned': {
      const { matterId, practitionerId } = event.data;
      const isTheirs = (each: Sat['withdrawals'][number]) => each.matterId === matterId && each.practitionerId === practitionerId;
      return { ...state, lastAt: at, withdrawals: until(state.withdrawals, at, isTheirs) };
    }
    case 'MeetingAdjourned':
      return { ...state, ...ended(state, at), status: 'adjourned' };
    case 'MeetingResumed':
      return begun(state, event.data);
  }
}

/** Ends what still lasts, of those chosen, at that moment. */
const until = <I extends Interval>(intervals: readonly I[], at: Instant, chosen: (each: I) => boolean = () => true): readonly I[] =>
  intervals.map((each) => (each.to === undefined && chosen(each) ? { ...each, to: at } : each));

const withoutSeat = ({ presences, chairings }: Sat, left: Id<'seat'>, at: Instant) => ({
  presences: until(presences, at, ({ seatId }) => seatId === left),
  chairings: until(chairings, at, ({ seatId }) => seatId === left),
});

/** When a sitting ends everybody leaves the room; who was withdrawn from a matter is so still, unless it goes on with them. */
const ended = ({ sittings, presences, chairings }: Sat, at: Instant) => ({
  sittings: until(sittings, at),
  presences: until(presences, at),
  chairings: until(chairings, at),
  lastAt: at,
});
