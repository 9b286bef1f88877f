import { addDays, cutAt, intersect, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, SignedPence } from '@accord/shared/kernel';
import type { FactOrigin } from '../funding-picture';
import type { FigureEntry, FigureName } from './figure-entry';
import { inAllOf, invoiceStanding, leftAfterCredits } from './invoice-state';
import type { InvoiceLine } from './invoice-state';
import type { BookedInvoice, BookedPayment, MoneyBook } from './money-book';
import { paidOfInvoice } from './payment-state';
import { shareOfDays, sharedByWeights } from './sharing-out';

/** The days asked about, and where they are cut. */
export interface Asked {
  readonly window: ClosedPeriod;
  readonly cuts: readonly LondonDate[];
}

/**
 * What was billed and paid for the days of a window. A billed sum lies evenly over the days that it is for; what was
 * paid of an invoice, over its lines by what credits have left of each. Cutting the window changes no total, and
 * neither does the order in which anything was recorded.
 */
export function billedEntries({ invoices, payments }: MoneyBook, asked: Asked): FigureEntry[] {
  return [
    ...invoices.flatMap((invoice) => [...invoicedEntries(invoice, asked), ...paidOfInvoices(invoice, payments, asked)]),
    ...payments.flatMap((payment) => [...paidDirectly(payment, asked), ...paidOfStatements(payment, asked)]),
  ];
}

type OfLine = Omit<FigureEntry, 'days' | 'pence'>;

/** The entry for each piece of the days that the window covers, but for those of nothing. */
function piecesOf(entry: OfLine, { days, pence }: Pick<FigureEntry, 'days' | 'pence'>, { window, cuts }: Asked): FigureEntry[] {
  const covered = intersect(days, window);
  if (covered === undefined) return [];
  return cutAt(covered, cuts)
    .map((piece) => ({ ...entry, days: piece, pence: shareOfDays(pence, days, piece) }))
    .filter((piece) => piece.pence !== 0);
}

function ofLine(figure: FigureName, { state: { invoice }, origins }: BookedInvoice, line: InvoiceLine): OfLine {
  const { decisionId, lineId, childId } = line;
  const providerId = invoice.from.kind === 'provider' ? invoice.from.providerId : null;
  return { figure, agencyId: invoice.to, childId, decisionId, lineId, category: null, providerId, origins };
}

function invoicedEntries(booked: BookedInvoice, asked: Asked): FigureEntry[] {
  const left = leftAfterCredits(booked.state);
  const isHeld = invoiceStanding(booked.state) === 'held';
  return booked.state.invoice.lines.flatMap((line, place) => {
    const { days } = line;
    const { netPence = noPence, vatPence = noPence } = left[place] ?? {};
    if (isHeld) return piecesOf(ofLine('held', booked, line), { days, pence: netPence }, asked);
    return [
      ...piecesOf(ofLine('invoiced', booked, line), { days, pence: netPence }, asked),
      ...piecesOf(ofLine('invoiced-tax', booked, line), { days, pence: vatPence }, asked),
    ];
  });
}

/** What each agency paid of an invoice, by line, and what of it the billed agency has settled by that: counted over the agencies in order of id, so that full payment pays each line full. */
function paidOfInvoices(booked: BookedInvoice, payments: readonly BookedPayment[], asked: Asked): FigureEntry[] {
  const { invoice } = booked.state;
  const weights = leftAfterCredits(booked.state).map(inAllOf);
  let before: SignedPence[] = weights.map(() => noPence);
  let paid: SignedPence = noPence;
  return [...payersOf(invoice.invoiceId, payments)].sort(([one], [two]) => (one < two ? -1 : 1)).flatMap(([agencyId, { pence, origins }]) => {
    paid = sumPence([paid, pence]);
    const until = sharedByWeights(paid, weights);
    const own = until.map((sum, place) => subtractPence(sum, before[place] ?? noPence));
    before = until;
    return invoice.lines.flatMap((line, place) => {
      const sum = { days: line.days, pence: own[place] ?? noPence };
      const settled = { ...ofLine('settled', booked, line), origins };
      return [...piecesOf({ ...settled, figure: 'paid-of-invoices', agencyId }, sum, asked), ...piecesOf(settled, sum, asked)];
    });
  });
}

interface PaidSum {
  readonly pence: SignedPence;
  readonly origins: readonly FactOrigin[];
}

function payersOf(invoiceId: string, payments: readonly BookedPayment[]): ReadonlyMap<Id<'agency'>, PaidSum> {
  const payers = new Map<Id<'agency'>, PaidSum>();
  for (const { state, origins } of payments) {
    // One that was reversed pays nothing, and is among the events that explain what is paid all the same.
    if (!state.payment.for.some((each) => each.kind === 'invoice' && each.invoiceId === invoiceId)) continue;
    const pence = paidOfInvoice(state, invoiceId);
    const known = payers.get(state.payment.paidBy);
    payers.set(state.payment.paidBy, { pence: sumPence([known?.pence ?? noPence, pence]), origins: [...(known?.origins ?? []), ...origins] });
  }
  return payers;
}

function paidDirectly({ state, origins }: BookedPayment, asked: Asked): FigureEntry[] {
  if (state.status === 'reversed') return [];
  const { paidBy: agencyId, payee, for: paidFor } = state.payment;
  const providerId = payee.kind === 'provider' ? payee.providerId : null;
  return paidFor.flatMap((each) => {
    if (each.kind !== 'line') return [];
    const { decisionId, lineId, childId, days, pence } = each;
    return piecesOf({ figure: 'paid-directly', agencyId, childId, decisionId, lineId, category: null, providerId, origins }, { days, pence }, asked);
  });
}

/** A statement is paid as one sum: it lies on the first day of its month, and is shared out over no lines. */
function paidOfStatements({ state, origins }: BookedPayment, asked: Asked): FigureEntry[] {
  if (state.status === 'reversed') return [];
  const { paidBy: agencyId, for: paidFor } = state.payment;
  const nobody = { childId: null, decisionId: null, lineId: null, category: null, providerId: null };
  return paidFor.flatMap((each) => {
    if (each.kind !== 'statement') return [];
    const entry: OfLine = { figure: 'paid-of-statements', agencyId, ...nobody, origins };
    return piecesOf(entry, { days: { from: each.month, to: addDays(each.month, 1) }, pence: each.pence }, asked);
  });
}
