import { Matters } from '@accord/panel/application';
import type { MatterAgendaCommand, MatterRecordCommand, RaiseMatter } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on the stream of a matter. */
export class MatterRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: RaiseMatter | MatterRecordCommand | MatterAgendaCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(MatterRequest)
export class MatterRequestHandler implements ICommandHandler<MatterRequest> {
  constructor(private readonly matters: Matters) {}

  execute({ id, command, context }: MatterRequest): Promise<CommandOutcome> {
    switch (command.type) {
      case 'RaiseMatter':
        return this.matters.raise(id, command, context);
      case 'RecordViews':
      case 'RecordViewsNotObtained':
      case 'CirculatePaper':
        return this.matters.record(id, command, context);
      case 'PutOnAgenda':
      case 'TakeOffAgenda':
      case 'WithdrawMatter':
        return this.matters.agenda(id, command, context);
    }
  }
}
