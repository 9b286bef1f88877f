import { childEvents } from '@accord/child/contracts';
import { BreachRecorded } from '@accord/panel/contracts';
import { breachDecider, childView } from '@accord/panel/domain';
import type { BreachCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext, StreamType } from '@accord/shared/commands';
import { decisionFact } from './decision-facts';
import { matterStream } from './matters';
import { meetingStream } from './meetings';
import { panelStream } from './panels';

export const breachStream = { category: 'breach', decider: breachDecider, definitions: [BreachRecorded] };
const childFact = { category: 'child', decider: childView, definitions: childEvents };

/** What irregularly happened, put on record by somebody who says so. */
export class Breaches {
  constructor(private readonly runner: CommandRunner) {}

  record(id: string, command: BreachCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: breachStream, id, command, context },
      facts: async (loader) => {
        const [panel, meeting, matter, decision, child] = await Promise.all([
          stateOf(loader, panelStream, command.panelId),
          stateOf(loader, meetingStream, command.meetingId),
          stateOf(loader, matterStream, command.matterId),
          stateOf(loader, decisionFact, command.decisionId),
          stateOf(loader, childFact, command.childId),
        ]);
        return { today: context.today, panel, meeting, matter, decision, childIsKnown: child.known };
      },
    });
  }
}

/** The state of the thing named; that of none where none is. */
const stateOf = async <C extends { readonly type: string }, S, N, R, F>(
  loader: FactLoader,
  type: StreamType<C, S, N, R, F>,
  id: string | null,
): Promise<S> => (id === null ? type.decider.initial : (await loader.load(type, id)).state);
