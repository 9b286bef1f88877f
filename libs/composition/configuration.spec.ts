import { resolve } from 'node:path';
import { configurationFrom, Misconfigured } from './configuration';

const clustered = {
  ACCORD_PROFILE: 'clustered',
  EVENTSTOREDB_URL: 'esdb://record.example:2113?tls=false',
  DATABASE_URL: 'postgres://accord:opensesame@rows.example/accord',
  REDIS_URL: 'redis://jobs.example',
};

function refusalOf(variables: Record<string, string | undefined>): string {
  try {
    configurationFrom(variables);
  } catch (error) {
    if (error instanceof Misconfigured) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('The configuration', () => {
  it('needs nothing: an embedded area on this machine, without a demonstration', () => {
    expect(configurationFrom({})).toEqual({
      ...{ host: '127.0.0.1', port: 3000, data: resolve('.accord'), logLevel: 'info', masterKey: undefined },
      ...{ demonstration: false, production: false, stores: { profile: 'embedded' } },
      tokens: { issuer: undefined, audience: 'accord', keys: undefined },
    });
  });

  it('takes each setting from its variable', () => {
    expect(
      configurationFrom({
        ...{ ACCORD_HOST: '0.0.0.0', ACCORD_PORT: '8080', ACCORD_DATA: '/srv/accord', ACCORD_LOG_LEVEL: 'warn', ACCORD_MASTER_KEY: 'key' },
        ...{ ACCORD_TOKEN_ISSUER: 'https://issuer.example', ACCORD_TOKEN_AUDIENCE: 'area', ACCORD_TOKEN_KEYS: 'https://issuer.example/keys' },
        ...{ NODE_ENV: 'production', UNRELATED: 'left alone' },
      }),
    ).toEqual({
      ...{ host: '0.0.0.0', port: 8080, data: '/srv/accord', logLevel: 'warn', masterKey: 'key', demonstration: false, production: true },
      tokens: { issuer: 'https://issuer.example', audience: 'area', keys: 'https://issuer.example/keys' },
      stores: { profile: 'embedded' },
    });
  });

  it('of a cluster names its three stores', () => {
    expect(configurationFrom(clustered).stores).toEqual({
      profile: 'clustered',
      eventStoreUrl: clustered.EVENTSTOREDB_URL,
      databaseUrl: clustered.DATABASE_URL,
      redisUrl: clustered.REDIS_URL,
    });
  });

  it.each([
    ['EVENTSTOREDB_URL', 'begins with esdb:// or esdb+discover://'],
    ['DATABASE_URL', 'begins with postgres:// or postgresql://'],
    ['REDIS_URL', 'begins with redis:// or rediss://'],
  ])('of a cluster is refused without %s, or with another kind of address there, which is not repeated', (setting, must) => {
    expect(refusalOf({ ...clustered, [setting]: undefined })).toMatch(new RegExp(`^${setting}: `, 'm'));
    const refusal = refusalOf({ ...clustered, [setting]: 'https://opensesame.example' });
    expect(refusal).toContain(`${setting}: ${must}`);
    expect(refusal).not.toContain('opensesame');
  });

  it('of a cluster tells of all three at once', () => {
    expect(refusalOf({ ACCORD_PROFILE: 'clustered' }).split('\n')).toHaveLength(4);
  });

  it.each([
    ['ACCORD_PROFILE', 'opensesame'],
    ['ACCORD_PORT', 'opensesame'],
    ['ACCORD_PORT', '65536'],
    ['ACCORD_PORT', '-1'],
    ['ACCORD_PORT', '80.5'],
    ['ACCORD_PORT', ''],
    ['ACCORD_HOST', ''],
    ['ACCORD_DATA', ''],
    ['ACCORD_LOG_LEVEL', 'opensesame'],
    ['ACCORD_DEMONSTRATION', 'true'],
    ['ACCORD_TOKEN_ISSUER', 'opensesame'],
    ['ACCORD_TOKEN_KEYS', 'opensesame'],
    ['ACCORD_TOKEN_AUDIENCE', ''],
  ])('with %s=%s is refused by the name of the setting, never by its value', (setting, value) => {
    const refusal = refusalOf({ [setting]: value });
    expect(refusal).toMatch(new RegExp(`^${setting}: .+`, 'm'));
    if (value.length > 3) expect(refusal).not.toContain(value);
  });
});

describe('The demonstration area', () => {
  it('is asked for by name', () => {
    expect(configurationFrom({ ACCORD_DEMONSTRATION: 'on' }).demonstration).toBe(true);
    expect(configurationFrom({ ACCORD_DEMONSTRATION: 'off', NODE_ENV: 'production' }).demonstration).toBe(false);
  });

  it.each<[string, Record<string, string>, string]>([
    ['in production', { NODE_ENV: 'production' }, 'ACCORD_DEMONSTRATION: the demonstration area never runs in production'],
    ['in a cluster', clustered, 'ACCORD_DEMONSTRATION: the demonstration area runs in the embedded profile alone'],
    ['for other machines', { ACCORD_HOST: '0.0.0.0' }, 'ACCORD_HOST: the demonstration area listens on this machine alone'],
    ['for other machines over IPv6', { ACCORD_HOST: '::' }, 'ACCORD_HOST: '],
  ])('never runs %s', (_where, variables, refusal) => {
    expect(refusalOf({ ...variables, ACCORD_DEMONSTRATION: 'on' })).toContain(refusal);
  });

  it.each(['127.0.0.1', '::1', 'localhost'])('runs for this machine: %s', (host) => {
    expect(refusalOf({ ACCORD_HOST: host, ACCORD_DEMONSTRATION: 'on' })).toBe('accepted');
  });
});
