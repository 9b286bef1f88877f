import { accept, formatLondonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import type { DecisionState } from './decision-state';
import { pastDay, standingMatter } from './matter';
import { evolveMatter } from './matter-state';
import type { Matter, MatterEvent, MatterState, NewMatterEvent } from './matter-state';
import { concludes } from './outcome-basis';
import { refuseSeatless } from './panel';
import type { PanelState } from './panel';
import { refusePanel } from './refusals';

/** Puts a matter on the agenda of a meeting, or gives it another place or time on it. */
export interface PutOnAgenda {
  readonly type: 'PutOnAgenda';
  readonly meetingId: Id<'meeting'>;
  /** Place on the agenda, from 1. */
  readonly place: number;
  /** Time of day in London, `HH:mm`; `null` where none is set. */
  readonly startsAt: string | null;
  /** London day on which it was done. */
  readonly on: string;
  readonly today: LondonDate;
}
export interface TakeOffAgenda {
  readonly type: 'TakeOffAgenda';
  readonly meetingId: Id<'meeting'>;
  /** Nothing personal: it is read by everybody who reads the agenda. */
  readonly because: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** Withdraws a matter that no panel has concluded; it then stands on no agenda. */
export interface WithdrawMatter {
  readonly type: 'WithdrawMatter';
  /** Personal. */
  readonly because: string;
  readonly on: string;
  readonly today: LondonDate;
}
export type MatterAgendaCommand = PutOnAgenda | TakeOffAgenda | WithdrawMatter;

/** A meeting as far as its agenda goes. */
export type MeetingOfAgenda =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'scheduled' | 'open' | 'adjourned' | 'closed' | 'cancelled';
      readonly meetingId: Id<'meeting'>;
      readonly panelId: Id<'panel'>;
      readonly on: LondonDate;
    };

/** What the way of a matter through meetings rests on, each read from its own stream. */
export interface MatterAgendaFacts {
  /** The agency for which the person acts. */
  readonly actingAgency: string;
  /** The panel whose meeting the command names. */
  readonly panel: PanelState;
  /** The meeting that the command names; unknown for a withdrawal, which names none. */
  readonly meeting: MeetingOfAgenda;
  /** The other meetings on whose agenda the matter stands. */
  readonly elsewhere: readonly MeetingOfAgenda[];
  /** The places of other matters on the agenda of the meeting named, as far as is known. */
  readonly taken: readonly number[];
  /** What panels or officers made of the matter so far. */
  readonly decisions: readonly DecisionState[];
}

/**
 * A matter's way through meetings. It stands on one agenda that is still to be taken at a time, in a place of
 * its own: two matters in one place are refused (`agenda-place-taken`) as far as the facts can tell. Those of
 * other matters come from their streams, found through a read model, so that two put in one place within the
 * same moment may both stand there; the agenda pack then shows both and says so, and either can be moved.
 */
export const matterAgendaDecider: Decider<MatterAgendaCommand, MatterState, NewMatterEvent, MatterEvent, MatterAgendaFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveMatter,
  decide(command, state, facts) {
    const matter = standingMatter(state);
    if (!matter.ok) return matter;
    const on = dayFor(command, matter.value);
    if (!on.ok) return on;
    switch (command.type) {
      case 'PutOnAgenda':
        return putOnAgenda({ ...command, on: on.value }, matter.value, facts);
      case 'TakeOffAgenda':
        return takeOffAgenda({ ...command, on: on.value }, matter.value, facts);
      case 'WithdrawMatter':
        return withdraw({ ...command, on: on.value }, matter.value, facts);
    }
  },
};

type Dated<C> = C & { readonly on: LondonDate };

function dayFor(command: MatterAgendaCommand, { raisedOn }: Matter): Result<LondonDate> {
  const on = pastDay(command.on, command.today);
  if (!on.ok || on.value >= raisedOn) return on;
  return refusePanel('matter-date-before-raised', `The matter was brought on ${formatLondonDate(raisedOn)}; give that day or a later one.`);
}

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

function putOnAgenda(command: Dated<PutOnAgenda>, matter: Matter, facts: MatterAgendaFacts): Decision<NewMatterEvent> {
  const { meetingId, place, startsAt, on } = command;
  const meeting = meetingFor(matter, facts);
  if (!meeting.ok) return meeting;
  const { panelId } = meeting.value;
  const refusal = refusePlace(command) ?? refuseTaken(meetingId, facts) ?? refuseElsewhere(facts) ?? refuseForPanel(panelId, on, facts);
  if (refusal) return refusal;
  const stands = matter.agenda.find((entry) => entry.meetingId === meetingId);
  if (stands !== undefined && stands.place === place && stands.startsAt === startsAt) return accept();
  if (facts.taken.includes(place)) {
    return refusePanel('agenda-place-taken', `Another matter is item ${place} of this agenda; give this one a free place, or move the other first.`);
  }
  const { matterId, childId } = matter;
  return accept({ type: 'MatterPutOnAgenda', data: { matterId, childId, on, meetingId, panelId, place, startsAt } });
}

function refusePlace({ place, startsAt }: PutOnAgenda): Refusal | undefined {
  if (!Number.isSafeInteger(place) || place < 1) {
    return refusePanel('agenda-place-malformed', 'Give the place on the agenda as a whole number, from 1.');
  }
  return startsAt === null || TIME_OF_DAY.test(startsAt)
    ? undefined
    : refusePanel('agenda-time-malformed', 'Give the time of day in London as HH:mm, for example 09:30.');
}

