import { agencies } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { startArea } from './area-under-test';
import type { AreaUnderTest } from './area-under-test';
import { done, freshKey, problemIn, request } from './person';
import { expectingProblems } from './refusing';
import type { Case } from './refusing';
import * as story from './story';
import type { Cast } from './story';
import { tokenMaker, unsigned } from './tokens';
import type { Forgery } from './tokens';

const { icb, socialCare, education } = agencies;
const unknown = nameBasedId('journey', 'of nothing');

let area: AreaUnderTest;
let cast: Cast;
let panel: story.PanelMade;
let held: string;
let planned: string;
let later: string;
let childId: string;
let unsignedAgreement: story.AgreementMade;
let operationId: string;
let token: (forgery?: Forgery) => Promise<string>;

beforeAll(async () => {
  area = await startArea({ loaded: 'agencies' });
  cast = await story.castOf(area);
  panel = await story.constitutePanel(cast);
  held = await story.holdMeeting(cast, panel);
  planned = await story.planMeeting(cast, panel);
  later = story.idIn(done(await cast.administrator.post(`/v1/panels/${panel.panelId}/meetings`, { on: '2099-01-05' })));
  childId = await story.openChild(cast, { ...story.childBody, nhsNumber: story.nhsNumberOf(1) });
  unsignedAgreement = await story.recordAgreement(cast);
  operationId = String(done(await cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody)).body['operationId']);
  token = await tokenMaker(area.folder);
});
afterAll(() => area.stop());

const expectProblem = expectingProblems(() => area);

/** A panel administrator of an agency that has no seat on the panel. */
const seatless = async () => cast.administrator.with({ token: await token({ claims: { sub: 'stranger', agency: unknown } }) });

