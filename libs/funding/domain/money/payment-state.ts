import type { PaymentRecorded, PaymentReversed } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { noPence, sumPence } from '@accord/shared/kernel';
import type { LondonDate, Pence } from '@accord/shared/kernel';

export type PaymentData = Recorded<typeof PaymentRecorded>['data'];

export interface PaymentOnRecord {
  readonly status: 'paid' | 'reversed';
  readonly payment: PaymentData;
  /** Why it counts for nothing any more. */
  readonly reversal: { readonly on: LondonDate; readonly because: string } | undefined;
}
export type PaymentState = { readonly status: 'unknown' } | PaymentOnRecord;

export type RecordedPaymentEvent = Recorded<typeof PaymentRecorded> | Recorded<typeof PaymentReversed>;

export function evolvePayment(state: PaymentState, { type, data }: RecordedPaymentEvent): PaymentState {
  if (type === 'PaymentRecorded') return { status: 'paid', payment: data, reversal: undefined };
  if (state.status === 'unknown') return state;
  return { ...state, status: 'reversed', reversal: { on: data.on, because: data.because } };
}

/** What a payment paid of an invoice: nothing once it was reversed. */
export function paidOfInvoice(state: PaymentState, invoiceId: string): Pence {
  if (state.status !== 'paid') return noPence;
  return sumPence(state.payment.for.flatMap((each) => (each.kind === 'invoice' && each.invoiceId === invoiceId ? [each.pence] : [])));
}
