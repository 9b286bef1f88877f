import { createSecretKey, type KeyObject } from 'node:crypto';
import { succeed, type Brand, type Result } from '@accord/shared/kernel';
import { refuseMasterKey } from './refusals';

/** The key over all keys, from configuration. A key object, so that no log or error shows its bytes. */
export type MasterKey = Brand<KeyObject, 'master-key'>;

/** Public, hence for demonstrations only: whoever knows it reads everything sealed under it. */
export const DEMONSTRATION_MASTER_KEY = Buffer.from('Accord demonstration key, public').toString('base64');

const THIRTY_TWO_BYTES = /^[A-Za-z0-9+/]{43}=$/;

/**
 * The master key from its configured text: 32 random bytes in base64, spaces around it ignored. In
 * production the demonstration key is refused.
 */
export function masterKey(text: string | undefined, profile: { readonly production: boolean }): Result<MasterKey> {
  const given = text?.trim() ?? '';
  const remedy = 'Set it to 32 random bytes in base64, e.g. the output of: openssl rand -base64 32';
  if (given === '') return refuseMasterKey('master-key-missing', `No master key is configured. ${remedy}`);
  if (!THIRTY_TWO_BYTES.test(given)) {
    return refuseMasterKey('master-key-malformed', `The configured master key cannot be used. ${remedy}`);
  }
  const bytes = Buffer.from(given, 'base64');
  if (profile.production && bytes.equals(Buffer.from(DEMONSTRATION_MASTER_KEY, 'base64'))) {
    return refuseMasterKey('master-key-demonstration', `Everybody knows the demonstration key. ${remedy}`);
  }
  // Checked above: this is the only maker of the brand.
  return succeed(createSecretKey(bytes) as MasterKey);
}
