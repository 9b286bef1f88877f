import type { DecisionRatified, RatificationRefused } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, addDays, formatLondonDate, londonDate, succeed } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { evolveDecision } from './decision-evolution';
import type { DecisionEvent, DecisionOnRecord, DecisionState } from './decision-state';
import type { SchemeState } from './delegation';
import type { PanelState } from './panel';
import type { PractitionerState } from './practitioner';
import { ratifierOf } from './ratifier';
import { refusePanel } from './refusals';
import { isSaid } from './said-in-words';
import { refuseLapsed } from './urgent-ratification';

interface Ratifying {
  /** Who ratifies, in a post at the agency whose ratification is awaited. */
  readonly practitionerId: Id<'practitioner'>;
  /** The day on which it was ratified, or refused. */
  readonly on: string;
}
/** Ratifies for one agency what its member could not commit in the room, or its officer between meetings. */
export interface RatifyDecision extends Ratifying {
  readonly type: 'RatifyDecision';
  /** First day on which the decision has effect; left out: the day of the last ratification. */
  readonly effectiveFrom?: string;
  readonly reasons?: string;
}
/** Refuses the ratification for one agency: the decision never has effect, and what was in force goes on. */
export interface RefuseRatification extends Ratifying {
  readonly type: 'RefuseRatification';
  readonly reasons: string;
}
export type RatificationCommand = RatifyDecision | RefuseRatification;

export interface RatificationFacts {
  readonly today: LondonDate;
  readonly panel: PanelState;
  readonly ratifier: PractitionerState;
  /** The scheme of delegation of the agency for which the person acts. */
  readonly scheme: SchemeState;
  /** The decisions that may be in effect for the child, this one or not: what runs besides counts for limits per case. */
  readonly ofChild: readonly DecisionState[];
  /** Those who took part in deciding, as they are registered. */
  readonly deciders: readonly PractitionerState[];
  /** The agency for which the person acts, and the person's sign-in. */
  readonly actingAgency: string;
  readonly actor: string;
}

export type NewRatificationEvent = New<typeof DecisionRatified> | New<typeof RatificationRefused>;

/** An agency's word on what was beyond the authority in the room (worked example 8). */
export const ratificationDecider: Decider<
  RatificationCommand,
  DecisionState,
  NewRatificationEvent,
  DecisionEvent,
  RatificationFacts
> = {
  initial: { status: 'unknown' },
  evolve: evolveDecision,
  decide(command, state, facts) {
    const awaited = awaitedOf(state, facts.actingAgency, command.type);
    if (!awaited.ok) return awaited;
    const { decision, agencyId } = awaited.value;
    const on = dayOf(command.on, decision, facts.today);
    if (!on.ok) return on;
    const ratifier = ratifierOf({ ...facts, decision, agencyId, practitionerId: command.practitionerId, on: on.value });
    if (!ratifier.ok) return ratifier;
    const { decisionId, childId } = decision;
    const about = { decisionId, childId, on: on.value, ratifier: ratifier.value };
    if (command.type === 'RatifyDecision') return ratify(command, decision, about);
    const { reasons } = command;
    if (!isSaid(reasons)) return refusePanel('reasons-missing', 'Say why your agency does not ratify what the panel decided.');
    return accept({ type: 'RatificationRefused', data: { ...about, reasons } });
  },
};

interface Awaited {
  readonly decision: DecisionOnRecord;
  readonly agencyId: Id<'agency'>;
}

/** The decision that awaits the ratification of this very agency. */
function awaitedOf(state: DecisionState, actingAgency: string, asked: RatificationCommand['type']): Result<Awaited> {
  if (state.status !== 'recorded') return refusePanel('decision-unknown', 'There is no decision with this id to ratify.');
  const refusal = state.urgent === null ? refuseUnawaited(state) : refuseUnawaitedUrgent(state, asked);
  if (refusal) return refusal;
  const agencyId = state.awaiting.find((each) => each === actingAgency);
  return agencyId === undefined
    ? refusePanel('ratification-not-of-agency', "Your agency's ratification is not awaited: somebody of an agency that is awaited ratifies for it.")
    : succeed({ decision: state, agencyId });
}

