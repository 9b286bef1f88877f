import { Breaches, Deliveries } from '@accord/panel/application';
import type { BreachCommand, DeliveryCommand } from '@accord/panel/domain';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** Whether something that was decided happened. */
export class DeliveryRequest extends Command<CommandOutcome> {
  constructor(
    readonly decisionId: string,
    readonly command: DeliveryCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** Something irregular that really happened. */
export class BreachRequest extends Command<CommandOutcome> {
  constructor(
    readonly id: string,
    readonly command: BreachCommand,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(DeliveryRequest)
export class DeliveryRequestHandler implements ICommandHandler<DeliveryRequest> {
  constructor(private readonly deliveries: Deliveries) {}

  execute({ decisionId, command, context }: DeliveryRequest): Promise<CommandOutcome> {
    return this.deliveries.report(decisionId, command, context);
  }
}
@CommandHandler(BreachRequest)
export class BreachRequestHandler implements ICommandHandler<BreachRequest> {
  constructor(private readonly breaches: Breaches) {}

  execute({ id, command, context }: BreachRequest): Promise<CommandOutcome> {
    return this.breaches.record(id, command, context);
  }
}
