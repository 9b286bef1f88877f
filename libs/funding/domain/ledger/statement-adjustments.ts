import type { FigureKind } from '@accord/funding/contracts';
import { noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, SignedPence } from '@accord/shared/kernel';
import type { FactOrigin, FundingFact } from '../funding-picture';
import { statementFigures } from './statement-figures';
import type { Known } from './statement-figures';
import { inOrderOf } from './statement-row';
import type { StatementAdjustment, StatementFigure } from './statement-row';

export interface AdjustmentsAsked {
  /** As known at the closing before. */
  readonly stated: Known;
  /** As known now. */
  readonly now: Known;
  /** Every closed month since the first, as one stretch. */
  readonly closed: ClosedPeriod;
  /** What became known in between, of the child and of agreements. */
  readonly becameKnown: readonly FundingFact[];
  /** The funds of which something became known in between. */
  readonly fundsChanged: readonly FactOrigin[];
}

/**
 * What became known of closed months since the closing before: of each month, line, agency and kind the difference
 * between what its days cost as known now and as known then. What was stated then is what all statements so far make
 * together, so that the sum of all of them is always what is owed as known at the last closing.
 */
export function statementAdjustments({ stated, now, closed, ...since }: AdjustmentsAsked): StatementAdjustment[] {
  const before = summed(statementFigures(stated, closed));
  const after = summed(statementFigures(now, closed));
  const adjustments = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): StatementAdjustment[] => {
    const figures = { stated: before.get(key), now: after.get(key) };
    const figure = figures.now ?? figures.stated;
    const [was, is] = [sumOf(figures.stated), sumOf(figures.now)];
    return figure === undefined || was === is ? [] : [adjustment(figure, { stated: was, now: is, ...since })];
  });
  return inOrderOf(adjustments, placeOf);
}

interface Summed extends StatementFigure {
  readonly sum: SignedPence;
}
const sumOf = (figure: Summed | undefined): SignedPence => figure?.sum ?? noPence;

/** The figures of a month, line, agency and kind as one sum. */
function summed(figures: readonly StatementFigure[]): ReadonlyMap<string, Summed> {
  const sums = new Map<string, Summed>();
  for (const figure of figures) {
    const key = placeOf(figure);
    sums.set(key, { ...figure, sum: sumPence([sumOf(sums.get(key)), figure.pence]) });
  }
  return sums;
}

type Placed = Pick<StatementFigure, 'month' | 'lineId' | 'decisionId' | 'agencyId' | 'counterpartyId' | 'fundId'> & { readonly kind: string };
const placeOf = ({ month, lineId, decisionId, kind, agencyId, counterpartyId, fundId }: Placed): string =>
  [month, lineId, decisionId, kind, agencyId, counterpartyId ?? '', fundId ?? ''].join('|');

type Difference = Pick<StatementAdjustment, 'stated' | 'now'> & Pick<AdjustmentsAsked, 'becameKnown' | 'fundsChanged'>;

function adjustment(figure: StatementFigure, { stated, now, becameKnown, fundsChanged }: Difference): StatementAdjustment {
  const { agencyId, counterpartyId, fundId, decisionId, lineId, category, vat, month } = figure;
  const kind: `adjustment-of-${FigureKind}` = `adjustment-of-${figure.kind}`;
  return {
    ...{ kind, agencyId, counterpartyId, fundId, decisionId, lineId, category, vat, month },
    ...{ stated, now, pence: subtractPence(now, stated) },
    events: [...becauseOf(figure, becameKnown).map(({ origin }) => origin), ...fundsChanged],
  };
}

/** What became known and concerns the line; all of it where nothing names it, as with an agreement or an operation. */
function becauseOf({ lineId, decisionId }: StatementFigure, becameKnown: readonly FundingFact[]): readonly FundingFact[] {
  const concerning = becameKnown.filter(({ body: { data } }) => {
    if (!('decisionId' in data)) return true;
    if (data.decisionId === decisionId && (!('lineId' in data) || data.lineId === lineId)) return true;
    return 'ends' in data && [...data.ends, ...data.lines.flatMap(({ replaces }) => replaces ?? [])].some((other) => other.decisionId === decisionId && other.lineId === lineId);
  });
  return concerning.length === 0 ? becameKnown : concerning;
}
