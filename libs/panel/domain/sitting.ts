import { accept, formatLondonDate, londonDate, londonDateOf, succeed } from '@accord/shared/kernel';
import type { Decision, LondonDate, Result } from '@accord/shared/kernel';
import { refuseAttendance } from './attendance';
import type { AdjournMeeting, CloseMeeting, OpenMeeting, ResumeMeeting } from './meeting-commands';
import { termsFor } from './meeting-facts';
import type { MeetingFacts } from './meeting-facts';
import { inSitting, momentOn, momentPast, openSitting, refuseCancelled, refuseEarlier } from './meeting-moment';
import type { MeetingState, NewMeetingEvent } from './meeting-state';
import { refusePanel } from './refusals';

/** Opens a planned meeting on its day. It opens without a quorum: what it may decide is asked for each matter. */
export function openMeeting(command: OpenMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status === 'unknown' || facts.panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'Schedule the meeting before opening it.');
  }
  if (state.status === 'cancelled') return refuseCancelled();
  const terms = termsFor(facts, state.on);
  if (!terms.ok) return terms;
  if (state.status !== 'scheduled') {
    return refusePanel('meeting-already-opened', 'This meeting was already opened; it can be opened once. After an adjournment, resume it.');
  }
  const openedAt = momentOn(state.on, { at: command.openedAt, now: command.now });
  if (!openedAt.ok) return openedAt;
  const { meetingId, panelId, on } = state;
  const { chairSeatId, present } = command;
  const refusal = refuseAttendance({ chairSeatId, present }, { terms: terms.value, on, practitioners: facts.practitioners, agencies: facts.agencies });
  if (refusal) return refusal;
  return accept({
    type: 'MeetingOpened',
    data: { meetingId, panelId, on, openedAt: openedAt.value, chairSeatId, present: present.map((each) => ({ ...each })) },
  });
}

/** Breaks an open sitting off; nobody is in the room until the meeting is resumed. */
export function adjournMeeting(command: AdjournMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const sitting = inSitting(state, command, facts);
  if (!sitting.ok) return sitting;
  const { meeting, at } = sitting.value;
  const { meetingId, panelId, on } = meeting;
  const resumesOn = resumptionAfter(on, command.resumesOn);
  if (!resumesOn.ok) return resumesOn;
  return accept({
    type: 'MeetingAdjourned',
    data: { meetingId, panelId, on, at, resumesOn: resumesOn.value, because: command.because },
  });
}

function resumptionAfter(on: LondonDate, text: string | undefined): Result<LondonDate | null> {
  if (text === undefined) return succeed(null);
  const day = londonDate(text);
  if (!day.ok || day.value >= on) return day;
  return refusePanel(
    'resumption-before-adjournment',
    `The sitting is on ${formatLondonDate(on)}; give that day or a later one for it to go on, or leave the day out.`,
  );
}

/** An adjourned meeting goes on, that day or later, with those who are there then, under the terms of that day. */
export function resumeMeeting(command: ResumeMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status === 'open') return refusePanel('meeting-not-adjourned', 'This meeting is sitting; record who comes as an arrival.');
  if (state.status !== 'adjourned') return notSitting(state);
  const moment = momentPast(command);
  if (!moment.ok) return moment;
  const on = londonDateOf(moment.value);
  const terms = termsFor(facts, on);
  if (!terms.ok) return terms;
  const at = moment.value;
  const { chairSeatId, present } = command;
  const refusal =
    refuseEarlier(state, at, facts) ??
    refuseAttendance({ chairSeatId, present }, { terms: terms.value, on, practitioners: facts.practitioners, agencies: facts.agencies });
  if (refusal) return refusal;
  const { meetingId, panelId } = state;
  return accept({
    type: 'MeetingResumed',
    data: { meetingId, panelId, on, at, chairSeatId, present: present.map((each) => ({ ...each })) },
  });
}

/** Closes an open meeting on the day of its sitting, or one that was adjourned and does not go on, at any later moment. */
export function closeMeeting(command: CloseMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const moment = { at: command.closedAt, now: command.now };
  if (state.status === 'adjourned') {
    const past = momentPast(moment);
    if (!past.ok) return past;
    const on = londonDateOf(past.value);
    const terms = termsFor(facts, on);
    if (!terms.ok) return terms;
    const earlier = refuseEarlier(state, past.value, facts);
    if (earlier) return earlier;
    const { meetingId, panelId } = state;
    return accept({ type: 'MeetingClosed', data: { meetingId, panelId, on, closedAt: past.value } });
  }
  const sitting = inSitting(state, moment, facts);
  if (!sitting.ok) return sitting;
  const { meetingId, panelId, on } = sitting.value.meeting;
  return accept({ type: 'MeetingClosed', data: { meetingId, panelId, on, closedAt: sitting.value.at } });
}

/** Why a meeting that is not adjourned cannot go on. */
function notSitting(state: MeetingState): Decision<NewMeetingEvent> {
  const sitting = openSitting(state);
  return sitting.ok ? accept() : sitting;
}
