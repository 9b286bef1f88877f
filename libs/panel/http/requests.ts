import { PanelRoom } from '@accord/panel/application';
import type { AgencyCommand, DecisionCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One envelope per stream type: the one seam between HTTP and the panel room. */
export class AgencyRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: AgencyCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
export class DecisionRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: DecisionCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AgencyRequest)
export class AgencyRequestHandler implements ICommandHandler<AgencyRequest> {
  constructor(private readonly room: PanelRoom) {}
  execute({ id, command, context }: AgencyRequest) {
    return this.room.agency(id, command, context);
  }
}
@CommandHandler(DecisionRequest)
export class DecisionRequestHandler implements ICommandHandler<DecisionRequest> {
  constructor(private readonly room: PanelRoom) {}
  execute({ id, command, context }: DecisionRequest) {
    return this.room.decision(id, command, context);
  }
}
