import { agencies } from '@accord/composition';
import { conditionBody, decidedIn, fullLines, idsIn, matterIn } from './every-ground';
import type { Command, Decided, Ground } from './every-ground';
import { outcomeBody, positionBody, sittingPath, takePositions } from './matter-story';
import type { Taken } from './matter-story';
import { done } from './person';
import * as story from './story';

const { icb } = agencies;
const at = '2025-09-01T10:30:00+01:00';

/** Every command about what is said and decided in a sitting, urgently between two, and what becomes of it. */
export async function commandsOfDecisions(ground: Ground): Promise<readonly Command[]> {
  const meetingId = await story.holdMeeting(ground.cast, ground.panel);
  const after = await Promise.all([ofUrgency(ground, meetingId), ofRatification(ground), ofCorrection(ground, meetingId), ofDelivery(ground, meetingId)]);
  return [...(await ofConsideration(ground, meetingId)), ...(await ofOutcome(ground, meetingId)), ...after.flat()];
}

async function ofConsideration(ground: Ground, meetingId: string): Promise<readonly Command[]> {
  const { cast, panel, voting, words } = ground;
  const { administrator } = cast;
  const taken = await matterIn(ground, meetingId);
  const votes = await story.holdMeeting(cast, voting);
  const [voted, tied] = [await matterIn(ground, votes, voting), await matterIn(ground, votes, voting)];
  for (const [place, vote] of ['for', 'against', 'abstains'].entries()) {
    const seatId = voting.seats[place]?.seatId;
    done(await administrator.post(`${sittingPath(tied)}/votes`, { at: '2025-09-01T10:00:00+01:00', seatId, vote }));
  }
  const of = (what: string, where: Taken, body: object): Command => ({
    ...{ name: `POST /v1/meetings/{id}/matters/{matterId}/${what}`, person: administrator },
    ...{ path: `${sittingPath(where)}/${what}`, body: { at, ofUrgent: false, ...body } },
  });
  return [
    of('discussion', taken, { note: words('note') }),
    of('positions', taken, { seatId: panel.seats[0]?.seatId, position: 'supports', reasons: words('reasons of a position') }),
    of('declined-contributions', taken, { seatId: panel.seats[1]?.seatId, reasons: words('reasons to decline') }),
    of('votes', voted, { seatId: voting.seats[0]?.seatId, vote: 'for' }),
    of('casting-vote', tied, { vote: 'for', reasons: words('reasons of the chair') }),
  ];
}

/** The three parts of the reasons, and the principle. */
const saying = ({ words }: Ground) => ({
  ...{ decided: words('what was decided'), reasons: words('reasons'), evidence: words('evidence'), principle: words('principle') },
});

/** An approval in part with everything that it can say, in place of a line of an earlier decision, ending another. */
function fullApproval(ground: Ground, { decisionId, lineIds }: Decided, paperId: string) {
  const [replaced, ended] = lineIds;
  const [first, ...others] = fullLines(ground);
  return {
    ...{ at, outcome: 'part-approved', withoutPrejudice: false, ...saying(ground), notApproved: ground.words('what was not approved') },
    papers: [{ paperId, version: 1, sha256: 'ab'.repeat(32) }],
    lines: [{ ...first, replaces: { decisionId, lineId: replaced } }, ...others],
    ends: [{ decisionId, lineId: ended, from: '2025-10-01' }],
    conditions: [conditionBody(ground)],
  };
}

async function paperOf({ cast: { keyWorker } }: Ground, { matterId }: Taken): Promise<string> {
  const paper = { version: 1, kind: 'costing', title: 'Costs', sha256: 'ab'.repeat(32), bytes: 10, circulatedAt: '2025-08-20T09:00:00+01:00' };
  return String(done(await keyWorker.post(`/v1/matters/${matterId}/papers`, paper)).body['paperId']);
}

