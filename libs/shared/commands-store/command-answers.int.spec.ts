import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandOutcome } from '@accord/shared/commands';
import { openReadStore, type ReadStore } from '@accord/shared/read-store';
import { findPostgres, startPostgres, withoutPostgres, type PostgresServer } from '@accord/shared/testing';
import { commandAnswers, type StoredCommandAnswers } from './command-answers';

const now = '2025-10-06T08:30:00.000Z';
const done = { ok: true, stream: 'note-1', revision: 3, position: 7, events: [{ id: 'e1', type: 'NoteOpened' }] } satisfies CommandOutcome;
const refusal = { ok: false, refusal: 'note-full', kind: 'conflict', title: 'Full', because: 'Open another.', kept: true, keptAt: 4 } satisfies CommandOutcome;

const folder = mkdtempSync(join(tmpdir(), 'accord-answers-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('The record of idempotency keys on SQLite', () => {
  answersContract(() => openReadStore({ engine: 'sqlite', file: join(folder, 'answers.db') }));
});

const onPostgres = 'The record of idempotency keys on PostgreSQL';
(findPostgres() ? describe : describe.skip)(findPostgres() ? onPostgres : withoutPostgres(onPostgres), () => {
  let server: PostgresServer | undefined;
  beforeAll(async () => void (server = await startPostgres()), 60_000);
  afterAll(() => server?.stop());
  answersContract(() => openReadStore({ engine: 'postgres', connectionString: server?.connectionString ?? '' }));
});

function answersContract(open: () => Promise<ReadStore>): void {
  let stores: readonly [ReadStore, ReadStore];
  let answers: StoredCommandAnswers;
  let elsewhere: StoredCommandAnswers;
  let keys = 0;
  const aKey = () => `key-${++keys}`;

  beforeAll(async () => {
    stores = [await open(), await open()];
    [answers, elsewhere] = await Promise.all([commandAnswers(stores[0]), commandAnswers(stores[1])]);
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  it('gives a key to whoever claims it, until it has an answer', async () => {
    const key = aKey();
    expect(await answers.claim(key, 'body', now)).toEqual({ claim: 'new' });
    expect(await elsewhere.claim(key, 'body', now)).toEqual({ claim: 'new' });
    expect(await answers.record(key, done)).toEqual(done);
    expect(await elsewhere.claim(key, 'body', now)).toEqual({ claim: 'answered', outcome: done });
  });

  it('tells another body apart, before and after the answer', async () => {
    const key = aKey();
    await answers.claim(key, 'body', now);
    expect(await elsewhere.claim(key, 'other body', now)).toEqual({ claim: 'differs' });
    await answers.record(key, refusal);
    expect(await answers.claim(key, 'other body', now)).toEqual({ claim: 'differs' });
    expect(await answers.claim(key, 'body', now)).toEqual({ claim: 'answered', outcome: refusal });
  });

  it('lets one of a hundred claims with different bodies be first', async () => {
    const key = aKey();
    const claims = Array.from({ length: 100 }, (_, n) => (n % 2 ? answers : elsewhere).claim(key, `body ${n}`, now));
    const counts = (await Promise.all(claims)).map(({ claim }) => claim);
    expect(counts.filter((claim) => claim === 'new')).toHaveLength(1);
    expect(counts.filter((claim) => claim === 'differs')).toHaveLength(99);
  });

  it('keeps the first refusal, puts an effect in its place, and an effect for good', async () => {
    const key = aKey();
    await answers.claim(key, 'body', now);
    expect(await answers.record(key, refusal)).toEqual(refusal);
    expect(await elsewhere.record(key, { ...refusal, because: 'Another sentence.' })).toEqual(refusal);
    expect(await elsewhere.record(key, done)).toEqual(done);
    expect(await answers.record(key, refusal)).toEqual(done);
    expect(await answers.record(key, { ...done, revision: 9 })).toEqual(done);
  });

  it('forgets keys that were kept with an unkeyed digest of their body', async () => {
    const [older, key] = [await open(), aKey()];
    await answers.claim(key, 'SHA-256 of the body', now);
    await answers.record(key, done);
    await older.db.deleteFrom('accord_migrations').where('name', '=', '2-keyed-fingerprints').execute();
    await commandAnswers(older);
    expect(await older.db.selectFrom('command_answers').selectAll().execute()).toEqual([]);
    await older.close();
    expect(await answers.claim(key, 'keyed hash of the body', now)).toEqual({ claim: 'new' });
  });

  it('forgets keys claimed before an instant', async () => {
    const [old, recent] = [aKey(), aKey()];
    await answers.claim(old, 'body', '2025-01-01T00:00:00.000Z');
    await answers.claim(recent, 'body', '2025-09-01T00:00:00.000Z');
    await answers.record(old, done);
    await answers.record(recent, done);
    expect(await answers.forgetBefore('2025-09-01T00:00:00.000Z')).toBe(1);
    expect(await answers.claim(old, 'body', now)).toEqual({ claim: 'new' });
    expect(await answers.claim(recent, 'body', now)).toEqual({ claim: 'answered', outcome: done });
    expect(await answers.record('never claimed', done)).toEqual(done);
  });
}
