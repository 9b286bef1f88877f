import { moneyEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { ProjectedEvent, RowChange } from '@accord/shared/projections';

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
  version: 2,
  question: 'What was invoiced, credited and paid, for which days of which lines, by whom and to whom, how does it stand, and what is left?',
  tables: {
    money_events: { columns: { money_id: 'text', ...eventColumns }, key: ['position'], indexes: [['money_id', 'position']] },
    /** The days of lines that an invoice bills, or that a payment pays directly. */
    money_lines: {
      columns: { money_id: 'text', place: 'integer', child_id: 'text', decision_id: 'text', line_id: 'text', from_day: 'text', to_day: 'text' },
      key: ['money_id', 'place'],
      indexes: [['child_id'], ['line_id', 'decision_id', 'from_day']],
    },
    /**
     * Which agency is billed by an invoice, or paid a payment, and how it stands: held or paid first, and released or
     * reversed from `turned_on` on, as became known at `turned_at`. So it is found as it stood at any day and instant.
     */
    money_agencies: {
      columns: {
        ...{ money_id: 'text', kind: 'text', agency_id: 'text', on_day: 'text', provider_id: 'text?', total_pence: 'integer' },
        ...{ counts_on: 'text', recorded_at: 'text', standing: 'text', turned_on: 'text?', turned_at: 'text?' },
      },
      key: ['money_id'],
      indexes: [
        ['agency_id', 'kind', 'on_day', 'money_id'],
        ['agency_id', 'kind', 'standing', 'on_day', 'money_id'],
        ['agency_id', 'kind', 'provider_id', 'on_day', 'money_id'],
      ],
    },
    money_statements: { columns: { payment_id: 'text', place: 'integer', month_day: 'text' }, key: ['payment_id', 'place'] },
    money_payments: { columns: { invoice_id: 'text', payment_id: 'text', pence: 'integer' }, key: ['invoice_id', 'payment_id'], indexes: [['payment_id']] },
    money_credits: { columns: { invoice_id: 'text', credit_id: 'text', pence: 'integer' }, key: ['invoice_id', 'credit_id'] },
  },
  handles: moneyEvents.map(({ type }) => type),
  project(event) {
    const { type, data } = event.body;
    const money_id = 'invoiceId' in data ? data.invoiceId : data.paymentId;
    const kept: RowChange = { put: 'money_events', row: { money_id, ...row(event) } };
    switch (type) {
      case 'InvoiceRecorded':
        return [kept, ...ofInvoice(data, event)];
      case 'PaymentRecorded':
        return [kept, ...ofPayment(data, event)];
      case 'InvoiceReleased':
        return [kept, turned(money_id, 'released', { data, recordedAt: event.recordedAt })];
      case 'InvoiceCredited':
        return [kept, { put: 'money_credits', row: { invoice_id: money_id, credit_id: data.creditId, pence: sumOf(data.lines) } }];
      case 'PaymentReversed':
        return [kept, turned(money_id, 'reversed', { data, recordedAt: event.recordedAt })];
    }
  },
});

type Dated = Pick<Billed, 'on' | 'late'>;
/** Its own day, or that of its recording where the year of its own was closed by then. */
const countsOn = ({ on, late }: Dated) => late?.countsOn ?? on;

const sumOf = (lines: readonly { readonly netPence: number; readonly vatPence: number }[]): number => lines.reduce((sum, { netPence, vatPence }) => sum + netPence + vatPence, 0);

interface Turn extends Pick<ProjectedEvent, 'recordedAt'> {
  readonly data: Dated;
}
const turned = (money_id: string, standing: 'released' | 'reversed', { data, recordedAt }: Turn): RowChange => ({
  ...{ patch: 'money_agencies', key: { money_id } },
  set: { standing, turned_on: countsOn(data), turned_at: recordedAt },
});

type OfLine = Pick<Billed['lines'][number], 'childId' | 'decisionId' | 'lineId' | 'days'>;

const lineRow = (money_id: string, place: number, { childId: child_id, decisionId: decision_id, lineId: line_id, days }: OfLine): RowChange => ({
  put: 'money_lines',
  row: { money_id, place, child_id, decision_id, line_id, from_day: days.from, to_day: days.to },
});

const ofInvoice = ({ invoiceId, from, to, lines, totalPence: total_pence, ...dated }: Billed, { recordedAt: recorded_at }: Pick<ProjectedEvent, 'recordedAt'>): RowChange[] => [
  {
    put: 'money_agencies',
    row: {
      ...{ money_id: invoiceId, kind: 'invoice', agency_id: to, on_day: dated.on, provider_id: from.kind === 'provider' ? from.providerId : null, total_pence },
      ...{ counts_on: countsOn(dated), recorded_at, standing: lines.some(({ held }) => held.length > 0) ? 'held' : 'agrees', turned_on: null, turned_at: null },
    },
  },
  ...lines.map((line, place) => lineRow(invoiceId, place + 1, line)),
];

const ofPayment = ({ paymentId, paidBy, payee, for: paidFor, totalPence: total_pence, ...dated }: Paid, { recordedAt: recorded_at }: Pick<ProjectedEvent, 'recordedAt'>): RowChange[] => [
  {
    put: 'money_agencies',
    row: {
      ...{ money_id: paymentId, kind: 'payment', agency_id: paidBy, on_day: dated.on, provider_id: payee.kind === 'provider' ? payee.providerId : null, total_pence },
      ...{ counts_on: countsOn(dated), recorded_at, standing: 'paid', turned_on: null, turned_at: null },
    },
  },
  ...paidFor.flatMap((each, place): RowChange[] => {
    switch (each.kind) {
      case 'line':
        return [lineRow(paymentId, place + 1, each)];
      case 'invoice':
        return [{ put: 'money_payments', row: { invoice_id: each.invoiceId, payment_id: paymentId, pence: each.pence } }];
      case 'statement':
        return [{ put: 'money_statements', row: { payment_id: paymentId, place: place + 1, month_day: each.month } }];
    }
  }),
];