describe('A panel, a meeting, an agreement or a child’s record is refused where', () => {
  const { administrator, health, care, keyWorker } = {
    administrator: (path: string, body: object) => cast.administrator.post(path, body),
    health: (path: string, body: object) => cast.health.post(path, body),
    care: (path: string, body: object) => cast.care.post(path, body),
    keyWorker: (path: string, body: object) => cast.keyWorker.post(path, body),
  };
  const constitute = (change: object) => administrator('/v1/panels', { ...story.panelBody, ...change });
  const agree = (change: object) => health('/v1/agreements', { ...story.agreementBody, ...change });
  const clause = (change: object) => agree({ clauses: [{ ...story.clauseBody, ...change }] });
  const opening = (change: object) => administrator(`/v1/meetings/${planned}/opening`, { ...story.openingBody(panel), ...change });
  const openChild = (change: object) => keyWorker('/v1/children', { ...story.childBody, ...change });
  const ofAgreement = (path: string, id = unsignedAgreement.agreementId) => `/v1/agreements/${id}/${path}`;
  const application = () => ({ childId, operationId, clauseId: unsignedAgreement.clauseId });
  const wrongDigit = () => `${story.nhsNumberOf(7).slice(0, 9)}${(Number(story.nhsNumberOf(7).slice(9)) + 1) % 10}`;

  const cases: Case[] = [
    ['a seat is for an agency that is not registered', 404, 'agency-unknown', () => constitute({ seats: [{ ...story.panelBody.seats[0], agencyId: unknown }] })],
    ['the quorum is larger than the voting seats', 422, 'quorum-cannot-be-met', () => constitute({ quorum: { members: 4, agencies: [] } })],
    ['the quorum is of nobody', 422, 'number-out-of-range', () => constitute({ quorum: { members: 0, agencies: [] } })],
    ['the quorum names an agency without a voting seat', 422, 'quorum-cannot-be-met', () => constitute({ quorum: { members: 1, agencies: [agencies.trust] } })],
    ['the panel of a meeting is not known', 404, 'panel-unknown', () => administrator(`/v1/panels/${unknown}/meetings`, { on: '2025-09-01' })],
    ['a meeting is planned before the panel existed', 409, 'meeting-before-panel', () => administrator(`/v1/panels/${panel.panelId}/meetings`, { on: '2025-03-31' })],
    ['the meeting to open is not known', 404, 'meeting-unknown', () => administrator(`/v1/meetings/${unknown}/opening`, story.openingBody(panel))],
    ['a meeting is opened on another day', 422, 'meeting-not-on-that-day', () => opening({ openedAt: '2025-09-02T09:30:00+01:00' })],
    ['a meeting is opened at no moment', 422, 'not-an-instant', () => opening({ openedAt: '2025-09-01 09:30' })],
    ['a meeting is opened before its day has come', 409, 'meeting-in-future', async () => administrator(`/v1/meetings/${later}/opening`, { ...story.openingBody(panel), openedAt: '2099-01-05T10:00:00Z' }), 1],
    ['the chair is not present', 409, 'chair-not-present', () => opening({ present: story.openingBody(panel).present.slice(1) })],
    ['an observer is to chair', 409, 'chair-may-not-chair', () => opening({ chairSeatId: panel.seats[3]?.seatId }), 1],
    ['a seat is not of the panel', 404, 'seat-unknown', () => opening({ present: [...story.openingBody(panel).present, { seatId: unknown, practitionerId: unknown }] })],
    ['a meeting is opened by an agency without a seat', 403, 'agency-without-seat', async () => (await seatless()).post(`/v1/meetings/${planned}/opening`, story.openingBody(panel)), 1],
    ['a meeting is opened twice', 409, 'meeting-already-opened', () => administrator(`/v1/meetings/${held}/opening`, story.openingBody(panel))],
    ['a meeting closes before it opened', 409, 'meeting-moment-out-of-order', () => administrator(`/v1/meetings/${held}/closing`, { closedAt: '2025-09-01T09:00:00+01:00' }), 1],
    ['a meeting never opened is to be closed', 409, 'meeting-not-held', () => administrator(`/v1/meetings/${planned}/closing`, { closedAt: '2025-09-01T12:00:00+01:00' }), 1],

    ['a party to an agreement is not registered', 404, 'party-unknown', () => agree({ parties: [icb, unknown] })],
    ['a payer is no party', 409, 'payer-no-party', () => clause({ split: story.split([education, 10_000]) }), 1],
    ['the shares of a clause make 99.99 %', 422, 'shares-not-whole', () => clause({ split: story.split([icb, 5_000], [socialCare, 4_999]) }), 1],
    ['an agreement ends before it begins', 422, 'period-ends-before-it-begins', () => agree({ to: '2025-03-31' })],
    ['a clause lasts no week', 422, 'number-out-of-range', () => clause({ weeks: 0 })],
    ['a clause outlasts any childhood', 422, 'clause-too-long', () => clause({ weeks: 1_305 })],
    ['the text of an agreement is not agreed yet', 409, 'agreement-in-future', () => agree({ on: '2099-01-01' })],
    ['a clause lasts part of a week', 422, 'number-not-whole', () => clause({ weeks: 1.5 })],
    ['an agreement is signed by an agency that is no party', 403, 'signature-by-stranger', async () => cast.health.with({ token: await token({ claims: { sub: 'stranger', agency: education, role: 'commissioner' } }) }).post(ofAgreement('signatures'), story.signatureBody), 1],
    ['an agreement is signed on a day before its text was agreed', 409, 'signature-before-text', () => care(ofAgreement('signatures'), { ...story.signatureBody, on: '2025-03-17' })],
    ['an agreement is signed tomorrow', 409, 'signature-in-future', () => care(ofAgreement('signatures'), { ...story.signatureBody, on: '2099-01-01' })],
    ['the agreement to sign is not known', 404, 'agreement-unknown', () => care(ofAgreement('signatures', unknown), story.signatureBody)],
    ['the agreement to apply is not signed', 409, 'agreement-not-signed', () => health(ofAgreement('applications'), application()), 1],
    ['a clause is applied after two events at once', 422, 'not-exactly-one', () => health(ofAgreement('applications'), { ...application(), eventId: unknown })],
    ['the agreement to apply is not known', 404, 'agreement-unknown', () => health(ofAgreement('applications', unknown), application())],

    ['an NHS number has a wrong check digit', 422, 'nhs-number-check-digit', () => openChild({ nhsNumber: wrongDigit() })],
    ['an NHS number has nine digits', 422, 'nhs-number-malformed', () => openChild({ nhsNumber: '999000001' })],
    ['another record has the NHS number', 409, 'nhs-number-already-recorded', () => openChild({ nhsNumber: story.nhsNumberOf(1) })],
    ['an NHS number to search for has a wrong check digit', 422, 'nhs-number-check-digit', () => keyWorker('/v1/children/search', { nhsNumber: wrongDigit() })],
    ['a child is born after the record was opened', 422, 'born-after-record-opened', () => openChild({ dateOfBirth: '2025-04-08' })],
    ['a record would be kept from a day to come', 409, 'record-opened-in-future', () => openChild({ openedOn: '2099-01-01' })],
    ['a finding holds from a day to come', 409, 'criterion-in-future', () => keyWorker(`/v1/children/${childId}/criteria`, { ...story.criterionBody, from: '2099-01-01' })],
    ['an operation was in another century', 422, 'date-implausible', () => keyWorker(`/v1/children/${childId}/operations`, { ...story.operationBody, on: '1925-10-06' })],
    ['a child is born on 30 February', 422, 'not-a-date', () => openChild({ dateOfBirth: '2017-02-30' })],
    ['the child operated on is not known', 404, 'child-record-unknown', () => keyWorker(`/v1/children/${unknown}/operations`, story.operationBody)],
    ['the child who meets a criterion is not known', 404, 'child-record-unknown', () => keyWorker(`/v1/children/${unknown}/criteria`, story.criterionBody)],
    ['an operation lies in the future', 409, 'operation-in-future', () => keyWorker(`/v1/children/${childId}/operations`, { ...story.operationBody, on: '2099-01-01' })],
    ['a name holds a NUL character', 422, 'text-not-plain', () => openChild({ name: 'Dara\u0000Example' })],
    ['a name turns the order of letters round', 422, 'text-not-plain', () => openChild({ name: 'Dara \u202eelpmaxE' })],
    ['a name holds half a character', 422, 'text-not-plain', () => openChild({ name: 'Dara \ud800' })],
    ['a name is a list', 422, 'field-wrong-type', () => openChild({ name: ['Dara'] })],
    ['an id is no id', 422, 'not-an-id', () => keyWorker('/v1/children/amara/operations', story.operationBody)],
  ];
  it.each(cases)('%s', (_title, status, code, ask, kept = 0) => expectProblem(ask, { status, code, kept }));

  it.each([[{ weeks: 0 }, 'Give a whole number from 1 to 1304.'], [{ weeks: undefined, days: 0 }, 'Give a whole number from 1 to 9128.']])('a clause of %j is told how long a clause may be', async (length, says) => {
    expect((await clause(length)).text).toContain(says);
  });
});

