import type { CorrectionCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RefuseCorrectionBody, RequestCorrectionBody, correctionOf } from './correction-bodies';
import { CorrectionRequest } from './correction-requests';
import { lineIds } from './line-bodies';
import type { MadeByDeciding } from './line-bodies';

/** Corrections of the record of a decision: one person asks, another approves. */
@Controller('v1/decisions/:id/corrections')
@About('After a decision')
export class CorrectionController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Says(
    'Asks that the record of a decision reads otherwise',
    'What was decided stays; what was written down wrongly is put right, with reasons, once another person approves it. Refused where it would commit more than was decided: that is a matter for the panel.',
  )
  @Requires('decision:correct')
  async request(
    @IdParam('decision') decisionId: Id<'decision'>,
    @Body() body: RequestCorrectionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<MadeByDeciding & { readonly correctionId: Id<'correction'> }>> {
    const command = correctionOf(body, caller);
    const { correctionId, lines = [], conditions = [] } = command;
    return answer(await this.bus.execute(new CorrectionRequest(decisionId, command, caller)), {
      also: { correctionId, lines: lineIds(lines), conditions: conditions.map(({ conditionId }) => ({ conditionId })) },
    });
  }

  @Post(':correctionId/approval')
  @Says(
    'Approves a correction for which somebody else asked',
    'Both readings stay on record. Where it changes what an agency pays, people of two agencies ask and approve.',
  )
  @Requires('decision:correct')
  approve(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('correction', 'correctionId') correctionId: Id<'correction'>,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.settle(decisionId, { type: 'ApproveCorrection', correctionId }, caller);
  }

  @Post(':correctionId/refusal')
  @Says('Refuses a correction, or takes back one for which the caller asked', 'With reasons. The decision goes on to read as before.')
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
