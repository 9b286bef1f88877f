import type { LineCategory, PackageLine } from '@accord/panel/contracts';
import { londonDate, pence, period, rateTable, shares, succeed } from '@accord/shared/kernel';
import type { Id, Result, Shares, WeeklyRate } from '@accord/shared/kernel';
import { refusePanel } from './refusals';

/** A package line as it is proposed, before anything of it is checked. */
export interface ProposedLine {
  readonly lineId: Id<'package-line'>;
  readonly category: LineCategory;
  /** What is provided, in words; personal. */
  readonly provision: string;
  readonly from: string;
  /** First day no longer provided; `null` for open-ended. */
  readonly to: string | null;
  readonly rates: readonly { readonly from: string; readonly weeklyPence: number }[];
  readonly split: Shares;
}

/** £10 million: a slip of the keyboard above it would be a cost that no sum can hold, for as long as the record is kept. */
const highestWeeklyPence = 1_000_000_000;

/** Checks a proposed line: real dates, a period, whole pence, rates from its first day, shares of a whole. */
export function packageLine(proposed: ProposedLine): Result<PackageLine> {
  const days = periodOf(proposed);
  if (!days.ok) return days;
  const rates: WeeklyRate[] = [];
  for (const rate of proposed.rates) {
    const from = londonDate(rate.from);
    if (!from.ok) return from;
    const weeklyPence = pence(rate.weeklyPence);
    if (!weeklyPence.ok) return weeklyPence;
    if (weeklyPence.value > highestWeeklyPence) {
      return refusePanel('weekly-rate-too-high', 'Give what one week costs, in pence: at most 1000000000, which is £10 million.');
    }
    rates.push({ from: from.value, weeklyPence: weeklyPence.value });
  }
  const table = rateTable(days.value.from, rates);
  if (!table.ok) return table;
  const split = shares(proposed.split);
  if (!split.ok) return split;
  const { lineId, category } = proposed;
  return succeed({ lineId, category, period: days.value, rates: [...table.value], split: split.value });
}

function periodOf({ from, to }: ProposedLine): Result<PackageLine['period']> {
  const first = londonDate(from);
  if (!first.ok) return first;
  if (to === null) return period(first.value, null);
  const last = londonDate(to);
  if (!last.ok) return last;
  return period(first.value, last.value);
}
