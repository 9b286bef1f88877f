import type { RiskShare } from '@accord/funding/contracts';
import { refuseFunding } from '@accord/funding/domain';
import type { FundCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, RefusalProblem, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import { noPence } from '@accord/shared/kernel';
import type { Id, LondonDate } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AgreeContributionsBody,
  CloseFundYearBody,
  ConsentBody,
  EndFundBody,
  EstablishFundBody,
  MeansBody,
  ReceiptBody,
  ReverseSpendingBody,
  SpendingBody,
  VaryContributionsBody,
} from './fund-bodies';
import type { RiskShareBody } from './fund-bodies';
import { FundRequest } from './fund-requests';

/** What is recorded of pooled funds: each partner acts for itself, and the host keeps the accounts. */
@Controller('v1/funds')
@About('Pooled funds')
export class FundRecordController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Says(
    'Establishes a pooled fund under a section 75 agreement that pools',
    'By a party to the agreement, once every party has signed it. One of them is the host, which alone keeps the accounts.',
  )
  @Requires('fund:record')
  establish(@Body() body: EstablishFundBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const fundId = idMadeBy('fund', caller);
    const { clauses = [], alertAtBasisPoints = 9_000 } = body;
    return this.done(fundId, { type: 'EstablishFund', ...body, fundId, clauses, alertAtBasisPoints, ...by(caller, body) }, caller);
  }

  @Post(':id/contributions')
  @Says('Proposes the contributions of a year to a pooled fund, and who bears an overspend', 'By a partner. They hold once every other partner has agreed to them.')
  @Requires('fund:record')
  agree(@IdParam('fund') id: Id<'fund'>, @Body() body: AgreeContributionsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'AgreeContributions', ...termsIn(body), ...by(caller, body) }, caller);
  }

  @Post(':id/contribution-variations')
  @Says(
    'Proposes other contributions to a pooled fund than those agreed for a year',
    'By a partner, with a reason. Until every other partner has agreed, the text before holds.',
  )
  @Requires('fund:record')
  vary(@IdParam('fund') id: Id<'fund'>, @Body() body: VaryContributionsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { because } = body;
    return this.done(id, { type: 'VaryContributions', ...termsIn(body), because, ...by(caller, body) }, caller);
  }

  @Post(':id/consents')
  @Says('Agrees to the contributions proposed last, for the agency of the caller', 'One of the partners, each for itself.')
  @Requires('fund:record')
  consent(@IdParam('fund') id: Id<'fund'>, @Body() body: ConsentBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'ConsentToContributions', ...body, ...by(caller, body) }, caller);
  }

  @Post(':id/receipts')
  @Says(
    'Records a contribution that a pooled fund received from a partner',
    'By the host, which alone keeps the accounts. More than the partner contributes is refused, unless it is told as an overpayment with its reason (`overpaidBecause`).',
  )
  @Requires('fund:record')
  receive(@IdParam('fund') id: Id<'fund'>, @Body() body: ReceiptBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly receiptId: Id<'fund-receipt'> }>> {
    const { year, agencyId: payerId, pence, instalment, overpaidBecause = null } = body;
    const receiptId = idMadeBy('fund-receipt', caller);
    const command = { type: 'ReceiveContribution' as const, receiptId, year, payerId, pence, instalment, overpaidBecause, ...by(caller, body) };
    return this.done(id, command, { ...caller, also: { receiptId } });
  }

  @Post(':id/receipts/:receiptId/reversal')
  @Says('Takes back a receipt of a pooled fund: a slip, or a payment that went back', 'By the host, which alone keeps the accounts. The receipt counts until that day.')
  @Requires('fund:record')
  takeBack(
    @IdParam('fund') id: Id<'fund'>,
    @IdParam('fund-receipt', 'receiptId') receiptId: Id<'fund-receipt'>,
    @Body() body: ReverseSpendingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.done(id, { type: 'ReverseContribution', receiptId, because: body.because, ...by(caller, body) }, caller);
  }

  @Post(':id/spending')
  @Says('Records what a pooled fund spent on something else than package lines', 'By the host, which alone keeps the accounts.')
  @Requires('fund:record')
  spend(@IdParam('fund') id: Id<'fund'>, @Body() body: SpendingBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly spendingId: Id<'fund-spending'> }>> {
    const spendingId = idMadeBy('fund-spending', caller);
    return this.done(id, { type: 'RecordFundSpending', ...body, spendingId, ...by(caller, body) }, { ...caller, also: { spendingId } });
  }

  @Post(':id/spending/:spendingId/reversal')
  @Says(
    'Reverses spending of a pooled fund that was a mistake or came back',
    'By the host, which alone keeps the accounts. It is a credit on a day of its own, so that a closed year stands.',
  )
  @Requires('fund:record')
  reverse(
    @IdParam('fund') id: Id<'fund'>,
    @IdParam('fund-spending', 'spendingId') spendingId: Id<'fund-spending'>,
    @Body() body: ReverseSpendingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.done(id, { type: 'ReverseFundSpending', spendingId, because: body.because, ...by(caller, body) }, caller);
  }

  @Post(':id/means')
  @Says(
    'Records a sum with which an overspend of a pooled fund can be met',
    'By the host, which alone keeps the accounts. It is used before the partners are asked, and takes the place of one of the same kind found before.',
  )
  @Requires('fund:record')
  means(@IdParam('fund') id: Id<'fund'>, @Body() body: MeansBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'FindFundMeans', ...body, ...by(caller, body) }, caller);
  }

  @Post(':id/year-closings')
  @Says(
    'Closes a year of a pooled fund that is over, and applies its risk share',
    'By the host, which alone keeps the accounts. By the record so far; a closed year stands.',
  )
  @Requires('fund:record')
  close(@IdParam('fund') id: Id<'fund'>, @Body() body: CloseFundYearBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'CloseFundYear', year: body.year, ...by(caller, body) }, caller);
  }

  @Post(':id/ending')
  @Says('Ends a pooled fund', 'By the host, which alone keeps the accounts. Never for days gone by: what was paid stays paid.')
  @Requires('fund:record')
  end(@IdParam('fund') id: Id<'fund'>, @Body() body: EndFundBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { from, because } = body;
    return this.done(id, { type: 'EndFund', from, because, ...by(caller, body) }, caller);
  }

  private async done<Also extends object = Record<never, never>>(id: Id<'fund'>, command: FundCommand, { also, ...caller }: Answering<Also>): Promise<CommandAnswer<Also>> {
    return answer(await this.bus.execute(new FundRequest(id, command, caller)), { location: `/v1/funds/${id}`, ...(also === undefined ? {} : { also }) });
  }
}

