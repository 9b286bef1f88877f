import { Pool, types } from 'pg';
import { ReadStoreMisconfigured } from './errors';

export interface PostgresConfig {
  readonly connectionString: string;
  /** Default `public`; created where it is missing. */
  readonly schema?: string;
  readonly synchronous?: 'NORMAL' | 'FULL';
}

const INT8 = types.builtins.INT8;
const CONNECTIONS = 16;

/** Whole numbers are JavaScript numbers on both engines; nothing here exceeds 2^53. */
const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A whole number of the read store exceeds 2^53.');
  return value;
};

/** Opens a pool whose sessions see one schema. @throws ReadStoreMisconfigured, and pg's own errors. */
export async function openPostgresPool(config: PostgresConfig): Promise<Pool> {
  const schema = config.schema ?? 'public';
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) throw new ReadStoreMisconfigured(`No schema can be called ${schema}.`);
  // NORMAL means on both engines: a power cut may take the last commits, never a part of one.
  const commit = config.synchronous === 'FULL' ? 'on' : 'off';
  const pool = new Pool({
    connectionString: config.connectionString,
    options: `-c search_path=${schema} -c synchronous_commit=${commit}`,
    max: CONNECTIONS,
    connectionTimeoutMillis: 10_000,
    types: {
      // pg's own parsers are typed as giving anything.
      getTypeParser: (oid, format): ((text: string) => unknown) =>
        oid === INT8 && format !== 'binary' ? wholeNumber : (types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  // An idle connection that breaks is replaced at the next query, which reports the error.
  pool.on('error', () => undefined);
  // One that breaks while it is lent, between two statements, tells so at the next; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await createSchema(pool, schema);
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

async function createSchema(pool: Pool, schema: string): Promise<void> {
  const found = await pool.query('select 1 from pg_namespace where nspname = $1', [schema]);
  if (found.rowCount) return;
  const client = await pool.connect();
  try {
    await client.query('begin');
    // `if not exists` alone fails where two processes create it at once.
    await client.query(`select pg_advisory_xact_lock(hashtext('accord read store schema'))`);
    await client.query(`create schema if not exists ${schema}`);
    await client.query('commit');
  } finally {
    client.release();
  }
}
