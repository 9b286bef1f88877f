import {
  apportion,
  apportionBetween,
  cumulativeCost,
  cutAt,
  intersect,
  noPence,
  subtractPence,
  sumPence,
} from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LineRate, LondonDate, Pence, Shares, SignedPence } from '@accord/shared/kernel';
import type { FundingPicture, LineFact } from './funding-picture';
import { segmentsUnder } from './ruling-split';
import type { SplitSegment, SplitSource } from './ruling-split';

export interface AgencyAmount {
  readonly agencyId: Id<'agency'>;
  /** May be -1p where three or more share and largest remainder takes back an odd penny; see the kernel. */
  readonly pence: SignedPence;
}

/** Days of one line under one split: what they cost, who pays what of it, and why. */
export interface Liability {
  readonly line: LineFact;
  readonly period: ClosedPeriod;
  /** The rates that held on these days. */
  readonly rates: readonly LineRate[];
  readonly cost: Pence;
  readonly split: Shares;
  readonly amounts: readonly AgencyAmount[];
  readonly source: SplitSource;
}

/**
 * Who pays what of each line in the window (design, section 5). Cost is cumulative over the line and
 * rounded once; shares are apportioned cumulatively from the start of their segment, so the amounts always
 * sum to the cost and cutting the window, here also at each of `cuts`, changes no total.
 */
export function liabilities(picture: FundingPicture, window: ClosedPeriod, cuts: readonly LondonDate[] = []): Liability[] {
  const liabilitiesOf = liabilitiesUnder(picture);
  return picture.lines.flatMap((line) => liabilitiesOf(line, window, cuts));
}

/** Who pays what of one line in the window, as {@link liabilities} has it. */
export type LiabilitiesOf = (line: LineFact, window: ClosedPeriod, cuts?: readonly LondonDate[]) => Liability[];

/** For whoever asks line by line: what the lines of the picture share is computed once. */
export function liabilitiesUnder(picture: FundingPicture): LiabilitiesOf {
  const segmentsOf = segmentsUnder(picture);
  return (line, window, cuts = []) => {
    const costUpTo = costsOf(line);
    return segmentsOf(line, window.to).flatMap((segment) => {
      const asked = intersect(segment.period, window);
      if (!asked) return [];
      const pieces = cuts.length === 0 ? [asked] : cutAt(asked, cuts);
      return pieces.map((period) => liability({ line, segment, period, costUpTo }));
    });
  };
}

/** What the line costs from its first day until just before a day. One piece ends where the next begins: kept. */
function costsOf({ line: { period }, rates, pauses }: LineFact): (upTo: LondonDate) => Pence {
  const known = new Map<LondonDate, Pence>();
  return (upTo) => {
    const cost = known.get(upTo) ?? cumulativeCost({ rates, lineFrom: period.from, pauses }, upTo);
    known.set(upTo, cost);
    return cost;
  };
}

interface Piece {
  readonly line: LineFact;
  readonly segment: SplitSegment;
  readonly period: ClosedPeriod;
  readonly costUpTo: (upTo: LondonDate) => Pence;
}

function liability({ line, segment, period, costUpTo }: Piece): Liability {
  const between = (from: LondonDate, to: LondonDate): Pence =>
    // The cast is the brand: a cumulative cost never falls.
    subtractPence(costUpTo(to), costUpTo(from)) as Pence;
  const { roundedSince } = segment;
  const before = between(roundedSince, period.from);
  const after = between(roundedSince, period.to);
  // Of nothing before, nobody has borne anything: the same amounts for half the work.
  const amounts = before === 0 ? apportion(after, segment.split) : apportionBetween(before, after, segment.split);
  return {
    line,
    period,
    rates: ratesOn(line.rates, period),
    cost: between(period.from, period.to),
    split: segment.split,
    amounts: segment.split.parts.map(({ agencyId }, place) => ({ agencyId, pence: amounts[place] ?? noPence })),
    source: segment.source,
  };
}

const ratesOn = (rates: readonly LineRate[], { from, to }: ClosedPeriod): LineRate[] =>
  rates.filter((rate, place) => rate.from < to && (rates[place + 1]?.from ?? to) > from);

/** What each agency pays of all of it, in order of agency id. */
export function totalsByAgency(all: readonly Liability[]): AgencyAmount[] {
  const byAgency = new Map<Id<'agency'>, SignedPence[]>();
  for (const { amounts } of all) {
    for (const { agencyId, pence } of amounts) {
      const amountsOfAgency = byAgency.get(agencyId);
      if (amountsOfAgency) amountsOfAgency.push(pence);
      else byAgency.set(agencyId, [pence]);
    }
  }
  return [...byAgency]
    .map(([agencyId, amounts]) => ({ agencyId, pence: sumPence(amounts) }))
    .sort((one, two) => (one.agencyId < two.agencyId ? -1 : 1));
}
