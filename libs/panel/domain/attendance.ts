import type { Seat, TermsOfReference } from '@accord/panel/contracts';
import { accept, formatLondonDate } from '@accord/shared/kernel';
import type { Decision, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { refuseSeatOfEnded } from './agencies-on-day';
import type { Attendance, RecordArrival, RecordDeparture, TakeChair } from './meeting-commands';
import type { MeetingFacts } from './meeting-facts';
import { inSitting } from './meeting-moment';
import { presentNow, withdrawnNow } from './meeting-state';
import type { MeetingState, NewMeetingEvent, Presence, Sat } from './meeting-state';
import { isSamePost, postsOn, refuseNotOfAgency } from './practitioner';
import { refusePanel } from './refusals';

/** Under which terms seats are filled, on which day, and by people of whom this is known. */
export interface SeatingRules {
  readonly terms: TermsOfReference;
  readonly on: LondonDate;
  readonly practitioners: MeetingFacts['practitioners'];
  readonly agencies: MeetingFacts['agencies'];
}

/** Why these people cannot open or resume a sitting together, or `undefined` where they can. */
export function refuseAttendance(
  { chairSeatId, present }: { readonly chairSeatId: Id<'seat'>; readonly present: readonly Attendance[] },
  rules: SeatingRules,
): Refusal | undefined {
  if (new Set(present.map(({ seatId }) => seatId)).size < present.length) {
    return refusePanel('seat-repeated', 'One seat is filled twice; each seat has one person present.');
  }
  for (const [place, attendance] of present.entries()) {
    const refusal = refuseSecondSeat(attendance, present.slice(0, place)) ?? refuseSeating(attendance, rules);
    if (refusal) return refusal;
  }
  if (!present.some(({ seatId }) => seatId === chairSeatId)) {
    return refusePanel('chair-not-present', 'The seat that chairs must be among the seats present.');
  }
  return refuseChair(chairSeatId, rules.terms);
}

/** Records that somebody took a seat during an open sitting, as its member or as a deputy. */
export function recordArrival(command: RecordArrival, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const sitting = inSitting(state, command, facts);
  if (!sitting.ok) return sitting;
  const { meeting, terms, at } = sitting.value;
  const { seatId, practitionerId, as } = command;
  const seated = presentNow(meeting);
  if (seated.some((each) => each.seatId === seatId)) {
    return refusePanel('seat-taken', 'Somebody sits in this seat; record their departure before another person takes it.');
  }
  const { meetingId, panelId, on } = meeting;
  const { practitioners, agencies } = facts;
  const rules = { terms, on, practitioners, agencies };
  const refusal = refuseSecondSeat(command, seated) ?? refuseSeating(command, rules);
  if (refusal) return refusal;
  return accept({ type: 'MemberArrived', data: { meetingId, panelId, on, seatId, practitionerId, as, at } });
}

/** Records that whoever filled the seat left the sitting; a chair who leaves is chair no longer. */
export function recordDeparture(command: RecordDeparture, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const sitting = inSitting(state, command, facts);
  if (!sitting.ok) return sitting;
  const { meeting, at } = sitting.value;
  const present = inSeat(meeting, command.seatId);
  if (present === undefined) return refuseEmptySeat();
  const { meetingId, panelId, on } = meeting;
  const { seatId, practitionerId } = present;
  return accept({ type: 'MemberLeft', data: { meetingId, panelId, on, seatId, practitionerId, at } });
}

/** Whoever fills the seat takes the chair from now on. Nothing changes where they chair already. */
export function takeChair(command: TakeChair, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const sitting = inSitting(state, command, facts);
  if (!sitting.ok) return sitting;
  const { meeting, terms, at } = sitting.value;
  const present = inSeat(meeting, command.seatId);
  if (present === undefined || withdrawnNow(meeting, present.practitionerId).length > 0) {
    return refusePanel('chair-not-present', 'Whoever takes the chair must be in the room: nobody fills this seat now, or they are withdrawn from a matter.');
  }
  const refusal = refuseChair(command.seatId, terms);
  if (refusal) return refusal;
  const { seatId, practitionerId } = present;
  if (meeting.chairings.some((each) => each.to === undefined && each.seatId === seatId)) return accept();
  const { meetingId, panelId, on } = meeting;
  return accept({ type: 'ChairTaken', data: { meetingId, panelId, on, seatId, practitionerId, at } });
}

/** Who fills the seat now, withdrawn from a matter or not. */
export const inSeat = (meeting: Sat, seatId: Id<'seat'>): Presence | undefined =>
  presentNow(meeting).find((each) => each.seatId === seatId);

export const refuseEmptySeat = (): Refusal =>
  refusePanel('member-not-present', 'Nobody fills this seat now; record the arrival first.');

function refuseSecondSeat(attendance: Attendance, others: readonly Attendance[]): Refusal | undefined {
  const other = others.find(({ practitionerId }) => practitionerId === attendance.practitionerId);
  if (other === undefined) return undefined;
  return attendance.as === 'deputy' || other.as === 'deputy'
    ? refusePanel('deputy-for-two-seats', 'One person would fill two seats; a deputy fills one, and none beside an own seat.')
    : refusePanel('practitioner-repeated', 'One person fills two seats; a person speaks and counts for one.');
}

/** Why this person cannot fill this seat that day, whoever else is there. */
function refuseSeating({ seatId, practitionerId, as }: Attendance, { terms, on, practitioners, agencies }: SeatingRules): Refusal | undefined {
  const seat = terms.seats.find((each) => each.seatId === seatId);
  if (seat === undefined) {
    return refusePanel('seat-unknown', 'Someone is present for a seat that the terms of reference of that day do not have.');
  }
  const practitioner = practitioners.get(practitionerId) ?? { status: 'unknown' };
  const stranger = refuseSeatOfEnded(seat.agencyId, agencies) ?? refuseNotOfAgency(practitioner, seat.agencyId, on);
  if (stranger) return stranger;
  const posts = postsOn(practitioner, seat.agencyId, on);
  return as === 'deputy' ? refuseDeputy(seat, posts) : refuseMember(seat, posts, on);
}

const refuseDeputy = (seat: Seat, posts: readonly string[]): Refusal | undefined =>
  mayDeputise(seat, posts)
    ? undefined
    : refusePanel('deputy-not-allowed', 'The terms of reference do not let this person deputise in this seat; the seat stays empty, or its member comes.');

/** A member is whoever holds the seat's post: what is delegated to the post is committed by nobody else. */
const refuseMember = ({ post }: Seat, posts: readonly string[], on: LondonDate): Refusal | undefined =>
  posts.some((held) => isSamePost(held, post))
    ? undefined
    : refusePanel(
        'member-not-in-post',
        `This person does not hold the post “${post}” on ${formatLondonDate(on)}, which is that of this seat: ` +
          'record them as a deputy, if the terms of reference allow it, or record the post first.',
      );

function mayDeputise({ deputies, deputyPosts }: Seat, posts: readonly string[]): boolean {
  switch (deputies) {
    case 'none':
      return false;
    case 'anyone-of-the-agency':
      return true;
    case 'named-posts':
      return deputyPosts.some((named) => posts.some((post) => isSamePost(post, named)));
  }
}

function refuseChair(chairSeatId: Id<'seat'>, { seats, chairs }: TermsOfReference): Refusal | undefined {
  if (seats.some((seat) => seat.seatId === chairSeatId && seat.standing === 'observer')) {
    return refusePanel('chair-may-not-chair', 'An observer may not chair: name a member as chair.');
  }
  return chairs.includes(chairSeatId)
    ? undefined
    : refusePanel('chair-may-not-chair', 'The terms of reference do not let this seat chair: name one of those that they name.');
}
