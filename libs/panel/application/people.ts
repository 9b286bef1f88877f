import {
  AgencyClosed,
  AgencyRegistered,
  AgencySucceeded,
  AuthorityDelegated,
  DelegationRevoked,
  EmploymentEnded,
  PractitionerEmployed,
  PractitionerRegistered,
  PractitionerSignInLinked,
} from '@accord/panel/contracts';
import { agencyDecider, endedBy, isValidOn, practitionerDecider, schemeDecider } from '@accord/panel/domain';
import type {
  AgenciesOnDay,
  AgencyCommand,
  AgencyState,
  PractitionerCommand,
  PractitionerState,
  SchemeCommand,
  SchemeState,
  Successor,
} from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { londonDate } from '@accord/shared/kernel';

export const agencyStream = {
  category: 'agency',
  decider: agencyDecider,
  definitions: [AgencyRegistered, AgencySucceeded, AgencyClosed],
};
export const practitionerStream = {
  category: 'practitioner',
  decider: practitionerDecider,
  definitions: [PractitionerRegistered, PractitionerSignInLinked, PractitionerEmployed, EmploymentEnded],
};
/** An agency's scheme of delegation; its id is the agency's. */
export const schemeStream = { category: 'delegation', decider: schemeDecider, definitions: [AuthorityDelegated, DelegationRevoked] };

/** Agencies, the people who work for them, and what each may commit. */
export class People {
  constructor(private readonly runner: CommandRunner) {}

  agency(id: string, command: AgencyCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: agencyStream, id, command, context },
      facts: async (loader) => ({
        agencies: command.type === 'SucceedAgency' ? await successionFrom(loader, command.successors) : new Map(),
      }),
    });
  }

  practitioner(id: string, command: PractitionerCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: practitionerStream, id, command, context },
      facts: async (loader) => ({
        agency: command.type === 'EmployPractitioner' ? (await loader.load(agencyStream, command.agencyId)).state : agencyDecider.initial,
      }),
    });
  }

  /** A command on the scheme of the agency with this id. */
  scheme(agencyId: string, command: SchemeCommand, context: RequestContext): Promise<CommandOutcome> {
    const to = command.type === 'DelegateAuthority' ? command.to.practitionerId : undefined;
    return this.runner.run({
      ...{ streamType: schemeStream, id: agencyId, command, context },
      facts: async (loader) => {
        const [agency, practitioner] = await Promise.all([
          loader.load(agencyStream, agencyId),
          to === undefined ? undefined : loader.load(practitionerStream, to),
        ]);
        return {
          agency: agency.state,
          practitioner: practitioner?.state ?? practitionerDecider.initial,
          actingAgency: context.agency,
        };
      },
    });
  }
}

/** The successors named, and those to whom their functions passed in turn, so that a circle is seen. */
async function successionFrom(loader: FactLoader, successors: readonly Successor[]): Promise<ReadonlyMap<string, AgencyState>> {
  const agencies = new Map<string, AgencyState>();
  let next: readonly string[] = successors.map(({ agencyId }) => agencyId);
  while (next.length > 0) {
    const loaded = await statesOf((id) => loader.load(agencyStream, id), next);
    for (const [id, state] of loaded) agencies.set(id, state);
    next = [...loaded.values()]
      .flatMap((state) => (state.status === 'succeeded' ? state.successors.map(({ agencyId }) => agencyId) : []))
      .filter((id) => !agencies.has(id));
  }
  return agencies;
}

/**
 * Those of the agencies that are registered and exist on the day, with the end of those that do no longer and who
 * has their functions then. Where no day is given, or it is none, all that were ever registered: the rules refuse a
 * day that is none by themselves.
 */
export async function registeredAgencies(
  loader: FactLoader,
  ids: readonly string[],
  on?: string,
): Promise<ReadonlySet<string> & AgenciesOnDay> {
  const day = londonDate(on);
  const states = await statesOf((id) => loader.load(agencyStream, id), ids);
  if (!day.ok) return new Set([...states].filter(([, { status }]) => status !== 'unknown').map(([id]) => id));
  const gone = [...states.values()].flatMap((state) => (state.status === 'succeeded' && state.until <= day.value ? state.successors : []));
  const ended = endedBy(new Map([...(await successionFrom(loader, gone)), ...states]), [...states.keys()], day.value);
  const existing = [...states].filter(([, state]) => isValidOn(state, day.value)).map(([id]) => id);
  return Object.assign(new Set(existing), { ended });
}

/** The practitioners with these ids and their posts over time; `unknown` where there is none. */
export const practitionersOf = (loader: FactLoader, ids: readonly string[]): Promise<ReadonlyMap<string, PractitionerState>> =>
  statesOf((id) => loader.load(practitionerStream, id), ids);

/** The schemes of delegation of these agencies; empty where an agency has delegated nothing. */
export const schemesOf = (loader: FactLoader, agencyIds: readonly string[]): Promise<ReadonlyMap<string, SchemeState>> =>
  statesOf((id) => loader.load(schemeStream, id), agencyIds);

/** The state of each thing, each loaded once. */
async function statesOf<S>(load: (id: string) => Promise<{ readonly state: S }>, ids: readonly string[]): Promise<ReadonlyMap<string, S>> {
  const distinct = [...new Set(ids)];
  const loaded = await Promise.all(distinct.map(load));
  return new Map(distinct.flatMap((id, place) => loaded.slice(place, place + 1).map(({ state }): [string, S] => [id, state])));
}
