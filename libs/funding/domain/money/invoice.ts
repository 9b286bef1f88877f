import type { BillingParty, InvoiceCredited, InvoiceRecorded, InvoiceReleased } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, formatPounds, noPence, sumPence } from '@accord/shared/kernel';
import type { Decider, Decision, Id, Pence, Refusal } from '@accord/shared/kernel';
import type { FundFact } from '../fund/funds-paying';
import type { FundingPicture } from '../funding-picture';
import { refuseFunding } from '../refusals';
import { heldAgainst } from './held-against';
import type { ActingAgencies, BilledDays, BilledLine } from './held-against';
import { evolveInvoice, inAllOf, invoiceStanding, leftAfterCredits } from './invoice-state';
import type { InvoiceOnRecord, InvoiceState, NetAndVat, RecordedInvoiceEvent } from './invoice-state';
import { moneyDay } from './money-days';
import type { ClosedYears, DayOfEntry, OnADay } from './money-days';

/** Records an invoice that the agency of the person who asks was sent. */
export interface RecordInvoice extends OnADay, NetAndVat {
  readonly type: 'RecordInvoice';
  /** Name-based on who bills whom under which number, so that the same invoice is one however often it is handed in. */
  readonly invoiceId: Id<'invoice'>;
  readonly from: BillingParty;
  readonly to: Id<'agency'>;
  readonly number: string;
  readonly lines: readonly BilledLine[];
  /** As the invoice states it. */
  readonly totalPence: Pence;
}
/** Decides that an invoice which is held counts, for the agency of the person who asks. */
export interface ReleaseInvoice extends OnADay {
  readonly type: 'ReleaseInvoice';
  readonly agencyId: Id<'agency'>;
  readonly because: string;
}
export interface CreditedLine extends NetAndVat {
  /** The place of the line on the invoice, from 1. */
  readonly line: number;
}
export interface CreditInvoice extends OnADay {
  readonly type: 'CreditInvoice';
  readonly creditId: Id<'invoice-credit'>;
  readonly agencyId: Id<'agency'>;
  readonly lines: readonly CreditedLine[];
  readonly because: string;
}
export type InvoiceCommand = RecordInvoice | ReleaseInvoice | CreditInvoice;

export interface InvoiceFacts extends ActingAgencies {
  readonly closedYears: ClosedYears;
  /** The provider or agency that bills, where it is registered in this area. */
  readonly registered: ReadonlySet<string>;
  /** The billed agency of the invoice on record, and those to which its functions have passed. */
  readonly billed: readonly Id<'agency'>[];
  /** What is known of each child whose lines are billed. */
  readonly pictures: ReadonlyMap<Id<'child'>, FundingPicture>;
  /** The pooled funds that pay for lines. */
  readonly funds: readonly FundFact[];
  /** What the same biller billed the same agency, or one whose functions it has, for any of these lines on other invoices. */
  readonly before: readonly BilledDays[];
}

type NewInvoiceEvent = New<typeof InvoiceRecorded> | New<typeof InvoiceReleased> | New<typeof InvoiceCredited>;

/**
 * Invoices: recorded once, held where they bill more than is committed, released by the billed agency, credited by
 * entries of their own. No figure is ever corrected.
 */
export const invoiceDecider: Decider<InvoiceCommand, InvoiceState, NewInvoiceEvent, RecordedInvoiceEvent, InvoiceFacts> = {
  initial: { status: 'unknown' },
  evolve: evolveInvoice,
  decide(command, state, facts) {
    if (command.type === 'RecordInvoice') return recordInvoice(command, state, facts);
    if (state.status === 'unknown') return refuseUnknownInvoice();
    if (!facts.billed.includes(command.agencyId)) {
      return refuseFunding('invoice-of-another', 'The invoice bills another agency: ask somebody of that agency to act on it.');
    }
    const day = moneyDay({ ...command, closedYears: facts.closedYears, notBefore: { day: state.invoice.on, what: 'The invoice' } });
    if (!day.ok) return day;
    switch (command.type) {
      case 'ReleaseInvoice':
        return releaseInvoice(command, state, day.value);
      case 'CreditInvoice':
        return creditInvoice(command, state, day.value);
    }
  },
};

export const refuseUnknownInvoice = (): Refusal => refuseFunding('invoice-unknown', 'There is no invoice with this id: record it first.');

/** The number of an invoice as it is known again: however it is spaced, and in whichever case. */
export const invoiceNumberKey = (number: string): string => number.normalize('NFKC').replaceAll(/\s+/g, '').toUpperCase();

function recordInvoice(command: RecordInvoice, state: InvoiceState, facts: InvoiceFacts): Decision<NewInvoiceEvent> {
  const refusal = refuseDuplicate(state) ?? refuseParties(command, facts) ?? refuseTax(command.lines) ?? refuseTotals(command);
  if (refusal) return refusal;
  const { invoiceId, from, to, number, netPence, vatPence, totalPence } = command;
  const before: BilledDays[] = [...facts.before];
  const { billedActsFor, billerActsFor } = facts;
  const lines = command.lines.map((line) => {
    const against = heldAgainst({ line, parties: { from, billedActsFor, billerActsFor }, picture: facts.pictures.get(line.childId), funds: facts.funds, before });
    before.push(line);
    return { ...line, ...against };
  });
  const figures = `${formatPounds(netPence)} is billed for days on which ${formatPounds(sumPence(lines.map(({ committedPence }) => committedPence)))} is committed.`;
  const day = moneyDay({ ...command, closedYears: facts.closedYears, figures });
  if (!day.ok) return day;
  return accept({ type: 'InvoiceRecorded', data: { invoiceId, from, to, number, ...day.value, lines, netPence, vatPence, totalPence } });
}

