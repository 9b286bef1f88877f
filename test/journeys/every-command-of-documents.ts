import { agencies } from '@accord/composition';
import type { Command, Ground } from './every-ground';
import { done } from './person';
import * as story from './story';

const { icb, socialCare } = agencies;

/** Every command about minutes and printed funding schedules. */
export async function commandsOfDocuments(ground: Ground): Promise<readonly Command[]> {
  return [await minutesApproval(ground), ...(await ofSchedules(ground))];
}

async function minutesApproval({ cast, panel }: Ground): Promise<Command> {
  const { administrator, chair } = cast;
  const [meetingId, later] = [await story.holdMeeting(cast, panel), await story.holdMeeting(cast, panel)];
  const closing = done(await administrator.post(`/v1/meetings/${meetingId}/closing`, { closedAt: '2025-09-01T12:00:00+01:00' }));
  const { headers } = done(await chair.get(`/v1/meetings/${meetingId}/minutes?after=${story.positionIn(closing)}`));
  return {
    ...{ name: 'POST /v1/meetings/{id}/minutes-approval', person: chair, path: `/v1/meetings/${meetingId}/minutes-approval` },
    body: {
      ...{ sha256: String(headers.get('etag')).replaceAll('"', ''), upTo: Number(headers.get('accord-position')) },
      ...{ practitionerId: panel.members[0], atMeetingId: later },
    },
  };
}

/** One post that two agencies pay, with a second figure in brackets. */
const table = (pounds: number): string => `role,resource,health,care,total\nManager,1.0 wte,"£${pounds} (50)","£20","£${pounds + 20}"\n`;

async function ofSchedules({ cast: { health } }: Ground): Promise<readonly Command[]> {
  const bodyOf = (pounds: number) => ({
    ...{ title: 'A joint team', source: 'Board paper', on: '2025-04-02', totalColumn: 'total', table: table(pounds) },
    period: { financialYear: '2025/26', from: '2025-04-01', to: '2026-04-01' },
    payers: [
      { column: 'health', agencyId: icb },
      { column: 'care', agencyId: socialCare },
    ],
  });
  const read = async (pounds: number) => story.idIn(done(await health.post('/v1/funding-schedules', bodyOf(pounds))));
  const of = (what: string, id: string, body: object): Command => ({
    ...{ name: `POST /v1/funding-schedules/{id}/${what}`, person: health, path: `/v1/funding-schedules/${id}/${what}`, body },
  });
  const said = { row: 2, column: 'health', ruling: 'printed-counts', answer: 'The figure in brackets is of last year.', on: '2025-04-03' };
  const answered = await read(102);
  done(await health.post(`/v1/funding-schedules/${answered}/answers`, said));
  return [
    { name: 'POST /v1/funding-schedules', person: health, path: '/v1/funding-schedules', body: bodyOf(100) },
    of('answers', await read(101), said),
    of('release', answered, { because: 'The rows count as printed.', on: '2025-04-03' }),
    of('withdrawal', await read(103), { because: 'It was never agreed.', on: '2025-04-03' }),
  ];
}
