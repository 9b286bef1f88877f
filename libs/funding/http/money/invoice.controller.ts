import { invoiceNumberKey, refuseFunding } from '@accord/funding/domain';
import type { InvoiceCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, IdParam, Reader, RefusalProblem, Requires, Says, answer, idMadeBy, nameBasedId } from '@accord/shared/http';
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
@About('Invoices and payments')
export class InvoiceController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: MoneyList,
    private readonly own: OwnMoney,
  ) {}

  @Post()
  @Says(
    'Records an invoice to the agency of the caller',
    'Each line is held against what its days bind the agency to; whether the invoice is held, and why, its own address tells. The same number of the same biller is recorded once. ' +
      'Of a closed financial year only with the reason why it comes late (`lateBecause`); it then counts from the day on which it became known.',
  )
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
  @Says(
    'Tells one invoice whole, with its credits and what was paid of it',
    'To the agency that is billed, to the one that bills, those to which the functions of either have passed, and those who audit. As at a day and as known at an instant.',
  )
  @Requires('statement:read')
  @After('money', 'names')
  async one(@IdParam('invoice') invoiceId: Id<'invoice'>, @Query() { asAt, knownAt }: MoneyQuery, @Reader() reader: ReaderContext) {
    const found = await this.list.invoice(invoiceId, { asAt, knownAt });
    if (found === undefined) throw new RefusalProblem(refuseFunding('invoice-unknown', 'No invoice was known by this id at that time.'));
    await this.own.betweenOnly({ agencyId: found.to, other: found.from }, reader);
    return found;
  }

  @Get(':id/audit-trail')
  @Says('Tells what was recorded of an invoice, by whom and in which role', 'To those to whom the invoice itself is told.')
  @Requires('statement:read')
  @After('money', 'audit-trail', 'names')
  async trail(@IdParam('invoice') invoiceId: Id<'invoice'>, @Query() query: MoneyQuery, @Reader() reader: ReaderContext) {
    await this.one(invoiceId, query, reader);
    return this.list.trailOf(`invoice-${invoiceId}`, query);
  }

  @Post(':id/release')
  @Says('Releases an invoice that is held, for the billed agency, so that it counts', 'With the reason why it counts although it bills otherwise than is committed. For the agency of the caller: the billed one.')
  @Requires('ledger:record')
  release(@IdParam('invoice') invoiceId: Id<'invoice'>, @Body() body: ReleaseInvoiceBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { because, on = caller.today, lateBecause = null } = body;
    return this.ask(invoiceId, { type: 'ReleaseInvoice', ...actOf(caller), because, on, lateBecause }, caller);
  }

  @Post(':id/credits')
  @Says('Records what is credited of an invoice, line by line', 'No more of a line than earlier credits have left of it. For the agency of the caller: the billed one.')
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
