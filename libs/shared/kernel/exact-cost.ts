import { daysBetween } from './dates';
import type { LondonDate } from './dates';
import type { Pence } from './money';
import type { Period } from './period';
import { PARTS_OF_A_PENNY, dailyParts, paidOnce } from './rates';
import type { RateTable } from './rates';

/** Days on which a line is suspended, and the part of its running cost that is payable all the same. */
export interface Pause extends Period {
  /** Basis points: 0 is nothing, 10,000 is all of it. */
  readonly retainedBasisPoints: number;
}

/** Until just before which day, and on which days of suspension, in any order and apart. */
export interface CostUntil {
  readonly upTo: LondonDate;
  readonly pauses: readonly Pause[];
}

/**
 * What a line costs from its first day on, exact whatever the figures; for those that plain numbers cannot hold, and
 * to hold the quicker way against. Throws a `RangeError` where the penny itself leaves the range of exact integers.
 */
export function exactCost(rates: RateTable, lineFrom: LondonDate, { upTo, pauses }: CostUntil): Pence {
  const parts = runningParts(rates, lineFrom, upTo) + onceParts(rates, upTo);
  if (pauses.length === 0) return nearestPenny(parts, PARTS);
  const withheld = pauses.reduce((sum, { from, to, retainedBasisPoints }) => {
    const days = { from: from > lineFrom ? from : lineFrom, to: to === null || to > upTo ? upTo : to };
    return days.from < days.to ? sum + runningParts(rates, days.from, days.to) * BigInt(WHOLE - retainedBasisPoints) : sum;
  }, 0n);
  return nearestPenny(parts * BigInt(WHOLE) - withheld, PARTS * BigInt(WHOLE));
}

const PARTS = BigInt(PARTS_OF_A_PENNY);
const WHOLE = 10_000;

/** What the days cost at the rates that hold on them, without what is paid once. */
function runningParts(rates: RateTable, first: LondonDate, upTo: LondonDate): bigint {
  let parts = 0n;
  rates.forEach((rate, place) => {
    const next = rates[place + 1]?.from ?? upTo;
    const from = rate.from > first ? rate.from : first;
    const to = next < upTo ? next : upTo;
    if (from < to) parts += dailyParts(rate) * BigInt(daysBetween(from, to));
  });
  return parts;
}

const onceParts = (rates: RateTable, upTo: LondonDate): bigint =>
  rates.reduce((sum, rate) => (rate.from < upTo ? sum + BigInt(paidOnce(rate)) * PARTS : sum), 0n);

function nearestPenny(parts: bigint, partsOfPenny: bigint): Pence {
  const amount = Number((parts * 2n + partsOfPenny) / (partsOfPenny * 2n));
  if (!Number.isSafeInteger(amount)) throw new RangeError('A cost left the range of exact integers.');
  // The cast is the brand: whole, exact, and built from rates of nothing or more.
  return amount as Pence;
}
