import { defineEvent, idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { becauseField, countedOnItsDay, lateField, lineFields, payeeField, toldLate } from './money-fields';

const pence = { pence: penceField() };

/** What a sum was paid for: an invoice, an agency's statement of a closed month, or days of a line directly. */
const paidFor = z.union([
  z.strictObject({ kind: z.literal('invoice'), invoiceId: idOf('invoice'), ...pence }),
  z.strictObject({
    kind: z.literal('statement'),
    /** The first day of the closed month. */
    month: londonDateField(),
    /** Whose statement it is. */
    of: idOf('agency'),
    ...pence,
  }),
  z.strictObject({ kind: z.literal('line'), ...lineFields(), ...pence }),
]);
export type PaidFor = z.infer<typeof paidFor>;

const isOverpaid = (overpaid: unknown): overpaid is object => typeof overpaid === 'object' && overpaid !== null;

export const PaymentRecorded = defineEvent({
  type: 'PaymentRecorded',
  version: 3,
  stream: 'payment',
  meaning: 'An agency paid a sum on a day, and said for what: invoices, statements, or days of a line directly.',
  data: z.strictObject({
    paymentId: idOf('payment'),
    paidBy: idOf('agency'),
    payee: payeeField(),
    for: z.array(paidFor).min(1),
    totalPence: penceField(),
    on: londonDateField(),
    /** By which the bank or the ledger knows it. */
    reference: textField(100),
    /** A breach, told with its reason: more was paid than these invoices and statements had left, or for days that a line does not have. `null` where it was not. */
    overpaid: z
      .strictObject({
        because: becauseField(),
        invoices: z.array(z.strictObject({ invoiceId: idOf('invoice'), leftPence: penceField(), paidPence: penceField() })),
        /** By their months, and whose they are. */
        statements: z.array(z.strictObject({ month: londonDateField(), of: idOf('agency'), leftPence: penceField(), paidPence: penceField() })),
      })
      .nullable(),
    late: lateField(),
  }),
  effective: 'on',
  sentence: ({ paidBy, payee, totalPence, overpaid, late }, words) => {
    const to = payee.kind === 'agency' ? words.agency(payee.agencyId) : payee.kind === 'family' ? 'the family' : 'the provider';
    return toldLate(late, `${words.agency(paidBy)} paid ${words.money(totalPence)} to ${to}${overpaid === null ? '.' : `, more than was left to pay: ${overpaid.because}`}`, words);
  },
  // Version 1 held no payment of a statement against anything.
  upcasts: { 1: ({ overpaid, ...kept }) => ({ ...kept, overpaid: isOverpaid(overpaid) ? { ...overpaid, statements: [] } : null }), 2: countedOnItsDay },
});

export const PaymentReversed = defineEvent({
  type: 'PaymentReversed',
  version: 2,
  stream: 'payment',
  meaning: 'A payment came back or was stopped, whole: from this day on it counts for nothing; that it was made stays on the record.',
  data: z.strictObject({ paymentId: idOf('payment'), on: londonDateField(), because: becauseField(), late: lateField() }),
  effective: 'on',
  sentence: ({ because, late }, words) => toldLate(late, `The payment was reversed: ${because}`, words),
  upcasts: { 1: countedOnItsDay },
});

export const paymentEvents = [PaymentRecorded, PaymentReversed] as const;
