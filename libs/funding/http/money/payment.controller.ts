import { refuseFunding } from '@accord/funding/domain';
import type { PaymentCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, Caller, IdParam, Reader, RefusalProblem, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { OwnMoney } from '../own-money';
import { MoneyQuery, RecordPaymentBody, ReversePaymentBody } from './money-bodies';
import { MoneyList } from './money-list';
import { PaymentRequest } from './money-requests';
import { paidFor, payeeOf } from './of-bodies';

/** What agencies paid: for invoices, for statements, for days of lines directly. */
@Controller('v1/payments')
@About('Invoices and payments')
export class PaymentController {
  constructor(
    private readonly bus: CommandBus,
    private readonly list: MoneyList,
    private readonly own: OwnMoney,
  ) {}

  @Post()
  @Says(
    'Records what the agency of the caller paid',
    'For invoices, for statements of closed months, or for days of lines directly. ' +
      'Refused where more is paid than is left, unless it is told as an overpayment with its reason (`overpaidBecause`). ' +
      'Of a closed financial year only with the reason why it comes late (`lateBecause`); it then counts from the day on which it became known.',
  )
  @Requires('ledger:record')
  record(@Body() body: RecordPaymentBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { totalPence, on, reference, overpaidBecause = null, lateBecause = null } = body;
    const paymentId = idMadeBy('payment', caller);
    // The cast is the brand: the agency of a verified token.
    const paidBy = caller.agency as Id<'agency'>;
    const sums = { payee: payeeOf(body.payee), for: paidFor(body), totalPence };
    return this.ask(paymentId, { type: 'RecordPayment', paymentId, paidBy, ...sums, on, today: caller.today, reference, overpaidBecause, lateBecause }, caller);
  }

  @Get(':id')
  @Says(
    'Tells one payment whole, with what it was for',
    'To the agency that paid, to the one that was paid, those to which the functions of either have passed, and those who audit. As at a day and as known at an instant.',
  )
  @Requires('statement:read')
  @After('money', 'names')
  async one(@IdParam('payment') paymentId: Id<'payment'>, @Query() { asAt, knownAt }: MoneyQuery, @Reader() reader: ReaderContext) {
    const found = await this.list.payment(paymentId, { asAt, knownAt });
    if (found === undefined) throw new RefusalProblem(refuseFunding('payment-unknown', 'No payment was known by this id at that time.'));
    await this.own.betweenOnly({ agencyId: found.paidBy, other: found.payee }, reader);
    return found;
  }

  @Get(':id/audit-trail')
  @Says('Tells what was recorded of a payment, by whom and in which role', 'To those to whom the payment itself is told.')
  @Requires('statement:read')
  @After('money', 'audit-trail', 'names')
  async trail(@IdParam('payment') paymentId: Id<'payment'>, @Query() query: MoneyQuery, @Reader() reader: ReaderContext) {
    await this.one(paymentId, query, reader);
    return this.list.trailOf(`payment-${paymentId}`, query);
  }

  @Post(':id/reversal')
  @Says(
    'Reverses a payment that came back or was stopped',
    'For the agency of the caller, the one that paid; whole, and never in part. Of a closed financial year only with the reason why it comes late (`lateBecause`); ' +
      'it then counts from the day on which it became known.',
  )
  @Requires('ledger:record')
  reverse(@IdParam('payment') paymentId: Id<'payment'>, @Body() body: ReversePaymentBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { today, agency } = caller;
    const { because, on = today, lateBecause = null } = body;
    // The cast is the brand: the agency of a verified token.
    return this.ask(paymentId, { type: 'ReversePayment', agencyId: agency as Id<'agency'>, because, on, today, lateBecause }, caller);
  }

  private async ask(paymentId: Id<'payment'>, command: PaymentCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new PaymentRequest(paymentId, command, caller)), { location: `/v1/payments/${paymentId}` });
  }
}
