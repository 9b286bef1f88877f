import type { MinutesApproved, meetingEvents } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

type MeetingDefinition = (typeof meetingEvents)[number];

/** Every event in the stream of a meeting. */
export type MeetingEvent = Recorded<MeetingDefinition>;
/** What the rules of a meeting decide; the approval of minutes has rules of its own. */
export type NewMeetingEvent = New<Exclude<MeetingDefinition, typeof MinutesApproved>>;

/** From a moment to another, half-open; `to` is `undefined` while it lasts. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant | undefined;
}

/** Whether the moment lies in the interval; the last moment is out of it already. */
export const holds = ({ from, to }: Interval, at: Instant): boolean => from <= at && (to === undefined || at < to);

/** A stretch during which the meeting sat, on one London day. */
export interface SittingTime extends Interval {
  readonly on: LondonDate;
}

/** Somebody in a seat for a while, whether or not withdrawn from a matter meanwhile. */
export interface Presence extends Interval {
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
  readonly as: 'member' | 'deputy';
}

/** Somebody in the chair for a while. */
export interface Chairing extends Interval {
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
}

/** Somebody out of the room for a matter: from withdrawing until coming back, or until a sitting begins with them. */
export interface Withdrawal extends Interval {
  readonly matterId: Id<'matter'>;
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
}

export interface Planned {
  readonly meetingId: Id<'meeting'>;
  readonly panelId: Id<'panel'>;
  /** The day for which it is planned, then that of its last sitting. */
  readonly on: LondonDate;
  /** Time of day in London, `HH:mm`. */
  readonly startsAt: string | null;
  readonly place: string | null;
}

/** A meeting that has sat, with everything by minute, in the order in which it happened. */
export interface Sat extends Planned {
  readonly sittings: readonly SittingTime[];
  readonly presences: readonly Presence[];
  readonly chairings: readonly Chairing[];
  readonly withdrawals: readonly Withdrawal[];
  /** The last moment on record: nothing earlier is recorded after it. */
  readonly lastAt: Instant;
}

export type MeetingState =
  | { readonly status: 'unknown' }
  | (Planned & { readonly status: 'scheduled' })
  | (Planned & { readonly status: 'cancelled' })
  | (Sat & { readonly status: 'open' })
  | (Sat & { readonly status: 'adjourned' })
  | (Sat & { readonly status: 'closed' });

export type OpenSitting = Extract<MeetingState, { readonly status: 'open' }>;

/** Who is in which seat at the moment, withdrawn or not. */
export const presentAt = ({ presences }: Sat, at: Instant): readonly Presence[] => presences.filter((each) => holds(each, at));

/** Those in a seat now: as the meeting stands after its last moment. */
export const presentNow = ({ presences }: Sat): readonly Presence[] => presences.filter(({ to }) => to === undefined);

/** The matters from which the person is withdrawn now. */
export const withdrawnNow = ({ withdrawals }: Sat, practitionerId: Id<'practitioner'>): readonly Withdrawal[] =>
  withdrawals.filter((each) => each.to === undefined && each.practitionerId === practitionerId);
