import type { BillingParty, PaidFor, Payee, PaymentRecorded, PaymentReversed } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, formatPounds, noPence, sumPence } from '@accord/shared/kernel';
import type { Decider, Decision, Id, LondonDate, Pence, Refusal, SignedPence } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { refuseUnknownInvoice } from './invoice';
import { leftToPay } from './invoice-state';
import type { InvoiceState } from './invoice-state';
import { beyondLines, linesPaid, paidDaysKey, refuseBeyondLine, refuseLines } from './line-to-pay';
import type { LinesToPay } from './line-to-pay';
import { moneyDay } from './money-days';
import type { ClosedYears, OnADay } from './money-days';
import { evolvePayment } from './payment-state';
import { refuseBeyondStatement, refuseStatements, statementKey, statementsPaid } from './statement-to-pay';
import type { Paying, StatementPaid, StatementsToPay } from './statement-to-pay';
import type { PaymentState, RecordedPaymentEvent } from './payment-state';

/** Records what the agency of the person who asks paid. */
export interface RecordPayment extends OnADay {
  readonly type: 'RecordPayment';
  readonly paymentId: Id<'payment'>;
  readonly paidBy: Id<'agency'>;
  readonly payee: Payee;
  readonly for: readonly PaidFor[];
  readonly totalPence: Pence;
  readonly reference: string;
  /** Why more was paid than an invoice or a statement had left, or for days that a line does not have; the payment is then told as a breach. */
  readonly overpaidBecause: string | null;
}
export interface ReversePayment extends OnADay {
  readonly type: 'ReversePayment';
  readonly agencyId: Id<'agency'>;
  readonly because: string;
}
export type PaymentCommand = RecordPayment | ReversePayment;

/** An invoice as a payment finds it. */
export interface InvoiceToPay {
  readonly state: InvoiceState;
  /** By payments that were not reversed. */
  readonly paidPence: SignedPence;
  /** The billed agency, and those to which its functions have passed. */
  readonly billed: readonly Id<'agency'>[];
  /** The agency that bills, where one does, and those to which its functions have passed. */
  readonly billing: readonly Id<'agency'>[];
}
export interface PaymentFacts {
  readonly closedYears: ClosedYears;
  /** Every month whose statements are closed, by its first day. */
  readonly closedMonths: ReadonlySet<LondonDate>;
  /** The provider or agency that is paid, where it is registered in this area. */
  readonly registered: ReadonlySet<string>;
  /** Those that are paid, of closed months. */
  readonly statements: StatementsToPay;
  readonly invoices: ReadonlyMap<Id<'invoice'>, InvoiceToPay>;
  /** Those of which days are paid directly, where there are such lines. */
  readonly lines: LinesToPay;
  /** Who paid, and those to which its functions have passed: for a payment on record. */
  readonly payers: readonly Id<'agency'>[];
}

type NewPaymentEvent = New<typeof PaymentRecorded> | New<typeof PaymentReversed>;

/** Payments: of invoices, of statements, and of days of a line directly; reversed whole, and never changed. */
export const paymentDecider: Decider<PaymentCommand, PaymentState, NewPaymentEvent, RecordedPaymentEvent, PaymentFacts> = {
  initial: { status: 'unknown' },
  evolve: evolvePayment,
  decide(command, state, facts) {
    switch (command.type) {
      case 'RecordPayment':
        return recordPayment(command, state, facts);
      case 'ReversePayment':
        return reversePayment(command, state, facts);
    }
  },
};

export const refuseUnknownPayment = (): Refusal => refuseFunding('payment-unknown', 'There is no payment with this id: record it first.');

function recordPayment(command: RecordPayment, state: PaymentState, facts: PaymentFacts): Decision<NewPaymentEvent> {
  if (state.status !== 'unknown') return refuseFunding('payment-already-recorded', `This payment is on record as ${state.payment.paymentId}.`);
  const refusal = refuseSums(command) ?? refuseRepeated(command) ?? refusePayee(command, facts) ?? refuseInvoices(command, facts) ?? refuseLines(command.for, facts.lines) ?? refuseMonths(command, facts);
  if (refusal) return refusal;
  const paid = { invoices: invoicesPaid(command, facts), statements: statementsOf(command, facts) };
  const day = moneyDay({ ...command, closedYears: facts.closedYears, figures: bothFigures(command, paid, facts.lines) });
  if (!day.ok) return day;
  const beyond = { invoices: paid.invoices.filter(isBeyond), statements: paid.statements.filter(isBeyond) };
  const overpayment = refuseOverpayment(beyond) ?? beyondLines(command.for, facts.lines).map(refuseBeyondLine)[0];
  if (overpayment && command.overpaidBecause === null) return overpayment;
  const { paymentId, paidBy, payee, totalPence, reference, overpaidBecause: because } = command;
  const overpaid = because === null || overpayment === undefined ? null : { because, ...beyond };
  return accept({ type: 'PaymentRecorded', data: { paymentId, paidBy, payee, for: [...command.for], totalPence, ...day.value, reference, overpaid } });
}

