import { agencies } from '@accord/composition';
import { lineCategories } from '@accord/panel/contracts';
import { nameBasedId } from '@accord/shared/commands-store';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { delegate, eightSeats, employ, posts, registerNeighbours, wholeCastOf } from './eight-seats';
import type { EightSeats, WholeCast } from './eight-seats';
import { done, problemIn } from './person';
import type { Answer } from './person';
import { expectingProblems } from './refusing';
import type { Ask, Case } from './refusing';
import { SittingStory, bring, lineBody } from './sitting-story';
import * as story from './story';

const { icb, socialCare, education } = agencies;
const unknown = nameBasedId('journey', 'of nothing');

let area: AreaUnderTest;
let cast: WholeCast;
let panel: EightSeats;
let sitting: SittingStory;
let closed: SittingStory;
let childId: string;
/** A matter on which seats 1 to 3 voted for, seat 4 not yet. */
let voted: string;
/** A matter from which the member for health withdrew. */
let conflicted: string;
/** A tie. */
let tied: string;
/** A matter in the meeting that is closed. */
let late: string;
let paperId: string;
/** Beyond the authority of health, decided and not ratified. */
let awaiting: Answer;
/** Somebody of health whose delegation has ended, and somebody who has none. */
let former: string;
let stranger: string;
const expectProblem = expectingProblems(() => area);
const dear = lineBody(['personal-care', 'Carers by day and by night.', 400_000], [icb, 5_000], [socialCare, 5_000]);
const words = { decided: 'It is agreed.', reasons: 'It is needed.', evidence: 'The assessment.' };

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await wholeCastOf(area);
  panel = await eightSeats(cast, await registerNeighbours(cast));
  await delegate(cast);
  childId = await story.openChild(cast);
  sitting = await plan('2025-09-10');
  closed = await plan('2025-09-10');
  let place = 0;
  const matter = (where: SittingStory) =>
    bring(cast, { meetingId: where.meetingId, place: ++place, panelId: panel.panelId, childId, asks: 'Carers.', lines: [dear] });
  [voted, conflicted, tied, late] = [await matter(sitting), await matter(sitting), await matter(sitting), await matter(closed)];
  const decided = await matter(sitting);
  const paper = { version: 1, kind: 'assessment', title: 'Assessment', sha256: 'ab'.repeat(32), bytes: 10, circulatedAt: '2025-09-01T09:00:00+01:00' };
  paperId = String(done(await cast.keyWorker.post(`/v1/matters/${voted}/papers`, paper)).body['paperId']);
  await sitting.opens('09:30', [1, 2, 3, 4, 6]);
  await closed.opens('09:30', [1, 2, 3, 4]);
  await closed.closes('09:31');
  done(await sitting.tries('recusals', { seatId: sitting.seat(1), matterId: conflicted, at: sitting.at('09:35') }));
  done(await sitting.tries('returns', { seatId: sitting.seat(1), matterId: conflicted, at: sitting.at('09:36') }));
  await sitting.takesChair('09:37', 2);
  await sitting.votes('09:40', voted, { 1: 'for', 2: 'for', 3: 'for' });
  await sitting.votes('09:40', conflicted, { 2: 'for', 3: 'for', 4: 'for' });
  await sitting.votes('09:40', tied, { 1: 'for', 2: 'for', 3: 'against', 4: 'against' });
  await sitting.votes('09:40', decided, { 1: 'for', 2: 'for', 3: 'for', 4: 'for' });
  awaiting = done(await sitting.triesOn(decided, 'outcome', { at: sitting.at('09:45'), outcome: 'approved', lines: [dear], ...words }));
  former = await employ(cast, { name: 'Asha Rao', agencyId: icb, post: 'Programme lead', signsInAs: 'health-commissioner' });
  stranger = await employ(cast, { name: 'Nia Bowen', agencyId: icb, post: 'Analyst', signsInAs: 'health-commissioner' });
  const limits = [{ per: 'week', amountPence: 900_000, measuredOn: 'own-share', categories: lineCategories }];
  const ended = { to: { practitionerId: former }, limits, from: '2025-04-01', until: '2025-09-15', reference: 'Letter of 1 April 2025' };
  done(await cast.health.post(`/v1/agencies/${icb}/delegations`, ended));
}, 60_000);
afterAll(() => area.stop());

async function plan(day: string): Promise<SittingStory> {
  const planned = done(await cast.administrator.post(`/v1/panels/${panel.panelId}/meetings`, { on: day }));
  return new SittingStory(cast, panel, { day, meetingId: story.idIn(planned) });
}

