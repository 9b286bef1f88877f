import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AgreeDraftBody, RecordAgreementBody } from './agreement-bodies';
import { AgreementRequest } from './requests';
import { clausesOf, precedencesOf } from './text-of-body';

/** Texts that are drafted and redrafted before anybody has agreed to them; the agreed agreement keeps the draft's id. */
@Controller('v1/agreement-drafts')
@About('Agreements')
export class AgreementDraftController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Says('Drafts the text of a standing agreement', 'Nobody has agreed to it yet; the agreed agreement keeps the id of its draft.')
  @Requires('agreement:record')
  draft(@Body() body: RecordAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly clauses: readonly { readonly clauseId: Id<'clause'> }[] }>> {
    return this.drafted(idMadeBy('agreement', caller), body, caller);
  }

  @Post(':id/redraft')
  @Says('Drafts the text of a standing agreement again', 'The whole text, in place of the draft before.')
  @Requires('agreement:record')
  redraft(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: RecordAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly clauses: readonly { readonly clauseId: Id<'clause'> }[] }>> {
    return this.drafted(agreementId, body, caller);
  }

  @Post(':id/agreement')
  @Says('Records that the parties agreed the text as it was last drafted', 'It rules once every party has signed it.')
  @Requires('agreement:record')
  async agree(
    @IdParam('agreement') agreementId: Id<'agreement'>,
    @Body() body: AgreeDraftBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'AgreeDraft' as const, ...body, agencyId: caller.agency, today: caller.today };
    return answer(await this.bus.execute(new AgreementRequest(agreementId, command, caller)));
  }

  private async drafted(agreementId: Id<'agreement'>, body: RecordAgreementBody, caller: RequestContext): Promise<CommandAnswer<{ readonly clauses: readonly { readonly clauseId: Id<'clause'> }[] }>> {
    const clauses = clausesOf(body.clauses, caller);
    const text = { ...body, to: body.to ?? null, clauses, precedences: precedencesOf(body.precedences ?? [], clauses) };
    const command = { type: 'DraftAgreement' as const, agreementId, ...text, agencyId: caller.agency, today: caller.today };
    const outcome = await this.bus.execute(new AgreementRequest(agreementId, command, caller));
    const also = { clauses: clauses.map(({ clauseId }) => ({ clauseId })) };
    return answer(outcome, { location: `/v1/agreements/${agreementId}`, also });
  }
}
