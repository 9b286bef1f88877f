import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agencies } from '@accord/composition';
import { describedRoutes } from './described-routes';
import { done, problemIn } from './person';
import type { Answer } from './person';
import { StandaloneProcess } from './standalone-process';
import { wholeCastOf } from './eight-seats';
import { everyCommand } from './every-command';
import type { Words } from './every-ground';
import { outcomeBody, sittingPath, supportedMatter } from './matter-story';
import * as story from './story';
import type { Cast } from './story';
import { tokenMaker } from './tokens';
import { until } from './waiting';

/** What a log or a stored file must never show, each found nowhere else in the world. */
const planted = {
  name: 'Zebedee Quagmire-Thistledown',
  nhsNumber: story.nhsNumberOf(31_415_926),
  dateOfBirth: '2013-02-17',
  evidence: 'Xylographic assessment by nurse Wimpole-Ferrars',
  procedure: 'Kyphoplasty of the ninth vertebra, surgeon Abernathy-Oxgang',
  reasons: 'Grandmother Philomena Brandreth-Colclough cannot lift him any more',
  provision: 'Carer Ermintrude Fotheringay-Plunkett at night',
} as const;
/** The same for every field of every command that holds personal words; each is noted when it is asked for. */
const plantedWords = new Set<string>();
const plant: Words = (field) => {
  const words = `Wolverhampton-Quibble ${field}`;
  plantedWords.add(words);
  return words;
};
/** Sent where they are refused: they are written down nowhere. */
const refusedTexts = ['Barnaby Rudge-Wintersmith', 'Cholmondeley-Warner unknown', 'quixotic-parameter', 'Ganymede Untoward'] as const;
const refusedNumber = `${story.nhsNumberOf(2_718_281).slice(0, 9)}${(Number(story.nhsNumberOf(2_718_281).slice(9)) + 1) % 10}`;

