import type { TermsOfReference } from '@accord/panel/contracts';
import { instantOf, londonDateOf, succeed } from '@accord/shared/kernel';
import type { Id, Instant, Refusal, Result } from '@accord/shared/kernel';
import type { Matter, MatterState } from './matter-state';
import type { MeetingState } from './meeting-state';
import { refuseSeatless, termsOn } from './panel';
import type { PanelState } from './panel';
import { refusePanel } from './refusals';
import { roomAt } from './room';
import type { Room } from './room';

/** What anything that is said or decided in a sitting rests on, each read from its own stream. */
export interface SittingFacts {
  readonly meeting: MeetingState;
  readonly panel: PanelState;
  readonly matter: MatterState;
  /** The agency for which the person acts who records it. */
  readonly actingAgency: string;
}

/** The minute of something said or decided. */
export interface SittingMinute {
  readonly matterId: Id<'matter'>;
  readonly meetingId: Id<'meeting'>;
  readonly at: string;
  /** The moment of the request: nothing is recorded before it happens. */
  readonly now: Instant;
}

/** The room at that minute, the terms of reference that hold on the day, and the matter on the agenda. */
export interface InTheRoom {
  readonly room: Room;
  readonly terms: TermsOfReference;
  readonly termsVersion: number;
  readonly matter: Matter;
}

/**
 * Finds the room for a matter on the agenda of a meeting that sits. Refuses a meeting that is not open now, a
 * minute to come or outside a sitting, an agency without a seat, and a matter that is not on the agenda.
 */
export function inTheRoom({ meetingId, matterId, at: text, now }: SittingMinute, facts: SittingFacts): Result<InTheRoom> {
  const { meeting, panel, matter, actingAgency } = facts;
  if (meeting.status === 'unknown' || panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'There is no such meeting: a matter is taken in a meeting of a panel that was planned and opened.');
  }
  if (matter.status === 'unknown') return refusePanel('matter-unknown', 'There is no such matter: raise it with the panel first.');
  const at = instantOf(text);
  if (!at.ok) return at;
  if (at.value > now) return refusePanel('meeting-in-future', 'A sitting is recorded as it happens or afterwards: give a moment that has come.');
  const day = londonDateOf(at.value);
  const inForce = termsOn(panel, day);
  if (!inForce) return refusePanel('meeting-not-sitting', 'The panel had no terms of reference on that day; check the moment given.');
  const refusal = refuseSeatless(panel, actingAgency, day) ?? refuseUnlessOpen(meeting);
  if (refusal) return refusal;
  const room = roomAt(meeting, inForce.terms, { at: at.value, matterId });
  if (!room) return refusePanel('meeting-not-sitting', 'The meeting was not sitting at that minute; check the moment given.');
  if (!matter.agenda.some((entry) => entry.meetingId === meetingId)) {
    return refusePanel('matter-not-on-agenda', 'The matter is not on the agenda of this meeting: put it there first.');
  }
  return succeed({ room, terms: inForce.terms, termsVersion: inForce.version, matter });
}

function refuseUnlessOpen({ status }: Exclude<MeetingState, { readonly status: 'unknown' }>): Refusal | undefined {
  switch (status) {
    case 'scheduled':
    case 'cancelled':
      return refusePanel('meeting-not-held', 'This meeting never sat; nothing can have been said or decided in it.');
    case 'adjourned':
      return refusePanel('meeting-not-open', 'This meeting is adjourned; take the matter once it has resumed.');
    case 'closed':
      return refusePanel('meeting-not-open', 'This meeting is closed; bring the matter to the next meeting.');
    case 'open':
      return undefined;
  }
}
