import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, freshKey, problemIn } from './person';
import type { Answer, Person } from './person';
import { agendaBody, matterBody, noViewsBody, outcomeBody, positionBody, sittingPath, viewsBody } from './matter-story';
import * as story from './story';
import type { Cast } from './story';
import { until } from './waiting';

interface Asked {
  readonly by: keyof Cast;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly answer: Answer;
}

let area: AreaUnderTest;
let cast: Cast;
/** Every command that was answered before the stop, refused ones included. */
const asked: Asked[] = [];
const questions: { readonly path: string; readonly answer: Answer }[] = [];
let childId: string;

async function command(by: keyof Cast, path: string, body: object): Promise<Answer> {
  const key = freshKey('restart');
  const answer = await cast[by].post(path, body, { 'Idempotency-Key': key });
  asked.push({ by, path, body, key, answer });
  return answer;
}

beforeAll(async () => {
  const first = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(first);
  const panelAnswer = await command('administrator', '/v1/panels', story.panelBody);
  const panel = await story.peopled(cast, panelAnswer);
  const meetingId = story.idIn(await command('administrator', `/v1/panels/${panel.panelId}/meetings`, { on: '2025-09-01' }));
  await command('administrator', `/v1/meetings/${meetingId}/opening`, story.openingBody(panel));
  const agreementId = story.idIn(await command('health', '/v1/agreements', story.agreementBody));
  for (const party of ['health', 'care'] as const) await command(party, `/v1/agreements/${agreementId}/signatures`, story.signatureBody);
  childId = story.idIn(await command('keyWorker', '/v1/children', { ...story.childBody, nhsNumber: story.nhsNumberOf(12) }));
  await command('keyWorker', `/v1/children/${childId}/criteria`, story.criterionBody);
  const matterId = story.idIn(await command('keyWorker', '/v1/matters', matterBody(panel.panelId, childId)));
  await command('keyWorker', `/v1/matters/${matterId}/views`, viewsBody);
  await command('keyWorker', `/v1/matters/${matterId}/views-not-obtained`, noViewsBody);
  await command('administrator', `/v1/matters/${matterId}/agenda`, agendaBody(meetingId));
  const taken = sittingPath({ meetingId, matterId });
  for (const { seatId } of panel.seats.slice(0, 3)) await command('administrator', `${taken}/positions`, positionBody(seatId));
  // One that is refused and kept.
  const unpaid = story.linesBody.map((line) => ({ ...line, split: story.split([String(story.half.parts[0]?.agencyId), 9_999]) }));
  await command('administrator', `${taken}/outcome`, { ...outcomeBody, lines: unpaid });
  const decisionId = story.idIn(await command('administrator', `${taken}/outcome`, outcomeBody));
  await command('keyWorker', `/v1/children/${childId}/operations`, story.operationBody);
  // One that is refused and not kept.
  await command('keyWorker', `/v1/children/${childId}/operations`, { ...story.operationBody, on: '2099-01-01' });

  const timeline = `/v1/children/${childId}/timeline`;
  await until(async () => ((await cast.auditor.get(timeline)).text.includes('StandingAgreementApplied') ? true : undefined));
  const paths = [
    ...['/v1/agencies', '/v1/panels', timeline, `/v1/children/${childId}/who-pays?from=2025-09-01&to=2026-01-01&step=week`],
    ...[`/v1/decisions/${decisionId}/audit-trail`, '/v1/refused-attempts'],
  ];
  const head = await first.stores.events.head();
  for (const path of paths) {
    await cast.auditor.get(`${path}${path.includes('?') ? '&' : '?'}after=${head}`);
    questions.push({ path, answer: await cast.auditor.get(path) });
  }
  await first.stop('keep-files');
  area = await startArea({ kept: first.folder, loaded: 'agencies' });
}, 60_000);
afterAll(() => area.stop());

/** The same person, with the token from before the stop. */
const again = (by: keyof Cast): Person => cast[by].with({ address: area.address });

describe('After a stop and a start on the same folder', () => {
  it('every question is answered as before, to people with the tokens they had', async () => {
    expect(questions.map(({ answer }) => answer.status)).toEqual(questions.map(() => 200));
    for (const { path, answer } of questions) {
      expect([path, (await again('auditor').get(path)).text]).toEqual([path, answer.text]);
    }
  });

  it('the child is found again by NHS number', async () => {
    const found = await again('keyWorker').post('/v1/children/search', { nhsNumber: story.nhsNumberOf(12) });
    expect(found.body).toEqual({ children: [{ childId }] });
  });

  it('the same key gives the same answer, and no second effect', async () => {
    const head = await area.stores.events.head();
    expect(asked.map(({ answer }) => answer.status)).toEqual([
      ...[201, 201, 200, 201, 200, 200, 201, 200],
      ...[201, 200, 200, 200, 201, 200, 200, 422, 200],
      ...[200, 409],
    ]);
    for (const { by, path, body, key, answer } of asked) {
      const repeated = await again(by).post(path, body, { 'Idempotency-Key': key });
      const told = ({ status, text }: Answer) => ({ path, status, text: text.replace(/"instance":"[^"]*"/, '') });
      expect(told(repeated)).toEqual(told(answer));
    }
    expect(await area.stores.events.head()).toBe(head);
  });

  it('a changed request under a key from before is refused', async () => {
    const head = await area.stores.events.head();
    const operation = asked.find(({ path, answer }) => path.endsWith('/operations') && answer.status === 200);
    const changed = await again('keyWorker').post(String(operation?.path), { ...operation?.body, procedure: 'Other' }, { 'Idempotency-Key': String(operation?.key) });
    expect(problemIn(changed)).toEqual({ status: 409, code: 'idempotency-key-reused' });
    expect(await area.stores.events.head()).toBe(head);
  });

  it('work goes on where it stopped', async () => {
    const recorded = done(await again('keyWorker').post(`/v1/children/${childId}/operations`, { on: '2025-12-01', procedure: 'Second operation' }));
    expect(recorded.body).toMatchObject({ revision: 3, events: [{ type: 'OperationRecorded' }] });
    const timeline = await again('keyWorker').get(`/v1/children/${childId}/timeline?after=${story.positionIn(recorded)}`);
    expect(timeline.text).toContain('Operation on 1 December 2025: Second operation.');
  });
});
