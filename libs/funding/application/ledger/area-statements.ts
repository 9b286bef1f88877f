import { addMonths } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import type { Position } from '@accord/shared/event-store';
import { fundsKnown, monthOf, statementAdjustments, statementFigures } from '@accord/funding/domain';
import type { AccountsState, ClosedMonth, FundFact, Known, StatementRow } from '@accord/funding/domain';
import { AreaPictures } from '../area-facts';
import type { AreaFacts, FactsOfChild, PlacedFact } from '../area-facts';
import type { FundsOnRecord } from '../fund/funds-on-record';

/** What a month's statements rest on: the same answers, always, give the same statements. */
export interface StatementBasis {
  readonly month: ClosedPeriod;
  /** Facts count up to and with this position. */
  readonly upTo: Position;
  /** Earlier months whose differences are adjusted; `undefined` where none is. */
  readonly earlier: EarlierMonths | undefined;
}
interface EarlierMonths {
  readonly closed: ClosedPeriod;
  /** Up to where the closing before counted. */
  readonly previousUpTo: Position;
}

/** The basis of a month as it was closed. */
export function basisOf({ month, upTo, previousUpTo }: ClosedMonth, { ledgerFrom = month }: AccountsState): StatementBasis {
  return { month: monthOf(month), upTo, earlier: previousUpTo === null ? undefined : { closed: { from: ledgerFrom, to: month }, previousUpTo } };
}

/**
 * The basis of a month that is not closed, if it were now. Earlier closed months are adjusted in the month that closes
 * next and in no other, as they will be.
 */
export function provisionalBasis(first: LondonDate, { ledgerFrom, months }: AccountsState, upTo: Position): StatementBasis {
  const last = months.at(-1);
  const adjusts = last !== undefined && ledgerFrom !== undefined && first === addMonths(last.month, 1);
  return { month: monthOf(first), upTo, earlier: adjusts ? { closed: { from: ledgerFrom, to: first }, previousUpTo: last.upTo } : undefined };
}

/** The rows about one child in the statements of all agencies, always in the same order. */
export interface RowsOfChild {
  readonly childId: Id<'child'>;
  readonly rows: readonly StatementRow[];
}

/** Told after each child. */
export type StatementProgress = (progress: { readonly done: number; readonly of: number }) => void;

/** The rows of a month's statements for a whole area, child by child in order of id; nothing of them is kept. */
export class AreaStatements {
  constructor(
    private readonly facts: AreaFacts,
    private readonly funds: FundsOnRecord,
  ) {}

  /** Up to where in the record everything that statements rest on can be counted now. */
  async position(): Promise<Position> {
    return Math.min(await this.facts.position(), await this.funds.position());
  }

  /** How many children a sweep goes through. */
  count(): Promise<number> {
    return this.facts.count();
  }

  /** From that child on, or from the first. */
  async *children(basis: StatementBasis, from?: Id<'child'>): AsyncGenerator<RowsOfChild> {
    const rowsOf = await this.rowsUnder(basis);
    for await (const child of this.facts.children(basis.upTo, { from })) {
      const rows = rowsOf(child);
      if (rows.length > 0) yield { childId: child.childId, rows };
    }
  }

  private async rowsUnder({ month, upTo, earlier }: StatementBasis): Promise<(child: FactsOfChild) => readonly StatementRow[]> {
    const agreements = await this.facts.agreements(upTo);
    const pictures = new AreaPictures(agreements);
    const funds = await this.funds.facts({ upTo });
    const known = knownWith(pictures, funds);
    if (earlier === undefined) return (child) => statementFigures(known(child, upTo), month);
    const { closed, previousUpTo } = earlier;
    const fundsBefore = await this.funds.facts({ upTo: previousUpTo });
    const before = knownWith(pictures, fundsBefore);
    const fundsChanged = changed(fundsBefore, funds);
    const allChanged = pictures.changedBetween(previousUpTo, upTo) || fundsChanged.length > 0;
    const ofAll = since(agreements, previousUpTo);
    return (child) => {
      const now = known(child, upTo);
      const figures = statementFigures(now, month);
      const ofChild = since(child.facts, previousUpTo);
      if (ofChild.length === 0 && !allChanged) return figures;
      const becameKnown = [...ofChild, ...ofAll].map(({ fact }) => fact);
      return [...figures, ...statementAdjustments({ stated: before(child, previousUpTo), now, closed, becameKnown, fundsChanged })];
    };
  }
}

function knownWith(pictures: AreaPictures, facts: readonly FundFact[]): (child: FactsOfChild, upTo: Position) => Known {
  const funds = fundsKnown(facts);
  return (child, upTo) => ({ picture: pictures.of(child, upTo), funds });
}

const since = (facts: readonly PlacedFact[], after: Position): readonly PlacedFact[] => facts.filter(({ position }) => position > after);

/** The funds that pay otherwise than before. */
function changed(before: readonly FundFact[], after: readonly FundFact[]): FundFact[] {
  const known = new Set(before.map((fund) => JSON.stringify(fund)));
  return after.filter((fund) => !known.has(JSON.stringify(fund)));
}
