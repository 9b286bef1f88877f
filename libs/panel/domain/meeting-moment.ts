import type { TermsOfReference } from '@accord/panel/contracts';
import { formatLondonDate, formatLondonTime, instantOf, londonDateOf, succeed } from '@accord/shared/kernel';
import type { Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import type { Moment } from './meeting-commands';
import { termsFor } from './meeting-facts';
import type { MeetingFacts } from './meeting-facts';
import type { MeetingState, OpenSitting, Sat } from './meeting-state';
import { refusePanel } from './refusals';

/** A moment of an open sitting, and the terms of reference under which it sits. */
export interface InSitting {
  readonly meeting: OpenSitting;
  readonly terms: TermsOfReference;
  readonly at: Instant;
}

/**
 * The open sitting at the moment given, for somebody whose agency has a seat. Refuses what `openSitting`, `momentOn`
 * and `refuseEarlier` refuse, and `agency-without-seat`.
 */
export function inSitting(state: MeetingState, moment: Moment, facts: MeetingFacts): Result<InSitting> {
  const meeting = openSitting(state);
  if (!meeting.ok) return meeting;
  const terms = termsFor(facts, meeting.value.on);
  if (!terms.ok) return terms;
  const at = momentOn(meeting.value.on, moment);
  return at.ok ? (refuseEarlier(meeting.value, at.value, facts) ?? succeed({ meeting: meeting.value, terms: terms.value, at: at.value })) : at;
}

/**
 * The meeting, if it sits as its record stands. Refuses `meeting-unknown`, `meeting-not-held`,
 * `meeting-cancelled`, `meeting-adjourned`, `meeting-not-open`.
 */
export function openSitting(state: MeetingState): Result<OpenSitting> {
  switch (state.status) {
    case 'open':
      return succeed(state);
    case 'unknown':
      return refusePanel('meeting-unknown', 'There is no meeting with this id; schedule it and open it first.');
    case 'scheduled':
      return refusePanel('meeting-not-held', 'This meeting is planned and has not been opened; open it first.');
    case 'cancelled':
      return refuseCancelled();
    case 'adjourned':
      return refusePanel('meeting-adjourned', 'This meeting is adjourned; resume it first.');
    case 'closed':
      return refusePanel('meeting-not-open', 'This meeting is closed; bring what is left to the next meeting.');
  }
}

export const refuseCancelled = (): Refusal =>
  refusePanel('meeting-cancelled', 'This meeting was cancelled and never sits; schedule another one.');

/**
 * The moment given, if it has come and lies on the London day of the sitting. Refuses `not-an-instant`,
 * `meeting-in-future`, `meeting-not-on-that-day`.
 */
export function momentOn(on: LondonDate, { at: text, now }: Moment): Result<Instant> {
  const at = momentPast({ at: text, now });
  if (!at.ok || londonDateOf(at.value) === on) return at;
  return refusePanel(
    'meeting-not-on-that-day',
    `The sitting is on ${formatLondonDate(on)}, London time; give a moment of that day. One that passes midnight is adjourned before it and resumed after it.`,
  );
}

/** The moment given, if it has come. */
export function momentPast({ at: text, now }: Moment): Result<Instant> {
  const at = instantOf(text);
  if (!at.ok || at.value <= now) return at;
  return refusePanel('meeting-in-future', 'A sitting is recorded as it happens or after; give a moment that has come.');
}

/**
 * What happens in a meeting is recorded in the order in which it happened, and never before something that was
 * said or decided there: the room in which a matter was decided never changes afterwards.
 */
export function refuseEarlier({ lastAt }: Sat, at: Instant, { saidUntil }: MeetingFacts): Refusal | undefined {
  const reached = saidUntil !== undefined && saidUntil > lastAt ? saidUntil : lastAt;
  if (at >= reached) return undefined;
  return refusePanel(
    'meeting-moment-out-of-order',
    `The record of this meeting has reached ${formatLondonTime(reached)}; give that moment or a later one. What was left out before it is recorded as a breach.`,
  );
}
