import { panelEvents } from '@accord/panel/contracts';
import type { DecisionMode, Outcome, Seat } from '@accord/panel/contracts';
import { catalogueOf } from '@accord/shared/event-contracts';
import type { Decision, Id, Instant } from '@accord/shared/kernel';
import { considerationDecider } from './consideration';
import type { ConsiderationCommand } from './consideration';
import type { DecisionEvent, DecisionState } from './decision-state';
import type { SchemeState } from './delegation';
import { meetingDecider } from './meeting';
import type { Attendance, MeetingCommand } from './meeting-commands';
import type { MeetingEvent, MeetingState } from './meeting-state';
import { outcomeDecider } from './outcome';
import type { RecordOutcome } from './outcome';
import { panelDecider } from './panel';
import type { PanelState } from './panel';
import type { PractitionerState } from './practitioner';
import { facts as meetingFacts } from './sample-meeting';
import { deferral, matterInHand, minute, nothingProvided, outcomeFacts, recordOutcome } from './sample-outcome';
import type { Happened } from './sample-outcome';
import { day, education, health, meetingScheduled, moment, numbered, panelConstituted, pounds, seats, socialCare } from './sample-panel';

// Random sittings on one matter: people come, go, deputise, withdraw, speak, vote; what the rules refuse did not happen.

export const people = [0, 1, 2, 3, 4, 5, 6].map((number) => numbered<'practitioner'>(520 + number));
/** Seats of every kind, and the people who may fill them: in the post of each, and in one of each agency that may deputise. */
export const allSeats: readonly Seat[] = [
  ...[seats.health[0], seats.health[1], seats.socialCare[0], seats.socialCare[2], seats.education[0], seats.education[1]],
  ...[seats.facilitator, seats.observer, seats.parent],
];
export const votingSeats = allSeats.filter(({ standing }) => standing === 'voting');
const practitioners: ReadonlyMap<string, PractitionerState> = new Map(
  people.map((practitionerId): [string, PractitionerState] => [
    practitionerId,
    {
      ...{ status: 'registered', practitionerId },
      employments: [...allSeats, ...[health, socialCare, education].map((agencyId) => ({ agencyId, post: 'Service manager' }))].map(
        ({ agencyId, post }, place) => ({
          ...{ employmentId: numbered<'employment'>(place), agencyId, post, roles: ['panel-member'], from: day('2020-04-01') },
        }),
      ),
    },
  ]),
);
/** One person of each paying agency may commit its money: whoever sits there without them commits nothing. */
export const holders: ReadonlyMap<string, Id<'practitioner'>> = new Map([
  [health, numbered<'practitioner'>(520)],
  [socialCare, numbered<'practitioner'>(522)],
]);
const schemes: ReadonlyMap<string, SchemeState> = new Map(
  [...holders].map(([agency, practitionerId]): [string, SchemeState] => {
    const agencyId = agency === health ? health : socialCare;
    const limits = [{ per: 'week' as const, amountPence: pounds(100_000), measuredOn: 'gross' as const, categories: ['personal-care' as const] }];
    const to = { kind: 'person' as const, practitionerId };
    return [agencyId, { delegations: [{ delegationId: numbered<'delegation'>(960), agencyId, to, limits, from: day('2025-04-01'), until: null }] }];
  }),
);

/** How the panel of a random sitting decides. */
export interface RandomTerms {
  readonly decisionMode: DecisionMode;
  readonly members: number;
  readonly agencies: readonly Id<'agency'>[];
  readonly ofEachMember: boolean;
}
/** What may be tried in a sitting. */
export const tried = [
  ...(['arrive', 'leave', 'chair', 'recuse', 'return', 'speak', 'vote', 'casting-vote', 'decline', 'everybody-votes', 'everybody-speaks', 'outcome'] as const),
];
export const outcomesTried = [...(['approved', 'part-approved', 'declined', 'contribution-declined', 'deferred'] as const)];
/** Something that is tried: with which seat, by whom, in which of three ways, and which votes where everybody votes. */
export interface Try {
  readonly does: (typeof tried)[number];
  readonly seat: number;
  readonly someone: number;
  readonly choice: number;
  /** Minutes since what was tried before. */
  readonly wait: number;
  readonly votes: readonly number[];
  readonly outcome: (typeof outcomesTried)[number];
}

/** What happened in one random sitting, in order, and the codes of what was refused. */
export interface RandomSitting {
  readonly events: readonly Happened[];
  readonly refused: readonly string[];
}

const catalogue = catalogueOf(panelEvents);
const minuteOf = (at: number): Instant => moment(`2025-10-01T${String(9 + Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}:00.000Z`);

/** Without sealing, which no rule sees through: a thousand sittings are run. */
function panelOf(terms: RandomTerms): PanelState {
  const { data } = panelConstituted({
    ...{ decisionMode: terms.decisionMode, quorum: { members: terms.members, agencies: [...terms.agencies] } },
    decisionMakerSeatId: terms.decisionMode === 'decision-maker-advised' ? seats.socialCare[0].seatId : null,
    chairs: [seats.health[0].seatId, seats.socialCare[0].seatId, seats.education[0].seatId],
    commitment: { authority: terms.ofEachMember ? 'of-each-member' : 'of-the-panel', weeklyLimitPence: null, categories: ['personal-care'] },
  });
  return panelDecider.evolve(panelDecider.initial, { type: 'PanelConstituted', data });
}
const everything = outcomeFacts();

