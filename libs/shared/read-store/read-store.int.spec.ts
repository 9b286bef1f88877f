import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { findPostgres, readStoreContract, startPostgres, withoutPostgres, type PostgresServer } from '@accord/shared/testing';
import * as library from '.';

readStoreContract('SQLite', {
  library,
  start: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-read-store-'));
    return {
      open: () => library.openReadStore({ engine: 'sqlite', file: join(folder, 'read.db') }),
      stop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
});

if (findPostgres()) {
  let server: PostgresServer | undefined;
  let databases = 0;
  afterAll(() => server?.stop(), 60_000);
  readStoreContract('PostgreSQL', {
    library,
    interruptible: true,
    start: async () => {
      server ??= await startPostgres();
      const connectionString = server?.connectionString ?? '';
      const schema = `test_${++databases}`;
      return {
        open: () => library.openReadStore({ engine: 'postgres', connectionString, schema }),
        interrupt: async () => server?.kill(),
        restore: async () => server?.restart(),
        stop: async () => undefined,
      };
    },
  });
} else {
  describe.skip(withoutPostgres('The read store on PostgreSQL'), () => {
    it('keeps the same promises as on SQLite', () => undefined);
  });
}

describe('The file of a read store', () => {
  it('is waited for while another process is just making it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'accord-read-store-'));
    const file = join(folder, 'read.db');
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const opening = library.openReadStore({ engine: 'sqlite', file });
    await new Promise((resolve) => setTimeout(resolve, 100));
    other.exec('rollback');
    other.close();
    await (await opening).close();
    rmSync(folder, { recursive: true });
  });
});
