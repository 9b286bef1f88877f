import type { Decider, Decision } from '@accord/shared/kernel';
import { recordArrival, recordDeparture, takeChair } from './attendance';
import type { MeetingCommand } from './meeting-commands';
import { evolveMeeting } from './meeting-evolution';
import type { MeetingFacts } from './meeting-facts';
import { cancelMeeting, moveMeeting, scheduleMeeting } from './meeting-planning';
import type { MeetingEvent, MeetingState, NewMeetingEvent } from './meeting-state';
import { declareInterest, recuseMember, returnMember } from './recusal';
import { adjournMeeting, closeMeeting, openMeeting, resumeMeeting } from './sitting';

/** The rules of a meeting: its planning, its sittings, who is in the room, and its end. */
export const meetingDecider: Decider<MeetingCommand, MeetingState, NewMeetingEvent, MeetingEvent, MeetingFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveMeeting,
  decide,
};

function decide(command: MeetingCommand, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  switch (command.type) {
    case 'ScheduleMeeting':
      return scheduleMeeting(command, state, facts);
    case 'MoveMeeting':
      return moveMeeting(command, state, facts);
    case 'CancelMeeting':
      return cancelMeeting(command, state, facts);
    case 'OpenMeeting':
      return openMeeting(command, state, facts);
    case 'AdjournMeeting':
      return adjournMeeting(command, state, facts);
    case 'ResumeMeeting':
      return resumeMeeting(command, state, facts);
    case 'CloseMeeting':
      return closeMeeting(command, state, facts);
    case 'RecordArrival':
      return recordArrival(command, state, facts);
    case 'RecordDeparture':
      return recordDeparture(command, state, facts);
    case 'TakeChair':
      return takeChair(command, state, facts);
    case 'DeclareInterest':
      return declareInterest(command, state, facts);
    case 'RecuseMember':
      return recuseMember(command, state, facts);
    case 'ReturnMember':
      return returnMember(command, state, facts);
  }
}
