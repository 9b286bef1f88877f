import { ChildRecords } from '@accord/child/application';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EndCriterionBody, FindChildBody, OpenChildRecordBody, RecordCriterionBody, RecordDischargeBody, RecordOperationBody, RecordPlacementBody } from './bodies';
import { ChildRequest } from './requests';

/** A child's record: opening it, finding it, and recording what happens to the child. */
@Controller('v1/children')
export class ChildController {
  constructor(
    private readonly bus: CommandBus,
    private readonly records: ChildRecords,
  ) {}

  @Post()
  @Requires('child:open')
  async open(@Body() body: OpenChildRecordBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const childId = idMadeBy('child', caller);
    const request = new ChildRequest(childId, { type: 'OpenChildRecord', childId, ...body, today: caller.today }, caller);
    return answer(await this.bus.execute(request), { location: `/v1/children/${childId}/timeline` });
  }

  /** A search by POST: an NHS number never stands in an address or a log. */
  @Post('search')
  @HttpCode(200)
  @Requires('child:read')
  async search(@Body() body: FindChildBody): Promise<{ readonly children: readonly { readonly childId: string }[] }> {
    const childId = await this.records.findByNhsNumber(body.nhsNumber);
    return { children: childId === undefined ? [] : [{ childId }] };
  }

  @Post(':id/criteria')
  @Requires('child:record')
  async recordCriterion(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordCriterionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'RecordCriterion' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)));
  }

  /** Records that the child no longer meets a criterion: a lower level of need at a review, say. */
  @Post(':id/criterion-endings')
  @Requires('child:record')
  async endCriterion(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: EndCriterionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'EndCriterion' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)));
  }

  @Post(':id/operations')
  @Requires('child:record')
  async recordOperation(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordOperationBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const operationId = idMadeBy('operation', caller);
    const command = { type: 'RecordOperation' as const, operationId, ...body, today: caller.today };
    const outcome = await this.bus.execute(new ChildRequest(childId, command, caller));
    return answer(outcome, { also: { operationId } });
  }

  @Post(':id/discharges')
  @Requires('child:record')
  async recordDischarge(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordDischargeBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const dischargeId = idMadeBy('discharge', caller);
    const command = { type: 'RecordDischarge' as const, dischargeId, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)), { also: { dischargeId } });
  }

  @Post(':id/placements')
  @Requires('child:record')
  async recordPlacement(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordPlacementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const placementId = idMadeBy('placement', caller);
    const command = { type: 'RecordPlacement' as const, placementId, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)), { also: { placementId } });
  }
}
