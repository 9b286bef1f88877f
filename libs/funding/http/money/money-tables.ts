import type { InvoiceStanding, PaymentOnRecord } from '@accord/funding/domain';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';

/** The tables of the projection `money`. */
export interface MoneyTables {
  money_events: EventRow & { money_id: string };
  money_lines: { money_id: string; place: number; child_id: Id<'child'>; decision_id: string; line_id: string; from_day: string; to_day: string };
  money_agencies: MoneyRow;
  money_statements: { payment_id: string; place: number; month_day: string };
  money_payments: { invoice_id: string; payment_id: Id<'payment'>; pence: number };
  money_credits: { invoice_id: string; credit_id: string; pence: number };
}

/** How an invoice or a payment stands. */
export type MoneyStanding = InvoiceStanding | PaymentOnRecord['status'];

/** One invoice or payment, as it is found. */
export interface MoneyRow {
  money_id: string;
  kind: 'invoice' | 'payment';
  agency_id: string;
  on_day: string;
  provider_id: string | null;
  total_pence: number;
  /** The day and the moment from which it counts and is known. */
  counts_on: string;
  recorded_at: string;
  standing: MoneyStanding;
  /** The same of its release or its reversal. */
  turned_on: string | null;
  turned_at: string | null;
}
