import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, IdParam, RefusalProblem, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RegisterAgencyBody, ScheduleMeetingBody } from './bodies';
import { Directory } from './directory';
import type { AgencyEntry, MeetingEntry } from './directory';
import { AgencyRequest, MeetingRequest } from './requests';

/** Agencies, and the calendar of a panel's meetings. */
@Controller('v1')
export class PanelController {
  constructor(
    private readonly bus: CommandBus,
    private readonly directory: Directory,
  ) {}

  @Post('agencies')
  @Requires('agency:register')
  async registerAgency(@Body() body: RegisterAgencyBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const agencyId = idMadeBy('agency', caller);
    const request = new AgencyRequest(agencyId, { type: 'RegisterAgency', agencyId, ...body }, caller);
    return answer(await this.bus.execute(request), { location: '/v1/agencies' });
  }

  @Get('agencies')
  @Requires('directory:read')
  @After('directory')
  agencies(): Promise<{ readonly agencies: readonly AgencyEntry[] }> {
    return this.directory.agencies();
  }

  @Get('panels/:id/meetings')
  @Requires('directory:read')
  @After('directory')
  async meetings(@IdParam('panel') panelId: Id<'panel'>): Promise<{ readonly meetings: readonly MeetingEntry[] }> {
    const found = await this.directory.meetingsOf(panelId);
    if (found) return found;
    throw new RefusalProblem(refusePanel('panel-unknown', 'There is no panel with this id.'));
  }

  @Post('panels/:id/meetings')
  @Requires('meeting:hold')
  async scheduleMeeting(
    @IdParam('panel') panelId: Id<'panel'>,
    @Body() body: ScheduleMeetingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const meetingId = idMadeBy('meeting', caller);
    const command = { type: 'ScheduleMeeting' as const, meetingId, panelId, on: body.on };
    return answer(await this.bus.execute(new MeetingRequest(meetingId, command, caller)));
  }
}
