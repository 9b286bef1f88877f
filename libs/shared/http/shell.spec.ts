import type { LightMyRequestResponse } from 'fastify';
import { PersonalDataUnavailable } from '@accord/shared/commands';
import { AppendFateUnknown, AppendTooLarge, EventStoreUnavailable } from '@accord/shared/event-store';
import { PassThrough } from 'node:stream';
import { IsEmail } from 'class-validator';
import { Problem, problem, problemBody, problemCatalogue } from './index';
import { answerClientError } from './fastify-instance';
import { ValidationPipe } from './validation-pipe';
import { example } from './example-app';
import { AGENCY, startExample } from './example-shell';
import type { ExampleShell } from './example-shell';

const STREAM = 'decision-01990000-0000-7000-8000-000000000001';
const done = { ok: true as const, stream: STREAM, revision: 0, position: 41, events: [{ id: 'e', type: 'DecisionRecorded' }] };
const decision = {
  weeklyCost: 184_735,
  period: { from: '2026-04-01' },
  shares: [{ agencyId: AGENCY, weight: 10_000 }],
  reason: 'Agreed by all',
  outcome: 'approved',
};
const headers = { authorization: 'Bearer panel-chair', 'idempotency-key': 'key-1', 'content-type': 'application/json' };

let shell: ExampleShell;
beforeAll(async () => {
  shell = await startExample();
});
afterAll(() => shell.app.close());
beforeEach(() => {
  example.outcome = done;
});