function refuseDuplicate(state: InvoiceState): Refusal | undefined {
  if (state.status === 'unknown') return undefined;
  const { invoiceId, on } = state.invoice;
  return refuseFunding(
    'invoice-already-recorded',
    `This invoice is on record as ${invoiceId}, of ${formatLondonDate(on)}. Go on with it there. Where it was recorded wrongly, credit it whole, and record it again with a note after its number.`,
  );
}

function refuseParties({ from, to }: RecordInvoice, { registered }: InvoiceFacts): Refusal | undefined {
  if (from.kind === 'provider') {
    return registered.has(from.providerId)
      ? undefined
      : refuseFunding('invoice-party-unknown', `No provider with the id ${from.providerId} is registered in this area; register it first, or name another.`);
  }
  if (from.agencyId === to) return refuseFunding('invoice-to-oneself', 'The invoice names your own agency as the one that bills: name the other agency, or the provider.');
  return registered.has(from.agencyId)
    ? undefined
    : refuseFunding('invoice-party-unknown', `No agency with the id ${from.agencyId} is registered in this area; register it first, or name another.`);
}

const untaxed: readonly string[] = ['outside-scope', 'exempt', 'zero-rated'];

function refuseTax(lines: readonly BilledLine[]): Refusal | undefined {
  const place = lines.findIndex(({ vat, vatPence }) => untaxed.includes(vat) && vatPence > 0);
  const line = lines[place];
  if (line === undefined) return undefined;
  return refuseFunding(
    'invoice-tax-unclear',
    `Line ${place + 1} is ${line.vat.replaceAll('-', ' ')} and charges ${formatPounds(line.vatPence)} of value added tax: give the status that the invoice states, or no tax.`,
  );
}

function refuseTotals({ lines, netPence, vatPence, totalPence }: RecordInvoice): Refusal | undefined {
  if (sumPence([netPence, vatPence, totalPence, ...lines.map(inAllOf)]) === 0) {
    return refuseFunding('invoice-of-nothing', 'The invoice comes to nought, so there is nothing to bill: give the sums that it states.');
  }
  const sums = { net: sumPence(lines.map((line) => line.netPence)), tax: sumPence(lines.map((line) => line.vatPence)), total: sumPence(lines.map(inAllOf)) };
  const told = [
    totalDiffers('net', netPence, sums.net),
    totalDiffers('tax', vatPence, sums.tax),
    totalDiffers('total', totalPence, sums.total),
  ].filter((difference) => difference !== undefined);
  if (told.length === 0) return undefined;
  return refuseFunding('invoice-totals-differ', `${told.join('; ')}. Nothing of the invoice was kept: give the figures as it states them, or ask whoever bills.`);
}

const totalDiffers = (which: string, stated: Pence, summed: Pence): string | undefined =>
  stated === summed ? undefined : `The invoice states ${formatPounds(stated)} as its ${which} and its lines make ${formatPounds(summed)}`;

function releaseInvoice({ agencyId, because }: ReleaseInvoice, state: InvoiceOnRecord, day: DayOfEntry): Decision<NewInvoiceEvent> {
  if (invoiceStanding(state) !== 'held') {
    return refuseFunding('invoice-not-held', 'This invoice counts already. Where it should not, record what is credited of it.');
  }
  return accept({ type: 'InvoiceReleased', data: { invoiceId: state.invoice.invoiceId, ...day, agencyId, because } });
}

function creditInvoice({ creditId, lines, because }: CreditInvoice, state: InvoiceOnRecord, day: DayOfEntry): Decision<NewInvoiceEvent> {
  if (sumPence(lines.map(inAllOf)) === 0) return refuseFunding('credit-of-nothing', 'Give the net sum, the tax, or both, that is credited of a line.');
  const refusal = refuseCreditedLines(lines, state);
  if (refusal) return refusal;
  const { invoiceId } = state.invoice;
  return accept({ type: 'InvoiceCredited', data: { invoiceId, creditId, ...day, lines: lines.map((line) => ({ ...line })), because } });
}

function refuseCreditedLines(lines: readonly CreditedLine[], state: InvoiceOnRecord): Refusal | undefined {
  const left = leftAfterCredits(state);
  for (const { line } of lines) {
    const ofLine = left[line - 1];
    if (ofLine === undefined) return refuseFunding('credit-line-unknown', `The invoice has ${left.length === 1 ? 'one line' : `${left.length} lines`} and no line ${line}.`);
    const credited = lines.filter((each) => each.line === line);
    const sums = { netPence: sumOf(credited, 'netPence'), vatPence: sumOf(credited, 'vatPence') };
    if (sums.netPence <= ofLine.netPence && sums.vatPence <= ofLine.vatPence) continue;
    const inWords = ({ netPence, vatPence }: NetAndVat): string => `${formatPounds(netPence)} net and ${formatPounds(vatPence)} of tax`;
    return refuseFunding('credit-exceeds-line', `${inWords(sums)} is to be credited of line ${line}, which has ${inWords(ofLine)} left: credit no more than that.`);
  }
  return undefined;
}

const sumOf = (lines: readonly CreditedLine[], figure: 'netPence' | 'vatPence'): Pence => lines.reduce((sum, line) => sumPence([sum, line[figure]]), noPence);
