import type { MoneyBook } from '@accord/funding/domain';
import { cursorOf } from '@accord/shared/http';
import type { Page, Vocabulary } from '@accord/shared/http';
import type { Id, LondonDate } from '@accord/shared/kernel';
import type { EventEntry } from '@accord/shared/projections';
import type { AgenciesBefore } from '../agencies-before';
import type { MoneyCursor, MoneyFinder, MoneyFound, MoneySought } from './money-finder';
import type { MoneyAsOf, MoneyReader } from './money-reader';
import { invoiceEntry, invoiceInDetail, paymentEntry, paymentInDetail } from './money-view';

/** Which invoices, or which payments. */
export type MoneyListQuestion = Omit<MoneySought, 'kind'>;

export interface UnpaidQuestion {
  readonly agencyId: Id<'agency'>;
  readonly today: LondonDate;
  readonly from: LondonDate | undefined;
  readonly to: LondonDate | undefined;
  readonly page: Page<MoneyCursor>;
}

/** Tells what was recorded in one stream, as sentences: who did it in which role, and when; the composition has it from assurance. */
export interface MoneyTrail {
  ofStream(stream: string, asOf: MoneyAsOf): Promise<readonly EventEntry[]>;
}

export interface MoneyListParts {
  readonly money: Pick<MoneyReader, 'bookOf'>;
  readonly found: Pick<MoneyFinder, 'listed' | 'unsettled'>;
  readonly agencies: AgenciesBefore;
  readonly vocabulary: Vocabulary;
  readonly trail: MoneyTrail;
}

/** Answers which invoices and payments there are, what each is, how that came about, and which invoices are not settled. */
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

  /** Invoices to the agency, the oldest first, as each stood then. */
  async invoices(question: MoneyListQuestion, page: Page<MoneyCursor>) {
    const { found, ...told } = await this.page({ kind: 'invoice', ...question }, page);
    return { ...told, invoices: await this.invoiceEntries(found, question) };
  }

  /** Payments by the agency, the oldest first, as each stood then. */
  async payments(question: MoneyListQuestion, page: Page<MoneyCursor>) {
    const { found, ...told } = await this.page({ kind: 'payment', ...question }, page);
    const [{ payments }, words] = await Promise.all([this.bookOf(found, question), this.parts.vocabulary.words()]);
    return { ...told, payments: inOrder(found, payments, ({ state }) => state.payment.paymentId).map((each) => paymentEntry(each, words)) };
  }

  /**
   * Invoices to the agency that are held, not paid in full, or overpaid, the oldest first; and those to the agencies whose
   * functions have come to it, for it settles them now.
   */
  async unpaid({ agencyId, today, from, to, page }: UnpaidQuestion) {
    const [words, before] = await Promise.all([this.parts.vocabulary.words(), this.parts.agencies.predecessorsOf(agencyId, { asAt: today })]);
    const found = await this.parts.found.unsettled({ agencies: [agencyId, ...before], from, to }, page);
    return { agencyId, agency: words.agency(agencyId), entries: await this.invoiceEntries(found, {}), ...nextOf(found) };
  }

  private async page(sought: MoneySought, page: Page<MoneyCursor>) {
    const { agencyId, asAt, knownAt } = sought;
    const [found, words] = await Promise.all([this.parts.found.listed(sought, page), this.parts.vocabulary.words()]);
    return { found, agencyId, agency: words.agency(agencyId), asAt, knownAt, ...nextOf(found) };
  }

  private async invoiceEntries(found: MoneyFound, asOf: MoneyAsOf) {
    const [{ invoices, payments }, words] = await Promise.all([this.bookOf(found, asOf), this.parts.vocabulary.words()]);
    return inOrder(found, invoices, ({ state }) => state.invoice.invoiceId).map((each) => invoiceEntry(each, payments, words));
  }

  private bookOf({ ids }: MoneyFound, { asAt, knownAt }: MoneyAsOf): Promise<MoneyBook> {
    return this.parts.money.bookOf(ids, { asAt, knownAt });
  }
}

const nextOf = ({ next }: MoneyFound): { readonly next?: string } => (next === undefined ? {} : { next: cursorOf(next) });

/** A book is in order of its streams, a page in that of the days. */
function inOrder<Booked>({ ids }: MoneyFound, booked: readonly Booked[], idOf: (each: Booked) => string): Booked[] {
  const byId = new Map(booked.map((each) => [idOf(each), each]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
