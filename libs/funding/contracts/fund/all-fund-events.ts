import { FundContributionReceived, FundContributionReversed, FundContributionVaried, FundContributionsAgreed, FundContributionsConsented } from './fund-contributions';
import { FundMeansFound, FundNearlyCommitted, FundSpendingRecorded, FundSpendingReversed, FundYearClosed, PooledFundEnded, PooledFundEstablished } from './fund-events';

/** Every event of a pooled fund’s stream. */
export const fundEvents = [
  PooledFundEstablished,
  FundContributionsAgreed,
  FundContributionVaried,
  FundContributionsConsented,
  FundContributionReceived,
  FundContributionReversed,
  FundSpendingRecorded,
  FundSpendingReversed,
  FundMeansFound,
  FundNearlyCommitted,
  FundYearClosed,
  PooledFundEnded,
] as const;