let folder: string;
let standalone: StandaloneProcess;
let cast: Cast;
let timeline: Answer;
let trail: Answer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-logs-'));
  standalone = await StandaloneProcess.start(folder, { ACCORD_LOG_LEVEL: 'debug' });
  cast = await story.castOf(standalone);
  await whatIsRecorded();
  await everythingElse();
  await whatIsRefused();
  for (const path of ['/health/live', '/health/ready', '/v1/openapi.json', '/demonstration/people']) await fetch(`${standalone.address}${path}`);
}, 60_000);
afterAll(async () => {
  await standalone.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The story with planted texts, through every route. */
async function whatIsRecorded(): Promise<void> {
  const { administrator, health, keyWorker, auditor } = cast;
  const registered = done(await administrator.post('/v1/agencies', story.agencyBody));
  await auditor.get(`/v1/agencies?after=${story.positionIn(registered)}`);
  const panel = await story.constitutePanel(cast);
  await auditor.get('/v1/panels');
  const meetingId = await story.holdMeeting(cast, panel);
  // The area has an agreement of the same parties about personal care after surgery: this one says that it goes first.
  const [known] = done(await health.get('/v1/agreements')).body['agreements'] as readonly { readonly clauses: readonly { readonly clauseId: string }[] }[];
  const precedences = [{ first: { place: 1 }, over: { clauseId: known?.clauses[0]?.clauseId } }];
  const { agreementId, clauseId } = await story.recordAgreement(cast, { ...story.agreementBody, precedences });
  for (const party of [health, cast.care]) done(await party.post(`/v1/agreements/${agreementId}/signatures`, story.signatureBody));
  const { name, nhsNumber, dateOfBirth, evidence, procedure, reasons, provision } = planted;
  const childId = await story.openChild(cast, { ...story.childBody, name, nhsNumber, dateOfBirth });
  done(await keyWorker.post('/v1/children/search', { nhsNumber }));
  done(await keyWorker.post(`/v1/children/${childId}/criteria`, { ...story.criterionBody, evidence }));
  const lines = story.linesBody.map((line) => ({ ...line, provision }));
  const about = { panel, meetingId, childId };
  const [taken, undecided] = [await supportedMatter(cast, about), await supportedMatter(cast, about)];
  const decision = done(await administrator.post(`${sittingPath(taken)}/outcome`, { ...outcomeBody, reasons, lines }));
  const operation = done(await keyWorker.post(`/v1/children/${childId}/operations`, { on: '2025-10-06', procedure }));
  const application = { childId, clauseId, operationId: operation.body['operationId'] };
  await health.post(`/v1/agreements/${agreementId}/applications`, application);
  timeline = await until(async () => {
    const found = await keyWorker.get(`/v1/children/${childId}/timeline?after=${story.positionIn(operation)}`);
    return found.text.includes('StandingAgreementApplied') ? found : undefined;
  });
  trail = done(await auditor.get(`/v1/decisions/${story.idIn(decision)}/audit-trail?after=${story.positionIn(decision)}`));
  done(await auditor.get(`/v1/children/${childId}/who-pays?from=2025-10-06&to=2025-11-17`));
  const further = [
    ...['/v1/refused-attempts', '/v1/agreements', `/v1/agreements/${agreementId}`, `/v1/agreements/${agreementId}/audit-trail`],
    ...[`/v1/panels/${panel.panelId}/meetings`, `/v1/panels/${panel.panelId}/audit-trail`, `/v1/meetings/${meetingId}/audit-trail`],
  ];
  for (const path of further) done(await auditor.get(path));
  done(await administrator.post(`/v1/meetings/${meetingId}/closing`, { closedAt: '2025-09-01T12:00:00+01:00' }));
  const late = { ...outcomeBody, reasons: refusedTexts[3], lines };
  expect(problemIn(await administrator.post(`${sittingPath(undecided)}/outcome`, late))).toMatchObject({ code: 'meeting-not-open' });
}

/** Every command with every field, each accepted, and every question. */
async function everythingElse(): Promise<void> {
  const { ground, commands } = await everyCommand(await wholeCastOf(standalone), plant);
  for (const { name, person, path, body } of commands) {
    const { status, text } = await person.post(path, body);
    // Accord applies an agreement by itself, so that whoever asks for it comes too late, or without the facts.
    if (!name.endsWith('/applications')) expect([name, body, status < 300 ? 'accepted' : text]).toEqual([name, body, 'accepted']);
  }
  const questions = (await describedRoutes(standalone.address)).filter(({ method }) => method === 'GET');
  for (const { path } of questions) await cast.auditor.get(path.replaceAll(/\{\w+\}/g, ground.childId));
  const shown = await wholeTimeline(ground.childId);
  for (const words of [plant('child'), plant('why no views'), plant('title of a paper'), plant('procedure'), plant('why a line pauses')]) expect(shown).toContain(words);
}

/** Every page of a child's timeline, as it came. */
async function wholeTimeline(childId: string): Promise<string> {
  const pages: string[] = [];
  for (let more = ''; ; ) {
    const { text, body } = done(await cast.auditor.get(`/v1/children/${childId}/timeline?limit=200${more}`));
    pages.push(text);
    const { next } = body;
    if (typeof next !== 'string') return pages.join('\n');
    more = `&cursor=${next}`;
  }
}

/** Requests that fail in every layer, each with a text of a person's in it. */
async function whatIsRefused(): Promise<void> {
  const { keyWorker, administrator } = cast;
  const [name, text, parameter] = refusedTexts;
  const body = { ...story.childBody, name, nhsNumber: refusedNumber };
  const forged = await (await tokenMaker(folder))({ key: 'other', claims: { sub: name } });
  const answers = [
    await keyWorker.post('/v1/children', body),
    await keyWorker.post('/v1/children', { ...story.childBody, nhsNumber: planted.nhsNumber, name }),
    await keyWorker.post('/v1/children', { ...body, [text]: name }),
    await keyWorker.post('/v1/children', `{"name":"${name}"`),
    await keyWorker.post('/v1/children', { ...body, name: name.repeat(100) }),
    await keyWorker.post('/v1/children', body, { 'Idempotency-Key': name }),
    await keyWorker.post('/v1/children', body, { 'If-Match': name }),
    await keyWorker.post('/v1/children', body, { 'Content-Type': `text/${parameter}` }),
    await keyWorker.post('/v1/children/search', { nhsNumber: refusedNumber }),
    await keyWorker.get(`/v1/children/${encodeURIComponent(name)}/timeline`),
    await keyWorker.get(`/${encodeURIComponent(name)}`),
    await keyWorker.get(`/v1/agencies?${parameter}=${encodeURIComponent(name)}`),
    await keyWorker.get(`/v1/agencies?after=${encodeURIComponent(name)}`),
    await administrator.post('/v1/children/search', { nhsNumber: [planted.nhsNumber] }),
    await administrator.post('/demonstration/tokens', { person: name }),
    await administrator.with({ token: forged }).get('/v1/agencies'),
    await administrator.with({ token: encodeURIComponent(name) }).get('/v1/agencies'),
    await cast.auditor.post('/v1/children', body),
  ];
  for (const answer of answers) {
    expect(problemIn(answer).status).toBeLessThan(500);
    // A problem may name the field that was sent, never what was sent in it.
    for (const secret of [name, refusedNumber, planted.nhsNumber]) expect(answer.text).not.toContain(secret);
  }
}

describe('What people wrote about a child', () => {
  let secrets: readonly string[];
  beforeAll(() => {
    secrets = [...Object.values(planted), ...plantedWords, ...refusedTexts, refusedNumber];
    expect(plantedWords.size).toBeGreaterThan(30);
  });

  it('is shown to a person entitled to it', () => {
    expect(timeline.text).toContain(planted.name);
    expect(timeline.text).toContain(planted.procedure);
    expect(timeline.text).toContain(planted.evidence);
    expect(timeline.text).toContain(planted.nhsNumber);
    expect(trail.text).toContain(planted.reasons);
    expect(trail.text).toContain(planted.provision);
  });

  it('stands in no line of the log, which tells of every route', async () => {
    const routes = (await describedRoutes(standalone.address)).map(({ name }) => name.replaceAll(/\{(\w+)\}/g, ':$1'));
    // The lines come through a pipe, a moment after the answers.
    const output = await until(async () => {
      const logged = [...standalone.output.matchAll(/"method":"([A-Z]+)","route":"([^"]+)"/g)].map(([, method, path]) => `${method} ${path}`);
      return routes.every((route) => logged.includes(route)) ? standalone.output : undefined;
    });
    for (const secret of spellings(secrets)) expect(output.includes(secret) ? secret : '').toBe('');
    // Every token of ours begins so: the header of a signed token in base64.
    expect(cast.keyWorker.token.slice(0, 3)).toBe('eyJ');
    expect(output.includes('eyJ')).toBe(false);
  });

  it('stands in the clear in no file, while the server runs and after it has stopped', async () => {
    await expectInNoFile();
    expect(await standalone.stop()).toBe(0);
    const files = await expectInNoFile();
    expect(files).toEqual(expect.arrayContaining(['events.sqlite', 'read.sqlite', 'keys.sqlite']));
    for (const secret of spellings(secrets)) expect(standalone.output.includes(secret) ? secret : '').toBe('');
  });

  /** As written, and as JSON, base64, hexadecimal or an address would hide it. */
  function spellings(texts: readonly string[]): readonly string[] {
    return texts.flatMap((text) => [
      ...[text, encodeURIComponent(text), text.replaceAll(' ', '+')],
      ...[Buffer.from(text).toString('base64').replace(/=+$/, ''), Buffer.from(text).toString('hex')],
    ]);
  }

  async function expectInNoFile(): Promise<readonly string[]> {
    const files = await readdir(folder);
    let bytes = 0;
    for (const file of files) {
      const content = await readFile(join(folder, file));
      bytes += content.length;
      for (const secret of spellings(secrets)) expect([file, content.includes(secret) ? secret : '']).toEqual([file, '']);
      expect([file, content.includes(Buffer.from(planted.name, 'utf16le'))]).toEqual([file, false]);
    }
    // What may stand in the clear is found: the search itself works.
    const events = await Promise.all(files.filter((file) => file.startsWith('events.sqlite')).map((file) => readFile(join(folder, file))));
    expect(events.some((content) => content.includes(agencies.icb))).toBe(true);
    expect(bytes).toBeGreaterThan(10_000);
    return files;
  }
});
