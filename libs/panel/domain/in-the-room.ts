import type { TermsOfReference } from '@accord/panel/contracts';
import { londonDateOf, succeed } from '@accord/shared/kernel';
import type { Id, Instant, Result } from '@accord/shared/kernel';
import type { Matter, MatterState } from './matter-state';
import { momentPast, openSitting } from './meeting-moment';
import type { MeetingState, OpenSitting } from './meeting-state';
import { refuseSeatless, refuseUnknownPanel, termsOn } from './panel';
import type { Constituted, PanelState } from './panel';
import { refusePanel } from './refusals';
import { roomAt } from './room';
import type { AtMinute, Room } from './room';

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
  const { panel, matter, actingAgency } = facts;
  const meeting = openSitting(facts.meeting);
  if (!meeting.ok) return meeting;
  if (panel.status === 'unknown') return refuseUnknownPanel();
  if (matter.status === 'unknown') return refusePanel('matter-unknown', 'There is no such matter: raise it with the panel first.');
  const at = momentPast({ at: text, now });
  if (!at.ok) return at;
  const room = roomOnDay(meeting.value, panel, { at: at.value, matterId });
  if (!room.ok) return room;
  const seatless = refuseSeatless(panel, actingAgency, room.value.room.on);
  if (seatless) return seatless;
  if (!matter.agenda.some((entry) => entry.meetingId === meetingId)) {
    return refusePanel('matter-not-on-agenda', 'The matter is not on the agenda of this meeting: put it there first.');
  }
  return succeed({ ...room.value, matter });
}

/** The room under the terms of reference that hold on its day. */
function roomOnDay(meeting: OpenSitting, panel: Constituted, minute: AtMinute): Result<Omit<InTheRoom, 'matter'>> {
  const inForce = termsOn(panel, londonDateOf(minute.at));
  const room = inForce && roomAt(meeting, inForce.terms, minute);
  return room
    ? succeed({ room, terms: inForce.terms, termsVersion: inForce.version })
    : refusePanel('meeting-not-sitting', 'The meeting was not sitting at that minute; check the moment given.');
}
