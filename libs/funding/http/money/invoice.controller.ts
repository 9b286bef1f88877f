import { invoiceNumberKey, refuseFunding } from '@accord/funding/domain';
import type { InvoiceCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, IdParam, Reader, RefusalProblem, Requires, answer, idMadeBy, nameBasedId } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { OwnMoney } from '../own-money';
import { CreditInvoiceBody, MoneyQuery, RecordInvoiceBody, ReleaseInvoiceBody } from './money-bodies';
import { MoneyList } from './money-list';
import { InvoiceRequest } from './money-requests';
import { billedLine, partyOf } from './of-bodies';

/** Invoices that agencies are sent: recorded, held against what is committed, released, credited. */
@Controller('v1/invoices')
export class InvoiceController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: MoneyList,
    private readonly own: OwnMoney,
  ) {}

  /** Records an invoice to the agency of the person who asks. Whether it is held, and why, its own address tells. */
  @Post()
  @Requires('ledger:record')
  async record(@Body() body: RecordInvoiceBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { number, on, netPence, vatPence, totalPence, lateBecause = null } = body;
    const from = partyOf(body.from);
    // The cast is the brand: the agency of a verified token.
    const to = caller.agency as Id<'agency'>;
    const biller = from.kind === 'provider' ? from.providerId : from.agencyId;
    // The brand: a name-based id is one by its form. One number of one biller to one agency is one invoice.
    const invoiceId = nameBasedId('invoice', to, from.kind, biller, invoiceNumberKey(number)) as Id<'invoice'>;
    const lines = body.lines.map(billedLine);
    return this.ask(invoiceId, { type: 'RecordInvoice', invoiceId, from, to, number, on, today: caller.today, lateBecause, lines, netPence, vatPence, totalPence }, caller);
  }

  @Get(':id')
  @Requires('statement:read')
  @After('money', 'names')
  async one(@IdParam('invoice') invoiceId: Id<'invoice'>, @Query() { asAt, knownAt }: MoneyQuery, @Reader() reader: ReaderContext) {
    const found = await this.list.invoice(invoiceId, { asAt, knownAt });
    if (found === undefined) throw new RefusalProblem(refuseFunding('invoice-unknown', 'No invoice was known by this id at that time.'));
    await this.own.betweenOnly({ agencyId: found.to, other: found.from }, reader);
    return found;
  }

  /** What was recorded of it, by whom and in which role: told to those to whom the invoice is. */
  @Get(':id/audit-trail')
  @Requires('statement:read')
  @After('money', 'audit-trail', 'names')
  async trail(@IdParam('invoice') invoiceId: Id<'invoice'>, @Query() query: MoneyQuery, @Reader() reader: ReaderContext) {
    await this.one(invoiceId, query, reader);
    return this.list.trailOf(`invoice-${invoiceId}`, query);
  }

  /** Releases an invoice that is held, for the agency of the person who asks: the billed one. */
  @Post(':id/release')
  @Requires('ledger:record')
  release(@IdParam('invoice') invoiceId: Id<'invoice'>, @Body() body: ReleaseInvoiceBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { because, on = caller.today, lateBecause = null } = body;
    return this.ask(invoiceId, { type: 'ReleaseInvoice', ...actOf(caller), because, on, lateBecause }, caller);
  }

  @Post(':id/credits')
  @Requires('ledger:record')
  credit(@IdParam('invoice') invoiceId: Id<'invoice'>, @Body() body: CreditInvoiceBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { because, on = caller.today, lateBecause = null } = body;
    const lines = body.lines.map(({ line, netPence, vatPence }) => ({ line, netPence, vatPence }));
    return this.ask(invoiceId, { type: 'CreditInvoice', creditId: idMadeBy('invoice-credit', caller), ...actOf(caller), lines, because, on, lateBecause }, caller);
  }

  private async ask(invoiceId: Id<'invoice'>, command: InvoiceCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new InvoiceRequest(invoiceId, command, caller)), { location: `/v1/invoices/${invoiceId}` });
  }
}

// The cast is the brand: the agency of a verified token.
const actOf = ({ agency, today }: RequestContext) => ({ agencyId: agency as Id<'agency'>, today });
