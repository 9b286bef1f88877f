import type {
  CastingVoteGiven,
  ContributionDeclined,
  DiscussionNoted,
  PositionKind,
  PositionTaken,
  VoteCast,
  VoteKind,
} from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Refusal, Result } from '@accord/shared/kernel';
import { countedVotes, refuseTieOfNobody, votersIn } from './carrying';
import { hasEffectOn } from './decision-effect';
import { evolveDecision } from './decision-evolution';
import { nothingSaid } from './decision-state';
import type { Consideration, DecisionEvent, DecisionState } from './decision-state';
import { inTheRoom } from './in-the-room';
import type { InTheRoom, SittingFacts, SittingMinute } from './in-the-room';
import { refusePanel } from './refusals';
import type { Seated } from './room';
import { isSaid } from './said-in-words';

interface Said extends SittingMinute {
  readonly decisionId: Id<'decision'>;
  /** Whether it is about the urgent decision on the matter, which the panel is asked to ratify; left out, it is not. */
  readonly ofUrgent?: boolean | undefined;
}
/** Notes for the minutes what was said; may be written up at any time while the meeting is open. */
export interface NoteDiscussion extends Said {
  readonly type: 'NoteDiscussion';
  /** Personal. */
  readonly note: string;
}
/** Says where an agency stands, through one of its voting members; a later position of that seat takes the place of its earlier one. */
export interface TakePosition extends Said {
  readonly type: 'TakePosition';
  readonly seatId: Id<'seat'>;
  readonly position: PositionKind;
  /** Personal. */
  readonly reasons?: string | undefined;
}
/** Votes; a vote is never changed. */
export interface CastVote extends Said {
  readonly type: 'CastVote';
  readonly seatId: Id<'seat'>;
  readonly vote: VoteKind;
}
/** Settles a tie, by whoever chairs at that minute. */
export interface GiveCastingVote extends Said {
  readonly type: 'GiveCastingVote';
  readonly vote: 'for' | 'against';
  /** Personal. A casting vote without reasons is refused. */
  readonly reasons?: string | undefined;
}
/** Declines, for an agency, to contribute to what is asked for. */
export interface DeclineToContribute extends Said {
  readonly type: 'DeclineToContribute';
  readonly seatId: Id<'seat'>;
  /** Personal. To decline is lawful where it is reasoned; without reasons it is refused. */
  readonly reasons?: string | undefined;
}
export type ConsiderationCommand = NoteDiscussion | TakePosition | CastVote | GiveCastingVote | DeclineToContribute;

type NewConsiderationEvent =
  | New<typeof DiscussionNoted>
  | New<typeof PositionTaken>
  | New<typeof VoteCast>
  | New<typeof CastingVoteGiven>
  | New<typeof ContributionDeclined>;

/** What is said and voted about a matter in a sitting, in the stream of the decision to which it leads. */
export const considerationDecider: Decider<ConsiderationCommand, DecisionState, NewConsiderationEvent, DecisionEvent, SittingFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide(command, state, facts) {
    const here = inTheRoom(command, facts);
    if (!here.ok) return here;
    const refusal = refuseDecided(command, state, here.value) ?? refuseWithdrawn(here.value) ?? refuseOutOfOrder(command, here.value, state);
    if (refusal) return refusal;
    const consideration = consideredHere(state, command.meetingId);
    switch (command.type) {
      case 'NoteDiscussion':
        return accept({ type: 'DiscussionNoted', data: { ...about(command, here.value), note: command.note } });
      case 'TakePosition':
        return takePosition(command, here.value, consideration);
      case 'CastVote':
        return castVote(command, here.value, consideration);
      case 'GiveCastingVote':
        return giveCastingVote(command, here.value, consideration);
      case 'DeclineToContribute':
        return declineToContribute(command, here.value, consideration);
    }
  },
};

/** What was said in this meeting: an urgent decision may have been before another one. */
export function consideredHere(state: DecisionState, meetingId: Id<'meeting'>): Consideration {
  if (state.status === 'unknown' || state.consideration.meetingId !== meetingId) return nothingSaid;
  return state.consideration;
}

