import { PackageLines } from '@accord/funding/application';
import type { LineCommand, RegisterProvider } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One command about a package line after its decision. */
export class LineRequest extends Command<CommandOutcome> {
  constructor(
    readonly command: LineCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

export class ProviderRequest extends Command<CommandOutcome> {
  constructor(
    readonly command: RegisterProvider,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(LineRequest)
export class LineRequestHandler implements ICommandHandler<LineRequest> {
  constructor(private readonly lines: PackageLines) {}
  execute({ command, context }: LineRequest): Promise<CommandOutcome> {
    return this.lines.line(command, context);
  }
}

@CommandHandler(ProviderRequest)
export class ProviderRequestHandler implements ICommandHandler<ProviderRequest> {
  constructor(private readonly lines: PackageLines) {}
  execute({ command, context }: ProviderRequest): Promise<CommandOutcome> {
    return this.lines.provider(command, context);
  }
}
