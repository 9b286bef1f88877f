import type { RatesCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy, proposedRate } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RateAgreementBody, RateRefusalBody, RateVariationBody } from './line-bodies';
import { LineRequest } from './line-requests';
import { of } from './line.controller';

type Decision = Id<'decision'>;
type Line = Id<'package-line'>;
type Variation = Id<'rate-variation'>;

/** Other rates of a line: never one-sided. They hold once every payer, and the agency that pays the provider, has agreed. */
@Controller('v1/decisions/:id/lines/:lineId/rate-variations')
export class RateVariationController {
  constructor(private readonly bus: CommandBus) {}

  /** To propose is to agree: where nobody else pays, the rates hold at once. */
  @Post()
  @Requires('line:record')
  propose(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RateVariationBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const { rates, because, on = caller.today } = body;
    const variationId = idMadeBy('rate-variation', caller);
    return this.record({ type: 'ProposeLineRates', variationId, rates: rates.map(proposedRate), because, on, ...of(id, lineId, caller) }, caller);
  }

  @Post(':variationId/agreement')
  @Requires('line:record')
  agree(
    @IdParam('decision') id: Decision,
    @IdParam('package-line', 'lineId') lineId: Line,
    @IdParam('rate-variation', 'variationId') variationId: Variation,
    @Body() { on }: RateAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.record({ type: 'AgreeLineRates', variationId, on: on ?? caller.today, ...of(id, lineId, caller) }, caller);
  }

  /** The rates that held go on. */
  @Post(':variationId/refusal')
  @Requires('line:record')
  refuse(
    @IdParam('decision') id: Decision,
    @IdParam('package-line', 'lineId') lineId: Line,
    @IdParam('rate-variation', 'variationId') variationId: Variation,
    @Body() { because, on }: RateRefusalBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.record({ type: 'RefuseLineRates', variationId, because, on: on ?? caller.today, ...of(id, lineId, caller) }, caller);
  }

  private async record(command: RatesCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new LineRequest(command, caller)), { also: { variationId: command.variationId } });
  }
}
