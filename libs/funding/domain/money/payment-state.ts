import type { PaymentRecorded, PaymentReversed } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { LondonDate, Pence, SignedPence } from '@accord/shared/kernel';
import type { Balance } from './statement-to-pay';

export type PaymentData = Recorded<typeof PaymentRecorded>['data'];
type ReversalData = Recorded<typeof PaymentReversed>['data'];

export interface PaymentOnRecord {
  readonly status: 'paid' | 'reversed';
  readonly payment: PaymentData;
  /** Why it counts for nothing any more. */
  readonly reversal: Pick<ReversalData, 'on' | 'because' | 'late'> | undefined;
}
export type PaymentState = { readonly status: 'unknown' } | PaymentOnRecord;

export type RecordedPaymentEvent = Recorded<typeof PaymentRecorded> | Recorded<typeof PaymentReversed>;

export function evolvePayment(state: PaymentState, { type, data }: RecordedPaymentEvent): PaymentState {
  if (type === 'PaymentRecorded') return { status: 'paid', payment: data, reversal: undefined };
  if (state.status === 'unknown') return state;
  return { ...state, status: 'reversed', reversal: { on: data.on, because: data.because, late: data.late } };
}

/** What a payment paid of a balance of the month, seen from its payers: below nought where it was paid the other way. */
export function paidOfBalance(state: PaymentState, { payers, payees, of }: Balance, month: LondonDate): SignedPence {
  if (state.status !== 'paid' || state.payment.payee.kind !== 'agency') return noPence;
  const { paidBy, payee, for: paidFor } = state.payment;
  const paid = sumPence(paidFor.flatMap((each) => (each.kind === 'statement' && each.month === month && of.includes(each.of) ? [each.pence] : [])));
  if (payers.includes(paidBy) && payees.includes(payee.agencyId)) return paid;
  return payees.includes(paidBy) && payers.includes(payee.agencyId) ? subtractPence(noPence, paid) : noPence;
}

/** What a payment paid of an invoice: nothing once it was reversed. */
export function paidOfInvoice(state: PaymentState, invoiceId: string): Pence {
  if (state.status !== 'paid') return noPence;
  return sumPence(state.payment.for.flatMap((each) => (each.kind === 'invoice' && each.invoiceId === invoiceId ? [each.pence] : [])));
}
