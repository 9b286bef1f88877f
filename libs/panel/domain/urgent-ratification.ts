import type { UrgentDecisionLapsed, UrgentDecisionNotRatified, UrgentDecisionRatified } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, addDays, formatLondonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Instant, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { commitmentsOf, payersOf } from './authority';
import { refuseApproval, refuseDeclining } from './carrying';
import { consideredHere, refuseBeforeLastSaid } from './consideration';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionOnRecord, DecisionState } from './decision-state';
import { inTheRoom } from './in-the-room';
import type { InTheRoom, SittingFacts } from './in-the-room';
import { besides } from './lines-in-force';
import { refuseInquorate, sittingOf } from './outcome-basis';
import { membersIn, onRecord, refuseUnwillingPayer } from './outcome-lines';
import type { LinesFacts } from './outcome-lines';
import { refusePanel } from './refusals';
import { isSaid } from './said-in-words';

interface InMeeting {
  readonly meetingId: Id<'meeting'>;
  /** The minute of deciding. */
  readonly at: string;
  /** The moment of the request. */
  readonly now: Instant;
}
/** The panel ratifies what officers decided between meetings: it goes on. */
export interface PanelRatifiesUrgent extends InMeeting {
  readonly type: 'PanelRatifiesUrgent';
  readonly reasons?: string;
}
/** The panel does not ratify it: it lapses after that day, and what was committed before stays payable. */
export interface PanelDoesNotRatify extends InMeeting {
  readonly type: 'PanelDoesNotRatify';
  readonly reasons: string;
}
export type UrgentRatificationCommand = PanelRatifiesUrgent | PanelDoesNotRatify;

/** The sitting, and what those in the room could commit. */
export interface UrgentRatificationFacts extends SittingFacts, Pick<LinesFacts, 'ofChild' | 'practitioners' | 'schemes'> {}

type NewUrgentRatificationEvent = New<typeof UrgentDecisionRatified> | New<typeof UrgentDecisionNotRatified>;
type Urgent = DecisionOnRecord & { readonly urgent: NonNullable<DecisionOnRecord['urgent']>; readonly matterId: Id<'matter'> };

/**
 * What the panel makes of an urgent decision in a meeting: with the quorum at that minute, and carried as any other
 * matter by what was said and voted in that meeting. The officers may sit and vote: it is the panel that ratifies.
 * It ratifies nothing that nobody had authority to commit (`urgent-beyond-authority`).
 */
export const urgentRatificationDecider: Decider<
  UrgentRatificationCommand,
  DecisionState,
  NewUrgentRatificationEvent,
  DecisionEvent,
  UrgentRatificationFacts
> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide(command, state, facts) {
    const urgent = urgentOf(state);
    if (!urgent.ok) return urgent;
    const { matterId } = urgent.value;
    const here = inTheRoom({ matterId, meetingId: command.meetingId, at: command.at, now: command.now }, facts);
    if (!here.ok) return here;
    const refusal = refuseSettled(urgent.value, here.value) ?? refuseOutOfTime(urgent.value, here.value);
    if (refusal) return refusal;
    const beyond = command.type === 'PanelRatifiesUrgent' ? beyondAuthority(urgent.value, here.value, facts) : undefined;
    return settled(command, urgent.value, { ...here.value, beyond });
  },
};

function urgentOf(state: DecisionState): Result<Urgent> {
  if (state.status !== 'recorded') return refusePanel('decision-unknown', 'There is no decision with this id to ratify.');
  const { urgent, matterId } = state;
  return urgent === null || matterId === null
    ? refusePanel('decision-not-urgent', 'This decision was taken in a meeting, not urgently between two: the panel has nothing to ratify.')
    : succeed({ ...state, urgent, matterId });
}

function refuseSettled({ standing, lapsesFrom, lapsedUnratified, urgent }: Urgent, { room }: InTheRoom): Refusal | undefined {
  if (standing === 'urgent-until-ratified') return undefined;
  // A meeting that sat in time may come to be recorded after the lapse was written down: what it decided is the truth.
  if (lapsedUnratified && room.on <= urgent.ratifyBy) return undefined;
  return lapsesFrom === undefined
    ? refusePanel('urgent-already-settled', 'The panel has ratified this decision already.')
    : refuseLapsed(lapsesFrom);
}

export const refuseLapsed = (from: LondonDate): Refusal =>
  refusePanel(
    'urgent-lapsed',
    `This decision has lapsed from ${formatLondonDate(from)}: what was committed before stays payable; to go on, the panel decides the matter anew.`,
  );

