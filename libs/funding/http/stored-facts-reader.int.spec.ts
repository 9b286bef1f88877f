import { Replay } from '@accord/funding/application';
import type { StoredFactRow } from '@accord/funding/application';
import { fundingFacts } from '@accord/funding/projections';
import { START } from '@accord/shared/event-store';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, onBothEngines, sealedData } from '@accord/shared/testing';
import { StoredFactsReader } from './index';
import { StoredFundsInMemory, StoredInMemory, agreed, catalogue, days, decided, found, health, id, inForce, opened, operated } from './sample-record';

const [robin, alex] = [id<'child'>(800), id<'child'>(801)];
const history = [
  ...[opened(robin), agreed(), inForce(), found(robin), decided(robin), operated(robin)],
  ...[opened(alex), agreed({ number: 1 }), found(alex), decided(alex, { number: 1 }), operated(alex, '2025-11-03', 1)],
];

onBothEngines(openReadStore, (open) => {
  const record = new RecordInMemory(() => '2025-12-01T12:00:00.000Z');
  const events = new InMemoryEventStore(record);
  let read: ReadStore;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    read = await open();
    for (const { stream, type, data } of history) {
      const definition = catalogue.check(type, data);
      const revision = record.streams.get(stream)?.length ?? 0;
      const event = anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) });
      await events.append(stream, revision === 0 ? 'no-stream' : revision - 1, [event]);
    }
    const runner = runProjections({ store: read, events, catalogue, projections: [fundingFacts] });
    stop = () => runner.stop();
    await runner.ready;
    await projectionProgress(read).waitFor('funding-facts', await events.head(), 10_000);
  }, 60_000);
  afterAll(async () => {
    await stop();
    await read.close();
  });

  /** All rows, page by page. */
  async function paged(childId: string | undefined, limit: number): Promise<StoredFactRow[]> {
    const reader = new StoredFactsReader(read);
    const upTo = await reader.position();
    const all: StoredFactRow[] = [];
    for (let after = START; ; ) {
      const rows = await reader.rows({ childId, after, upTo, limit });
      all.push(...rows);
      if (rows.length < limit) return all;
      after = rows.at(-1)?.position ?? upTo;
    }
  }

  describe('The rows that a replay holds against the record', () => {
    it('come in order of position from both tables, whole, whatever the size of a page', async () => {
      const expected = StoredInMemory.of(record.all).kept;
      for (const limit of [1, 2, 3, 100]) expect(await paged(undefined, limit)).toEqual(expected);
    });

    it('are those of one child and of every agreement, where one child is asked about', async () => {
      const types = (await paged(robin, 2)).map(({ type, subject }) => [type, subject]);
      expect(types).toEqual([
        ['StandingAgreementRecorded', id(1_000)],
        ['StandingAgreementCameIntoForce', id(1_000)],
        ['CriterionMet', robin],
        ['DecisionRecorded', robin],
        ['OperationRecorded', robin],
        ['StandingAgreementRecorded', id(1_001)],
      ]);
    });

    it('stand where the read model stands, and none is given beyond', async () => {
      const reader = new StoredFactsReader(read);
      expect(await reader.position()).toBe(await events.head());
      const rows = await reader.rows({ after: 1, upTo: 4, limit: 100 });
      expect(rows.map(({ position }) => position)).toEqual([2, 3, 4]);
    });
  });

  describe('A stored figure that was altered behind the system’s back', () => {
    const replay = () => new Replay({ events, catalogue, stored: new StoredFactsReader(read), storedFunds: StoredFundsInMemory.of([]), onProgress: () => undefined, pause: () => Promise.resolve() });
    const verdictOn = async (childId: typeof robin) => {
      const subject = { about: 'child' as const, id: childId };
      return (await replay().answer({ subject, window: days('2025-09-01', '2025-12-01') }))?.verdict;
    };
    const physical = async (): Promise<string> => {
      const tables = await read.db.introspection.getTables();
      return tables.find(({ name, isView }) => !isView && name.includes('child_funding_facts'))?.name ?? '';
    };

    it('makes the verdict disagree, naming the event and the figure; the other child’s stands', async () => {
      expect(await verdictOn(robin)).toEqual({ agrees: true });
      const row = (await paged(robin, 100)).find(({ type }) => type === 'DecisionRecorded');
      const data = row?.data.replace('"weeklyPence":184735', '"weeklyPence":184805');
      const table = await physical();
      await read.db.updateTable(table).set({ data }).where('event_id', '=', row?.event_id ?? '').execute();
      expect(await verdictOn(robin)).toMatchObject({
        ...{ agrees: false, event: { kind: 'altered', eventId: row?.event_id, position: row?.position, at: 'data.lines.0.rates.0.weeklyPence' } },
        figure: { lineId: id(6_000), day: '2025-09-01', agencyId: health, recordedPence: 18_474, storedPence: 18_481 },
      });
      expect(await verdictOn(alex)).toEqual({ agrees: true });
    });

    it('or removed, does so too', async () => {
      await read.db.deleteFrom(await physical()).where('type', '=', 'OperationRecorded').where('child_id', '=', alex).execute();
      expect(await verdictOn(alex)).toMatchObject({ agrees: false, event: { kind: 'missing', type: 'OperationRecorded', childId: alex } });
    });
  });
});
