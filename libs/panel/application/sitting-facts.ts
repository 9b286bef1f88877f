import { panelDecider, presentAt } from '@accord/panel/domain';
import type { MeetingState, SittingFacts } from '@accord/panel/domain';
import type { FactLoader } from '@accord/shared/commands';
import { instantOf } from '@accord/shared/kernel';
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

/** Everybody who was in a seat at that moment; who of them counts is for the rules to say. */
export function presentPeople({ meeting }: SittingFacts, at: string): readonly string[] {
  const instant = instantOf(at);
  return instant.ok && hasSat(meeting) ? presentAt(meeting, instant.value).map(({ practitionerId }) => practitionerId) : [];
}

const hasSat = (meeting: MeetingState): meeting is Extract<MeetingState, { readonly status: 'open' | 'adjourned' | 'closed' }> =>
  meeting.status === 'open' || meeting.status === 'adjourned' || meeting.status === 'closed';
