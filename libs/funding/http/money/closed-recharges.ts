import type { AccountsOnRecord, FundsOnRecord } from '@accord/funding/application';
import { fundsKnown, monthOf, statementFigures } from '@accord/funding/domain';
import type { FigureEntry, FigureName, FundsKnown, StatementFigure } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import { addDays, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, Id } from '@accord/shared/kernel';
import type { MoneyAsOf } from './money-reader';
import type { RechargesAsked } from './recharges';

/** The months whose statements are closed, as one stretch, and what the last closing counted. */
export interface ClosedStretch {
  readonly months: ClosedPeriod;
  /** Facts count up to and with this position. */
  readonly upTo: Position;
  readonly funds: FundsKnown;
}

/**
 * What closed statements recharge. All statements so far make together what is owed as known at the last closing, the
 * adjustments among them: so that is computed at once, and no statement is added to another.
 */
export class ClosedRecharges {
  constructor(
    private readonly accounts: Pick<AccountsOnRecord, 'read'>,
    private readonly funds: Pick<FundsOnRecord, 'facts'>,
  ) {}

  /** `undefined` where no month was closed by then. */
  async closed({ asAt, knownAt }: MoneyAsOf): Promise<ClosedStretch | undefined> {
    const { closings } = await this.accounts.read();
    const last = closings
      .filter(({ recordedAt, event }) => (knownAt === undefined || recordedAt <= knownAt) && (asAt === undefined || event.data.on <= asAt))
      .map(({ event }) => event)
      .findLast((event) => event.type === 'AccountingMonthClosed');
    if (last?.type !== 'AccountingMonthClosed') return undefined;
    const { ledgerFrom, month, upTo } = last.data;
    return { months: { from: ledgerFrom, to: monthOf(month).to }, upTo, funds: fundsKnown(await this.funds.facts({ upTo })) };
  }

  /** What of the child's closed statements falls on the days asked about. */
  of({ childId, picture, closed, window }: RechargesAsked): FigureEntry[] {
    const days = intersect(window, closed.months);
    if (days === undefined) return [];
    return statementFigures({ picture, funds: closed.funds }, days).flatMap((row) => entryOf(childId, row));
  }
}

/** Payable to the counterparty, receivable from it, or between nobody. What came back lessens the one or the other. */
function figureOf({ kind, counterpartyId }: StatementFigure): FigureName | undefined {
  if (counterpartyId === null) return undefined;
  switch (kind) {
    case 'recharge':
    case 'recovery':
      return 'recharged';
    case 'counter-recharge':
    case 'counter-recovery':
      return 'counter-recharged';
    case 'own-share':
    case 'paid-directly':
    case 'fund':
      return undefined;
  }
}

function entryOf(childId: Id<'child'>, row: StatementFigure): FigureEntry[] {
  const figure = figureOf(row);
  if (figure === undefined) return [];
  const { agencyId, decisionId, lineId, category, providerId, pence, events: origins } = row;
  // What came back is stated in the month of its day, whichever days it had been paid for.
  const days = row.because.kind === 'recovery' ? { from: row.month, to: addDays(row.month, 1) } : row.days;
  return [{ figure, agencyId, childId, decisionId, lineId, category, providerId, days, pence, origins }];
}
