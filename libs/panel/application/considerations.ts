import { decisionEvents } from '@accord/panel/contracts';
import { considerationDecider } from '@accord/panel/domain';
import type { ConsiderationCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, NameBasedId, RequestContext } from '@accord/shared/commands';
import { decisionIdOf } from './decision-facts';
import { sittingFacts } from './sitting-facts';

const considerationStream = { category: 'decision', decider: considerationDecider, definitions: decisionEvents };

/** A command without the id of the decision to which it leads: that follows from the matter and the meeting. */
export type WithoutDecisionId<C> = C extends unknown ? Omit<C, 'decisionId'> : never;
/** Something said or voted on a matter in a sitting. */
export type Saying = WithoutDecisionId<ConsiderationCommand>;

export interface ConsiderationsOptions {
  readonly runner: CommandRunner;
  readonly nameBasedId: NameBasedId;
}

/** What is said and voted on matters in sittings: loads what it rests on, lets the rules decide, and appends. */
export class Considerations {
  constructor(private readonly options: ConsiderationsOptions) {}

  /** Goes to the decision on the matter in this meeting, or to the urgent one that the panel is asked to ratify. */
  consider(saying: Saying, context: RequestContext): Promise<CommandOutcome> {
    const { runner, nameBasedId } = this.options;
    const decisionId = decisionIdOf(nameBasedId, saying.matterId, saying.ofUrgent ? 'urgent' : saying.meetingId);
    return runner.run({
      ...{ streamType: considerationStream, id: decisionId, command: { ...saying, decisionId }, context },
      facts: (loader) => sittingFacts(loader, saying, context.agency),
    });
  }
}
