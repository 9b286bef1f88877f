import { setTimeout as delay } from 'node:timers/promises';
import { findPostgres, startPostgres, withoutPostgres, type PostgresServer } from '@accord/shared/testing';
import { openPostgresPool } from './postgres-pool';

const suite = 'A connection to PostgreSQL that is lent';

if (findPostgres() === undefined) {
  describe.skip(withoutPostgres(suite), () => {
    it('survives the server', () => undefined);
  });
} else {
  describe(suite, () => {
    let server: PostgresServer | undefined;
    beforeAll(async () => {
      server = await startPostgres();
    }, 60_000);
    afterAll(() => server?.stop());

    it('and breaks between two statements tells so at the next, and ends no process', async () => {
      const pool = await openPostgresPool({ connectionString: server?.connectionString ?? '' });
      const lent = await pool.connect();
      await lent.query('begin');
      const { rows } = await lent.query<{ pid: number }>('select pg_backend_pid() as pid');
      await pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
      await delay(200);
      await expect(lent.query('select 1')).rejects.toThrow();
      lent.release(true);
      await pool.end();
    }, 30_000);
  });
}
