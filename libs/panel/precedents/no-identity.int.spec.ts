import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { FakePersonalData, InMemoryEventStore } from '@accord/shared/testing';
import { wordToken } from './index-tokens';
import { PrecedentIndex, PrecedentSearch, rebuildPrecedents } from './index';
import { SampleRecord, catalogue, id, keyedHash, panelId, planted } from './sample-precedents';

const folder = mkdtempSync(join(tmpdir(), 'accord-precedents-'));
const file = join(folder, 'operations.sqlite');
let store: ReadStore;
let index: PrecedentIndex;
const [events, personalData] = [new InMemoryEventStore(), new FakePersonalData()];

/** Every byte that the database has stored. */
async function stored(): Promise<string> {
  await store.db.schema.createTable('done').ifNotExists().addColumn('n', 'integer').execute();
  return (await Promise.all([file, `${file}-wal`].map((each) => readFile(each, 'latin1')))).join('\n');
}

/** Every value of every row of the index, the engine's own tables included. */
async function rows(): Promise<string> {
  const kept: unknown[] = [];
  for (const table of ['precedents', 'precedent_supersessions', 'precedent_tokens_data', 'precedent_tokens_idx', 'precedent_tokens_docsize']) {
    kept.push(await store.db.selectFrom(table).selectAll().execute());
  }
  return JSON.stringify(kept, (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value));
}

beforeAll(async () => {
  store = await openReadStore({ engine: 'sqlite', file });
  index = await PrecedentIndex.in(store, keyedHash);
  const record = new SampleRecord(events, personalData);
  await record.constitute(panelId, 'continuing-care');
  await record.openChild(800, 'Juniper Rivers');
  await record.decide(701);
  await record.decide(702, { childId: id(801), decided: 'Hydrotherapy', reasons: 'Hydrotherapy', evidence: 'Hydrotherapy' });
  await rebuildPrecedents({ events, catalogue, personalData, index });
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

/** Words of the decision and of the child's name, as written and as stems; no table, column or unsealed fact has them. */
const telling = [
  ...['waking', 'nights', 'Juniper', 'juniper', 'Rivers', 'Seizures every', 'rescue', 'rescu', 'medicine', 'medicin'],
  ...['Report of', 'Featherstone', 'featherston', 'Overnight', 'overnight', 'carers', 'Brightwater', 'brightwat', 'parents'],
];

describe('The index of precedents', () => {
  it('holds no word of a decision, neither whole nor as a stem, in no row and nowhere in its file', async () => {
    for (const held of [await rows(), await stored()]) {
      for (const word of telling) expect([word, held.includes(word)]).toEqual([word, false]);
    }
  });

  it('does hold the hashes, or this specification would see nothing', async () => {
    expect(await stored()).toContain(wordToken(keyedHash, 'hydrotherapi').slice(4));
  });

  it('answers with nothing of the child, and of the words with the principle alone', async () => {
    const search = new PrecedentSearch({
      ...{ index, keyedHash, personalData },
      words: () => Promise.resolve({ panel: () => 'Continuing care panel' }),
    });
    const answer = await search.page({ words: 'carers overnight' }, { page: { limit: 5, cursor: undefined }, withDecisions: false });
    const text = JSON.stringify(answer);
    expect(text).toContain(planted.principle);
    for (const hidden of [id(800), id(701), '2025-10-01', '90000', 'Juniper', 'Featherstone', 'Brightwater', 'Overnight', 'sealed:']) {
      expect([hidden, text.includes(hidden)]).toEqual([hidden, false]);
    }
  });

  it('keeps not even a hash of the words of a child that is forgotten', async () => {
    const token = wordToken(keyedHash, 'hydrotherapi').slice(4);
    expect(await rows()).toContain(token);
    await index.forgetChild(id(801));
    const left = await rows();
    expect(left).not.toContain(token);
    expect(left).not.toContain(id(801));
    expect(left).toContain(id(800));
  });
});
