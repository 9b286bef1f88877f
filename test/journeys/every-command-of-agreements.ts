import { agencies } from '@accord/composition';
import type { Command, Ground } from './every-ground';
import { done } from './person';
import * as story from './story';

const { icb, socialCare } = agencies;
/** Years of agreements that are apart from each other, so that no clause of one meets a clause of another. */
const yearOf = (place: number, years = 1) => ({ from: `${2005 + place}-04-01`, to: `${2005 + place + years}-04-01`, on: '2005-03-18' });
const signature = { post: 'Director', on: '2005-03-25' };

const clauseBody = { ...story.clauseBody, cost: 'up-to-weekly-rate', upToWeeklyPence: 250_000, atEnd: 'must-be-reviewed' };
const { weeks: _, ...clauseInDays } = { ...clauseBody, days: 10 };
const terms = {
  ...{ aims: 'Children live at home.', functions: 'NHS Act 2006 section 3.', clientGroup: 'Children under 18.', noticeMonths: 3 },
  ...{ title: 'Care at home', kind: 'section-75-pooled', parties: [icb, socialCare] },
};

/** An agreement of that year, signed by both, and by nobody but them. */
async function inForce({ cast }: Ground, place: number) {
  const made = await story.recordAgreement(cast, { ...story.agreementBody, ...yearOf(place), noticeMonths: 3 });
  for (const party of [cast.health, cast.care]) done(await party.post(`/v1/agreements/${made.agreementId}/signatures`, signature));
  return { ...made, path: `/v1/agreements/${made.agreementId}` };
}

/** Whole texts of two years, each with every field; and what they say goes before the clause of an agreement of both years. */
function textsBeside(clauseId: string) {
  const [own, other] = [{ place: 1 }, { clauseId }];
  return [
    { ...terms, ...yearOf(0), clauses: [clauseBody], precedences: [{ first: own, over: other }], reviewBy: '2006-01-31' },
    { ...terms, ...yearOf(1), clauses: [clauseInDays], precedences: [{ first: other, over: own }], reviewBy: '2007-01-31' },
  ];
}

async function ofTexts(ground: Ground): Promise<readonly Command[]> {
  const { cast } = ground;
  const { health } = cast;
  const beside = await story.recordAgreement(cast, { ...story.agreementBody, ...yearOf(0, 2) });
  const [unsigned, mistaken] = [await story.recordAgreement(cast, { ...story.agreementBody, ...yearOf(3) }), await story.recordAgreement(cast, { ...story.agreementBody, ...yearOf(-1) })];
  const drafts = await Promise.all(
    [4, 5].map(async (place) => story.idIn(done(await health.post('/v1/agreement-drafts', { ...story.agreementBody, ...yearOf(place) })))),
  );
  const texts = textsBeside(beside.clauseId);
  const varied = await inForce(ground, 6);
  const { clauseId } = varied;
  const { title: _title, kind: _kind, parties: _parties, ...further } = terms;
  const variation = { ...further, from: '2011-06-01', to: '2012-04-01', on: '2011-05-02', reviewBy: '2012-01-31' };
  const [first, second] = [{ ...clauseBody, clauseId }, clauseInDays];
  return [
    ...texts.map((body) => ({ name: 'POST /v1/agreements', person: health, path: '/v1/agreements', body })),
    ...texts.map((body) => ({ name: 'POST /v1/agreement-drafts', person: health, path: '/v1/agreement-drafts', body })),
    ...texts.map((body) => ({ name: 'POST /v1/agreement-drafts/{id}/redraft', person: health, path: `/v1/agreement-drafts/${drafts[0]}/redraft`, body })),
    { name: 'POST /v1/agreement-drafts/{id}/agreement', person: health, path: `/v1/agreement-drafts/${drafts[1]}/agreement`, body: { on: '2010-03-18' } },
    { name: 'POST /v1/agreements/{id}/signatures', person: health, path: `/v1/agreements/${unsigned.agreementId}/signatures`, body: { ...signature, version: 1 } },
    { name: 'POST /v1/agreements/{id}/withdrawal', person: health, path: `/v1/agreements/${mistaken.agreementId}/withdrawal`, body: { version: 1, reason: 'It was recorded twice.', on: '2005-03-25' } },
    {
      ...{ name: 'POST /v1/agreements/{id}/variations', person: health, path: `${varied.path}/variations` },
      body: { ...variation, clauses: [first, second], precedences: [{ first: { place: 2 }, over: { clauseId } }] },
    },
    {
      ...{ name: 'POST /v1/agreements/{id}/variations', person: health, path: `${varied.path}/variations` },
      body: { ...variation, clauses: [{ ...clauseInDays, clauseId }, clauseBody], precedences: [{ first: { clauseId }, over: { place: 2 } }] },
    },
  ];
}

async function ofEndings(ground: Ground): Promise<readonly Command[]> {
  const { health } = ground.cast;
  const [noticed, withdrawn, reviewed, ended] = [await inForce(ground, 7), await inForce(ground, 8), await inForce(ground, 9), await inForce(ground, 10)];
  const notice = { post: 'Director of finance', reason: 'The fund is overspent.', on: '2012-09-30' };
  done(await health.post(`${withdrawn.path}/notice`, { ...notice, on: '2013-09-30' }));
  return [
    { name: 'POST /v1/agreements/{id}/notice', person: health, path: `${noticed.path}/notice`, body: notice },
    { name: 'POST /v1/agreements/{id}/notice-withdrawal', person: health, path: `${withdrawn.path}/notice-withdrawal`, body: { reason: 'A cap was agreed.', on: '2013-10-07' } },
    { name: 'POST /v1/agreements/{id}/reviews', person: health, path: `${reviewed.path}/reviews`, body: { findings: 'It works.', nextReviewBy: '2015-03-01', on: '2014-09-01' } },
    {
      ...{ name: 'POST /v1/agreements/{id}/ending', person: health, path: `${ended.path}/ending` },
      body: { how: 'by-agreement-of-all', post: 'Director', from: '2015-11-02', on: '2015-10-05' },
    },
  ];
}

/** Every command about standing agreements, and what happens to a child on which they rest. */
export async function commandsOfAgreements(ground: Ground): Promise<readonly Command[]> {
  const { cast, words, childId } = ground;
  const { health, keyWorker } = cast;
  const applied = await inForce(ground, 12);
  const operated = await story.openChild(cast, { ...story.childBody, name: words('child') });
  const operation = done(await keyWorker.post(`/v1/children/${operated}/operations`, story.operationBody));
  const { operationId } = operation.body;
  const path = `/v1/children/${childId}`;
  return [
    ...(await ofTexts(ground)),
    ...(await ofEndings(ground)),
    { name: 'POST /v1/children/{id}/operations', person: keyWorker, path: `${path}/operations`, body: { ...story.operationBody, procedure: words('procedure') } },
    { name: 'POST /v1/children/{id}/discharges', person: keyWorker, path: `${path}/discharges`, body: { on: '2025-10-20', hospital: words('hospital') } },
    { name: 'POST /v1/children/{id}/placements', person: keyWorker, path: `${path}/placements`, body: { on: '2025-11-03', setting: words('setting') } },
    {
      ...{ name: 'POST /v1/agreements/{id}/applications', person: health, path: `${applied.path}/applications` },
      body: { childId: operated, operationId, eventId: operationId, clauseId: applied.clauseId },
    },
  ];
}
