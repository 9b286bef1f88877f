import { fundEvents } from '@accord/funding/contracts';
import { pooledFunds } from '@accord/funding/projections';
import { catalogueOf } from '@accord/shared/event-contracts';
import { idFrom } from '@accord/shared/kernel';
import type { Id } from '@accord/shared/kernel';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended, onBothEngines, sealedData } from '@accord/shared/testing';
import type { ClearEvent } from '@accord/shared/testing';
import { FundReader } from './fund-reader';
import { StoredFundsReader } from './stored-funds-reader';

function numbered<Kind extends string>(number: number): Id<Kind> {
  const made = idFrom<Kind>(`01940000-0000-7000-8000-${String(number).padStart(12, '0')}`);
  if (made === undefined) throw new Error('The spec made an id that is none.');
  return made;
}
const catalogue = catalogueOf(fundEvents);
const [health, council] = [numbered<'agency'>(101), numbered<'agency'>(102)];
const [one, other] = [numbered<'fund'>(1300), numbered<'fund'>(1301)];
const established = (fundId: Id<'fund'>, name: string): ClearEvent => ({
  type: 'PooledFundEstablished',
  data: {
    ...{ fundId, agreementId: numbered<'agreement'>(1000), name, hostAgencyId: health, managerPost: 'Head of joint commissioning', partners: [health, council] },
    ...{ clauses: [], from: '2025-04-01', alertAtBasisPoints: 9_000, on: '2025-03-20' },
  },
});
const ended: ClearEvent = { type: 'PooledFundEnded', data: { fundId: one, agencyId: health, from: '2026-04-01', because: 'It is over.', on: '2026-03-16' } };

onBothEngines(openReadStore, (open) => {
  let store: ReadStore;
  let reader: FundReader;
  let stopProjecting: () => Promise<void>;
  beforeAll(async () => {
    store = await open();
    reader = new FundReader(store, catalogue);
    let minute = 0;
    const events = new InMemoryEventStore(new RecordInMemory(() => `2026-05-01T12:0${minute}:00.000Z`));
    const runner = runProjections({ store, events, catalogue, projections: [pooledFunds] });
    stopProjecting = () => runner.stop();
    await runner.ready;
    for (const { type, data } of [established(one, 'Care at home'), established(other, 'Equipment'), ended]) {
      const definition = catalogue.check(type, data);
      await appended(events, `fund-${(data as { fundId: string }).fundId}`, [anEvent({ type, schemaVersion: definition.version, data: sealedData(definition, data) })]);
      minute += 1;
    }
    await projectionProgress(store).waitFor(['pooled-funds'], await events.head(), 10_000);
  }, 60_000);
  afterAll(async () => {
    await stopProjecting();
    await store.close();
  });

  describe('The pooled funds on record', () => {
    it('are all told, each with the days for which it pays', async () => {
      const facts = await reader.facts();
      expect(facts.map(({ name, days }) => [name, days])).toEqual([
        ['Care at home', { from: '2025-04-01', to: '2026-04-01' }],
        ['Equipment', { from: '2025-04-01', to: null }],
      ]);
      expect(facts[0]?.origin).toMatchObject({ stream: `fund-${one}`, revision: 0, recordedAt: '2026-05-01T12:00:00.000Z' });
      expect((await reader.one(one))?.revision).toBe(1);
    });

    it('are told as they were known: at a position, at an instant, and as at a day', async () => {
      const daysOf = async (asOf: Parameters<FundReader['facts']>[0]) => (await reader.facts(asOf)).map(({ name, days }) => `${name} ${days.to}`);
      const [first, second, third] = [0, 1, 2];
      expect(await daysOf({ upTo: first })).toEqual(['Care at home null']);
      expect(await daysOf({ upTo: second })).toEqual(['Care at home null', 'Equipment null']);
      expect(await daysOf({ upTo: third })).toEqual(['Care at home 2026-04-01', 'Equipment null']);
      expect(await daysOf({ knownAt: '2026-05-01T12:01:30.000Z' })).toEqual(['Care at home null', 'Equipment null']);
      expect(await daysOf({ asAt: '2026-03-15' as never })).toEqual(['Care at home null', 'Equipment null']);
      expect(await daysOf({ asAt: '2025-03-19' as never })).toEqual([]);
      expect(await reader.position()).toBe(third);
    });

    it('are given row by row as they stand, for a replay to hold against the record', async () => {
      const stored = new StoredFundsReader(store);
      const rows = await stored.rows();
      expect(rows.map(({ type, about, subject, position, revision }) => [type, about, subject, position, revision])).toEqual([
        ['PooledFundEstablished', 'fund', one, 0, 0],
        ['PooledFundEstablished', 'fund', other, 1, 0],
        ['PooledFundEnded', 'fund', one, 2, 1],
      ]);
      expect(JSON.parse(rows[2]?.data ?? '')).toMatchObject({ from: '2026-04-01' });
      expect(await stored.position()).toBe(2);
    });
  });
});
