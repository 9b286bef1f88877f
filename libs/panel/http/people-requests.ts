import { People } from '@accord/panel/application';
import type { AgencyCommand, PractitionerCommand, SchemeCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

export class AgencyRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: AgencyCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
export class PractitionerRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: PractitionerCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** `id` is the agency's: its whole scheme of delegation is one stream. */
export class SchemeRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: SchemeCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(AgencyRequest)
export class AgencyRequestHandler implements ICommandHandler<AgencyRequest> {
  constructor(private readonly people: People) {}
  execute({ id, command, context }: AgencyRequest) {
    return this.people.agency(id, command, context);
  }
}
@CommandHandler(PractitionerRequest)
export class PractitionerRequestHandler implements ICommandHandler<PractitionerRequest> {
  constructor(private readonly people: People) {}
  execute({ id, command, context }: PractitionerRequest) {
    return this.people.practitioner(id, command, context);
  }
}
@CommandHandler(SchemeRequest)
export class SchemeRequestHandler implements ICommandHandler<SchemeRequest> {
  constructor(private readonly people: People) {}
  execute({ id, command, context }: SchemeRequest) {
    return this.people.scheme(id, command, context);
  }
}

/** The handlers of these requests, for the module. */
export const peopleHandlers = [AgencyRequestHandler, PractitionerRequestHandler, SchemeRequestHandler];