async function ofOutcome(ground: Ground, meetingId: string): Promise<readonly Command[]> {
  const { cast, words, panel, ratifying } = ground;
  const [approved, deferred, referred] = [await matterIn(ground, meetingId), await matterIn(ground, meetingId), await matterIn(ground, meetingId)];
  for (const taken of [approved, deferred, referred]) await takePositions(cast, taken, panel.seats);
  const of = (taken: Taken, body: object): Command => ({
    ...{ name: 'POST /v1/meetings/{id}/matters/{matterId}/outcome', person: cast.administrator, path: `${sittingPath(taken)}/outcome`, body },
  });
  const full = fullApproval(ground, await decidedIn(ground, meetingId), await paperOf(ground, approved));
  return [
    of(approved, full),
    of(deferred, { at, outcome: 'deferred', ...saying(ground), missing: words('what is missing'), returnsOn: '2025-10-08' }),
    of(referred, { at, outcome: 'referred', ...saying(ground), referredTo: ratifying.panelId }),
  ];
}

const urgentAt = '2025-08-28T10:00:00+01:00';
const officersOf = ({ director }: Ground) => [{ agencyId: icb, practitionerId: director }];

async function ofUrgency(ground: Ground, meetingId: string): Promise<readonly Command[]> {
  const { cast, words, panel } = ground;
  const [first, second] = [await matterIn(ground, meetingId), await matterIn(ground, meetingId)];
  const officers = officersOf(ground);
  const earlier = await decidedIn(ground, await story.holdMeeting(cast, panel));
  const full = { ...fullApproval(ground, earlier, await paperOf(ground, first)), at, officers, urgency: words('urgency') };
  const urgent = { ...outcomeBody, at: urgentAt, officers, urgency: words('urgency') };
  const decided = done(await cast.health.post(`/v1/matters/${second.matterId}/urgent-decision`, urgent));
  for (const { seatId } of panel.seats.slice(0, 3)) {
    done(await cast.administrator.post(`${sittingPath(second)}/positions`, { ...positionBody(seatId), ofUrgent: true }));
  }
  return [
    { name: 'POST /v1/matters/{id}/urgent-decision', person: cast.health, path: `/v1/matters/${first.matterId}/urgent-decision`, body: full },
    {
      ...{ name: 'POST /v1/decisions/{id}/panel-ratification', person: cast.administrator, path: `/v1/decisions/${story.idIn(decided)}/panel-ratification` },
      body: { meetingId, at, outcome: 'ratified', reasons: words('reasons of the panel') },
    },
  ];
}

async function ofRatification(ground: Ground): Promise<readonly Command[]> {
  const { cast, words, ratifying, director } = ground;
  const meetingId = await story.holdMeeting(cast, ratifying);
  const [one, other] = [await decidedIn(ground, meetingId, ratifying), await decidedIn(ground, meetingId, ratifying)];
  const of = (what: string, { decisionId }: Decided, body: object): Command => ({
    ...{ name: `POST /v1/decisions/{id}/${what}`, person: cast.health, path: `/v1/decisions/${decisionId}/${what}` },
    body: { practitionerId: director, on: '2025-09-05', reasons: words('reasons to ratify'), ...body },
  });
  return [of('ratification', one, { effectiveFrom: '2025-09-05' }), of('ratification-refusal', other, {})];
}

async function ofCorrection(ground: Ground, meetingId: string): Promise<readonly Command[]> {
  const { cast, words } = ground;
  const [corrected, approved, refused] = [await decidedIn(ground, meetingId), await decidedIn(ground, meetingId), await decidedIn(ground, meetingId)];
  const request = async ({ decisionId }: Decided): Promise<string> => {
    const answer = done(await cast.health.post(`/v1/decisions/${decisionId}/corrections`, { because: 'A slip.', reasons: 'As it should read.' }));
    return `/v1/decisions/${decisionId}/corrections/${String(answer.body['correctionId'])}`;
  };
  const name = 'POST /v1/decisions/{id}/corrections';
  const of = (decisionId: string, body: object): Command => ({
    ...{ name, person: cast.administrator, path: `/v1/decisions/${decisionId}/corrections`, body: { because: words('why it is wrong'), ...body } },
  });
  return [
    ...(await ofOtherOutcomes(ground, meetingId, of)),
    {
      ...{ name, person: cast.administrator, path: `/v1/decisions/${corrected.decisionId}/corrections` },
      body: {
        ...{ because: words('why it is wrong'), decided: words('as decided'), reasons: words('as reasoned'), evidence: words('as shown') },
        ...{ principle: words('as guiding'), withoutPrejudice: true },
        lines: fullLines(ground).slice(0, corrected.lineIds.length).map((line, place) => ({ ...line, lineId: corrected.lineIds[place] })),
        positions: [{ agencyId: icb, position: 'supports' }],
        conditions: corrected.conditionIds.map((conditionId) => ({ ...conditionBody(ground), conditionId })),
      },
    },
    { name: `${name}/{correctionId}/approval`, person: cast.administrator, path: `${await request(approved)}/approval`, body: {} },
    { name: `${name}/{correctionId}/refusal`, person: cast.administrator, path: `${await request(refused)}/refusal`, body: { because: words('why it stays') } },
  ];
}

