import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';

/** The tables of the projection `money`. */
export interface MoneyTables {
  money_events: EventRow & { money_id: string };
  money_lines: { money_id: string; place: number; child_id: Id<'child'>; decision_id: string; line_id: string; from_day: string; to_day: string };
  money_agencies: { money_id: string; kind: 'invoice' | 'payment'; agency_id: string; on_day: string };
  money_statements: { payment_id: string; place: number; month_day: string };
  money_payments: { invoice_id: string; payment_id: Id<'payment'> };
}