function refuseUnawaited(state: DecisionOnRecord): Refusal | undefined {
  if (state.standing !== 'awaiting-ratification') {
    const why = state.standing === 'ratification-refused' ? 'Its ratification was refused' : 'It awaits none';
    return refusePanel('ratification-not-awaited', `${why}: bring what should change to the panel as a matter of its own.`);
  }
  return undefined;
}

/** Of an urgent decision an agency's post ratifies what its officer could not commit; whether it goes on is for the panel. */
function refuseUnawaitedUrgent({ standing, lapsedUnratified, awaiting }: DecisionOnRecord, asked: RatificationCommand['type']): Refusal | undefined {
  if (asked === 'RefuseRatification') {
    return refusePanel('ratification-not-awaited', 'An urgent decision lapses unless the panel ratifies it: say in the meeting that your agency does not agree.');
  }
  return (standing === 'urgent-until-ratified' || lapsedUnratified) && awaiting.length > 0
    ? undefined
    : refusePanel('ratification-not-awaited', 'An urgent decision is ratified by the panel, in a meeting; no post has anything to ratify first.');
}

function dayOf(text: string, decision: DecisionOnRecord, today: LondonDate): Result<LondonDate> {
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value > today) return refusePanel('ratification-in-future', 'Record a ratification once it is given: today or an earlier day.');
  const { urgent } = decision;
  if (urgent !== null && on.value > urgent.ratifyBy) return refuseLapsed(addDays(urgent.ratifyBy, 1));
  return on.value >= decision.on
    ? on
    : refusePanel('ratification-before-decision', `The decision was taken on ${formatLondonDate(decision.on)}; it is ratified on that day or later.`);
}

function ratify(
  command: RatifyDecision,
  decision: DecisionOnRecord,
  about: Omit<New<typeof RatificationRefused>['data'], 'reasons'>,
): Decision<NewRatificationEvent> {
  const effectiveFrom = firstDay(command, decision, about.on);
  if (!effectiveFrom.ok) return effectiveFrom;
  const stillAwaited = decision.awaiting.filter((agencyId) => agencyId !== about.ratifier.agencyId);
  const { reasons } = command;
  return accept({
    type: 'DecisionRatified',
    data: { ...about, stillAwaited, effectiveFrom: effectiveFrom.value, ...(reasons === undefined ? {} : { reasons }) },
  });
}

/**
 * The day stated, else that of the ratification; never before the first line, which has nothing to pay before,
 * and never before the day from which another agency ratified: it agreed to nothing earlier. An urgent decision
 * has had effect since it was taken.
 */
function firstDay({ effectiveFrom: text }: RatifyDecision, decision: DecisionOnRecord, on: LondonDate): Result<LondonDate> {
  const { lines, effectiveFrom: ratifiedFrom, urgent } = decision;
  if (urgent !== null) {
    return text === undefined
      ? succeed(decision.on)
      : refusePanel('urgent-has-effect', 'An urgent decision has effect from the day on which it was taken: leave the first day out.');
  }
  const [first = on] = lines.map(({ period }) => period.from).toSorted();
  const later = (one: LondonDate, other: LondonDate | undefined) => (other !== undefined && other > one ? other : one);
  if (text === undefined) return succeed(later(later(on, first), ratifiedFrom));
  const stated = londonDate(text);
  if (!stated.ok) return stated;
  if (stated.value < first) {
    return refusePanel('effective-before-lines', `The first line begins on ${formatLondonDate(first)}; give that day or a later one.`);
  }
  return ratifiedFrom === undefined || stated.value >= ratifiedFrom
    ? stated
    : refusePanel(
        'effective-before-ratified',
        `Another agency ratified it from ${formatLondonDate(ratifiedFrom)}; give that day or a later one, or bring the matter back to the panel.`,
      );
}