function refuseSums({ for: paidFor, totalPence }: RecordPayment): Refusal | undefined {
  if (paidFor.some(({ pence }) => pence === 0)) return refuseFunding('payment-of-nothing', 'Give the sum that was paid for each thing, a penny or more.');
  const summed = sumPence(paidFor.map(({ pence }) => pence));
  if (summed === totalPence) return undefined;
  return refuseFunding('payment-totals-differ', `${formatPounds(totalPence)} is stated as paid, and what it is for makes ${formatPounds(summed)}: give the two as the bank has them.`);
}

function refuseRepeated({ for: paidFor }: RecordPayment): Refusal | undefined {
  const names = paidFor.map(nameOf);
  if (new Set(names).size === names.length) return undefined;
  return refuseFunding('payment-repeats-itself', 'The payment names the same invoice, statement or days twice: give each once, with the whole sum.');
}

function nameOf(each: PaidFor): string {
  switch (each.kind) {
    case 'invoice':
      return each.invoiceId;
    case 'statement':
      return statementKey(each);
    case 'line':
      return [each.decisionId, each.lineId, each.days.from, each.days.to].join(' ');
  }
}

function refusePayee({ payee, paidBy, for: paidFor }: RecordPayment, { registered }: PaymentFacts): Refusal | undefined {
  if (payee.kind === 'agency') {
    if (payee.agencyId === paidBy) return refuseFunding('payment-payee-unclear', 'An agency does not pay itself: name the other agency, or the provider.');
    if (!registered.has(payee.agencyId)) {
      return refuseFunding('payment-payee-unknown', `No agency with the id ${payee.agencyId} is registered in this area; register it first, or name another.`);
    }
    return undefined;
  }
  if (paidFor.some(({ kind }) => kind === 'statement')) return refuseFunding('payment-payee-unclear', 'A statement is settled between agencies: name the agency that was paid.');
  const ofLines = paidFor.every(({ kind }) => kind === 'line');
  if (payee.kind === 'family') return ofLines ? undefined : refuseFunding('payment-payee-unclear', 'A direct payment to a family is for days of its line, not for an invoice.');
  // Whoever bills was asked after when the invoice was recorded.
  if (!ofLines || registered.has(payee.providerId)) return undefined;
  return refuseFunding('payment-payee-unknown', `No provider with the id ${payee.providerId} is registered in this area; register it first, or name another.`);
}

function refuseInvoices({ for: paidFor, paidBy, payee }: RecordPayment, { invoices }: PaymentFacts): Refusal | undefined {
  for (const each of paidFor) {
    if (each.kind !== 'invoice') continue;
    const found = invoices.get(each.invoiceId);
    if (found === undefined || found.state.status === 'unknown') return refuseUnknownInvoice();
    if (!found.billed.includes(paidBy)) {
      return refuseFunding('invoice-of-another', 'The invoice bills another agency. What yours paid all the same, record as paid for the days of the line.');
    }
    if (!isBiller(payee, found.state.invoice.from, found.billing)) {
      return refuseFunding('payment-payee-unclear', 'The invoice is another’s than the payee’s. What was paid to somebody else, record as paid for the days of the line.');
    }
  }
  return undefined;
}

function isBiller(payee: Payee, from: BillingParty, billing: readonly Id<'agency'>[]): boolean {
  if (from.kind === 'agency') return payee.kind === 'agency' && billing.includes(payee.agencyId);
  return payee.kind === 'provider' && payee.providerId === from.providerId;
}

function refuseMonths(command: RecordPayment, { closedMonths, statements }: PaymentFacts): Refusal | undefined {
  const open = command.for.find((each) => each.kind === 'statement' && !closedMonths.has(each.month));
  const paying = payingOf(command);
  if (open?.kind !== 'statement') return paying && refuseStatements(paying, statements);
  return refuseFunding('payment-month-not-closed', `No month that begins on ${formatLondonDate(open.month)} is closed, so there is no statement to pay: close it first, or name the first day of one that is.`);
}

