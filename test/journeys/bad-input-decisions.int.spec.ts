import { agencies } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { bringMatter, matterBody, noViewsBody, outcomeBody, positionBody, sittingPath, supportedMatter, viewsBody } from './matter-story';
import type { Taken } from './matter-story';
import { done, freshKey } from './person';
import { expectingProblems } from './refusing';
import type { Case } from './refusing';
import * as story from './story';
import type { Cast } from './story';
import { tokenMaker } from './tokens';

const { icb, socialCare, education } = agencies;
const unknown = nameBasedId('journey', 'of nothing');

let area: AreaUnderTest;
let cast: Cast;
let panel: story.PanelMade;
let held: string;
let planned: string;
let childId: string;
/** A matter that every voting seat supports. */
let supported: Taken;
/** One on which nobody spoke yet. */
let silent: Taken;
/** One to which health is opposed. */
let opposed: Taken;
/** One on which nobody heard the child or the family. */
let unheard: Taken;
let decided: Taken;
let stranger: Cast['administrator'];
const expectProblem = expectingProblems(() => area);

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  panel = await story.constitutePanel(cast);
  held = await story.holdMeeting(cast, panel);
  planned = await story.planMeeting(cast, panel);
  childId = await story.openChild(cast);
  const about = { panel, meetingId: held, childId };
  supported = await supportedMatter(cast, about);
  silent = await bringMatter(cast, held, matterBody(panel.panelId, childId));
  opposed = await bringMatter(cast, held, matterBody(panel.panelId, childId));
  for (const [place, position] of ['opposes', 'supports', 'abstains'].entries()) {
    done(await cast.administrator.post(`${sittingPath(opposed)}/positions`, positionBody(seatId(place), position)));
  }
  const matterId = story.idIn(done(await cast.keyWorker.post('/v1/matters', matterBody(panel.panelId, childId))));
  done(await cast.administrator.post(`/v1/matters/${matterId}/agenda`, { meetingId: held, place: 400 }));
  unheard = { meetingId: held, matterId };
  decided = await supportedMatter(cast, about);
  done(await cast.administrator.post(`${sittingPath(decided)}/outcome`, outcomeBody));
  const token = await tokenMaker(area.folder);
  // A panel administrator of an agency that has no seat on the panel.
  stranger = cast.administrator.with({ token: await token({ claims: { sub: 'stranger', agency: unknown } }) });
});
afterAll(() => area.stop());

const seatId = (place: number) => String(panel.seats[place]?.seatId);
const decide = (change: object, taken: Taken = supported, person = cast.administrator) =>
  person.post(`${sittingPath(taken)}/outcome`, { ...outcomeBody, ...change });
const linesWith = (change: object) => {
  const [first, ...others] = outcomeBody.lines;
  return { lines: [{ ...first, ...change }, ...others] };
};
const rated = (weeklyPence: unknown) => decide(linesWith({ rates: [{ from: '2025-09-01', weeklyPence }] }));
const splitOf = (weights: readonly number[]) =>
  story.split(...[icb, socialCare, education].slice(0, weights.length).map((agency, at) => [agency, weights[at] ?? 0] as const));
const shared = (...weights: readonly number[]) => linesWith({ split: splitOf(weights) });
const says = (path: string, change: object, taken: Taken = supported) =>
  cast.administrator.post(`${sittingPath(taken)}/${path}`, { ...positionBody(seatId(0)), ...change });
const deferral = { outcome: 'deferred', lines: undefined, missing: 'The report of the school.', returnsOn: '2025-10-01' };
const condition = { words: 'A trained carer is found.', owner: { agencyId: socialCare, post: 'Team manager' }, dueOn: '2025-10-01' };
const withConditions = (change: object) => ({ outcome: 'approved-with-conditions', conditions: [{ ...condition, ...change }] });
const earlier = { decisionId: unknown, lineId: unknown };

