import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DecisionRecorded, lineCategories, needCategories, panelKinds } from '@accord/panel/contracts';
import { PrecedentIndex, PrecedentSearch, precedentOutcomes } from '@accord/panel/precedents';
import type { KeyedHash, Precedent, PrecedentQuestion } from '@accord/panel/precedents';
import { nameBasedId } from '@accord/shared/commands-store';
import { idFrom } from '@accord/shared/kernel';
import { DEMONSTRATION_MASTER_KEY, masterKey, openPersonalData } from '@accord/shared/personal-data';
import { openReadStore } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { percentile, withinLimit } from './row';
import type { Row } from './row';

const DECISIONS = 100_000;
const CHILDREN = 500;
const STEMS_A_DECISION = 40;
const VOCABULARY = 20_000;
const ASKED_EACH = 40;
const PAGE = 50;

/**
 * Questions about 100,000 decisions with real hashes and sealed principles, a page of 50 opened each time: words as
 * common as words are (Zipf), facts alone, and the worst that can be asked: common words that never meet. The figure
 * is the p95 of the slowest kind of question.
 */
export async function measurePrecedents(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-bench-precedents-'));
  const [operations, keys] = await Promise.all(
    ['operations', 'keys'].map((name) => openReadStore({ engine: 'sqlite', file: join(folder, `${name}.sqlite`) })),
  );
  if (!operations || !keys) throw new Error('The stores were not opened.');
  try {
    const search = await filled(operations, keys);
    const slowest = { kind: '', ms: 0 };
    for (const [kind, question] of Object.entries(questions)) {
      const ms = await p95Of(search, question);
      process.stderr.write(`  ${kind}: ${ms.toFixed(1)} ms\n`);
      if (ms > slowest.ms) Object.assign(slowest, { kind, ms });
    }
    const what = `precedent search over ${DECISIONS.toLocaleString('en-GB')} decisions, p95 of the slowest kind (${slowest.kind})`;
    return [withinLimit(what, { ours: slowest.ms, limit: 100, unit: 'ms' })];
  } finally {
    await operations.close();
    await keys.close();
    await rm(folder, { recursive: true });
  }
}

/** Letters that no rule of the stemmer touches. */
const wordAt = (place: number): string => [...`${100_000 + place}`].map((digit) => 'bcdfghjkmn'[Number(digit)]).join('');
const [evenWord, oddWord] = [wordAt(VOCABULARY), wordAt(VOCABULARY + 1)];

const questions: Readonly<Record<string, PrecedentQuestion>> = {
  'one common word': { words: wordAt(0) },
  'two common words': { words: `${wordAt(0)} ${wordAt(1)}` },
  'three common words': { words: `${wordAt(4)} ${wordAt(9)} ${wordAt(14)}` },
  'a common and a rare word': { words: `${wordAt(2)} ${wordAt(4_000)}` },
  'three words of middling frequency': { words: `${wordAt(100)} ${wordAt(101)} ${wordAt(102)}` },
  'common words that never meet': { words: `${evenWord} ${oddWord} ${wordAt(0)}` },
  'need and category': { needs: ['breathing'], categories: ['personal-care'] },
  'outcome and cost': { outcome: 'declined', fromPence: 60_000, toPence: 150_000 },
  'costs in all bands, and a rare pair of facts': { fromPence: 0, needs: ['seizures', 'sensory-and-physical'], panelKind: 'send' },
  'a period': { from: '2020-01', to: '2020-03' },
  'words within facts within a period': { words: `${wordAt(1)} ${wordAt(30)}`, needs: ['breathing'], from: '2018-01', to: '2022-01' },
};

async function p95Of(search: PrecedentSearch, question: PrecedentQuestion): Promise<number> {
  const times: number[] = [];
  let cursor: number | undefined;
  for (let count = 0; count < ASKED_EACH; count++) {
    const start = performance.now();
    const answer = await search.page(question, { page: { limit: PAGE, cursor }, withDecisions: true });
    times.push(performance.now() - start);
    if (!answer.ok) throw new Error(answer.because);
    // Page after page, then from the beginning again.
    cursor = answer.value.next;
  }
  return percentile(times, 0.95);
}

async function filled(operations: ReadStore, keys: ReadStore): Promise<PrecedentSearch> {
  const key = masterKey(DEMONSTRATION_MASTER_KEY, { production: false });
  if (!key.ok) throw new Error(key.because);
  const opened = await openPersonalData({ store: keys, masterKey: key.value, recordIsEmpty: () => Promise.resolve(true) });
  if (!opened.ok) throw new Error(opened.because);
  const { personalData } = opened.value;
  const keyedHash = remembered(opened.value.keyedHash);
  const index = await PrecedentIndex.in(operations, keyedHash);
  const chance = chanceFrom(42);
  for (let place = 0; place < DECISIONS; place += 1_000) {
    const batch = Array.from({ length: 1_000 }, (_none, n) => precedentAt(place + n, chance));
    await index.put(await Promise.all(batch.map(async (each) => ({ ...each, principle: await sealed(each) }))));
  }
  async function sealed({ eventId: id, decisionId, childId }: Precedent): Promise<string | null> {
    const principle = 'Where nights cannot be covered by training, waking cover is provided until a review after three months.';
    const data = await personalData.seal({ id, stream: `decision-${decisionId}`, definition: DecisionRecorded, data: { childId, principle } });
    return typeof data['principle'] === 'string' ? data['principle'] : null;
  }
  return new PrecedentSearch({ index, keyedHash, personalData, words: () => Promise.resolve({ panel: () => 'Continuing care panel' }) });
}

/** A vocabulary is small: the bench need not hash a word four million times. */
function remembered(keyedHash: KeyedHash): KeyedHash {
  const known = new Map<string, string>();
  return (purpose, text) => {
    const hash = known.get(text) ?? keyedHash(purpose, text);
    known.set(text, hash);
    return hash;
  };
}

/** The same figures in every run (Numerical Recipes' linear congruence). */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function precedentAt(place: number, chance: () => number): Precedent {
  const one = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(chance() ** 2 * values.length)] ?? values[0];
  const stems = new Set<string>([place % 2 === 0 ? evenWord : oddWord]);
  while (stems.size < STEMS_A_DECISION) stems.add(wordAt(zipf(chance())));
  const month = Math.floor(place / (DECISIONS / 144));
  return {
    ...{ decisionId: made('decision', place), childId: made('child', place % CHILDREN), panelId: made('panel', 0), eventId: made('event', place), eventType: 'DecisionRecorded' },
    ...{ panelKind: one(panelKinds), outcome: one(precedentOutcomes), standing: 'in-effect', stems, supersedes: [], principle: null },
    ...{ decidedIn: `${2014 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`, position: place * 9 },
    ...{ needs: [...new Set([one(needCategories), one(needCategories)])], categories: [one(lineCategories)], costBand: Math.floor(chance() * 8) },
  };
}

/** The place of a word by its rank: the n-th is met one n-th as often as the first. */
const zipf = (chance: number): number => Math.min(VOCABULARY, Math.floor((VOCABULARY + 1) ** chance)) - 1;

function made<Kind extends string>(kind: Kind, place: number) {
  const id = idFrom<Kind>(nameBasedId('bench', kind, String(place)));
  if (id === undefined) throw new Error('The bench made an id that is none.');
  return id;
}