/** Corrections of what only some decisions say: lines that replace others, what was not approved, what is missing, why it could not wait. */
async function ofOtherOutcomes(ground: Ground, meetingId: string, of: (decisionId: string, body: object) => Command): Promise<readonly Command[]> {
  const { cast, words, panel } = ground;
  const [part, deferred, urgent] = [await matterIn(ground, meetingId), await matterIn(ground, meetingId), await matterIn(ground, meetingId)];
  const full = fullApproval(ground, await decidedIn(ground, meetingId), await paperOf(ground, part));
  for (const taken of [part, deferred]) await takePositions(cast, taken, panel.seats);
  const approved = done(await cast.administrator.post(`${sittingPath(part)}/outcome`, full));
  const ids = idsIn(approved, 'lines', 'lineId');
  const deferral = { at, outcome: 'deferred', ...saying(ground), missing: words('what is missing'), returnsOn: '2025-10-08' };
  const putOff = done(await cast.administrator.post(`${sittingPath(deferred)}/outcome`, deferral));
  const urgently = { ...outcomeBody, at: urgentAt, officers: officersOf(ground), urgency: words('urgency') };
  const taken = done(await cast.health.post(`/v1/matters/${urgent.matterId}/urgent-decision`, urgently));
  return [
    of(String(approved.body['decisionId']), { notApproved: words('as not approved'), lines: full.lines.map((line, place) => ({ ...line, lineId: ids[place] })) }),
    of(String(putOff.body['decisionId']), { missing: words('as missing') }),
    of(story.idIn(taken), { urgency: words('as urgent') }),
  ];
}

async function ofDelivery(ground: Ground, meetingId: string): Promise<readonly Command[]> {
  const { cast, words, panel, childId } = ground;
  const { keyWorker, administrator } = cast;
  const [first, second] = [await decidedIn(ground, meetingId), await decidedIn(ground, meetingId)];
  const on = '2025-09-10';
  const ofCondition = (what: string, place: number, body: object): Command => ({
    ...{ name: `POST /v1/decisions/{id}/conditions/{conditionId}/${what}`, person: what === 'waiver' ? administrator : keyWorker },
    ...{ path: `/v1/decisions/${first.decisionId}/conditions/${first.conditionIds[place]}/${what}`, body: { on, ...body } },
  });
  const ofLine = (what: string, place: number, body: object): Command => {
    const { decisionId, lineIds } = what === 'end' ? second : first;
    const path = `/v1/decisions/${decisionId}/lines/${lineIds[place]}`;
    return { name: `POST /v1/decisions/{id}/lines/{lineId}/${what}`, person: keyWorker, path: `${path}/${what}`, body: { on, ...body } };
  };
  done(await keyWorker.post(`/v1/decisions/${second.decisionId}/lines/${second.lineIds[0]}/start`, { provider: 'Northshire Carers', on: '2025-09-02' }));
  return [
    ofCondition('fulfilment', 0, { evidence: words('what shows it') }),
    ofCondition('waiver', 1, { because: words('why it is waived') }),
    ofLine('start', 0, { provider: 'Northshire Carers' }),
    ofLine('delay', 1, { barrier: 'no-staff', because: words('why it is late'), expectedOn: '2025-10-01' }),
    ofLine('unavailability', 2, { barrier: 'no-provider', because: words('why it is not to be had') }),
    ofLine('end', 0, { because: words('why it ended') }),
    {
      ...{ name: 'POST /v1/breaches', person: keyWorker, path: '/v1/breaches' },
      body: {
        ...{ panelId: panel.panelId, meetingId, matterId: first.matterId, decisionId: first.decisionId, childId, on },
        ...{ rule: 'meeting-inquorate', account: words('account'), saidBy: words('who says so') },
      },
    },
  ];
}