const vote = (matterId: string, seat: number, on: () => SittingStory = () => sitting) =>
  on().triesOn(matterId, 'votes', { at: on().at('10:00'), seatId: on().seat(seat), vote: 'for' });
const decide = (matterId: string, change: object = {}, on: () => SittingStory = () => sitting) =>
  on().triesOn(matterId, 'outcome', { at: on().at('10:00'), outcome: 'approved', lines: [dear], ...words, ...change });
const ratify = (practitionerId: string, change: object = {}) =>
  cast.health.post(`/v1/decisions/${story.idIn(awaiting)}/ratification`, { practitionerId, on: '2025-09-20', ...change });
const arrive = (seat: number, practitionerId: string, as: string) =>
  sitting.tries('arrivals', { seatId: sitting.seat(seat), practitionerId, as, at: sitting.at('10:00') });
const withConditions = (change: object) => ({
  outcome: 'approved-with-conditions',
  conditions: [{ words: 'A carer is found.', owner: { agencyId: icb, post: posts.health }, dueOn: '2025-10-01', ...change }],
});
const cited = () => ({ papers: [{ paperId, version: 1, sha256: 'cd'.repeat(32) }] });

describe('What the rules of the panel room stop is refused with the rule’s sentence, and kept', () => {
  type Stopped = readonly [what: string, status: number, code: string, sentence: string, ask: Ask];
  const stopped: readonly Stopped[] = [
    ['a vote by an observer', 403, 'vote-by-non-voter', 'This seat has no vote: what its holder says can be noted in the discussion.', () => vote(voted, 6)],
    ['a vote by a member who withdrew', 403, 'vote-by-recused', 'The member in this seat has withdrawn from the matter, and does not vote on it.', () => vote(conflicted, 1)],
    ['a vote by an absent member', 409, 'vote-by-absent', 'Nobody is in this seat at that minute: only a member in the room votes.', async () => {
      await sitting.leaves('09:50', 4);
      return vote(voted, 4);
    }],
    ['a vote twice by one', 409, 'vote-already-cast', 'This member has voted on the matter; a vote cannot be changed.', () => vote(voted, 1)],
    ['a matter decided in a closed meeting', 409, 'meeting-not-open', 'This meeting is closed; bring what is left to the next meeting.', () => decide(late, {}, () => closed)],
    ['a vote in a closed meeting', 409, 'meeting-not-open', 'This meeting is closed; bring what is left to the next meeting.', () => vote(late, 1, () => closed)],
    ['a matter decided without its quorum', 409, 'meeting-inquorate', 'The matter can be deferred.', () => decide(conflicted)],
    ['a paper whose hash differs', 409, 'paper-differs', 'A paper is cited whose hash is not that of the paper circulated', () => decide(voted, cited())],
    ['a deputy for two seats', 409, 'deputy-for-two-seats', 'a deputy fills one, and none beside an own seat.', () => arrive(4, String(panel.members[1]), 'deputy')],
    ['a deputy where none may sit', 409, 'deputy-not-allowed', 'The terms of reference do not let this person deputise in this seat', () => arrive(5, String(panel.members[4]), 'deputy')],
    ['a member of another agency', 409, 'practitioner-not-of-agency', 'This person has no post at the agency on 10 September 2025', () => arrive(5, panel.careDirector, 'member')],
    ['a ratification under a delegation that has ended', 409, 'delegation-ended', 'The delegation ended on 15 September 2025 and commits nothing since', () => ratify(former)],
    ['a ratification without a delegation', 403, 'authority-not-delegated', "The agency's scheme of delegation gives this person no authority", () => ratify(stranger)],
    ['a ratification by the one who decided', 403, 'ratified-by-decider', 'Nobody ratifies what they took part in deciding', () => ratify(String(panel.members[0]))],
    ['an approval with a condition that has no owner', 422, 'condition-without-owner', 'Say for each condition which post of which agency is to meet it.', () => decide(voted, withConditions({ owner: undefined }))],
    ['a decision without reasons', 422, 'reasons-missing', 'Say what was decided, why, and on what evidence', () => decide(voted, { reasons: undefined })],
    ['a tie without a casting vote', 409, 'casting-vote-missing', '2 for and 2 against', () => sitting.triesOn(tied, 'outcome', { at: sitting.at('09:45'), outcome: 'approved', lines: [dear], ...words })],
    ['a casting vote without reasons', 422, 'reasons-missing', 'A tie is settled only with reasons', () => sitting.triesOn(tied, 'casting-vote', { at: sitting.at('09:45'), vote: 'for' })],
    ['an outcome against the votes', 409, 'outcome-contradicts-votes', 'the outcome says the contrary', () => decide(voted, { outcome: 'declined', lines: [] })],
    ['an outcome before every member voted', 409, 'votes-missing', 'Every voting member present votes, or abstains', () => sitting.triesOn(voted, 'outcome', { at: sitting.at('09:45'), outcome: 'approved', lines: [dear], ...words })],
    ['a casting vote without a tie', 409, 'votes-not-tied', 'there is no tie to settle', () => sitting.triesOn(voted, 'casting-vote', { at: sitting.at('10:00'), vote: 'for', reasons: 'To be sure.' })],
    ['an observer in the chair', 409, 'chair-may-not-chair', 'An observer may not chair', () => sitting.tries('chair', { seatId: sitting.seat(6), at: sitting.at('10:00') })],
    ['something that happened before what is on record', 409, 'meeting-moment-out-of-order', 'What was left out before it is recorded as a breach.', () => sitting.tries('departures', { seatId: sitting.seat(2), at: sitting.at('09:36') })],
    ['a delegation of another agency’s money', 403, 'delegation-of-another-agency', 'Ask somebody who acts for that agency to record it: it is its own money.', () => cast.care.post(`/v1/agencies/${icb}/delegations`, { to: { post: 'Anyone' }, limits: [{ per: 'week', amountPence: 1, measuredOn: 'gross', categories: ['nursing'] }], from: '2025-04-01', reference: 'None' })],
  ];
  it.each(stopped)('%s', async (_what, status, code, sentence, ask) => {
    const answers: Answer[] = [];
    const asked: Ask = async () => {
      const answer = await ask();
      answers.push(answer);
      return answer;
    };
    // One of them needs a member to leave first, which is an event of its own.
    const before = await area.stores.events.head();
    expect(problemIn(await asked())).toEqual({ status, code });
    const { events } = await area.stores.events.readAll({ after: before, limit: 10 });
    expect(events.filter(({ type }) => type === 'AttemptRefused')).toHaveLength(1);
    expect(answers[0]?.body['detail']).toContain(sentence);
    const after = await area.stores.events.head();
    const [kept] = done(await cast.inspector.get(`/v1/refused-attempts?limit=1&after=${after}`)).body['entries'] as readonly { readonly details: object }[];
    expect(kept?.details).toMatchObject({ refusal: code, because: answers[0]?.body['detail'] });
  });

  it('each names the rule from which it comes', async () => {
    const kept = done(await cast.inspector.get('/v1/refused-attempts?limit=200')).body['entries'] as readonly { readonly details: { readonly refusal: string; readonly source?: string } }[];
    const sources = Object.fromEntries(kept.map(({ details: { refusal, source } }) => [refusal, source]));
    expect(sources).toMatchObject({
      'vote-by-recused': 'Terms of reference, conflicts of interest',
      'meeting-inquorate': 'Terms of reference, quorum',
      'paper-differs': 'Terms of reference, papers',
      'deputy-for-two-seats': 'Terms of reference, deputies',
      'delegation-ended': 'Scheme of delegation',
      'ratified-by-decider': 'Terms of reference, authority',
      'reasons-missing': 'Terms of reference, reasons',
    });
  });

  it('nothing of it changed who voted', async () => {
    const { body } = done(await cast.inspector.get(`/v1/meetings/${sitting.meetingId}/agenda`));
    const decisions = (body['items'] as readonly { readonly decision: unknown }[]).map(({ decision }) => decision !== null);
    expect(decisions).toEqual([false, false, false, true]);
  });
});

