import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencies } from '@accord/composition';
import { DEVELOPMENT_AUDIENCE, DEVELOPMENT_ISSUER } from '@accord/access/tokens';
import { SignJWT, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK, JWTPayload } from 'jose';

/** What a token for a journey says otherwise than a good one. */
export interface Forgery {
  readonly claims?: JWTPayload;
  readonly leaveOut?: readonly string[];
  /** `own` is the issuer's own key; `other` one that it never had. */
  readonly key?: 'own' | 'other';
  readonly type?: string;
}

/** Makes tokens as the development issuer of an area makes them, and such as it never would. */
export async function tokenMaker(folder: string): Promise<(forgery?: Forgery) => Promise<string>> {
  // The issuer wrote this file; it is a private key or the area would not have started.
  const jwk = JSON.parse(await readFile(join(folder, 'development-issuer.json'), 'utf8')) as JWK;
  // An OKP key is imported as a key pair's half, never as bytes.
  const own = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
  const { privateKey: other } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
  return ({ claims = {}, leaveOut = [], key = 'own', type = 'at+jwt' } = {}) => {
    const now = Math.floor(Date.now() / 1_000);
    const good = {
      ...{ iss: DEVELOPMENT_ISSUER, aud: DEVELOPMENT_AUDIENCE, sub: 'administrator', iat: now, exp: now + 3_600 },
      ...{ agency: agencies.icb, role: 'panel-administrator' },
    };
    const said = Object.fromEntries(Object.entries({ ...good, ...claims }).filter(([claim]) => !leaveOut.includes(claim)));
    return new SignJWT(said).setProtectedHeader({ alg: 'EdDSA', typ: type }).sign(key === 'own' ? own : other);
  };
}

/** A token that nobody signed: `alg` is `none`. */
export function unsigned(token: string): string {
  const [, payload = ''] = token.split('.');
  return `${Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url')}.${payload}.`;
}
