import type { RatesCommand } from '@accord/funding/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy, proposedRate } from '@accord/shared/http';
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
@About('Package lines')
export class RateVariationController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Says(
    'Proposes other rates of a package line from a day on',
    'By an agency that pays for the line; to propose is to agree. They hold once every other that pays a part or pays the provider has agreed, at once where there is none; ' +
      'never one-sidedly, not even downwards.',
  )
  @Requires('line:record')
  propose(@IdParam('decision') id: Decision, @IdParam('package-line', 'lineId') lineId: Line, @Body() body: RateVariationBody, @Caller() caller: RequestContext): Promise<CommandAnswer<{ readonly variationId: Id<'rate-variation'> }>> {
    const { rates, because, on = caller.today } = body;
    const variationId = idMadeBy('rate-variation', caller);
    return this.record({ type: 'ProposeLineRates', variationId, rates: rates.map(proposedRate), because, on, ...of(id, lineId, caller) }, caller);
  }

  @Post(':variationId/agreement')
  @Says('Agrees to proposed rates of a package line, for the agency of the caller', 'They hold with the agreement of the last agency that is awaited.')
  @Requires('line:record')
  agree(
    @IdParam('decision') id: Decision,
    @IdParam('package-line', 'lineId') lineId: Line,
    @IdParam('rate-variation', 'variationId') variationId: Variation,
    @Body() { on }: RateAgreementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly variationId: Id<'rate-variation'> }>> {
    return this.record({ type: 'AgreeLineRates', variationId, on: on ?? caller.today, ...of(id, lineId, caller) }, caller);
  }

  @Post(':variationId/refusal')
  @Says('Refuses proposed rates of a package line, for the agency of the caller', 'The rates that held go on.')
  @Requires('line:record')
  refuse(
    @IdParam('decision') id: Decision,
    @IdParam('package-line', 'lineId') lineId: Line,
    @IdParam('rate-variation', 'variationId') variationId: Variation,
    @Body() { because, on }: RateRefusalBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly variationId: Id<'rate-variation'> }>> {
    return this.record({ type: 'RefuseLineRates', variationId, because, on: on ?? caller.today, ...of(id, lineId, caller) }, caller);
  }

  private async record(command: RatesCommand, caller: RequestContext): Promise<CommandAnswer<{ readonly variationId: Id<'rate-variation'> }>> {
    return answer(await this.bus.execute(new LineRequest(command, caller)), { also: { variationId: command.variationId } });
  }
}
