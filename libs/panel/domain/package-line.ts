import type { LineCategory, LineOfDecision, PackageLine, RequestedLine } from '@accord/panel/contracts';
import { londonDate, pence, period, rateTable, shares, succeed } from '@accord/shared/kernel';
import type { Id, Result, Shares, WeeklyRate } from '@accord/shared/kernel';
import { refuseStranger } from './agencies-on-day';
import type { AgenciesOnDay } from './agencies-on-day';
import { refusePanel } from './refusals';

/** A package line as somebody asks for it, before anything of it is checked. */
export interface ProposedRequest {
  readonly lineId: Id<'package-line'>;
  readonly category: LineCategory;
  /** What is provided, in words; personal. */
  readonly provision: string;
  readonly from: string;
  /** First day no longer provided; `null` for open-ended. */
  readonly to: string | null;
  readonly rates: readonly { readonly from: string; readonly weeklyPence: number }[];
  /** Who is to pay; `null` where that is left to the panel. */
  readonly split: Shares | null;
  /** The line of an earlier decision in whose place it steps; `null` for a new line. */
  readonly replaces: LineOfDecision | null;
}

/** A package line as it is to be decided, before anything of it is checked: it says who pays. */
export interface ProposedLine extends ProposedRequest {
  readonly split: Shares;
}

/** £10 million: a slip of the keyboard above it would be a cost that no sum can hold, for as long as the record is kept. */
const highestWeeklyPence = 1_000_000_000;

/** Checks a proposed line: real dates, a period, whole pence, rates from its first day, shares of a whole. */
export function packageLine(proposed: ProposedLine): Result<PackageLine> {
  const figures = figuresOf(proposed);
  if (!figures.ok) return figures;
  const split = shares(proposed.split);
  if (!split.ok) return split;
  return succeed({ ...figures.value, split: split.value, replaces: proposed.replaces });
}

/** Checks a line that is asked for, as {@link packageLine} does; how it is split may be left to the panel. */
export function requestedLine(proposed: ProposedRequest): Result<RequestedLine> {
  const { split, replaces } = proposed;
  if (split !== null) return packageLine({ ...proposed, split });
  const figures = figuresOf(proposed);
  if (!figures.ok) return figures;
  return succeed({ ...figures.value, split, replaces });
}

/**
 * Checks all lines of a decision together: besides each line, that no two have one id (`line-repeated`) and
 * that everybody who pays is registered (`agency-unknown`) and exists on the day (`agency-ended`).
 */
export const packageLines = (proposed: readonly ProposedLine[], registered: AgenciesOnDay): Result<PackageLine[]> =>
  checkedLines(proposed, registered, packageLine);

/** Checks all lines that are asked for together, as {@link packageLines} does. */
export const requestedLines = (proposed: readonly ProposedRequest[], registered: AgenciesOnDay): Result<RequestedLine[]> =>
  checkedLines(proposed, registered, requestedLine);

/** What is provided, in words, per line: kept apart from the figures, because it is personal. */
export const provisionsOf = (
  lines: readonly ProposedRequest[],
): { readonly lineId: Id<'package-line'>; readonly words: string }[] =>
  lines.map(({ lineId, provision }) => ({ lineId, words: provision }));

function checkedLines<P extends ProposedRequest, L extends RequestedLine>(
  proposed: readonly P[],
  registered: AgenciesOnDay,
  check: (line: P) => Result<L>,
): Result<L[]> {
  if (new Set(proposed.map(({ lineId }) => lineId)).size < proposed.length) {
    return refusePanel('line-repeated', 'Two package lines have the same id; give each line its own.');
  }
  const lines: L[] = [];
  for (const each of proposed) {
    const line = check(each);
    if (!line.ok) return line;
    const stranger = line.value.split?.parts.find((part) => !registered.has(part.agencyId));
    const refusal = stranger && refuseStranger(stranger.agencyId, registered);
    if (refusal) return refusal;
    lines.push(line.value);
  }
  return succeed(lines);
}

function figuresOf(proposed: ProposedRequest): Result<Pick<PackageLine, 'lineId' | 'category' | 'period' | 'rates'>> {
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
  const { lineId, category } = proposed;
  return succeed({ lineId, category, period: days.value, rates: [...table.value] });
}

function periodOf({ from, to }: ProposedRequest): Result<PackageLine['period']> {
  const first = londonDate(from);
  if (!first.ok) return first;
  if (to === null) return period(first.value, null);
  const last = londonDate(to);
  if (!last.ok) return last;
  return period(first.value, last.value);
}
