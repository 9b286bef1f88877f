import { createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';

/** A key that is missing is asked for again at most this often, so that forged key ids cost the issuer nothing. */
const COOLDOWN_MS = 30_000;
const TIMEOUT_MS = 3_000;
/** How long a key that the issuer withdrew may still be believed. */
const LONGEST_CACHE_MS = 600_000;

/**
 * The keys of an OpenID Connect issuer, fetched when first needed and again when a token names an unknown
 * one. @throws Error where the address is neither https nor on this machine: keys over http could be anyone's
 */
export function remoteKeys(address: string): JWTVerifyGetKey {
  const url = new URL(address);
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
    throw new Error('token-keys-not-https: give the address of the issuer’s keys with https.');
  }
  return createRemoteJWKSet(url, { cooldownDuration: COOLDOWN_MS, timeoutDuration: TIMEOUT_MS, cacheMaxAge: LONGEST_CACHE_MS });
}
