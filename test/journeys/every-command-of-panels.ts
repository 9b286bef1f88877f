import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { nameBasedId } from '@accord/shared/commands-store';
import { directorPost, urgentProcedure } from './every-ground';
import type { Command, Ground } from './every-ground';
import { done } from './person';
import * as story from './story';

const { icb, socialCare } = agencies;

/** Every command about agencies, people, delegations and terms of reference. */
export async function commandsOfPanels(ground: Ground): Promise<readonly Command[]> {
  return [...(await ofAgencies(ground)), ...(await ofPeople(ground)), ...(await ofTerms(ground))];
}

async function ofAgencies({ cast, director }: Ground): Promise<readonly Command[]> {
  const { administrator, health } = cast;
  const register = async () => story.idIn(done(await administrator.post('/v1/agencies', story.agencyBody)));
  const [succeeded, closed] = [await register(), await register()];
  const limits = [{ per: 'week', amountPence: 150_000, measuredOn: 'own-share', categories: ['nursing'] }];
  const delegation = { limits, from: '2025-04-01', until: '2030-01-01', reference: 'Scheme of delegation 2025/26, section 4.2' };
  const made = done(await health.post(`/v1/agencies/${icb}/delegations`, { ...delegation, to: { post: 'Team manager' } }));
  const delegations = { name: 'POST /v1/agencies/{id}/delegations', person: health, path: `/v1/agencies/${icb}/delegations` };
  return [
    { name: 'POST /v1/agencies', person: administrator, path: '/v1/agencies', body: story.agencyBody },
    {
      ...{ name: 'POST /v1/agencies/{id}/succession', person: administrator, path: `/v1/agencies/${succeeded}/succession` },
      body: { on: '2025-06-01', successors: [{ agencyId: icb, functions: 'All of them.' }], basis: 'Health and Care Act 2022 s.14' },
    },
    {
      ...{ name: 'POST /v1/agencies/{id}/closure', person: administrator, path: `/v1/agencies/${closed}/closure` },
      body: { on: '2025-06-01', because: 'It was wound up.' },
    },
    { ...delegations, body: { ...delegation, to: { post: 'Team manager' } } },
    { ...delegations, body: { ...delegation, to: { practitionerId: director } } },
    {
      ...{ name: 'POST /v1/agencies/{id}/delegations/{delegationId}/revocation', person: health },
      path: `/v1/agencies/${icb}/delegations/${String(made.body['delegationId'])}/revocation`,
      body: { on: '2025-06-01', because: 'The post was abolished.' },
    },
  ];
}

async function ofPeople({ cast, words, panel }: Ground): Promise<readonly Command[]> {
  const { administrator } = cast;
  const [member] = panel.members;
  const employed = done(await administrator.post(`/v1/practitioners/${member}/employments`, story.employmentBody(icb, 'A former post')));
  const ofMember = `/v1/practitioners/${member}/employments`;
  return [
    {
      ...{ name: 'POST /v1/practitioners', person: administrator, path: '/v1/practitioners' },
      body: { name: words('practitioner'), on: '2025-04-01', actorId: nameBasedId('journey', 'sign-in') },
    },
    { name: 'POST /v1/practitioners/{id}/sign-in', person: administrator, path: `/v1/practitioners/${panel.members[2]}/sign-in`, body: { actorId: nameBasedId('journey', 'own sign-in') } },
    { name: 'POST /v1/practitioners/{id}/employments', person: administrator, path: ofMember, body: story.employmentBody(icb, 'Another post') },
    {
      ...{ name: 'POST /v1/practitioners/{id}/employments/{employmentId}/ending', person: administrator },
      ...{ path: `${ofMember}/${String(employed.body['employmentId'])}/ending`, body: { to: '2025-06-01' } },
    },
  ];
}

/** Terms of reference with everything that they can say. */
const fullTerms = {
  ...{ quorum: { members: 1, agencies: [icb] }, decisionMode: 'decision-maker-advised', decisionMaker: 1, chairs: [1] },
  commitment: { authority: 'of-the-panel', weeklyLimitPence: 500_000, categories: lineCategories },
  ...{ ratifiers: [directorPost], papersNotice: 5, urgent: urgentProcedure },
};
const fullSeat = {
  ...{ seatId: nameBasedId('journey', 'seat'), agencyId: icb, post: 'Director', standing: 'voting' },
  ...{ deputies: 'named-posts', deputyPosts: ['Deputy director'] },
};

async function ofTerms({ cast: { administrator } }: Ground): Promise<readonly Command[]> {
  const draft = async (rows: string) =>
    story.idIn(done(await administrator.post('/v1/terms-drafts', { title: 'A printed composition', table: `role,number,voting\n${rows}\n` })));
  const because = 'The clerk, by telephone.';
  const answered = await draft('Director,1,Voting');
  done(await administrator.post(`/v1/terms-drafts/${answered}/answers`, { row: 2, agencyId: icb, because }));
  const asked = await draft('Director,several,Perhaps');
  const panel = { name: 'A panel of one', kind: 'send', from: '2025-04-01' };
  const constituted = story.idIn(done(await administrator.post('/v1/panels', { ...panel, ...fullTerms, seats: [fullSeat] })));
  const answers = { name: 'POST /v1/terms-drafts/{id}/answers', person: administrator, path: `/v1/terms-drafts/${asked}/answers` };
  const panels = { name: 'POST /v1/panels', person: administrator, path: '/v1/panels' };
  return [
    { ...panels, body: { ...panel, ...fullTerms, seats: [fullSeat] } },
    { ...panels, body: { ...panel, ...fullTerms, draftId: answered } },
    {
      ...{ name: 'POST /v1/panels/{id}/terms-of-reference', person: administrator, path: `/v1/panels/${constituted}/terms-of-reference` },
      body: { from: '2025-10-01', because: 'The yearly review.', ...fullTerms, seats: [fullSeat] },
    },
    {
      ...{ name: 'POST /v1/terms-drafts', person: administrator, path: '/v1/terms-drafts' },
      body: { title: 'Another composition', table: 'role,number,voting\nChair,1,Voting\n' },
    },
    { ...answers, body: { row: 2, count: 2, because } },
    { ...answers, body: { row: 2, standing: 'voting', because } },
    { ...answers, body: { row: 2, agencyId: socialCare, because } },
  ];
}

/** Every command about children, and the tokens of the demonstration. */
export function commandsBesides({ cast, words, childId }: Ground): readonly Command[] {
  const { health, keyWorker } = cast;
  const criterion = { ...story.criterionBody, evidence: words('evidence of a criterion') };
  const ending = { ...criterion, from: '2026-01-05', evidence: words('evidence of an ending') };
  return [
    { name: 'POST /v1/children', person: keyWorker, path: '/v1/children', body: { ...story.childBody, name: words('child'), nhsNumber: story.nhsNumberOf(55) } },
    { name: 'POST /v1/children/search', person: keyWorker, path: '/v1/children/search', body: { nhsNumber: story.nhsNumberOf(55) } },
    { name: 'POST /v1/children/{id}/criteria', person: keyWorker, path: `/v1/children/${childId}/criteria`, body: criterion },
    { name: 'POST /v1/children/{id}/criterion-endings', person: keyWorker, path: `/v1/children/${childId}/criterion-endings`, body: ending },
    { name: 'POST /demonstration/tokens', person: health, path: '/demonstration/tokens', body: { person: 'auditor' } },
  ];
}
