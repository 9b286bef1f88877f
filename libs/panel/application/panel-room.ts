import { childEvents } from '@accord/child/contracts';
import { DecisionRecorded, MeetingClosed, MeetingOpened, MeetingScheduled } from '@accord/panel/contracts';
import { childView, decisionDecider, meetingDecider, panelDecider } from '@accord/panel/domain';
import type { DecisionCommand, MeetingCommand } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { panelStream } from './panels';
import { registeredAgencies } from './people';

export const meetingStream = {
  category: 'meeting',
  decider: meetingDecider,
  definitions: [MeetingScheduled, MeetingOpened, MeetingClosed],
};
export const decisionStream = { category: 'decision', decider: decisionDecider, definitions: [DecisionRecorded] };
/** The child's record as the panel sees it: whether it is open. */
const childFact = { category: 'child', decider: childView, definitions: childEvents };

/** The panel room: loads what each command rests on, lets the rules decide, and appends. */
export class PanelRoom {
  constructor(private readonly runner: CommandRunner) {}

  meeting(id: string, command: MeetingCommand, context: RequestContext): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: meetingStream, id, command, context },
      facts: async (loader) => {
        const panelId =
          command.type === 'ScheduleMeeting' ? command.panelId : await panelOfMeeting(loader, id);
        const panel = panelId === undefined ? panelDecider.initial : (await loader.load(panelStream, panelId)).state;
        return { panel, actingAgency: context.agency };
      },
    });
  }

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

async function panelOfMeeting(loader: FactLoader, meetingId: string): Promise<string | undefined> {
  const { state } = await loader.load(meetingStream, meetingId);
  return state.status === 'unknown' ? undefined : state.panelId;
}
