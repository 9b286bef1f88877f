import { randomUUIDv7 } from 'node:crypto';
import { configurationFrom, eventCatalogue, openStores } from '@accord/composition';
import { nameBasedId } from '@accord/shared/commands-store';
import { START, type EventMetadata, type NewEvent } from '@accord/shared/event-store';
import { DEMONSTRATION_MASTER_KEY, masterKey, openPersonalData } from '@accord/shared/personal-data';

/** Events on each child's record: a long childhood. */
const EVENTS_A_CHILD = 100;
/** Children of one bench run are the first of these, so that a fuller record holds the emptier one. */
const childId = (place: number) => nameBasedId('bench', 'child', String(place));

const metadata: EventMetadata = {
  ...{ actor: nameBasedId('bench', 'person'), agency: nameBasedId('bench', 'agency'), role: 'key-worker' },
  lawfulBasis: 'public-task',
  ...{ correlationId: nameBasedId('bench'), causationId: nameBasedId('bench'), commandId: nameBasedId('bench') },
};

/** Fills the record with children's operations up to about so many events, sealed as they are in use. */
export async function fillRecord(folder: string, events: number): Promise<readonly string[]> {
  const stores = await openStores(configurationFrom({ ACCORD_DATA: folder }));
  const key = masterKey(DEMONSTRATION_MASTER_KEY, { production: false });
  if (!key.ok) throw new Error(key.because);
  const opened = await openPersonalData({
    ...{ store: stores.keys, masterKey: key.value },
    recordIsEmpty: async () => (await stores.events.head()) === START,
  });
  if (!opened.ok) throw new Error(opened.because);
  const { personalData } = opened.value;
  const seal = async (stream: string, type: string, data: Record<string, unknown>): Promise<NewEvent> => {
    const id = randomUUIDv7();
    const definition = eventCatalogue.check(type, data);
    return { id, type, schemaVersion: 1, metadata, data: await personalData.seal({ id, stream, definition, data }) };
  };
  const children = Array.from({ length: Math.ceil(events / EVENTS_A_CHILD) }, (_none, place) => childId(place));
  const openRecord = async (child: string): Promise<void> => {
    const stream = `child-${child}`;
    if ((await stores.events.readStream(stream, { limit: 1 })) !== undefined) return;
    const opening = { childId: child, openedOn: '2016-01-04', name: 'Bench Example', dateOfBirth: '2015-06-01' };
    const recorded = [seal(stream, 'ChildRecordOpened', opening)];
    for (let count = 1; count < EVENTS_A_CHILD; count++) recorded.push(seal(stream, 'OperationRecorded', operation(child, count)));
    const appended = await stores.events.append(stream, 'no-stream', await Promise.all(recorded));
    if (!appended.ok) throw new Error('The record was filled by somebody else.');
  };
  for (let place = 0; place < children.length; place += 16) await Promise.all(children.slice(place, place + 16).map(openRecord));
  await stores.close();
  return children;
}

const operation = (child: string, count: number) => ({
  childId: child,
  operationId: nameBasedId('bench', child, String(count)),
  on: `20${String(16 + (count % 9))}-0${1 + (count % 9)}-1${count % 10}`,
  procedure: 'Change of gastrostomy under general anaesthetic, day case, no complications recorded.',
});
