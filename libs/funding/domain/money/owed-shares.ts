import type { AgencyAmount } from '../liability';
import type { FundedLiability } from '../fund/funds-paying';

/**
 * What each agency owes of the days to whoever pays the provider: its share. Of days for which a pooled fund pays, the
 * fund’s host owes the whole, out of the pool, and nobody else anything: shares are then in name (ADR 13).
 */
export const owedShares = ({ liability: { amounts, cost }, fund }: FundedLiability): readonly AgencyAmount[] =>
  fund === undefined ? amounts : [{ agencyId: fund.hostAgencyId, pence: cost }];
