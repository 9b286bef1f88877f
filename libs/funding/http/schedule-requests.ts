import { FundingSchedules } from '@accord/funding/application';
import type { ScheduleCommand } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on a schedule of jointly funded posts. */
export class ScheduleRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: ScheduleCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(ScheduleRequest)
export class ScheduleRequestHandler implements ICommandHandler<ScheduleRequest> {
  constructor(private readonly schedules: FundingSchedules) {}
  execute({ id, command, context }: ScheduleRequest): Promise<CommandOutcome> {
    return this.schedules.schedule(id, command, context);
  }
}
