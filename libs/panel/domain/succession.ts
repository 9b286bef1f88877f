import type { Id, LondonDate } from '@accord/shared/kernel';
import type { Successor } from './agency';

/** An agency and its end, as far as both count for the day and moment of the question. */
export interface AgencyInTime {
  readonly agencyId: Id<'agency'>;
  /** Absent while it goes on; without successors where it was closed. */
  readonly end?: { readonly on: LondonDate; readonly successors: readonly Successor[] };
}

/** Functions that passed from one agency to another. */
export interface Passage {
  readonly on: LondonDate;
  readonly from: Id<'agency'>;
  readonly to: Id<'agency'>;
  readonly functions: string;
}

/** Where functions have come to: the agency that has them, or the last that had them, and how they came there. */
export interface Passed {
  readonly agencyId: Id<'agency'>;
  /** Whether it goes on, or was closed and its functions went to nobody. */
  readonly is: 'present' | 'closed';
  /** Each passage on the way, the first one first. */
  readonly by: readonly Passage[];
}

/**
 * Where the functions of an agency are: the end of each chain of successions from it, one entry per way, since a
 * function may be divided and come together again. The agency itself, by no passage, where it goes on or was
 * closed. Ends on any record, a circle in it included: a way never passes one agency twice.
 */
export function functionsOf(agencies: ReadonlyMap<string, AgencyInTime>, agencyId: Id<'agency'>): readonly Passed[] {
  return follow(agencies, agencyId, []);
}

function follow(agencies: ReadonlyMap<string, AgencyInTime>, agencyId: Id<'agency'>, by: readonly Passage[]): readonly Passed[] {
  const end = agencies.get(agencyId)?.end;
  if (end === undefined) return [{ agencyId, is: 'present', by }];
  if (end.successors.length === 0) return [{ agencyId, is: 'closed', by }];
  return end.successors
    .filter((successor) => !by.some(({ from }) => from === successor.agencyId))
    .flatMap((successor) =>
      follow(agencies, successor.agencyId, [
        ...by,
        { on: end.on, from: agencyId, to: successor.agencyId, functions: successor.functions },
      ]),
    );
}

/** The agencies that have the functions of an agency now: itself where it goes on, nobody where it was closed. */
export const successorsOf = (agencies: ReadonlyMap<string, AgencyInTime>, agencyId: Id<'agency'>): readonly Id<'agency'>[] => [
  ...new Set(functionsOf(agencies, agencyId).flatMap((passed) => (passed.is === 'present' ? [passed.agencyId] : []))),
];

/**
 * Every agency whose functions have come to this one, directly or by others, so that what is recorded under their
 * names is found with its own; without the agency itself.
 */
export function predecessorsOf(agencies: ReadonlyMap<string, AgencyInTime>, agencyId: Id<'agency'>): readonly Id<'agency'>[] {
  const found = new Set<Id<'agency'>>();
  const open = [agencyId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { agencyId: earlier, end } of agencies.values()) {
      if (earlier === agencyId || found.has(earlier) || !end?.successors.some((successor) => successor.agencyId === next)) continue;
      found.add(earlier);
      open.push(earlier);
    }
  }
  return [...found];
}
