import type { Saying } from '@accord/panel/application';
import type { RequestContext } from '@accord/shared/commands';
import { About, Caller, IdParam, Requires, Says, answer } from '@accord/shared/http';
import type { CommandAnswer } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CastingVoteBody, DeclinedContributionBody, DiscussionBody, TakePositionBody, VoteBody } from './consideration-bodies';
import { ConsiderationRequest, OutcomeRequest } from './consideration-requests';
import { lineIds } from './line-bodies';
import type { MadeByDeciding } from './line-bodies';
import { OutcomeBody, outcomeOf } from './outcome-bodies';

/** A matter in a sitting: what is said and voted on it, and what the panel makes of it. */
@Controller('v1/meetings/:id/matters/:matterId')
@About('Decisions')
export class ConsiderationController {
  constructor(private readonly bus: CommandBus) {}

  @Post('discussion')
  @Says('Notes what was said on a matter in a sitting', 'For the minutes; it may be written up at any time while the meeting is open.')
  @Requires('decision:record')
  discussion(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() { ofUrgent = false, ...body }: DiscussionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.say({ type: 'NoteDiscussion', ...body, ofUrgent, meetingId, matterId, now: caller.now }, caller);
  }

  @Post('positions')
  @Says(
    'Records where an agency stands on a matter',
    'Through a voting member who is in the room and has not withdrawn. An agency speaks with one voice: the seat that took its position may change it.',
  )
  @Requires('decision:record')
  position(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() { ofUrgent = false, ...body }: TakePositionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.say({ type: 'TakePosition', ...body, ofUrgent, meetingId, matterId, now: caller.now }, caller);
  }

  @Post('votes')
  @Says("Records a member's vote on a matter", 'Where the panel decides by votes; of a voting member who is in the room and has not withdrawn. A vote cannot be changed.')
  @Requires('decision:record')
  vote(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() { ofUrgent = false, ...body }: VoteBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.say({ type: 'CastVote', ...body, ofUrgent, meetingId, matterId, now: caller.now }, caller);
  }

  @Post('casting-vote')
  @Says('Records the casting vote with which the chair settles a tie', 'With its reasons, once every voting member in the room has voted or abstained.')
  @Requires('decision:record')
  castingVote(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() { ofUrgent = false, ...body }: CastingVoteBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.say({ type: 'GiveCastingVote', ...body, ofUrgent, meetingId, matterId, now: caller.now }, caller);
  }

  @Post('declined-contributions')
  @Says('Records that an agency declines to contribute to what is asked for', 'With its reasons. The others cannot then make it pay.')
  @Requires('decision:record')
  declinedContribution(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() { ofUrgent = false, ...body }: DeclinedContributionBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer> {
    return this.say({ type: 'DeclineToContribute', ...body, ofUrgent, meetingId, matterId, now: caller.now }, caller);
  }

  @Post('outcome')
  @Says(
    'Records what a panel decided on a matter',
    'With its reasons, evidence, conditions and package lines. ' +
      'Refused most often where the meeting is not quorate at that minute, views or reasons are missing, or the outcome was not carried as the terms of reference say. ' +
      'What goes beyond the authority in the room awaits ratification; what was in force goes on meanwhile.',
  )
  @Requires('decision:record')
  async outcome(
    @IdParam('meeting') meetingId: Id<'meeting'>,
    @IdParam('matter', 'matterId') matterId: Id<'matter'>,
    @Body() body: OutcomeBody,
    @Caller() caller: RequestContext,
  ): Promise<CommandAnswer<MadeByDeciding & { readonly decisionId: string }>> {
    const outcome = outcomeOf(body, { meetingId, matterId }, caller);
    const recorded = await this.bus.execute(new OutcomeRequest(outcome, caller));
    const conditions = outcome.conditions.map(({ conditionId }) => ({ conditionId }));
    if (!recorded.ok) return answer(recorded);
    const decisionId = recorded.stream.slice('decision-'.length);
    return answer(recorded, {
      location: `/v1/decisions/${decisionId}/audit-trail`,
      also: { decisionId, lines: lineIds(outcome.lines), conditions },
    });
  }

  private async say(saying: Saying, caller: RequestContext): Promise<CommandAnswer> {
    return answer(await this.bus.execute(new ConsiderationRequest(saying, caller)));
  }
}
