import { panelEvents } from '@accord/panel/contracts';
import type {
  CastingVoteGiven,
  ContributionDeclined,
  DecisionRecorded,
  DiscussionNoted,
  PositionKind,
  PositionTaken,
  Seat,
  TermsOfReference,
  VoteCast,
  VoteKind,
} from '@accord/panel/contracts';
import type { AnyEventDefinition, New } from '@accord/shared/event-contracts';
import type { Decider } from '@accord/shared/kernel';
import { considerationDecider } from './consideration';
import type { ConsiderationCommand } from './consideration';
import type { DecisionEvent, DecisionState } from './decision-state';
import type { SittingFacts } from './in-the-room';
import { raisingDecider } from './matter';
import type { MatterState } from './matter-state';
import { meetingDecider } from './meeting';
import type { MeetingState } from './meeting-state';
import { outcomeDecider } from './outcome';
import type { OutcomeFacts, RecordOutcome } from './outcome';
import { panelDecider } from './panel';
import type { PanelState } from './panel';
import { childsViews, familysViewsNotObtained, matterRaised, paperCirculated, putOnAgenda } from './sample-matter';
import { at, now, staff } from './sample-meeting';
import {
  childId,
  day,
  decisionId,
  decisionRecorded,
  fivePresent,
  health,
  matterId,
  meetingId,
  meetingOpened,
  meetingScheduled,
  numbered,
  panelConstituted,
  panelId,
  proposedLine,
  registered,
  seats,
} from './sample-panel';

// A matter in the sitting of 1 October 2025, for the specs of this folder; not exported by its index.

/** An event in the clear, as the rules decide it. */
export interface Happened {
  readonly type: string;
  readonly data: object;
}
interface Rules<C, F> {
  readonly decider: Decider<C, DecisionState, Happened, DecisionEvent, F>;
  readonly definitions: readonly AnyEventDefinition[];
}
/** The rules of outcomes, and of what is said before, over everything that may stand in the stream of a decision. */
export const outcomeRules: Rules<RecordOutcome, OutcomeFacts> = { decider: outcomeDecider, definitions: panelEvents };
export const considerationRules: Rules<ConsiderationCommand, SittingFacts> = { decider: considerationDecider, definitions: panelEvents };

/**
 * The state of a stream after these events, without sealing what is personal: no rule sees it. The specs of the rules
 * check every event against its contract.
 */
function after<S, R>({ initial, evolve }: { readonly initial: S; evolve(state: S, event: R): S }, events: readonly Happened[]): S {
  // Each spec gives events of the stream whose rules it names.
  return events.reduce((state, event) => evolve(state, event as R), initial);
}

/** The meeting with five present, after these events of it. */
export const meetingAfter = (...events: readonly Happened[]): MeetingState => after(meetingDecider, [meetingScheduled, meetingOpened(), ...events]);
export const panelWith = (changes: Partial<TermsOfReference> = {}): PanelState => after(panelDecider, [panelConstituted(changes)]);
export const matterAfter = (...events: readonly Happened[]): MatterState => after(raisingDecider, events);
/** A decision after these events. */
export const decisionAfter = (...events: readonly Happened[]): DecisionState => after(outcomeDecider, events);
/** A matter on the agenda, on which the child and the family were heard or asked, with one paper. */
export const matterInHand = matterAfter(matterRaised(), childsViews, familysViewsNotObtained, paperCirculated(), putOnAgenda());

export const sittingFacts = (changes: Partial<SittingFacts> = {}): SittingFacts => ({
  ...{ meeting: meetingAfter(), panel: panelWith(), matter: matterInHand, actingAgency: health },
  ...changes,
});
export const outcomeFacts = (changes: Partial<OutcomeFacts> = {}): OutcomeFacts => ({
  ...{ ...sittingFacts(), earlier: [], ofChild: [], registered, practitioners: staff, schemes: new Map() },
  ...{ referredTo: panelDecider.initial, ...changes },
});

/** Somebody in a seat. */
export interface Speaker {
  readonly seat: Seat;
  readonly person: number;
}
const speaker = (seat: Seat, person: number): Speaker => ({ seat, person });
/** The five in the room: two of health, the first of whom chairs, two of social care, one of education. */
export const five = {
  chair: speaker(seats.health[0], 500),
  health: speaker(seats.health[1], 501),
  care: speaker(seats.socialCare[0], 502),
  otherCare: speaker(seats.socialCare[1], 503),
  education: speaker(seats.education[0], 504),
} as const;
export const allFive: readonly Speaker[] = Object.values(five);

