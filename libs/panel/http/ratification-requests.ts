import { Ratifications, UrgentDecisions } from '@accord/panel/application';
import type { UrgentDecisionOf } from '@accord/panel/application';
import type { RatificationCommand, UrgentRatificationCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import type { Id } from '@accord/shared/kernel';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** An agency's word on what its member could not commit. */
export class RatificationRequest extends Command<CommandOutcome> {
  constructor(
    readonly decisionId: string,
    readonly command: RatificationCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** The panel's word on an urgent decision. */
export class UrgentRatificationRequest extends Command<CommandOutcome> {
  constructor(
    readonly decisionId: string,
    readonly command: UrgentRatificationCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** What officers decided between meetings. */
export class UrgentDecisionRequest extends Command<CommandOutcome> {
  constructor(
    readonly matterId: Id<'matter'>,
    readonly urgent: UrgentDecisionOf,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(RatificationRequest)
export class RatificationRequestHandler implements ICommandHandler<RatificationRequest> {
  constructor(private readonly ratifications: Ratifications) {}

  execute({ decisionId, command, context }: RatificationRequest): Promise<CommandOutcome> {
    return this.ratifications.ratify(decisionId, command, context);
  }
}
@CommandHandler(UrgentRatificationRequest)
export class UrgentRatificationRequestHandler implements ICommandHandler<UrgentRatificationRequest> {
  constructor(private readonly ratifications: Ratifications) {}

  execute({ decisionId, command, context }: UrgentRatificationRequest): Promise<CommandOutcome> {
    return this.ratifications.byThePanel(decisionId, command, context);
  }
}
@CommandHandler(UrgentDecisionRequest)
export class UrgentDecisionRequestHandler implements ICommandHandler<UrgentDecisionRequest> {
  constructor(private readonly urgentDecisions: UrgentDecisions) {}

  execute({ matterId, urgent, context }: UrgentDecisionRequest): Promise<CommandOutcome> {
    return this.urgentDecisions.take(matterId, urgent, context);
  }
}