/** Runs one sitting through the rules of meetings, considerations and outcomes, as the application would. */
export function sit(terms: RandomTerms, [sitting, filled]: readonly [readonly Id<'practitioner'>[], readonly Seat[]], tries: readonly Try[]): RandomSitting {
  const events: Happened[] = [];
  const refused: string[] = [];
  let meeting: MeetingState = meetingDecider.initial;
  let decision: DecisionState = considerationDecider.initial;
  let saidUntil: Instant | undefined;
  const panel = panelOf(terms);
  const keep = (outcome: Decision<Happened>, evolve: (event: Happened) => void) => {
    if (!outcome.ok) refused.push(outcome.refusal);
    else for (const event of outcome.events) evolve(event);
  };
  const meet = (command: MeetingCommand) =>
    keep(meetingDecider.decide(command, meeting, meetingFacts({ panel, practitioners, matter: matterInHand, saidUntil })), happens);
  const happens = (event: Happened) => {
    events.push(event);
    catalogue.check(event.type, event.data);
    // Only a meeting's rules decide such events, and none of them rests on what would be sealed.
    meeting = meetingDecider.evolve(meeting, event as MeetingEvent);
  };
  const isSaid = (at: Instant) => (event: Happened) => {
    events.push(event);
    saidUntil = at;
    catalogue.check(event.type, event.data);
    // Only the rules of a decision's stream decide such events, and none of them rests on what would be sealed.
    decision = considerationDecider.evolve(decision, event as DecisionEvent);
  };
  const facts = () => ({ ...everything, meeting, panel, practitioners, schemes });
  const say = (command: ConsiderationCommand, at: Instant) => keep(considerationDecider.decide(command, decision, facts()), isSaid(at));
  const conclude = (command: RecordOutcome, at: Instant) => keep(outcomeDecider.decide(command, decision, facts()), isSaid(at));
  happens(meetingScheduled);
  meet({ type: 'OpenMeeting', openedAt: minuteOf(0), chairSeatId: filled[0]?.seatId ?? seats.health[0].seatId, present: seatedAt(sitting, filled), now: minute.now });
  tries.reduce((before, each) => {
    const at = minuteOf(before + each.wait);
    for (const command of commandsOf(each, at)) {
      if (command.type === 'RecordOutcome') conclude(command, at);
      else if ('decisionId' in command) say(command, at);
      else meet(command);
    }
    return before + each.wait;
  }, 1);
  return { events, refused };
}

/** One person in each seat, as far as the people go. */
const seatedAt = (sitting: readonly Id<'practitioner'>[], filled: readonly Seat[]): readonly Attendance[] =>
  sitting.flatMap((practitionerId, place) =>
    filled.slice(place, place + 1).map(({ seatId }) => ({ seatId, practitionerId, as: 'member' as const })),
  );

/** What is asked of the rules when this is tried. */
function commandsOf(each: Try, at: Instant): readonly (MeetingCommand | ConsiderationCommand | RecordOutcome)[] {
  const seatId = (allSeats[each.seat] ?? seats.observer).seatId;
  const practitionerId = people[each.someone] ?? numbered<'practitioner'>(520);
  const { now, matterId } = minute;
  const vote = (place: number) => (['for', 'against', 'abstains'] as const)[place] ?? 'abstains';
  const position = (place: number) => (['supports', 'opposes', 'abstains'] as const)[place] ?? 'abstains';
  switch (each.does) {
    case 'arrive':
      return [{ type: 'RecordArrival', seatId, practitionerId, as: each.choice === 0 ? 'deputy' : 'member', at, now }];
    case 'leave':
      return [{ type: 'RecordDeparture', seatId, at, now }];
    case 'chair':
      return [{ type: 'TakeChair', seatId, at, now }];
    case 'recuse':
      return [{ type: 'RecuseMember', seatId, matterId, at, now }];
    case 'return':
      return [{ type: 'ReturnMember', seatId, matterId, at, now }];
    case 'speak':
      return [{ type: 'TakePosition', ...minute, seatId, position: position(each.choice), at }];
    case 'vote':
      return [{ type: 'CastVote', ...minute, seatId, vote: vote(each.choice), at }];
    case 'casting-vote':
      return [{ type: 'GiveCastingVote', ...minute, vote: each.choice === 0 ? 'for' : 'against', reasons: each.choice === 2 ? '' : 'The need', at }];
    case 'decline':
      return each.choice > 0 ? [] : [{ type: 'DeclineToContribute', ...minute, seatId, reasons: 'Not ours', at }];
    case 'everybody-votes':
      return votingSeats.map((voting, place) => ({ type: 'CastVote', ...minute, seatId: voting.seatId, vote: vote(each.votes[place] ?? 0), at }));
    case 'everybody-speaks':
      return votingSeats.map((speaking, place) => ({ type: 'TakePosition', ...minute, seatId: speaking.seatId, position: position((each.votes[place] ?? 0) % 2 === 0 ? 0 : 1), at }));
    case 'outcome':
      return [outcomeAt(each.outcome, at)];
  }
}

function outcomeAt(outcome: Outcome, at: Instant): RecordOutcome {
  if (outcome === 'approved') return recordOutcome({ at });
  if (outcome === 'part-approved') return recordOutcome({ at, outcome, notApproved: 'The escort' });
  return recordOutcome({ ...(outcome === 'deferred' ? deferral : nothingProvided), outcome, at });
}
