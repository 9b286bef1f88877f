import { daysBetween } from './dates';
import type { LondonDate } from './dates';
import { noPence } from './money';
import type { Pence } from './money';
import type { ClosedPeriod, Period } from './period';
import { PARTS_OF_A_PENNY, dailyParts, paidOnce } from './rates';
import type { RateTable } from './rates';

/** Days on which a line is suspended, and the part of its running cost that is payable all the same. */
export interface Pause extends Period {
  /** Basis points: 0 is nothing, 10,000 is all of it. */
  readonly retainedBasisPoints: number;
}

const noPauses: readonly Pause[] = [];

/** All that decides what a line costs. */
export interface CostedLine {
  readonly rates: RateTable;
  readonly lineFrom: LondonDate;
  /** In any order, and apart. */
  readonly pauses?: readonly Pause[];
}

/**
 * The cost of a line from its first day until just before `upTo`, nothing where that is not later. It is exact in
 * parts of a penny and rounded once, here, to the nearest penny (design, section 5); half a penny, which only rates
 * by the hour or by four weeks and suspensions can give, is rounded up. A change of rate and a suspension start
 * nothing anew. What is paid once is paid in a suspension too.
 * Throws where the rates do not cover the line's first day: build them with `rateTable`. Pauses must be apart.
 */
export function cumulativeCost({ rates, lineFrom, pauses = noPauses }: CostedLine, upTo: LondonDate): Pence {
  if (upTo <= lineFrom) return noPence;
  if (rates[0] === undefined || rates[0].from > lineFrom) {
    throw new RangeError('No rate covers the first day of the line.');
  }
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

/** Which days of which line: its rates, its first day, and the window asked for. */
export interface DaysToCost extends CostedLine {
  /** The days asked for. Days before the line begins cost nothing; cut off days after its end beforehand. */
  readonly window: ClosedPeriod;
}

/**
 * What the days of a window cost: the difference of two cumulative figures, so that however a stretch is
 * cut its pieces add up. £1,000.00 a week costs 142.86, then 142.85, then 714.29 for the other five days.
 */
export function costOfDays({ window, ...line }: DaysToCost): Pence {
  const until = cumulativeCost(line, window.to) - cumulativeCost(line, window.from);
  // The cast is the brand: the cumulative figure never falls, so the difference is nothing or more.
  return until as Pence;
}
