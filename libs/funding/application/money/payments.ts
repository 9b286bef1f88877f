import { paymentEvents } from '@accord/funding/contracts';
import type { Payee } from '@accord/funding/contracts';
import { balanceOf, lineToPay, linesPaid, paidDaysKey, paidOfBalance, paidOfInvoice, paymentDecider, statementKey } from '@accord/funding/domain';
import type { Balance, InvoiceToPay, LineToPay, PaidLine, PaymentCommand, PaymentFacts, RecordPayment, StatementToPay } from '@accord/funding/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { noPence, sumPence } from '@accord/shared/kernel';
import type { Id, LondonDate, SignedPence } from '@accord/shared/kernel';
import { withSuccessors } from '../agencies';
import type { StatementTotal } from '../ledger/statement-digests';
import { decisionFact } from '../line/package-lines';
import { closedAccounts } from './closed-accounts';
import type { ClosedAccounts } from './closed-accounts';
import { billedOf, billingOf, invoiceStream, registeredParty } from './invoices';
import type { MoneyOnRecord, PicturesNow } from './money-on-record';

export const paymentStream = { category: 'payment', decider: paymentDecider, definitions: paymentEvents };

/** Payments: of invoices, of statements, of days of a line directly; and their reversals. */
export class Payments {
  constructor(
    private readonly runner: CommandRunner,
    private readonly onRecord: Pick<MoneyOnRecord, 'paymentsOfInvoice' | 'paymentsOfStatements'>,
    private readonly pictures: Pick<PicturesNow, 'pictureNow'>,
  ) {}

  payment(id: string, command: PaymentCommand, context: RequestContext): Promise<CommandOutcome> {
    const { today } = context;
    return this.runner.run({
      ...{ streamType: paymentStream, id, command, context },
      facts: (loader) => (command.type === 'RecordPayment' ? this.factsOfNew(command, today, loader) : factsOfReversal(id, today, loader)),
    });
  }

  private async factsOfNew(command: RecordPayment, today: LondonDate, loader: FactLoader): Promise<PaymentFacts> {
    const { payee, for: paidFor } = command;
    const ids = [...new Set(paidFor.flatMap((each) => (each.kind === 'invoice' ? [each.invoiceId] : [])))];
    const days = linesPaid(paidFor);
    const [registered, closed, lines, invoices] = await Promise.all([
      registeredPayee(payee, loader),
      closedAccounts(loader),
      this.lines(days, loader),
      Promise.all(ids.map(async (invoiceId) => [invoiceId, await this.toPay(invoiceId, today, loader)] as const)),
    ]);
    const statements = await this.statements(command, { closed, today, loader });
    return { registered, closedYears: closed.years, closedMonths: closed.months, statements, invoices: new Map(invoices), lines, payers: [] };
  }

  /** The lines of which days are paid, where there are such lines. */
  private async lines(paid: readonly PaidLine[], loader: FactLoader): Promise<ReadonlyMap<string, LineToPay>> {
    const children = [...new Set(paid.map(({ childId }) => childId))];
    const pictures = new Map(await Promise.all(children.map(async (childId) => [childId, await this.pictures.pictureNow(childId)] as const)));
    const found = new Map<string, LineToPay>();
    for (const each of paid) {
      const { state: decision } = await loader.load(decisionFact, each.decisionId);
      const picture = pictures.get(each.childId);
      const line = picture && lineToPay(each, { decision, picture });
      if (line) found.set(paidDaysKey(each), line);
    }
    return found;
  }

  /** Each statement that is paid, of a closed month, with what was paid of its balance before. */
  private async statements({ paidBy, payee, for: paidFor }: RecordPayment, { closed, today, loader }: StatementGround): Promise<ReadonlyMap<string, StatementToPay>> {
    const found = new Map<string, StatementToPay>();
    if (payee.kind !== 'agency') return found;
    for (const each of paidFor) {
      const stated = each.kind === 'statement' ? closed.stated.get(each.month) : undefined;
      if (each.kind !== 'statement' || stated === undefined) continue;
      const totals = stated.find(({ agencyId }) => agencyId === each.of)?.totals ?? [];
      const statement = { holders: await withSuccessors(loader, [each.of], today), totals: await towardsOthers(totals, today, loader) };
      const balance = balanceOf({ paidBy, payee: payee.agencyId }, each.of, statement);
      found.set(statementKey(each), { ...statement, paidPence: balance === undefined ? noPence : await this.paidOf(balance, each.month, loader) });
    }
    return found;
  }

  private async paidOf(balance: Balance, month: LondonDate, loader: FactLoader): Promise<SignedPence> {
    const payments = await this.onRecord.paymentsOfStatements(month, [...new Set([...balance.payers, ...balance.payees])]);
    const loaded = await Promise.all(payments.map((paymentId) => loader.load(paymentStream, paymentId)));
    return sumPence(loaded.map(({ state }) => paidOfBalance(state, balance, month)));
  }

  /** Two payments at the same moment may not see each other: the figures then tell that more was paid than is owed. */
  private async toPay(invoiceId: Id<'invoice'>, today: LondonDate, loader: FactLoader): Promise<InvoiceToPay> {
    const [{ state }, payments] = await Promise.all([loader.load(invoiceStream, invoiceId), this.onRecord.paymentsOfInvoice(invoiceId)]);
    const loaded = await Promise.all(payments.map((paymentId) => loader.load(paymentStream, paymentId)));
    const paidPence = sumPence(loaded.map((payment) => paidOfInvoice(payment.state, invoiceId)));
    return { state, paidPence, billed: await billedOf(state, today, loader), billing: await billingOf(state, today, loader) };
  }
}

const registeredPayee = async (payee: Payee, loader: FactLoader): Promise<ReadonlySet<string>> => (payee.kind === 'family' ? new Set() : registeredParty(payee, loader));

interface StatementGround {
  readonly closed: ClosedAccounts;
  readonly today: LondonDate;
  readonly loader: FactLoader;
}

const towardsOthers = (totals: readonly StatementTotal[], today: LondonDate, loader: FactLoader): Promise<StatementToPay['totals']> =>
  Promise.all(
    totals.flatMap(({ kind, counterpartyId, pence }) =>
      counterpartyId === null ? [] : [withSuccessors(loader, [counterpartyId], today).then((counterparty) => ({ kind, counterparty, pence }))],
    ),
  );

async function factsOfReversal(id: string, today: LondonDate, loader: FactLoader): Promise<PaymentFacts> {
  const [{ state }, closed] = await Promise.all([loader.load(paymentStream, id), closedAccounts(loader)]);
  const payers = state.status === 'unknown' ? [] : await withSuccessors(loader, [state.payment.paidBy], today);
  return { registered: new Set(), closedYears: closed.years, closedMonths: closed.months, statements: new Map(), invoices: new Map(), lines: new Map(), payers };
}
