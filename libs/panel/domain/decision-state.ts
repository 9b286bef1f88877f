import type { decisionEvents, Commitment, DecisionCorrectionRequested, DecisionEffect, DecisionRecorded, EndedLine, Outcome, PackageLine, PositionKind, VoteKind } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

/** Every event in the stream of a decision, as it was recorded. */
export type DecisionEvent = Recorded<(typeof decisionEvents)[number]>;

/** What has been said and voted so far, in one meeting; a decision stream may begin with it. */
export interface Consideration {
  /** The meeting in which it was said; nothing said in an earlier one counts. */
  readonly meetingId: Id<'meeting'> | undefined;
  /** The minute of the last position, vote or refusal to contribute. */
  readonly lastAt: Instant | undefined;
  /** The last position of each agency and the seat that spoke for it, in the order in which the agencies first spoke. */
  readonly positions: readonly { readonly agencyId: Id<'agency'>; readonly seatId: Id<'seat'>; readonly position: PositionKind }[];
  readonly votes: readonly { readonly seatId: Id<'seat'>; readonly practitionerId: Id<'practitioner'>; readonly vote: VoteKind }[];
  /** The last casting vote, and who gave it from which seat. */
  readonly castingVote: CastingVote | undefined;
  readonly contributionsDeclined: readonly Id<'agency'>[];
}
export interface CastingVote {
  readonly seatId: Id<'seat'>;
  readonly practitionerId: Id<'practitioner'>;
  readonly vote: 'for' | 'against';
}
export const nothingSaid: Consideration = {
  meetingId: undefined,
  lastAt: undefined,
  positions: [],
  votes: [],
  castingVote: undefined,
  contributionsDeclined: [],
};

/** Whether the decision is in effect, and if not, why not. */
export type Standing = 'in-effect' | 'awaiting-ratification' | 'urgent-until-ratified' | 'ratification-refused' | 'lapsed' | 'without-effect';

export interface LineDelivery {
  readonly is: 'started' | 'delayed' | 'not-available' | 'ended';
  readonly on: LondonDate;
  /** Whether it ever started: what is not available any more can still end. */
  readonly hasStarted: boolean;
}

export interface DecisionOnRecord {
  readonly status: 'recorded';
  readonly decisionId: Id<'decision'>;
  readonly panelId: Id<'panel'>;
  readonly childId: Id<'child'>;
  readonly matterId: Id<'matter'> | null;
  readonly meetingId: Id<'meeting'> | null;
  readonly on: LondonDate;
  readonly outcome: Outcome;
  /** The panel to which the matter was referred. */
  readonly referredTo: Id<'panel'> | null;
  readonly effect: DecisionEffect;
  readonly standing: Standing;
  /** From when its lines have effect beyond their own first day: the day stated on the last ratification so far. */
  readonly effectiveFrom: LondonDate | undefined;
  /** First day on which a lapsed urgent decision no longer has effect. */
  readonly lapsesFrom: LondonDate | undefined;
  /** It lapsed because no ratification was on record in time; one that was given in time can still be recorded. */
  readonly lapsedUnratified: boolean;
  readonly commitments: readonly Commitment[];
  /** Agencies whose named post has still to ratify; of an urgent decision, those whose share was beyond the officers' authority. */
  readonly awaiting: readonly Id<'agency'>[];
  /** Everybody who took part in deciding: none of them may ratify or approve a correction of it. */
  readonly decidedBy: readonly Id<'practitioner'>[];
  readonly urgent: Recorded<typeof DecisionRecorded>['data']['urgent'];
  /** As it reads now: neither a precedent nor an admission. */
  readonly withoutPrejudice: boolean;
  /** As they read now, corrections included. */
  readonly lines: readonly PackageLine[];
  readonly ends: readonly EndedLine[];
  readonly conditions: readonly {
    readonly conditionId: Id<'condition'>;
    readonly agencyId: Id<'agency'>;
    readonly post: string;
    readonly dueOn: LondonDate;
    readonly is: 'open' | 'met' | 'waived';
  }[];
  readonly corrections: readonly {
    readonly correctionId: Id<'correction'>;
    readonly requestedBy: string;
    readonly is: 'requested' | 'approved' | 'refused';
    readonly asked: Recorded<typeof DecisionCorrectionRequested>['data'];
  }[];
  /** What was last reported of the delivery of each line, and of which day; a line without a report is absent. */
  readonly delivery: Readonly<Record<string, LineDelivery>>;
  /** What was said on the way to it; of an urgent decision, in the last meeting that took its ratification. */
  readonly consideration: Consideration;
}

export type DecisionState =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'considered';
      readonly decisionId: Id<'decision'>;
      readonly matterId: Id<'matter'>;
      readonly meetingId: Id<'meeting'>;
      readonly panelId: Id<'panel'>;
      readonly childId: Id<'child'>;
      readonly consideration: Consideration;
    }
  | DecisionOnRecord;
