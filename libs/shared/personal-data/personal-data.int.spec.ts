import { createDecipheriv, createHash, createSecretKey } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ERASED, PersonalDataUnavailable, type UnsealedEvent } from '@accord/shared/commands';
import { idFrom, type Id } from '@accord/shared/kernel';
import { openReadStore, type ReadStore } from '@accord/shared/read-store';
import { findPostgres, NoteOpened, startPostgres, withoutPostgres, type PostgresServer } from '@accord/shared/testing';
import fc from 'fast-check';
import { masterKey, openPersonalData, PersonalDataDamaged, type MasterKey, type OpenedPersonalData } from './index';

const folder = mkdtempSync(join(tmpdir(), 'accord-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = () => {
  const file = join(folder, `keys-${++files}.db`);
  return () => openReadStore({ engine: 'sqlite', file, synchronous: 'FULL', secureDelete: true });
};

describe('Personal data with keys in a SQLite file', () => personalDataContract(newFile));

const onPostgres = 'Personal data with keys in PostgreSQL';
(findPostgres() ? describe : describe.skip)(findPostgres() ? onPostgres : withoutPostgres(onPostgres), () => {
  let server: PostgresServer | undefined;
  let schemas = 0;
  beforeAll(async () => void (server = await startPostgres()), 60_000);
  afterAll(() => server?.stop());
  const newSchema = () => {
    const place = { connectionString: server?.connectionString ?? '', schema: `keys_${++schemas}` };
    return () => openReadStore({ engine: 'postgres', ...place, synchronous: 'FULL' });
  };
  personalDataContract(newSchema);

  it('a server that is away is never an erasure, and is found again when it is back', async () => {
    const store = await newSchema()();
    const result = await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty, cachedKeys: 0 });
    if (!result.ok) throw new Error(result.refusal);
    const { personalData } = result.value;
    const event = opened(child(1));
    const data = await personalData.seal(event);
    await server?.kill();
    await expect(personalData.open({ ...event, data })).rejects.toBeInstanceOf(PersonalDataUnavailable);
    await server?.restart();
    expect(await personalData.open({ ...event, data })).toEqual(event.data);
    await store.close();
  }, 60_000);
});

function keyOf(letter: string): MasterKey {
  const key = masterKey(Buffer.alloc(32, letter).toString('base64'), { production: true });
  if (!key.ok) throw new Error(key.because);
  return key.value;
}

const recordIsEmpty = () => Promise.resolve(true);
const recordHoldsEvents = () => Promise.resolve(false);