describe('A question is refused where', () => {
  const ask = (path: string) => () => cast.auditor.get(path);
  const whoPays = (query: string) => () => cast.auditor.get(`/v1/children/${childId}/who-pays?${query}`);
  const cases: Case[] = [
    ['the child is not known (timeline)', 404, 'not-found', ask(`/v1/children/${unknown}/timeline`)],
    ['the child is not known (who pays)', 404, 'not-found', ask(`/v1/children/${unknown}/who-pays?from=2025-10-06&to=2025-11-17`)],
    ['the agreement is not known', 404, 'agreement-unknown', ask(`/v1/agreements/${unknown}`)],
    ['the agreement is not known (trail)', 404, 'not-found', ask(`/v1/agreements/${unknown}/audit-trail`)],
    ['the panel is not known (meetings)', 404, 'panel-unknown', ask(`/v1/panels/${unknown}/meetings`)],
    ['the meeting is not known (trail)', 404, 'not-found', ask(`/v1/meetings/${unknown}/audit-trail`)],
    ['the panel is not known (trail)', 404, 'not-found', ask(`/v1/panels/${unknown}/audit-trail`)],
    ['the decision is not known', 404, 'not-found', ask(`/v1/decisions/${unknown}/audit-trail`)],
    ['the window ends before it begins', 422, 'period-ends-before-it-begins', whoPays('from=2025-11-17&to=2025-10-06')],
    ['the window begins on 30 February', 422, 'not-a-date', whoPays('from=2025-02-30&to=2025-11-17')],
    ['the window is longer than a childhood', 422, 'window-too-long', whoPays('from=1900-01-01&to=2025-11-17')],
    ['the window has no end', 422, 'field-missing', whoPays('from=2025-10-06')],
    ['the step is not known', 422, 'not-one-of', whoPays('from=2025-10-06&to=2025-11-17&step=day')],
    ['an instant has no offset', 422, 'not-an-instant', whoPays('from=2025-10-06&to=2025-11-17&knownAt=2025-10-06T10:00:00')],
    ['a parameter is not known', 422, 'unknown-parameter', whoPays('from=2025-10-06&to=2025-11-17&as_at=2025-10-06')],
    ['a parameter is given twice', 422, 'parameter-repeated', whoPays('from=2025-10-06&from=2025-10-07&to=2025-11-17')],
    ['a parameter is called __proto__', 422, 'unknown-parameter', whoPays('from=2025-10-06&to=2025-11-17&__proto__=1')],
    ['a command has a parameter', 422, 'unknown-parameter', () => cast.keyWorker.post('/v1/children?dry=1', story.childBody)],
    ['the position is no number', 422, 'position-malformed', ask('/v1/agencies?after=-1')],
    ['the position has not been reached', 503, 'projection-behind', ask('/v1/agencies?after=999999999')],
    ['the page is too large', 422, 'limit-out-of-range', ask('/v1/refused-attempts?limit=201')],
    ['the cursor is made up', 422, 'cursor-malformed', ask('/v1/refused-attempts?cursor=e30')],
    ['there is nothing at the address', 404, 'not-found', ask('/v1/nothing')],
    ['the address takes another method', 405, 'method-not-allowed', () => cast.auditor.get('/v1/matters')],
    ['the address holds a broken percent sign', 400, 'address-malformed', ask('/v1/children/%zz/timeline')],
  ];
  it.each(cases)('%s', (_title, status, code, asked) => expectProblem(asked, { status, code }));
});

