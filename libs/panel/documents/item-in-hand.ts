import {
  CastingVoteGiven,
  ContributionDeclined,
  DecisionRecorded,
  DiscussionNoted,
  PositionTaken,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
  VoteCast,
} from '@accord/panel/contracts';
import type { Sitting, TermsOfReference } from '@accord/panel/contracts';
import { roomAt } from '@accord/panel/domain';
import { londonDateOf } from '@accord/shared/kernel';
import type { Instant } from '@accord/shared/kernel';
import type { Item, Scene } from './meeting-on-record';
import { told } from './told';
import type { Told } from './told';

/** What was said of an item in this meeting, of its own decision or of the urgent one that was put to the panel. */
export interface Said {
  readonly notes: readonly Told<typeof DiscussionNoted>[];
  readonly positions: readonly Told<typeof PositionTaken>[];
  readonly votes: readonly Told<typeof VoteCast>[];
  readonly casting: readonly Told<typeof CastingVoteGiven>[];
  readonly declined: readonly Told<typeof ContributionDeclined>[];
}

/** An item as this meeting dealt with it. */
export interface InHand {
  readonly item: Item;
  readonly said: Said;
  /** What this meeting decided. */
  readonly decided: Told<typeof DecisionRecorded> | undefined;
  /** What officers had decided, where that was before the panel. */
  readonly urgent: Told<typeof DecisionRecorded> | undefined;
  readonly ratified: Told<typeof UrgentDecisionRatified> | undefined;
  readonly notRatified: Told<typeof UrgentDecisionNotRatified> | undefined;
  /** The room at the minute of deciding, as the decision says. */
  readonly sitting: Sitting | undefined;
  /** The minute of deciding, or of what was said last; `undefined` where the item was not taken. */
  readonly at: Instant | undefined;
  /** Position up to which papers and views were on record for it. */
  readonly before: number;
  /** The terms of reference of the sitting. */
  readonly terms: TermsOfReference | undefined;
}

export function inHand(item: Item, { meetingId, seats }: Scene): InHand {
  const said = saidIn(item, meetingId);
  const [decided] = told(item.own, DecisionRecorded);
  const ratified = told(item.urgent, UrgentDecisionRatified).find(({ data }) => data.meetingId === meetingId);
  const notRatified = told(item.urgent, UrgentDecisionNotRatified).find(({ data }) => data.meetingId === meetingId);
  const settled = decided ?? ratified ?? notRatified;
  const at = settled?.data.at ?? lastSaid(said);
  const on = at === undefined ? undefined : londonDateOf(at);
  return {
    ...{ item, said, decided, ratified, notRatified, at },
    urgent: told(item.urgent, DecisionRecorded)[0],
    sitting: settled?.data.sitting ?? undefined,
    before: settled?.position ?? Number.POSITIVE_INFINITY,
    terms: (seats.findLast((each) => each.on === on) ?? seats.at(-1))?.terms,
  };
}

function saidIn({ own, urgent }: Item, meetingId: string): Said {
  const events = [...own, ...urgent].filter(({ data }) => data['meetingId'] === meetingId);
  return {
    notes: told(events, DiscussionNoted),
    positions: told(events, PositionTaken),
    votes: told(events, VoteCast),
    casting: told(events, CastingVoteGiven),
    declined: told(events, ContributionDeclined),
  };
}

/** The last minute at which something was said of it. */
function lastSaid({ notes, positions, votes, casting, declined }: Said): Instant | undefined {
  return [...notes, ...positions, ...votes, ...casting, ...declined]
    .map(({ data }) => data.at)
    .toSorted()
    .at(-1);
}

/** Somebody in the room for an item. */
export type InRoom = Pick<Sitting['present'][number], 'seatId' | 'practitionerId' | 'agencyId' | 'voting'>;

/** Who was in the room for an item: as its decision says, or by the attendance at the minute of what was said last. */
export function roomOf({ sitting, at, terms, item }: InHand, { state }: Scene): readonly InRoom[] | undefined {
  if (sitting !== undefined) return sitting.present;
  if (at === undefined || terms === undefined) return undefined;
  const room = roomAt(state, terms, { at, matterId: item.matter.matterId });
  return room?.seated.map(({ seat, practitionerId }) => ({ ...seat, practitionerId, voting: seat.standing === 'voting' }));
}
