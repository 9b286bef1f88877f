import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp } from '@accord/shared/http';
import { idFrom } from '@accord/shared/kernel';
import { noLog } from '@accord/shared/observability';
import { DemonstrationTokensModule, developmentIssuer } from './index';
import type { DemonstrationPerson, DevelopmentIssuer } from './index';

const agency = idFrom<'agency'>('01940000-0000-7000-8000-0000000000a1');
if (agency === undefined) throw new Error('The spec made an id that is none.');
const person: DemonstrationPerson = { person: 'icb-commissioner', description: 'Head of continuing care', agency, role: 'commissioner' };
let now = '2026-06-01T12:00:00.000Z';
const clock = { now: () => now };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-issuer-'));
  now = '2026-06-01T12:00:00.000Z';
});
afterEach(() => rm(folder, { recursive: true }));
const start = (production = false): Promise<DevelopmentIssuer> => developmentIssuer({ folder, production, people: [person], clock });

describe('The development issuer', () => {
  it('refuses to start in production, and writes nothing', async () => {
    await expect(start(true)).rejects.toMatchObject({ code: 'development-issuer-in-production' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('gives a person of the demonstration a token for twelve hours', async () => {
    const issuer = await start();
    const given = await issuer.tokenFor('icb-commissioner');
    expect(given?.expiresAt).toBe('2026-06-02T00:00:00.000Z');
    expect(await issuer.verifier.verify(given?.token ?? '')).toMatchObject({
      ok: true, person: { subject: 'icb-commissioner', agency, role: 'commissioner' },
    });
    now = '2026-06-02T00:00:06.000Z';
    expect(await issuer.verifier.verify(given?.token ?? '')).toMatchObject({ code: 'token-expired' });
  });

  it('keeps its key for the next start, for its owner’s eyes alone', async () => {
    const given = await (await start()).tokenFor('icb-commissioner');
    expect(await (await start()).verifier.verify(given?.token ?? '')).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual(['development-issuer.json']);
    expect((await stat(join(folder, 'development-issuer.json'))).mode & 0o777).toBe(0o600);
  });

  it('has one key where two processes start at once', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    const given = await one.tokenFor('icb-commissioner');
    expect(await other.verifier.verify(given?.token ?? '')).toMatchObject({ ok: true });
  });

  it('says what to do where its file is spoilt', async () => {
    await writeFile(join(folder, 'development-issuer.json'), '{"kty"');
    await expect(start()).rejects.toThrow('holds no key: delete it');
  });
});

describe('A visitor of the demonstration', () => {
  let app: NestFastifyApplication;
  beforeEach(async () => {
    const issuer = await start();
    app = await createHttpApp(DemonstrationTokensModule.of(issuer), {
      tokenVerifier: issuer.verifier, clock, log: noLog, handleSignals: false,
      readYourWrites: { waitFor: async () => true },
      readiness: { report: async () => ({ ready: true, store: true, projections: [] }) },
    });
  });
  afterEach(() => app.close());
  const ask = (name: string) => app.inject({ method: 'POST', url: '/demonstration/tokens', payload: { person: name } });

  it('sees who there is, and gets a token without having one', async () => {
    expect((await app.inject('/demonstration/people')).json()).toEqual({ people: [person] });
    const response = await ask('icb-commissioner');
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ tokenType: 'Bearer', token: expect.stringMatching(/^ey/), expiresAt: '2026-06-02T00:00:00.000Z' });
  });

  it('is told where there is no such person', async () => {
    const response = await ask('nobody');
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ type: 'urn:accord:problem:demonstration-person-unknown' });
  });
});
