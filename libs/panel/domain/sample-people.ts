import type { AuthorityDelegated, PackageLine, TermsOfReference } from '@accord/panel/contracts';
import { lineCategories } from '@accord/panel/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Id } from '@accord/shared/kernel';
import type { CommitmentsAsked, MemberInRoom } from './authority';
import type { Delegation, SchemeState } from './delegation';
import { agreedLine, day, health, numbered, percentages, pounds, socialCare } from './sample-panel';

// Members, delegations and what is asked of them, for the specs of this folder; not exported by its index.

export const healthMember = numbered<'practitioner'>(501);
export const careMember = numbered<'practitioner'>(502);
export const members: readonly MemberInRoom[] = [
  { agencyId: health, practitionerId: healthMember, posts: ['Head of continuing care'] },
  { agencyId: socialCare, practitionerId: careMember, posts: ['Service manager'] },
];

/** Worked example 8: £1,500 a week of the agency's own share, for every category. */
export const limit = (changes: Partial<Delegation['limits'][number]> = {}): Delegation['limits'][number] => ({
  ...{ per: 'week', amountPence: pounds(1_500), measuredOn: 'own-share', categories: [...lineCategories] },
  ...changes,
});
/** A delegation of health to its member, from April 2025. */
export const delegation = (changes: Partial<Delegation> = {}): Delegation => ({
  ...{ delegationId: numbered<'delegation'>(900), agencyId: health, to: { kind: 'person', practitionerId: healthMember } },
  ...{ limits: [limit()], from: day('2025-04-01'), until: null },
  ...changes,
});
/** What social care's member may commit: anything. */
const careDelegation = delegation({
  ...{ delegationId: numbered<'delegation'>(950), agencyId: socialCare },
  to: { kind: 'person', practitionerId: careMember },
  limits: [limit({ amountPence: pounds(1_000_000) })],
});
export const authorityDelegated = (changes: Partial<Delegation> = {}): New<typeof AuthorityDelegated> => ({
  type: 'AuthorityDelegated',
  data: {
    ...delegation(changes),
    limits: [...delegation(changes).limits],
    reference: 'Scheme of delegation 2025/26, section 4.2',
  },
});

/** The schemes of health, with these delegations, and of social care. */
export const schemes = (...ofHealth: readonly Delegation[]): ReadonlyMap<string, SchemeState> =>
  new Map([
    [health, { delegations: ofHealth }],
    [socialCare, { delegations: [careDelegation] }],
  ]);

/** A line of £1,620 a week from September 2025, without an end, with that share of health in per cent. */
export const lineOf = (ofHealth: number, changes: Partial<PackageLine> = {}): PackageLine =>
  agreedLine({
    rates: [{ from: day('2025-09-01'), weeklyPence: pounds(1_620) }],
    split: percentages(ofHealth, 100 - ofHealth),
    ...changes,
  });

/** The panel may commit anything, but each member needs authority of its own. */
export const commitment = (changes: Partial<TermsOfReference['commitment']> = {}): TermsOfReference['commitment'] => ({
  ...{ authority: 'of-each-member', weeklyLimitPence: null, categories: [...lineCategories] },
  ...changes,
});
export const asked = (changes: Partial<CommitmentsAsked> = {}): CommitmentsAsked => ({
  ...{ lines: [lineOf(50)], alsoInForce: [], decidedSameDay: [], terms: { commitment: commitment() }, members },
  ...{ schemes: schemes(delegation()), on: day('2025-10-01') },
  ...changes,
});
export const delegationId = (number: number): Id<'delegation'> => numbered<'delegation'>(number);
