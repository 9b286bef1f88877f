import type { LineCategory, LineOfDecision, NeedCategory, PackageLine, PersonalBudget, RequestedLine } from '@accord/panel/contracts';
import { londonDate, period, ratesOfLine, shares, succeed } from '@accord/shared/kernel';
import type { Id, ProposedRate, Result, Shares } from '@accord/shared/kernel';
import { refuseStranger } from './agencies-on-day';
import type { AgenciesOnDay } from './agencies-on-day';
import { refusePanel } from './refusals';

/** A package line as somebody asks for it, before anything of it is checked. */
export interface ProposedRequest {
  readonly lineId: Id<'package-line'>;
  readonly category: LineCategory;
  /** What is provided, in words; personal. */
  readonly provision: string;
  /** What the line is to make better for the child, in words; personal. */
  readonly outcomes: readonly string[];
  /** Needs that it serves, each once. */
  readonly needs: readonly NeedCategory[];
  /** The budget that the family directs; `null` for a provision that an agency commissions as such. */
  readonly budget: PersonalBudget | null;
  readonly from: string;
  /** First day no longer provided; `null` for open-ended. */
  readonly to: string | null;
  readonly rates: readonly ProposedRate[];
  /** Who is to pay; `null` where that is left to the panel. */
  readonly split: Shares | null;
  /** The line of an earlier decision in whose place it steps; `null` for a new line. */
  readonly replaces: LineOfDecision | null;
}

/** A package line as it is to be decided, before anything of it is checked: it says who pays. */
export interface ProposedLine extends ProposedRequest {
  readonly split: Shares;
}

/**
 * Checks a proposed line: real dates, a period, whole pence, rates of any kind from its first day, each need once,
 * shares of a whole.
 */
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

/** What is provided and which outcomes it serves, in words, per line: kept apart from the figures, because it is personal. */
export const provisionsOf = (lines: readonly ProposedRequest[]): Provision[] =>
  lines.map(({ lineId, provision, outcomes }) => ({ lineId, words: provision, outcomes: [...outcomes] }));

interface Provision {
  readonly lineId: Id<'package-line'>;
  readonly words: string;
  readonly outcomes: string[];
}

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

type Figures = Omit<PackageLine, 'split' | 'replaces'>;

function figuresOf(proposed: ProposedRequest): Result<Figures> {
  const days = periodOf(proposed);
  if (!days.ok) return days;
  const rates = ratesOfLine(proposed.rates, days.value);
  if (!rates.ok) return rates;
  const { lineId, category, needs, budget } = proposed;
  if (new Set(needs).size < needs.length) {
    return refusePanel('need-repeated', 'A line names each need that it serves once: leave the repeated ones out.');
  }
  return succeed({ lineId, category, needs: [...needs], budget, period: days.value, rates: [...rates.value] });
}

function periodOf({ from, to }: ProposedRequest): Result<PackageLine['period']> {
  const first = londonDate(from);
  if (!first.ok) return first;
  if (to === null) return period(first.value, null);
  const last = londonDate(to);
  if (!last.ok) return last;
  return period(first.value, last.value);
}
