import { PooledFunds } from '@accord/funding/application';
import type { FundCommand } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command on a pooled fund. */
export class FundRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: FundCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(FundRequest)
export class FundRequestHandler implements ICommandHandler<FundRequest> {
  constructor(private readonly funds: PooledFunds) {}
  execute({ id, command, context }: FundRequest): Promise<CommandOutcome> {
    return this.funds.fund(id, command, context);
  }
}
