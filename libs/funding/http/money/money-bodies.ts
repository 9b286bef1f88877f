import { vatStatuses } from '@accord/funding/contracts';
import type { VatStatus } from '@accord/funding/contracts';
import { invoiceStandings } from '@accord/funding/domain';
import type { InvoiceStanding, PaymentOnRecord } from '@accord/funding/domain';
import { ArrayOf, AsAtPagedQuery, AsAtQuery, IsCount, IsIdOf, IsLondonDate, IsPence, IsText, Nested, OneOf, Optional, PagedQuery } from '@accord/shared/http';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';
import { DaysBody } from '../days-body';

const MOST_LINES = 1_000;
const NO_NAMES = 'No names of people.';
const LATE = `Where its financial year is closed: why it comes late. It keeps its day, and counts from today on. ${NO_NAMES}`;

export class BillingPartyBody {
  @Optional()
  @IsIdOf('provider', 'The provider; one of provider and agency is named.')
  readonly providerId?: Id<'provider'>;
  @Optional()
  @IsIdOf('agency', 'The agency; one of provider and agency is named.')
  readonly agencyId?: Id<'agency'>;
}

class OfLineBody {
  @IsIdOf('decision', 'The decision that gives the line.')
  readonly decisionId!: Id<'decision'>;
  @IsIdOf('package-line', 'The package line.')
  readonly lineId!: Id<'package-line'>;
  @IsIdOf('child', 'The child whose line it is.')
  readonly childId!: Id<'child'>;
  @Nested(() => DaysBody, 'The days of the line that it is for.')
  readonly days!: DaysBody;
}

export class InvoiceLineBody extends OfLineBody {
  @IsPence('What is billed for the days, without value added tax.')
  readonly netPence!: Pence;
  @OneOf(vatStatuses, 'How the charge stands to value added tax, as the invoice states it.')
  readonly vat!: VatStatus;
  @IsPence('The tax; nought where there is none.')
  readonly vatPence!: Pence;
}

export class RecordInvoiceBody {
  @Nested(() => BillingPartyBody, 'Who bills: a provider, or an agency that holds the contract with one.')
  readonly from!: BillingPartyBody;
  @IsText(100, `The number that is printed on it. ${NO_NAMES}`)
  readonly number!: string;
  @IsLondonDate('The day that it bears.')
  readonly on!: LondonDate;
  @ArrayOf(() => InvoiceLineBody, { min: 1, max: MOST_LINES }, 'What it bills, line by line, in its order.')
  readonly lines!: InvoiceLineBody[];
  @IsPence('The net total that it states.')
  readonly netPence!: Pence;
  @IsPence('The tax that it states in all.')
  readonly vatPence!: Pence;
  @IsPence('The total that it states.')
  readonly totalPence!: Pence;
  @Optional()
  @IsText(1_000, LATE)
  readonly lateBecause?: string;
}

export class ReleaseInvoiceBody {
  @IsText(1_000, `Why it counts although it bills otherwise than is committed. ${NO_NAMES}`)
  readonly because!: string;
  @Optional()
  @IsLondonDate('Day of the decision; left out for today.')
  readonly on?: LondonDate;
  @Optional()
  @IsText(1_000, LATE)
  readonly lateBecause?: string;
}

export class CreditedLineBody {
  @IsCount({ min: 1, max: MOST_LINES }, 'The place of the line on the invoice, from 1.')
  readonly line!: number;
  @IsPence('What is credited of its net sum.')
  readonly netPence!: Pence;
  @IsPence('What is credited of its tax.')
  readonly vatPence!: Pence;
}

export class CreditInvoiceBody {
  @ArrayOf(() => CreditedLineBody, { min: 1, max: MOST_LINES }, 'What is credited, by line.')
  readonly lines!: CreditedLineBody[];
  @IsText(1_000, `Why. ${NO_NAMES}`)
  readonly because!: string;
  @Optional()
  @IsLondonDate('The day that the credit note bears; left out for today.')
  readonly on?: LondonDate;
  @Optional()
  @IsText(1_000, LATE)
  readonly lateBecause?: string;
}