describe('A command is refused where', () => {
  const child = () => JSON.stringify(story.childBody);
  const raw = (body: string | Uint8Array, headers: Record<string, string> = {}) => () => cast.keyWorker.post('/v1/children', body, headers);
  const cases: Case[] = [
    ['its body has 10 MB', 413, 'body-too-large', () => cast.keyWorker.post('/v1/children', { ...story.childBody, name: 'x'.repeat(10_000_000) })],
    ['its body breaks off', 400, 'body-not-json', raw('{"name":"Dara')],
    ['its body is empty', 400, 'body-not-json', raw('')],
    ['its body is a list', 422, 'body-not-object', raw('[]')],
    ['its body is a text', 422, 'body-not-object', raw('"Dara"')],
    ['its body is null', 422, 'body-missing', raw('null')],
    ['its body is not UTF-8', 400, 'body-not-utf8', raw(Buffer.from('{"name":"Zo\xeb"}', 'latin1'))],
    ['its body gives a key twice', 400, 'body-key-repeated', () => cast.keyWorker.post('/v1/children', child().replace('{', '{"name":"Other",'))],
    ['its body holds __proto__', 400, 'body-key-forbidden', () => cast.keyWorker.post('/v1/children', child().replace('{', '{"__proto__":{"admin":true},'))],
    ['its body holds __proto__ in disguise', 400, 'body-key-forbidden', () => cast.keyWorker.post('/v1/children', child().replace('{', '{"\\u005f_proto__":{"admin":true},'))],
    ['its body holds constructor.prototype', 400, 'body-key-forbidden', () => cast.keyWorker.post('/v1/children', child().replace('{', '{"constructor":{"prototype":{}},'))],
    ['its body is nested ten thousand deep', 400, 'body-too-deep', raw(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)],
    ['its body nests a field a hundred deep', 400, 'body-too-deep', () => cast.keyWorker.post('/v1/children', child().replace('{', `{"x":${'{"a":'.repeat(100)}1${'}'.repeat(100)},`))],
    ['a number is beyond all numbers', 422, 'number-not-whole', () => cast.health.post('/v1/agreements', JSON.stringify(story.agreementBody).replace('"weeks":6', '"weeks":1e400'))],
    ['it comes as a form', 415, 'content-type-unsupported', raw('name=Dara', { 'Content-Type': 'application/x-www-form-urlencoded' })],
    ['it comes compressed', 415, 'content-encoding-unsupported', raw('{}', { 'Content-Encoding': 'gzip' })],
    ['it has no key', 400, 'idempotency-key-missing', raw('{}', { 'Idempotency-Key': '' })],
    ['its key holds a space', 400, 'idempotency-key-malformed', () => cast.keyWorker.post('/v1/children', story.childBody, { 'Idempotency-Key': 'a b' })],
    ['its key is a page long', 400, 'idempotency-key-malformed', () => cast.keyWorker.post('/v1/children', story.childBody, { 'Idempotency-Key': 'k'.repeat(201) })],
    ['the record has moved on', 412, 'revision-stale', () => cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, { 'If-Match': '"0"' })],
    ['its revision is malformed', 400, 'if-match-malformed', () => cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, { 'If-Match': '0' })],
  ];
  it.each(cases)('%s', (_title, status, code, ask) => expectProblem(ask, { status, code }));

  it('its key was used for another body, another address, or by a retry that was changed', async () => {
    const key = { 'Idempotency-Key': freshKey('reused') };
    const first = done(await cast.keyWorker.post('/v1/children', story.childBody, key));
    const reused = { status: 409, code: 'idempotency-key-reused' };
    await expectProblem(() => cast.keyWorker.post('/v1/children', { ...story.childBody, name: 'Fay Example' }, key), reused);
    await expectProblem(() => cast.keyWorker.post(`/v1/children/${childId}/operations`, story.operationBody, key), reused);
    const again = await cast.keyWorker.post('/v1/children', Object.fromEntries(Object.entries(story.childBody).reverse()), key);
    expect(again.text).toBe(first.text);
  });
});

