import { sayingEverything } from './every-command-of-lines';
import { matterIn } from './every-ground';
import type { Command, Ground } from './every-ground';
import { agendaBody, matterBody } from './matter-story';
import { done } from './person';
import * as story from './story';

const at = '2025-09-01T10:00:00+01:00';

/** Every command about meetings, who sits in them, and the matters that are brought. */
export async function commandsOfMeetings(ground: Ground): Promise<readonly Command[]> {
  return [...(await ofCalendar(ground)), ...(await ofSitting(ground)), ...(await ofMatters(ground))];
}

const planned = { on: '2025-09-01', startsAt: '09:30', place: 'Room 2' };

async function ofCalendar({ cast, panel }: Ground): Promise<readonly Command[]> {
  const { administrator } = cast;
  const [opening, moved, cancelled] = [await story.planMeeting(cast, panel), await story.planMeeting(cast, panel), await story.planMeeting(cast, panel)];
  const { present, ...opened } = story.openingBody(panel);
  return [
    { name: 'POST /v1/panels/{id}/meetings', person: administrator, path: `/v1/panels/${panel.panelId}/meetings`, body: planned },
    {
      ...{ name: 'POST /v1/meetings/{id}/opening', person: administrator, path: `/v1/meetings/${opening}/opening` },
      body: { ...opened, present: present.map((each) => ({ ...each, as: 'member' })) },
    },
    {
      ...{ name: 'POST /v1/meetings/{id}/move', person: administrator, path: `/v1/meetings/${moved}/move` },
      body: { ...planned, on: '2025-09-08', because: 'A bank holiday.' },
    },
    {
      ...{ name: 'POST /v1/meetings/{id}/cancellation', person: administrator, path: `/v1/meetings/${cancelled}/cancellation` },
      body: { because: 'Nothing to decide.' },
    },
  ];
}

async function ofSitting(ground: Ground): Promise<readonly Command[]> {
  const { cast, panel, words } = ground;
  const { administrator } = cast;
  const { present, ...opened } = story.openingBody(panel);
  const seat = (place: number) => String(panel.seats[place]?.seatId);
  const open = async (count = 4): Promise<string> => {
    const meetingId = await story.planMeeting(cast, panel);
    done(await administrator.post(`/v1/meetings/${meetingId}/opening`, { ...opened, present: present.slice(0, count) }));
    return meetingId;
  };
  const [room, adjourned, left] = [await open(3), await open(), await open()];
  done(await administrator.post(`/v1/meetings/${adjourned}/adjournment`, { at: '2025-09-01T09:40:00+01:00', because: 'A fire alarm.' }));
  const { matterId } = await matterIn(ground, room);
  done(await administrator.post(`/v1/meetings/${room}/recusals`, { seatId: seat(2), matterId, at: '2025-09-01T09:40:00+01:00' }));
  const of = (what: string, meetingId: string, body: object): Command => ({
    ...{ name: `POST /v1/meetings/{id}/${what}`, person: administrator, path: `/v1/meetings/${meetingId}/${what}`, body },
  });
  return [
    of('arrivals', room, { seatId: seat(3), practitionerId: panel.members[3], as: 'member', at }),
    of('chair', room, { seatId: seat(1), at }),
    of('interests', room, { seatId: seat(0), matterId, at, kind: 'indirect', interest: words('interest') }),
    of('recusals', room, { seatId: seat(0), matterId, at }),
    of('returns', room, { seatId: seat(2), matterId, at }),
    of('departures', left, { seatId: seat(1), at }),
    of('adjournment', await open(), { at, resumesOn: '2025-09-02', because: 'A fire alarm.' }),
    of('resumption', adjourned, { at, chairSeatId: seat(0), present: present.map((each) => ({ ...each, as: 'member' })) }),
    of('closing', await open(), { closedAt: at }),
  ];
}

const paperBody = { version: 1, kind: 'assessment', sha256: 'ab'.repeat(32), bytes: 48_120, circulatedAt: '2025-08-20T09:00:00+01:00' };

async function ofMatters(ground: Ground): Promise<readonly Command[]> {
  const { cast, panel, words, childId } = ground;
  const { administrator, keyWorker } = cast;
  const meetingId = await story.planMeeting(cast, panel);
  const raise = async () => story.idIn(done(await keyWorker.post('/v1/matters', matterBody(panel.panelId, childId))));
  const matterId = await raise();
  const onAgenda = await matterIn(ground, meetingId);
  const paper = { ...paperBody, title: words('title of a paper'), location: words('place of a paper') };
  const paperId = String(done(await keyWorker.post(`/v1/matters/${matterId}/papers`, paper)).body['paperId']);
  const line = { ...story.linesBody[0], ...sayingEverything(words, 'provision asked for') };
  const asked = {
    ...{ ...matterBody(panel.panelId, childId), asks: words('what is asked') },
    ...{ outcomesWanted: [words('outcome wanted')], lines: [{ ...line, replaces: { decisionId: matterId, lineId: matterId } }] },
  };
  const of = (what: string, body: object, id = matterId): Command => ({
    ...{ name: `POST /v1/matters/{id}/${what}`, person: what.startsWith('agenda') ? administrator : keyWorker, path: `/v1/matters/${id}/${what}`, body },
  });
  return [
    { name: 'POST /v1/matters', person: keyWorker, path: '/v1/matters', body: asked },
    of('views', { of: 'child', how: 'in-person', views: words('views'), on: '2025-08-20' }),
    of('views-not-obtained', { of: 'family', because: words('why no views'), on: '2025-08-20' }),
    of('papers', { ...paper, paperId, version: 2, sha256: 'cd'.repeat(32), circulatedAt: '2025-08-21T09:00:00+01:00' }),
    {
      ...{ name: 'POST /v1/matters/{id}/papers/{paperId}/check', person: keyWorker },
      ...{ path: `/v1/matters/${matterId}/papers/${paperId}/check`, body: { sha256: paper.sha256 } },
    },
    of('agenda', { ...agendaBody(meetingId), startsAt: '10:30' }, await raise()),
    of('agenda-removal', { meetingId, because: 'Too early.', on: '2025-08-25' }, onAgenda.matterId),
    of('withdrawal', { because: words('why withdrawn'), on: '2025-08-25' }, await raise()),
  ];
}
