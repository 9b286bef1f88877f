import type { LimitMeasure, PackageLine } from '@accord/panel/contracts';
import { addMonths, cumulativeCost, noPence, sumPence, weeklyPenceOn } from '@accord/shared/kernel';
import type { Id, Pence } from '@accord/shared/kernel';

/** What is measured of a line: an agency's own share of it, rounded up to a penny, or the whole. */
type PartOf = (whole: Pence, line: PackageLine) => Pence;

/** Whether the agency pays something of the line: a share of nothing commits nothing. */
export const paysIn = (agencyId: Id<'agency'>) => (line: PackageLine): boolean =>
  line.split.parts.some((part) => part.agencyId === agencyId && part.weight > 0);

/**
 * The part of a line's cost that counts for an agency: the whole (gross), or its own share. A share is rounded
 * up, so that an odd penny never slips under a limit.
 */
export const measuredOn = (measure: LimitMeasure, agencyId: Id<'agency'>): PartOf =>
  measure === 'gross' ? (whole) => whole : (whole, line) => ownShare(whole, line, agencyId);

function ownShare(whole: Pence, { split }: PackageLine, agencyId: Id<'agency'>): Pence {
  const total = split.parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
  const weight = BigInt(split.parts.find((part) => part.agencyId === agencyId)?.weight ?? 0);
  // The cast is the brand: a whole number between nothing and the whole. Shares of a line always have weight.
  return Number((BigInt(whole) * weight + total - 1n) / total) as Pence;
}

/**
 * The highest week: on the day of it, what a week of all lines that then run costs, added up, with what is paid once
 * in the seven days until then.
 */
export function highestWeek(lines: readonly PackageLine[], part: PartOf): Pence {
  // What a week costs rises only on these days.
  const days = new Set(lines.flatMap(({ period, rates }) => [period.from, ...rates.map(({ from }) => from)]));
  let highest = noPence;
  for (const day of days) {
    const week = sumPence(lines.map((line) => part(weeklyPenceOn(line, day), line)));
    if (week > highest) highest = week;
  }
  return highest;
}

/** What the lines cost in all; a line without an end counts for its first year, and what it pays once later as well. */
export const wholeCost = (lines: readonly PackageLine[], part: PartOf): Pence =>
  sumPence(
    lines.map((line) => {
      const { from, to } = line.period;
      const until = to ?? addMonths(from, 12);
      const later = to === null ? line.rates.flatMap((rate) => ('oncePence' in rate && rate.from >= until ? [rate.oncePence] : [])) : [];
      return part(sumPence([cumulativeCost({ rates: line.rates, lineFrom: from }, until), ...later]), line);
    }),
  );
