import { functionsOf, predecessorsOf, successorsOf } from '@accord/panel/domain';
import type { AgencyInTime, Passage } from '@accord/panel/domain';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { ReadStore } from '@accord/shared/read-store';
import type { AsOf } from './panel-directory';

interface AgencyTables {
  agencies: { agency_id: Id<'agency'>; name: string; kind: string; code: string | null; valid_from: LondonDate; recorded_at: string };
  agency_ends: { agency_id: Id<'agency'>; ends_on: LondonDate; because: string; recorded_at: string };
  agency_successors: { agency_id: Id<'agency'>; successor_id: Id<'agency'>; functions: string; place: number };
}

export interface AgencyEntry {
  readonly agencyId: Id<'agency'>;
  readonly name: string;
  readonly kind: string;
  readonly code?: string;
  readonly validFrom: LondonDate;
  /** First day on which it no longer exists, with the instrument or the reason; absent while it goes on. */
  readonly validTo?: LondonDate;
  readonly endedBecause?: string;
  /** To whom its functions passed; nobody where it was closed. */
  readonly successors?: readonly { readonly agencyId: Id<'agency'>; readonly functions: string }[];
}

interface NamedPassage extends Passage {
  readonly fromName: string;
  readonly toName: string;
}
/** One way on which functions passed, and the agency to which they came by it. */
export interface SuccessorEntry {
  readonly agencyId: Id<'agency'>;
  readonly name: string;
  readonly kind: string;
  /** `closed` where the last that had them ended without a successor. */
  readonly is: 'present' | 'closed';
  /** What it has of them: the functions named at the last passage. */
  readonly functions: string;
  readonly since: LondonDate;
  /** Each passage on the way, the first one first. */
  readonly by: readonly NamedPassage[];
}
export interface AgencySuccession {
  readonly agency: AgencyEntry;
  /** Empty where the agency goes on, or was closed itself. */
  readonly successors: readonly SuccessorEntry[];
}

/** Answers which agencies the area has or had, and who has the functions of those that ended. */
export class AgencyList {
  constructor(private readonly store: ReadStore) {}

  /** With a day: the agencies that exist on it. Without one: all that ever were, with their ends. */
  async agencies(asOf: AsOf = {}): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    const { asAt } = asOf;
    const all = await this.known(asOf);
    return { agencies: asAt === undefined ? all : all.filter(({ validFrom, validTo }) => validFrom <= asAt && validTo === undefined) };
  }

  /** One agency, whether it goes on or not; `undefined` where none was known by that id. */
  async agency(agencyId: string, asOf: AsOf = {}): Promise<AgencyEntry | undefined> {
    return (await this.known(asOf)).find((agency) => agency.agencyId === agencyId);
  }

  /** Who has the functions of an agency on the day, by which passages; `undefined` where no such agency was known. */
  async succession(agencyId: Id<'agency'>, asOf: AsOf = {}): Promise<AgencySuccession | undefined> {
    const known = await this.known(asOf);
    const byId = new Map(known.map((agency) => [agency.agencyId, agency]));
    const agency = byId.get(agencyId);
    if (agency === undefined) return undefined;
    const nameOf = (id: Id<'agency'>) => byId.get(id)?.name ?? `agency ${id}`;
    const successors = functionsOf(inTime(known), agencyId).flatMap(({ agencyId: id, is, by }): SuccessorEntry[] => {
      const last = by.at(-1);
      if (last === undefined) return [];
      const named = by.map((passage) => ({ ...passage, fromName: nameOf(passage.from), toName: nameOf(passage.to) }));
      const kind = byId.get(id)?.kind ?? '';
      return [{ agencyId: id, name: nameOf(id), kind, is, functions: last.functions, since: last.on, by: named }];
    });
    return { agency, successors };
  }

  /** The agencies that have the functions of this one: itself where it goes on. */
  async successorsOf(agencyId: Id<'agency'>, asOf: AsOf = {}): Promise<readonly Id<'agency'>[]> {
    return successorsOf(inTime(await this.known(asOf)), agencyId);
  }

  /** The agencies whose functions came to this one, so that what was decided under their names is found with its own. */
  async predecessorsOf(agencyId: Id<'agency'>, asOf: AsOf = {}): Promise<readonly Id<'agency'>[]> {
    return predecessorsOf(inTime(await this.known(asOf)), agencyId);
  }

  /** Every agency that was known by the instant, with its end where that counts by the day. */
  private async known({ asAt, knownAt }: AsOf): Promise<readonly AgencyEntry[]> {
    const tables = this.store.withTables<AgencyTables>();
    let agencies = tables.selectFrom('agencies').selectAll();
    let ends = tables.selectFrom('agency_ends').selectAll();
    if (knownAt !== undefined) {
      agencies = agencies.where('recorded_at', '<=', knownAt);
      ends = ends.where('recorded_at', '<=', knownAt);
    }
    if (asAt !== undefined) ends = ends.where('ends_on', '<=', asAt);
    const [registered, ended, passed] = await Promise.all([
      agencies.orderBy('name').orderBy('agency_id').execute(),
      ends.execute(),
      tables.selectFrom('agency_successors').selectAll().orderBy('place').execute(),
    ]);
    const endOf = new Map(ended.map((end) => [end.agency_id, end]));
    return registered.map((row) => {
      const end = endOf.get(row.agency_id);
      return entryOf(row, end, end ? passed.filter((passage) => passage.agency_id === row.agency_id) : []);
    });
  }
}

function entryOf(
  { agency_id: agencyId, name, kind, code, valid_from: validFrom }: AgencyTables['agencies'],
  end: AgencyTables['agency_ends'] | undefined,
  passed: readonly AgencyTables['agency_successors'][],
): AgencyEntry {
  const registered = { agencyId, name, kind, validFrom, ...(code === null ? {} : { code }) };
  if (end === undefined) return registered;
  const successors = passed.map(({ successor_id, functions }) => ({ agencyId: successor_id, functions }));
  return { ...registered, validTo: end.ends_on, endedBecause: end.because, successors };
}

const inTime = (agencies: readonly AgencyEntry[]): ReadonlyMap<string, AgencyInTime> =>
  new Map(
    agencies.map(({ agencyId, validTo, successors = [] }) => [
      agencyId,
      { agencyId, ...(validTo === undefined ? {} : { end: { on: validTo, successors } }) },
    ]),
  );