const where = { decisionId, matterId, meetingId };
export const minute = { ...where, ofUrgent: false, now };
const saidAt = (time: string) => ({ ...where, childId, panelId, on: day('2025-10-01'), at: at(time) });
const memberOf = ({ seat, person }: Speaker) => ({
  ...{ agencyId: seat.agencyId, seatId: seat.seatId, practitionerId: numbered<'practitioner'>(person) },
});

export const voteCast = (by: Speaker, vote: VoteKind, time = '10:45'): New<typeof VoteCast> => ({
  type: 'VoteCast',
  data: { ...saidAt(time), ...memberOf(by), vote },
});
/** The votes of the five, in their order. */
export const votesCast = (...votes: readonly VoteKind[]): New<typeof VoteCast>[] =>
  votes.map((vote, place) => voteCast(allFive[place] ?? five.chair, vote));
export const allFor = votesCast('for', 'for', 'for', 'for', 'for');
export const castingVoteGiven = (vote: 'for' | 'against', by: Speaker = five.chair): New<typeof CastingVoteGiven> => ({
  type: 'CastingVoteGiven',
  data: { ...saidAt('10:50'), ...memberOf(by), vote, reasons: 'The need is not in doubt' },
});
export const positionTaken = (by: Speaker, position: PositionKind, time = '10:45'): New<typeof PositionTaken> => ({
  type: 'PositionTaken',
  data: { ...saidAt(time), ...memberOf(by), position },
});
export const discussionNoted = (note: string, time: string): New<typeof DiscussionNoted> => ({
  type: 'DiscussionNoted',
  data: { ...saidAt(time), note },
});
export const contributionDeclined = (by: Speaker): New<typeof ContributionDeclined> => ({
  type: 'ContributionDeclined',
  data: { ...saidAt('10:45'), ...memberOf(by), reasons: 'The need is educational' },
});

/** The three parts of the reasons. */
export const reasons = {
  decided: 'Waking nights and morning care',
  reasons: 'Assessed needs at night',
  evidence: 'Nursing assessment of 1 September',
};
/** An approval of the personal care line at eleven. */
export const recordOutcome = (changes: Partial<RecordOutcome> = {}): RecordOutcome => ({
  ...{ type: 'RecordOutcome', ...where, at: at('11:00'), now, outcome: 'approved', ...reasons, withoutPrejudice: false },
  ...{ papers: [], lines: [proposedLine()], ends: [], conditions: [] },
  ...changes,
});
/** What an outcome other than an approval leaves out. */
export const nothingProvided = { lines: [], ends: [], conditions: [] } as const;
export const deferral: Partial<RecordOutcome> = {
  ...{ ...nothingProvided, outcome: 'deferred', missing: 'The costing', returnsOn: '2025-10-15' },
};
export const declining: Partial<RecordOutcome> = { ...nothingProvided, outcome: 'declined' };

type Data = New<typeof DecisionRecorded>['data'];
const sealedPaper = { paperId: numbered<'paper'>(950), version: 1, sha256: 'a'.repeat(64), late: false, cited: false };
/** What {@link recordOutcome} leaves on record where all five voted for it and nobody took a position. */
export const outcomeRecorded = (changes: Partial<Data> = {}): New<typeof DecisionRecorded> =>
  decisionRecorded({
    ...{ at: at('11:00'), needs: ['breathing', 'seizures'], positions: [], papers: [sealedPaper] },
    ...changes,
  });
/** The same for an outcome that provides nothing. */
export const nothingRecorded = (changes: Partial<Data> = {}): New<typeof DecisionRecorded> =>
  outcomeRecorded({ effect: 'none', lines: [], provisions: [], commitments: [], ...changes });

/** The sitting of the five, as an outcome keeps it. */
export const sittingWith = (changes: Partial<NonNullable<Data['sitting']>> = {}): NonNullable<Data['sitting']> => ({
  ...{ termsVersion: 1, decisionMode: 'majority-with-casting-vote', chairSeatId: seats.health[0].seatId },
  present: fivePresent.map(({ seatId, agencyId }, place) => ({
    ...{ seatId, agencyId, practitionerId: numbered<'practitioner'>(500 + place), as: 'member', voting: true },
  })),
  ...{ recused: [], quorate: true, votes: { for: 5, against: 0, abstained: 0, casting: null } },
  ...changes,
});