describe('Of what is handed in after a decision, or about people and panels, is refused where', () => {
  const after = (path: string, body: object) => cast.administrator.post(`/v1/decisions/${story.idIn(awaiting)}/${path}`, body);
  const agency = (path: string, body: object, id: string = education) => cast.administrator.post(`/v1/agencies/${id}/${path}`, body);
  const constitute = (change: object) => cast.administrator.post('/v1/panels', { ...story.panelBody, ...change });
  const succession = { on: '2026-01-01', successors: [{ agencyId: icb, functions: 'All.' }], basis: 'An order.' };
  const meeting = (path: string, body: object, id = () => sitting.meetingId) => cast.administrator.post(`/v1/meetings/${id()}/${path}`, body);
  const draft = (table: string) => cast.administrator.post('/v1/terms-drafts', { title: 'A composition', table });
  const cases: Case[] = [
    ['the decision to ratify is not known', 404, 'decision-unknown', () => cast.health.post(`/v1/decisions/${unknown}/ratification`, { practitionerId: panel.nurse })],
    ['it is ratified before it was taken', 422, 'ratification-before-decision', () => ratify(panel.director, { on: '2025-09-09' })],
    ['it is ratified tomorrow', 409, 'ratification-in-future', () => ratify(panel.director, { on: '2099-01-01' })],
    ['the panel is to ratify what was not urgent', 409, 'decision-not-urgent', () => after('panel-ratification', { meetingId: sitting.meetingId, at: sitting.at('10:00'), outcome: 'ratified' })],
    ['nothing is to be corrected', 422, 'correction-of-nothing', () => after('corrections', { because: 'It is wrong.' })],
    ['a correction was never asked for', 404, 'correction-unknown', () => after(`corrections/${unknown}/approval`, {})],
    ['a condition is not of the decision', 404, 'condition-unknown', () => after(`conditions/${unknown}/fulfilment`, { on: '2025-09-20', evidence: 'A letter.' })],
    ['a line is not of the decision', 404, 'line-unknown', () => after(`lines/${unknown}/start`, { on: '2025-09-20', provider: 'Carers' })],
    ['a provision starts tomorrow', 409, 'delivery-in-future', () => after(`lines/${unknown}/start`, { on: '2099-01-01', provider: 'Carers' })],
    ['a provision starts under a decision that awaits ratification', 409, 'decision-without-effect', () => after(`lines/${lineId()}/start`, { on: '2025-09-20', provider: 'Carers' }), 1],
    ['a breach lies in the future', 409, 'breach-in-future', () => cast.inspector.post('/v1/breaches', { panelId: panel.panelId, on: '2099-01-01', rule: 'meeting-inquorate', account: 'A.', saidBy: 'B.' })],
    ['a breach is of a decision of nobody', 404, 'decision-unknown', () => cast.inspector.post('/v1/breaches', { panelId: panel.panelId, decisionId: unknown, on: '2025-09-20', rule: 'meeting-inquorate', account: 'A.', saidBy: 'B.' })],
    ['an agency succeeds itself', 422, 'succession-into-itself', () => agency('succession', { ...succession, successors: [{ agencyId: education, functions: 'All.' }] })],
    ['a successor is named twice', 422, 'successor-repeated', () => agency('succession', { ...succession, successors: [...succession.successors, ...succession.successors] })],
    ['a successor is not registered', 404, 'agency-unknown', () => agency('succession', { ...succession, successors: [{ agencyId: unknown, functions: 'All.' }] })],
    ['an agency ends before it began', 422, 'agency-ends-before-it-began', () => agency('closure', { on: '2022-06-30', because: 'By mistake.' })],
    ['the agency to close is not known', 404, 'agency-unknown', () => agency('closure', { on: '2025-06-30', because: 'By mistake.' }, unknown)],
    ['a delegation is to nobody', 422, 'delegation-to-nobody', () => cast.health.post(`/v1/agencies/${icb}/delegations`, { to: {}, limits: [{ per: 'week', amountPence: 1, measuredOn: 'gross', categories: ['nursing'] }], from: '2025-04-01', reference: 'None' })],
    ['the delegation to revoke is not known', 404, 'delegation-unknown', () => cast.health.post(`/v1/agencies/${icb}/delegations/${unknown}/revocation`, { on: '2025-06-01', because: 'Gone.' })],
    ['the practitioner to employ is not known', 404, 'practitioner-unknown', () => cast.administrator.post(`/v1/practitioners/${unknown}/employments`, story.employmentBody(icb, 'A post'))],
    ['an employment is not known', 404, 'employment-unknown', () => cast.administrator.post(`/v1/practitioners/${former}/employments/${unknown}/ending`, { to: '2025-06-01' })],
    ['a post has no role', 422, 'list-too-short', () => cast.administrator.post(`/v1/practitioners/${former}/employments`, { ...story.employmentBody(icb, 'A post'), roles: [] })],
    ['a panel has neither seats nor a composition', 422, 'seats-not-said', () => constitute({ seats: undefined })],
    ['a panel has no decision-maker to advise', 422, 'decision-maker-missing', () => constitute({ decisionMode: 'decision-maker-advised' })],
    ['a panel’s composition was never read', 404, 'terms-draft-unknown', () => constitute({ seats: undefined, draftId: unknown })],
    ['a seat that is not there is to chair', 404, 'seat-unknown', () => constitute({ chairs: [9] })],
    ['nobody is named to deputise where somebody named may', 422, 'deputy-posts-missing', () => constitute({ seats: story.panelBody.seats.map((seat) => ({ ...seat, deputies: 'named-posts' })) })],
    ['fewer officers are named than must decide', 422, 'urgent-officers-too-few', () => constitute({ urgent: { officers: [{ agencyId: icb, post: 'Director' }], officersNeeded: 2, ratifyWithinDays: 14 } })],
    ['a meeting is moved that has sat', 409, 'meeting-already-opened', () => meeting('move', { on: '2025-09-11', because: 'A clash.' })],
    ['a meeting is resumed that sits', 409, 'meeting-not-adjourned', () => meeting('resumption', { at: sitting.at('10:00'), chairSeatId: sitting.seat(1), present: [{ seatId: sitting.seat(1), practitionerId: sitting.member(1) }] })],
    ['a meeting begins at half past nothing', 422, 'meeting-time-malformed', () => cast.administrator.post(`/v1/panels/${panel.panelId}/meetings`, { on: '2025-09-10', startsAt: '25:30' })],
    ['somebody leaves who is not there', 409, 'member-not-present', () => meeting('departures', { seatId: sitting.seat(7), at: sitting.at('10:00') })],
    ['a seat is filled', 409, 'seat-taken', () => arrive(2, String(panel.members[1]), 'member')],
    ['nobody withdrew who is to come back', 409, 'member-not-recused', () => meeting('returns', { seatId: sitting.seat(2), matterId: voted, at: sitting.at('10:00') })],
    ['an interest is in a matter that is not on the agenda', 409, 'matter-not-on-agenda', () => meeting('interests', { seatId: sitting.seat(2), matterId: late, at: sitting.at('10:00'), kind: 'indirect', interest: 'None.' })],
    ['a composition is no table', 422, 'table-columns-differ', () => draft('Chair, one, voting')],
    ['a composition has no rows', 422, 'terms-draft-empty', () => draft('role,number,voting\n')],
    ['an answer is to a composition that was never read', 404, 'terms-draft-unknown', () => cast.administrator.post(`/v1/terms-drafts/${unknown}/answers`, { row: 2, count: 1, because: 'The clerk.' })],
    ['an answer is none', 422, 'terms-answer-unfit', () => cast.administrator.post(`/v1/terms-drafts/${unknown}/answers`, { row: 2, because: 'The clerk.' })],
  ];
  it.each(cases)('%s', (_title, status, code, ask, kept = 0) => expectProblem(ask, { status, code, kept }));

  const lineId = (): string => String((awaiting.body['lines'] as readonly { readonly lineId: string }[])[0]?.lineId);
});

