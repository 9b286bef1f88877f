import type { FactsAsOf, MoneyOnRecord } from '@accord/funding/application';
import { invoiceEvents, paymentEvents } from '@accord/funding/contracts';
import { countingBy, moneyBook } from '@accord/funding/domain';
import type { BilledLine, MoneyBook, MoneyFact } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import { factReader } from '../fact-of-row';
import type { MoneyTables } from './money-tables';

/** Only what counted by a day and was recorded by an instant; absent: all. */
export type MoneyAsOf = Pick<FactsAsOf, 'asAt' | 'knownAt'>;

/** So many invoices or payments are folded at a time. */
const CHUNK = 200;

/** Reads invoices and payments from the projection `money`, folded from their own events. */
export class MoneyReader implements MoneyOnRecord {
  private readonly factOf: (row: EventRow) => MoneyFact;

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
  ) {
    this.factOf = factReader(catalogue, [...invoiceEvents, ...paymentEvents]);
  }

  async invoicesOfLines(lines: readonly Pick<BilledLine, 'decisionId' | 'lineId' | 'days'>[]): Promise<readonly Id<'invoice'>[]> {
    const found = new Set<Id<'invoice'>>();
    for (const { decisionId, lineId, days } of lines) {
      const rows = await this.tables
        .selectFrom('money_lines')
        .innerJoin('money_agencies', 'money_agencies.money_id', 'money_lines.money_id')
        .select('money_lines.money_id')
        .where('kind', '=', 'invoice')
        .where('decision_id', '=', decisionId)
        .where('line_id', '=', lineId)
        .where('from_day', '<', days.to)
        .where('to_day', '>', days.from)
        .execute();
      // The rows of this kind hold `invoiceId` of validated events.
      for (const { money_id } of rows) found.add(money_id as Id<'invoice'>);
    }
    return [...found].sort();
  }

  async paymentsOfInvoice(invoiceId: Id<'invoice'>): Promise<readonly Id<'payment'>[]> {
    const rows = await this.tables.selectFrom('money_payments').select('payment_id').where('invoice_id', '=', invoiceId).orderBy('payment_id').execute();
    return rows.map(({ payment_id }) => payment_id);
  }

  async paymentsOfStatements(month: LondonDate, paidBy: readonly Id<'agency'>[]): Promise<readonly Id<'payment'>[]> {
    const rows = await this.tables
      .selectFrom('money_statements')
      .innerJoin('money_agencies', 'money_agencies.money_id', 'money_statements.payment_id')
      .select('money_statements.payment_id')
      .distinct()
      .where('month_day', '=', month)
      .where('kind', '=', 'payment')
      .where('agency_id', 'in', paidBy)
      .orderBy('money_statements.payment_id')
      .execute();
    // The rows of this table hold `paymentId` of validated events.
    return rows.map(({ payment_id }) => payment_id as Id<'payment'>);
  }

  /** Everything that is known of money for the child's lines. */
  async bookOfChild(childId: Id<'child'>, asOf: MoneyAsOf): Promise<MoneyBook> {
    const rows = await this.tables.selectFrom('money_lines').select('money_id').distinct().where('child_id', '=', childId).execute();
    return this.bookOf(rows.map(({ money_id }) => money_id), asOf);
  }

  /**
   * What an agency was billed and paid for the days of a window, so many invoices or payments at a time. An invoice is
   * in one of the books alone, with all its payments; so is a payment that pays no invoice.
   */
  async *booksOfAgency(agencyId: Id<'agency'>, window: ClosedPeriod, asOf: MoneyAsOf = {}): AsyncGenerator<MoneyBook> {
    for (let after = ''; ; ) {
      const ids = await this.invoicesConcerning(agencyId, window, after);
      const book = await this.bookOf(ids, asOf);
      yield { invoices: book.invoices, payments: book.payments.map(ofInvoicesOnly) };
      if (ids.length < CHUNK) break;
      after = ids.at(-1) ?? after;
    }
    for (let after = ''; ; ) {
      const ids = await this.paymentsBesides(agencyId, window, after);
      yield { invoices: [], payments: (await this.bookOf(ids, asOf)).payments };
      if (ids.length < CHUNK) return;
      after = ids.at(-1) ?? after;
    }
  }

  /** The book of these invoices and payments, and of every payment of the invoices. */
  async bookOf(ids: readonly string[], asOf: MoneyAsOf): Promise<MoneyBook> {
    const facts: MoneyFact[] = [];
    for (let place = 0; place < ids.length; place += CHUNK) {
      const some = ids.slice(place, place + CHUNK);
      const paying = await this.tables.selectFrom('money_payments').select('payment_id').where('invoice_id', 'in', some).execute();
      facts.push(...(await this.facts([...new Set([...some, ...paying.map(({ payment_id }) => payment_id)])], asOf)));
    }
    return moneyBook(distinct(facts));
  }

  /** Invoices about those days that bill the agency, or that it paid. */
  private async invoicesConcerning(agencyId: string, window: ClosedPeriod, after: string): Promise<readonly string[]> {
    const paid = this.tables
      .selectFrom('money_payments')
      .innerJoin('money_agencies', 'money_agencies.money_id', 'money_payments.payment_id')
      .select('money_payments.invoice_id')
      .where('agency_id', '=', agencyId);
    const billed = this.tables.selectFrom('money_agencies').select('money_id').where('agency_id', '=', agencyId).where('kind', '=', 'invoice');
    const rows = await this.tables
      .selectFrom('money_lines')
      .select('money_id')
      .distinct()
      .where((of) => of.or([of('money_id', 'in', billed), of('money_id', 'in', paid)]))
      .where('from_day', '<', window.to)
      .where('to_day', '>', window.from)
      .where('money_id', '>', after)
      .orderBy('money_id')
      .limit(CHUNK)
      .execute();
    return rows.map(({ money_id }) => money_id);
  }

  /** Payments of the agency directly for lines on those days, or for statements of months that begin on them. */
  private async paymentsBesides(agencyId: string, window: ClosedPeriod, after: string): Promise<readonly string[]> {
    const ofLines = this.tables.selectFrom('money_lines').select('money_id').where('from_day', '<', window.to).where('to_day', '>', window.from);
    const ofStatements = this.tables.selectFrom('money_statements').select('payment_id').where('month_day', '<', window.to).where('month_day', '>=', window.from);
    const rows = await this.tables
      .selectFrom('money_agencies')
      .select('money_id')
      .where('agency_id', '=', agencyId)
      .where('kind', '=', 'payment')
      .where((of) => of.or([of('money_id', 'in', ofLines), of('money_id', 'in', ofStatements)]))
      .where('money_id', '>', after)
      .orderBy('money_id')
      .limit(CHUNK)
      .execute();
    return rows.map(({ money_id }) => money_id);
  }

  private async facts(ids: readonly string[], { asAt, knownAt }: MoneyAsOf): Promise<MoneyFact[]> {
    if (ids.length === 0) return [];
    let query = this.tables.selectFrom('money_events').selectAll().where('money_id', 'in', ids);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    const facts = (await query.orderBy('position').execute()).map((row) => this.factOf(row));
    return asAt === undefined ? facts : countingBy(facts, asAt);
  }

  private get tables() {
    return this.store.withTables<MoneyTables>();
  }
}

/** A payment may pay invoices of two chunks, and is read with each. */
function distinct(facts: readonly MoneyFact[]): Iterable<MoneyFact> {
  return new Map(facts.map((fact) => [fact.origin.eventId, fact])).values();
}

/** What a payment pays besides invoices is told once, by itself. */
function ofInvoicesOnly(booked: MoneyBook['payments'][number]): MoneyBook['payments'][number] {
  const { payment } = booked.state;
  return { ...booked, state: { ...booked.state, payment: { ...payment, for: payment.for.filter(({ kind }) => kind === 'invoice') } } };
}
