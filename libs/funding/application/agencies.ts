import { agencyView } from '@accord/funding/domain';
import { AgencyClosed, AgencyRegistered, AgencySucceeded } from '@accord/panel/contracts';
import type { FactLoader } from '@accord/shared/commands';
import type { AgencyFundingView } from '@accord/funding/domain';
import { isOneOf } from '@accord/shared/event-contracts';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore } from '@accord/shared/event-store';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** An agency as a fact of commands about money. */
const agencyEvents = [AgencyRegistered, AgencySucceeded, AgencyClosed] as const;
const agencyFact = { category: 'agency', decider: agencyView, definitions: agencyEvents };
const isOfAgency = isOneOf(agencyEvents);

/** Those of the agencies that were ever registered in this area. */
export async function registeredAgencies(loader: FactLoader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const distinct = [...new Set(ids)];
  const loaded = await Promise.all(distinct.map((id) => loader.load(agencyFact, id)));
  return new Set(distinct.filter((_id, place) => loaded[place]?.state.known));
}

/** The agencies, and all to which their functions have passed by the day: a group of 2014 is a board since 2022. */
export const withSuccessors = (loader: FactLoader, agencies: readonly Id<'agency'>[], day: LondonDate): Promise<readonly Id<'agency'>[]> =>
  followed(async (id) => (await loader.load(agencyFact, id)).state, agencies, day);

export interface ActingAgency {
  readonly agencyId: string;
  readonly today: LondonDate;
}
/** Those of the agencies for which the acting one acts: itself, and any whose functions have come to it by today. */
export async function inHandsOf(loader: FactLoader, concerned: readonly Id<'agency'>[], { agencyId, today }: ActingAgency): Promise<ReadonlySet<Id<'agency'>>> {
  const having = await Promise.all(concerned.map((each) => withSuccessors(loader, [each], today)));
  return new Set(concerned.filter((_, place) => having[place]?.some((each) => each === agencyId)));
}

/** Agencies for questions, read from the record itself. */
export class AgenciesOnRecord {
  constructor(
    private readonly events: Pick<EventStore, 'readStream'>,
    private readonly catalogue: EventCatalogue,
  ) {}

  /** Whether an agency with this id was ever registered in this area. */
  async isKnown(agencyId: Id<'agency'>): Promise<boolean> {
    return (await this.view(agencyId)).known;
  }

  /** The agencies, and all to which their functions have passed by the day. */
  withSuccessors(agencies: readonly Id<'agency'>[], day: LondonDate): Promise<readonly Id<'agency'>[]> {
    return followed((id) => this.view(id), agencies, day);
  }

  private async view(agencyId: Id<'agency'>): Promise<AgencyFundingView> {
    const recorded = (await this.events.readStream(`${agencyFact.category}-${agencyId}`)) ?? [];
    return recorded
      .map((event) => ({ type: event.type, data: this.catalogue.read(event) }))
      .filter(isOfAgency)
      .reduce(agencyView.evolve, agencyView.initial);
  }
}

async function followed(viewOf: (id: Id<'agency'>) => Promise<AgencyFundingView>, agencies: readonly Id<'agency'>[], day: LondonDate): Promise<readonly Id<'agency'>[]> {
  const found = new Set<Id<'agency'>>();
  for (let next = agencies; next.length > 0; ) {
    for (const agencyId of next) found.add(agencyId);
    const loaded = await Promise.all(next.map(viewOf));
    const passed = loaded.flatMap(({ successors }) => successors.filter(({ on }) => on <= day).map(({ agencyId }) => agencyId));
    next = [...new Set(passed)].filter((agencyId) => !found.has(agencyId));
  }
  return [...found];
}
