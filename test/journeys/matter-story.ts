import { done } from './person';
import type { Answer } from './person';
import { idIn, linesBody } from './story';
import type { Cast, PanelMade, SeatMade } from './story';

/** What is asked of a panel about a child; the lines asked for are those of worked example 1. */
export const matterBody = (panelId: string, childId: string) => ({
  ...{ panelId, childId, kind: 'new-package', on: '2025-08-18' },
  needs: ['mobility', 'breathing'],
  asks: 'Two carers day and night, nursing overnight and support at school.',
  outcomesWanted: ['Sleeps through the night at home.'],
  lines: linesBody,
});
export const viewsBody = { of: 'child', how: 'through-a-worker', views: 'Wants to be at home with the dog.', on: '2025-08-20' };
export const noViewsBody = { of: 'family', because: 'Mother is in hospital and asked us to go on without her.', on: '2025-08-20' };

/** An approval of the lines of worked example 1. */
export const outcomeBody = {
  at: '2025-09-01T10:05:00+01:00',
  outcome: 'approved',
  decided: 'Personal care, nursing and support at school are agreed from 1 September.',
  reasons: 'Two carers are needed day and night; the assessor and the school agree.',
  evidence: 'The continuing care assessment and the report of the school.',
  lines: linesBody,
};
export const positionBody = (seatId: string, position = 'supports') => ({ at: '2025-09-01T10:00:00+01:00', seatId, position });

let places = 0;
export const agendaBody = (meetingId: string) => ({ meetingId, place: (places++ % 500) + 1, on: '2025-08-22' });

/** A matter in a meeting. */
export interface Taken {
  readonly meetingId: string;
  readonly matterId: string;
}
export const sittingPath = ({ meetingId, matterId }: Taken): string => `/v1/meetings/${meetingId}/matters/${matterId}`;

/** Brings a matter to a meeting, with the child's views and the reason why the family's are missing. */
export async function bringMatter(cast: Cast, meetingId: string, body: ReturnType<typeof matterBody>): Promise<Taken> {
  const { keyWorker, administrator } = cast;
  const matterId = idIn(done(await keyWorker.post('/v1/matters', body)));
  done(await keyWorker.post(`/v1/matters/${matterId}/views`, viewsBody));
  done(await keyWorker.post(`/v1/matters/${matterId}/views-not-obtained`, noViewsBody));
  done(await administrator.post(`/v1/matters/${matterId}/agenda`, agendaBody(meetingId)));
  return { meetingId, matterId };
}

/** Each of the seats that vote supports the request for its agency. */
export async function takePositions({ administrator }: Cast, taken: Taken, seats: readonly SeatMade[]): Promise<void> {
  for (const { seatId } of seats.slice(0, 3)) {
    done(await administrator.post(`${sittingPath(taken)}/positions`, positionBody(seatId)));
  }
}

export interface About {
  readonly panel: PanelMade;
  readonly meetingId: string;
  readonly childId: string;
}

/** A matter about the child, on the agenda of an open meeting, that every voting seat supports. */
export async function supportedMatter(cast: Cast, { panel, meetingId, childId }: About): Promise<Taken> {
  const taken = await bringMatter(cast, meetingId, matterBody(panel.panelId, childId));
  await takePositions(cast, taken, panel.seats);
  return taken;
}

/** Brings a matter and records its outcome, whatever the answer. */
export async function decide(cast: Cast, about: About, body: object = outcomeBody): Promise<Answer> {
  const taken = await supportedMatter(cast, about);
  return cast.administrator.post(`${sittingPath(taken)}/outcome`, body);
}
