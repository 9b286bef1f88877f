import { createHash } from 'node:crypto';
import type { BeginTable, StatementTable } from '@accord/funding/application';
import { isAdjustment } from '@accord/funding/domain';
import type { FigureReason, StatementAdjustment, StatementFigure, StatementRow } from '@accord/funding/domain';
import { nameBasedId } from '@accord/shared/commands-store';
import { financialYearOf } from '@accord/shared/kernel';
import type { Id, LineRate, LondonDate, Shares } from '@accord/shared/kernel';
import { writeRows, writeTable } from '@accord/shared/tables';
import type { WrittenCell } from '@accord/shared/tables';

/** The columns of a statement as CSV; what each holds is told in `infra/docs/statements.md`. */
export const statementColumns = [
  ...(['row_id', 'month', 'kind', 'agency_id', 'counterparty_id', 'fund_id', 'child_id', 'decision_id', 'line_id', 'category'] as const),
  ...(['provider_id', 'vat', 'from', 'to', 'rates', 'cost_pence', 'split', 'pence', 'source', 'agreement_id', 'agreement_version', 'clause_id'] as const),
  ...(['adjusted_month', 'closed_year', 'stated_pence', 'now_pence', 'events'] as const),
] as const;
export type StatementCells = Partial<Record<(typeof statementColumns)[number], WrittenCell>>;

/** Of which statement a row is one. */
export interface StatementHead {
  readonly agencyId: Id<'agency'>;
  readonly month: LondonDate;
  /** The financial years that were closed before: an adjustment of their months says so. */
  readonly yearsClosed: readonly LondonDate[];
}

/** The header row. */
export const statementHeader = writeTable(statementColumns, []);
/** Rows about one child, one after the other. */
export const statementLines = (head: StatementHead, childId: Id<'child'>, rows: readonly StatementRow[]): string =>
  writeRows(
    statementColumns,
    rows.map((row) => statementCells(head, childId, row)),
  );

/** The id of a row: the same in every re-run of a statement, provisional or closed, and in no other row. */
export function rowIdOf({ month }: StatementHead, childId: Id<'child'>, row: StatementRow): string {
  const { kind, agencyId, counterpartyId, fundId, decisionId, lineId } = row;
  const of = isAdjustment(row) ? row.month : [row.days.from, row.because.kind === 'recovery' ? row.because.recovery.recoveryId : ''].join('|');
  return nameBasedId('statement row', month, kind, agencyId, counterpartyId ?? '', fundId ?? '', childId, decisionId, lineId, of);
}

/** A row in the cells of its columns. */
export function statementCells(head: StatementHead, childId: Id<'child'>, row: StatementRow): StatementCells {
  const { kind, agencyId, counterpartyId, fundId, decisionId, lineId, category, vat, pence, events } = row;
  return {
    ...{ row_id: rowIdOf(head, childId, row), month: head.month.slice(0, 7), kind, agency_id: agencyId },
    ...{ counterparty_id: counterpartyId ?? undefined, fund_id: fundId ?? undefined, child_id: childId, decision_id: decisionId, line_id: lineId, category },
    ...{ vat, pence, events: events.map(({ eventId }) => eventId).join(' ') },
    ...(isAdjustment(row) ? adjustmentCells(row, head) : figureCells(row)),
  };
}

const adjustmentCells = ({ month, stated, now }: StatementAdjustment, head: StatementHead): StatementCells => ({
  ...{ adjusted_month: month.slice(0, 7), closed_year: closedYearOf(month, head), stated_pence: stated, now_pence: now, source: 'became-known' },
});

/** The name of the financial year of a day, where it was closed before the statement. */
export function closedYearOf(day: LondonDate, { yearsClosed }: Pick<StatementHead, 'yearsClosed'>): string | undefined {
  const { from, name } = financialYearOf(day);
  return yearsClosed.includes(from) ? name : undefined;
}

const figureCells = ({ providerId, days, rates, cost, split, because }: StatementFigure): StatementCells => ({
  ...{ provider_id: providerId ?? undefined, from: days.from, to: days.to, rates: ratesAsText(rates), cost_pence: cost, split: split === null ? undefined : splitAsText(split) },
  ...sourceCells(because),
});

function sourceCells(because: FigureReason): StatementCells {
  if (because.kind !== 'standing-agreement') return { source: because.kind };
  const { agreement, clause } = because;
  return { source: because.kind, agreement_id: agreement.agreementId, agreement_version: agreement.version, clause_id: clause.clauseId };
}

const ratesAsText = (rates: readonly LineRate[]): string => rates.map((rate) => `${rate.from} ${rateAsText(rate)}`).join('; ');

function rateAsText(rate: LineRate): string {
  if ('weeklyPence' in rate) return `weekly ${rate.weeklyPence}`;
  if ('dailyPence' in rate) return `daily ${rate.dailyPence}`;
  if ('hourlyPence' in rate) return `hourly ${rate.hourlyPence} for ${rate.weeklyMinutes} minutes a week`;
  return 'fourWeeklyPence' in rate ? `four-weekly ${rate.fourWeeklyPence}` : `once ${rate.oncePence}`;
}

const splitAsText = ({ kind, parts }: Shares): string => `${kind} ${parts.map(({ agencyId, weight }) => `${agencyId}=${weight}`).join(' ')}`;

/** So many characters are gathered before they are hashed: few large pieces cost less than many small ones. */
const PIECE = 65_536;

/** Begins a statement of which nothing is kept but the hash of its bytes. */
export const beginStatement: BeginTable = (head): StatementTable => {
  const hash = createHash('sha256').update(statementHeader);
  let gathered = '';
  return {
    add(childId, rows) {
      gathered += statementLines(head, childId, rows);
      if (gathered.length < PIECE) return;
      hash.update(gathered);
      gathered = '';
    },
    sha256: () => hash.update(gathered).digest('hex'),
  };
};
