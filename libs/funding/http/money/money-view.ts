import { heldReasonInWords } from '@accord/funding/contracts';
import type { PaidFor, Payee } from '@accord/funding/contracts';
import { inAllOf, invoiceStanding, leftAfterCredits, leftToPay, owedBy, paidOfInvoice } from '@accord/funding/domain';
import type { BookedInvoice, BookedPayment, InvoiceOnRecord } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import { formatPounds, sumPence } from '@accord/shared/kernel';

const partyInWords = (party: Payee, words: Words) => (party.kind === 'agency' ? { ...party, agency: words.agency(party.agencyId) } : party);

/** An invoice in a list: what it is, whether it counts, and what is left to pay of it. */
export function invoiceEntry({ state }: BookedInvoice, payments: readonly BookedPayment[], words: Words) {
  const { invoiceId, from, to, number, on, totalPence, late } = state.invoice;
  const paidPence = sumPence(payments.map((payment) => paidOfInvoice(payment.state, invoiceId)));
  const leftPence = leftToPay(state, paidPence);
  const notCreditedPence = sumPence(leftAfterCredits(state).map(inAllOf));
  return {
    ...{ invoiceId, number, on, from: partyInWords(from, words), to, agency: words.agency(to) },
    ...{ standing: invoiceStanding(state), totalPence, notCreditedPence, owedPence: owedBy(state), paidPence, leftPence, late },
    /** More was paid than is owed: recorded so, or come about by a credit or by two payments at once. */
    breach: leftPence < 0 ? ('overpaid' as const) : null,
    differences: differencesOf(state),
  };
}

/** Each line that differs from what is committed, both figures beside each other. */
const differencesOf = ({ invoice }: InvoiceOnRecord) =>
  invoice.lines.flatMap(({ held, netPence, committedPence, billedBeforePence }, place) =>
    held.length === 0
      ? []
      : [{ line: place + 1, billedPence: netPence, committedPence, billedBeforePence, reasons: held, says: `Line ${place + 1} bills ${formatPounds(netPence)}; ${formatPounds(committedPence)} is committed: ${held.map(heldReasonInWords).join(', ')}.` }],
  );

/** An invoice whole: its lines, credits, release, and the payments that it was paid by. */
export function invoiceInDetail(booked: BookedInvoice, payments: readonly BookedPayment[], words: Words) {
  const { invoice, credits, release } = booked.state;
  const left = leftAfterCredits(booked.state);
  return {
    ...invoiceEntry(booked, payments, words),
    ...{ netPence: invoice.netPence, vatPence: invoice.vatPence },
    lines: invoice.lines.map((line, place) => ({ line: place + 1, ...line, left: left[place] })),
    credits: credits.map(({ creditId, on, lines, because, late }) => ({ creditId, on, lines, because, late })),
    release: release === undefined ? null : { ...release, agency: words.agency(release.agencyId) },
    payments: payments.flatMap(({ state }) => {
      const { paymentId, paidBy, on, for: paidFor } = state.payment;
      const pence = paidFor.flatMap((each) => (each.kind === 'invoice' && each.invoiceId === invoice.invoiceId ? [each.pence] : []));
      return pence.length === 0 ? [] : [{ paymentId, paidBy, on, status: state.status, pence: sumPence(pence) }];
    }),
    events: booked.origins,
    revision: booked.origins.at(-1)?.revision,
  };
}

/** A payment in a list: who paid whom, how much of what, and whether it was reversed. */
export function paymentEntry({ state }: BookedPayment, words: Words) {
  const { paymentId, paidBy, payee, for: paidFor, totalPence, on, reference, overpaid, late } = state.payment;
  const paidOf = (kind: PaidFor['kind']) => sumPence(paidFor.filter((each) => each.kind === kind).map(({ pence }) => pence));
  return {
    ...{ paymentId, reference, on, paidBy, agency: words.agency(paidBy), payee: partyInWords(payee, words), standing: state.status, totalPence },
    ...{ ofInvoicesPence: paidOf('invoice'), ofStatementsPence: paidOf('statement'), directlyPence: paidOf('line') },
    ...{ breach: overpaid === null ? null : ('overpaid' as const), late },
  };
}

/** A payment whole: who paid whom for what, and whether it was reversed. */
export function paymentInDetail(booked: BookedPayment, words: Words) {
  const { state, origins } = booked;
  const { for: paidFor, overpaid } = state.payment;
  return {
    ...paymentEntry(booked, words),
    ...{ for: paidFor, status: state.status, overpaid, reversal: state.reversal ?? null },
    ...{ events: origins, revision: origins.at(-1)?.revision },
  };
}

export type InvoiceEntry = ReturnType<typeof invoiceEntry>;
export type PaymentEntry = ReturnType<typeof paymentEntry>;
