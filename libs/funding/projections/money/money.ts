import { moneyEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { RowChange } from '@accord/shared/projections';

const row = eventRows(moneyEvents);

type MoneyEvent = (typeof moneyEvents)[number];
type Handled = { [E in MoneyEvent as E['type']]: Recorded<E> }[MoneyEvent['type']];
type Billed = Extract<Handled, { type: 'InvoiceRecorded' }>['data'];
type Paid = Extract<Handled, { type: 'PaymentRecorded' }>['data'];

/**
 * Invoices and payments. Their events are kept whole and folded when somebody asks, so that every figure can be given
 * as at any day and as known at any instant; and by which lines, agencies and invoices they are found.
 */
export const money = defineProjection<Handled>({
  name: 'money',
  version: 1,
  question: 'What was invoiced, credited and paid, for which days of which lines, by whom and to whom, and what is left?',
  tables: {
    money_events: { columns: { money_id: 'text', ...eventColumns }, key: ['position'], indexes: [['money_id', 'position']] },
    /** The days of lines that an invoice bills, or that a payment pays directly. */
    money_lines: {
      columns: { money_id: 'text', place: 'integer', child_id: 'text', decision_id: 'text', line_id: 'text', from_day: 'text', to_day: 'text' },
      key: ['money_id', 'place'],
      indexes: [['child_id'], ['decision_id', 'line_id', 'from_day']],
    },
    /** Which agency is billed by an invoice, or paid a payment. */
    money_agencies: {
      columns: { money_id: 'text', kind: 'text', agency_id: 'text', on_day: 'text' },
      key: ['money_id'],
      indexes: [['agency_id', 'kind', 'on_day', 'money_id'], ['kind', 'on_day', 'money_id']],
    },
    money_statements: { columns: { payment_id: 'text', place: 'integer', month_day: 'text' }, key: ['payment_id', 'place'] },
    money_payments: { columns: { invoice_id: 'text', payment_id: 'text' }, key: ['invoice_id', 'payment_id'], indexes: [['payment_id']] },
  },
  handles: moneyEvents.map(({ type }) => type),
  project(event) {
    const { type, data } = event.body;
    const money_id = 'invoiceId' in data ? data.invoiceId : data.paymentId;
    const kept: RowChange = { put: 'money_events', row: { money_id, ...row(event) } };
    switch (type) {
      case 'InvoiceRecorded':
        return [kept, ...ofInvoice(data)];
      case 'PaymentRecorded':
        return [kept, ...ofPayment(data)];
      case 'InvoiceReleased':
      case 'InvoiceCredited':
      case 'PaymentReversed':
        return [kept];
    }
  },
});

type OfLine = Pick<Billed['lines'][number], 'childId' | 'decisionId' | 'lineId' | 'days'>;

const lineRow = (money_id: string, place: number, { childId: child_id, decisionId: decision_id, lineId: line_id, days }: OfLine): RowChange => ({
  put: 'money_lines',
  row: { money_id, place, child_id, decision_id, line_id, from_day: days.from, to_day: days.to },
});

const ofInvoice = ({ invoiceId, to, on, lines }: Billed): RowChange[] => [
  { put: 'money_agencies', row: { money_id: invoiceId, kind: 'invoice', agency_id: to, on_day: on } },
  ...lines.map((line, place) => lineRow(invoiceId, place + 1, line)),
];

const ofPayment = ({ paymentId, paidBy, on, for: paidFor }: Paid): RowChange[] => [
  { put: 'money_agencies', row: { money_id: paymentId, kind: 'payment', agency_id: paidBy, on_day: on } },
  ...paidFor.flatMap((each, place): RowChange[] => {
    switch (each.kind) {
      case 'line':
        return [lineRow(paymentId, place + 1, each)];
      case 'invoice':
        return [{ put: 'money_payments', row: { invoice_id: each.invoiceId, payment_id: paymentId } }];
      case 'statement':
        return [{ put: 'money_statements', row: { payment_id: paymentId, place: place + 1, month_day: each.month } }];
    }
  }),
];
