import type { EndingCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EndAgreementBody, GiveNoticeBody, ReviewAgreementBody, WithdrawNoticeBody } from './agreement-bodies';
import { AgreementRequest } from './requests';

/** How an agreement goes on or ends: each party acts for itself, and nobody acts for another. */
@Controller('v1/agreements')
@About('Agreements')
export class AgreementEndingController {
  constructor(private readonly bus: CommandBus) {}

  @Post(':id/notice')
  @Says(
    'Gives notice of an agreement, for the agency of the caller',
    'The agreement rules on until the months of notice that its text asks for have run. Refused where the text knows no notice.',
  )
  @Requires('agreement:sign')
  notice(@IdParam('agreement') id: Id<'agreement'>, @Body() body: GiveNoticeBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'GiveNotice', ...body, ...by(caller) }, caller);
  }

  @Post(':id/notice-withdrawal')
  @Says('Takes back the notice that the agency of the caller gave, while it runs')
  @Requires('agreement:sign')
  withdrawal(@IdParam('agreement') id: Id<'agreement'>, @Body() body: WithdrawNoticeBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.done(id, { type: 'WithdrawNotice', ...body, ...by(caller) }, caller);
  }

  @Post(':id/reviews')
  @Says('Records that the parties reviewed an agreement and let it go on', 'With the findings and the last day for the next review, if there is to be one.')
  @Requires('agreement:record')
  review(@IdParam('agreement') id: Id<'agreement'>, @Body() body: ReviewAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { findings, nextReviewBy = null, on } = body;
    return this.done(id, { type: 'ReviewAgreement', findings, nextReviewBy, on, ...by(caller) }, caller);
  }

  @Post(':id/ending')
  @Says(
    'Ends an agreement by notice, or by agreement of all its parties',
    'By notice: refused inside the period of notice. By agreement of all: it ends once every party has named the same day, never for days gone by.',
  )
  @Requires('agreement:sign')
  end(@IdParam('agreement') id: Id<'agreement'>, @Body() body: EndAgreementBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { how, post, from, on } = body;
    const said = { from, on, ...by(caller) };
    return this.done(id, how === 'by-notice' ? { type: 'LeaveAgreement', ...said } : { type: 'AgreeEnding', post, ...said }, caller);
  }

  private async done(id: Id<'agreement'>, command: EndingCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new AgreementRequest(id, command, caller)));
  }
}

const by = ({ agency: agencyId, today }: RequestContext) => ({ agencyId, today });
