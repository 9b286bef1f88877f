import { join } from 'node:path';
import type { EventStore } from '@accord/shared/event-store';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import type { Configuration } from './configuration';

/** What an area is kept in. */
export interface Stores {
  readonly events: EventStore;
  /** Read models: everything in it can be folded from the record again. */
  readonly read: ReadStore;
  /** Idempotency answers and reaction checkpoints; apart from the read models, whose rebuild must not delay them. */
  readonly operations: ReadStore;
  /** The keys of personal data, apart from everything that they open. */
  readonly keys: ReadStore;
  close(): Promise<void>;
}

/** Opens the stores of the configured profile; the adapter that is not used is never loaded. */
export async function openStores({ data, stores }: Pick<Configuration, 'data' | 'stores'>): Promise<Stores> {
  const opened: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    const store = await opening;
    opened.push(store);
    return store;
  };
  const close = async () => {
    for (const store of opened.reverse()) await store.close();
  };
  try {
    if (stores.profile === 'embedded') {
      const { openSqliteEventStore } = await import('@accord/shared/event-store-sqlite');
      const file = (name: string) => join(data, name);
      return {
        events: await keep(openSqliteEventStore({ file: file('events.sqlite') })),
        read: await keep(openReadStore({ engine: 'sqlite', file: file('read.sqlite') })),
        operations: await keep(openReadStore({ engine: 'sqlite', file: file('operations.sqlite') })),
        keys: await keep(
          openReadStore({ engine: 'sqlite', file: file('keys.sqlite'), synchronous: 'FULL', secureDelete: true }),
        ),
        close,
      };
    }
    const { openEventStoreDb } = await import('@accord/shared/event-store-eventstoredb');
    const connectionString = stores.databaseUrl;
    const read = await keep(openReadStore({ engine: 'postgres', connectionString }));
    return {
      events: await keep(openEventStoreDb({ url: stores.eventStoreUrl })),
      ...{ read, operations: read },
      keys: await keep(openReadStore({ engine: 'postgres', connectionString, schema: 'accord_keys', synchronous: 'FULL' })),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