const child = (n: number): Id<'child'> => {
  const id = idFrom<'child'>(`01940000-0000-7000-8000-${String(n).padStart(12, '0')}`);
  if (!id) throw new Error('no id');
  return id;
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const keyIdOf = (sealed: unknown): string => textOf(sealed).split(':')[2] ?? '';

let events = 0;
const opened = (childId: string, data: object = { name: 'Robin Smith', phone: '0117 496 0000' }): UnsealedEvent => ({
  id: `01940000-0000-7000-8000-${String(++events).padStart(12, '0')}`,
  stream: 'note-01940000-0000-7000-8000-0000000000a1',
  definition: NoteOpened,
  data: { childId, on: '2025-10-06', ...data },
});

/** Holds on each engine; `newDatabase` gives a way to open a fresh one any number of times. */
function personalDataContract(newDatabase: () => () => Promise<ReadStore>): void {
  const stores: ReadStore[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });

  /** A process with the database open. */
  async function aProcess(openDatabase: () => Promise<ReadStore>, key = keyOf('k')): Promise<OpenedPersonalData & { store: ReadStore }> {
    const store = await openDatabase();
    stores.push(store);
    const result = await openPersonalData({ store, masterKey: key, recordIsEmpty });
    if (!result.ok) throw new Error(result.refusal);
    return { ...result.value, store };
  }

  describe('a personal field', () => {
    it('is stored as a text without meaning, and opens to what it was', async () => {
      const { personalData } = await aProcess(newDatabase());
      const event = opened(child(1));
      const stored = await personalData.seal(event);
      expect(stored).toEqual({
        childId: child(1),
        on: '2025-10-06',
        name: expect.stringMatching(/^sealed:1:[0-9a-f-]{36}:[\w-]+$/),
        phone: expect.stringMatching(/^sealed:1:[0-9a-f-]{36}:[\w-]+$/),
      });
      expect(JSON.stringify(stored)).not.toMatch(/Robin|0117/);
      expect(await personalData.open({ ...event, data: stored })).toEqual(event.data);
    });

    it('that is absent stays absent', async () => {
      const { personalData } = await aProcess(newDatabase());
      const event = opened(child(1), { name: 'Robin', phone: undefined });
      const stored = await personalData.seal(event);
      expect(stored).not.toHaveProperty('phone');
      expect(await personalData.open({ ...event, data: stored })).toEqual({ childId: child(1), on: '2025-10-06', name: 'Robin' });
    });

    it('may be anything that JSON can hold', async () => {
      const { personalData } = await aProcess(newDatabase());
      await fc.assert(
        fc.asyncProperty(fc.jsonValue(), async (name) => {
          const event = opened(child(1), { name });
          const back = await personalData.open({ ...event, data: await personalData.seal(event) });
          expect(JSON.stringify(back['name'])).toBe(JSON.stringify(name));
        }),
      );
    });

    it('reads differently each time, under one key per child and category', async () => {
      const { personalData } = await aProcess(newDatabase());
      const texts = [];
      for (const childId of [child(1), child(1), child(2)]) texts.push(await personalData.seal(opened(childId)));
      const fields = texts.flatMap(({ name, phone }) => [textOf(name), textOf(phone)]);
      expect(new Set(fields).size).toBe(6);
      const keys = fields.map(keyIdOf);
      expect(keys[0]).toBe(keys[2]);
      expect(keys[1]).toBe(keys[3]);
      expect(new Set(keys).size).toBe(4);
    });

    it('opens in another process and after a restart', async () => {
      const database = newDatabase();
      const [one, two] = [await aProcess(database), await aProcess(database)];
      const event = opened(child(1));
      const stored = await one.personalData.seal(event);
      expect(await two.personalData.open({ ...event, data: stored })).toEqual(event.data);
    });

    it.each([
      ['another event', { id: '01940000-0000-7000-8000-ffffffffffff' }],
      ['another stream', { stream: 'note-01940000-0000-7000-8000-0000000000ff' }],
      ['another type', { definition: { ...NoteOpened, type: 'NoteCopied' } }],
    ])('moved to %s does not open, and is not taken for erased', async (_where, place) => {
      const { personalData } = await aProcess(newDatabase());
      const event = opened(child(1));
      const data = await personalData.seal(event);
      await expect(personalData.open({ ...event, ...place, data })).rejects.toBeInstanceOf(PersonalDataDamaged);
    });

    it('moved to another field, changed in one bit, or of another make does not open', async () => {
      const { personalData } = await aProcess(newDatabase());
      const event = opened(child(1), { name: 'Robin', phone: '1' });
      const { name, phone, ...rest } = await personalData.seal(event);
      const [first, text] = [textOf(name).slice(0, 46), textOf(name).slice(46)];
      const changed = Buffer.from(text, 'base64url').map((byte, n) => (n === 15 ? byte ^ 1 : byte));
      const wrong = [phone, `${first}${Buffer.from(changed).toString('base64url')}`, `${first}AAAA`, 'sealed:2:x', 'Robin', 7];
      for (const value of wrong) {
        const opening = personalData.open({ ...event, data: { ...rest, name: value } });
        await expect(opening).rejects.toBeInstanceOf(PersonalDataDamaged);
      }
    });
  });

  describe('the keys', () => {
    it('are one per child and category, whoever is first', async () => {
      const database = newDatabase();
      const processes = await Promise.all([1, 2, 3, 4].map(() => aProcess(database)));
      const sealed = await Promise.all(
        processes.flatMap(({ personalData }) => [1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map((n) => personalData.seal(opened(child(n))))),
      );
      const keys = new Set(sealed.flatMap((data) => [data['name'], data['phone']].map(keyIdOf)));
      expect(keys.size).toBe(10);
      const { personalData, store } = await aProcess(database);
      expect(await store.db.selectFrom('personal_child_keys').selectAll().execute()).toHaveLength(10);
      const again = await personalData.seal(opened(child(1)));
      expect(keys).toContain(keyIdOf(again['name']));
    });

    it('once destroyed leave the rest of the event, and the other categories and children', async () => {
      const database = newDatabase();
      const { personalData, store } = await aProcess(database);
      const [event, neighbour] = [opened(child(1)), opened(child(2))];
      const [data, other] = [await personalData.seal(event), await personalData.seal(neighbour)];
      await store.db.deleteFrom('personal_child_keys').where('child_id', '=', child(1)).where('category', '=', 'identity').execute();
      const later = (await aProcess(database)).personalData;
      expect(await later.open({ ...event, data })).toEqual({ ...event.data, name: ERASED });
      expect(await later.open({ ...neighbour, data: other })).toEqual(neighbour.data);
    });

    it('that cannot be reached are never taken for destroyed', async () => {
      const database = newDatabase();
      const event = opened(child(1));
      const data = await (await aProcess(database)).personalData.seal(event);
      const { personalData, lookup, store } = await aProcess(database);
      stores.pop();
      await store.close();
      await expect(personalData.open({ ...event, data })).rejects.toBeInstanceOf(PersonalDataUnavailable);
      await expect(personalData.seal(event)).rejects.toBeInstanceOf(PersonalDataUnavailable);
      await expect(lookup.find('nhs-number', '9434765919')).rejects.toBeInstanceOf(PersonalDataUnavailable);
    });

    it('are not stored in a form that opens without the master key', async () => {
      const { personalData, store } = await aProcess(newDatabase());
      const event = opened(child(1));
      const name = Buffer.from(textOf((await personalData.seal(event))['name']).slice(46), 'base64url');
      const rows = await store.db.selectFrom('personal_child_keys').selectAll().execute();
      const stored = rows.map((row) => Buffer.from(textOf(row['wrapped']).slice('wrapped:1:'.length), 'base64url'));
      expect(stored).toHaveLength(2);
      for (const bytes of stored) {
        expect(bytes).toHaveLength(12 + 32 + 16);
        const decipher = createDecipheriv('aes-256-gcm', createSecretKey(bytes.subarray(12, 44)), name.subarray(0, 12));
        expect(decipher.update(name.subarray(12, -16)).toString()).not.toContain('Robin');
      }
    });

    it('moved to another child do not open', async () => {
      const database = newDatabase();
      const { personalData, store } = await aProcess(database);
      const event = opened(child(1));
      const data = await personalData.seal(event);
      await store.db.updateTable('personal_child_keys').set({ child_id: child(9) }).execute();
      const later = (await aProcess(database)).personalData;
      await expect(later.open({ ...event, data })).rejects.toBeInstanceOf(PersonalDataDamaged);
    });

    it('need the master key under which they were made', async () => {
      const database = newDatabase();
      const { store } = await aProcess(database);
      const refusal = await openPersonalData({ store, masterKey: keyOf('x'), recordIsEmpty });
      expect(refusal).toMatchObject({ ok: false, refusal: 'master-key-wrong', because: expect.stringContaining('another master key') });
      expect(await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty })).toMatchObject({ ok: true });
    });

    it('of two first starts under different master keys let one start', async () => {
      const database = newDatabase();
      const results = await Promise.all(
        ['a', 'b'].map(async (letter) => {
          const store = await database();
          stores.push(store);
          return openPersonalData({ store, masterKey: keyOf(letter), recordIsEmpty });
        }),
      );
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    });
  });

  describe('a record that holds events, and no keys', () => {
    it('is not opened at any start, and nothing is stored', async () => {
      const database = newDatabase();
      for (let start = 1; start <= 3; start++) {
        const store = await database();
        stores.push(store);
        const refusal = await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: recordHoldsEvents });
        expect(refusal).toMatchObject({ ok: false, refusal: 'keys-lost', because: expect.stringContaining('Restore the keys') });
        await expect(store.db.selectFrom('personal_area_keys').selectAll().execute()).rejects.toThrow('personal_area_keys');
      }
    });

    it('opens again with the keys that belong to it, and the record is then not asked', async () => {
      const database = newDatabase();
      const event = opened(child(1));
      const data = await (await aProcess(database)).personalData.seal(event);
      const store = await database();
      stores.push(store);
      const askedFor = jest.fn(recordHoldsEvents);
      const result = await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: askedFor });
      expect(result.ok && (await result.value.personalData.open({ ...event, data }))).toEqual(event.data);
      expect(askedFor).not.toHaveBeenCalled();
    });

    it('stays closed where the tables of keys are there and the keys are gone', async () => {
      const { store } = await aProcess(newDatabase());
      await store.db.deleteFrom('personal_area_keys').execute();
      const opening = () => openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: recordHoldsEvents });
      expect([await opening(), await opening()]).toMatchObject([{ refusal: 'keys-lost' }, { refusal: 'keys-lost' }]);
      expect(await store.db.selectFrom('personal_area_keys').selectAll().execute()).toEqual([]);
    });

    it('that cannot be asked lets nothing be stored', async () => {
      const store = await newDatabase()();
      stores.push(store);
      const away = new Error('The record is away.');
      await expect(openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: () => Promise.reject(away) })).rejects.toBe(away);
      expect(await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: recordHoldsEvents })).toMatchObject({ refusal: 'keys-lost' });
    });

    it('is not one that another process began while this one started', async () => {
      const database = newDatabase();
      const store = await database();
      stores.push(store);
      let other: OpenedPersonalData | undefined;
      const begun = async () => {
        other = await aProcess(database);
        return false;
      };
      const result = await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty: begun });
      expect(result.ok && result.value.keyedHash('test', 'text')).toBe(other?.keyedHash('test', 'text'));
    });
  });

  describe('a keyed hash', () => {
    const sha256 = (text: string) => createHash('sha256').update(text);

    it('is the same in every process and after a restart, whoever was first', async () => {
      const database = newDatabase();
      const processes = await Promise.all([1, 2, 3, 4].map(() => aProcess(database)));
      const hashes = [...processes, await aProcess(database)].map(({ keyedHash }) => keyedHash('test', 'text'));
      expect(new Set(hashes).size).toBe(1);
    });

    it('is another in another area, for another purpose and of another text', async () => {
      const [one, two] = [await aProcess(newDatabase()), await aProcess(newDatabase())];
      const { keyedHash } = one;
      const hashes = [keyedHash('test', 'text'), two.keyedHash('test', 'text'), keyedHash('other', 'text'), keyedHash('test', 'texts')];
      expect(new Set([...hashes, keyedHash('testt', 'ext')]).size).toBe(5);
      for (const hash of hashes) {
        expect(hash).toMatch(/^[\w-]{43}$/);
        for (const text of ['text', '["test","text"]']) expect(hash).not.toBe(sha256(text).digest('base64url'));
      }
    });

    it('gets its key at the next start, where the keys are from before there was one', async () => {
      const database = newDatabase();
      const { store } = await aProcess(database);
      await store.db.deleteFrom('personal_area_keys').where('name', '=', 'hash').execute();
      const [one, two] = await Promise.all([aProcess(database), aProcess(database)]);
      expect(one.keyedHash('test', 'text')).toBe(two.keyedHash('test', 'text'));
    });
  });

  describe('the look-up by NHS number', () => {
    describe('reserved for a record that was never opened', () => {
      const number = '9434765919';
      /** A process at that minute, in an area where the records of these children are open. */
      async function at(minute: number, openDatabase: () => Promise<ReadStore>, ...open: Id<'child'>[]) {
        const store = await openDatabase();
        stores.push(store);
        const clock = { now: () => new Date(Date.UTC(2025, 9, 6, 8, minute)).toISOString() };
        const reservations = { clock, isOpened: (id: Id<'child'>) => Promise.resolve(open.includes(id)) };
        const result = await openPersonalData({ store, masterKey: keyOf('k'), reservations, recordIsEmpty: () => Promise.resolve(true) });
        if (!result.ok) throw new Error(result.refusal);
        const { lookup } = result.value;
        return { claim: (id: Id<'child'>) => lookup.claim('nhs-number', number, id), find: () => lookup.find('nhs-number', number) };
      }

      it('finds nobody: there is no record to go to', async () => {
        const database = newDatabase();
        await (await at(0, database)).claim(child(1));
        expect(await (await at(60, database)).find()).toBeUndefined();
        expect(await (await at(60, database, child(1))).find()).toBe(child(1));
      });

      it('stays reserved for ten minutes, and is then free for another record', async () => {
        const database = newDatabase();
        expect(await (await at(0, database)).claim(child(1))).toBe(child(1));
        expect(await (await at(10, database)).claim(child(2))).toBe(child(1));
        expect(await (await at(11, database)).claim(child(2))).toBe(child(2));
        expect(await (await at(12, database)).claim(child(1))).toBe(child(2));
      });

      it('is never free once the record was opened', async () => {
        const database = newDatabase();
        await (await at(0, database)).claim(child(1));
        expect(await (await at(59, database, child(1))).claim(child(2))).toBe(child(1));
      });

      it('begins its ten minutes anew each time the same record is tried again', async () => {
        const database = newDatabase();
        await (await at(0, database)).claim(child(1));
        expect(await (await at(9, database)).claim(child(1))).toBe(child(1));
        expect(await (await at(15, database)).claim(child(2))).toBe(child(1));
      });

      it('goes to one alone of many that claim it at once', async () => {
        const database = newDatabase();
        await (await at(0, database)).claim(child(1));
        const processes = await Promise.all([1, 2].map(() => at(30, database)));
        const owners = await Promise.all(processes.flatMap(({ claim }, n) => [2, 3, 4].map((m) => claim(child(10 * n + m)))));
        expect(new Set(owners).size).toBe(1);
        expect(owners[0]).not.toBe(child(1));
      });
    });

    it('finds the child that claimed the number, and nobody for another', async () => {
      const database = newDatabase();
      const { lookup } = await aProcess(database);
      expect(await lookup.find('nhs-number', '9434765919')).toBeUndefined();
      expect(await lookup.claim('nhs-number', '9434765919', child(1))).toBe(child(1));
      expect(await lookup.claim('nhs-number', '9434765919', child(1))).toBe(child(1));
      expect(await (await aProcess(database)).lookup.find('nhs-number', '9434765919')).toBe(child(1));
      expect(await lookup.find('nhs-number', '9434765870')).toBeUndefined();
    });

    it('gives a number to one child only, whoever is first', async () => {
      const database = newDatabase();
      const processes = await Promise.all([1, 2, 3].map(() => aProcess(database)));
      const owners = await Promise.all(
        processes.flatMap(({ lookup }, n) => [1, 2, 3, 4].map((m) => lookup.claim('nhs-number', '9434765919', child(10 * n + m)))),
      );
      expect(new Set(owners).size).toBe(1);
    });

    it('stores no number, and the same number differently in another area', async () => {
      const hashes = [];
      for (const database of [newDatabase(), newDatabase()]) {
        const { lookup, store } = await aProcess(database);
        await lookup.claim('nhs-number', '9434765919', child(1));
        hashes.push(...(await store.db.selectFrom('personal_child_lookup').selectAll().execute()).map((row) => textOf(row['hash'])));
      }
      expect(hashes).toHaveLength(2);
      expect(new Set(hashes).size).toBe(2);
      expect(hashes.join()).not.toContain('9434765919');
    });
  });
}

describe('The key file', () => {
  it('holds nothing of the person in the clear', async () => {
    const store = await newFile()();
    const result = await openPersonalData({ store, masterKey: keyOf('k'), recordIsEmpty });
    if (!result.ok) throw new Error(result.refusal);
    await result.value.personalData.seal(opened(child(1), { name: 'Canary Wren' }));
    await result.value.lookup.claim('nhs-number', '9434765919', child(1));
    const bytes = readdirSync(folder).map((name) => readFileSync(join(folder, name)).toString('latin1')).join();
    expect(bytes).not.toMatch(/Canary|Wren|9434765919|kkkkkkkk/);
    expect(bytes).toContain(child(1));
    await store.close();
  });
});
