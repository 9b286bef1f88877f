import { eventStoreContract } from './event-store-contract';
import { InMemoryEventStore, RecordInMemory } from './in-memory-event-store';

eventStoreContract('memory, for specifications', {
  async start() {
    const record = new RecordInMemory();
    const store = new InMemoryEventStore(record);
    return {
      store,
      open: () => Promise.resolve(new InMemoryEventStore(record)),
      stop: () => store.close(),
    };
  },
});

describe('The store in memory', () => {
  it('takes its time from the clock given, and never goes back', async () => {
    const times = ['2025-10-06T08:30:00.000Z', '2025-10-06T08:29:00.000Z', '2025-10-06T08:31:00.000Z'];
    const store = new InMemoryEventStore(new RecordInMemory(() => times.shift() ?? ''));
    const event = (n: number) => ({
      id: `01940000-0000-7000-8000-00000000000${n}`,
      type: 'NoteOpened',
      schemaVersion: 1,
      data: {},
      metadata: { actor: '', agency: '', role: '', lawfulBasis: '', correlationId: '', causationId: '', commandId: '' },
    });
    await store.append('note-01940000-0000-7000-8000-000000000001', 'no-stream', [event(1), event(2), event(3)]);
    const { events } = await store.readAll({ limit: 10 });
    expect(events.map(({ recordedAt }) => recordedAt.slice(14, 16))).toEqual(['30', '30', '31']);
  });
});