describe('A question about the panel room is refused where', () => {
  const ask = (path: string) => () => cast.inspector.get(path);
  const cases: Case[] = [
    ['the decision is not known', 404, 'not-found', ask(`/v1/decisions/${unknown}`)],
    ['the decision is not known (history)', 404, 'not-found', ask(`/v1/decisions/${unknown}/history`)],
    ['the decision is not known (before the panel)', 404, 'not-found', ask(`/v1/decisions/${unknown}/before-the-panel`)],
    ['the matter is not known', 404, 'not-found', ask(`/v1/matters/${unknown}`)],
    ['the meeting is not known', 404, 'not-found', ask(`/v1/meetings/${unknown}`)],
    ['the meeting is not known (agenda)', 404, 'not-found', ask(`/v1/meetings/${unknown}/agenda`)],
    ['the panel is not known', 404, 'panel-unknown', ask(`/v1/panels/${unknown}`)],
    ['the agency is not known (successors)', 404, 'agency-unknown', ask(`/v1/agencies/${unknown}/successors`)],
    ['the agency is not known (delegations)', 404, 'agency-unknown', ask(`/v1/agencies/${unknown}/delegations`)],
    ['the composition is not known', 404, 'terms-draft-unknown', ask(`/v1/terms-drafts/${unknown}`)],
    ['an outcome is none', 422, 'not-one-of', ask('/v1/decisions?outcome=agreed')],
    ['a worklist is as at no day', 422, 'not-a-date', ask('/v1/worklists/conditions?asAt=2025-02-30')],
    ['a worklist is cut at no cursor', 422, 'cursor-malformed', ask('/v1/worklists/undelivered?cursor=e30')],
  ];
  it.each(cases)('%s', (_title, status, code, asked) => expectProblem(asked, { status, code }));
});
