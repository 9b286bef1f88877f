import { Corrections } from '@accord/panel/application';
import type { CorrectionCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** A correction of a decision's record: requested, approved or refused. */
export class CorrectionRequest extends Command<CommandOutcome> {
  constructor(
    readonly decisionId: string,
    readonly command: CorrectionCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(CorrectionRequest)
export class CorrectionRequestHandler implements ICommandHandler<CorrectionRequest> {
  constructor(private readonly corrections: Corrections) {}

  execute({ decisionId, command, context }: CorrectionRequest): Promise<CommandOutcome> {
    return this.corrections.correct(decisionId, command, context);
  }
}
