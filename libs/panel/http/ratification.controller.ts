import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { lineIds } from './line-bodies';
import { PanelRatificationBody, RatifyBody, RefuseRatificationBody, UrgentDecisionBody, panelRatificationOf, urgentDecisionOf } from './ratification-bodies';
import { RatificationRequest, UrgentDecisionRequest, UrgentRatificationRequest } from './ratification-requests';

/** What is decided between meetings, and the ratification of what nobody in the room could commit alone. */
@Controller('v1')
export class RatificationController {
  constructor(private readonly bus: CommandBus) {}

  @Post('matters/:id/urgent-decision')
  @Requires('decision:urgent')
  async urgentDecision(
    @IdParam('matter') matterId: Id<'matter'>,
    @Body() body: UrgentDecisionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const urgent = urgentDecisionOf(body, caller);
    const recorded = await this.bus.execute(new UrgentDecisionRequest(matterId, urgent, caller));
    if (!recorded.ok) return answer(recorded);
    const decisionId = recorded.stream.slice('decision-'.length);
    const conditions = urgent.conditions.map(({ conditionId }) => ({ conditionId }));
    return answer(recorded, {
      location: `/v1/decisions/${decisionId}/audit-trail`,
      also: { decisionId, lines: lineIds(urgent.lines), conditions },
    });
  }

  @Post('decisions/:id/ratification')
  @Requires('decision:ratify')
  async ratify(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Body() { on, ...body }: RatifyBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'RatifyDecision' as const, ...body, on: on ?? caller.today };
    return answer(await this.bus.execute(new RatificationRequest(decisionId, command, caller)));
  }

  @Post('decisions/:id/ratification-refusal')
  @Requires('decision:ratify')
  async refuse(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Body() { on, ...body }: RefuseRatificationBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'RefuseRatification' as const, ...body, on: on ?? caller.today };
    return answer(await this.bus.execute(new RatificationRequest(decisionId, command, caller)));
  }

  @Post('decisions/:id/panel-ratification')
  @Requires('decision:record')
  async panelRatification(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Body() body: PanelRatificationBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = panelRatificationOf(body, caller);
    return answer(await this.bus.execute(new UrgentRatificationRequest(decisionId, command, caller)));
  }
}
