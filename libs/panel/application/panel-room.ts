import { childEvents } from '@accord/child/contracts';
import { DecisionRecorded } from '@accord/panel/contracts';
import { childView, decisionDecider, panelDecider } from '@accord/panel/domain';
import type { DecisionCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, RequestContext } from '@accord/shared/commands';
import { meetingStream } from './meetings';
import { panelStream } from './panels';
import { registeredAgencies } from './people';

export const decisionStream = { category: 'decision', decider: decisionDecider, definitions: [DecisionRecorded] };
/** The child's record as the panel sees it: whether it is open. */
const childFact = { category: 'child', decider: childView, definitions: childEvents };

/** The panel room: loads what each command rests on, lets the rules decide, and appends. */
export class PanelRoom {
  constructor(private readonly runner: CommandRunner) {}

  decision(id: string, command: DecisionCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: decisionStream, id, command, context },
      facts: async (loader) => {
        const { state: meeting } = await loader.load(meetingStream, command.meetingId);
        const payers = command.lines.flatMap((line) => line.split.parts.map((part) => part.agencyId));
        const [panel, child, registered] = await Promise.all([
          meeting.status === 'unknown' ? undefined : loader.load(panelStream, meeting.panelId),
          loader.load(childFact, command.childId),
          registeredAgencies(loader, payers),
        ]);
        return {
          ...{ meeting, panel: panel?.state ?? panelDecider.initial, childIsKnown: child.state.known, registered },
          actingAgency: context.agency,
        };
      },
    });
  }
}
