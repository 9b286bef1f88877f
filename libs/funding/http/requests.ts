import { Agreements } from '@accord/funding/application';
import type { ApplicationOf } from '@accord/funding/application';
import type { AgreementCommand, ApplyClause } from '@accord/funding/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** One envelope per stream type: the one seam between HTTP and the agreements. */
export class AgreementRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: AgreementCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

export class ApplicationRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly application: ApplicationOf & { readonly command: ApplyClause },
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AgreementRequest)
export class AgreementRequestHandler implements ICommandHandler<AgreementRequest> {
  constructor(private readonly agreements: Agreements) {}
  execute({ id, command, context }: AgreementRequest) {
    return this.agreements.agreement(id, command, context);
  }
}

@CommandHandler(ApplicationRequest)
export class ApplicationRequestHandler implements ICommandHandler<ApplicationRequest> {
  constructor(private readonly agreements: Agreements) {}
  execute({ id, application, context }: ApplicationRequest) {
    return this.agreements.application(id, application, context);
  }
}
