import type { Vocabulary } from '@accord/shared/http';
import { cursorOf } from '@accord/shared/http';
import type { Page } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { AgenciesBefore } from '../agencies-before';
import type { MoneyAsOf, MoneyReader } from './money-reader';
import { invoiceEntry, invoiceInDetail, paymentInDetail } from './money-view';

/** The invoice after which a page begins. */
export type InvoiceCursor = readonly [on: string, invoiceId: string];
export const isInvoiceCursor = (value: unknown): value is InvoiceCursor =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

export interface UnpaidQuestion {
  readonly agencyId: Id<'agency'>;
  readonly today: LondonDate;
  readonly from: LondonDate | undefined;
  readonly to: LondonDate | undefined;
  readonly page: Page<InvoiceCursor>;
}

/** Tells what was recorded in one stream, as sentences: who did it in which role, and when; the composition has it from assurance. */
export interface MoneyTrail {
  ofStream(stream: string, asOf: MoneyAsOf): Promise<readonly object[]>;
}

export interface MoneyListParts {
  readonly money: Pick<MoneyReader, 'bookOf' | 'invoicesOfAgencies'>;
  readonly agencies: AgenciesBefore;
  readonly vocabulary: Vocabulary;
  readonly trail: MoneyTrail;
}

/** Answers what an invoice or a payment is, how that came about, and which invoices are not settled. */
export class MoneyList {
  constructor(private readonly parts: MoneyListParts) {}

  /** What was recorded of an invoice or a payment, in order; for whoever may read the thing itself, which the caller has to see to. */
  async trailOf(stream: `invoice-${string}` | `payment-${string}`, { asAt, knownAt }: MoneyAsOf) {
    return { entries: await this.parts.trail.ofStream(stream, { asAt, knownAt }), asAt, knownAt };
  }

  /** `undefined` where none was known by that id. */
  async invoice(invoiceId: Id<'invoice'>, asOf: MoneyAsOf) {
    const [{ invoices, payments }, words] = await Promise.all([this.parts.money.bookOf([invoiceId], asOf), this.parts.vocabulary.words()]);
    const [found] = invoices;
    return found && { ...invoiceInDetail(found, payments, words), ...asOf };
  }

  /** `undefined` where none was known by that id. */
  async payment(paymentId: Id<'payment'>, asOf: MoneyAsOf) {
    const [{ payments }, words] = await Promise.all([this.parts.money.bookOf([paymentId], asOf), this.parts.vocabulary.words()]);
    const [found] = payments;
    return found && { ...paymentInDetail(found, words), ...asOf };
  }

  /**
   * Invoices to the agency that are held, not paid in full, or overpaid, the oldest first; and those to the agencies whose
   * functions have come to it, for it settles them now.
   */
  async unpaid({ agencyId, today, from, to, page: { cursor, limit } }: UnpaidQuestion) {
    const [words, before] = await Promise.all([this.parts.vocabulary.words(), this.parts.agencies.predecessorsOf(agencyId, { asAt: today })]);
    const entries: ReturnType<typeof invoiceEntry>[] = [];
    for await (const { invoices, payments } of this.parts.money.invoicesOfAgencies([agencyId, ...before], { from, to, after: cursor })) {
      const all = invoices.map((invoice) => invoiceEntry(invoice, payments, words));
      entries.push(...all.filter(({ leftPence, standing, notCreditedPence }) => leftPence !== 0 || (standing === 'held' && notCreditedPence > 0)));
      if (entries.length > limit) break;
    }
    const last = entries.length > limit ? entries[limit - 1] : undefined;
    return { agencyId, agency: words.agency(agencyId), entries: entries.slice(0, limit), ...(last ? { next: cursorOf([last.on, last.invoiceId]) } : {}) };
  }
}