export class PaidInvoiceBody {
  @IsIdOf('invoice', 'The invoice.')
  readonly invoiceId!: Id<'invoice'>;
  @IsPence('What was paid of it.')
  readonly pence!: Pence;
}
export class PaidStatementBody {
  @IsText(20, 'The closed month, as 2025-10.')
  readonly month!: string;
  @IsIdOf('agency', 'Whose statement it is.')
  readonly of!: Id<'agency'>;
  @IsPence('What was paid of it.')
  readonly pence!: Pence;
}
export class PaidLineBody extends OfLineBody {
  @IsPence('What was paid for the days.')
  readonly pence!: Pence;
}

export class PayeeBody extends BillingPartyBody {
  @Optional()
  @OneOf(['family'], 'A family, by a direct payment: whose it is, the line says.')
  readonly kind?: 'family';
}

export class RecordPaymentBody {
  @Nested(() => PayeeBody, 'Who was paid: a provider, an agency, or a family.')
  readonly payee!: PayeeBody;
  @Optional()
  @ArrayOf(() => PaidInvoiceBody, { min: 1, max: MOST_LINES }, 'The invoices that it paid.')
  readonly invoices?: PaidInvoiceBody[];
  @Optional()
  @ArrayOf(() => PaidStatementBody, { min: 1, max: MOST_LINES }, 'The statements that it paid.')
  readonly statements?: PaidStatementBody[];
  @Optional()
  @ArrayOf(() => PaidLineBody, { min: 1, max: MOST_LINES }, 'The days of lines that it paid directly, as a direct payment to a family does.')
  readonly lines?: PaidLineBody[];
  @IsPence('What was paid in all.')
  readonly totalPence!: Pence;
  @IsLondonDate('The day on which it was paid.')
  readonly on!: LondonDate;
  @IsText(100, `By which the bank or the ledger knows it. ${NO_NAMES}`)
  readonly reference!: string;
  @Optional()
  @IsText(1_000, `Where more was paid than an invoice or a statement had left, or for days that a line does not have: why. The payment is then told as a breach. ${NO_NAMES}`)
  readonly overpaidBecause?: string;
  @Optional()
  @IsText(1_000, LATE)
  readonly lateBecause?: string;
}

export class ReversePaymentBody {
  @IsText(1_000, `Why it came back or was stopped. ${NO_NAMES}`)
  readonly because!: string;
  @Optional()
  @IsLondonDate('The day on which it came back or was stopped; left out for today.')
  readonly on?: LondonDate;
  @Optional()
  @IsText(1_000, LATE)
  readonly lateBecause?: string;
}

/** Asks about money as at a day, as known at an instant. */
export class MoneyQuery extends AsAtQuery {}

export class FiguresQuery extends AsAtQuery {
  @IsLondonDate('First day asked about.')
  readonly from!: LondonDate;
  @IsLondonDate('First day no longer asked about.')
  readonly to!: LondonDate;
}

class MoneyListQuery extends AsAtPagedQuery {
  @Optional()
  @IsLondonDate('First day asked about.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer asked about.')
  readonly to?: LondonDate;
}

export class InvoicesQuery extends MoneyListQuery {
  @IsIdOf('agency', 'The billed agency. Invoices to an agency whose functions it has are asked for by the id of that one.')
  readonly agency!: Id<'agency'>;
  @Optional()
  @OneOf(invoiceStandings, 'How the invoice stood: one that agrees, or that was released, counts; one that is held does not.')
  readonly standing?: InvoiceStanding;
  @Optional()
  @IsIdOf('provider', 'The provider that bills.')
  readonly provider?: Id<'provider'>;
  @Optional()
  @IsIdOf('package-line', 'A package line of which days are billed.')
  readonly lineId?: Id<'package-line'>;
}

export class PaymentsQuery extends MoneyListQuery {
  @IsIdOf('agency', 'The agency that paid. Payments by an agency whose functions it has are asked for by the id of that one.')
  readonly agency!: Id<'agency'>;
  @Optional()
  @OneOf(['paid', 'reversed'], 'How the payment stood.')
  readonly standing?: PaymentOnRecord['status'];
  @Optional()
  @IsIdOf('provider', 'The provider that was paid.')
  readonly provider?: Id<'provider'>;
}

export class UnpaidInvoicesQuery extends PagedQuery {
  @Optional()
  @IsIdOf('agency', 'The billed agency; left out for your own.')
  readonly agency?: Id<'agency'>;
  @Optional()
  @IsLondonDate('First day asked about, of those that invoices bear.')
  readonly from?: LondonDate;
  @Optional()
  @IsLondonDate('First day no longer asked about.')
  readonly to?: LondonDate;
}
