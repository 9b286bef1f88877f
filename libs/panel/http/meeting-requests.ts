import { Meetings } from '@accord/panel/application';
import type { MeetingCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on the stream of a meeting. */
export class MeetingRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: Id<'meeting'>,
    readonly command: MeetingCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(MeetingRequest)
export class MeetingRequestHandler implements ICommandHandler<MeetingRequest> {
  constructor(private readonly meetings: Meetings) {}

  execute({ id, command, context }: MeetingRequest): Promise<CommandOutcome> {
    return this.meetings.meeting(id, command, context);
  }
}
