import { refusePanel } from '@accord/panel/domain';
import type { MeetingCommand } from '@accord/panel/domain';
import type { RequestContext } from '@accord/shared/commands';
import { About, After, AsAtQuery, Caller, IdParam, Reader, RefusalProblem, Requires, Says, answer, idMadeBy, mayDo, problem } from '@accord/shared/http';
import type { CommandAnswer, ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DecisionReader } from './decision-reader';
import { Directory } from './directory';
import type { MeetingEntry } from './directory';
import { CancelMeetingBody, MoveMeetingBody, ScheduleMeetingBody } from './meeting-bodies';
import { MeetingRecords } from './meeting-records';
import { MeetingRequest } from './meeting-requests';

/** The calendar of a panel's meetings, and what became of each. */
@Controller('v1')
@About('Panels and meetings')
export class CalendarController {
  constructor(
    private readonly bus: CommandBus,
    private readonly directory: Directory,
    private readonly records: MeetingRecords,
    private readonly decisions: DecisionReader,
  ) {}

  @Get('panels/:id/meetings')
  @Says('Lists the meetings of a panel')
  @Requires('directory:read')
  @After('directory')
  async meetings(@IdParam('panel') panelId: Id<'panel'>): Promise<{ readonly meetings: readonly MeetingEntry[] }> {
    const found = await this.directory.meetingsOf(panelId);
    if (found) return found;
    throw new RefusalProblem(refusePanel('panel-unknown', 'There is no panel with this id.'));
  }

  @Post('panels/:id/meetings')
  @Says('Plans a meeting of a panel', 'Any agency may, since planning settles nothing.')
  @Requires('meeting:hold')
  async schedule(
    @IdParam('panel') panelId: Id<'panel'>,
    @Body() body: ScheduleMeetingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    const meetingId = idMadeBy('meeting', caller);
    const command = { type: 'ScheduleMeeting' as const, meetingId, panelId, ...body };
    const outcome = await this.bus.execute(new MeetingRequest(meetingId, command, caller));
    return answer(outcome, { location: `/v1/meetings/${meetingId}` });
  }

  @Get('meetings/:id')
  @Says('Tells one meeting: its sittings, who came and went, who chaired, and what was irregular', "Personal words are opened for those who may read children's records.")
  @Requires('decision:read')
  @After('matters', 'decisions', 'names')
  async meeting(@IdParam('meeting') meetingId: Id<'meeting'>, @Query() { asAt, knownAt }: AsAtQuery, @Reader() { role }: ReaderContext) {
    const found = await this.records.meeting(meetingId, { asAt, knownAt });
    if (!found) throw problem('not-found', 'No meeting with this id was known at that time.');
    const personal = mayDo(role, 'child:read') ? 'opened' : 'withheld';
    const { breaches } = await this.decisions.breachList.breaches({ meeting: meetingId, asAt, knownAt }, { personal });
    return { ...found, breaches, asAt, knownAt };
  }

  @Post('meetings/:id/move')
  @Says('Gives a planned meeting another day, time or place', 'For an agency with a seat on the panel. Refused once the meeting has sat.')
  @Requires('meeting:hold')
  move(@IdParam('meeting') id: Id<'meeting'>, @Body() body: MoveMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.change(id, { type: 'MoveMeeting', ...body }, caller);
  }

  @Post('meetings/:id/cancellation')
  @Says('Cancels a planned meeting', 'For an agency with a seat on the panel. Refused once the meeting has sat.')
  @Requires('meeting:hold')
  cancel(@IdParam('meeting') id: Id<'meeting'>, @Body() body: CancelMeetingBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    return this.change(id, { type: 'CancelMeeting', ...body }, caller);
  }

  private async change(id: Id<'meeting'>, command: MeetingCommand, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new MeetingRequest(id, command, caller)));
  }
}
