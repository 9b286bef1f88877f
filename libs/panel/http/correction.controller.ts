import type { CorrectionCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RefuseCorrectionBody, RequestCorrectionBody, correctionOf } from './correction-bodies';
import { CorrectionRequest } from './correction-requests';
import { lineIds } from './line-bodies';

/** Corrections of the record of a decision: one person asks, another approves. */
@Controller('v1/decisions/:id/corrections')
export class CorrectionController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Requires('decision:correct')
  async request(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Body() body: RequestCorrectionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = correctionOf(body, caller);
    const { correctionId, lines = [], conditions = [] } = command;
    return answer(await this.bus.execute(new CorrectionRequest(decisionId, command, caller)), {
      also: { correctionId, lines: lineIds(lines), conditions: conditions.map(({ conditionId }) => ({ conditionId })) },
    });
  }

  @Post(':correctionId/approval')
  @Requires('decision:correct')
  approve(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('correction', 'correctionId') correctionId: Id<'correction'>,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.settle(decisionId, { type: 'ApproveCorrection', correctionId }, caller);
  }

  @Post(':correctionId/refusal')
  @Requires('decision:correct')
  refuse(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('correction', 'correctionId') correctionId: Id<'correction'>,
    @Body() { because }: RefuseCorrectionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.settle(decisionId, { type: 'RefuseCorrection', correctionId, because }, caller);
  }

  private async settle(decisionId: string, command: CorrectionCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new CorrectionRequest(decisionId, command, caller)));
  }
}