/** Who asks, and what the answer names besides. */
interface Answering<Also extends object> extends RequestContext {
  readonly also?: Also;
}

const by = ({ agency: agencyId, today }: RequestContext, { on = today }: { readonly on?: LondonDate }) => ({ agencyId, today, on });

const termsIn = ({ year, post, contributions, riskShare, reservePence = noPence }: AgreeContributionsBody) => ({
  ...{ year, post, reservePence, riskShare: riskShareIn(riskShare) },
  contributions: contributions.map(({ agencyId, pence, instalments }) => ({
    ...{ agencyId, pence },
    instalments: instalments?.map((each) => ({ dueOn: each.dueOn, pence: each.pence })),
  })),
});

/** @throws RefusalProblem where shares are given for pro rata, or not given for fixed shares */
function riskShareIn({ overspend: kind, shares, caps, order, underspend }: RiskShareBody): RiskShare {
  if (kind === 'fixed-shares') {
    if (shares === undefined || caps !== undefined) throw unclear();
    const parts = shares.parts.map(({ agencyId, weight }) => ({ agencyId, weight }));
    return { overspend: { kind, shares: { kind: shares.kind, parts } }, order, underspend };
  }
  if (shares !== undefined) throw unclear();
  return { overspend: { kind, caps: (caps ?? []).map(({ agencyId, capPence = null }) => ({ agencyId, capPence })) }, order, underspend };
}

const unclear = () =>
  new RefusalProblem(refuseFunding('fund-risk-share-unclear', 'Give shares for fixed shares and no caps; give caps, if any, for pro rata and no shares.'));
