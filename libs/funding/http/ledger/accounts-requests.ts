import { Accounts } from '@accord/funding/application';
import type { AccountsCommand } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One closing: of a month or of a financial year. */
export class AccountsRequest extends Command<CommandOutcome> {
  constructor(
    readonly command: AccountsCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AccountsRequest)
export class AccountsRequestHandler implements ICommandHandler<AccountsRequest> {
  constructor(private readonly accounts: Accounts) {}
  execute({ command, context }: AccountsRequest): Promise<CommandOutcome> {
    return this.accounts.close(command, context);
  }
}
