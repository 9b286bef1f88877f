import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

/*
 * AES-256-GCM. The text is base64url of: nonce (12 random bytes) | ciphertext | tag (16 bytes).
 * The place is associated data: the same bytes at any other place do not open. A random nonce may be
 * used 2^32 times under one key (NIST SP 800-38D section 8.3); a child's key seals a few thousand fields.
 */

const NONCE = 12;
const TAG = 16;
const CIPHER = 'aes-256-gcm';

/** Where a text belongs, framed as JSON so that no two places read alike. */
export const placeOf = (...parts: readonly string[]): Buffer => Buffer.from(JSON.stringify(parts));

export function encrypt(key: KeyObject, place: Buffer, plain: Buffer): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG }).setAAD(place);
  const ciphertext = cipher.update(plain);
  return Buffer.concat([nonce, ciphertext, cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** `undefined` where the text was not made by that key for that place, or has been changed. */
export function decrypt(key: KeyObject, place: Buffer, text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < NONCE + TAG) return undefined;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(place).setAuthTag(bytes.subarray(-TAG));
  const plain = decipher.update(bytes.subarray(NONCE, -TAG));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    return undefined;
  }
}
