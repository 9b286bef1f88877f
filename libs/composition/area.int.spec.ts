import { createHash } from 'node:crypto';
import { copyFile, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestContext } from '@accord/shared/commands';
import { nameBasedId } from '@accord/shared/commands-store';
import { idFrom, londonDateOf } from '@accord/shared/kernel';
import { openArea, type Area } from './area';
import { configurationFrom, Misconfigured } from './configuration';
import { openStores, type Stores } from './stores';

const folders: string[] = [];
const opened: Stores[] = [];
afterEach(async () => {
  for (const stores of opened.splice(0)) await stores.close();
});
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-area-'));
  folders.push(folder);
  return folder;
}

const configuration = (folder: string) => configurationFrom({ ACCORD_DATA: folder, ACCORD_DEMONSTRATION: 'on' });

/** A process that starts on that folder. */
async function start(folder: string): Promise<{ readonly area: Area; readonly stores: Stores }> {
  const stores = await openStores(configuration(folder));
  opened.push(stores);
  return { area: await openArea(configuration(folder), stores), stores };
}

async function stop(): Promise<void> {
  for (const stores of opened.splice(0)) await stores.close();
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const BODY = digest('{"name":"Robin Smith","nhsNumber":"9434765919"}');
const childId = idFrom<'child'>('01940000-0000-7000-8000-0000000000c1');

async function openRecord({ childRecords, clock }: Area, change: Partial<RequestContext> = {}) {
  if (!childId) throw new Error('no id');
  const now = clock.now();
  const command = {
    ...{ type: 'OpenChildRecord' as const, childId, openedOn: '2025-04-07' },
    ...{ name: 'Robin Smith', dateOfBirth: '2015-06-01', nhsNumber: '9434765919', today: londonDateOf(now) },
  };
  return childRecords.child(childId, command, {
    ...{ commandId: nameBasedId('area', 'open'), fingerprint: BODY, correlationId: 'request-1', now, today: londonDateOf(now) },
    ...{ actor: nameBasedId('area', 'person'), agency: nameBasedId('area', 'agency'), role: 'key-worker', lawfulBasis: 'public-task' },
    ...change,
  });
}

describe('An area whose keys are lost', () => {
  it('is refused at every start, until the keys that belong to its record are restored', async () => {
    const folder = await newFolder();
    const keys = join(folder, 'keys.sqlite');
    expect(await openRecord((await start(folder)).area)).toMatchObject({ ok: true });
    await stop();
    await copyFile(keys, join(folder, 'backup'));
    await rm(keys);
    for (let attempt = 1; attempt <= 3; attempt++) {
      const refusal: unknown = await start(folder).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(Misconfigured);
      expect(String(refusal)).toContain('Restore the keys');
      // A process that dies now leaves nothing that SQLite would write over the restored file.
      expect((await stat(`${keys}-wal`)).size).toBe(0);
      await stop();
    }
    await copyFile(join(folder, 'backup'), keys);
    const { area } = await start(folder);
    expect(await area.childRecords.findByNhsNumber('943 476 5919')).toBe(childId);
  });
});

describe('What is kept of the body of a command', () => {
  it('is a keyed hash, another in another area, in the answers and in the record', async () => {
    const kept: unknown[] = [];
    for (const folder of [await newFolder(), await newFolder()]) {
      const { area, stores } = await start(folder);
      expect(await openRecord(area)).toMatchObject({ ok: true });
      const { events } = await stores.events.readAll({ limit: 10 });
      const [answer] = await stores.operations.db.selectFrom('command_answers').select('fingerprint').execute();
      expect(answer?.['fingerprint']).toMatch(/^[\w-]{43}$/);
      expect(events.map(({ metadata }) => metadata.fingerprint)).toEqual([answer?.['fingerprint']]);
      kept.push(answer?.['fingerprint']);
      const spellings = (['hex', 'base64', 'base64url'] as const).map((encoding) => Buffer.from(BODY, 'hex').toString(encoding));
      for (const spelling of spellings) expect(JSON.stringify([events, answer])).not.toContain(spelling);
    }
    expect(new Set(kept).size).toBe(2);
  });

  it('tells a changed request under an old key also where the answers are lost', async () => {
    const folder = await newFolder();
    const first = await openRecord((await start(folder)).area);
    await stop();
    await rm(join(folder, 'operations.sqlite'));
    const { area, stores } = await start(folder);
    const changed = await openRecord(area, { fingerprint: digest('another body') });
    expect(changed).toMatchObject({ ok: false, refusal: 'idempotency-key-reused' });
    expect(await openRecord(area)).toEqual(first);
    expect(await stores.events.head()).toBe(0);
  });
});