type PlannedMeeting = Exclude<MeetingOfAgenda, { readonly status: 'unknown' }>;

/** The meeting, if it is of a panel that is asked, its agenda can still change, and an agency with a seat asks for it. */
function meetingFor(matter: Matter, { meeting, panel, actingAgency, decisions }: MatterAgendaFacts): Result<PlannedMeeting> {
  if (meeting.status === 'unknown' || panel.status === 'unknown') {
    return refusePanel('meeting-unknown', 'There is no meeting with this id; schedule it first.');
  }
  const seatless = refuseSeatless(panel, actingAgency, meeting.on);
  if (seatless) return seatless;
  if (!panelsAsked(matter, decisions).includes(meeting.panelId)) {
    return refusePanel('meeting-of-another-panel', 'This panel was not asked: bring the matter to it as a matter of its own, or have the panel that was asked refer it.');
  }
  switch (meeting.status) {
    case 'scheduled':
    case 'open':
    case 'adjourned':
      return succeed(meeting);
    case 'closed':
      return refusePanel('agenda-closed', 'This meeting is closed and its agenda stays as it was; use the next meeting.');
    case 'cancelled':
      return refusePanel('agenda-closed', 'This meeting was cancelled; use another meeting.');
  }
}

/** The panel to which the matter was brought, and those to which panels referred it, in that order. */
const panelsAsked = ({ panelId }: Matter, decisions: readonly DecisionState[]): readonly Id<'panel'>[] => [
  panelId,
  ...decisions.flatMap((decision) => (decision.status === 'recorded' && decision.referredTo !== null ? [decision.referredTo] : [])),
];

/** What a meeting has taken stays on its agenda as it was. */
function refuseTaken(meetingId: string, { decisions }: MatterAgendaFacts): Refusal | undefined {
  return decisions.some((decision) => takenIn(decision, meetingId))
    ? refusePanel('matter-taken-in-meeting', 'The outcome of this matter in this meeting is recorded, so its place on the agenda stays as it was.')
    : undefined;
}

/** Whether the meeting came to an outcome: a decision of its own, or the ratification of an urgent one. */
const takenIn = (decision: DecisionState, meetingId: string): boolean =>
  decision.status === 'recorded' &&
  (decision.meetingId === meetingId ||
    (decision.urgent !== null && decision.standing !== 'urgent-until-ratified' && decision.consideration.meetingId === meetingId));

/** On one agenda at a time: where another meeting has not taken it yet, it waits there. */
function refuseElsewhere({ elsewhere, decisions }: MatterAgendaFacts): Refusal | undefined {
  const waits = elsewhere.find(
    (meeting) =>
      (meeting.status === 'scheduled' || meeting.status === 'open' || meeting.status === 'adjourned') &&
      !decisions.some((decision) => takenIn(decision, meeting.meetingId)),
  );
  if (waits === undefined || waits.status === 'unknown') return undefined;
  const day = formatLondonDate(waits.on);
  return refusePanel('matter-on-another-agenda', `The matter is on the agenda of the meeting on ${day}: take it off there first, or wait until that meeting has taken it.`);
}

function takeOffAgenda(command: Dated<TakeOffAgenda>, matter: Matter, facts: MatterAgendaFacts): Decision<NewMatterEvent> {
  const { meetingId, because, on } = command;
  const meeting = meetingFor(matter, facts);
  if (!meeting.ok) return meeting;
  const refusal = refuseTaken(meetingId, facts);
  if (refusal) return refusal;
  if (!matter.agenda.some((entry) => entry.meetingId === meetingId)) {
    return refusePanel('matter-not-on-agenda', 'The matter does not stand on the agenda of this meeting.');
  }
  const { matterId, childId } = matter;
  return accept({ type: 'MatterTakenOffAgenda', data: { matterId, childId, on, meetingId, panelId: meeting.value.panelId, because } });
}

function withdraw(command: Dated<WithdrawMatter>, matter: Matter, facts: MatterAgendaFacts): Decision<NewMatterEvent> {
  const { matterId, childId, agencyId } = matter;
  if (facts.actingAgency !== agencyId) {
    return refusePanel('matter-of-another-agency', 'Only the agency that brought this matter withdraws it; the panel can record that it was withdrawn.');
  }
  const { because, on } = command;
  const asked = panelsAsked(matter, facts.decisions).at(-1) ?? matter.panelId;
  if (facts.decisions.some((decision) => concludes(decision, asked, on))) return refuseDecided();
  return accept({ type: 'MatterWithdrawn', data: { matterId, childId, on, agencyId, because } });
}

/** A matter that is decided comes to no further meeting, but an urgent decision comes to the next to be ratified. */
const refuseForPanel = (panelId: Id<'panel'>, on: LondonDate, { decisions }: MatterAgendaFacts): Refusal | undefined =>
  decisions.some((decision) => concludes(decision, panelId, on) && !awaitsPanel(decision)) ? refuseDecided() : undefined;

const awaitsPanel = (decision: DecisionState): boolean =>
  decision.status === 'recorded' && decision.standing === 'urgent-until-ratified';

const refuseDecided = (): Refusal =>
  refusePanel('matter-already-decided', 'This matter is decided: bring a variation or a review as a matter of its own.');
