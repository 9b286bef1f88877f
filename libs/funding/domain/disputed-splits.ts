import type { ClosedPeriod, LondonDate, Shares } from '@accord/shared/kernel';
import { intersect } from '@accord/shared/kernel';
import { WITHOUT_END } from './clause-rulings';
import type { DisputedSplitFact, FundingPicture, LineFact } from './funding-picture';

/** Days of a line on which a split that was in dispute rules. */
export interface DisputedRuling {
  readonly period: ClosedPeriod;
  readonly fact: DisputedSplitFact;
  readonly split: Shares;
}

/**
 * Which disputed splits rule which days of a line: days apart, in order. What was settled goes before what holds
 * meanwhile (design, section 5); of two of a kind the one made later, then the higher id.
 */
export function disputedRulings({ disputedSplits }: FundingPicture, { decisionId, line: { lineId } }: LineFact): DisputedRuling[] {
  const ofLine = disputedSplits
    .filter((fact) => fact.decisionId === decisionId && fact.lineId === lineId)
    .map((fact) => ({ fact, split: fact.split, period: { from: fact.days.from, to: fact.days.to ?? WITHOUT_END } }))
    .sort((one, two) => (rankOf(one) > rankOf(two) ? -1 : 1));
  return overlaid(ofLine);
}

const rankOf = ({ fact: { kind, on, disputeId, days } }: DisputedRuling): string =>
  [kind === 'settled' ? 1 : 0, on, disputeId, days.from].join('|');

/** Leaves each day to the first of those that cover it; joins nothing. */
export function overlaid<R extends { readonly period: ClosedPeriod }>(foremostFirst: readonly R[]): R[] {
  const laid: R[] = [];
  for (const each of foremostFirst) laid.push(...laid.reduce((left, { period }) => left.flatMap((piece) => besides(piece, period)), [each]));
  return laid.sort((one, two) => (one.period.from < two.period.from ? -1 : 1));
}

/** What is left of a piece without the days taken: nothing, one piece or two. */
function besides<R extends { readonly period: ClosedPeriod }>(piece: R, taken: ClosedPeriod): R[] {
  const { period } = piece;
  const parts: [LondonDate, LondonDate][] = [
    [period.from, period.to < taken.from ? period.to : taken.from],
    [period.from > taken.to ? period.from : taken.to, period.to],
  ];
  if (!intersect(period, taken)) return [piece];
  return parts.filter(([from, to]) => from < to).map(([from, to]) => ({ ...piece, period: { from, to } }));
}
