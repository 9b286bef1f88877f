import { formatLondonDate } from '@accord/shared/kernel';
import type { LondonDate, Refusal } from '@accord/shared/kernel';
import type { AgencyState } from './agency';
import { refusePanel } from './refusals';
import { successorsOf } from './succession';
import type { AgencyInTime } from './succession';

/** The end of an agency. */
export interface Ending {
  readonly name: string;
  /** First day on which it no longer exists. */
  readonly on: LondonDate;
  /** The names of those that have its functions on the day asked for; none where it was closed. */
  readonly passedTo: readonly string[];
}

/** Of the agencies that something names, those that exist on its day; and of the others, those that have ended by then. */
export interface AgenciesOnDay {
  has(agencyId: string): boolean;
  readonly ended?: ReadonlyMap<string, Ending>;
}

/** Those of the agencies that have ended by the day; `agencies` knows those too to which their functions passed in turn. */
export function endedBy(agencies: ReadonlyMap<string, AgencyState>, ids: readonly string[], day: LondonDate): ReadonlyMap<string, Ending> {
  const inTime = new Map([...agencies].flatMap(([id, state]) => (state.status === 'unknown' ? [] : [[id, inTimeOf(state, day)] as const])));
  const nameOf = (id: string): string => {
    const state = agencies.get(id);
    return state === undefined || state.status === 'unknown' ? id : state.name;
  };
  const endings = ids.flatMap((id): readonly (readonly [string, Ending])[] => {
    const end = inTime.get(id)?.end;
    const agencyId = inTime.get(id)?.agencyId;
    if (end === undefined || agencyId === undefined) return [];
    return [[id, { name: nameOf(id), on: end.on, passedTo: successorsOf(inTime, agencyId).map(nameOf) }]];
  });
  return new Map(endings);
}

function inTimeOf(state: Exclude<AgencyState, { readonly status: 'unknown' }>, day: LondonDate): AgencyInTime {
  const { agencyId } = state;
  return state.status === 'registered' || state.until > day ? { agencyId } : { agencyId, end: { on: state.until, successors: state.successors } };
}

/** Refuses an agency that this area does not know (`agency-unknown`), or that has ended by the day (`agency-ended`). */
export function refuseStranger(agencyId: string, agencies: AgenciesOnDay): Refusal | undefined {
  if (agencies.has(agencyId)) return undefined;
  const ending = agencies.ended?.get(agencyId);
  return ending === undefined
    ? refusePanel('agency-unknown', `No agency with the id ${agencyId} is registered in this area; register it first.`)
    : refusePanel('agency-ended', `${toldOf(ending)}: ${ending.passedTo.length > 0 ? 'name the successor' : 'name an agency that exists on that day'}.`);
}

/** Refuses to seat anybody of an agency that has ended by the day of the sitting. */
export function refuseSeatOfEnded(agencyId: string, { ended }: AgenciesOnDay): Refusal | undefined {
  const ending = ended?.get(agencyId);
  return ending && refusePanel('agency-ended', `${toldOf(ending)}. Nobody sits for it from that day on: revise the terms of reference.`);
}

const toldOf = ({ name, on, passedTo }: Ending): string =>
  passedTo.length === 0
    ? `${name} ended on ${formatLondonDate(on)}, and no agency has its functions`
    : `${name} ended on ${formatLondonDate(on)}; its functions passed to ${passedTo.join(' and ')}`;
