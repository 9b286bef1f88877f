import type { ContributionTerms, FundMeans, RiskStep } from '@accord/funding/contracts';
import { apportion, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { Id, Pence, Shares, SignedPence } from '@accord/shared/kernel';

/** What a partner bears of an overspend, or gets back of an underspend. */
export interface PartnerAmount {
  readonly agencyId: Id<'agency'>;
  readonly pence: Pence;
}
/** One step by which an over- or underspend is dealt with. */
export interface RiskStepTaken {
  readonly step: RiskStep;
  readonly pence: Pence;
  /** Empty where no partner bears or gets anything by this step. */
  readonly agencies: readonly PartnerAmount[];
}
export interface RiskAsked {
  readonly terms: ContributionTerms;
  /** Outturn less budget. */
  readonly difference: SignedPence;
  /** Sums that were found to meet an overspend with. */
  readonly means: Readonly<Record<FundMeans, Pence>>;
}

/**
 * How an overspend is met, or an underspend used: step by step in the order that the partners agreed, each step named
 * though it gives nothing, and last what is left outside the pool. The steps sum to the difference, to the penny; what
 * partners bear is shared by largest remainder in the order in which the text names them. What a cap spares one partner
 * is not laid on the others: it stays outside the pool, for the partners to agree on.
 */
export function riskShareOf({ terms, difference, means }: RiskAsked): RiskStepTaken[] {
  if (difference === 0) return [];
  return difference < 0 ? underspend(terms, magnitude(difference)) : overspend(terms, magnitude(difference), means);
}

// The cast is the brand: the magnitude of whole pence.
const magnitude = (difference: SignedPence): Pence => Math.abs(difference) as Pence;

function underspend({ contributions, riskShare: { underspend: step } }: ContributionTerms, pence: Pence): RiskStepTaken[] {
  if (step !== 'returned-pro-rata') return [{ step, pence, agencies: [] }];
  return [{ step, pence, agencies: sharedOut(pence, byContribution(contributions)) }];
}

function overspend({ contributions, riskShare, reservePence }: ContributionTerms, all: Pence, means: RiskAsked['means']): RiskStepTaken[] {
  const taken: RiskStepTaken[] = [];
  let left = all;
  for (const step of riskShare.order) {
    const agencies = step === 'partners' ? partnersBear({ contributions, riskShare }, left) : [];
    const available = step === 'partners' ? sumPence(agencies.map(({ pence }) => pence)) : step === 'reserve' ? reservePence : means[step];
    const pence = available < left ? available : left;
    taken.push({ step, pence, agencies });
    left = less(left, pence);
  }
  return left === 0 ? taken : [...taken, { step: 'outside', pence: left, agencies: [] }];
}

// The cast is the brand: never more is taken than is left.
const less = (left: Pence, pence: Pence): Pence => subtractPence(left, pence) as Pence;

function partnersBear({ contributions, riskShare: { overspend: rule } }: Pick<ContributionTerms, 'contributions' | 'riskShare'>, left: Pence): PartnerAmount[] {
  if (rule.kind === 'fixed-shares') return sharedOut(left, rule.shares);
  const capOf = (agencyId: string): Pence | null => rule.caps.find((cap) => cap.agencyId === agencyId)?.capPence ?? null;
  return sharedOut(left, byContribution(contributions)).map(({ agencyId, pence }) => {
    const cap = capOf(agencyId);
    return { agencyId, pence: cap !== null && cap < pence ? cap : pence };
  });
}

function sharedOut(total: Pence, shares: Shares): PartnerAmount[] {
  const amounts = apportion(total, shares);
  return shares.parts.map(({ agencyId }, place) => ({ agencyId, pence: amounts[place] ?? noPence }));
}

/** Pro rata to what each contributes; one that contributes nothing has no part. */
const byContribution = (contributions: ContributionTerms['contributions']): Shares => ({
  kind: 'ratio',
  parts: contributions.filter(({ pence }) => pence > 0).map(({ agencyId, pence }) => ({ agencyId, weight: pence })),
});
