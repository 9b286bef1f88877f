import type { FigureKind } from '@accord/funding/contracts';
import { noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, SignedPence } from '@accord/shared/kernel';
import type { FundFact } from '../fund/funds-paying';
import type { FundingFact } from '../funding-picture';
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
  readonly fundsChanged: readonly Pick<FundFact, 'fundId' | 'origin'>[];
}

/**
 * What became known of closed months since the closing before: of each month, line, agency and kind the difference
 * between what its days cost as known now and as known then. What was stated then is what all statements so far make
 * together, so that the sum of all of them is always what is owed as known at the last closing.
 */
export function statementAdjustments({ stated, now, closed, ...since }: AdjustmentsAsked): StatementAdjustment[] {
  const [statedFigures, figuresNow] = [statementFigures(stated, closed), statementFigures(now, closed)];
  const [before, after] = [summed(statedFigures), summed(figuresNow)];
  const ruling = rulingByLine([...statedFigures, ...figuresNow]);
  const adjustments = [...new Set([...before.keys(), ...after.keys()])].flatMap((key): StatementAdjustment[] => {
    const figures = { stated: before.get(key), now: after.get(key) };
    const figure = figures.now ?? figures.stated;
    const [was, is] = [sumOf(figures.stated), sumOf(figures.now)];
    return figure === undefined || was === is ? [] : [adjustment(figure, { stated: was, now: is, ...since, ...(ruling.get(lineOf(figure)) ?? nothingRules) })];
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

/** Of a line, as known then or now: whose clauses rule a day of it, and which funds pay for one. */
interface Ruling {
  readonly agreements: ReadonlySet<string>;
  readonly funds: ReadonlySet<string>;
}
const nothingRules: Ruling = { agreements: new Set(), funds: new Set() };
const lineOf = ({ decisionId, lineId }: Pick<StatementFigure, 'decisionId' | 'lineId'>): string => `${decisionId} ${lineId}`;

function rulingByLine(figures: readonly StatementFigure[]): ReadonlyMap<string, Ruling> {
  const byLine = new Map<string, { readonly agreements: Set<string>; readonly funds: Set<string> }>();
  for (const figure of figures) {
    const known = byLine.get(lineOf(figure)) ?? { agreements: new Set(), funds: new Set() };
    if (figure.because.kind === 'standing-agreement') known.agreements.add(figure.because.agreement.agreementId);
    if (figure.fundId !== null) known.funds.add(figure.fundId);
    byLine.set(lineOf(figure), known);
  }
  return byLine;
}

type Since = Pick<AdjustmentsAsked, 'becameKnown' | 'fundsChanged'>;
type Difference = Pick<StatementAdjustment, 'stated' | 'now'> & Since & Ruling;

function adjustment(figure: StatementFigure, { stated, now, ...since }: Difference): StatementAdjustment {
  const { agencyId, counterpartyId, fundId, decisionId, lineId, category, vat, month } = figure;
  const kind: `adjustment-of-${FigureKind}` = `adjustment-of-${figure.kind}`;
  return {
    ...{ kind, agencyId, counterpartyId, fundId, decisionId, lineId, category, vat, month },
    ...{ stated, now, pence: subtractPence(now, stated) },
    events: becauseOf(figure, since).map(({ origin }) => origin),
  };
}

/**
 * What became known and concerns the line: what names it, what names an agreement that ruled a day of it then or rules
 * one now, or a fund that paid or pays for one, and what happened to the child where a clause does. All of it where
 * nothing concerns it: no difference is left without a reason.
 */
function becauseOf(figure: StatementFigure, { becameKnown, fundsChanged, agreements, funds }: Since & Ruling): readonly Pick<FundingFact, 'origin'>[] {
  const concerning = [...becameKnown.filter((fact) => concerns(figure, fact, agreements)), ...fundsChanged.filter(({ fundId }) => funds.has(fundId))];
  return concerning.length === 0 ? [...becameKnown, ...fundsChanged] : concerning;
}

function concerns({ lineId, decisionId }: StatementFigure, { body: { data } }: FundingFact, agreements: ReadonlySet<string>): boolean {
  if ('agreementId' in data) return agreements.has(data.agreementId);
  if (!('decisionId' in data)) return agreements.size > 0;
  if (data.decisionId === decisionId && (!('lineId' in data) || data.lineId === lineId)) return true;
  return 'ends' in data && [...data.ends, ...data.lines.flatMap(({ replaces }) => replaces ?? [])].some((other) => other.decisionId === decisionId && other.lineId === lineId);
}
