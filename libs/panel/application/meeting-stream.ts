import { meetingEvents } from '@accord/panel/contracts';
import { meetingDecider } from '@accord/panel/domain';
import type { MeetingState } from '@accord/panel/domain';
import type { FactLoader } from '@accord/shared/commands';
import type { Id, LondonDate } from '@accord/shared/kernel';

export const meetingStream = { category: 'meeting', decider: meetingDecider, definitions: meetingEvents };

/** Says which meetings of a panel sat on a day or later, from a read model: the meetings themselves are then read as facts. */
export interface MeetingsOfPanel {
  openedSince(panelId: string, day: LondonDate): Promise<readonly Id<'meeting'>[]>;
}

/** The meetings of a panel that sat on that day or later, each as its own stream tells it. */
export async function meetingsSince(
  { panelId, day }: { readonly panelId: string; readonly day: LondonDate },
  { loader, meetings }: { readonly loader: FactLoader; readonly meetings: MeetingsOfPanel },
): Promise<readonly MeetingState[]> {
  const ids = await meetings.openedSince(panelId, day);
  return (await Promise.all(ids.map((id) => loader.load(meetingStream, id)))).map(({ state }) => state);
}