/** Nothing is said any more on what is decided; only an urgent decision comes before the panel, to be ratified. */
function refuseDecided({ ofUrgent }: ConsiderationCommand, state: DecisionState, { room }: InTheRoom): Refusal | undefined {
  if (!ofUrgent) {
    return state.status === 'recorded'
      ? refusePanel('decision-already-recorded', 'The matter is decided in this meeting: what was said before stands, and nothing is added to it.')
      : undefined;
  }
  return state.status === 'recorded' && state.standing === 'urgent-until-ratified' && hasEffectOn(state, room.on)
    ? undefined
    : refusePanel('not-urgently-decided', 'No urgent decision on this matter waits to be ratified: consider the matter itself, or bring it anew.');
}

const refuseWithdrawn = ({ matter }: InTheRoom): Refusal | undefined =>
  matter.status === 'withdrawn' ? refusePanel('matter-withdrawn', 'The matter was withdrawn; there is nothing to consider.') : undefined;

function refuseOutOfOrder(command: ConsiderationCommand, { room }: InTheRoom, state: DecisionState): Refusal | undefined {
  return command.type === 'NoteDiscussion' ? undefined : refuseBeforeLastSaid(consideredHere(state, command.meetingId), room.at);
}

/** Refuses a minute before one at which something that counts was said: it could not have been known there. */
export function refuseBeforeLastSaid({ lastAt }: Consideration, at: string): Refusal | undefined {
  return lastAt !== undefined && at < lastAt
    ? refusePanel('said-out-of-order', 'A position or vote of a later minute is on record: give a moment that is not before it.')
    : undefined;
}

const about = ({ decisionId, matterId, meetingId }: ConsiderationCommand, { room, matter }: InTheRoom) => ({
  ...{ decisionId, matterId, meetingId },
  ...{ childId: matter.childId, panelId: room.panelId, on: room.on, at: room.at },
});
const memberOf = ({ seat, practitionerId }: Seated) => ({ agencyId: seat.agencyId, seatId: seat.seatId, practitionerId });
const wordsOf = (reasons: string | undefined): string | undefined => (isSaid(reasons) ? reasons : undefined);

function takePosition(command: TakePosition, here: InTheRoom, said: Consideration): Decision<New<typeof PositionTaken>> {
  const speaker = speakerIn(here, command.seatId);
  if (!speaker.ok) return speaker;
  const spoken = refuseSecondVoice(speaker.value, here, said);
  if (spoken) return spoken;
  const reasons = wordsOf(command.reasons);
  return accept({
    type: 'PositionTaken',
    data: {
      ...about(command, here),
      ...memberOf(speaker.value),
      position: command.position,
      ...(reasons === undefined ? {} : { reasons }),
    },
  });
}

/** An agency speaks with one voice: who took its position changes it, and another only once that seat is out of the room. */
function refuseSecondVoice({ seat }: Seated, { room }: InTheRoom, { positions }: Consideration): Refusal | undefined {
  const spoken = positions.find(({ agencyId }) => agencyId === seat.agencyId);
  if (spoken === undefined || spoken.seatId === seat.seatId) return undefined;
  return votersIn(room).some((voter) => voter.seat.seatId === spoken.seatId)
    ? refusePanel(
        'agency-has-spoken',
        "This agency has taken its position through another of its members, who is in the room: the seat that took it may change it.",
      )
    : undefined;
}

function declineToContribute(
  command: DeclineToContribute,
  here: InTheRoom,
  { contributionsDeclined }: Consideration,
): Decision<New<typeof ContributionDeclined>> {
  const speaker = speakerIn(here, command.seatId);
  if (!speaker.ok) return speaker;
  const member = memberOf(speaker.value);
  if (contributionsDeclined.includes(member.agencyId)) {
    return refusePanel('contribution-already-declined', 'This agency has already declined to contribute; its reasons are on record.');
  }
  const reasons = wordsOf(command.reasons);
  if (reasons === undefined) {
    return refusePanel('reasons-missing', 'An agency may decline to contribute only with its reasons: give them.');
  }
  return accept({ type: 'ContributionDeclined', data: { ...about(command, here), ...member, reasons } });
}

