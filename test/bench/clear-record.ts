import { randomUUIDv7 } from 'node:crypto';
import { configurationFrom, eventCatalogue, openStores } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { START } from '@accord/shared/event-store';
import type { EventMetadata, NewEvent, StreamName } from '@accord/shared/event-store';
import { DEMONSTRATION_MASTER_KEY, masterKey, openPersonalData } from '@accord/shared/personal-data';

/** An event before what is personal in it is sealed. */
export interface Happened {
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/** An area's record, written to directly: each event checked by its contract and sealed, as commands do it. */
export interface ClearRecord {
  /** Whether there is such a stream. */
  holds(stream: StreamName): Promise<boolean>;
  /** Starts a stream with these events. @throws Error where it is there already */
  start(stream: StreamName, happened: readonly Happened[]): Promise<void>;
  close(): Promise<void>;
}

const metadata: EventMetadata = {
  ...{ actor: nameBasedId('bench', 'person'), agency: nameBasedId('bench', 'agency'), role: 'key-worker' },
  lawfulBasis: 'public-task',
  ...{ correlationId: nameBasedId('bench'), causationId: nameBasedId('bench'), commandId: nameBasedId('bench') },
};

/** Opens the files of an area that nobody serves. */
export async function openClearRecord(folder: string): Promise<ClearRecord> {
  const stores = await openStores(configurationFrom({ ACCORD_DATA: folder }));
  const key = masterKey(DEMONSTRATION_MASTER_KEY, { production: false });
  if (!key.ok) throw new Error(key.because);
  const opened = await openPersonalData({
    ...{ store: stores.keys, masterKey: key.value },
    recordIsEmpty: async () => (await stores.events.head()) === START,
  });
  if (!opened.ok) throw new Error(opened.because);
  const { personalData } = opened.value;
  const sealed = async (stream: StreamName, { type, data }: Happened): Promise<NewEvent> => {
    const id = randomUUIDv7();
    const definition = eventCatalogue.check(type, data);
    return { id, type, schemaVersion: definition.version, metadata, data: await personalData.seal({ id, stream, definition, data }) };
  };
  return {
    holds: async (stream) => (await stores.events.readStream(stream, { limit: 1 })) !== undefined,
    async start(stream, happened) {
      const events = await Promise.all(happened.map((each) => sealed(stream, each)));
      const appended = await stores.events.append(stream, 'no-stream', events);
      if (!appended.ok) throw new Error('The record was filled by somebody else.');
    },
    close: () => stores.close(),
  };
}

/** Does it for each, so many at once. */
export async function forEach<T>(all: readonly T[], atOnce: number, work: (one: T) => Promise<unknown>): Promise<void> {
  for (let place = 0; place < all.length; place += atOnce) await Promise.all(all.slice(place, place + atOnce).map(work));
}
