import { daysBetween } from './dates';
import type { LondonDate } from './dates';
import { noPence } from './money';
import type { Pence } from './money';
import type { ClosedPeriod } from './period';
import { exactCost } from './exact-cost';
import type { CostUntil, Pause } from './exact-cost';
import { PARTS_OF_A_PENNY, dailyFactors, paidOnce } from './rates';
import type { RateTable } from './rates';

export type { Pause };

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
  return costInNumbers(rates, lineFrom, { upTo, pauses }) ?? exactCost(rates, lineFrom, { upTo, pauses });
}

const WHOLE = 10_000;

/**
 * The same figure in plain numbers, which are many times as quick, or nothing where it could leave the range in which
 * they are exact: every sum grows, so that the last one tells for all before it.
 */
function costInNumbers(rates: RateTable, lineFrom: LondonDate, { upTo, pauses }: CostUntil): Pence | undefined {
  const parts = partsInNumbers(rates, lineFrom, upTo) + onceInNumbers(rates, upTo);
  if (pauses.length === 0) return nearestInNumbers(parts, PARTS_OF_A_PENNY);
  let withheld = 0;
  for (const { from, to, retainedBasisPoints } of pauses) {
    const days = { from: from > lineFrom ? from : lineFrom, to: to === null || to > upTo ? upTo : to };
    if (days.from < days.to) withheld += partsInNumbers(rates, days.from, days.to) * (WHOLE - retainedBasisPoints);
  }
  return Number.isSafeInteger(parts * WHOLE) ? nearestInNumbers(parts * WHOLE - withheld, PARTS_OF_A_PENNY * WHOLE) : undefined;
}

function partsInNumbers(rates: RateTable, first: LondonDate, upTo: LondonDate): number {
  let parts = 0;
  for (let place = 0; place < rates.length; place++) {
    const rate = rates[place];
    if (rate === undefined || rate.from >= upTo) break;
    const next = rates[place + 1]?.from ?? upTo;
    const from = rate.from > first ? rate.from : first;
    const to = next < upTo ? next : upTo;
    if (from >= to) continue;
    const [amount, factor] = dailyFactors(rate);
    parts += amount * factor * daysBetween(from, to);
  }
  return parts;
}

function onceInNumbers(rates: RateTable, upTo: LondonDate): number {
  let parts = 0;
  for (const rate of rates) if (rate.from < upTo) parts += paidOnce(rate) * PARTS_OF_A_PENNY;
  return parts;
}

/** Rounded to the nearest, a half up; division of whole numbers without a fraction on the way. */
function nearestInNumbers(parts: number, partsOfPenny: number): Pence | undefined {
  const doubled = parts * 2 + partsOfPenny;
  if (!Number.isSafeInteger(doubled)) return undefined;
  const whole = partsOfPenny * 2;
  // The cast is the brand: whole, exact, and built from rates of nothing or more.
  return ((doubled - (doubled % whole)) / whole) as Pence;
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
