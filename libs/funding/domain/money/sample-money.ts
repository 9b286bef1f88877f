import type { InvoiceCredited, InvoiceRecorded, InvoiceReleased, PaymentRecorded, PaymentReversed } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import type { Id, Pence } from '@accord/shared/kernel';
import { decisionId, homeCare, lineId } from '../line/sample-line-life';
import { childId, day, health, numbered, socialCare } from '../sample-agreement';
import { days, decided, line, pictureOf } from '../sample-facts';
import type { BilledLine } from './held-against';
import type { CreditInvoice, InvoiceFacts, RecordInvoice, ReleaseInvoice } from './invoice';
import type { InvoiceLine } from './invoice-state';
import { paidDaysKey } from './line-to-pay';
import type { PaidLine } from './line-to-pay';
import type { PaymentFacts, RecordPayment, ReversePayment } from './payment';

// Invoices and payments about line 600, for the specs of this folder; not exported by its index.

// The cast is the brand: specs give whole pence, nought or more.
export const pence = (amount: number): Pence => amount as Pence;
export const invoiceId = numbered<'invoice'>(5000);
export const paymentId = numbered<'payment'>(6000);
export const fourWeeks = days('2025-09-01', '2025-09-29');
/** Health's 70 % of four weeks at £1,847.35. */
export const SHARE = 517_258;
/** The whole of the four weeks. */
export const COST = 738_940;
const today = day('2025-12-01');
const dated = { today, lateBecause: null };
/** Recorded on 1 December 2025, after the year was closed. */
export const late = { because: 'The bank told it in November', countsOn: today };

export const billed = (net: number, changes: Partial<BilledLine> = {}): BilledLine => ({
  ...{ decisionId, lineId, childId, days: fourWeeks, netPence: pence(net), vat: 'exempt', vatPence: pence(0), ...changes },
});

/** An invoice of Home Care Limited to health, of 2 October 2025. */
export function record(lines: readonly BilledLine[], changes: Partial<RecordInvoice> = {}): RecordInvoice {
  const [net, tax] = [lines.reduce((sum, { netPence }) => sum + netPence, 0), lines.reduce((sum, { vatPence }) => sum + vatPence, 0)];
  return {
    ...{ type: 'RecordInvoice', invoiceId, from: { kind: 'provider', providerId: homeCare }, to: health, number: 'A-17', on: '2025-10-02', ...dated, lines },
    ...{ netPence: pence(net), vatPence: pence(tax), totalPence: pence(net + tax), ...changes },
  };
}
export const release = (changes: Partial<ReleaseInvoice> = {}): ReleaseInvoice => ({
  ...{ type: 'ReleaseInvoice', agencyId: health, because: 'Agreed by telephone', on: '2025-10-06', ...dated, ...changes },
});
export const credit = (net: number, changes: Partial<CreditInvoice> = {}): CreditInvoice => ({
  ...{ type: 'CreditInvoice', creditId: numbered<'invoice-credit'>(5100), agencyId: health, because: 'Too dear', on: '2025-10-20', ...dated },
  ...{ lines: [{ line: 1, netPence: pence(net), vatPence: pence(0) }], ...changes },
});
export const invoiceFacts = (changes: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  ...{ closedYears: new Set(), registered: new Set([homeCare]), billed: [health], pictures: new Map([[childId, pictureOf(decided(line()))]]), funds: [], before: [], billedActsFor: new Set([health]), billerActsFor: new Set([socialCare]), ...changes },
});

/** The line as it is recorded: it agrees, unless something else is said. */
export const recordedLine = (of: BilledLine, changes: Partial<InvoiceLine> = {}): InvoiceLine => ({
  ...of,
  ...{ days: { ...of.days }, committedPence: of.netPence, billedBeforePence: pence(0), held: [], ...changes },
});
export function invoiceRecorded(lines: readonly InvoiceLine[], of: Partial<RecordInvoice> = {}): New<typeof InvoiceRecorded> {
  const { type: _type, today: _today, lateBecause: _because, on, ...data } = record(lines, of);
  return { type: 'InvoiceRecorded', data: { ...data, on: day(on), lines: [...lines], late: null } };
}
export const invoiceReleased = (id: Id<'invoice'> = invoiceId): New<typeof InvoiceReleased> => ({
  type: 'InvoiceReleased',
  data: { invoiceId: id, on: day('2025-10-06'), agencyId: health, because: 'Agreed by telephone', late: null },
});
export const invoiceCredited = (net: number, of: { readonly id?: Id<'invoice'>; readonly line?: number } = {}): New<typeof InvoiceCredited> => ({
  type: 'InvoiceCredited',
  data: {
    ...{ invoiceId: of.id ?? invoiceId, creditId: numbered<'invoice-credit'>(5100), on: day('2025-10-20'), because: 'Too dear', late: null },
    lines: [{ line: of.line ?? 1, netPence: pence(net), vatPence: pence(0) }],
  },
});

/** Health pays so much of the invoice on 27 October 2025. */
export const pay = (sum: number, changes: Partial<RecordPayment> = {}): RecordPayment => ({
  ...{ type: 'RecordPayment', paymentId, paidBy: health, payee: { kind: 'provider', providerId: homeCare }, on: '2025-10-27', ...dated, reference: 'BACS 4711' },
  ...{ for: [{ kind: 'invoice', invoiceId, pence: pence(sum) }], totalPence: pence(sum), overpaidBecause: null, ...changes },
});
export function paid(of: RecordPayment, overpaid: New<typeof PaymentRecorded>['data']['overpaid'] = null): New<typeof PaymentRecorded> {
  const { type: _type, today: _today, overpaidBecause: _overpaid, lateBecause: _late, on, ...data } = of;
  return { type: 'PaymentRecorded', data: { ...data, for: [...data.for], on: day(on), overpaid, late: null } };
}
/** £1.00 for the four weeks of the line, directly. */
export const direct = { kind: 'line', decisionId, lineId, childId, days: fourWeeks, pence: pence(100) } as const satisfies PaidLine;
export const reverse = (changes: Partial<ReversePayment> = {}): ReversePayment => ({
  ...{ type: 'ReversePayment', agencyId: health, because: 'Stopped at the bank', on: '2025-11-12', ...dated, ...changes },
});
export const reversed = (id: Id<'payment'> = paymentId): New<typeof PaymentReversed> => ({
  type: 'PaymentReversed',
  data: { paymentId: id, on: day('2025-11-12'), because: 'Stopped at the bank', late: null },
});
/** Of a line from 1 September 2025 on, unless something else is said. */
export const paymentFacts = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  lines: new Map([[paidDaysKey(direct), { days: [{ from: fourWeeks.from, to: null }], costPence: pence(COST) }]]),
  ...{ closedYears: new Set(), closedMonths: new Set(), statements: new Map(), registered: new Set(), invoices: new Map(), payers: [health], ...changes },
});
