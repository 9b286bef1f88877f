import type { LondonDate } from '@accord/shared/kernel';
import type { FactOrigin } from '../funding-picture';
import { evolveInvoice } from './invoice-state';
import type { InvoiceOnRecord, InvoiceState, RecordedInvoiceEvent } from './invoice-state';
import { evolvePayment } from './payment-state';
import type { PaymentOnRecord, PaymentState, RecordedPaymentEvent } from './payment-state';

/** An event about money as it was recorded, with its place. */
export interface MoneyFact {
  readonly origin: FactOrigin;
  readonly body: RecordedInvoiceEvent | RecordedPaymentEvent;
}
/** The day from which an entry counts: its own, or that of its recording where the year of its own was closed by then. */
const countsOn = ({ body: { data } }: MoneyFact): LondonDate => data.late?.countsOn ?? data.on;

/** What counts by a day. What is recorded late changes nothing of the days before it became known. */
export const countingBy = (facts: readonly MoneyFact[], day: LondonDate): MoneyFact[] => facts.filter((fact) => countsOn(fact) <= day);

export interface BookedInvoice {
  readonly state: InvoiceOnRecord;
  /** Its events, in the order in which they were recorded. */
  readonly origins: readonly FactOrigin[];
}
export interface BookedPayment {
  readonly state: PaymentOnRecord;
  readonly origins: readonly FactOrigin[];
}
/** Invoices and payments, each folded from its own events, in order of their streams. */
export interface MoneyBook {
  readonly invoices: readonly BookedInvoice[];
  readonly payments: readonly BookedPayment[];
}

/** Folds what is known of money. The order in which it is given changes nothing. */
export function moneyBook(facts: Iterable<MoneyFact>): MoneyBook {
  const byStream = new Map<string, MoneyFact[]>();
  for (const fact of facts) {
    const known = byStream.get(fact.origin.stream);
    if (known) known.push(fact);
    else byStream.set(fact.origin.stream, [fact]);
  }
  const streams = [...byStream].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, all]) => all.toSorted((one, two) => one.origin.revision - two.origin.revision));
  return { invoices: streams.flatMap(bookedInvoice), payments: streams.flatMap(bookedPayment) };
}

function bookedInvoice(facts: readonly MoneyFact[]): BookedInvoice[] {
  const unknown: InvoiceState = { status: 'unknown' };
  const state = facts.reduce<InvoiceState>((before, { body }) => (isOfInvoice(body) ? evolveInvoice(before, body) : before), unknown);
  return state.status === 'unknown' ? [] : [{ state, origins: facts.map(({ origin }) => origin) }];
}

function bookedPayment(facts: readonly MoneyFact[]): BookedPayment[] {
  const unknown: PaymentState = { status: 'unknown' };
  const state = facts.reduce<PaymentState>((before, { body }) => (isOfInvoice(body) ? before : evolvePayment(before, body)), unknown);
  return state.status === 'unknown' ? [] : [{ state, origins: facts.map(({ origin }) => origin) }];
}

const isOfInvoice = (body: MoneyFact['body']): body is RecordedInvoiceEvent => body.type.startsWith('Invoice');
