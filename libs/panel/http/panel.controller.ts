import { refusePanel } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { After, Caller, IdParam, RefusalProblem, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ConstitutePanelBody, RegisterAgencyBody, ScheduleMeetingBody } from './bodies';
import { Directory } from './directory';
import type { AgencyEntry, MeetingEntry, PanelEntry } from './directory';
import { AgencyRequest, MeetingRequest, PanelRequest } from './requests';

/** Agencies, panels and their meetings' calendar. */
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

  @Post('panels')
  @Requires('panel:constitute')
  async constitutePanel(@Body() body: ConstitutePanelBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const panelId = idMadeBy('panel', caller);
    const { name, kind, from, quorum, decisionMode } = body;
    const seats = body.seats.map((seat, place) => ({ seatId: idMadeBy('seat', caller, place), ...seat }));
    const command = { type: 'ConstitutePanel' as const, panelId, name, kind, from, seats, quorum, decisionMode };
    const outcome = await this.bus.execute(new PanelRequest(panelId, command, caller));
    return answer(outcome, { location: '/v1/panels', also: { seats } });
  }

  @Get('panels')
  @Requires('directory:read')
  @After('directory')
  panels(): Promise<{ readonly panels: readonly PanelEntry[] }> {
    return this.directory.panels();
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
