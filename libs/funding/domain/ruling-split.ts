import type { Clause } from '@accord/funding/contracts';
import { contains, cutAt, financialYearOf, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import { rulingsUnder } from './clause-rulings';
import type { Ruling } from './clause-rulings';
import { disputedRulings, overlaid } from './disputed-splits';
import type { DisputedRuling } from './disputed-splits';
import type { AgreementFact, CriterionFact, DisputedSplitFact, FactOrigin, FundingPicture, LifeEventFact, LineFact } from './funding-picture';

/** Why a split rules: a dispute, the panel's decision, or a clause of a standing agreement and what set it going. */
export type SplitSource =
  | { readonly kind: 'dispute-settlement' | 'interim-arrangement'; readonly dispute: DisputedSplitFact }
  /** `supposed`: what if it had been split so; absent in every answer from the record. */
  | { readonly kind: 'panel-decision'; readonly line: LineFact; readonly supposed?: Shares }
  | {
      readonly kind: 'standing-agreement';
      readonly agreement: AgreementFact;
      readonly clause: Clause;
      /** Events whose windows make up the segment; none where the clause always rules. */
      readonly events: readonly LifeEventFact[];
      /** By which the child meets the clause's criterion; `undefined` where it has none. */
      readonly finding: CriterionFact | undefined;
    };

/** Days of one line under one split and one source, within one financial year. */
export interface SplitSegment {
  readonly period: ClosedPeriod;
  /** The day on which rounding started anew: the first of these days, or earlier where the same split ruled on. */
  readonly roundedSince: LondonDate;
  readonly split: Shares;
  readonly source: SplitSource;
}

/** The segments of a line on the days on which it has effect, until `until`. */
export type SegmentsOf = (fact: LineFact, until: LondonDate) => SplitSegment[];

/**
 * Which split rules which days of the lines of a picture, and why. A standing agreement's clause goes before
 * the panel's decision, and a dispute's settled and interim splits before both (design, section 5). Where
 * two clauses cover one day, the one that a text puts first rules; where none does, the one whose text came into
 * force later; of two on one day, the later in the order of ids.
 *
 * Rounding starts anew where the split or the agreement that rules changes and on each 1 April, and nowhere
 * else: it does not depend on the window that somebody asks about.
 */
export function segmentsUnder(picture: FundingPicture): SegmentsOf {
  const rulingsOf = rulingsUnder(picture);
  return (fact, until) => {
    const rulings = rulesOver(disputedRulings(picture, fact), rulingsOf(fact));
    return fact.days.flatMap((days) => {
      const whole = intersect({ from: days.from, to: until }, days);
      return whole ? joined(piecesOf(fact, whole, rulings)) : [];
    });
  };
}

/** Days that the panel's split does not rule. */
type Ruled = Pick<SplitSegment, 'period' | 'split' | 'source'>;

/** The days of clauses, and over them those of disputes. */
function rulesOver(disputed: readonly DisputedRuling[], clauses: readonly Ruling[]): readonly Ruled[] {
  const byClause = clauses.map(({ period, agreement, clause, event, finding }): Ruled => {
    return { period, split: clause.split, source: { kind: 'standing-agreement', agreement, clause, events: event ? [event] : [], finding } };
  });
  if (disputed.length === 0) return byClause;
  const byDispute = disputed.map(({ period, split, fact: dispute }): Ruled => {
    return { period, split, source: { kind: dispute.kind === 'settled' ? 'dispute-settlement' : 'interim-arrangement', dispute } };
  });
  return overlaid([...byDispute, ...byClause]);
}

/** The days of a line under the rulings, those between them under the panel's decision, cut at each 1 April. */
function piecesOf(fact: LineFact, whole: ClosedPeriod, rulings: readonly Ruled[]): SplitSegment[] {
  const years = financialYearStarts(whole);
  const pieces: SplitSegment[] = [];
  const add = (days: ClosedPeriod, split: Shares, source: SplitSource): void => {
    const cuts = years.filter((year) => year > days.from && year < days.to);
    for (const period of cuts.length === 0 ? [days] : cutAt(days, cuts)) pieces.push({ period, roundedSince: period.from, split, source });
  };
  const addPanel = (days: ClosedPeriod): void => {
    for (const { period, split, source } of panelRuled(fact, days)) add(period, split, source);
  };
  let from = whole.from;
  for (const { period, split, source } of rulings) {
    const ruled = intersect(period, whole);
    if (!ruled) continue;
    if (from < ruled.from) addPanel({ from, to: ruled.from });
    add(ruled, split, source);
    from = ruled.to;
  }
  if (from < whole.to) addPanel({ from, to: whole.to });
  return pieces;
}

/** Days under the panel's decision: its own split, or what is supposed in its place; the same split runs on. */
function panelRuled(fact: LineFact, days: ClosedPeriod): Ruled[] {
  const decided = { split: fact.line.split, source: { kind: 'panel-decision', line: fact } as const };
  if (fact.supposedSplits === undefined) return [{ period: days, ...decided }];
  const ruled: Ruled[] = [];
  for (const period of cutAt(days, fact.supposedSplits.flatMap((each) => (each.days.to === null ? [each.days.from] : [each.days.from, each.days.to])))) {
    const found = fact.supposedSplits.find((each) => contains(each.days, period.from));
    const before = ruled.at(-1);
    const split = found?.split ?? decided.split;
    if (before && sameSplit(before.split, split)) ruled[ruled.length - 1] = { ...before, period: { from: before.period.from, to: period.to } };
    else ruled.push(sameSplit(split, decided.split) ? { period, ...decided } : { period, split, source: { ...decided.source, supposed: split } });
  }
  return ruled;
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

/** Whether the same agreement or dispute rules on with the same split, and no financial year begins. */
function rulesOn({ period, split, source }: SplitSegment, next: SplitSegment): boolean {
  return (
    period.to === next.period.from &&
    ruledBy(source) === ruledBy(next.source) &&
    source.kind !== 'panel-decision' &&
    sameSplit(split, next.split) &&
    financialYearOf(period.from).from === financialYearOf(next.period.from).from
  );
}

/** The recorded events because of which another than the panel says who pays; of what a panel decided, those of the line alone. */
export function originsOf(source: SplitSource): readonly FactOrigin[] {
  switch (source.kind) {
    case 'panel-decision':
      return [];
    case 'standing-agreement':
      return [source.agreement.origin, ...source.events.map(({ origin }) => origin)];
    case 'dispute-settlement':
    case 'interim-arrangement':
      return [source.dispute.origin];
  }
}

function ruledBy(source: SplitSource): string {
  switch (source.kind) {
    case 'panel-decision':
      return source.kind;
    case 'standing-agreement':
      return `${source.kind} ${source.agreement.agreementId}`;
    case 'dispute-settlement':
    case 'interim-arrangement':
      return `${source.kind} ${source.dispute.disputeId}`;
  }
}

/** Whether two splits divide alike, to the order of their parts. */
export const sameSplit = (one: Shares, two: Shares): boolean =>
  one === two ||
  (one.kind === two.kind &&
    one.parts.length === two.parts.length &&
    one.parts.every(({ agencyId, weight }, place) => agencyId === two.parts[place]?.agencyId && weight === two.parts[place].weight));

/** One source for both, where it is the same clause of the same text: because of the events of both; or the same dispute's. */
function joinedSource(one: SplitSource, two: SplitSource): SplitSource | undefined {
  if ('dispute' in one && 'dispute' in two) return one.dispute === two.dispute ? one : undefined;
  if (one.kind !== 'standing-agreement' || two.kind !== 'standing-agreement' || one.clause !== two.clause) return undefined;
  return { ...one, events: [...new Set([...one.events, ...two.events])] };
}

function financialYearStarts({ from, to }: ClosedPeriod): LondonDate[] {
  const starts: LondonDate[] = [];
  for (let next = financialYearOf(from).to; next < to; next = financialYearOf(next).to) starts.push(next);
  return starts;
}
