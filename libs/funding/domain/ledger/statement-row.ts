import type { FigureKind, StatementKind, VatStatus } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import type { ClosedPeriod, Id, LineRate, LondonDate, Pence, Shares, SignedPence } from '@accord/shared/kernel';
import { fundBoundaries, fundsPaying } from '../fund/funds-paying';
import type { FundFact } from '../fund/funds-paying';
import type { FactOrigin, RecoveryFact } from '../funding-picture';
import type { Liability } from '../liability';
import type { SplitSource } from '../ruling-split';

/** Which pooled fund pays for what, as it was known at a position of the record. */
export interface FundsKnown {
  /** The days at which a fund begins or ends to pay: liabilities are cut there. */
  readonly boundaries: readonly LondonDate[];
  /** The fund that pays for the days of a liability, if one does. */
  paidByFund(liability: Liability): FundFact | undefined;
}

export function fundsKnown(funds: readonly FundFact[]): FundsKnown {
  const payerOf = fundsPaying(funds);
  return { boundaries: fundBoundaries(funds), paidByFund: payerOf };
}

/** Towards whom a row counts: the parts by which rows are summed, and compared between two closings. */
export interface RowPlace<Kind = StatementKind> {
  readonly kind: Kind;
  /** Whose statement it stands in. */
  readonly agencyId: Id<'agency'>;
  readonly counterpartyId: Id<'agency'> | null;
  readonly fundId: Id<'fund'> | null;
}

interface RowOfLine<Kind> extends RowPlace<Kind> {
  readonly decisionId: string;
  readonly lineId: Id<'package-line'>;
  readonly category: LineCategory;
  readonly vat: VatStatus;
  readonly pence: SignedPence;
  /** The recorded events behind it. */
  readonly events: readonly FactOrigin[];
}

/** What a figure rests on: who rules the split of its days, or what came back. */
export type FigureReason = SplitSource | { readonly kind: 'recovery'; readonly recovery: RecoveryFact };

/** A figure of a month, as it is known. */
export interface StatementFigure extends RowOfLine<FigureKind> {
  readonly providerId: Id<'provider'> | null;
  /** The days of the line that it is for; of a recovery, the days for which the sum had been paid out. */
  readonly days: ClosedPeriod;
  /** The month in which it is stated. */
  readonly month: LondonDate;
  readonly rates: readonly LineRate[];
  /** What the line costs on these days; of a recovery, what came back. */
  readonly cost: Pence;
  /** `null` for what came back: it is credited as it had been paid. */
  readonly split: Shares | null;
  readonly because: FigureReason;
}

/** What the figures of a month that was closed are now less what they were stated to be. */
export interface StatementAdjustment extends RowOfLine<`adjustment-of-${FigureKind}`> {
  /** The first day of the month concerned. */
  readonly month: LondonDate;
  /** As known at the closing before: what all statements so far make together. */
  readonly stated: SignedPence;
  /** As known now. */
  readonly now: SignedPence;
}

export type StatementRow = StatementFigure | StatementAdjustment;

export const isAdjustment = (row: StatementRow): row is StatementAdjustment => 'stated' in row;

/** In order of a text of each, for rows that must always stand in the same order. */
export const inOrderOf = <T>(all: Iterable<T>, keyOf: (of: T) => string): T[] =>
  Array.from(all, (each) => ({ each, key: keyOf(each) }))
    .sort((one, two) => (one.key < two.key ? -1 : one.key > two.key ? 1 : 0))
    .map(({ each }) => each);
