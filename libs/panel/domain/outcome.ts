import type { DecisionRecorded } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept } from '@accord/shared/kernel';
import type { Decider, Decision, Id } from '@accord/shared/kernel';
import { positionsHeld } from './carrying';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionState } from './decision-state';
import type { SittingMinute } from './in-the-room';
import { basisOf } from './outcome-basis';
import type { Basis, BasisFacts } from './outcome-basis';
import { conditionsOf, papersOf, referralOf, returnOf, wordsOf } from './outcome-content';
import type { CitedPaper, OutcomeContent } from './outcome-content';
import { authorityOf, linesOf, refuseUncarried } from './outcome-lines';
import type { LinesFacts, OutcomeLines } from './outcome-lines';
import type { PanelState } from './panel';

/** Records what a panel made of a matter in a sitting. */
export interface RecordOutcome extends SittingMinute, OutcomeContent, OutcomeLines {
  readonly type: 'RecordOutcome';
  readonly decisionId: Id<'decision'>;
  /** Neither a precedent nor an admission. */
  readonly withoutPrejudice: boolean;
  /** Papers on which the decision rests; every paper that was before the panel is kept with it, cited or not. */
  readonly papers: readonly CitedPaper[];
}
export type OutcomeCommand = RecordOutcome;

/** What an outcome rests on, each read from its own stream. */
export interface OutcomeFacts extends BasisFacts, LinesFacts {
  /** The panel to which the matter is referred; unknown where it is not. */
  readonly referredTo: PanelState;
}

type DecisionData = New<typeof DecisionRecorded>['data'];

/**
 * Decides whether an outcome may stand, in this order: where it was taken (sitting, quorum, views), what it says
 * (reasons, conditions, papers, lines), whether those in the room carried it, and whether they could commit it.
 */
export const outcomeDecider: Decider<RecordOutcome, DecisionState, New<typeof DecisionRecorded>, DecisionEvent, OutcomeFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide: recordOutcome,
};

function recordOutcome(command: RecordOutcome, state: DecisionState, facts: OutcomeFacts): Decision<New<typeof DecisionRecorded>> {
  const basis = basisOf(command, state, facts);
  if (!basis.ok) return basis;
  const { room, terms, matter } = basis.value;
  const words = wordsOf(command);
  if (!words.ok) return words;
  const returnsOn = returnOf(command, room.on);
  if (!returnsOn.ok) return returnsOn;
  const referredTo = referralOf(command, room.panelId, facts.referredTo);
  if (!referredTo.ok) return referredTo;
  const conditions = conditionsOf(command, { on: room.on, registered: facts.registered });
  if (!conditions.ok) return conditions;
  const papers = papersOf(matter, command.papers, { at: room.at, on: room.on, papersNotice: terms.papersNotice });
  if (!papers.ok) return papers;
  const lines = linesOf(command, basis.value, facts);
  if (!lines.ok) return lines;
  const uncarried = refuseUncarried(command.outcome, basis.value, lines.value.lines);
  if (uncarried) return uncarried;
  return accept({
    type: 'DecisionRecorded',
    data: {
      ...whereAndWhat(command, basis.value),
      ...{ ...words.value, returnsOn: returnsOn.value, referredTo: referredTo.value },
      ...{ ...conditions.value, papers: papers.value, ...lines.value, ...authorityOf(basis.value, lines.value, facts) },
    },
  });
}

type WhereAndWhat =
  | 'decisionId' | 'panelId' | 'matterId' | 'meetingId' | 'childId' | 'on' | 'at' | 'outcome' | 'withoutPrejudice'
  | 'needs' | 'urgent' | 'sitting' | 'positions' | 'contributionsDeclined';

function whereAndWhat(command: RecordOutcome, { room, matter, sitting, consideration }: Basis): Pick<DecisionData, WhereAndWhat> {
  const { decisionId, outcome, withoutPrejudice } = command;
  return {
    ...{ decisionId, panelId: room.panelId, matterId: matter.matterId, meetingId: room.meetingId, childId: matter.childId },
    ...{ on: room.on, at: room.at, outcome, withoutPrejudice, needs: [...matter.needs], urgent: null, sitting },
    positions: positionsHeld(room, consideration).map(({ agencyId, position }) => ({ agencyId, position })),
    contributionsDeclined: [...consideration.contributionsDeclined],
  };
}
