import type { MinutesApproved } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal } from '@accord/shared/kernel';
import { evolveMeeting } from './meeting-evolution';
import type { MeetingEvent, MeetingState } from './meeting-state';
import { refuseSeatless, termsOn } from './panel';
import type { Constituted, PanelState } from './panel';
import type { PractitionerState } from './practitioner';
import { refusePanel } from './refusals';

/** Approves the minutes of a meeting as somebody who sat in it read them. */
export interface ApproveMinutes {
  readonly type: 'ApproveMinutes';
  /** SHA-256 of the HTML that was read, hexadecimal. */
  readonly sha256: string;
  /** Position of the last event that it takes in. */
  readonly upTo: number;
  readonly practitionerId: Id<'practitioner'>;
  /** The meeting that approves them; left out where it is done between meetings. */
  readonly atMeetingId?: Id<'meeting'>;
  /** The day of the request, in London. */
  readonly today: LondonDate;
}

export interface MinutesFacts {
  readonly panel: PanelState;
  /** The agency for which the person acts who asks. */
  readonly actingAgency: string;
  /** The sign-in of the person who asks. */
  readonly actor: string;
  /** The person named as the one who approves. */
  readonly approver: PractitionerState;
  /** The meeting named as the one that approves; `unknown` where none is. */
  readonly atMeeting: MeetingState;
  /** SHA-256 of the minutes as they are generated at the position given; `undefined` where the close is not among them. */
  readonly generated: string | undefined;
}

export interface MinutesState {
  readonly meeting: MeetingState;
  /** What was approved last. */
  readonly approved: { readonly upTo: number; readonly sha256: string } | undefined;
}

/** The rules of approving minutes: on the stream of the meeting whose minutes they are. */
export const minutesDecider: Decider<ApproveMinutes, MinutesState, New<typeof MinutesApproved>, MeetingEvent, MinutesFacts> = {
  initial: { meeting: { status: 'unknown' }, approved: undefined },
  evolve({ meeting, approved }, event) {
    const latest = event.type === 'MinutesApproved' ? { upTo: event.data.upTo, sha256: event.data.sha256 } : approved;
    return { meeting: evolveMeeting(meeting, event), approved: latest };
  },
  decide: approveMinutes,
};

/**
 * Refuses `meeting-unknown`, `agency-without-seat`, `minutes-not-ready` before the meeting is closed,
 * `minutes-approved-by-absent`, `minutes-approved-by-observer`, `minutes-approved-for-another` where the sign-in of the
 * person named is known and is not that of the person who asks, `minutes-differ`, `minutes-already-approved` where later ones were, and
 * `minutes-approved-elsewhere`. To approve once more what is approved changes nothing.
 */
function approveMinutes(command: ApproveMinutes, { meeting, approved }: MinutesState, facts: MinutesFacts): Decision<New<typeof MinutesApproved>> {
  const { panel, actingAgency, generated } = facts;
  if (meeting.status === 'unknown' || panel.status === 'unknown') return refusePanel('meeting-unknown', 'There is no meeting with this id.');
  const seatless = refuseSeatless(panel, actingAgency, meeting.on);
  if (seatless) return seatless;
  if (meeting.status !== 'closed' || generated === undefined) {
    return refusePanel('minutes-not-ready', 'Close the meeting, read its minutes once more and approve those.');
  }
  const { sha256, upTo, practitionerId, atMeetingId = null } = command;
  const unfit = refuseApprover(command, { meeting, panel, facts });
  if (unfit) return unfit;
  if (sha256 !== generated) {
    return refusePanel('minutes-differ', 'The text that was read is not the one on record at that position. Read the minutes afresh, as HTML and with children’s details, and give the hash and the position that come with them.');
  }
  if (approved?.upTo === upTo && approved.sha256 === sha256) return accept();
  if (approved !== undefined && upTo <= approved.upTo) {
    return refusePanel('minutes-already-approved', 'These minutes are approved with what was recorded later; nothing is left to approve in the earlier text.');
  }
  const elsewhere = refuseElsewhere(command, { meeting, facts });
  if (elsewhere) return elsewhere;
  const { meetingId, panelId } = meeting;
  return accept({
    type: 'MinutesApproved',
    data: { meetingId, panelId, on: approvedOn(command, facts), atMeetingId, upTo, sha256, practitionerId },
  });
}

interface Approver {
  readonly meeting: Extract<MeetingState, { readonly status: 'closed' }>;
  readonly panel: Constituted;
  readonly facts: MinutesFacts;
}

/** Who approves sat in the meeting, and not only to observe; and nobody approves in the name of another. */
function refuseApprover({ practitionerId }: ApproveMinutes, { meeting, panel, facts: { approver, actor } }: Approver): Refusal | undefined {
  const sat = meeting.presences.filter((each) => each.practitionerId === practitionerId);
  if (sat.length === 0) {
    return refusePanel('minutes-approved-by-absent', 'Minutes are approved by somebody who sat in the meeting: name a person who did.');
  }
  const observers = meeting.sittings.flatMap(({ on }) => termsOn(panel, on)?.terms.seats ?? []).filter(({ standing }) => standing === 'observer');
  if (sat.every(({ seatId }) => observers.some((seat) => seat.seatId === seatId))) {
    return refusePanel('minutes-approved-by-observer', 'An observer does not approve minutes: name a member who sat in the meeting.');
  }
  const another = approver.status === 'registered' && approver.actorId !== undefined && approver.actorId !== actor;
  return another
    ? refusePanel('minutes-approved-for-another', 'Whoever approves the minutes signs in themselves: name yourself, or let the person named approve them.')
    : undefined;
}

interface Approving {
  readonly meeting: Extract<MeetingState, { readonly panelId: unknown }>;
  readonly facts: MinutesFacts;
}

/** A meeting approves the minutes of an earlier one of the same panel, and only if it sat. */
function refuseElsewhere({ atMeetingId }: ApproveMinutes, { meeting, facts: { atMeeting } }: Approving): Refusal | undefined {
  if (atMeetingId === undefined) return undefined;
  const couldSit = 'sittings' in atMeeting && atMeeting.panelId === meeting.panelId;
  if (couldSit && atMeeting.meetingId !== meeting.meetingId && atMeeting.on >= meeting.on) return undefined;
  return refusePanel('minutes-approved-elsewhere', 'Name a later meeting of the same panel that has sat, or none where the chair approves the minutes between meetings.');
}

const approvedOn = ({ atMeetingId, today }: ApproveMinutes, { atMeeting }: MinutesFacts): LondonDate =>
  atMeetingId !== undefined && atMeeting.status !== 'unknown' ? atMeeting.on : today;
