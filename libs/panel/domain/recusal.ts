import { accept, succeed } from '@accord/shared/kernel';
import type { Decision, Result } from '@accord/shared/kernel';
import { inSeat, refuseEmptySeat } from './attendance';
import { agendaEntryOf } from './matter-state';
import type { DeclareInterest, RecusalCommand, RecuseMember, ReturnMember } from './meeting-commands';
import type { MeetingFacts } from './meeting-facts';
import { inSitting } from './meeting-moment';
import { withdrawnNow } from './meeting-state';
import type { MeetingState, NewMeetingEvent, OpenSitting } from './meeting-state';
import { refusePanel } from './refusals';

type MemberAndMatter = Extract<NewMeetingEvent, { type: 'MemberRecused' }>['data'];

/** Records an interest that a member declared in a matter of the agenda; withdrawing from it is recorded by itself. */
export function declareInterest(command: DeclareInterest, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const member = memberAndMatter(command, state, facts);
  if (!member.ok) return member;
  const { kind, interest } = command;
  return accept({ type: 'ConflictOfInterestDeclared', data: { ...member.value.data, kind, interest } });
}

/**
 * A member leaves the room for a matter: out of it for everything until the return, and never counting for the
 * matter again, whoever sits in the seat (`roomAt`).
 */
export function recuseMember(command: RecuseMember, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const member = memberAndMatter(command, state, facts);
  if (!member.ok) return member;
  if (isWithdrawn(member.value)) {
    return refusePanel('member-already-recused', 'This member is already withdrawn from the matter.');
  }
  return accept({ type: 'MemberRecused', data: member.value.data });
}

/** A member who withdrew comes back for the other business. */
export function returnMember(command: ReturnMember, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const member = memberAndMatter(command, state, facts);
  if (!member.ok) return member;
  if (!isWithdrawn(member.value)) {
    return refusePanel('member-not-recused', 'This member is not withdrawn from the matter: there is nothing to come back from.');
  }
  return accept({ type: 'MemberReturned', data: member.value.data });
}

interface Member {
  readonly meeting: OpenSitting;
  readonly data: MemberAndMatter;
}

const isWithdrawn = ({ meeting, data: { practitionerId, matterId } }: Member): boolean =>
  withdrawnNow(meeting, practitionerId).some((each) => each.matterId === matterId);

/** The member in the seat and the matter on this meeting's agenda, at the moment given. */
function memberAndMatter(command: RecusalCommand, state: MeetingState, facts: MeetingFacts): Result<Member> {
  const sitting = inSitting(state, command, facts);
  if (!sitting.ok) return sitting;
  const { meeting, at } = sitting.value;
  const { meetingId, panelId, on } = meeting;
  const { matter } = facts;
  const { seatId } = command;
  if (matter.status === 'unknown') return refusePanel('matter-unknown', 'There is no matter with this id.');
  const present = inSeat(meeting, seatId);
  if (present === undefined) return refuseEmptySeat();
  // Whoever withdrew from a matter that has since been taken off the agenda still comes back.
  if (command.type !== 'ReturnMember' && agendaEntryOf(matter, meetingId) === undefined) {
    return refusePanel('matter-not-on-agenda', 'This matter is not on the agenda of this meeting; put it there first.');
  }
  const { matterId, childId } = matter;
  const { practitionerId } = present;
  return succeed({ meeting, data: { meetingId, panelId, on, matterId, childId, seatId, practitionerId, at } });
}
