import type { AgencyClosed, AgencyKind, AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { accept, contains, formatLondonDate, londonDate } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

/** Registers an organisation of this area. */
export interface RegisterAgency {
  readonly type: 'RegisterAgency';
  readonly agencyId: Id<'agency'>;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly code?: string;
  /** London date from which it exists as an organisation. */
  readonly validFrom: string;
}
export interface Successor {
  readonly agencyId: Id<'agency'>;
  /** Which functions passed to it, in words. */
  readonly functions: string;
}
/** Records that an organisation ended and its functions passed to others. */
export interface SucceedAgency {
  readonly type: 'SucceedAgency';
  /** First day on which the successors have the functions; the organisation has none from then on. */
  readonly on: string;
  readonly successors: readonly Successor[];
  /** The instrument, e.g. "Health and Care Act 2022 s.14". */
  readonly basis: string;
}
/** Records that an organisation ended without a successor. */
export interface CloseAgency {
  readonly type: 'CloseAgency';
  /** First day on which it no longer exists. */
  readonly on: string;
  readonly because: string;
}
export type AgencyCommand = RegisterAgency | SucceedAgency | CloseAgency;

interface Known {
  readonly agencyId: Id<'agency'>;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly validFrom: LondonDate;
}
export interface RegisteredAgency extends Known {
  readonly status: 'registered';
}
export interface EndedAgency extends Known {
  readonly status: 'succeeded' | 'closed';
  /** First day on which it no longer exists. */
  readonly until: LondonDate;
  /** To whom its functions passed; nobody where it was closed. */
  readonly successors: readonly Successor[];
}
export type AgencyState = { readonly status: 'unknown' } | RegisteredAgency | EndedAgency;

/** Other agencies: the successors named, and those to whom their functions passed in turn. */
export interface AgencyFacts {
  readonly agencies: ReadonlyMap<string, AgencyState>;
}

const untilOf = (agency: RegisteredAgency | EndedAgency): LondonDate | null => (agency.status === 'registered' ? null : agency.until);

/** Whether the organisation is registered and exists on that day. */
export const isValidOn = (agency: AgencyState, day: LondonDate): boolean =>
  agency.status !== 'unknown' && contains({ from: agency.validFrom, to: untilOf(agency) }, day);

/** Refuses an agency that this area does not know, or that does not exist on that day. */
export function refuseInvalidAgency(agency: AgencyState, agencyId: string, day: LondonDate): Refusal | undefined {
  if (agency.status === 'unknown') {
    return refusePanel('agency-unknown', `No agency with the id ${agencyId} is registered in this area; register it first.`);
  }
  if (day < agency.validFrom) {
    return refusePanel('agency-not-valid', `The agency exists from ${formatLondonDate(agency.validFrom)}; give a day from then on.`);
  }
  if (isValidOn(agency, day) || agency.status === 'registered') return undefined;
  const instead = agency.status === 'succeeded' ? 'name the agency to which its functions passed' : 'it has no successor';
  return refusePanel('agency-not-valid', `The agency exists no longer from ${formatLondonDate(agency.until)}: ${instead}.`);
}

type NewEvent = New<typeof AgencyRegistered> | New<typeof AgencySucceeded> | New<typeof AgencyClosed>;
type RecordedEvent = Recorded<typeof AgencyRegistered> | Recorded<typeof AgencySucceeded> | Recorded<typeof AgencyClosed>;

/** An organisation from its registration to its end. What was recorded under its name keeps that name. */
export const agencyDecider: Decider<AgencyCommand, AgencyState, NewEvent, RecordedEvent, AgencyFacts> = {
  initial: { status: 'unknown' },
  evolve,
  decide(command, state, facts) {
    switch (command.type) {
      case 'RegisterAgency':
        return register(command, state);
      case 'SucceedAgency':
        return succeedAgency(command, state, facts);
      case 'CloseAgency':
        return close(command, state);
    }
  },
};

function evolve(state: AgencyState, { type, data }: RecordedEvent): AgencyState {
  if (type === 'AgencyRegistered') {
    const { agencyId, name, kind, validFrom } = data;
    return { status: 'registered', agencyId, name, kind, validFrom };
  }
  // An end follows a registration in every stream.
  if (state.status === 'unknown') return state;
  const { agencyId, name, kind, validFrom } = state;
  const known = { agencyId, name, kind, validFrom, until: data.on };
  return type === 'AgencySucceeded'
    ? { status: 'succeeded', ...known, successors: data.successors }
    : { status: 'closed', ...known, successors: [] };
}

function register(command: RegisterAgency, state: AgencyState): Decision<NewEvent> {
  if (state.status !== 'unknown') {
    return refusePanel('agency-already-registered', 'This agency is already registered; use its present record.');
  }
  const validFrom = londonDate(command.validFrom);
  if (!validFrom.ok) return validFrom;
  const { agencyId, name, kind, code } = command;
  return accept({
    type: 'AgencyRegistered',
    data: { agencyId, name, kind, ...(code === undefined ? {} : { code }), validFrom: validFrom.value },
  });
}

function succeedAgency(command: SucceedAgency, state: AgencyState, { agencies }: AgencyFacts): Decision<NewEvent> {
  const ending = endingOf(state, command.on);
  if (!ending.ok) return ending;
  const { agencyId, on } = ending.value;
  const refusal = refuseSuccessors(agencyId, command.successors) ?? refuseCircle(agencyId, command.successors, agencies);
  if (refusal) return refusal;
  for (const successor of command.successors) {
    const invalid = refuseInvalidAgency(agencies.get(successor.agencyId) ?? agencyDecider.initial, successor.agencyId, on);
    if (invalid) return invalid;
  }
  const successors = command.successors.map((successor) => ({ agencyId: successor.agencyId, functions: successor.functions }));
  return accept({ type: 'AgencySucceeded', data: { agencyId, on, successors, basis: command.basis } });
}

function close(command: CloseAgency, state: AgencyState): Decision<NewEvent> {
  const ending = endingOf(state, command.on);
  if (!ending.ok) return ending;
  return accept({ type: 'AgencyClosed', data: { ...ending.value, because: command.because } });
}

/** An organisation ends once, after it began. */
function endingOf(state: AgencyState, text: string): Result<{ readonly agencyId: Id<'agency'>; readonly on: LondonDate }> {
  if (state.status === 'unknown') {
    return refusePanel('agency-unknown', 'No agency with this id is registered in this area; register it first.');
  }
  if (state.status !== 'registered') {
    return refusePanel(
      'agency-already-ended',
      `This agency exists no longer from ${formatLondonDate(state.until)}: what ended once does not end again.`,
    );
  }
  const on = londonDate(text);
  if (!on.ok) return on;
  if (on.value <= state.validFrom) {
    return refusePanel(
      'agency-ends-before-it-began',
      `This agency exists from ${formatLondonDate(state.validFrom)}: give a first day without it that is later.`,
    );
  }
  return { ok: true, value: { agencyId: state.agencyId, on: on.value } };
}

function refuseSuccessors(agencyId: Id<'agency'>, successors: readonly Successor[]): Refusal | undefined {
  if (successors.length === 0) {
    return refusePanel('succession-without-successor', 'Name at least one agency to which functions passed, or close the agency.');
  }
  if (new Set(successors.map((successor) => successor.agencyId)).size < successors.length) {
    return refusePanel('successor-repeated', 'Name each successor once, with all the functions that passed to it.');
  }
  return successors.some((successor) => successor.agencyId === agencyId)
    ? refusePanel('succession-into-itself', 'Name another agency: one that goes on under a new name has not ended.')
    : undefined;
}

/** Follows the successors named, and theirs in turn, and refuses to come back to where it began. */
function refuseCircle(
  agencyId: Id<'agency'>,
  successors: readonly Successor[],
  agencies: AgencyFacts['agencies'],
): Refusal | undefined {
  const seen = new Set<string>();
  const open: string[] = successors.map((successor) => successor.agencyId);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === agencyId) {
      return refusePanel(
        'succession-in-circle',
        "A successor's own functions are recorded as passing to this agency: correct which of the two ended first.",
      );
    }
    if (seen.has(next)) continue;
    seen.add(next);
    const state = agencies.get(next);
    if (state?.status === 'succeeded') open.push(...state.successors.map((successor) => successor.agencyId));
  }
  return undefined;
}