describe('A person is refused where', () => {
  const now = Math.floor(Date.now() / 1_000);
  const forged: readonly (readonly [title: string, code: string, forgery: Forgery])[] = [
    ['the token has expired', 'token-expired', { claims: { exp: now - 60 } }],
    ['the token is signed with a foreign key', 'token-foreign', { key: 'other' }],
    ['the token is for another service', 'token-foreign', { claims: { aud: 'urn:other' } }],
    ['the token is of another issuer', 'token-foreign', { claims: { iss: 'https://example.org' } }],
    ['the token is not valid yet', 'token-not-yet-valid', { claims: { nbf: now + 3_600 } }],
    ['the token names no agency', 'token-claims-missing', { leaveOut: ['agency'] }],
    ['the token names an agency that Accord cannot know', 'token-claims-missing', { claims: { agency: 'NHS Northshire' } }],
    ['the token names no role', 'token-claims-missing', { leaveOut: ['role'] }],
    ['the token never expires', 'token-claims-missing', { leaveOut: ['exp'] }],
    ['the token is an ID token', 'token-malformed', { type: 'JWT' }],
  ];
  it.each(forged)('%s', async (_title, code, forgery) => {
    const stranger = cast.administrator.with({ token: await token(forgery) });
    await expectProblem(() => stranger.post('/v1/agencies', story.agencyBody), { status: 401, code });
    await expectProblem(() => stranger.get('/v1/agencies'), { status: 401, code });
  });

  it('the token is unsigned, cut short, or missing', async () => {
    const good = await token();
    expect((await cast.administrator.with({ token: good }).get('/v1/agencies')).status).toBe(200);
    for (const [bad, code] of [
      [unsigned(good), 'token-malformed'],
      [good.slice(0, -10), 'token-foreign'],
      ['nonsense', 'token-malformed'],
    ] as const) {
      const answer = await cast.administrator.with({ token: bad }).get('/v1/agencies');
      expect(problemIn(answer)).toEqual({ status: 401, code });
      expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    }
    const none = await request(`${area.address}/v1/agencies`);
    expect(problemIn(none)).toEqual({ status: 401, code: 'token-missing' });
  });

  it.each(['nobody', 'constructor', '__proto__', 'toString', 'Panel-Administrator'])('the role is %s', async (role) => {
    const stranger = cast.administrator.with({ token: await token({ claims: { role } }) });
    await expectProblem(() => stranger.post('/v1/agencies', story.agencyBody), { status: 403, code: 'permission-missing' });
  });

  it('the role lacks the permission', async () => {
    await expectProblem(() => cast.auditor.post('/v1/agencies', story.agencyBody), { status: 403, code: 'permission-missing' });
    await expectProblem(() => cast.keyWorker.get('/v1/refused-attempts'), { status: 403, code: 'permission-missing' });
  });
});
