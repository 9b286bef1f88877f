import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { lineIds, proposedRequests } from './line-bodies';
import type { LineIds } from './line-bodies';
import { AgendaBody, AgendaRemovalBody, PaperBody, RaiseMatterBody, ViewsBody, ViewsNotObtainedBody, WithdrawalBody } from './matter-bodies';
import { MatterRequest } from './matter-requests';

/** What is asked of a panel about a child: brought, filled with views and papers, put on agendas, withdrawn. */
@Controller('v1/matters')
@About('Matters')
export class MatterController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Says(
    'Brings a matter about a child to a panel',
    "For the caller's agency, which asks. With the needs, what is asked for, and the lines asked for, if any. Refused where the child has no record.",
  )
  @Requires('matter:raise')
  async raise(@Body() body: RaiseMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly lines: LineIds }>> {
    const matterId = idMadeBy('matter', caller);
    const { lines: asked, on = caller.today, ...rest } = body;
    const lines = proposedRequests(asked, caller);
    const command = { type: 'RaiseMatter' as const, ...rest, matterId, on, lines, today: caller.today };
    const outcome = await this.bus.execute(new MatterRequest(matterId, command, caller));
    return answer(outcome, { location: `/v1/matters/${matterId}`, also: { lines: lineIds(lines) } });
  }

  @Post(':id/views')
  @Says(
    'Records what the child or the family thinks of a matter',
    'As near to their own words as can be; a later record adds to it. No panel decides what is asked for before it has the views of both, or the reasons why they could not be had.',
  )
  @Requires('matter:record')
  async views(@IdParam('matter') id: Id<'matter'>, @Body() body: ViewsBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'RecordViews' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/views-not-obtained')
  @Says('Records why the views of the child or the family could not be had')
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
  @Says(
    'Records a paper of a matter, by its hash, as it was circulated to the members',
    'What it says is kept elsewhere. Versions count up from 1 and leave none out; a version once circulated never has other contents.',
  )
  @Requires('matter:record')
  async paper(@IdParam('matter') id: Id<'matter'>, @Body() body: PaperBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly paperId: Id<'paper'> }>> {
    const paperId = body.paperId ?? idMadeBy('paper', caller);
    const command = { type: 'CirculatePaper' as const, ...body, paperId, now: caller.now };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)), { also: { paperId } });
  }

  @Post(':id/agenda')
  @Says(
    'Puts a matter on the agenda of a meeting, or gives it another place there',
    'For an agency with a seat on the panel. In a place of its own, and on one agenda at a time. Refused once that meeting has taken the matter or is closed.',
  )
  @Requires('meeting:hold')
  async agenda(@IdParam('matter') id: Id<'matter'>, @Body() body: AgendaBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'PutOnAgenda' as const, ...dated(body, caller), startsAt: body.startsAt ?? null };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }

  @Post(':id/agenda-removal')
  @Says('Takes a matter off the agenda of a meeting', 'For an agency with a seat on the panel. Refused once that meeting has taken the matter or is closed.')
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
  @Says('Withdraws a matter that no panel has concluded', 'Only the agency that brought it does. It then stands on no agenda.')
  @Requires('matter:raise')
  async withdrawal(@IdParam('matter') id: Id<'matter'>, @Body() body: WithdrawalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const command = { type: 'WithdrawMatter' as const, ...dated(body, caller) };
    return answer(await this.bus.execute(new MatterRequest(id, command, caller)));
  }
}

/** What the body says, of the day that it names or of today. */
const dated = <B extends { readonly on?: string }>(body: B, { today }: RequestContext) => ({ ...body, on: body.on ?? today, today });
