import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { lineIds, proposedRequests } from './line-bodies';
import { AgendaBody, AgendaRemovalBody, PaperBody, RaiseMatterBody, ViewsBody, ViewsNotObtainedBody, WithdrawalBody } from './matter-bodies';
import { MatterRequest } from './matter-requests';

/** What is asked of a panel about a child: brought, filled with views and papers, put on agendas, withdrawn. */
@Controller('v1/matters')
export class MatterController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Requires('matter:raise')
  async raise(@Body() body: RaiseMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const matterId = idMadeBy('matter', caller);
    const { lines: asked, on = caller.today, ...rest } = body;
    const lines = proposedRequests(asked, caller);
    const command = { type: 'RaiseMatter' as const, ...rest, matterId, on, lines, today: caller.today };
    const outcome = await this.bus.execute(new MatterRequest(matterId, command, caller));
    return answer(outcome, { location: `/v1/matters/${matterId}`, also: { lines: lineIds(lines) } });
  }

  @Post(':id/views')
  @Requires('matter:record')
  async views(@IdParam('matter') id: Id<'matter'>, @Body() body: ViewsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'RecordViews' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/views-not-obtained')
  @Requires('matter:record')
  async viewsNotObtained(
    @IdParam('matter') id: Id<'matter'>,
    @Body() body: ViewsNotObtainedBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'RecordViewsNotObtained' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/papers')
  @Requires('matter:record')
  async paper(@IdParam('matter') id: Id<'matter'>, @Body() body: PaperBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const paperId = body.paperId ?? idMadeBy('paper', caller);
    const command = { type: 'CirculatePaper' as const, ...body, paperId, now: caller.now };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)), { also: { paperId } });
  }

  @Post(':id/agenda')
  @Requires('meeting:hold')
  async agenda(@IdParam('matter') id: Id<'matter'>, @Body() body: AgendaBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'PutOnAgenda' as const, ...dated(body, caller), startsAt: body.startsAt ?? null };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/agenda-removal')
  @Requires('meeting:hold')
  async agendaRemoval(
    @IdParam('matter') id: Id<'matter'>,
    @Body() body: AgendaRemovalBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'TakeOffAgenda' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/withdrawal')
  @Requires('matter:raise')
  async withdrawal(@IdParam('matter') id: Id<'matter'>, @Body() body: WithdrawalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'WithdrawMatter' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }
}

/** What the body says, of the day that it names or of today. */
const dated = <B extends { readonly on?: string }>(body: B, { today }: RequestContext) => ({ ...body, on: body.on ?? today, today });
