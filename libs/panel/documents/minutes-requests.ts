import { Minutes } from '@accord/panel/application';
import type { MinutesAsked } from '@accord/panel/application';
import type { ApproveMinutes } from '@accord/panel/domain';
import type { CommandOutcome } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** An approval of the minutes of a meeting. */
export class MinutesRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: Id<'meeting'>,
    readonly command: ApproveMinutes,
    readonly asked: MinutesAsked,
  ) {
    super();
  }
}

@CommandHandler(MinutesRequest)
export class MinutesRequestHandler implements ICommandHandler<MinutesRequest> {
  constructor(private readonly minutes: Minutes) {}

  execute({ id, command, asked }: MinutesRequest): Promise<CommandOutcome> {
    return this.minutes.approve(id, command, asked);
  }
}
