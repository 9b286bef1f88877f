import { LineEntryWithdrawn, PackageLineArranged, PackageLineEnded, PackageLineResumed, PackageLineSuspended, RetainedPartChanged, UnspentSumRecovered } from './line-events';
import { LineRatesVariationAgreed, LineRatesVariationProposed, LineRatesVariationRefused } from './variation-events';

/** Every event in the stream of a package line: what happens to it after its decision. Each decides who pays what. */
export const lineLifeEvents = [
  PackageLineArranged,
  PackageLineSuspended,
  RetainedPartChanged,
  PackageLineResumed,
  PackageLineEnded,
  LineRatesVariationProposed,
  LineRatesVariationAgreed,
  LineRatesVariationRefused,
  UnspentSumRecovered,
  LineEntryWithdrawn,
] as const;
