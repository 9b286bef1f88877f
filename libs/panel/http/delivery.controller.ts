import type { DeliveryCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { BreachBody, DelayBody, EndBody, FulfilmentBody, StartBody, UnavailabilityBody, WaiverBody } from './delivery-bodies';
import { BreachRequest, DeliveryRequest } from './delivery-requests';

/** Whether what was decided happened: conditions, provision, and what went wrong. */
@Controller('v1')
export class DeliveryController {
  constructor(private readonly bus: CommandBus) {}

  @Post('decisions/:id/conditions/:conditionId/fulfilment')
  @Requires('delivery:record')
  fulfilment(
    @IdParam('decision') decisionId: Id<'decision'>,
    @IdParam('condition', 'conditionId') conditionId: Id<'condition'>,
    @Body() body: FulfilmentBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.report(decisionId, { type: 'MeetCondition', conditionId, ...body }, caller);
  }

  /** For whoever records what the panel decides: a waiver takes back what the panel asked for. */
  @Post('decisions/:id/conditions/:conditionId/waiver')
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
