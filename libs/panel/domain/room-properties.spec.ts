import { panelEvents } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Id, Instant } from '@accord/shared/kernel';
import { recordedForm } from '@accord/shared/testing';
import fc from 'fast-check';
import { meetingDecider } from './meeting';
import type { Attendance, MeetingCommand } from './meeting-commands';
import { presentNow } from './meeting-state';
import type { MeetingEvent, MeetingState, NewMeetingEvent } from './meeting-state';
import type { PractitionerState } from './practitioner';
import { roomAt } from './room';
import { facts, now, onAgenda } from './sample-meeting';
import { day, education, health, meetingScheduled, moment, numbered, socialCare, terms } from './sample-panel';

// Random sittings: whatever is asked for, in whatever order. What the rules refuse did not happen; what they
// accept must leave a room that a clerk would have written down minute by minute.

const MINUTES = 40;
const minuteOf = (minute: number): Instant => moment(`2025-10-01T09:${String(minute).padStart(2, '0')}:00.000Z`);
const somewhere = terms().seats.slice(0, 6);
const people = [0, 1, 2, 3, 4, 5].map((number) => numbered<'practitioner'>(520 + number));
const matters = [0, 1].map((number) => numbered<'matter'>(900 + number));
const catalogue = catalogueOf(panelEvents);

/** In the post of every seat, and in one of every agency that may deputise, so that anybody may be asked into any seat. */
const everywhere = (practitionerId: Id<'practitioner'>): PractitionerState => ({
  ...{ status: 'registered', practitionerId },
  employments: [...somewhere, ...[health, socialCare, education].map((agencyId) => ({ agencyId, post: 'Service manager' }))].map(
    ({ agencyId, post }, place) => ({
      ...{ employmentId: numbered<'employment'>(place), agencyId, post, roles: ['panel-member'], from: day('2020-04-01') },
    }),
  ),
});
const practitioners = new Map([...people, numbered<'practitioner'>(530)].map((each) => [each, everywhere(each)]));

const attendance: fc.Arbitrary<Attendance> = fc.record({
  seatId: fc.constantFrom(...somewhere.map((seat) => seat.seatId)),
  practitionerId: fc.constantFrom(...people),
  as: fc.constantFrom('member' as const, 'deputy' as const),
});
/** Several in seats of their own. */
const present = fc.uniqueArray(attendance, {
  ...{ minLength: 1, maxLength: 5 },
  comparator: (one, other) => one.seatId === other.seatId || one.practitionerId === other.practitionerId,
});
const firstChair: Attendance = { seatId: terms().chairs[0] ?? numbered<'seat'>(0), practitionerId: numbered<'practitioner'>(530), as: 'member' };
/** The same with somebody in the chair whom nothing else in a sitting moves into another seat. */
const chaired = present.map((all) => [...all.filter(({ seatId: seat }) => seat !== firstChair.seatId), firstChair]);

/** What is asked next, after some minutes; which seat, which matter and who, as far as it matters. */
const asked = fc.record({
  wait: fc.constantFrom(0, 1, 1, 2),
  kind: fc.constantFrom('arrival', 'arrival', 'arrival', 'departure', 'chair', 'recusal', 'recusal', 'return', 'return', 'adjournment'),
  attendance,
  all: chaired,
  pick: fc.nat({ max: 1_000 }),
  matterId: fc.constantFrom(...matters),
});
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;

function commandOf({ kind, attendance: attends, all, pick, matterId }: Asked, state: MeetingState, at: Instant): MeetingCommand {
  if (state.status === 'adjourned') return { type: 'ResumeMeeting', present: all, chairSeatId: firstChair.seatId, at, now };
  const sits = state.status === 'open' ? presentNow(state) : [];
  // Mostly somebody who is there; now and then a seat in which nobody is.
  const seated = pick % 5 === 0 ? attends : (sits[pick % sits.length] ?? attends);
  switch (kind) {
    case 'arrival':
      return { type: 'RecordArrival', ...attends, at, now };
    case 'departure':
      return { type: 'RecordDeparture', seatId: seated.seatId, at, now };
    case 'chair':
      return { type: 'TakeChair', seatId: terms().chairs[pick % 2] ?? seated.seatId, at, now };
    case 'recusal':
      return { type: 'RecuseMember', seatId: seated.seatId, matterId, at, now };
    case 'return': {
      const out = state.status === 'open' ? state.withdrawals.filter(({ to }) => to === undefined) : [];
      const back = out[pick % out.length];
      const seat = sits.find(({ practitionerId }) => practitionerId === back?.practitionerId) ?? seated;
      return { type: 'ReturnMember', seatId: seat.seatId, matterId: back?.matterId ?? matterId, at, now };
    }
    case 'adjournment':
      return { type: 'AdjournMeeting', because: 'Lunch', at, now };
  }
}

