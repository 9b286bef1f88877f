import { createSecretKey, hkdfSync, randomBytes, type KeyObject } from 'node:crypto';
import { PersonalDataDamaged } from './errors';
import { decrypt, encrypt, placeOf } from './gcm';
import type { MasterKey } from './master-key';

/** Of the key-encryption key. A later epoch wraps the surviving keys anew and destroys this one. */
const EPOCH = '1';
const FORM = new RegExp(`^wrapped:${EPOCH}:([A-Za-z0-9_-]+)$`);
const BYTES = 32;

/**
 * Wraps keys for storage: AES-256-GCM under a key derived from the master key (HKDF, RFC 5869), with
 * the key's owner as its place, so that a row moved to another child does not open.
 */
export class Wrapping {
  private readonly keyEncryptionKey: KeyObject;

  constructor(master: MasterKey) {
    const derived = hkdfSync('sha256', master, 'accord', `key-encryption-key ${EPOCH}`, BYTES);
    this.keyEncryptionKey = createSecretKey(Buffer.from(derived));
  }

  /** A new random key, wrapped for that owner. */
  newKey(...owner: readonly string[]): string {
    const bytes = randomBytes(BYTES);
    const wrapped = `wrapped:${EPOCH}:${encrypt(this.keyEncryptionKey, place(owner), bytes)}`;
    bytes.fill(0);
    return wrapped;
  }

  /** `undefined` where it does not open: another master key, another owner, or changed. */
  unwrap(wrapped: string, ...owner: readonly string[]): KeyObject | undefined {
    const bytes = decrypt(this.keyEncryptionKey, place(owner), FORM.exec(wrapped)?.[1] ?? '');
    if (!bytes) return undefined;
    const key = createSecretKey(bytes);
    bytes.fill(0);
    return key;
  }

  /** @throws PersonalDataDamaged where it does not open */
  unwrapOrThrow(wrapped: string, ...owner: readonly string[]): KeyObject {
    const key = this.unwrap(wrapped, ...owner);
    if (!key) throw new PersonalDataDamaged('A stored key does not open under the master key.');
    return key;
  }
}

const place = (owner: readonly string[]): Buffer => placeOf('accord key', EPOCH, ...owner);