const OUTSIDE = 'The member in this seat withdrew from another matter and has not returned to the room: record the return first.';

/** The voting member in the room through whom an agency speaks. */
function speakerIn({ room, terms }: InTheRoom, seatId: Id<'seat'>): Result<Seated> {
  const speaker = votersIn(room).find(({ seat }) => seat.seatId === seatId);
  if (speaker) return succeed(speaker);
  const seat = terms.seats.find((each) => each.seatId === seatId);
  if (!seat) return refusePanel('seat-unknown', 'The terms of reference have no such seat.');
  if (room.outside.includes(seatId)) return refusePanel('position-of-absent-agency', OUTSIDE);
  return refusePanel(
    'position-of-absent-agency',
    seat.standing === 'voting'
      ? 'The member in this seat is not in the room for the matter: an agency speaks through a voting member who is, and who has not withdrawn.'
      : 'This seat has no vote: an agency speaks through a voting member who is in the room.',
  );
}

function castVote(command: CastVote, here: InTheRoom, { votes }: Consideration): Decision<New<typeof VoteCast>> {
  const voter = voterIn(here, command.seatId);
  if (!voter.ok) return voter;
  // A person has one vote, in whichever seat; who takes over a seat has their own, and the first counts no more.
  if (votes.some(({ practitionerId }) => practitionerId === voter.value.practitionerId)) {
    return refusePanel('vote-already-cast', 'This member has voted on the matter; a vote cannot be changed.');
  }
  return accept({ type: 'VoteCast', data: { ...about(command, here), ...memberOf(voter.value), vote: command.vote } });
}

function voterIn({ room, terms }: InTheRoom, seatId: Id<'seat'>): Result<Seated> {
  if (terms.decisionMode !== 'majority-with-casting-vote') {
    return refusePanel('vote-not-asked-for', 'This panel does not decide by votes: record the positions of the agencies.');
  }
  const seat = terms.seats.find((each) => each.seatId === seatId);
  if (!seat) return refusePanel('seat-unknown', 'The terms of reference have no such seat.');
  if (seat.standing !== 'voting') {
    return refusePanel('vote-by-non-voter', 'This seat has no vote: what its holder says can be noted in the discussion.');
  }
  if (room.recused.includes(seatId)) {
    return refusePanel('vote-by-recused', 'The member in this seat has withdrawn from the matter, and does not vote on it.');
  }
  if (room.outside.includes(seatId)) return refusePanel('vote-by-absent', OUTSIDE);
  const voter = room.seated.find((each) => each.seat.seatId === seatId);
  return voter ? succeed(voter) : refusePanel('vote-by-absent', 'Nobody is in this seat at that minute: only a member in the room votes.');
}

function giveCastingVote(command: GiveCastingVote, here: InTheRoom, said: Consideration): Decision<New<typeof CastingVoteGiven>> {
  const { room } = here;
  if (room.chairSeatId === undefined) return refuseWithoutChair();
  const chair = voterIn(here, room.chairSeatId);
  if (!chair.ok) return chair;
  const votes = countedVotes(room, said);
  if (votes === null) {
    return refusePanel('votes-missing', 'The chair settles a tie once every voting member in the room has voted or abstained.');
  }
  if (votes.for !== votes.against) {
    return refusePanel('votes-not-tied', `The votes are ${votes.for} for and ${votes.against} against: there is no tie to settle.`);
  }
  if (votes.for === 0) return refuseTieOfNobody();
  if (votes.casting !== null) return refusePanel('casting-vote-already-given', 'The tie is settled; a casting vote cannot be changed.');
  const reasons = wordsOf(command.reasons);
  if (reasons === undefined) return refusePanel('reasons-missing', 'A tie is settled only with reasons: say why the chair votes so.');
  return accept({ type: 'CastingVoteGiven', data: { ...about(command, here), ...memberOf(chair.value), vote: command.vote, reasons } });
}

/** Nothing that is asked for is decided while nobody chairs. */
export const refuseWithoutChair = (): Refusal =>
  refusePanel('chair-not-present', 'Nobody chairs at that minute, or the chair has withdrawn from the matter: record who takes the chair, or defer the matter.');
