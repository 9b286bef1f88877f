import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueOf, defineEvent, londonDateField } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';
import type { CommandRunner, FactLoader, RequestContext } from '@accord/shared/commands';
import { openReadStore, projectionProgress, runProjections } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { InMemoryEventStore, RecordInMemory, anEvent, appended } from '@accord/shared/testing';
import { fold, londonDateOf } from '@accord/shared/kernel';
import { z } from 'zod';
import { RecordedVocabulary } from '@accord/assurance/http';
import { caughtUpWith } from './caught-up';
import { fundParts } from './fund-parts';
import { ledgerParts } from './ledger-parts';
import { wholeViews } from './whole-views';

const Counted = defineEvent({
  ...{ type: 'Counted', version: 1, stream: 'count', meaning: 'Something was counted.', effective: 'on' },
  data: z.strictObject({ count: z.int(), on: londonDateField() }),
  sentence: () => 'Something was counted.',
});
const counts = (name: string, mayFail: boolean) =>
  defineProjection<{ readonly type: 'Counted'; readonly data: { readonly count: number } }>({
    ...{ name, version: 1, question: 'What was counted?', handles: ['Counted'] },
    tables: { [name.replaceAll('-', '_')]: { columns: { position: 'integer' }, key: ['position'] } },
    project: ({ body: { data }, position }) => {
      if (mayFail && data.count === 2) throw new Error('It cannot be applied.');
      return [{ put: name.replaceAll('-', '_'), row: { position } }];
    },
  });

/** A fund with a year that is over, to whose contributions all have agreed: nothing but what its lines cost is missing to close it. */
const running = [
  { type: 'PooledFundEstablished', data: { fundId: 'a-fund', hostAgencyId: 'an agency', partners: [], clauses: [], from: '2025-04-01' } },
  { type: 'FundContributionsAgreed', data: { year: '2025-04-01', version: 1, contributions: [], reservePence: 0, on: '2025-03-20' } },
  { type: 'FundContributionsConsented', data: { year: '2025-04-01', version: 1, on: '2025-03-20' } },
];

const now = '2026-05-01T12:00:00.000Z';
const context: RequestContext = {
  ...{ commandId: 'command', fingerprint: 'command', correlationId: 'command', now, today: londonDateOf(now) },
  ...{ actor: 'somebody', agency: 'an agency', role: 'finance-officer', lawfulBasis: 'public-task' },
};
const folder = mkdtempSync(join(tmpdir(), 'accord-whole-'));
let store: ReadStore;
let events: InMemoryEventStore;
let stop: () => Promise<void>;
beforeAll(async () => {
  store = await openReadStore({ engine: 'sqlite', file: join(folder, 'read.sqlite') });
  events = new InMemoryEventStore(new RecordInMemory(() => '2026-05-01T12:00:00.000Z'));
  const runner = runProjections({ store, events, catalogue: catalogueOf([Counted]), projections: [counts('pooled-funds', true), counts('funding-facts', false)] });
  stop = () => runner.stop();
  await runner.ready;
  for (const count of [1, 2, 3]) await appended(events, `count-01940000-0000-7000-8000-00000000000${count}`, [anEvent({ type: 'Counted', schemaVersion: 1, data: { count, on: '2026-05-01' } })]);
  await projectionProgress(store).waitFor(['pooled-funds', 'funding-facts'], await events.head(), 10_000);
});
afterAll(async () => {
  await stop();
  await store.close();
  rmSync(folder, { recursive: true });
});

/** As far as a command goes before anything is decided: its facts. */
const untilFacts = (loader: FactLoader): CommandRunner => ({
  run: async (request) => {
    await request.facts(loader);
    throw new Error('It went on.');
  },
});

describe('A month, or the year of a fund, is closed on whole read models only', () => {
  it('goes on where every event was applied, whatever others lack', async () => {
    await expect(wholeViews(store)(['funding-facts'])).resolves.toBeUndefined();
  });

  it('stops where one lacks an event, and names it', async () => {
    await expect(wholeViews(store)(['funding-facts', 'pooled-funds'])).rejects.toMatchObject({ message: expect.stringContaining('pooled-funds') });
  });

  it('so that its statements count every event up to the place by which they come again', async () => {
    const runner = untilFacts({ load: ({ decider }) => Promise.resolve({ state: decider.initial, revision: undefined }) });
    const { accounts } = ledgerParts({ runner, stores: { events, read: store }, vocabulary: new RecordedVocabulary(store), progress: projectionProgress(store) });
    const closing = accounts.close({ type: 'CloseAccountingMonth', month: '2025-10', today: context.today }, context);
    await expect(closing).rejects.toMatchObject({ message: expect.stringContaining('pooled-funds') });
  });

  it('so that the year of a fund is closed with every event up to the place by which its figures come again', async () => {
    // The fund that the command loads: the streams of funds are the only ones that it asks for.
    const runner = untilFacts({ load: ({ decider }) => Promise.resolve({ state: fold(decider, running as never), revision: 2 }) });
    const caughtUp = caughtUpWith(events, projectionProgress(store));
    const { pooledFunds } = fundParts({ runner, read: store, vocabulary: new RecordedVocabulary(store), caughtUp });
    const close = { type: 'CloseFundYear' as const, year: '2025-04-01', agencyId: 'an agency', on: context.today, today: context.today };
    await expect(pooledFunds.fund('a-fund', close, context)).rejects.toMatchObject({ message: expect.stringContaining('pooled-funds') });
  });
});
