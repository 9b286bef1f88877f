import { PanelRoom } from '@accord/panel/application';
import type { DecisionCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One envelope per stream type: the one seam between HTTP and the panel room. */
export class DecisionRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: DecisionCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(DecisionRequest)
export class DecisionRequestHandler implements ICommandHandler<DecisionRequest> {
  constructor(private readonly room: PanelRoom) {}
  execute({ id, command, context }: DecisionRequest) {
    return this.room.decision(id, command, context);
  }
}
