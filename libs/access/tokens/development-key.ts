import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';
import type { CryptoKey, JWK } from 'jose';

export const DEVELOPMENT_ALGORITHM = 'EdDSA';
const FILE = 'development-issuer.json';

/** The development issuer's key pair; `id` is its RFC 7638 thumbprint. */
export interface DevelopmentKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/**
 * The key kept in the data folder, made at the first start, so that tokens outlive a restart. Of two
 * processes that start at once on one folder both get the key of the first.
 * @throws Error where the file is there but holds no key
 */
export async function developmentKey(folder: string): Promise<DevelopmentKey> {
  const path = join(folder, FILE);
  const kept = (await readKey(path)) ?? (await makeKey(folder, path));
  const { d: _private, ...open } = kept;
  return { id: await calculateJwkThumbprint(open), privateKey: await imported(kept), publicKey: await imported(open) };
}

async function imported(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, DEVELOPMENT_ALGORITHM);
  if (key instanceof Uint8Array) throw new Error('The development issuer has a secret where a key pair belongs.');
  return key;
}

async function readKey(path: string): Promise<JWK | undefined> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const found = parsed(text);
  if (isPrivateKey(found)) return found;
  throw new Error(`${FILE} in the data folder holds no key: delete it, and a new one is made. Tokens given out then end.`);
}

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isPrivateKey = (found: unknown): found is JWK & { readonly d: string } =>
  typeof found === 'object' &&
  found !== null &&
  'kty' in found &&
  found.kty === 'OKP' &&
  'x' in found &&
  typeof found.x === 'string' &&
  'd' in found &&
  typeof found.d === 'string';

/** Written aside and linked into place: the file is whole or absent, and never replaced. */
async function makeKey(folder: string, path: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(DEVELOPMENT_ALGORITHM, { crv: 'Ed25519', extractable: true });
  const jwk = await exportJWK(privateKey);
  await mkdir(folder, { recursive: true });
  const draft = join(folder, `${FILE}.${randomUUID()}`);
  await writeFile(draft, JSON.stringify(jwk), { mode: 0o600, flush: true });
  await link(draft, path)
    .catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    })
    .finally(() => rm(draft, { force: true }));
  const kept = await readKey(path);
  if (kept === undefined) throw new Error(`${FILE} vanished from the data folder.`);
  return kept;
}
