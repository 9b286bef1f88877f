import type { Id, LondonDate } from '@accord/shared/kernel';

/** Finds the agencies whose functions had come to one by a day; the composition has it from the panel room. */
export interface AgenciesBefore {
  predecessorsOf(agencyId: Id<'agency'>, asOf: { readonly asAt: LondonDate }): Promise<readonly Id<'agency'>[]>;
}
