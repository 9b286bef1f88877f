import { panelEvents } from '@accord/panel/contracts';
import type { DecisionRatified, DecisionRecorded, RatificationRefused, UrgentDecisionLapsed, VoteCast, VoteKind } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Decider, Id, Instant } from '@accord/shared/kernel';
import { commitmentsOf } from './authority';
import type { CommitmentsAsked } from './authority';
import type { DecisionEvent, DecisionState } from './decision-state';
import type { SittingFacts } from './in-the-room';
import { meetingDecider } from './meeting';
import type { RegisteredPractitioner } from './practitioner';
import type { RatificationFacts } from './ratification';
import { allFive, five, panelWith, voteCast } from './sample-outcome';
import type { Happened } from './sample-outcome';
import {
  childId,
  day,
  decisionId,
  decisionRecorded,
  health,
  lineId,
  meetingOpened,
  meetingScheduled,
  moment,
  numbered,
  pounds,
  socialCare,
} from './sample-panel';
import { asked, lineOf } from './sample-people';

// Decisions and what follows them, for the specs of this folder; not exported by its index.

/** The rules of one kind of command on decisions, over everything that may stand in the stream of one. */
export const rulesOf = <C, F>(decider: Decider<C, DecisionState, Happened, DecisionEvent, F>) => ({ decider, definitions: panelEvents });

/** Somebody in a post at an agency since April 2024. */
export const holderOf = (number: number, agencyId: Id<'agency'>, post: string): RegisteredPractitioner => ({
  ...{ status: 'registered', practitionerId: numbered<'practitioner'>(number) },
  employments: [{ employmentId: numbered<'employment'>(number), agencyId, post, roles: ['panel-member'], from: day('2024-04-01') }],
});

export const director = { ...holderOf(601, health, 'Director of nursing'), actorId: 'sign-in of the director' };
export const careDirector = { ...holderOf(602, socialCare, "Director of children's services"), actorId: 'sign-in of the care director' };
/** Sat in the panel that decided, as {@link decisionRecorded} has it. */
export const decider = { ...holderOf(500, health, 'Director of nursing'), actorId: 'sign-in of a decider' };

/** The director of health ratifies on 20 October 2025 with her own sign-in. */
export const ratificationFacts = (changes: Partial<RatificationFacts> = {}): RatificationFacts => ({
  ...{ today: day('2025-10-20'), panel: panelWith(), ratifier: director, scheme: { delegations: [] }, ofChild: [] },
  ...{ deciders: [decider], actingAgency: health, actor: 'sign-in of the director' },
  ...changes,
});

/** What a decision says of the authority on which its lines rest, each member committing for their own agency. */
export function onAuthorityOf(changes: Partial<CommitmentsAsked>): Partial<New<typeof DecisionRecorded>['data']> {
  const given = asked(changes);
  const commitments = commitmentsOf(given);
  const effect = commitments.every(({ withinAuthority }) => withinAuthority) ? 'at-once' : 'awaiting-ratification';
  return { effect, commitments, lines: [...given.lines], provisions: [{ lineId, words: 'Waking nights and morning care', outcomes: [] }] };
}

/** £1,620 a week all to health from 1 October 2025, beyond what its member may commit. */
export const awaitingHealth = (changes: Partial<New<typeof DecisionRecorded>['data']> = {}): New<typeof DecisionRecorded> =>
  decisionRecorded({
    ...onAuthorityOf({
      lines: [lineOf(100, { period: { from: day('2025-10-01'), to: null }, rates: [{ from: day('2025-10-01'), weeklyPence: pounds(1_620) }] })],
    }),
    ...changes,
  });

const about = { decisionId, childId };
const byDirector = { agencyId: health, practitionerId: director.practitionerId, post: 'Director of nursing' };
export const ratified = (changes: Partial<New<typeof DecisionRatified>['data']> = {}): New<typeof DecisionRatified> => ({
  type: 'DecisionRatified',
  data: {
    ...{ ...about, on: day('2025-10-20'), ratifier: byDirector, stillAwaited: [], effectiveFrom: day('2025-10-20') },
    ...changes,
  },
});
export const ratificationRefused: New<typeof RatificationRefused> = {
  type: 'RatificationRefused',
  data: { ...about, on: day('2025-10-20'), ratifier: byDirector, reasons: 'Beyond this year’s budget' },
};

export const officers = [
  holderOf(611, health, 'Head of continuing care'),
  holderOf(612, socialCare, 'head of disability services '),
] as const;

/** Taken by two officers on Friday 3 October 2025, with fourteen days for the panel to ratify it. */
export const takenUrgently = (changes: Partial<New<typeof DecisionRecorded>['data']> = {}): New<typeof DecisionRecorded> =>
  decisionRecorded({
    ...{ meetingId: null, on: day('2025-10-03'), at: moment('2025-10-03T15:00:00.000Z'), effect: 'urgent-until-ratified' },
    ...{ sitting: null, positions: [], urgency: 'Discharge from hospital on Saturday' },
    urgent: {
      officers: [
        { agencyId: health, practitionerId: officers[0].practitionerId, post: 'Head of continuing care' },
        { agencyId: socialCare, practitionerId: officers[1].practitionerId, post: 'head of disability services ' },
      ],
      ratifyBy: day('2025-10-17'),
    },
    ...changes,
  });

export const lapsed: New<typeof UrgentDecisionLapsed> = {
  type: 'UrgentDecisionLapsed',
  data: { ...about, on: day('2025-10-18'), ratifyBy: day('2025-10-17') },
};

/** A time in London on a day of October 2025 before the clocks change. */
export const londonTime = (on: string, time: string): Instant => moment(`${on}T${time}+01:00`);
/** The meeting of the five, held on another day than the first of October. */
export const meetingOn = (on: string): SittingFacts['meeting'] =>
  [
    { ...meetingScheduled, data: { ...meetingScheduled.data, on: day(on) } },
    meetingOpened({ on: day(on), openedAt: londonTime(on, '10:30') }),
  ].reduce((state, event) => meetingDecider.evolve(state, event), meetingDecider.initial);
/** The votes of the five on that day, in their order. */
export const votesOn = (on: string, ...votes: readonly VoteKind[]): New<typeof VoteCast>[] =>
  votes.map((vote, place) => {
    const { type, data } = voteCast(allFive[place] ?? five.chair, vote);
    return { type, data: { ...data, on: day(on), at: londonTime(on, '10:45') } };
  });
