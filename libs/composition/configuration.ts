import { resolve } from 'node:path';
import { z } from 'zod';

// From digits alone: an empty text would coerce to 0, which means any free port.
const port = z
  .string()
  .regex(/^\d{1,5}$/, 'a whole number from 0 to 65535')
  .transform(Number)
  .pipe(z.int().max(65_535));
const flag = z.enum(['on', 'off']).transform((text) => text === 'on');

const shared = {
  ACCORD_HOST: z.string().min(1).default('127.0.0.1'),
  ACCORD_PORT: port.default(3000),
  ACCORD_DATA: z.string().min(1).default('.accord'),
  ACCORD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ACCORD_MASTER_KEY: z.string().optional(),
  /** The demonstration area: its people, tokens and fictional children. Never in production. */
  ACCORD_DEMONSTRATION: flag.default(false),
  ACCORD_TOKEN_ISSUER: z.url().optional(),
  ACCORD_TOKEN_AUDIENCE: z.string().min(1).default('accord'),
  ACCORD_TOKEN_KEYS: z.url().optional(),
  NODE_ENV: z.string().optional(),
};

const embedded = z.object({ ...shared, ACCORD_PROFILE: z.literal('embedded') });
const clustered = z.object({
  ...shared,
  ACCORD_PROFILE: z.literal('clustered'),
  EVENTSTOREDB_URL: z.string().regex(/^esdb(\+discover)?:\/\//, 'begins with esdb:// or esdb+discover://'),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'begins with postgres:// or postgresql://'),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'begins with redis:// or rediss://'),
});
const environment = z.discriminatedUnion('ACCORD_PROFILE', [embedded, clustered]);

/** Addresses that only this machine reaches. */
const LOOPBACK: readonly string[] = ['127.0.0.1', '::1', 'localhost'];

/** Everything that is configured, checked once at start. Adapters are chosen by it alone (ADR 5). */
export interface Configuration {
  readonly host: string;
  readonly port: number;
  /** Folder of the embedded profile's files, and of the development issuer's key. */
  readonly data: string;
  readonly logLevel: z.infer<(typeof shared)['ACCORD_LOG_LEVEL']>;
  readonly masterKey: string | undefined;
  readonly demonstration: boolean;
  readonly production: boolean;
  readonly tokens: { readonly issuer: string | undefined; readonly audience: string; readonly keys: string | undefined };
  readonly stores:
    | { readonly profile: 'embedded' }
    | {
        readonly profile: 'clustered';
        readonly eventStoreUrl: string;
        readonly databaseUrl: string;
        readonly redisUrl: string;
      };
}

/** The configuration cannot be used; each line says which setting and what it must be. Never shows a value. */
export class Misconfigured extends Error {
  override readonly name = 'Misconfigured';
}

/**
 * Reads the configuration from environment variables (`infra/docs/configuration.md`).
 * @throws Misconfigured
 */
export function configurationFrom(variables: Readonly<Record<string, string | undefined>>): Configuration {
  const parsed = environment.safeParse({ ...variables, ACCORD_PROFILE: variables['ACCORD_PROFILE'] ?? 'embedded' });
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Misconfigured(`The configuration cannot be used.\n${lines.join('\n')}`);
  }
  const settings = parsed.data;
  const production = settings.NODE_ENV === 'production';
  if (settings.ACCORD_DEMONSTRATION) refuseUnlessPrivate(settings, production);
  return {
    host: settings.ACCORD_HOST,
    port: settings.ACCORD_PORT,
    data: resolve(settings.ACCORD_DATA),
    logLevel: settings.ACCORD_LOG_LEVEL,
    masterKey: settings.ACCORD_MASTER_KEY,
    demonstration: settings.ACCORD_DEMONSTRATION,
    production,
    tokens: {
      issuer: settings.ACCORD_TOKEN_ISSUER,
      audience: settings.ACCORD_TOKEN_AUDIENCE,
      keys: settings.ACCORD_TOKEN_KEYS,
    },
    stores:
      settings.ACCORD_PROFILE === 'embedded'
        ? { profile: 'embedded' }
        : {
            profile: 'clustered',
            eventStoreUrl: settings.EVENTSTOREDB_URL,
            databaseUrl: settings.DATABASE_URL,
            redisUrl: settings.REDIS_URL,
          },
  };
}

/** The demonstration gives a token to anyone who asks: it never leaves the machine, nor meets real data. */
function refuseUnlessPrivate(settings: z.infer<typeof environment>, production: boolean): void {
  if (production) {
    throw new Misconfigured('ACCORD_DEMONSTRATION: the demonstration area never runs in production; switch it off.');
  }
  if (settings.ACCORD_PROFILE !== 'embedded') {
    throw new Misconfigured('ACCORD_DEMONSTRATION: the demonstration area runs in the embedded profile alone.');
  }
  if (!LOOPBACK.includes(settings.ACCORD_HOST)) {
    throw new Misconfigured('ACCORD_HOST: the demonstration area listens on this machine alone; leave it at 127.0.0.1.');
  }
}
