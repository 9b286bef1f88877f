import { writeTable } from '@accord/shared/tables';
import type { WrittenCell } from '@accord/shared/tables';
import type { AgencyFiguresAnswer } from './agency-figures';
import type { ChildFiguresAnswer } from './child-figures';
import type { FiguresTold } from './figure-words';

const figureColumns = [
  ...(['approved_pence', 'committed_pence', 'bound_pence', 'held_pence', 'invoiced_pence', 'invoiced_tax_pence'] as const),
  ...(['recharged_pence', 'counter_recharged_pence', 'paid_of_invoices_pence', 'paid_directly_pence', 'paid_of_statements_pence'] as const),
  ...(['settled_pence', 'left_to_bill_pence', 'left_to_pay_pence'] as const),
] as const;
type FigureCells = Record<(typeof figureColumns)[number], WrittenCell>;

const figureCells = (told: FiguresTold): FigureCells => ({
  approved_pence: told.approvedPence,
  committed_pence: told.committedPence,
  bound_pence: told.boundPence,
  held_pence: told.heldPence,
  invoiced_pence: told.invoicedPence,
  invoiced_tax_pence: told.invoicedTaxPence,
  recharged_pence: told.rechargedPence,
  counter_recharged_pence: told.counterRechargedPence,
  paid_of_invoices_pence: told.paid.ofInvoicesPence,
  paid_directly_pence: told.paid.directlyPence,
  paid_of_statements_pence: told.paid.ofStatementsPence,
  settled_pence: told.settledPence,
  left_to_bill_pence: told.left.toBillPence,
  left_to_pay_pence: told.left.toPayPence,
});

const childColumns = ['row', 'child_id', 'decision_id', 'line_id', 'category', 'from', 'to', 'agency_id', 'agency', ...figureColumns, 'events'] as const;

/** A child's figures as CSV: a row for each agency of each line (`line`), then one for each agency in all (`agency`). */
export function childFiguresAsTable({ childId: child_id, from, to, lines, agencies }: ChildFiguresAnswer): string {
  const question = { child_id, from, to };
  const ofLines = lines.flatMap(({ decisionId, lineId, category, agencies: ofLine }) =>
    ofLine.map(({ agencyId: agency_id, agency, events, ...told }) => ({
      ...{ row: 'line', ...question, decision_id: decisionId ?? undefined, line_id: lineId ?? undefined, category: category ?? undefined, agency_id, agency },
      ...figureCells(told),
      events: [...new Set(Object.values(events).flatMap((origins) => origins.map(({ eventId }) => eventId)))].join(' '),
    })),
  );
  const inAll = agencies.map(({ agencyId: agency_id, agency, ...told }) => ({ row: 'agency', ...question, agency_id, agency, ...figureCells(told) }));
  return writeTable(childColumns, [...ofLines, ...inAll]);
}

const agencyColumns = ['row', 'agency_id', 'agency', 'from', 'to', 'month', 'category', 'provider_id', ...figureColumns] as const;

/** An agency's figures as CSV: one row in all (`total`), then one for each `month`, `category` and `provider`. */
export function agencyFiguresAsTable({ agencyId: agency_id, agency, from, to, months, categories, providers, ...told }: AgencyFiguresAnswer): string {
  const question = { agency_id, agency, from, to };
  return writeTable(agencyColumns, [
    { row: 'total', ...question, ...figureCells(told) },
    ...months.map(({ month, ...each }) => ({ row: 'month', ...question, month, ...figureCells(each) })),
    ...categories.map(({ category, ...each }) => ({ row: 'category', ...question, category: category ?? undefined, ...figureCells(each) })),
    ...providers.map(({ providerId, ...each }) => ({ row: 'provider', ...question, provider_id: providerId ?? undefined, ...figureCells(each) })),
  ]);
}
