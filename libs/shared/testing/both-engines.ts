import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startPostgres, withoutPostgres, type PostgresServer } from './postgres';

/** Opens a read store on either engine: that of the library, which nothing here may import. */
type OpenReadStore<S> = (at: { readonly engine: 'sqlite'; readonly file: string } | { readonly engine: 'postgres'; readonly connectionString: string }) => Promise<S>;

/**
 * Runs a suite on SQLite and on PostgreSQL, so that nobody finds out in production how the two differ. Each gets an
 * empty store, to open once and to close; where PostgreSQL is not installed, the report says that it was not run.
 */
export function onBothEngines<S>(openReadStore: OpenReadStore<S>, suite: (open: () => Promise<S>) => void): void {
  describe('On SQLite', () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-both-engines-'));
    suite(() => openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') }));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
  });
  if (!findPostgres()) {
    describe.skip(withoutPostgres('On PostgreSQL'), () => it('is the same as on SQLite', () => undefined));
    return;
  }
  describe('On PostgreSQL', () => {
    let server: PostgresServer | undefined;
    suite(async () => {
      server = await startPostgres();
      if (!server) throw new Error('PostgreSQL was found, and does not start.');
      return openReadStore({ engine: 'postgres', connectionString: server.connectionString });
    });
    afterAll(() => server?.stop(), 60_000);
  });
}
