import { inspect } from 'node:util';
import { DEMONSTRATION_MASTER_KEY, masterKey } from './master-key';

const text = Buffer.alloc(32, 'k').toString('base64');
const demonstration = { production: false };
const production = { production: true };

describe('The master key', () => {
  it('is 32 bytes in base64', () => {
    expect(masterKey(text, production)).toMatchObject({ ok: true });
    expect(masterKey(` ${text}\n`, production)).toMatchObject({ ok: true });
  });

  it.each([undefined, '', ' \n'])('is missed where the configuration has %j', (missing) => {
    for (const profile of [demonstration, production]) {
      expect(masterKey(missing, profile)).toMatchObject({ ok: false, refusal: 'master-key-missing' });
    }
  });

  it.each([
    ['a password', 'correct horse battery staple'],
    ['16 bytes', Buffer.alloc(16, 'k').toString('base64')],
    ['33 bytes', Buffer.alloc(33, 'k').toString('base64')],
    ['hexadecimal', Buffer.alloc(32, 'k').toString('hex')],
    ['base64 of URLs', Buffer.alloc(32, 0xff).toString('base64url')],
  ])('is not %s', (_what, malformed) => {
    const refusal = masterKey(malformed, production);
    expect(refusal).toMatchObject({ ok: false, refusal: 'master-key-malformed' });
    expect(JSON.stringify(refusal)).not.toContain(malformed);
  });

  it('of demonstrations is refused in production alone', () => {
    expect(masterKey(DEMONSTRATION_MASTER_KEY, demonstration)).toMatchObject({ ok: true });
    expect(masterKey(DEMONSTRATION_MASTER_KEY, production)).toMatchObject({ ok: false, refusal: 'master-key-demonstration' });
  });

  it('shows its bytes in no log', () => {
    const key = masterKey(text, production);
    expect(inspect(key, { depth: 10, showHidden: true }) + JSON.stringify(key)).not.toMatch(/a2tra2tr|kkkk|6b6b/);
  });
});
