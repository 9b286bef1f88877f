import { panelDecider } from '@accord/panel/domain';
import type { SittingFacts } from '@accord/panel/domain';
import type { FactLoader } from '@accord/shared/commands';
import { matterStream } from './matters';
import { meetingStream } from './meetings';
import { panelStream } from './panels';

/** The matter and the meeting in which it is taken. */
export interface TakenIn {
  readonly matterId: string;
  readonly meetingId: string;
}

/** What anything said or decided in a sitting rests on: the meeting, its panel, and the matter. */
export async function sittingFacts(loader: FactLoader, { matterId, meetingId }: TakenIn, actingAgency: string): Promise<SittingFacts> {
  const [{ state: meeting }, { state: matter }] = await Promise.all([loader.load(meetingStream, meetingId), loader.load(matterStream, matterId)]);
  const panel = meeting.status === 'unknown' ? panelDecider.initial : (await loader.load(panelStream, meeting.panelId)).state;
  return { meeting, panel, matter, actingAgency };
}
