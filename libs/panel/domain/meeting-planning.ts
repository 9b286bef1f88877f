import { accept, londonDate, succeed } from '@accord/shared/kernel';
import type { Decision, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import type { CancelMeeting, MoveMeeting, ScheduleMeeting } from './meeting-commands';
import { refuseBeforePanel, termsFor } from './meeting-facts';
import type { MeetingFacts } from './meeting-facts';
import { refuseCancelled } from './meeting-moment';
import type { MeetingState, NewMeetingEvent } from './meeting-state';
import { refuseUnknownPanel } from './panel';
import type { PanelState } from './panel';
import { refusePanel } from './refusals';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Plans a meeting; any agency may: planning settles nothing. Refuses `meeting-already-scheduled`,
 * `panel-unknown`, `meeting-before-panel`, `meeting-time-malformed`.
 */
export function scheduleMeeting(command: ScheduleMeeting, state: MeetingState, { panel }: MeetingFacts): Decision<NewMeetingEvent> {
  if (state.status !== 'unknown') {
    return refusePanel('meeting-already-scheduled', 'This meeting is already on the calendar; move it to change its day, time or place.');
  }
  const on = dayOfPanel(panel, command.on);
  if (!on.ok) return on;
  const malformed = refuseTime(command.startsAt);
  if (malformed) return malformed;
  const { meetingId, panelId, startsAt = null, place = null } = command;
  return accept({ type: 'MeetingScheduled', data: { meetingId, panelId, on: on.value, startsAt, place } });
}

/** Gives a planned meeting another day, time or place. Nothing changes where it has them already. */
export function moveMeeting(command: MoveMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const planned = plannedFor(state, facts);
  if (!planned.ok) return planned;
  const { meetingId, panelId, on: movedFrom } = planned.value;
  const on = dayOfPanel(facts.panel, command.on);
  if (!on.ok) return on;
  const malformed = refuseTime(command.startsAt);
  if (malformed) return malformed;
  const { startsAt = planned.value.startsAt, place = planned.value.place, because } = command;
  if (on.value === movedFrom && startsAt === planned.value.startsAt && place === planned.value.place) return accept();
  return accept({ type: 'MeetingMoved', data: { meetingId, panelId, on: on.value, movedFrom, startsAt, place, because } });
}

export function cancelMeeting({ because }: CancelMeeting, state: MeetingState, facts: MeetingFacts): Decision<NewMeetingEvent> {
  const planned = plannedFor(state, facts);
  if (!planned.ok) return planned;
  const { meetingId, panelId, on } = planned.value;
  return accept({ type: 'MeetingCancelled', data: { meetingId, panelId, on, because } });
}

/** The meeting while it is only planned, for somebody whose agency has a seat on the panel on its day. */
function plannedFor(state: MeetingState, facts: MeetingFacts): Result<Extract<MeetingState, { status: 'scheduled' }>> {
  switch (state.status) {
    case 'unknown':
      return refusePanel('meeting-unknown', 'There is no meeting with this id; schedule it first.');
    case 'cancelled':
      return refuseCancelled();
    case 'scheduled': {
      const terms = termsFor(facts, state.on);
      return terms.ok ? succeed(state) : terms;
    }
    case 'open':
    case 'adjourned':
    case 'closed':
      return refusePanel('meeting-already-opened', 'This meeting has sat; it can be adjourned or closed, and no longer moved or cancelled.');
  }
}

function dayOfPanel(panel: PanelState, text: string): Result<LondonDate> {
  if (panel.status === 'unknown') return refuseUnknownPanel();
  const on = londonDate(text);
  return !on.ok || on.value >= panel.from ? on : refuseBeforePanel(panel);
}

const refuseTime = (startsAt: string | undefined): Refusal | undefined =>
  startsAt === undefined || TIME_OF_DAY.test(startsAt)
    ? undefined
    : refusePanel('meeting-time-malformed', 'Give the time of day in London as hours and minutes, for example 09:30 or 14:00.');
