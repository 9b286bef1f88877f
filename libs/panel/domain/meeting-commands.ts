import type { InterestKind } from '@accord/panel/contracts';
import type { Id, Instant } from '@accord/shared/kernel';

export interface ScheduleMeeting {
  readonly type: 'ScheduleMeeting';
  readonly meetingId: Id<'meeting'>;
  readonly panelId: Id<'panel'>;
  readonly on: string;
  /** Time of day in London, `HH:mm`; left out where it is not settled. */
  readonly startsAt?: string;
  readonly place?: string;
}
/** Moves a planned meeting; the time and place that are left out stay as they were. */
export interface MoveMeeting {
  readonly type: 'MoveMeeting';
  readonly on: string;
  readonly startsAt?: string;
  readonly place?: string;
  readonly because: string;
}
export interface CancelMeeting {
  readonly type: 'CancelMeeting';
  readonly because: string;
}

/** Who fills a seat at this sitting. */
export interface Attendance {
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
  readonly as: 'member' | 'deputy';
}

/** When something happened in a sitting, and the instant of the request: what has not happened yet is no fact. */
export interface Moment {
  readonly at: string;
  readonly now: Instant;
}
export interface OpenMeeting {
  readonly type: 'OpenMeeting';
  readonly openedAt: string;
  readonly chairSeatId: Id<'seat'>;
  readonly present: readonly Attendance[];
  readonly now: Instant;
}
export interface AdjournMeeting extends Moment {
  readonly type: 'AdjournMeeting';
  /** London date on which it is to go on, where one is set. */
  readonly resumesOn?: string;
  readonly because: string;
}
export interface ResumeMeeting extends Moment {
  readonly type: 'ResumeMeeting';
  readonly chairSeatId: Id<'seat'>;
  readonly present: readonly Attendance[];
}
export interface CloseMeeting {
  readonly type: 'CloseMeeting';
  readonly closedAt: string;
  readonly now: Instant;
}

export interface RecordArrival extends Moment, Attendance {
  readonly type: 'RecordArrival';
}
/** Whoever fills the seat leaves the sitting. */
export interface RecordDeparture extends Moment {
  readonly type: 'RecordDeparture';
  readonly seatId: Id<'seat'>;
}
/** Whoever fills the seat takes the chair. */
export interface TakeChair extends Moment {
  readonly type: 'TakeChair';
  readonly seatId: Id<'seat'>;
}

interface MemberAndMatter extends Moment {
  readonly matterId: Id<'matter'>;
  readonly seatId: Id<'seat'>;
}
/** Whoever fills the seat declares an interest in a matter of the agenda. */
export interface DeclareInterest extends MemberAndMatter {
  readonly type: 'DeclareInterest';
  readonly kind: InterestKind;
  /** In words; personal. */
  readonly interest: string;
}
/** Whoever fills the seat withdraws from a matter of the agenda: out of the room until the return. */
export interface RecuseMember extends MemberAndMatter {
  readonly type: 'RecuseMember';
}
/** Whoever fills the seat comes back for the other business. */
export interface ReturnMember extends MemberAndMatter {
  readonly type: 'ReturnMember';
}

export type PlanningCommand = ScheduleMeeting | MoveMeeting | CancelMeeting;
export type SittingCommand = OpenMeeting | AdjournMeeting | ResumeMeeting | CloseMeeting;
export type AttendanceCommand = RecordArrival | RecordDeparture | TakeChair;
export type RecusalCommand = DeclareInterest | RecuseMember | ReturnMember;
export type MeetingCommand = PlanningCommand | SittingCommand | AttendanceCommand | RecusalCommand;