function refuseOutOfTime({ panelId, on, urgent }: Urgent, { room }: InTheRoom): Refusal | undefined {
  if (room.panelId !== panelId) return refusePanel('meeting-of-another-panel', 'The panel whose officers decided ratifies it, in a meeting of its own.');
  if (room.on < on) {
    return refusePanel('ratification-before-decision', `The officers decided on ${formatLondonDate(on)}; the panel ratifies on that day or later.`);
  }
  return room.on > urgent.ratifyBy ? refuseLapsed(addDays(urgent.ratifyBy, 1)) : undefined;
}

/**
 * Refuses where somebody's money would go on being spent on nobody's authority: an agency's share that neither its
 * officer nor its member in the room may commit, and that its named post has not ratified.
 */
function beyondAuthority({ decisionId, lines, ends, awaiting }: Urgent, { room, terms }: InTheRoom, facts: UrgentRatificationFacts): Refusal | undefined {
  const others = onRecord(facts.ofChild).filter((each) => each.decisionId !== decisionId);
  const inTheRoom = commitmentsOf({
    ...{ lines, terms, schemes: facts.schemes, on: room.on, members: membersIn(room, facts.practitioners) },
    ...besides(others, { lines, ends }, { committedOn: room.on }),
  });
  const beyond = inTheRoom.filter(({ agencyId, withinAuthority }) => !withinAuthority && awaiting.includes(agencyId));
  if (beyond.length === 0) return undefined;
  const posts = beyond.map(({ agencyId }) => {
    const named = terms.ratifiers.filter((each) => each.agencyId === agencyId).map(({ post }) => post);
    return `${named.length > 0 ? named.join(' or ') : 'somebody with delegated authority'} of agency ${agencyId}`;
  });
  return refusePanel(
    'urgent-beyond-authority',
    `It commits more than the officers or the members in the room may: ${posts.join(', and ')}, ratifies it first, or the panel does not ratify it.`,
  );
}

interface Settling extends InTheRoom {
  readonly beyond: Refusal | undefined;
}

function settled(command: UrgentRatificationCommand, decision: Urgent, here: Settling): Decision<NewUrgentRatificationEvent> {
  const { room, terms } = here;
  const consideration = consideredHere(decision, command.meetingId);
  const sitting = sittingOf(here, consideration);
  if (!sitting.ok) return sitting;
  const question = { terms, room, consideration, payers: payersOf(decision.lines) };
  const refusal =
    refuseBeforeLastSaid(consideration, room.at) ??
    refuseInquorate(here) ??
    (command.type === 'PanelRatifiesUrgent'
      ? (refuseApproval(question) ?? refuseUnwillingPayer(question, question.payers) ?? here.beyond)
      : refuseDeclining(question));
  if (refusal) return refusal;
  const { decisionId, childId, panelId } = decision;
  const about = { decisionId, childId, on: room.on, panelId, meetingId: command.meetingId, at: room.at, sitting: sitting.value };
  if (command.type === 'PanelRatifiesUrgent') {
    const { reasons } = command;
    return accept({ type: 'UrgentDecisionRatified', data: { ...about, ...(reasons === undefined ? {} : { reasons }) } });
  }
  const { reasons } = command;
  if (!isSaid(reasons)) return refusePanel('reasons-missing', 'Say why the panel does not ratify what its officers decided.');
  return accept({ type: 'UrgentDecisionNotRatified', data: { ...about, lapsesFrom: addDays(room.on, 1), reasons } });
}

/** Writes down that an urgent decision lapsed. Nothing waits for it: it has no effect after its last day anyway. */
export interface LapseUrgentDecision {
  readonly type: 'LapseUrgentDecision';
  readonly today: LondonDate;
}

export const urgentLapseDecider: Decider<LapseUrgentDecision, DecisionState, New<typeof UrgentDecisionLapsed>, DecisionEvent> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide({ today }, state) {
    const urgent = urgentOf(state);
    if (!urgent.ok) return urgent;
    const { decisionId, childId, standing } = urgent.value;
    const { ratifyBy } = urgent.value.urgent;
    if (standing !== 'urgent-until-ratified') return accept();
    if (today <= ratifyBy) {
      return refusePanel('urgent-not-yet-lapsed', `The panel can ratify this decision up to ${formatLondonDate(ratifyBy)}; it lapses after that day.`);
    }
    return accept({ type: 'UrgentDecisionLapsed', data: { decisionId, childId, on: addDays(ratifyBy, 1), ratifyBy } });
  },
};