describe('A decision is refused in a sentence, and nothing is written, where', () => {
  const cases: Case[] = [
    ['the shares make 99.99 %', 422, 'shares-not-whole', () => decide(shared(3_333, 3_333, 3_333)), 1],
    ['the shares make 101 %', 422, 'shares-not-whole', () => decide(shared(5_100, 5_000)), 1],
    ['a share is below nothing', 422, 'share-negative', () => decide(shared(-1, 10_001))],
    ['a share is no whole number of basis points', 422, 'shares-not-whole-numbers', () => decide(shared(3_333.3, 6_666.7))],
    ['a share is too large to be counted', 422, 'shares-not-whole-numbers', () => decide(shared(2 ** 53, 1))],
    ['an agency is named twice in a split', 422, 'agency-repeated-in-shares', () => decide(linesWith({ split: story.split([icb, 5_000], [icb, 5_000]) }))],
    ['a ratio gives an agency no part', 422, 'share-of-nothing-in-ratio', () => decide(linesWith({ split: { ...splitOf([0, 1]), kind: 'ratio' } }))],
    ['nobody is to pay', 422, 'list-too-short', () => decide(linesWith({ split: story.split() }))],
    ['a payer is not registered', 404, 'agency-unknown', () => decide(linesWith({ split: story.split([unknown, 10_000]) }))],
    ['a weekly rate is below nothing', 422, 'amount-negative', () => rated(-1)],
    ['a weekly rate holds part of a penny', 422, 'amount-not-whole-pence', () => rated(184_735.5)],
    ['a weekly rate is a text', 422, 'amount-not-whole-pence', () => rated('184735')],
    ['a weekly rate is beyond any week', 422, 'weekly-rate-too-high', () => rated(1_000_000_001)],
    ['a weekly rate is too large to be counted', 422, 'amount-not-whole-pence', () => rated(2 ** 53)],
    ['a line ends before it begins', 422, 'period-ends-before-it-begins', () => decide(linesWith({ to: '2025-08-31' }))],
    ['a line has no day', 422, 'period-empty', () => decide(linesWith({ to: '2025-09-01' }))],
    ['a line begins on 30 February', 422, 'not-a-date', () => decide(linesWith({ from: '2026-02-30' }))],
    ['a line begins on 29 February of a common year', 422, 'not-a-date', () => decide(linesWith({ from: '2025-02-29' }))],
    ['a date is a moment', 422, 'not-a-date', () => decide(linesWith({ from: '2025-09-01T00:00:00Z' }))],
    ['no rate covers the first day', 422, 'rate-missing-from-first-day', () => decide(linesWith({ rates: [{ from: '2025-09-08', weeklyPence: 1 }] }))],
    ['the rates are out of order', 422, 'rates-not-in-order', () => decide(linesWith({ rates: [{ from: '2025-09-01', weeklyPence: 1 }, { from: '2025-09-01', weeklyPence: 2 }] }))],
    ['a category is not known', 422, 'not-one-of', () => decide(linesWith({ category: 'Personal-Care' }))],
    ['a line takes the place of one that nobody decided', 409, 'line-not-in-effect', () => decide(linesWith({ replaces: earlier })), 1],
    ['a line ends that nobody decided', 409, 'line-not-in-effect', () => decide({ ends: [{ ...earlier, from: '2025-09-01' }] }), 1],
    ['the meeting was planned and never held', 409, 'meeting-not-held', () => decide({}, { ...supported, meetingId: planned }), 1],
    ['there is no such meeting', 404, 'meeting-unknown', () => decide({}, { ...supported, meetingId: unknown })],
    ['there is no such matter', 404, 'matter-unknown', () => decide({}, { ...supported, matterId: unknown })],
    ['the matter is decided already', 409, 'decision-already-recorded', () => decide({}, decided)],
    ['the sitting had not begun at that minute', 409, 'meeting-not-sitting', () => decide({ at: '2025-09-01T09:29:59+01:00' }), 1],
    ['positions were taken after that minute', 409, 'said-out-of-order', () => decide({ at: '2025-09-01T09:59:00+01:00' })],
    ['the minute of deciding has not come', 409, 'meeting-in-future', () => decide({ at: '2099-09-01T10:00:00+01:00' }), 1],
    ['the minute of deciding is no moment', 422, 'not-an-instant', () => decide({ at: '10:05' })],
    ['there is no record of the child', 404, 'child-unknown', () => cast.keyWorker.post('/v1/matters', matterBody(panel.panelId, unknown))],
    ['nobody heard the child or the family, or said why not', 409, 'views-missing', () => decide({}, unheard), 1],
    ['an approval approves nothing', 422, 'decision-without-lines', () => decide({ lines: [] })],
    ['what is declined has lines', 422, 'lines-without-approval', () => decide({ outcome: 'declined' })],
    ['what every agency supports is declined', 409, 'outcome-contradicts-votes', () => decide({ outcome: 'declined', lines: [] }), 1],
    ['nobody declined to contribute', 409, 'contribution-not-declined', () => decide({ outcome: 'contribution-declined', lines: [] })],
    ['an approval in part does not say what was not approved', 422, 'not-approved-missing', () => decide({ outcome: 'part-approved' }), 1],
    ['an approval says what is missing', 422, 'not-of-this-outcome', () => decide({ missing: 'A report.' })],
    ['an agency that only observes takes a position', 409, 'position-of-absent-agency', () => says('positions', { seatId: seatId(3) }), 1],
    ['a seat takes a position that the panel does not have', 404, 'seat-unknown', () => says('positions', { seatId: unknown })],
    ['somebody votes where the panel decides by consensus', 409, 'vote-not-asked-for', () => says('votes', { position: undefined, vote: 'for' })],
    ['a casting vote is given where the panel decides by consensus', 409, 'vote-not-asked-for', () => says('casting-vote', { position: undefined, seatId: undefined, vote: 'for', reasons: 'To settle it.' })],
    ['an agency declines to contribute without saying why', 422, 'reasons-missing', () => says('declined-contributions', { position: undefined }), 1],
    ['something is said on what is decided', 409, 'decision-already-recorded', () => says('positions', {}, decided)],
    ['the panel is asked to ratify what no officers decided', 409, 'not-urgently-decided', () => says('positions', { ofUrgent: true })],
    ['an agency opposes what the panel approves by consensus', 409, 'no-consensus', () => decide({}, opposed), 1],
    ['no agency takes a position on an approval', 409, 'positions-missing', () => decide({}, silent), 1],
    ['the agency that records has no seat on the panel', 403, 'agency-without-seat', () => decide({}, supported, stranger), 1],
    ['the reasons are empty', 422, 'text-missing', () => decide({ reasons: ' \u200b ' })],
    ['the reasons are too long', 422, 'text-too-long', () => decide({ reasons: 'x'.repeat(4_001) })],
    ['there are no reasons', 422, 'reasons-missing', () => decide({ reasons: undefined }), 1],
    ['nobody says what was decided', 422, 'reasons-missing', () => decide({ decided: undefined }), 1],
    ['there is no evidence', 422, 'reasons-missing', () => decide({ evidence: undefined }), 1],
    ['a deferral does not say what is missing', 422, 'missing-information-unnamed', () => decide({ ...deferral, missing: undefined }), 1],
    ['a deferral does not say when the matter returns', 422, 'return-date-missing', () => decide({ ...deferral, returnsOn: undefined }), 1],
    ['a deferred matter returns on the day of the meeting', 422, 'return-before-meeting', () => decide({ ...deferral, returnsOn: '2025-09-01' })],
    ['a referral names no panel', 422, 'referral-without-panel', () => decide({ outcome: 'referred', lines: undefined })],
    ['a matter is referred to the panel that refers it', 409, 'referred-to-itself', () => decide({ outcome: 'referred', lines: undefined, referredTo: panel.panelId })],
    ['a matter is referred to a panel that nobody constituted', 404, 'panel-unknown', () => decide({ outcome: 'referred', lines: undefined, referredTo: unknown })],
    ['an approval with conditions names none', 422, 'conditions-missing', () => decide({ outcome: 'approved-with-conditions' }), 1],
    ['a condition has no owner', 422, 'condition-without-owner', () => decide(withConditions({ owner: undefined })), 1],
    ['a condition has no due date', 422, 'condition-without-due-date', () => decide(withConditions({ dueOn: undefined })), 1],
    ['a condition was due the day before', 422, 'condition-due-before-decision', () => decide(withConditions({ dueOn: '2025-08-31' }))],
    ['a condition is owned by an agency that nobody registered', 404, 'agency-unknown', () => decide(withConditions({ owner: { ...condition.owner, agencyId: unknown } }))],
    ['an approval without conditions has one', 422, 'not-of-this-outcome', () => decide({ ...withConditions({}), outcome: 'approved' })],
    ['a paper is cited that nobody circulated', 404, 'paper-unknown', () => decide({ papers: [{ paperId: unknown, version: 1, sha256: 'a'.repeat(64) }] })],
    ['a field is missing', 422, 'field-missing', () => decide({ at: undefined })],
    ['a field is not known', 422, 'unknown-field', () => decide({ chair: 'yes' })],
    ['a field of a line is not known', 422, 'unknown-field', () => decide(linesWith({ cap: 1 }))],
  ];
  it.each(cases)('%s', (_title, status, code, ask, kept = 0) => expectProblem(ask, { status, code, kept }));

  it('a refused command is repeated: the attempt is kept once', async () => {
    const key = { 'Idempotency-Key': freshKey('kept') };
    const ask = () => cast.administrator.post(`${sittingPath(supported)}/outcome`, { ...outcomeBody, ...shared(5_100, 5_000) }, key);
    await expectProblem(ask, { status: 422, code: 'shares-not-whole', kept: 1 });
    await expectProblem(ask, { status: 422, code: 'shares-not-whole' });
  });
});

