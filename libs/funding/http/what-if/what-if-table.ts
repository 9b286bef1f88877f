import { writeTable } from '@accord/shared/tables';
import type { WrittenCell } from '@accord/shared/tables';
import type { WhatIfReport } from './what-if-report';

/**
 * The columns of "what if" as CSV. `row` tells what a row is: `change` (one for each thing supposed, its number in
 * `because`, and the ids of the one clause or line that it is about), `total` and `month` (one for each agency, and one without an agency for the cost; `from` is the first day
 * of the month that was asked about), or `line` (one for each agency and each stretch of a line that differs: `from` the
 * first day, `to` the first no longer covered, `because` the numbers of the changes, `now` and `then` the reasons).
 */
const columns = [
  ...(['row', 'child_id', 'decision_id', 'line_id', 'category', 'from', 'to', 'agency_id', 'agency'] as const),
  ...(['now_pence', 'then_pence', 'difference_pence', 'because', 'says', 'now', 'then', 'agreement_id', 'clause_id'] as const),
] as const;
type Row = Partial<Record<(typeof columns)[number], WrittenCell>>;

/** The report as CSV (RFC 4180), safe to open in a spreadsheet: the same bytes for the same report. */
export const whatIfAsTable = (report: WhatIfReport): string => writeTable(columns, rowsOf(report));

function* rowsOf({ question: { from, to }, says, changes, totals, months, lines }: WhatIfReport): Generator<Row> {
  for (const { number, says: supposed, agreementId: agreement_id, clauseId: clause_id, decisionId: decision_id, lineId: line_id } of changes) {
    yield { row: 'change', decision_id, line_id, because: number, says: supposed, agreement_id, clause_id };
  }
  yield { row: 'total', from, to, ...figures(totals.cost), says };
  for (const agency of totals.agencies) yield { row: 'total', from, to, ...ofAgency(agency) };
  for (const month of months) {
    yield { row: 'month', from: month.from, ...figures(month.cost) };
    for (const agency of month.agencies) yield { row: 'month', from: month.from, ...ofAgency(agency) };
  }
  for (const { childId: child_id, decisionId: decision_id, lineId: line_id, agencies, because, now, then, ...line } of lines) {
    const about = { child_id, decision_id, line_id, category: line.category, from: line.from, to: line.to };
    for (const agency of agencies) yield { row: 'line', ...about, ...ofAgency(agency), because: because.join(' '), says: line.says, now: now.says, then: then.says };
  }
}

type Figures = WhatIfReport['totals']['cost'];
const figures = ({ nowPence: now_pence, thenPence: then_pence, differencePence: difference_pence }: Figures) => ({ now_pence, then_pence, difference_pence });
const ofAgency = ({ agencyId: agency_id, agency, ...pence }: WhatIfReport['totals']['agencies'][number]) => ({ agency_id, agency, ...figures(pence) });
