import type { DeliveryCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BreachBody, DelayBody, EndBody, FulfilmentBody, StartBody, UnavailabilityBody, WaiverBody } from './delivery-bodies';
import { BreachRequest, DeliveryRequest } from './delivery-requests';

/** Whether what was decided happened: conditions, provision, and what went wrong. */
@Controller('v1')
@About('After a decision')
export class DeliveryController {
  constructor(private readonly bus: CommandBus) {}

  @Post('decisions/:id/conditions/:conditionId/fulfilment')
  @Says('Reports that a condition of a decision is met, and what shows it', 'It may be met while the decision still awaits its ratification.')
  @Requires('delivery:record')
  fulfilment(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('condition', 'conditionId') conditionId: Id<'condition'>,
    @Body() body: FulfilmentBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'MeetCondition', conditionId, ...body }, caller);
  }

  @Post('decisions/:id/conditions/:conditionId/waiver')
  @Says('Waives a condition of a decision', 'For an agency with a seat on the panel. It takes back what the panel asked for, and is recorded like setting a condition.')
  @Requires('decision:record')
  waiver(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('condition', 'conditionId') conditionId: Id<'condition'>,
    @Body() body: WaiverBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'WaiveCondition', conditionId, ...body }, caller);
  }

  @Post('decisions/:id/lines/:lineId/start')
  @Says(
    'Reports that what a package line provides has started, and who provides it',
    'On a day on which the line has effect: what was provided earlier is recorded as a breach.',
  )
  @Requires('delivery:record')
  start(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('package-line', 'lineId') lineId: Id<'package-line'>,
    @Body() body: StartBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'StartProvision', lineId, ...body }, caller);
  }

  @Post('decisions/:id/lines/:lineId/delay')
  @Says('Reports that what a package line provides is late, and why', 'With the day on which it is expected now, where anybody can say.')
  @Requires('delivery:record')
  delay(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('package-line', 'lineId') lineId: Id<'package-line'>,
    @Body() { expectedOn, ...body }: DelayBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'DelayProvision', lineId, ...body, expectedOn: expectedOn ?? null }, caller);
  }

  @Post('decisions/:id/lines/:lineId/unavailability')
  @Says('Reports that what a package line provides is not available, and why')
  @Requires('delivery:record')
  unavailability(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('package-line', 'lineId') lineId: Id<'package-line'>,
    @Body() body: UnavailabilityBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'ReportProvisionNotAvailable', lineId, ...body }, caller);
  }

  @Post('decisions/:id/lines/:lineId/end')
  @Says(
    'Reports that what a package line provides is provided no longer',
    'Who pays goes on as decided: that the line ends is recorded by an agency that pays for it, at `…/ending`.',
  )
  @Requires('delivery:record')
  end(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('package-line', 'lineId') lineId: Id<'package-line'>,
    @Body() body: EndBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'EndProvision', lineId, ...body }, caller);
  }

  @Post('breaches')
  @Says(
    'Puts on record that something irregular happened',
    'It names the rule by the code of the refusal that would have stopped it, what happened, and who says so. It changes nothing of what it is about.',
  )
  @Requires('breach:record')
  async breach(
    @Body() body: BreachBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const breachId = idMadeBy('breach', caller);
    const { panelId, meetingId, matterId, decisionId, childId, on, rule, account, saidBy } = body;
    const command = {
      ...{ type: 'RecordBreach' as const, breachId, panelId, on, rule, account, saidBy },
      ...{ meetingId: meetingId ?? null, matterId: matterId ?? null, decisionId: decisionId ?? null, childId: childId ?? null },
    };
    return answer(await this.bus.execute(new BreachRequest(breachId, command, caller)));
  }

  private async report(decisionId: string, command: DeliveryCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new DeliveryRequest(decisionId, command, caller)));
  }
}