/** What happened: the events, and the state after each. */
interface Happened {
  readonly events: readonly NewMeetingEvent[];
  readonly states: readonly MeetingState[];
}

function held(opening: readonly Attendance[], asks: readonly Asked[], closes: boolean): Happened {
  const events: NewMeetingEvent[] = [];
  const states: MeetingState[] = [meetingDecider.initial];
  const happen = (event: NewMeetingEvent) => {
    events.push(event);
    // The catalogue has just validated it.
    states.push(meetingDecider.evolve(states.at(-1) ?? meetingDecider.initial, recordedForm(catalogue, event) as MeetingEvent));
  };
  const ask = (command: MeetingCommand) => {
    const matterId = 'matterId' in command ? command.matterId : (matters[0] ?? numbered<'matter'>(900));
    const known = facts({ practitioners, matter: onAgenda({ matterId }) });
    const decision = meetingDecider.decide(command, states.at(-1) ?? meetingDecider.initial, known);
    if (decision.ok) decision.events.forEach(happen);
  };
  happen(meetingScheduled);
  ask({ type: 'OpenMeeting', openedAt: minuteOf(0), chairSeatId: firstChair.seatId, present: opening, now });
  let minute = 0;
  for (const each of asks) {
    minute = Math.min(minute + each.wait, MINUTES - 2);
    ask(commandOf(each, states.at(-1) ?? meetingDecider.initial, minuteOf(minute)));
  }
  if (closes) ask({ type: 'CloseMeeting', closedAt: minuteOf(MINUTES - 1), now });
  return { events, states };
}

/** The room as somebody would keep it on a sheet of paper, crossing out and writing anew as things happen. */
function onPaper(events: readonly NewMeetingEvent[], minute: Instant, matterId: Id<'matter'>) {
  let sits = false;
  let chair: string | undefined;
  const sheet = new Map<string, Attendance>();
  const outside = new Set<string>();
  const never = new Set<string>();
  for (const event of events) {
    const { data } = event;
    const when = 'openedAt' in data ? data.openedAt : 'closedAt' in data ? data.closedAt : 'at' in data ? data.at : undefined;
    if (when === undefined || when > minute) continue;
    switch (event.type) {
      case 'MeetingOpened':
      case 'MeetingResumed':
        sits = true;
        for (const each of event.data.present) {
          sheet.set(each.seatId, each);
          // Who is written down as there when a sitting begins is back in the room.
          for (const matter of matters) outside.delete(`${each.practitionerId} ${matter}`);
        }
        chair = sheet.get(event.data.chairSeatId)?.practitionerId;
        break;
      case 'MeetingAdjourned':
      case 'MeetingClosed':
        sits = false;
        sheet.clear();
        break;
      case 'MemberArrived':
        sheet.set(event.data.seatId, event.data);
        break;
      case 'MemberLeft':
        sheet.delete(event.data.seatId);
        if (chair === event.data.practitionerId) chair = undefined;
        break;
      case 'ChairTaken':
        chair = event.data.practitionerId;
        break;
      case 'MemberRecused':
        outside.add(`${event.data.practitionerId} ${event.data.matterId}`);
        if (event.data.matterId === matterId) never.add(event.data.practitionerId).add(event.data.seatId);
        break;
      case 'MemberReturned':
        outside.delete(`${event.data.practitionerId} ${event.data.matterId}`);
        break;
      case 'MeetingScheduled':
      case 'MeetingMoved':
      case 'MeetingCancelled':
      case 'ConflictOfInterestDeclared':
        break;
    }
  }
  if (!sits) return undefined;
  const counts = ({ seatId: seat, practitionerId }: Attendance) =>
    !never.has(seat) && !never.has(practitionerId) && ![...outside].some((each) => each.startsWith(practitionerId));
  const seated = [...sheet.values()].filter(counts);
  return {
    seated: seated.map((each) => `${each.seatId} ${each.practitionerId} ${each.as}`).sort(),
    chairSeatId: seated.find(({ practitionerId }) => practitionerId === chair)?.seatId,
  };
}

