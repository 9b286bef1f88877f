import type { RequestContext } from '@accord/shared/commands';
import { Caller, IdParam, Requires, answer, idMadeBy } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CloseMeetingBody, OpenMeetingBody, RecordDecisionBody } from './bodies';
import { DecisionRequest, MeetingRequest } from './requests';

/** The sitting: opening and closing a meeting, and what is decided in it. */
@Controller('v1')
export class MeetingController {
  constructor(private readonly bus: CommandBus) {}

  @Post('meetings/:id/opening')
  @Requires('meeting:hold')
  async open(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @Body() body: OpenMeetingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new MeetingRequest(meetingId, { type: 'OpenMeeting', ...body, now: caller.now }, caller)));
  }

  @Post('meetings/:id/closing')
  @Requires('meeting:hold')
  async close(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @Body() body: CloseMeetingBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new MeetingRequest(meetingId, { type: 'CloseMeeting', ...body, now: caller.now }, caller)));
  }

  @Post('decisions')
  @Requires('decision:record')
  async record(@Body() body: RecordDecisionBody, @Caller() caller: RequestContext): Promise<CommandAnswer> {
    const decisionId = idMadeBy('decision', caller);
    const lines = body.lines.map((line, place) => ({
      ...line,
      lineId: idMadeBy('package-line', caller, place),
      to: line.to ?? null,
    }));
    const { meetingId, childId, outcome, reasons, positions } = body;
    const command = { type: 'RecordDecision' as const, decisionId, meetingId, childId, outcome, reasons, positions, lines };
    const recorded = await this.bus.execute(new DecisionRequest(decisionId, command, caller));
    return answer(recorded, {
      location: `/v1/decisions/${decisionId}/audit-trail`,
      also: { lines: lines.map(({ lineId, category }) => ({ lineId, category })) },
    });
  }
}
