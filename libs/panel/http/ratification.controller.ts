import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { lineIds } from './line-bodies';
import type { MadeByDeciding } from './line-bodies';
import { PanelRatificationBody, RatifyBody, RefuseRatificationBody, UrgentDecisionBody, panelRatificationOf, urgentDecisionOf } from './ratification-bodies';
import { RatificationRequest, UrgentDecisionRequest, UrgentRatificationRequest } from './ratification-requests';

/** What is decided between meetings, and the ratification of what nobody in the room could commit alone. */
@Controller('v1')
@About('Decisions')
export class RatificationController {
  constructor(private readonly bus: CommandBus) {}

  @Post('matters/:id/urgent-decision')
  @Says(
    'Records what officers decided between meetings because it could not wait',
    'An approval, by officers whom the terms of reference name, recorded by somebody of the agency of one of them. It has effect at once, and lapses unless the panel ratifies it in time.',
  )
  @Requires('decision:urgent')
  async urgentDecision(
    @IdParam('matter') matterId: Id<'matter'>,
    @Body() body: UrgentDecisionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<MadeByDeciding & { readonly decisionId: string }>> {
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
  @Says(
    'Ratifies a decision for the agency of the caller, which it awaits',
    "By the agency's named post, or somebody whose delegation covers it, signed in as themselves; never by anybody who took part in deciding. " +
      'The decision has effect once every agency awaited has ratified it.',
  )
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
  @Says(
    'Refuses to ratify a decision, for the agency of the caller, which it awaits',
    'With reasons. The decision never has effect, and what was in force goes on. An urgent decision is not refused so: it lapses unless the panel ratifies it.',
  )
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
  @Says(
    'Records whether the panel ratified, in a meeting, an urgent decision',
    'In time, with the quorum at that minute, and carried as any other matter. What nobody had authority to commit is not ratified. ' +
      'If the panel does not ratify it, it lapses, and what was committed before stays payable.',
  )
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
