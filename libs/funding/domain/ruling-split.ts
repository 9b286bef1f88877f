import type { Clause } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { cutAt, financialYearOf, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import { rulingWindow } from './clause-window';
import type { AgreementFact, FundingPicture, LineFact, OperationFact } from './funding-picture';

/** Why a split rules: the panel's decision, or a clause of a standing agreement and what set it going. */
export type SplitSource =
  | { readonly kind: 'panel-decision'; readonly line: LineFact }
  | {
      readonly kind: 'standing-agreement';
      readonly agreement: AgreementFact;
      readonly clause: Clause;
      /** Operations whose windows make up the segment, in order of their day. */
      readonly operations: readonly OperationFact[];
    };

/** Days of one line under one split and one source, within one financial year. */
export interface SplitSegment {
  readonly period: ClosedPeriod;
  /** The day on which rounding started anew: the first of these days, or earlier where the same split ruled on. */
  readonly roundedSince: LondonDate;
  readonly split: Shares;
  readonly source: SplitSource;
}

/** Days for which a clause rules the lines of a category because of an operation. */
interface Ruling {
  readonly period: ClosedPeriod;
  readonly agreement: AgreementFact;
  readonly clause: Clause;
  readonly operation: OperationFact;
}

/** The segments of a line on the days on which it has effect, until `until`. */
export type SegmentsOf = (fact: LineFact, until: LondonDate) => SplitSegment[];

/**
 * Which split rules which days of the lines of a picture, and why. A standing agreement's clause goes before
 * the panel's decision (design, section 5; a dispute's settled and interim splits will go before both). Where
 * the clauses of two agreements cover one day, the one that came into force later rules; of two on one day,
 * the later in the order of ids.
 *
 * Rounding starts anew where the split or the agreement that rules changes and on each 1 April, and nowhere
 * else: it does not depend on the window that somebody asks about.
 */
export function segmentsUnder(picture: FundingPicture): SegmentsOf {
  const candidates = candidateRulings(picture);
  const byCategory = new Map<LineCategory, readonly Ruling[]>();
  return (fact, until) => {
    const { category } = fact.line;
    const rulings = byCategory.get(category) ?? foremost(candidates.filter(({ clause }) => clause.categories.includes(category)));
    byCategory.set(category, rulings);
    return fact.days.flatMap((days) => {
      const whole = intersect({ from: days.from, to: until }, days);
      return whole ? joined(piecesOf(fact, whole, rulings)) : [];
    });
  };
}

/** Every clause after every operation that sets it going, the foremost first. */
function candidateRulings({ agreements, operations, criteria }: FundingPicture): Ruling[] {
  return agreements
    .flatMap((agreement) =>
      agreement.clauses.flatMap((clause) => {
        const findings = criteria.filter(({ criterion }) => criterion === clause.trigger.criterion);
        return operations.flatMap((operation): Ruling[] => {
          const met = findings.some(({ from }) => from <= operation.on);
          const period = met ? rulingWindow(agreement, clause, operation.on) : undefined;
          return period ? [{ period, agreement, clause, operation }] : [];
        });
      }),
    )
    .map((ruling) => ({ ruling, rank: rankOf(ruling) }))
    .sort((one, two) => (one.rank > two.rank ? -1 : 1))
    .map(({ ruling }) => ruling);
}

/** Later in force goes first, then the higher id of the agreement and of the clause, then the later operation. */
const rankOf = ({ agreement, clause, operation }: Ruling): string =>
  [agreement.inForceFrom, agreement.agreementId, clause.clauseId, operation.on, operation.operationId].join('|');

/**
 * Leaves each day to the foremost of the rulings that cover it: days apart, in order. Each ruling takes the
 * stretches between two boundaries that no ruling before it has taken; `free` leads from each stretch over
 * those already taken, so that the work grows with the rulings and not with their square.
 */
function foremost(rulings: readonly Ruling[]): Ruling[] {
  const bounds = [...new Set(rulings.flatMap(({ period }) => [period.from, period.to]))].sort();
  const placeOf = new Map(bounds.map((bound, place) => [bound, place]));
  const free = bounds.map((_bound, place) => place);
  const nextFree = (place: number): number => {
    let next = place;
    for (let onward = free[next] ?? next; onward !== next; onward = free[next] ?? next) {
      free[next] = free[onward] ?? onward;
      next = onward;
    }
    return next;
  };
  const taken = new Array<Ruling | undefined>(bounds.length).fill(undefined);
  for (const ruling of rulings) {
    const end = placeOf.get(ruling.period.to) ?? 0;
    for (let place = nextFree(placeOf.get(ruling.period.from) ?? end); place < end; place = nextFree(place)) {
      taken[place] = ruling;
      free[place] = place + 1;
    }
  }
  return taken.flatMap((ruling, place): Ruling[] => {
    const [from, to] = [bounds[place], bounds[place + 1]];
    return ruling && from !== undefined && to !== undefined ? [{ ...ruling, period: { from, to } }] : [];
  });
}

/** The days of a line under the rulings, those between them under the panel's decision, cut at each 1 April. */
function piecesOf(fact: LineFact, whole: ClosedPeriod, rulings: readonly Ruling[]): SplitSegment[] {
  const years = financialYearStarts(whole);
  const pieces: SplitSegment[] = [];
  const add = (days: ClosedPeriod, split: Shares, source: SplitSource): void => {
    const cuts = years.filter((year) => year > days.from && year < days.to);
    for (const period of cuts.length === 0 ? [days] : cutAt(days, cuts)) pieces.push({ period, roundedSince: period.from, split, source });
  };
  const panel: SplitSource = { kind: 'panel-decision', line: fact };
  let from = whole.from;
  for (const { period, agreement, clause, operation } of rulings) {
    const ruled = intersect(period, whole);
    if (!ruled) continue;
    if (from < ruled.from) add({ from, to: ruled.from }, fact.line.split, panel);
    add(ruled, clause.split, { kind: 'standing-agreement', agreement, clause, operations: [operation] });
    from = ruled.to;
  }
  if (from < whole.to) add({ from, to: whole.to }, fact.line.split, panel);
  return pieces;
}

/** Joins pieces under one source within one financial year, and lets rounding run on under the same split. */
function joined(pieces: readonly SplitSegment[]): SplitSegment[] {
  const segments: SplitSegment[] = [];
  for (const piece of pieces) {
    const before = segments.at(-1);
    if (!before || !rulesOn(before, piece)) {
      segments.push(piece);
      continue;
    }
    const { roundedSince } = before;
    const source = joinedSource(before.source, piece.source);
    if (source) segments.pop();
    const period = { from: source ? before.period.from : piece.period.from, to: piece.period.to };
    segments.push({ ...piece, period, roundedSince, source: source ?? piece.source });
  }
  return segments;
}

/** Whether the same agreement rules on with the same split, and no financial year begins. */
function rulesOn({ period, split, source }: SplitSegment, next: SplitSegment): boolean {
  return (
    source.kind === 'standing-agreement' &&
    next.source.kind === 'standing-agreement' &&
    source.agreement.agreementId === next.source.agreement.agreementId &&
    sameSplit(split, next.split) &&
    financialYearOf(period.from).from === financialYearOf(next.period.from).from
  );
}

const sameSplit = (one: Shares, two: Shares): boolean =>
  one === two ||
  (one.kind === two.kind &&
    one.parts.length === two.parts.length &&
    one.parts.every(({ agencyId, weight }, place) => agencyId === two.parts[place]?.agencyId && weight === two.parts[place].weight));

/** One source for both, where it is the same clause: because of the operations of both. */
function joinedSource(one: SplitSource, two: SplitSource): SplitSource | undefined {
  if (one.kind === 'panel-decision' || two.kind === 'panel-decision' || one.clause !== two.clause) return undefined;
  return { ...one, operations: [...new Set([...one.operations, ...two.operations])] };
}

function financialYearStarts({ from, to }: ClosedPeriod): LondonDate[] {
  const starts: LondonDate[] = [];
  for (let next = financialYearOf(from).to; next < to; next = financialYearOf(next).to) starts.push(next);
  return starts;
}
