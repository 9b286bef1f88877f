import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { Seat } from './panel';

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
  readonly chairSeatId: Id<'seat'>;
  /** Present in a seat, and not withdrawn from this matter. */
  readonly seated: readonly Seated[];
  /** Seats whose members withdrew from this matter; they never count for it, even after they come back. */
  readonly recused: readonly Id<'seat'>[];
}
