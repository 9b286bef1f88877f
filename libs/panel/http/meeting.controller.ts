import type { Attendance, MeetingCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  AdjournMeetingBody,
  ArrivalBody,
  CloseMeetingBody,
  InterestBody,
  OpenMeetingBody,
  ResumeMeetingBody,
  SeatAndMatterBody,
  SeatAtBody,
} from './meeting-bodies';
import type { AttendanceBody } from './meeting-bodies';
import { MeetingRequest } from './meeting-requests';

/** The sitting: its beginning and end, who comes and goes, who chairs, and who withdraws from a matter. */
@Controller('v1/meetings/:id')
export class MeetingController {
  constructor(private readonly bus: CommandBus) {}

  @Post('opening')
  @Requires('meeting:hold')
  open(@IdParam('meeting') id: Id<'meeting'>, @Body() body: OpenMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'OpenMeeting', ...body, present: body.present.map(attending), now: caller.now }, caller);
  }

  @Post('adjournment')
  @Requires('meeting:hold')
  adjourn(@IdParam('meeting') id: Id<'meeting'>, @Body() body: AdjournMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'AdjournMeeting', ...body, now: caller.now }, caller);
  }

  @Post('resumption')
  @Requires('meeting:hold')
  resume(@IdParam('meeting') id: Id<'meeting'>, @Body() body: ResumeMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'ResumeMeeting', ...body, present: body.present.map(attending), now: caller.now }, caller);
  }

  @Post('closing')
  @Requires('meeting:hold')
  close(@IdParam('meeting') id: Id<'meeting'>, @Body() body: CloseMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'CloseMeeting', ...body, now: caller.now }, caller);
  }

  @Post('arrivals')
  @Requires('meeting:hold')
  arrive(@IdParam('meeting') id: Id<'meeting'>, @Body() body: ArrivalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecordArrival', ...attending(body), at: body.at, now: caller.now }, caller);
  }

  @Post('departures')
  @Requires('meeting:hold')
  leave(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAtBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecordDeparture', ...body, now: caller.now }, caller);
  }

  @Post('chair')
  @Requires('meeting:hold')
  chair(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAtBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'TakeChair', ...body, now: caller.now }, caller);
  }

  @Post('interests')
  @Requires('meeting:hold')
  declareInterest(@IdParam('meeting') id: Id<'meeting'>, @Body() body: InterestBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'DeclareInterest', ...body, now: caller.now }, caller);
  }

  @Post('recusals')
  @Requires('meeting:hold')
  recuse(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAndMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecuseMember', ...body, now: caller.now }, caller);
  }

  @Post('returns')
  @Requires('meeting:hold')
  comeBack(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAndMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'ReturnMember', ...body, now: caller.now }, caller);
  }

  private async record(id: Id<'meeting'>, command: MeetingCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new MeetingRequest(id, command, caller)));
  }
}

const attending = ({ seatId, practitionerId, as = 'member' }: AttendanceBody): Attendance => ({ seatId, practitionerId, as });
