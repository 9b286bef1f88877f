import type { BilledLine, FundFact, FundingPicture } from '@accord/funding/domain';
import type { Id, LondonDate } from '@accord/shared/kernel';

/** Finds invoices and payments, from a read model; their own streams then say what they are. */
export interface MoneyOnRecord {
  /** Invoices that bill any of these days of these lines. */
  invoicesOfLines(lines: readonly Pick<BilledLine, 'decisionId' | 'lineId' | 'days'>[]): Promise<readonly Id<'invoice'>[]>;
  paymentsOfInvoice(invoiceId: Id<'invoice'>): Promise<readonly Id<'payment'>[]>;
  /** Payments by any of these agencies of statements of the month. */
  paymentsOfStatements(month: LondonDate, paidBy: readonly Id<'agency'>[]): Promise<readonly Id<'payment'>[]>;
}

/** What is known now of who pays for a child, for holding an invoice against it. */
export interface PicturesNow {
  pictureNow(childId: Id<'child'>): Promise<FundingPicture>;
  /** The pooled funds that pay for lines. */
  fundsNow(): Promise<readonly FundFact[]>;
}
