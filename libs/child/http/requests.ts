import { ChildRecords } from '@accord/child/application';
import type { ChildCommand } from '@accord/child/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** The envelope of every command on a child's record. */
export class ChildRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: ChildCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(ChildRequest)
export class ChildRequestHandler implements ICommandHandler<ChildRequest> {
  constructor(private readonly records: ChildRecords) {}
  execute({ id, command, context }: ChildRequest) {
    return this.records.child(id, command, context);
  }
}
