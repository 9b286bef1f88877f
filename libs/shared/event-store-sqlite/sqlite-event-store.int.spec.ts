import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anEvent, aStream, eventStoreContract } from '@accord/shared/testing';
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

describe('Two lone appends, answered before anybody looks', () => {
  /** Lets what was appended go to the writer, and the writer answer, without a turn of the event loop. */
  async function answeredUnseen(): Promise<void> {
    for (let tick = 0; tick < 3; tick++) await new Promise<void>((resolve) => process.nextTick(resolve));
    const until = performance.now() + 30;
    while (performance.now() < until);
  }

  it('are each told their own place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'accord-lone-'));
    const store = await openSqliteEventStore({ file: join(folder, 'events.sqlite') });
    const first = store.append(aStream('child'), 'no-stream', [anEvent()]);
    await answeredUnseen();
    const second = store.append(aStream('child'), 'no-stream', [anEvent()]);
    await answeredUnseen();
    const places = (await Promise.all([first, second])).map((result) => result.ok && result.position);
    await store.close();
    await rm(folder, { recursive: true });
    expect(places).toEqual([0, 1]);
  });
});
