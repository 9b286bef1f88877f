import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AgreeDraftBody, RecordAgreementBody } from './agreement-bodies';
import { AgreementRequest } from './requests';
import { clausesOf, precedencesOf } from './text-of-body';

/** Texts that are drafted and redrafted before anybody has agreed to them; the agreed agreement keeps the draft's id. */
@Controller('v1/agreement-drafts')
export class AgreementDraftController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Requires('agreement:record')
  draft(@Body() body: RecordAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.drafted(idMadeBy('agreement', caller), body, caller);
  }

  @Post(':id/redraft')
  @Requires('agreement:record')
  redraft(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: RecordAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.drafted(agreementId, body, caller);
  }

  /** Records that the parties agreed the text as it was last drafted; it rules once every party has signed. */
  @Post(':id/agreement')
  @Requires('agreement:record')
  async agree(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: AgreeDraftBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'AgreeDraft' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new AgreementRequest(agreementId, command, caller)));
  }

  private async drafted(agreementId: Id<'agreement'>, body: RecordAgreementBody, caller: RequestContext): Promise<CommandAnswer> {
    const clauses = clausesOf(body.clauses, caller);
    const text = { ...body, to: body.to ?? null, clauses, precedences: precedencesOf(body.precedences ?? [], clauses) };
    const command = { type: 'DraftAgreement' as const, agreementId, ...text, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    const also = { clauses: clauses.map(({ clauseId }) => ({ clauseId })) };
    return answer(outcome, { location: `/v1/agreements/${agreementId}`, also });
  }
}
