import { paymentEvents } from '@accord/funding/contracts';
import { paidOfInvoice, paymentDecider } from '@accord/funding/domain';
import type { InvoiceToPay, PaymentCommand, PaymentFacts, RecordPayment } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { sumPence } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { registeredAgencies, withSuccessors } from '../agencies';
import { closedAccounts } from './closed-accounts';
import { billedOf, invoiceStream } from './invoices';
import type { MoneyOnRecord } from './money-on-record';

export const paymentStream = { category: 'payment', decider: paymentDecider, definitions: paymentEvents };

/** Payments: of invoices, of statements, of days of a line directly; and their reversals. */
export class Payments {
  constructor(
    private readonly runner: CommandRunner,
    private readonly onRecord: Pick<MoneyOnRecord, 'paymentsOfInvoice'>,
  ) {}

  payment(id: string, command: PaymentCommand, context: RequestContext): Promise<CommandOutcome> {
    const { today } = context;
    return this.runner.run({
      ...{ streamType: paymentStream, id, command, context },
      facts: (loader) => (command.type === 'RecordPayment' ? this.factsOfNew(command, today, loader) : factsOfReversal(id, today, loader)),
    });
  }

  private async factsOfNew({ payee, for: paidFor }: RecordPayment, today: LondonDate, loader: FactLoader): Promise<PaymentFacts> {
    const ids = [...new Set(paidFor.flatMap((each) => (each.kind === 'invoice' ? [each.invoiceId] : [])))];
    const [registered, closed, invoices] = await Promise.all([
      registeredAgencies(loader, payee.kind === 'agency' ? [payee.agencyId] : []),
      closedAccounts(loader),
      Promise.all(ids.map(async (invoiceId) => [invoiceId, await this.toPay(invoiceId, today, loader)] as const)),
    ]);
    return { registered, closedYears: closed.years, closedMonths: closed.months, invoices: new Map(invoices), payers: [] };
  }

  /** Two payments at the same moment may not see each other: the figures then tell that more was paid than is owed. */
  private async toPay(invoiceId: Id<'invoice'>, today: LondonDate, loader: FactLoader): Promise<InvoiceToPay> {
    const [{ state }, payments] = await Promise.all([loader.load(invoiceStream, invoiceId), this.onRecord.paymentsOfInvoice(invoiceId)]);
    const loaded = await Promise.all(payments.map((paymentId) => loader.load(paymentStream, paymentId)));
    const paidPence = sumPence(loaded.map((payment) => paidOfInvoice(payment.state, invoiceId)));
    return { state, paidPence, billed: await billedOf(state, today, loader) };
  }
}

async function factsOfReversal(id: string, today: LondonDate, loader: FactLoader): Promise<PaymentFacts> {
  const [{ state }, closed] = await Promise.all([loader.load(paymentStream, id), closedAccounts(loader)]);
  const payers = state.status === 'unknown' ? [] : await withSuccessors(loader, [state.payment.paidBy], today);
  return { registered: new Set(), closedYears: closed.years, closedMonths: closed.months, invoices: new Map(), payers };
}
