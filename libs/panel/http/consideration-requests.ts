import { Considerations, Outcomes } from '@accord/panel/application';
import type { OutcomeOf, Saying } from '@accord/panel/application';
import type { CommandOutcome, RequestContext } from '@accord/shared/commands';
import { Command, CommandHandler } from '@nestjs/cqrs';
import type { ICommandHandler } from '@nestjs/cqrs';

/** Something said or voted on a matter in a sitting. */
export class ConsiderationRequest extends Command<CommandOutcome> {
  constructor(
    readonly saying: Saying,
    readonly context: RequestContext,
  ) {
    super();
  }
}
/** What a panel made of a matter in a sitting. */
export class OutcomeRequest extends Command<CommandOutcome> {
  constructor(
    readonly outcome: OutcomeOf,
    readonly context: RequestContext,
  ) {
    super();
  }
}

@CommandHandler(ConsiderationRequest)
export class ConsiderationRequestHandler implements ICommandHandler<ConsiderationRequest> {
  constructor(private readonly considerations: Considerations) {}

  execute({ saying, context }: ConsiderationRequest): Promise<CommandOutcome> {
    return this.considerations.consider(saying, context);
  }
}

@CommandHandler(OutcomeRequest)
export class OutcomeRequestHandler implements ICommandHandler<OutcomeRequest> {
  constructor(private readonly outcomes: Outcomes) {}

  execute({ outcome, context }: OutcomeRequest): Promise<CommandOutcome> {
    return this.outcomes.record(outcome, context);
  }
}
