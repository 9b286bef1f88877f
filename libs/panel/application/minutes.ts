import { minutesDecider, panelDecider } from '@accord/panel/domain';
import type { ApproveMinutes, MinutesFacts } from '@accord/panel/domain';
import type { CommandOutcome, CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { meetingStream } from './meetings';
import { panelStream } from './panels';
import { practitionerStream } from './people';

const minutesStream = { ...meetingStream, decider: minutesDecider };

export interface MinutesAsked {
  readonly context: RequestContext;
  /** SHA-256 of the minutes as generated at the position given; `undefined` where the meeting's close is not among them. */
  readonly generated: string | undefined;
}

/** The approval of minutes. Whoever writes the documents says what they are at a position. */
export class Minutes {
  constructor(private readonly runner: CommandRunner) {}

  approve(meetingId: string, command: ApproveMinutes, { context, generated }: MinutesAsked): Promise<CommandOutcome> {
    return this.runner.run({
      ...{ streamType: minutesStream, id: meetingId, command, context },
      facts: async (loader): Promise<MinutesFacts> => ({
        ...(await meetingsOf(meetingId, command, loader)),
        approver: (await loader.load(practitionerStream, command.practitionerId)).state,
        ...{ actingAgency: context.agency, actor: context.actor, generated },
      }),
    });
  }
}

async function meetingsOf(meetingId: string, { atMeetingId }: ApproveMinutes, loader: FactLoader): Promise<Pick<MinutesFacts, 'panel' | 'atMeeting'>> {
  const { state: meeting } = await loader.load(meetingStream, meetingId);
  const panel = meeting.status === 'unknown' ? panelDecider.initial : (await loader.load(panelStream, meeting.panelId)).state;
  const atMeeting = atMeetingId === undefined ? { status: 'unknown' as const } : (await loader.load(meetingStream, atMeetingId)).state;
  return { panel, atMeeting };
}
