import { noPence } from '@accord/shared/kernel';
import type { LineRate, LondonDate, Pence, Period, RateTable } from '@accord/shared/kernel';

/** The rates of a line where others hold on some days; before and after, the line's own. */
export function ratesWithin(rates: RateTable, days: Period, inside: readonly LineRate[]): RateTable {
  const before = rates.filter(({ from }) => from < days.from);
  const after = days.to === null ? [] : ratesOn(rates, { from: days.to, to: null });
  return [...before, ...ratesOn(inside, days), ...after];
}

/**
 * The rates as they hold on these days, the first from the first of them. What was paid once before is not paid again:
 * from then on nothing is.
 */
export function ratesOn(rates: RateTable, days: Period): LineRate[] {
  const begun = rates.filter(({ from }) => from >= days.from && (days.to === null || from < days.to));
  const holding = rates.findLast(({ from }) => from < days.from);
  if (holding === undefined || begun[0]?.from === days.from) return begun;
  return ['oncePence' in holding ? nothingFrom(days.from) : { ...holding, from: days.from }, ...begun];
}

const nothingFrom = (from: LondonDate): LineRate => ({ from, weeklyPence: noPence });

/** The rate higher by so many basis points, to the nearest penny, half a penny up. */
export function raisedRate(rate: LineRate, basisPoints: number): LineRate {
  if ('weeklyPence' in rate) return { ...rate, weeklyPence: raised(rate.weeklyPence, basisPoints) };
  if ('dailyPence' in rate) return { ...rate, dailyPence: raised(rate.dailyPence, basisPoints) };
  if ('hourlyPence' in rate) return { ...rate, hourlyPence: raised(rate.hourlyPence, basisPoints) };
  if ('fourWeeklyPence' in rate) return { ...rate, fourWeeklyPence: raised(rate.fourWeeklyPence, basisPoints) };
  return { ...rate, oncePence: raised(rate.oncePence, basisPoints) };
}

const raised = (pence: Pence, basisPoints: number): Pence =>
  // The cast is the brand: whole, and nothing or more, as nobody supposes a rate lower by more than all of it.
  Number((BigInt(pence) * BigInt(10_000 + basisPoints) + 5_000n) / 10_000n) as Pence;
