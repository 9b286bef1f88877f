import type { DecisionRecorded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { nothingSaid } from './decision-state';
import type { Consideration, DecisionEvent, DecisionOnRecord, DecisionState, LineDelivery, Standing } from './decision-state';

/** Folds the events of a decision, from the first position taken to what became of it. */
export function evolveDecision(state: DecisionState, event: DecisionEvent): DecisionState {
  switch (event.type) {
    case 'DiscussionNoted':
    case 'PositionTaken':
    case 'VoteCast':
    case 'CastingVoteGiven':
    case 'ContributionDeclined':
      return considered(state, event);
    case 'DecisionRecorded':
      return recorded(state, event.data);
    case 'DecisionRatified':
    case 'RatificationRefused':
    case 'UrgentDecisionRatified':
    case 'UrgentDecisionNotRatified':
    case 'UrgentDecisionLapsed':
    case 'DecisionCorrectionRequested':
    case 'DecisionCorrected':
    case 'DecisionCorrectionRefused':
    case 'ConditionMet':
    case 'ConditionWaived':
    case 'ProvisionStarted':
    case 'ProvisionDelayed':
    case 'ProvisionNotAvailable':
    case 'ProvisionEnded':
      // What follows a decision stands behind it in its stream; a stream without one has nothing to change.
      return state.status === 'recorded' ? followed(state, event) : state;
  }
}

type ConsiderationEvent = Extract<
  DecisionEvent,
  { type: 'DiscussionNoted' | 'PositionTaken' | 'VoteCast' | 'CastingVoteGiven' | 'ContributionDeclined' }
>;
type FollowingEvent = Exclude<DecisionEvent, ConsiderationEvent | { type: 'DecisionRecorded' }>;

function considered(state: DecisionState, event: ConsiderationEvent): DecisionState {
  const before = state.status === 'unknown' ? nothingSaid : state.consideration;
  const { meetingId: inMeeting, at } = event.data;
  // An urgent decision may be considered in several meetings; each begins anew.
  const here = before.meetingId === inMeeting ? before : { ...nothingSaid, meetingId: inMeeting };
  // A note may be written up late; it says nothing that counts, and holds nothing up.
  const consideration = event.type === 'DiscussionNoted' ? here : { ...said(here, event), lastAt: at };
  if (state.status !== 'unknown') return { ...state, consideration };
  const { decisionId, matterId, meetingId, panelId, childId } = event.data;
  return { status: 'considered', decisionId, matterId, meetingId, panelId, childId, consideration };
}

function said(before: Consideration, event: Exclude<ConsiderationEvent, { type: 'DiscussionNoted' }>): Consideration {
  switch (event.type) {
    case 'PositionTaken': {
      const { agencyId, seatId, position } = event.data;
      const taken = { agencyId, seatId, position };
      const held = before.positions.some((each) => each.agencyId === agencyId);
      const positions = held
        ? before.positions.map((each) => (each.agencyId === agencyId ? taken : each))
        : [...before.positions, taken];
      return { ...before, positions };
    }
    case 'VoteCast': {
      const { seatId, practitionerId, vote } = event.data;
      return { ...before, votes: [...before.votes, { seatId, practitionerId, vote }] };
    }
    case 'CastingVoteGiven': {
      const { seatId, practitionerId, vote } = event.data;
      return { ...before, castingVote: { seatId, practitionerId, vote } };
    }
    case 'ContributionDeclined':
      return { ...before, contributionsDeclined: [...before.contributionsDeclined, event.data.agencyId] };
  }
}

const standingOf: Readonly<Record<DecisionOnRecord['effect'], Standing>> = {
  'at-once': 'in-effect',
  'awaiting-ratification': 'awaiting-ratification',
  'urgent-until-ratified': 'urgent-until-ratified',
  'none': 'without-effect',
};

function recorded(state: DecisionState, data: Recorded<typeof DecisionRecorded>['data']): DecisionOnRecord {
  const { decisionId, panelId, childId, matterId, meetingId, on, outcome, referredTo, effect, urgent, sitting, commitments, lines, ends, withoutPrejudice } = data;
  const officers = (urgent?.officers ?? []).map(({ practitionerId }) => practitionerId);
  const present = (sitting?.present ?? []).map(({ practitionerId }) => practitionerId);
  return {
    status: 'recorded',
    ...{ decisionId, panelId, childId, matterId, meetingId, on, outcome, referredTo, effect, urgent, commitments, lines, ends, withoutPrejudice },
    standing: standingOf[effect],
    effectiveFrom: undefined,
    lapsesFrom: undefined,
    lapsedUnratified: false,
    awaiting: effect === 'awaiting-ratification' || effect === 'urgent-until-ratified' ? commitments.filter((each) => !each.withinAuthority).map((each) => each.agencyId) : [],
    decidedBy: [...new Set([...officers, ...present])],
    conditions: data.conditions.map(({ conditionId, owner, dueOn }) => ({ conditionId, ...owner, dueOn, is: 'open' })),
    corrections: [],
    delivery: {},
    consideration: state.status === 'unknown' ? nothingSaid : state.consideration,
  };
}

function followed(state: DecisionOnRecord, event: FollowingEvent): DecisionOnRecord {
  switch (event.type) {
    case 'DecisionRatified': {
      const { stillAwaited, effectiveFrom } = event.data;
      // An urgent decision has had its effect from the first, and goes on only once the panel ratifies it.
      if (state.urgent !== null) return { ...state, awaiting: stillAwaited };
      if (stillAwaited.length > 0) return { ...state, awaiting: stillAwaited, effectiveFrom };
      return { ...state, awaiting: [], standing: 'in-effect', effectiveFrom };
    }
    case 'RatificationRefused':
      return { ...state, awaiting: [], standing: 'ratification-refused' };
    case 'UrgentDecisionRatified':
      return { ...state, awaiting: [], standing: 'in-effect', lapsesFrom: undefined, lapsedUnratified: false };
    case 'UrgentDecisionNotRatified':
      return { ...state, awaiting: [], standing: 'lapsed', lapsesFrom: event.data.lapsesFrom };
    case 'UrgentDecisionLapsed':
      return { ...state, standing: 'lapsed', lapsesFrom: event.data.on, lapsedUnratified: true };
    case 'DecisionCorrectionRequested':
    case 'DecisionCorrected':
    case 'DecisionCorrectionRefused':
      return corrected(state, event);
    case 'ConditionMet':
      return withCondition(state, event.data.conditionId, 'met');
    case 'ConditionWaived':
      return withCondition(state, event.data.conditionId, 'waived');
    case 'ProvisionStarted':
      return withDelivery(state, event.data, 'started');
    case 'ProvisionDelayed':
      return withDelivery(state, event.data, 'delayed');
    case 'ProvisionNotAvailable':
      return withDelivery(state, event.data, 'not-available');
    case 'ProvisionEnded':
      return withDelivery(state, event.data, 'ended');
  }
}

type CorrectionEvent = Extract<
  FollowingEvent,
  { type: 'DecisionCorrectionRequested' | 'DecisionCorrected' | 'DecisionCorrectionRefused' }
>;

function corrected(state: DecisionOnRecord, event: CorrectionEvent): DecisionOnRecord {
  const { correctionId } = event.data;
  const settled = (is: 'approved' | 'refused') =>
    state.corrections.map((each) => (each.correctionId === correctionId ? { ...each, is } : each));
  switch (event.type) {
    case 'DecisionCorrectionRequested': {
      const { requestedBy } = event.data;
      return { ...state, corrections: [...state.corrections, { correctionId, requestedBy, is: 'requested', asked: event.data }] };
    }
    case 'DecisionCorrected': {
      const { lines = state.lines, withoutPrejudice = state.withoutPrejudice, conditions } = event.data;
      return {
        ...state,
        ...{ lines, withoutPrejudice },
        corrections: settled('approved'),
        ...(conditions ? { conditions: readAgain(state, conditions) } : {}),
      };
    }
    case 'DecisionCorrectionRefused':
      return { ...state, corrections: settled('refused') };
  }
}

/** The conditions as they should read; one that was met or waived stays so. */
const readAgain = (
  { conditions: before }: DecisionOnRecord,
  conditions: Recorded<typeof DecisionRecorded>['data']['conditions'],
): DecisionOnRecord['conditions'] =>
  conditions.map(({ conditionId, owner, dueOn }) => {
    const is = before.find((each) => each.conditionId === conditionId)?.is ?? 'open';
    return { conditionId, ...owner, dueOn, is };
  });

const withCondition = (state: DecisionOnRecord, conditionId: string, is: 'met' | 'waived'): DecisionOnRecord => ({
  ...state,
  conditions: state.conditions.map((each) => (each.conditionId === conditionId ? { ...each, is } : each)),
});

const withDelivery = (
  state: DecisionOnRecord,
  { lineId, on }: { readonly lineId: string; readonly on: LineDelivery['on'] },
  is: LineDelivery['is'],
): DecisionOnRecord => {
  const hasStarted = is === 'started' || state.delivery[lineId]?.hasStarted === true;
  return { ...state, delivery: { ...state.delivery, [lineId]: { is, on, hasStarted } } };
};