describe('A matter is refused where', () => {
  const day = '2025-08-18';
  const raise = (change: object) => cast.keyWorker.post('/v1/matters', { ...matterBody(panel.panelId, childId), ...change });
  const on = (taken: Taken, path: string, body: object) => cast.administrator.post(`/v1/matters/${taken.matterId}/${path}`, body);
  const paper = { version: 1, kind: 'assessment', title: 'Assessment', sha256: 'ab'.repeat(32), bytes: 10, circulatedAt: '2025-08-20T09:00:00+01:00' };
  const cases: Case[] = [
    ['the panel is not known', 404, 'panel-unknown', () => raise({ panelId: unknown })],
    ['it is brought before the panel was constituted', 409, 'matter-before-panel', () => raise({ on: '2025-03-31' })],
    ['it is brought tomorrow', 409, 'matter-date-in-future', () => raise({ on: '2099-01-01' })],
    ['a need is named twice', 422, 'need-repeated', () => raise({ needs: ['mobility', 'mobility'] })],
    ['it names no need', 422, 'list-too-short', () => raise({ needs: [] })],
    ['a payer is not registered', 404, 'agency-unknown', () => raise({ lines: [{ ...story.linesBody[0], split: story.split([unknown, 10_000]) }] })],
    ['an agency asks that is not registered', 404, 'agency-unknown', () => stranger.post('/v1/matters', matterBody(panel.panelId, childId))],
    ['views are of a matter that nobody brought', 404, 'matter-unknown', () => on({ ...silent, matterId: unknown }, 'views', viewsBody)],
    ['views are of tomorrow', 409, 'matter-date-in-future', () => on(silent, 'views', { ...viewsBody, on: '2099-01-01' })],
    ['views are of nobody', 422, 'not-one-of', () => on(silent, 'views-not-obtained', { ...noViewsBody, of: 'school' })],
    ['the hash of a paper is none', 422, 'paper-hash-malformed', () => on(silent, 'papers', { ...paper, sha256: 'AB'.repeat(32) })],
    ['a version of a paper is left out', 409, 'paper-version-skipped', () => on(silent, 'papers', { ...paper, version: 2 })],
    ['a paper is circulated tomorrow', 409, 'paper-circulated-in-future', () => on(silent, 'papers', { ...paper, circulatedAt: '2099-01-01T09:00:00Z' })],
    ['it stands on another agenda', 409, 'matter-on-another-agenda', () => on(silent, 'agenda', { meetingId: planned, place: 1, on: day })],
    ['the place on the agenda is taken', 409, 'agenda-place-taken', () => on(silent, 'agenda', { meetingId: held, place: 400, on: day })],
    ['the time on the agenda is none', 422, 'agenda-time-malformed', () => on(silent, 'agenda', { meetingId: held, place: 401, startsAt: '24:00', on: day })],
    ['it was taken in the meeting', 409, 'matter-taken-in-meeting', () => on(decided, 'agenda', { meetingId: held, place: 401, on: day })],
    ['it is to leave the agenda on which it was decided', 409, 'matter-taken-in-meeting', () => on(decided, 'agenda-removal', { meetingId: held, because: 'By mistake.', on: day })],
    ['it is to leave an agenda on which it is not', 409, 'matter-not-on-agenda', () => on(silent, 'agenda-removal', { meetingId: planned, because: 'By mistake.', on: day })],
    ['it is on an agenda before it was brought', 409, 'matter-date-before-raised', () => on(silent, 'agenda', { meetingId: held, place: 401, on: '2025-08-17' })],
    ['another agency withdraws it', 403, 'matter-of-another-agency', () => cast.health.post(`/v1/matters/${silent.matterId}/withdrawal`, { because: 'No longer asked for.' }), 1],
    ['it is withdrawn after it was decided', 409, 'matter-already-decided', () => cast.keyWorker.post(`/v1/matters/${decided.matterId}/withdrawal`, { because: 'Too late.' }), 1],
  ];
  it.each(cases)('%s', (_title, status, code, ask, kept = 0) => expectProblem(ask, { status, code, kept }));

  it('the meeting is of a panel that was not asked', async () => {
    const other = await story.constitutePanel(cast, { ...story.panelBody, name: 'Another panel' });
    const meetingId = await story.planMeeting(cast, other);
    await expectProblem(() => on(silent, 'agenda', { meetingId, place: 1, on: day }), { status: 409, code: 'meeting-of-another-panel', kept: 1 });
  });
});