/** An invoice with what is left of it, and what is paid of it. */
interface InvoicePaid {
  readonly invoiceId: Id<'invoice'>;
  readonly leftPence: Pence;
  readonly paidPence: Pence;
}
interface NamedPaid {
  readonly invoices: readonly InvoicePaid[];
  readonly statements: readonly StatementPaid[];
}
const isBeyond = ({ leftPence, paidPence }: Pick<InvoicePaid, 'leftPence' | 'paidPence'>): boolean => paidPence > leftPence;

/** The invoices that are paid; one that is held has nothing left, for nothing is owed. */
function invoicesPaid({ for: paidFor }: RecordPayment, { invoices }: PaymentFacts): InvoicePaid[] {
  return paidFor.flatMap((each): InvoicePaid[] => {
    if (each.kind !== 'invoice') return [];
    const found = invoices.get(each.invoiceId);
    if (found === undefined || found.state.status === 'unknown') return [];
    const left = leftToPay(found.state, found.paidPence);
    // The cast is the brand: below nought, where it was overpaid before, nothing is left.
    const leftPence = left < 0 ? noPence : (left as number as Pence);
    return [{ invoiceId: each.invoiceId, leftPence, paidPence: each.pence }];
  });
}

/** Payer and payee, where it is between two agencies: only then are statements paid. */
const payingOf = ({ paidBy, payee, for: paidFor }: RecordPayment): Paying | undefined =>
  payee.kind === 'agency' ? { paidBy, payee: payee.agencyId, for: paidFor } : undefined;

function statementsOf(command: RecordPayment, { statements }: PaymentFacts): StatementPaid[] {
  const paying = payingOf(command);
  return paying === undefined ? [] : statementsPaid(paying, statements);
}

/** What is paid beside what is left to pay of it, and beside what the days cost that are paid directly: for a person who decides in which year it belongs. */
function bothFigures({ for: paidFor }: RecordPayment, { invoices, statements }: NamedPaid, lines: LinesToPay): string {
  const named = [...invoices, ...statements];
  const directly = linesPaid(paidFor);
  const costPence = sumPence(directly.map((each) => lines.get(paidDaysKey(each))?.costPence ?? noPence));
  const told = [
    ...(named.length === 0 ? [] : [`${formatPounds(sumPence(named.map(({ paidPence }) => paidPence)))} is paid of what has ${formatPounds(sumPence(named.map(({ leftPence }) => leftPence)))} left to pay`]),
    ...(directly.length === 0 ? [] : [`${formatPounds(sumPence(directly.map(({ pence }) => pence)))} is paid directly for days that cost ${formatPounds(costPence)}`]),
  ];
  return `${told.join('; ')}.`;
}

function refuseOverpayment({ invoices: [invoice], statements: [statement] }: NamedPaid): Refusal | undefined {
  if (invoice) return refuseBeyondInvoice(invoice);
  return statement && refuseBeyondStatement(statement);
}

const refuseBeyondInvoice = ({ invoiceId, leftPence, paidPence }: InvoicePaid): Refusal =>
  refuseFunding(
    'payment-exceeds-invoice',
    `${formatPounds(paidPence)} is paid of invoice ${invoiceId}, which has ${formatPounds(leftPence)} left to pay; one that is held has nothing until it is released. Where it was paid all the same, give overpaidBecause, and it is recorded as an overpayment.`,
  );

function reversePayment(command: ReversePayment, state: PaymentState, facts: PaymentFacts): Decision<NewPaymentEvent> {
  if (state.status === 'unknown') return refuseUnknownPayment();
  if (!facts.payers.includes(command.agencyId)) return refuseFunding('payment-of-another', 'Another agency made this payment: ask somebody of that agency.');
  const { paymentId, on: paidOn } = state.payment;
  if (state.status === 'reversed') return refuseFunding('payment-already-reversed', 'This payment was reversed already, whole. Record a new one where it was paid again.');
  const day = moneyDay({ ...command, closedYears: facts.closedYears, notBefore: { day: paidOn, what: 'The payment' } });
  if (!day.ok) return day;
  return accept({ type: 'PaymentReversed', data: { paymentId, ...day.value, because: command.because } });
}
