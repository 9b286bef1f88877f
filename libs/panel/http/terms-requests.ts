import { Panels } from '@accord/panel/application';
import type { PanelCommand, TermsDraftCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on the stream of a panel. */
export class PanelRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: PanelCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** One command on the reading of a printed composition. */
export class TermsDraftRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: TermsDraftCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(PanelRequest)
export class PanelRequestHandler implements ICommandHandler<PanelRequest> {
  constructor(private readonly panels: Panels) {}
  execute({ id, command, context }: PanelRequest): Promise<CommandOutcome> {
    return this.panels.panel(id, command, context);
  }
}
@CommandHandler(TermsDraftRequest)
export class TermsDraftRequestHandler implements ICommandHandler<TermsDraftRequest> {
  constructor(private readonly panels: Panels) {}
  execute({ id, command, context }: TermsDraftRequest): Promise<CommandOutcome> {
    return this.panels.termsDraft(id, command, context);
  }
}
