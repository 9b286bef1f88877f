import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '@accord/shared/observability';
import { DEMONSTRATION_MASTER_KEY } from '@accord/shared/personal-data';
import { configurationFrom, Misconfigured, openArea, openStores, serve } from './index';

const keyOf = (letter: string) => Buffer.alloc(32, letter).toString('base64');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-start-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What a start on the folder is refused with; its stores are closed again. */
async function start(variables: Record<string, string>, serving = false): Promise<string> {
  const configuration = configurationFrom({ ACCORD_DATA: folder, ACCORD_PORT: '0', ...variables });
  const stores = await openStores(configuration);
  try {
    const area = await openArea(configuration, stores);
    if (serving) {
      const log = createLog({ level: 'silent', name: 'start' });
      const served = await serve({ configuration, stores, area, log, onClose: () => Promise.resolve() });
      await served.close();
    }
    return 'started';
  } catch (error) {
    if (error instanceof Misconfigured) return error.message;
    throw error;
  } finally {
    await stores.close();
  }
}

describe('An area', () => {
  it('does not start without a master key, and the sentence says which setting is missing', async () => {
    expect(await start({})).toMatch(/^ACCORD_MASTER_KEY: .*master key/i);
  });

  it('does not start with a malformed master key, and does not repeat it', async () => {
    const refusal = await start({ ACCORD_MASTER_KEY: 'opensesame' });
    expect(refusal).toMatch(/^ACCORD_MASTER_KEY: .+/);
    expect(refusal).not.toContain('opensesame');
  });

  it('does not start in production with the master key of demonstrations, and does outside it', async () => {
    expect(await start({ ACCORD_MASTER_KEY: DEMONSTRATION_MASTER_KEY, NODE_ENV: 'production' })).toMatch(/^ACCORD_MASTER_KEY: .*demonstration/i);
    expect(await start({ ACCORD_DEMONSTRATION: 'on' })).toBe('started');
  });

  it('does not start with another master key than that of its keys, and starts again with the right one', async () => {
    expect(await start({ ACCORD_MASTER_KEY: keyOf('k') })).toBe('started');
    const refusal = await start({ ACCORD_MASTER_KEY: keyOf('x') });
    expect(refusal).toMatch(/^ACCORD_MASTER_KEY: .*another master key/);
    expect(refusal).not.toContain(keyOf('x'));
    expect(await start({ ACCORD_MASTER_KEY: keyOf('k') })).toBe('started');
  });

  it.each([
    ['an issuer of tokens', {}],
    ['the address of its keys', { ACCORD_TOKEN_ISSUER: 'https://issuer.example' }],
  ])('does not serve without %s, and the sentence names both settings', async (_what, variables) => {
    const refusal = await start({ ACCORD_MASTER_KEY: keyOf('k'), ...variables }, true);
    expect(refusal).toContain('ACCORD_TOKEN_ISSUER and ACCORD_TOKEN_KEYS');
  });

  it('serves with both', async () => {
    const tokens = { ACCORD_TOKEN_ISSUER: 'https://issuer.example', ACCORD_TOKEN_KEYS: 'https://issuer.example/keys' };
    expect(await start({ ACCORD_MASTER_KEY: keyOf('k'), ...tokens }, true)).toBe('started');
  });
});
