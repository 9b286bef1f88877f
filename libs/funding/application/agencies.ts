import { agencyView } from '@accord/funding/domain';
import { AgencyClosed, AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import type { FactLoader } from '@accord/shared/commands';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** An agency as a fact of commands about money. */
const agencyFact = { category: 'agency', decider: agencyView, definitions: [AgencyRegistered, AgencySucceeded, AgencyClosed] };

/** Those of the agencies that were ever registered in this area. */
export async function registeredAgencies(loader: FactLoader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(ids)];
  const loaded = await Promise.all(distinct.map((id) => loader.load(agencyFact, id)));
  return new Set(distinct.filter((_id, place) => loaded[place]?.state.known));
}

/** The agencies, and all to which their functions have passed by the day: a group of 2014 is a board since 2022. */
export async function withSuccessors(loader: FactLoader, agencies: readonly Id<'agency'>[], day: LondonDate): Promise<readonly Id<'agency'>[]> {
  const found = new Set<Id<'agency'>>();
  for (let next = agencies; next.length > 0; ) {
    for (const agencyId of next) found.add(agencyId);
    const loaded = await Promise.all(next.map((agencyId) => loader.load(agencyFact, agencyId)));
    const passed = loaded.flatMap(({ state }) => state.successors.filter(({ on }) => on <= day).map(({ agencyId }) => agencyId));
    next = [...new Set(passed)].filter((agencyId) => !found.has(agencyId));
  }
  return [...found];
}
