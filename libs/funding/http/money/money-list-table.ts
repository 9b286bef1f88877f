import { writeTable } from '@accord/shared/tables';
import type { InvoiceEntry, PaymentEntry } from './money-view';

const invoiceColumns = [
  ...(['invoice_id', 'number', 'on', 'agency_id', 'agency', 'from_provider_id', 'from_agency_id', 'from_agency', 'standing'] as const),
  ...(['total_pence', 'not_credited_pence', 'owed_pence', 'paid_pence', 'left_pence', 'breach', 'late_because', 'counts_on', 'differences'] as const),
] as const;

/** Invoices as CSV: a row for each. */
export const invoicesAsTable = (invoices: readonly InvoiceEntry[]): string =>
  writeTable(
    invoiceColumns,
    invoices.map(({ invoiceId, number, on, to, agency, from, standing, breach, late, differences, ...sums }) => ({
      ...{ invoice_id: invoiceId, number, on, agency_id: to, agency, standing, breach: breach ?? undefined },
      ...(from.kind === 'provider' ? { from_provider_id: from.providerId } : {}),
      ...(from.kind === 'agency' ? { from_agency_id: from.agencyId, from_agency: from.agency } : {}),
      ...{ total_pence: sums.totalPence, not_credited_pence: sums.notCreditedPence, owed_pence: sums.owedPence, paid_pence: sums.paidPence, left_pence: sums.leftPence },
      ...{ late_because: late?.because, counts_on: late?.countsOn ?? on, differences: differences.map(({ says }) => says).join(' ') },
    })),
  );

const paymentColumns = [
  ...(['payment_id', 'reference', 'on', 'agency_id', 'agency', 'payee', 'payee_provider_id', 'payee_agency_id', 'payee_agency', 'standing'] as const),
  ...(['total_pence', 'of_invoices_pence', 'of_statements_pence', 'directly_pence', 'breach', 'late_because', 'counts_on'] as const),
] as const;

/** Payments as CSV: a row for each. */
export const paymentsAsTable = (payments: readonly PaymentEntry[]): string =>
  writeTable(
    paymentColumns,
    payments.map(({ paymentId, reference, on, paidBy, agency, payee, standing, breach, late, ...sums }) => ({
      ...{ payment_id: paymentId, reference, on, agency_id: paidBy, agency, payee: payee.kind, standing, breach: breach ?? undefined },
      ...(payee.kind === 'provider' ? { payee_provider_id: payee.providerId } : {}),
      ...(payee.kind === 'agency' ? { payee_agency_id: payee.agencyId, payee_agency: payee.agency } : {}),
      ...{ total_pence: sums.totalPence, of_invoices_pence: sums.ofInvoicesPence, of_statements_pence: sums.ofStatementsPence, directly_pence: sums.directlyPence },
      ...{ late_because: late?.because, counts_on: late?.countsOn ?? on },
    })),
  );
