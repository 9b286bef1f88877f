import { apportion, contains, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Pence, Shares, SignedPence } from '@accord/shared/kernel';
import type { FundingPicture, LineFact, RecoveryFact } from '../funding-picture';
import { liabilities, totalsByAgency } from '../liability';
import type { AgencyAmount } from '../liability';

/** An unspent sum that came back, and what of it is credited to whom. */
export interface Recovery {
  readonly line: LineFact;
  readonly recovery: RecoveryFact;
  /** Nothing or less: what each agency need not have paid. They sum to the sum that came back. */
  readonly amounts: readonly AgencyAmount[];
  /** Whether as the days read now nobody paid anything for them, so that the line's own split says who is credited. */
  readonly nobodyPaid: boolean;
}

/**
 * The unspent sums that came back on a day of the window, each whole on its day, in order of days. Each is credited to
 * the agencies in proportion to what each paid for the days for which it had been paid out: by largest remainder, in
 * order of agency id. Where nobody paid anything for these days as they read now, because they were suspended
 * afterwards say, the line's own split says who is credited. No cut of the window changes an amount.
 */
export function recoveries(picture: FundingPicture, window: ClosedPeriod): Recovery[] {
  return picture.lines
    .flatMap((line) => line.recoveries.filter(({ on }) => contains(window, on)).map((recovery): Recovery => ({ line, recovery, ...credited(picture, line, recovery) })))
    .sort((one, two) => (orderOf(one) < orderOf(two) ? -1 : 1));
}

const orderOf = ({ line, recovery }: Recovery): string => `${recovery.on} ${line.line.lineId} ${recovery.recoveryId}`;

function credited(picture: FundingPicture, line: LineFact, { of, pence }: RecoveryFact): Pick<Recovery, 'amounts' | 'nobodyPaid'> {
  const paid = paidIn(picture, line, of);
  const split = paid ?? line.line.split;
  const amounts = apportion(pence, split);
  return { amounts: split.parts.map(({ agencyId }, place) => ({ agencyId, pence: subtractPence(noPence, amounts[place] ?? noPence) })), nobodyPaid: paid === undefined };
}

/** What each agency paid for these days of the line, as the ratio that it is; `undefined` where nobody paid anything. */
function paidIn(picture: FundingPicture, line: LineFact, days: ClosedPeriod): Shares | undefined {
  const paid = totalsByAgency(liabilities({ ...picture, lines: [line] }, days));
  const parts = paid.flatMap(({ agencyId, pence }) => (pence > 0 ? [{ agencyId, weight: Number(pence) }] : []));
  return parts.length > 0 ? { kind: 'ratio', parts } : undefined;
}

/** What came back in all. */
export const recoveredPence = (all: readonly Recovery[]): Pence => sumPence(all.map(({ recovery }) => recovery.pence));

/** What is credited to each agency of all of it, nothing or less, in order of agency id. */
export function creditsByAgency(all: readonly Recovery[]): AgencyAmount[] {
  const byAgency = new Map<AgencyAmount['agencyId'], SignedPence[]>();
  for (const { agencyId, pence } of all.flatMap(({ amounts }) => amounts)) byAgency.set(agencyId, [...(byAgency.get(agencyId) ?? []), pence]);
  return [...byAgency].map(([agencyId, amounts]) => ({ agencyId, pence: sumPence(amounts) })).sort((one, two) => (one.agencyId < two.agencyId ? -1 : 1));
}
