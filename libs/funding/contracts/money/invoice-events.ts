import { defineEvent, idOf, londonDateField, penceField, textField } from '@accord/shared/event-contracts';
import type { Words } from '@accord/shared/event-contracts';
import { z } from 'zod';
import { vatStatuses } from '../line-terms';
import { becauseField, countedOnItsDay, inAll, lateField, lineFields, netAndVatFields, partyField, toldLate } from './money-fields';

/**
 * Why a line of an invoice is held: it bills more than is committed on its days, and this is what is known of why; or
 * the tax on it stands otherwise than was arranged.
 */
export const heldReasons = [
  'line-unknown',
  'not-in-effect',
  'suspended',
  'another-provider',
  'commissioned-by-another',
  'paid-by-fund',
  'costs-less',
  'billed-already',
  'vat-otherwise',
] as const;
export type HeldReason = (typeof heldReasons)[number];

const heldInWords: Readonly<Record<HeldReason, string>> = {
  'line-unknown': 'no such line was decided for the child',
  'not-in-effect': 'the line has no effect on some of the days',
  suspended: 'the line is suspended on some of the days',
  'another-provider': 'another provider is arranged',
  'commissioned-by-another': 'another agency commissions the line',
  'paid-by-fund': 'a pooled fund pays for some of the days, and another agency hosts it',
  'costs-less': 'the days cost less',
  'billed-already': 'these days were billed already',
  'vat-otherwise': 'value added tax was arranged otherwise',
};
/** Why a line is held, as a person reads it. */
export const heldReasonInWords = (reason: HeldReason): string => heldInWords[reason];

const invoiceLine = z.strictObject({
  ...lineFields(),
  ...netAndVatFields(),
  vat: z.enum(vatStatuses),
  /** What the days of the line bound the billed agency to towards whoever bills, as known when the invoice was recorded. */
  committedPence: penceField(),
  /** What earlier lines and invoices had billed for the same days, credits taken off. */
  billedBeforePence: penceField(),
  /** Empty where the line agrees with what is committed. */
  held: z.array(z.enum(heldReasons)),
});

export const InvoiceRecorded = defineEvent({
  type: 'InvoiceRecorded',
  version: 3,
  stream: 'invoice',
  meaning:
    'An agency recorded an invoice that it was sent, each line held against what is committed on its days; it counts as invoiced at once only where every line agrees.',
  data: z.strictObject({
    invoiceId: idOf('invoice'),
    from: partyField(),
    /** The agency that is billed, which recorded it. */
    to: idOf('agency'),
    /** As printed on the invoice. */
    number: textField(100),
    /** The day that the invoice bears. */
    on: londonDateField(),
    lines: z.array(invoiceLine).min(1),
    ...netAndVatFields(),
    totalPence: penceField(),
    late: lateField(),
  }),
  effective: 'on',
  sentence({ number, to, on, totalPence, lines, late }, words) {
    const told = `Invoice ${number} of ${words.date(on)} to ${words.agency(to)} over ${words.money(totalPence)} was recorded`;
    const held = lines.filter((line) => line.held.length > 0).map((line) => differenceInWords(line, words));
    return toldLate(late, held.length === 0 ? `${told}, and agrees with what is committed.` : `${told} and is held: ${held.join('; ')}.`, words);
  },
  // Version 2 held no line because of a pooled fund.
  upcasts: { 1: countedOnItsDay, 2: (data) => data },
});

const differenceInWords = ({ netPence, committedPence, held }: z.infer<typeof invoiceLine>, words: Words): string =>
  `${words.money(netPence)} is billed and ${words.money(committedPence)} committed (${held.map(heldReasonInWords).join(', ')})`;

export const InvoiceReleased = defineEvent({
  type: 'InvoiceReleased',
  version: 2,
  stream: 'invoice',
  meaning: 'The billed agency decided, with a reason, that an invoice which was held counts as billed. No figure was changed.',
  data: z.strictObject({
    invoiceId: idOf('invoice'),
    on: londonDateField(),
    /** The billed agency, or the one that has its functions. */
    agencyId: idOf('agency'),
    because: becauseField(),
    late: lateField(),
  }),
  effective: 'on',
  sentence: ({ agencyId, because, late }, words) => toldLate(late, `${words.agency(agencyId)} released the invoice, which counts as billed: ${because}`, words),
  upcasts: { 1: countedOnItsDay },
});

export const InvoiceCredited = defineEvent({
  type: 'InvoiceCredited',
  version: 2,
  stream: 'invoice',
  meaning: 'Part or all of an invoice was credited, line by line: a new entry of its own day, which takes nothing back of what was recorded.',
  data: z.strictObject({
    invoiceId: idOf('invoice'),
    creditId: idOf('invoice-credit'),
    on: londonDateField(),
    lines: z
      .array(
        z.strictObject({
          /** The place of the line on the invoice, from 1. */
          line: z.int().min(1),
          ...netAndVatFields(),
        }),
      )
      .min(1),
    because: becauseField(),
    late: lateField(),
  }),
  effective: 'on',
  sentence: ({ lines, because, late }, words) => toldLate(late, `Of the invoice ${words.money(inAll(lines))} was credited: ${because}`, words),
  upcasts: { 1: countedOnItsDay },
});

export const invoiceEvents = [InvoiceRecorded, InvoiceReleased, InvoiceCredited] as const;
