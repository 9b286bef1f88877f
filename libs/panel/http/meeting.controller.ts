import type { Attendance, MeetingCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer } from '@accord/shared/http';
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
@About('Panels and meetings')
export class MeetingController {
  constructor(private readonly bus: CommandBus) {}

  @Post('opening')
  @Says(
    'Opens a sitting with its chair and everybody who is present',
    'For an agency with a seat on the panel. On the day of the meeting; each seat is filled by whoever holds its post, or by a deputy whom the terms of reference allow.',
  )
  @Requires('meeting:hold')
  open(@IdParam('meeting') id: Id<'meeting'>, @Body() body: OpenMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'OpenMeeting', ...body, present: body.present.map(attending), now: caller.now }, caller);
  }

  @Post('adjournment')
  @Says('Adjourns a sitting', 'For an agency with a seat on the panel. Nobody is in the room until the meeting is resumed, that day or later.')
  @Requires('meeting:hold')
  adjourn(@IdParam('meeting') id: Id<'meeting'>, @Body() body: AdjournMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'AdjournMeeting', ...body, now: caller.now }, caller);
  }

  @Post('resumption')
  @Says('Resumes an adjourned meeting with everybody who is there then', 'For an agency with a seat on the panel. It goes on under the terms of reference of that day.')
  @Requires('meeting:hold')
  resume(@IdParam('meeting') id: Id<'meeting'>, @Body() body: ResumeMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'ResumeMeeting', ...body, present: body.present.map(attending), now: caller.now }, caller);
  }

  @Post('closing')
  @Says('Closes a meeting', 'For an agency with a seat on the panel. Also one that was adjourned and does not go on. Its minutes can be approved from then on.')
  @Requires('meeting:hold')
  close(@IdParam('meeting') id: Id<'meeting'>, @Body() body: CloseMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'CloseMeeting', ...body, now: caller.now }, caller);
  }

  @Post('arrivals')
  @Says(
    'Records who took a seat during a sitting, and when',
    'For an agency with a seat on the panel. A sitting is recorded in the order in which it happened: refused before what the meeting has on record.',
  )
  @Requires('meeting:hold')
  arrive(@IdParam('meeting') id: Id<'meeting'>, @Body() body: ArrivalBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecordArrival', ...attending(body), at: body.at, now: caller.now }, caller);
  }

  @Post('departures')
  @Says(
    'Records who left a sitting, and when',
    'For an agency with a seat on the panel. A chair who leaves chairs no longer. A sitting is recorded in the order in which it happened: refused before what the meeting has on record.',
  )
  @Requires('meeting:hold')
  leave(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAtBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecordDeparture', ...body, now: caller.now }, caller);
  }

  @Post('chair')
  @Says(
    'Records who took the chair of a sitting, and when',
    'For an agency with a seat on the panel. Somebody in the room, in a seat that may chair by the terms of reference.',
  )
  @Requires('meeting:hold')
  chair(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAtBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'TakeChair', ...body, now: caller.now }, caller);
  }

  @Post('interests')
  @Says(
    'Records an interest that a member declared in a matter',
    'For an agency with a seat on the panel. Its words are kept sealed. That the member withdraws from the matter is recorded by itself.',
  )
  @Requires('meeting:hold')
  declareInterest(@IdParam('meeting') id: Id<'meeting'>, @Body() body: InterestBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'DeclareInterest', ...body, now: caller.now }, caller);
  }

  @Post('recusals')
  @Says(
    'Records that a member withdrew from a matter',
    'For an agency with a seat on the panel. The member is out of the room until the return, and never counts for that matter again.',
  )
  @Requires('meeting:hold')
  recuse(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAndMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'RecuseMember', ...body, now: caller.now }, caller);
  }

  @Post('returns')
  @Says(
    'Records that a member who had withdrawn from a matter came back',
    'For an agency with a seat on the panel. For the other business: on that matter the member still counts no more.',
  )
  @Requires('meeting:hold')
  comeBack(@IdParam('meeting') id: Id<'meeting'>, @Body() body: SeatAndMatterBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.record(id, { type: 'ReturnMember', ...body, now: caller.now }, caller);
  }

  private async record(id: Id<'meeting'>, command: MeetingCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new MeetingRequest(id, command, caller)));
  }
}

const attending = ({ seatId, practitionerId, as = 'member' }: AttendanceBody): Attendance => ({ seatId, practitionerId, as });
