import { intersect, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, Pence } from '@accord/shared/kernel';
import { totalsByAgency } from '../liability';
import type { Liability } from '../liability';
import { sameSplit } from '../ruling-split';
import type { SplitSource } from '../ruling-split';
import type { LineFact } from '../funding-picture';
import type { Change } from './change';
import type { ComparedPiece } from './compared-pieces';
import type { AgencyDifference } from './differences';
import { isMeant } from './supposing';

/** Days of a line under one split now and one then, on which somebody would pay more or less. */
export interface LineDifference {
  readonly line: LineFact;
  readonly period: ClosedPeriod;
  readonly nowCost: Pence;
  readonly thenCost: Pence;
  readonly nowSource: SplitSource;
  readonly thenSource: SplitSource;
  readonly agencies: readonly AgencyDifference[];
  /** Places, from 0, of the changes that make the difference. */
  readonly because: readonly number[];
  /**
   * Whether only an odd penny moved: cost and shares are cumulative, so that what is supposed of other days may move one
   * to these, on which nothing supposed holds or which cost and are split as they are.
   */
  readonly rounding: boolean;
}

/** The days of one child's lines that differ, joined over months as long as the same rules on both sides. */
export function lineDifferences(pieces: readonly ComparedPiece[], changes: readonly Change[]): LineDifference[] {
  const differing: LineDifference[] = [];
  for (const joined of joinedPieces(pieces)) {
    const agencies = agencyDifferences(joined);
    const [first, last] = [joined[0], joined.at(-1)];
    if (first === undefined || last === undefined || agencies.every(({ difference }) => difference === 0)) continue;
    const period = { from: first.now.period.from, to: last.now.period.to };
    differing.push({
      ...{ line: first.now.line, period, agencies, nowSource: first.now.source, thenSource: first.then.source },
      ...{ nowCost: sumPence(joined.map(({ now }) => now.cost)), thenCost: sumPence(joined.map(({ then }) => then.cost)) },
      ...reasonsOf(joined, period, changes),
    });
  }
  return differing;
}

function joinedPieces(pieces: readonly ComparedPiece[]): ComparedPiece[][] {
  const joined: ComparedPiece[][] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const last = before?.at(-1);
    if (before && last && runsOn(last, piece)) before.push(piece);
    else joined.push([piece]);
  }
  return joined;
}

/** The segments' own objects tell them apart: two pieces of one segment have the very same source. */
const runsOn = (last: ComparedPiece, next: ComparedPiece): boolean =>
  last.now.line === next.now.line && last.now.period.to === next.now.period.from && last.now.source === next.now.source && last.then.source === next.then.source;

function agencyDifferences(pieces: readonly ComparedPiece[]): AgencyDifference[] {
  const paidBy = (side: readonly Liability[]) => new Map(totalsByAgency(side).map(({ agencyId, pence }) => [agencyId, pence]));
  const [now, then] = [paidBy(pieces.map((piece) => piece.now)), paidBy(pieces.map((piece) => piece.then))];
  return [...new Set<Id<'agency'>>([...now.keys(), ...then.keys()])].sort().map((agencyId) => {
    const figures = { now: now.get(agencyId) ?? noPence, then: then.get(agencyId) ?? noPence };
    return { agencyId, ...figures, difference: subtractPence(figures.then, figures.now) };
  });
}

function reasonsOf(pieces: readonly ComparedPiece[], period: ClosedPeriod, changes: readonly Change[]): Pick<LineDifference, 'because' | 'rounding'> {
  const concerned = changes.map((change, place) => ({ change, place })).filter(({ change }) => pieces.some((piece) => concerns(change, piece)));
  const onThese = concerned.filter(({ change }) => intersect(period, change.days));
  const asTheyAre = pieces.every(({ now, then }) => now.cost === then.cost && sameSplit(now.split, then.split));
  if (onThese.length > 0) return { because: onThese.map(({ place }) => place), rounding: asTheyAre };
  return { because: concerned.length > 0 ? concerned.map(({ place }) => place) : [...changes.keys()], rounding: true };
}

/** Whether the change is about the line, on whatever days, or about a clause that rules these of its days, now or then. */
function concerns(change: Change, { now, then }: ComparedPiece): boolean {
  switch (change.kind) {
    case 'clause-changed':
    case 'clause-left-out':
      return [now.source, then.source].some((source) => source.kind === 'standing-agreement' && source.clause.clauseId === change.clauseId);
    case 'split-changed':
    case 'rates-raised':
      return isMeant(now.line, change.of);
    case 'rates-changed':
    case 'settlement':
      return isMeant(now.line, change);
  }
}
