import type { RiskShare } from '@accord/funding/contracts';
import { refuseFunding } from '@accord/funding/domain';
import type { FundCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, RefusalProblem, Requires, answer, idMadeBy } from '@accord/shared/http';
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
export class FundRecordController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Requires('fund:record')
  establish(@Body() body: EstablishFundBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const fundId = idMadeBy('fund', caller);
    const { clauses = [], alertAtBasisPoints = 9_000 } = body;
    return this.done(fundId, { type: 'EstablishFund', ...body, fundId, clauses, alertAtBasisPoints, ...by(caller, body) }, caller);
  }

  /** Proposes the contributions of a year; they hold once every other partner has agreed to them. */
  @Post(':id/contributions')
  @Requires('fund:record')
  agree(@IdParam('fund') id: Id<'fund'>, @Body() body: AgreeContributionsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'AgreeContributions', ...termsIn(body), ...by(caller, body) }, caller);
  }

  /** Proposes a variation in the year; until every other partner has agreed, the text before holds. */
  @Post(':id/contribution-variations')
  @Requires('fund:record')
  vary(@IdParam('fund') id: Id<'fund'>, @Body() body: VaryContributionsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { because } = body;
    return this.done(id, { type: 'VaryContributions', ...termsIn(body), because, ...by(caller, body) }, caller);
  }

  @Post(':id/consents')
  @Requires('fund:record')
  consent(@IdParam('fund') id: Id<'fund'>, @Body() body: ConsentBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'ConsentToContributions', ...body, ...by(caller, body) }, caller);
  }

  @Post(':id/receipts')
  @Requires('fund:record')
  receive(@IdParam('fund') id: Id<'fund'>, @Body() body: ReceiptBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { year, agencyId: payerId, pence, instalment, overpaidBecause = null } = body;
    const receiptId = idMadeBy('fund-receipt', caller);
    const command = { type: 'ReceiveContribution' as const, receiptId, year, payerId, pence, instalment, overpaidBecause, ...by(caller, body) };
    return this.done(id, command, { ...caller, also: { receiptId } });
  }

  @Post(':id/receipts/:receiptId/reversal')
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
  @Requires('fund:record')
  spend(@IdParam('fund') id: Id<'fund'>, @Body() body: SpendingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const spendingId = idMadeBy('fund-spending', caller);
    return this.done(id, { type: 'RecordFundSpending', ...body, spendingId, ...by(caller, body) }, { ...caller, also: { spendingId } });
  }

  @Post(':id/spending/:spendingId/reversal')
  @Requires('fund:record')
  reverse(
    @IdParam('fund') id: Id<'fund'>,
    @IdParam('fund-spending', 'spendingId') spendingId: Id<'fund-spending'>,
    @Body() body: ReverseSpendingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.done(id, { type: 'ReverseFundSpending', spendingId, because: body.because, ...by(caller, body) }, caller);
  }

  /** A sum with which an overspend can be met, before the partners are asked. */
  @Post(':id/means')
  @Requires('fund:record')
  means(@IdParam('fund') id: Id<'fund'>, @Body() body: MeansBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'FindFundMeans', ...body, ...by(caller, body) }, caller);
  }

  /** Closes a year that is over, by the record so far, and applies the risk share. */
  @Post(':id/year-closings')
  @Requires('fund:record')
  close(@IdParam('fund') id: Id<'fund'>, @Body() body: CloseFundYearBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'CloseFundYear', year: body.year, ...by(caller, body) }, caller);
  }

  @Post(':id/ending')
  @Requires('fund:record')
  end(@IdParam('fund') id: Id<'fund'>, @Body() body: EndFundBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { from, because } = body;
    return this.done(id, { type: 'EndFund', from, because, ...by(caller, body) }, caller);
  }

  private async done(id: Id<'fund'>, command: FundCommand, { also = {}, ...caller }: Answering): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new FundRequest(id, command, caller)), { location: `/v1/funds/${id}`, also });
  }
}

/** Who asks, and what the answer names besides. */
interface Answering extends RequestContext {
  readonly also?: Readonly<Record<string, unknown>>;
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
