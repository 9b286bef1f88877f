import { createHmac, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { createLocalJWKSet, exportJWK, importJWK } from 'jose';
import type { CryptoKey, JWK, JWTVerifyGetKey } from 'jose';
import type { TokenVerdict } from '@accord/shared/http';
import { TokenKeysUnavailable } from '@accord/shared/http';
import { tokenVerifier } from './token-verifier';

const NOW = Date.parse('2026-06-01T12:00:00.000Z') / 1_000;
const ours = generateKeyPairSync('ed25519');
const theirs = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const curve = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const jwkOf = (key: KeyObject): Promise<JWK> => exportJWK(key);
const goodHeader = { alg: 'EdDSA', typ: 'at+jwt', kid: 'ours' };
const AGENCY = '01940000-0000-7000-8000-0000000000a1';
const goodClaims = {
  iss: 'https://issuer.example', aud: 'accord', sub: 'person-1', agency: AGENCY, role: 'auditor', iat: NOW, exp: NOW + 60,
};

const encoded = (part: unknown): string => Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
type Signer = (input: Buffer) => Buffer;
const by = (key: KeyObject, digest: string | null = null): Signer => (input) => sign(digest, input, key);
function token(header: unknown, claims: unknown, signer: Signer = by(ours.privateKey)): string {
  const input = `${encoded(header)}.${encoded(claims)}`;
  return `${input}.${signer(Buffer.from(input)).toString('base64url')}`;
}

async function verify(given: string, keys?: CryptoKey | JWTVerifyGetKey): Promise<TokenVerdict> {
  const key = await importJWK(await jwkOf(ours.publicKey), 'EdDSA');
  if (key instanceof Uint8Array) throw new Error('not a public key');
  const clock = { now: () => new Date(NOW * 1_000).toISOString() };
  return tokenVerifier({ issuer: 'https://issuer.example', audience: 'accord', algorithms: ['EdDSA'], keys: keys ?? key, clock }).verify(given);
}

const without = (claim: string): object => Object.fromEntries(Object.entries(goodClaims).filter(([name]) => name !== claim));
const withClaims = (claims: object): string => token(goodHeader, { ...goodClaims, ...claims });
const withHeader = (header: object, signer?: Signer): string => token({ ...goodHeader, ...header }, goodClaims, signer);
const publicPem = (key: KeyObject): string => key.export({ type: 'spki', format: 'pem' }).toString();

describe('A token of our issuer', () => {
  it('is believed, and tells the person, agency and role', async () => {
    expect(await verify(token(goodHeader, goodClaims))).toEqual({
      ok: true, person: { issuer: 'https://issuer.example', subject: 'person-1', agency: AGENCY, role: 'auditor' },
    });
  });

  it('may name several audiences, and end within the last five seconds where clocks differ', async () => {
    expect(await verify(withClaims({ aud: ['other', 'accord'] }))).toMatchObject({ ok: true });
    expect(await verify(withClaims({ exp: NOW - 4 }))).toMatchObject({ ok: true });
    expect(await verify(withClaims({ nbf: NOW + 4 }))).toMatchObject({ ok: true });
  });
});

describe('A token is refused', () => {
  const attacks: readonly (readonly [string, () => string, string])[] = [
    ['unsigned, with no algorithm', () => `${encoded({ ...goodHeader, alg: 'none' })}.${encoded(goodClaims)}.`, 'token-malformed'],
    ['with no algorithm but a signature', () => withHeader({ alg: 'none' }), 'token-foreign'],
    ['with no algorithm, in capitals', () => withHeader({ alg: 'nOnE' }), 'token-foreign'],
    ['signed by a shared secret that is our public key', () => withHeader({ alg: 'HS256' }, (input) => createHmac('sha256', publicPem(ours.publicKey)).update(input).digest()), 'token-foreign'],
    ['signed by RSA, which we do not believe', () => withHeader({ alg: 'RS256' }, by(rsa.privateKey, 'sha256')), 'token-foreign'],
    ['signed by a curve, which we do not believe', () => withHeader({ alg: 'ES256' }, by(curve.privateKey, 'sha256')), 'token-foreign'],
    ['signed by another key', () => withHeader({}, by(theirs.privateKey)), 'token-foreign'],
    ['signed by another key under our key id', () => withHeader({ kid: 'ours' }, by(theirs.privateKey)), 'token-foreign'],
    ['that brings its own key', () => withHeader({ jwk: createPublicKey(theirs.privateKey).export({ format: 'jwk' }) }, by(theirs.privateKey)), 'token-foreign'],
    ['that says where its key is', () => withHeader({ jku: 'https://attacker.example/keys' }, by(theirs.privateKey)), 'token-foreign'],
    ['that brings its own certificate', () => withHeader({ x5c: ['MIIB'] }, by(theirs.privateKey)), 'token-foreign'],
    ['whose key id is a path', () => withHeader({ kid: '../../dev/null' }, by(theirs.privateKey)), 'token-foreign'],
    ['whose signature was cut off', () => token(goodHeader, goodClaims).replace(/\.[^.]*$/, '.AA'), 'token-foreign'],
    ['whose claims were changed after signing', () => {
      const [header, , signature] = token(goodHeader, goodClaims).split('.');
      return [header, encoded({ ...goodClaims, role: 'panel-chair' }), signature].join('.');
    }, 'token-foreign'],
    ['for another service', () => withClaims({ aud: 'other' }), 'token-foreign'],
    ['for no service', () => token(goodHeader, without('aud')), 'token-foreign'],
    ['of another issuer', () => withClaims({ iss: 'https://issuer.example.attacker.example' }), 'token-foreign'],
    ['of no issuer', () => token(goodHeader, without('iss')), 'token-foreign'],
    ['that is an ID token', () => withHeader({ typ: 'JWT' }), 'token-malformed'],
    ['of no type', () => token({ alg: 'EdDSA' }, goodClaims), 'token-malformed'],
    ['that has ended', () => withClaims({ exp: NOW - 6 }), 'token-expired'],
    ['without an end', () => token(goodHeader, without('exp')), 'token-claims-missing'],
    ['whose end is no number', () => withClaims({ exp: '2099-01-01' }), 'token-claims-missing'],
    ['that is not valid yet', () => withClaims({ nbf: NOW + 60 }), 'token-not-yet-valid'],
    ['with a critical header that we do not know', () => withHeader({ crit: ['exp2'], exp2: 1 }), 'token-malformed'],
    ['with an unencoded payload', () => withHeader({ crit: ['b64'], b64: false }), 'token-malformed'],
    ['with a claim twice', () => token(goodHeader, JSON.stringify(goodClaims).replace('}', ',"role":"panel-chair"}')), 'token-malformed'],
    ['with an algorithm twice', () => token('{"alg":"none","alg":"EdDSA","typ":"at+jwt"}', goodClaims), 'token-malformed'],
    ['with a claim that reaches into objects', () => token(goodHeader, JSON.stringify(goodClaims).replace('}', ',"__proto__":{"role":"x"}}')), 'token-malformed'],
    ['that is encrypted, not signed', () => 'a.b.c.d.e', 'token-malformed'],
    ['that is no token', () => 'hunter2', 'token-malformed'],
    ['that is too long', () => withClaims({ padding: 'x'.repeat(9_000) }), 'token-malformed'],
    ['whose claims are a list', () => token(goodHeader, []), 'token-malformed'],
    ['whose agency is a name, not an id', () => withClaims({ agency: 'NHS Northshire' }), 'token-claims-missing'],
    ['whose agency is an id in capitals', () => withClaims({ agency: AGENCY.toUpperCase() }), 'token-claims-missing'],
    ['whose agency is a random id, which Accord gives to none', () => withClaims({ agency: '0c9f3a52-7d3e-4c1a-9a52-7d3e4c1a9a52' }), 'token-claims-missing'],
    ['whose agency has something after its id', () => withClaims({ agency: `${AGENCY}\n` }), 'token-claims-missing'],
    ...['sub', 'agency', 'role'].flatMap((claim): readonly (readonly [string, () => string, string])[] => [
      [`without ${claim}`, () => token(goodHeader, without(claim)), 'token-claims-missing'],
      [`with an empty ${claim}`, () => withClaims({ [claim]: ' ' }), 'token-claims-missing'],
      [`with a list for ${claim}`, () => withClaims({ [claim]: ['panel-chair'] }), 'token-claims-missing'],
    ]),
  ];
  it.each(attacks)('%s', async (_what, make, code) => {
    expect(await verify(make())).toEqual({ ok: false, code, detail: expect.stringMatching(/\w/) });
  });

  it('with a sentence that says how the agency is named: by its id in this area', async () => {
    expect(await verify(withClaims({ agency: 'NHS Northshire' }))).toMatchObject({ detail: expect.stringContaining('the id of an agency of this area') });
  });
});

describe('The keys of an issuer', () => {
  const set = async (...keys: readonly JWK[]): Promise<JWTVerifyGetKey> => createLocalJWKSet({ keys: [...keys] });
  const signed = token(goodHeader, goodClaims);

  it('may be many: the one that the token names is taken', async () => {
    const keys = await set({ ...(await jwkOf(theirs.publicKey)), kid: 'old' }, { ...(await jwkOf(ours.publicKey)), kid: 'ours' });
    expect(await verify(signed, keys)).toMatchObject({ ok: true });
  });

  it('no longer believe a token whose key was withdrawn', async () => {
    const keys = await set({ ...(await jwkOf(theirs.publicKey)), kid: 'new' });
    expect(await verify(signed, keys)).toMatchObject({ code: 'token-foreign' });
  });

  it('do not lend a key of another kind to a token', async () => {
    const keys = await set({ ...(await jwkOf(rsa.publicKey)), kid: 'ours' });
    expect(await verify(signed, keys)).toMatchObject({ code: 'token-foreign' });
  });

  it('that cannot be fetched judge nobody: that is told as a fault, not as a bad token', async () => {
    const away: JWTVerifyGetKey = () => Promise.reject(new TypeError('fetch failed'));
    await expect(verify(signed, away)).rejects.toThrow(TokenKeysUnavailable);
  });
});
