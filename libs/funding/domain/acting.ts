/** The agency that acts, and those whose functions have come to it by the day on which it does: it acts for each of them. */
export interface Acting {
  readonly agencyId: string;
  readonly inherited: ReadonlySet<string>;
}

/** Those of the agencies for which the acting one acts: itself first, then those whose functions it has, in their order. */
export function actedFor<Agency extends string>(agencies: readonly Agency[], { agencyId, inherited }: Acting): Agency[] {
  const own = agencies.filter((each) => each === agencyId);
  return [...own, ...agencies.filter((each) => each !== agencyId && inherited.has(each))];
}
