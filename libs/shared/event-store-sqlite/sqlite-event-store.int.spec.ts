import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventStoreContract } from '@accord/shared/testing';
import { openSqliteEventStore } from './index';

eventStoreContract('SQLite', {
  async start() {
    const folder = await mkdtemp(join(tmpdir(), 'accord-event-store-'));
    const file = join(folder, 'events.db');
    const store = await openSqliteEventStore({ file });
    return {
      store,
      open: () => openSqliteEventStore({ file }),
      async stop() {
        await store.close();
        await rm(folder, { recursive: true });
      },
    };
  },
});