const send = (body: unknown, more: Record<string, string | undefined> = {}): Promise<LightMyRequestResponse> => {
  const given = Object.entries({ ...headers, ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return shell.app.inject({
    method: 'POST',
    url: '/v1/decisions',
    headers: Object.fromEntries(given),
    payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
  });
};
const get = (url: string, token = 'panel-chair'): Promise<LightMyRequestResponse> =>
  shell.app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${token}` } });

const seen = new Set<string>();

function expectProblem(response: LightMyRequestResponse, status: number, code: string): void {
  seen.add(code);
  const body: unknown = response.json();
  expect(body).toMatchObject({ status, type: `urn:accord:problem:${code}` });
  expect(body).toMatchObject({ title: expect.any(String), detail: expect.stringMatching(/\w.*/) });
  expect(response.statusCode).toBe(status);
  expect(response.headers['content-type']).toBe('application/problem+json');
  expect(body).toHaveProperty('instance', `urn:uuid:${String(response.headers['x-correlation-id'])}`);
}

describe('A command', () => {
  it('is answered with its stream, revision and position, and 201 where it began the stream', async () => {
    const response = await send(decision);
    expect(response.statusCode).toBe(201);
    expect(response.json()).toEqual({
      id: '01990000-0000-7000-8000-000000000001', stream: STREAM, revision: 0, position: 41, events: done.events,
    });
    expect(response.headers).toMatchObject({ etag: '"0"', 'accord-position': '41', location: '/v1/decisions/1' });
  });

  it('is answered with 200 where the stream was there before, and where nothing changed', async () => {
    example.outcome = { ...done, revision: 7 };
    expect((await send(decision)).statusCode).toBe(200);
    example.outcome = { ...done, events: [] };
    expect((await send(decision)).statusCode).toBe(200);
  });

  it('carries who asks, for which agency, in which role, on which London day', async () => {
    await send(decision, { 'x-correlation-id': '0199AAAA-0000-4000-8000-000000000001', 'if-match': '"3"' });
    expect(example.context).toMatchObject({
      agency: AGENCY, role: 'panel-chair', lawfulBasis: 'public-task', expectedRevision: 3,
      now: '2026-06-30T23:30:00.000Z', today: '2026-07-01', correlationId: '0199aaaa-0000-4000-8000-000000000001',
    });
    expect(example.context?.actor).not.toContain('person');
  });

  it('has the same id on a retry, and another for another key or person', async () => {
    const ids: unknown[] = [];
    for (const more of [{}, {}, { 'idempotency-key': 'key-2' }, { authorization: 'Bearer panel-administrator' }]) {
      await send(decision, more);
      ids.push(example.context?.commandId);
    }
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('has the same fingerprint however its body is laid out, and another for another body', async () => {
    const prints: unknown[] = [];
    const reordered = Object.fromEntries(Object.entries(decision).reverse());
    for (const body of [decision, JSON.stringify(reordered, undefined, 2), { ...decision, weeklyCost: 1 }]) {
      await send(body);
      prints.push(example.context?.fingerprint);
    }
    expect(prints[1]).toBe(prints[0]);
    expect(prints[2]).not.toBe(prints[0]);
  });

  it('needs a well-formed idempotency key', async () => {
    expectProblem(await send(decision, { 'idempotency-key': undefined }), 400, 'idempotency-key-missing');
    expectProblem(await send(decision, { 'idempotency-key': '' }), 400, 'idempotency-key-missing');
    for (const key of ['two words', 'é', 'k'.repeat(201)]) {
      expectProblem(await send(decision, { 'idempotency-key': key }), 400, 'idempotency-key-malformed');
    }
    expect((await send(decision, { 'idempotency-key': 'k'.repeat(200) })).statusCode).toBe(201);
  });

  it.each(['3', 'W/"3"', '"03"', '"-1"', '*', '"3", "4"', '"99999999999999999"'])('does not read If-Match: %s', async (tag) => {
    expectProblem(await send(decision, { 'if-match': tag }), 400, 'if-match-malformed');
  });

  it.each([
    ['invalid', 422], ['conflict', 409], ['unknown', 404], ['forbidden', 403], ['stale', 412],
  ] as const)('that is refused as %s is answered with %i, the sentence and the source of the rule', async (kind, status) => {
    example.outcome = { ok: false, refusal: 'not-quorate', kind, title: 'No quorum', because: 'Two are needed.', source: 'Terms' };
    const response = await send(decision);
    expectProblem(response, status, 'not-quorate');
    expect(response.json()).toMatchObject({ title: 'No quorum', detail: 'Two are needed.', source: 'Terms' });
  });
});

describe('A body', () => {
  const errorsOf = (response: LightMyRequestResponse) => response.json<{ errors: unknown }>().errors;
  const fields: readonly (readonly [string, object, string, string])[] = [
    ['an amount of half a penny', { weeklyCost: 100.5 }, 'amount-not-whole-pence', 'weeklyCost'],
    ['an amount beyond all numbers', { weeklyCost: '1e400' }, 'amount-not-whole-pence', 'weeklyCost'],
    ['an amount below nothing', { weeklyCost: -1 }, 'amount-negative', 'weeklyCost'],
    ['an amount beyond all sums', { weeklyCost: 100_000_000_001 }, 'number-out-of-range', 'weeklyCost'],
    ['30 February', { period: { from: '2026-02-30' } }, 'not-a-date', 'period.from'],
    ['no day at all', { period: {} }, 'field-missing', 'period.from'],
    ['a period that is a list', { period: [] }, 'field-wrong-type', 'period'],
    ['a share of a hundredth', { shares: [{ agencyId: AGENCY, weight: 99.99 }] }, 'shares-not-whole-numbers', 'shares[0].weight'],
    ['a share below nothing', { shares: [{ agencyId: AGENCY, weight: -1 }] }, 'share-negative', 'shares[0].weight'],
    ['an agency that is no id', { shares: [{ agencyId: 'ICB', weight: 1 }] }, 'not-an-id', 'shares[0].agencyId'],
    ['an unknown field deep within', { shares: [{ agencyId: AGENCY, weight: 1, colour: 1 }] }, 'unknown-field', 'shares[0].colour'],
    ['shares that are no list', { shares: { 0: {} } }, 'field-wrong-type', 'shares'],
    ['a share that is no object', { shares: [5] }, 'field-wrong-type', 'shares[0]'],
    ['no shares', { shares: [] }, 'list-too-short', 'shares'],
    ['too many shares', { shares: Array(6).fill({ agencyId: AGENCY, weight: 1 }) }, 'list-too-long', 'shares'],
    ['an empty reason', { reason: ' \u200b\n' }, 'text-missing', 'reason'],
    ['a long reason', { reason: 'x'.repeat(21) }, 'text-too-long', 'reason'],
    ['a NUL character', { reason: 'a\u0000b' }, 'text-not-plain', 'reason'],
    ['half a character', { reason: 'a\ud800b' }, 'text-not-plain', 'reason'],
    ['text turned round', { reason: 'a\u202eb' }, 'text-not-plain', 'reason'],
    ['a reason that is a number', { reason: 5 }, 'field-wrong-type', 'reason'],
    ['an outcome of its own', { outcome: 'maybe' }, 'not-one-of', 'outcome'],
    ['a moment without offset', { decidedAt: '2026-01-01T10:00:00' }, 'not-an-instant', 'decidedAt'],
    ['null for an optional field', { decidedAt: null }, 'not-an-instant', 'decidedAt'],
    ['an NHS number with a wrong check digit', { nhsNumber: '9434765918' }, 'nhs-number-check-digit', 'nhsNumber'],
    ['an NHS number in Arabic digits', { nhsNumber: '٩٤٣٤٧٦٥٩١٩' }, 'nhs-number-malformed', 'nhsNumber'],
    ['a flag in words', { urgent: 'true' }, 'field-wrong-type', 'urgent'],
    ['half a week', { weeks: 1.5 }, 'number-not-whole', 'weeks'],
    ['too many weeks', { weeks: 53 }, 'number-out-of-range', 'weeks'],
    ['a rate of two kinds', { rates: [{ from: '2026-04-01', weeklyPence: 700, dailyPence: 100 }] }, 'not-exactly-one', 'rates'],
    ['a list with one wrong id', { present: [AGENCY, 'ICB'] }, 'not-an-id', 'present'],
    ['a missing field', { reason: undefined }, 'field-missing', 'reason'],
    ['an unknown field', { amuont: 1 }, 'unknown-field', 'amuont'],
    ['a field named as every object has one', { valueof: 1 }, 'unknown-field', 'valueof'],
  ];
  it.each(fields.map(([what, change, code, field]) => ({ what, change, code, field })))('with $what is refused at its field', async ({ change, code, field }) => {
    const body = JSON.stringify({ ...decision, ...change }).replace('"1e400"', '1e400');
    const response = await send(body);
    expectProblem(response, 422, code);
    expect(errorsOf(response)).toEqual([{ field, code, detail: expect.any(String) }]);
  });

  it('is refused with the code of its first fault in the order of the fields, unknown ones last', async () => {
    const response = await send({ colour: 1, ...decision, outcome: 'maybe', weeklyCost: -5 });
    expectProblem(response, 422, 'amount-negative');
    expect(errorsOf(response)).toMatchObject([{ field: 'weeklyCost' }, { field: 'outcome' }, { field: 'colour' }]);
  });

  it('reaches the handler as it was sent, moments in their stored form', async () => {
    await send({ ...decision, decidedAt: '2026-07-01T10:00+01:00', weeklyCost: -0 });
    expect(example.body).toEqual({ ...decision, decidedAt: '2026-07-01T09:00:00.000Z', weeklyCost: 0 });
    expect(Object.is(example.body?.weeklyCost, 0)).toBe(true);
  });

  const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  const wholes: readonly (readonly [string, string | Buffer, number, string])[] = [
    ['10 MB', 'x'.repeat(10_000_000), 413, 'body-too-large'],
    ['no JSON', '{"a":', 400, 'body-not-json'],
    ['nothing', '', 400, 'body-not-json'],
    ['a byte order mark', '\ufeff{}', 400, 'body-not-json'],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 400, 'body-not-utf8'],
    ['a list', '[]', 422, 'body-not-object'],
    ['a number', '7', 422, 'body-not-object'],
    ['null', 'null', 422, 'body-missing'],
    ['33 levels', `{"a":${deep(32)}}`, 400, 'body-too-deep'],
    ['a hundred thousand levels', `{"a":${deep(100_000)}}`, 400, 'body-too-deep'],
    ['a hundred thousand values', `[${'1,'.repeat(100_000)}1]`, 400, 'body-has-too-many-values'],
    ['a key twice', '{"reason":"a","reason":"b"}', 400, 'body-key-repeated'],
    ['a key twice, once in disguise', '{"reason":"a","r\\u0065ason":"b"}', 400, 'body-key-repeated'],
    ['__proto__', '{"__proto__":{"admin":true}}', 400, 'body-key-forbidden'],
    ['__proto__ in disguise, deep within', '{"period":{"\\u005f_proto__":{}}}', 400, 'body-key-forbidden'],
    ['constructor', '{"constructor":{"prototype":{}}}', 400, 'body-key-forbidden'],
    ['hasOwnProperty', '{"hasOwnProperty":1}', 400, 'body-key-forbidden'],
  ];
  it.each(wholes.map(([what, body, status, code]) => ({ what, body, status, code })))('of $what is refused', async ({ body, status, code }) => {
    expectProblem(await send(body), status, code);
  });

  it('may hold the same key in different objects, and quotes and brackets within texts', async () => {
    const shares = [{ agencyId: AGENCY, weight: 1 }, { agencyId: AGENCY, weight: 1 }];
    expect((await send({ ...decision, shares, reason: '{"a\\":[,"' })).statusCode).toBe(201);
  });

  it('is read as JSON alone, uncompressed', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'nonsense']) {
      expectProblem(await send(decision, { 'content-type': type }), 415, 'content-type-unsupported');
    }
    expectProblem(await send(decision, { 'content-encoding': 'gzip' }), 415, 'content-encoding-unsupported');
    expect((await send(decision, { 'content-type': 'application/json; charset=utf-8' })).statusCode).toBe(201);
  });

  it('is missing where none was sent', async () => {
    const { authorization, 'idempotency-key': key } = headers;
    const response = await shell.app.inject({ method: 'POST', url: '/v1/decisions', headers: { authorization, 'idempotency-key': key } });
    expectProblem(response, 422, 'body-missing');
  });

  it('is refused where the address takes none', async () => {
    const url = `/v1/decisions/${AGENCY}/withdrawals`;
    expectProblem(await shell.app.inject({ method: 'POST', url, headers, payload: '{"a":1}' }), 422, 'unknown-field');
    expect((await shell.app.inject({ method: 'POST', url, headers, payload: '{}' })).statusCode).toBe(201);
  });
});

describe('A person', () => {
  it('without a token is asked for one', async () => {
    const response = await shell.app.inject({ method: 'GET', url: '/v1/decisions' });
    expectProblem(response, 401, 'token-missing');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="accord"');
  });

  it('with something else than a bearer token is told so', async () => {
    const response = await send(decision, { authorization: 'Basic YTpi' });
    expectProblem(response, 401, 'token-malformed');
    expect(response.headers['www-authenticate']).toBe('Bearer realm="accord", error="invalid_token"');
  });

  it('with a token that is not believed learns why', async () => {
    for (const code of ['token-malformed', 'token-expired', 'token-not-yet-valid', 'token-foreign', 'token-claims-missing']) {
      expectProblem(await get('/v1/decisions', code), 401, code);
    }
  });

  it('is asked to come back where the keys of the issuer cannot be fetched', async () => {
    const response = await get('/v1/decisions', 'nokeys');
    expectProblem(response, 503, 'token-keys-unavailable');
    expect(response.headers['retry-after']).toBeDefined();
  });

  it('whose role lacks the permission may not, nor one whose role is unknown', async () => {
    expectProblem(await get(`/v1/decisions/${AGENCY}`, 'key-worker'), 403, 'permission-missing');
    expectProblem(await get('/v1/decisions', 'toString'), 403, 'permission-missing');
    expect((await get(`/v1/decisions/${AGENCY}`, 'auditor')).statusCode).toBe(200);
  });

  it('needs no token where the route is public', async () => {
    expect((await shell.app.inject({ method: 'GET', url: '/v1/decisions/open/to-all' })).json()).toEqual({ open: true });
  });
});

describe('A question', () => {
  it('is asked as at a London date and as known at an instant, today and now unless it says', async () => {
    expect((await get('/v1/decisions')).json()).toMatchObject({ asAt: '2026-07-01', knownAt: '2026-06-30T23:30:00.000Z', limit: 50 });
    const earlier = await get('/v1/decisions?asAt=2026-01-31&knownAt=2026-02-01T00:00Z');
    expect(earlier.json()).toMatchObject({ asAt: '2026-01-31', knownAt: '2026-02-01T00:00:00.000Z' });
  });

  it.each([
    ['asAt=2026-02-30', 'not-a-date'], ['asAt=', 'not-a-date'], ['knownAt=yesterday', 'not-an-instant'],
    ['limit=0', 'limit-out-of-range'], ['limit=201', 'limit-out-of-range'], ['limit=1e2', 'limit-out-of-range'],
    ['cursor=%00', 'cursor-malformed'], ['cursor=e30', 'cursor-malformed'], ['cursor=abc', 'cursor-malformed'],
    ['colour=red', 'unknown-parameter'], ['asAt=2026-01-01&asAt=2026-01-02', 'parameter-repeated'],
    ['__proto__=1', 'unknown-parameter'], ['constructor=1', 'unknown-parameter'],
    ['after=-1', 'position-malformed'], ['after=9007199254740993', 'position-malformed'], ['after=1&after=2', 'position-malformed'],
  ])('with ?%s is refused', async (query, code) => {
    expectProblem(await get(`/v1/decisions?${query}`), 422, code);
  });

  it('goes on where the page before ended', async () => {
    const { next } = (await get('/v1/decisions?limit=200')).json<{ next: string }>();
    expect((await get(`/v1/decisions?cursor=${next}`)).json()).toMatchObject({ cursor: 7, limit: 50 });
  });

  it('waits for the write that it names, and says so where the view is behind', async () => {
    expect((await get('/v1/decisions?after=100')).statusCode).toBe(200);
    expect(shell.waited.at(-1)).toEqual([['decisions'], 100, 2_000]);
    const response = await get('/v1/decisions?after=101');
    expectProblem(response, 503, 'projection-behind');
    expect(response.headers['retry-after']).toBe('1');
  });

  it('takes no parameters where the address has none, after included', async () => {
    expectProblem(await get(`/v1/decisions/${AGENCY}?colour=red`, 'auditor'), 422, 'unknown-parameter');
    expectProblem(await get(`/v1/decisions/${AGENCY}?after=1`, 'auditor'), 422, 'unknown-parameter');
  });

  it('names things by their id', async () => {
    const response = await get('/v1/decisions/7', 'auditor');
    expectProblem(response, 422, 'not-an-id');
    expect(response.json()).toMatchObject({ errors: [{ field: 'id' }] });
  });
});

describe('An address', () => {
  it('that is not there, or answers to other methods, is told apart', async () => {
    expectProblem(await get('/v1/nowhere?name=Bea'), 404, 'not-found');
    const response = await shell.app.inject({ method: 'DELETE', url: '/v1/decisions' });
    expectProblem(response, 405, 'method-not-allowed');
    expect(response.headers['allow']).toBe('GET, HEAD, POST');
  });

  it('that cannot be read is refused', async () => {
    expectProblem(await get('/v1/decisions/%ff'), 400, 'address-malformed');
    expectProblem(await get(`/v1/decisions/${'a'.repeat(300)}`), 400, 'address-malformed');
  });
});

describe('A fault of the service', () => {
  it('tells the caller to come back where the record is away or its answer was lost', async () => {
    for (const error of [new EventStoreUnavailable('10.0.0.7 refused'), new AppendFateUnknown(STREAM)]) {
      example.outcome = error;
      const response = await send(decision);
      expectProblem(response, 503, 'record-unavailable');
      expect(response.headers['retry-after']).toBe('2');
      expect(response.body).not.toContain('10.0.0.7');
    }
    for (const code of ['ECONNREFUSED', '57P01', '08006']) {
      example.outcome = Object.assign(new Error('10.0.0.7 refused'), { code });
      expectProblem(await send(decision), 503, 'views-unavailable');
    }
    // Views that no projector has built yet, as PostgreSQL and SQLite say it.
    for (const absent of [{ code: '42P01' }, { code: 'ERR_SQLITE_ERROR', errcode: 1 }]) {
      example.outcome = Object.assign(new Error('no such table: agenda_matters'), absent);
      expectProblem(await send(decision), 503, 'views-unavailable');
    }
    example.outcome = Object.assign(new Error('near "selct": syntax error'), { code: 'ERR_SQLITE_ERROR', errcode: 1 });
    expectProblem(await send(decision), 500, 'unexpected');
    example.outcome = problem('sweep-running', 'Ask again in a moment.', { headers: { 'Retry-After': '10' } });
    const later = await send(decision);
    expectProblem(later, 503, 'sweep-running');
    expect(later.headers['retry-after']).toBe('10');
    example.outcome = new PersonalDataUnavailable('10.0.0.7 refused');
    expectProblem(await send(decision), 503, 'personal-data-unavailable');
    example.outcome = new AppendTooLarge('1048577');
    expectProblem(await send(decision), 413, 'record-too-large');
  });

  it('tells nothing but the correlation id, and logs no message', async () => {
    example.outcome = undefined;
    const response = await send(decision);
    expectProblem(response, 500, 'unexpected');
    expect(response.body).not.toMatch(/Bea|example-app/);
    const line = shell.lines.find((text) => text.includes('request failed') && text.includes(String(response.headers['x-correlation-id'])));
    expect(line).toContain('example-app');
    expect(line).not.toContain('Bea');
  });
});

describe('Every answer', () => {
  it('forbids sniffing, keeping and framing, and carries the correlation id', async () => {
    const answers = [await get('/v1/decisions'), await get('/v1/nowhere'), await get('/v1/decisions/%ff'), await get('/health/live')];
    for (const { headers: found } of answers) {
      expect(found).toMatchObject({
        'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-correlation-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      });
      expect(found).not.toHaveProperty('x-powered-by');
    }
  });

  it('gets a correlation id of its own where the caller sent none that is a UUID', async () => {
    const response = await send(decision, { 'x-correlation-id': 'Bea Example' });
    expect(response.headers['x-correlation-id']).not.toBe('Bea Example');
  });

  it('leaves one line in the log, with the route as declared and never the address or a body', async () => {
    const before = shell.lines.length;
    await send({ ...decision, reason: 'Bea was ill' });
    await get(`/v1/decisions/${AGENCY}?name=Bea`, 'auditor');
    const lines = shell.lines.slice(before).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([
      { msg: 'request', method: 'POST', route: '/v1/decisions', status: 201, ms: expect.any(Number), actor: example.context?.actor },
      { msg: 'request', method: 'GET', route: '/v1/decisions/:id', status: 422 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Bea|person-/);
  });
});

describe('Health', () => {
  it('tells that the process lives, and whether it is ready with the lag of each view', async () => {
    expect((await shell.app.inject('/health/live')).json()).toEqual({ live: true });
    const ready = await shell.app.inject('/health/ready');
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toEqual({ ready: true, store: true, projections: [{ name: 'decisions', lag: 3, parked: 0 }] });
  });

  it('answers 503 while something is missing', async () => {
    shell.ready = false;
    expect((await shell.app.inject('/health/ready')).statusCode).toBe(503);
    shell.ready = true;
  });
});

describe('What is no HTTP request', () => {
  it.each([
    ['ERR_HTTP_REQUEST_TIMEOUT', 408, 'request-timeout'],
    ['HPE_HEADER_OVERFLOW', 431, 'headers-too-large'],
    ['HPE_INVALID_METHOD', 400, 'request-malformed'],
  ])('is answered all the same: %s', (error, status, code) => {
    seen.add(code);
    const socket = Object.assign(new PassThrough(), { destroyed: false });
    // A pass-through stream stands for the socket: only `end` and `destroyed` are used.
    answerClientError(Object.assign(new Error('raw bytes'), { code: error }), socket as unknown as Parameters<typeof answerClientError>[1]);
    const text = String(socket.read());
    expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} \\w`));
    expect(JSON.parse(text.slice(text.indexOf('{')))).toMatchObject({ status, type: `urn:accord:problem:${code}` });
    expect(text).not.toContain('raw bytes');
  });
});

describe('The catalogue of problems', () => {
  it('gives a code also to a rule of class-validator that brings none', () => {
    class Contact {
      @IsEmail() readonly email!: string;
    }
    seen.add('field-invalid');
    const check = (): unknown => new ValidationPipe().transform({ email: 'nowhere' }, { type: 'body', metatype: Contact });
    expect(check).toThrow(expect.objectContaining({ code: 'field-invalid' }));
  });

  it('holds nothing that is not answered above', () => {
    expect(Object.keys(problemCatalogue).filter((code) => !seen.has(code))).toEqual([]);
  });

  it('writes a problem without members that say nothing', () => {
    const bare = new Problem({ code: 'a', status: 400, title: 'A', detail: 'Do this.' });
    expect(Object.keys(problemBody(bare, 'id'))).toEqual(['type', 'title', 'status', 'detail', 'instance']);
  });
});
