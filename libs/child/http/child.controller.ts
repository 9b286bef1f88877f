import { ChildRecords } from '@accord/child/application';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EndCriterionBody, FindChildBody, OpenChildRecordBody, RecordCriterionBody, RecordDischargeBody, RecordOperationBody, RecordPlacementBody } from './bodies';
import { ChildRequest } from './requests';

const AFTER_AN_EVENT = 'Once it has happened, or long after. Where a clause of a signed agreement waits for it, the clause may then rule lines of the child.';

/** A child's record: opening it, finding it, and recording what happens to the child. */
@Controller('v1/children')
@About('Children')
export class ChildController {
  constructor(
    private readonly bus: CommandBus,
    private readonly records: ChildRecords,
  ) {}

  @Post()
  @Says(
    'Opens the record of a child',
    'With name, date of birth and, where it is known, the NHS number, all kept sealed. Refused where another record has that number: find the child by it instead.',
  )
  @Requires('child:open')
  async open(@Body() body: OpenChildRecordBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const childId = idMadeBy('child', caller);
    const request = new ChildRequest(childId, { type: 'OpenChildRecord', childId, ...body, today: caller.today }, caller);
    return answer(await this.bus.execute(request), { location: `/v1/children/${childId}/timeline` });
  }

  @Post('search')
  @Says(
    'Finds a child by NHS number',
    'A question, though it is posted: an NHS number never stands in an address or a log. Answers the one child who has it, or an empty list.',
  )
  @HttpCode(200)
  @Requires('child:read')
  async search(@Body() body: FindChildBody): Promise<{ readonly children: readonly { readonly childId: string }[] }> {
    const childId = await this.records.findByNhsNumber(body.nhsNumber);
    return { children: childId === undefined ? [] : [{ childId }] };
  }

  @Post(':id/criteria')
  @Says(
    'Records from which day a child meets a criterion on which agreements rest',
    'With its evidence, once it holds. It may turn out to hold from an earlier day, which can change who pays; refused where it is on record from that day or an earlier one already.',
  )
  @Requires('child:record')
  async recordCriterion(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordCriterionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const command = { type: 'RecordCriterion' as const, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)));
  }

  @Post(':id/criterion-endings')
  @Says('Records from which day a child meets a criterion no longer', 'A lower level of need at a review, say. Refused where no finding holds until that day.')
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
  @Says('Records an operation of the child', AFTER_AN_EVENT)
  @Requires('child:record')
  async recordOperation(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordOperationBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly operationId: Id<'operation'> }>> {
    const operationId = idMadeBy('operation', caller);
    const command = { type: 'RecordOperation' as const, operationId, ...body, today: caller.today };
    const outcome = await this.bus.execute(new ChildRequest(childId, command, caller));
    return answer(outcome, { also: { operationId } });
  }

  @Post(':id/discharges')
  @Says('Records that the child was discharged from hospital', AFTER_AN_EVENT)
  @Requires('child:record')
  async recordDischarge(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordDischargeBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly dischargeId: Id<'discharge'> }>> {
    const dischargeId = idMadeBy('discharge', caller);
    const command = { type: 'RecordDischarge' as const, dischargeId, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)), { also: { dischargeId } });
  }

  @Post(':id/placements')
  @Says('Records that a placement of the child began', AFTER_AN_EVENT)
  @Requires('child:record')
  async recordPlacement(
    @IdParam('child') childId: Id<'child'>,
    @Body() body: RecordPlacementBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<{ readonly placementId: Id<'placement'> }>> {
    const placementId = idMadeBy('placement', caller);
    const command = { type: 'RecordPlacement' as const, placementId, ...body, today: caller.today };
    return answer(await this.bus.execute(new ChildRequest(childId, command, caller)), { also: { placementId } });
  }
}
