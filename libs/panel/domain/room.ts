import type { Seat, TermsOfReference } from '@accord/panel/contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import { holds, presentAt } from './meeting-state';
import type { MeetingState } from './meeting-state';

/** Somebody in a seat. */
export interface Seated {
  readonly seat: Seat;
  readonly practitionerId: Id<'practitioner'>;
  readonly as: 'member' | 'deputy';
}

/** Who is in the room for one matter at one minute. */
export interface Room {
  readonly meetingId: Id<'meeting'>;
  readonly panelId: Id<'panel'>;
  /** The day of this sitting. */
  readonly on: LondonDate;
  readonly at: Instant;
  /** The seat that chairs, always one of `seated`; `undefined` while nobody chairs: then a matter is at most put off. */
  readonly chairSeatId: Id<'seat'> | undefined;
  /** Present in a seat, and not withdrawn from this matter. */
  readonly seated: readonly Seated[];
  /** Seats whose members withdrew from this matter; they never count for it, even after they come back. */
  readonly recused: readonly Id<'seat'>[];
  /** Seats whose holders withdrew from another matter and have not returned: they are out of the room for this one too. */
  readonly outside: readonly Id<'seat'>[];
}

/** The matter considered, and the moment. */
export interface AtMinute {
  readonly at: Instant;
  readonly matterId: Id<'matter'>;
}

/**
 * Who is in the room for the matter at that minute, as the meeting's record stands; `undefined` when the meeting
 * does not sit then. `terms` are those in force on the sitting's day: a seat that they do not have is empty.
 *
 * Whoever withdrew from any matter is out of the room until they return, or a later sitting begins with them; from the matter itself they stay out
 * for good. So does their seat: a deputy who takes it does not bring it back to a matter from which its member
 * withdrew, and the person does not come back to the matter in another seat.
 */
export function roomAt(meeting: MeetingState, terms: TermsOfReference, { at, matterId }: AtMinute): Room | undefined {
  if (meeting.status === 'unknown' || meeting.status === 'scheduled' || meeting.status === 'cancelled') return undefined;
  const sitting = meeting.sittings.find((each) => holds(each, at));
  if (sitting === undefined) return undefined;
  const out = meeting.withdrawals.filter((each) => holds(each, at));
  const fromMatter = meeting.withdrawals.filter((each) => each.matterId === matterId && each.from <= at);
  const present = presentAt(meeting, at);
  const conflicted = present.filter(({ practitionerId }) => fromMatter.some((each) => each.practitionerId === practitionerId));
  const recused = new Set([...fromMatter, ...conflicted].map(({ seatId }) => seatId));
  const seated = present.flatMap(({ seatId, practitionerId, as }): readonly Seated[] => {
    const seat = terms.seats.find((each) => each.seatId === seatId);
    const isOut = recused.has(seatId) || out.some((each) => each.practitionerId === practitionerId);
    return seat === undefined || isOut ? [] : [{ seat, practitionerId, as }];
  });
  const chair = meeting.chairings.find((each) => holds(each, at));
  const chairs = seated.find(({ seat, practitionerId }) => seat.seatId === chair?.seatId && practitionerId === chair.practitionerId);
  const outside = present.flatMap(({ seatId, practitionerId }) =>
    !recused.has(seatId) && out.some((each) => each.practitionerId === practitionerId) ? [seatId] : [],
  );
  const { meetingId, panelId } = meeting;
  return { meetingId, panelId, on: sitting.on, at, chairSeatId: chairs?.seat.seatId, seated, recused: [...recused], outside };
}