const roomOf = (state: MeetingState, minute: number, matterId: Id<'matter'>) =>
  roomAt(state, terms(), { at: minuteOf(minute), matterId });
const last = ({ states }: Happened): MeetingState => states.at(-1) ?? meetingDecider.initial;

const happening = fc.tuple(chaired, fc.array(asked, { minLength: 10, maxLength: 40, size: 'max' }), fc.boolean()).map(([opening, asks, closes]) => held(opening, asks, closes));
const everyRoom = (happened: Happened, check: (room: NonNullable<ReturnType<typeof roomAt>>, matterId: Id<'matter'>, minute: number) => void) => {
  for (const matterId of matters) {
    for (let minute = 0; minute < MINUTES; minute++) {
      const room = roomOf(last(happened), minute, matterId);
      if (room) check(room, matterId, minute);
    }
  }
};

describe('In any sitting, whoever comes, leaves, withdraws, returns and deputises', () => {
  it('the room of each minute is the one that a clerk would have kept on paper', () => {
    fc.assert(
      fc.property(happening, fc.constantFrom(...matters), (happened, matterId) => {
        const minutes = Array.from({ length: MINUTES }, (_none, minute) => minute);
        const found = minutes.map((minute) => {
          const room = roomOf(last(happened), minute, matterId);
          const seated = room?.seated.map(({ seat, practitionerId, as }) => `${seat.seatId} ${practitionerId} ${as}`).sort();
          return room && { seated, chairSeatId: room.chairSeatId };
        });
        expect(found).toEqual(minutes.map((minute) => onPaper(happened.events, minuteOf(minute), matterId)));
      }),
    );
  });

  it('a seat or a person that withdrew from a matter is never in the room for it again', () => {
    fc.assert(
      fc.property(happening, (happened) => {
        everyRoom(happened, (room, matterId, minute) => {
          const withdrew = happened.events.flatMap(({ type, data }) =>
            type === 'MemberRecused' && data.matterId === matterId && data.at <= minuteOf(minute) ? [data] : [],
          );
          expect(room.recused).toEqual(expect.arrayContaining(withdrew.map((each) => each.seatId)));
          const back = room.seated.filter(({ seat, practitionerId }) =>
            withdrew.some((each) => each.seatId === seat.seatId || each.practitionerId === practitionerId),
          );
          expect(back).toEqual([]);
        });
      }),
    );
  });

  it('nobody sits in two seats, no seat is filled twice, and whoever chairs is in the room and may chair', () => {
    fc.assert(
      fc.property(happening, (happened) => {
        everyRoom(happened, ({ seated, chairSeatId }) => {
          expect(new Set(seated.map(({ practitionerId }) => practitionerId)).size).toBe(seated.length);
          expect(new Set(seated.map(({ seat }) => seat.seatId)).size).toBe(seated.length);
          const chairs = seated.filter(({ seat }) => seat.seatId === chairSeatId && terms().chairs.includes(seat.seatId));
          expect(chairs.length).toBe(chairSeatId === undefined ? 0 : 1);
        });
      }),
    );
  });

  it('once the meeting is closed nobody is in the room', () => {
    fc.assert(
      fc.property(happening, (happened) => {
        const state = last(happened);
        fc.pre(state.status === 'closed');
        for (const matterId of matters) expect(roomOf(state, MINUTES - 1, matterId)).toBeUndefined();
      }),
    );
  });

  it('what is recorded later never changes who was in the room before', () => {
    fc.assert(
      fc.property(happening, fc.nat({ max: MINUTES - 1 }), (happened, minute) => {
        for (const state of happened.states) {
          const reached = 'lastAt' in state ? state.lastAt : minuteOf(0);
          if (minuteOf(minute) >= reached) continue;
          for (const matterId of matters) expect(roomOf(last(happened), minute, matterId)).toEqual(roomOf(state, minute, matterId));
        }
      }),
    );
  });

  it('people come and go, withdraw and return: the sittings tried are not empty ones', () => {
    const seen = new Set(fc.sample(happening, 100).flatMap(({ events }) => events.map(({ type }) => type)));
    for (const type of ['MemberArrived', 'MemberLeft', 'ChairTaken', 'MemberRecused', 'MemberReturned', 'MeetingAdjourned', 'MeetingResumed', 'MeetingClosed']) {
      expect(seen).toContain(type);
    }
  });
});
