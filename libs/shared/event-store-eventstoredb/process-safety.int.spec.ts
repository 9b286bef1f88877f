import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEventStoreDbStandIn, type EventStoreDbStandIn } from '@accord/shared/testing';

/** What would end a whole process is tried in one of its own: its exit code is the verdict. */
describe('A process that uses the adapter', () => {
  let standIn: EventStoreDbStandIn;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-eventstoredb-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    standIn = await startEventStoreDbStandIn();
    standIn.faults.secondAnswerAfterMs = 50;
  });
  afterEach(() => standIn.stop());

  /** Runs a script that has `url`, the adapter, the samples and the bare client at hand. */
  async function outcome(script: string): Promise<{ readonly code: number | null; readonly said: string }> {
    const file = join(folder, `${crypto.randomUUID()}.ts`);
    const prelude = `
      const { openEventStoreDb } = require('@accord/shared/event-store-eventstoredb');
      const { EventStoreDBClient, jsonEvent } = require(${JSON.stringify(require.resolve('@eventstore/db-client'))});
      const { randomUUIDv7 } = require('node:crypto');
      const url = ${JSON.stringify(standIn.url)};
      const aStream = () => 'contract-' + randomUUIDv7();
      const metadata = { actor: 'a', agency: 'b', role: 'c', lawfulBasis: 'd', correlationId: 'e', causationId: 'f', commandId: 'g' };
      const anEvent = (change = {}) => ({ id: randomUUIDv7(), type: 'MeetingHeld', schemaVersion: 1, data: {}, metadata, ...change });
      const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
      const insist = (holds) => { if (!holds) throw new Error('not so'); };
      const quick = { callTimeoutMs: 3_000, firstPauseMs: 10, longestPauseMs: 50 };
    `;
    await writeFile(file, `${prelude}\n(async () => {${script}\nconsole.log('done');})();`);
    const loader = join(__dirname, '../testing/eventstoredb-stand-in/typescript-in-child.cjs');
    const child = spawn(process.execPath, ['--require', loader, file], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
    const limit = setTimeout(() => child.kill('SIGKILL'), 20_000);
    const code = await new Promise<number | null>((resolve) => void child.once('exit', resolve));
    clearTimeout(limit);
    return { code, said };
  }

  const survives = async (script: string): Promise<void> => {
    expect(await outcome(script)).toEqual({ code: 0, said: 'done\n' });
  };

  it('ends by itself once the store is closed', async () => {
    await survives(`
      const store = await openEventStoreDb({ url, ...quick });
      const stream = aStream();
      await store.append(stream, 'no-stream', [anEvent()]);
      insist((await store.readStream(stream)).length === 1);
      const subscription = store.subscribe({ after: -1, onBatch: async () => undefined });
      await pause(50);
      await store.close();
    `);
  }, 25_000);

  it('survives a bad event, which ends one that uses the bare client (danger 2)', async () => {
    const bare = await outcome(`
      const bare = EventStoreDBClient.connectionString(url);
      await bare.appendToStream('a', { ...jsonEvent({ type: 'A', data: {} }), id: 'bad' }).catch(() => undefined);
      await pause(500);
    `);
    expect(bare.code).not.toBe(0);
    await survives(`
      const store = await openEventStoreDb({ url, ...quick });
      await store.append(aStream(), 'no-stream', [anEvent({ id: 'bad' })]).catch(() => undefined);
      await store.append(aStream(), 'no-stream', [anEvent({ type: '' })]).catch(() => undefined);
      await pause(500);
      await store.close();
    `);
  }, 45_000);

  it('survives that one of its stores closes under appends of the other, which ends one with two bare clients (danger 1)', async () => {
    standIn.faults.delayMs = 150;
    const bare = await outcome(`
      const [a, b] = [0, 1].map(() => EventStoreDBClient.connectionString(url));
      await Promise.all([a, b].map((client) => client.appendToStream(aStream(), jsonEvent({ type: 'A', data: {} }))));
      b.appendToStream(aStream(), jsonEvent({ type: 'A', data: {} })).catch(() => undefined);
      await pause(50);
      await a.dispose();
      await pause(500);
    `);
    expect(bare.code).not.toBe(0);
    await survives(`
      const [a, b] = [await openEventStoreDb({ url, ...quick }), await openEventStoreDb({ url, ...quick })];
      for (const store of [a, b]) await store.append(aStream(), 'no-stream', [anEvent()]);
      const underWay = b.append(aStream(), 'no-stream', [anEvent()]);
      await pause(50);
      await a.close();
      insist((await underWay).ok);
      await pause(300);
      await b.close();
    `);
  }, 45_000);

  it('survives that its one client is replaced under appends without an answer', async () => {
    standIn.failNextAppend({ how: 'silence', stored: true });
    await survives(`
      const store = await openEventStoreDb({ url, ...quick, callTimeoutMs: 400 });
      const results = await Promise.all(Array.from({ length: 20 }, () => store.append(aStream(), 'no-stream', [anEvent()])));
      insist(results.every(({ ok }) => ok));
      await pause(300);
      await store.close();
    `);
  }, 25_000);

  it('survives that the server dies under an open subscription and under appends (section 1)', async () => {
    const cuts = setInterval(() => standIn.cutConnections(), 150);
    await survives(`
      const store = await openEventStoreDb({ url, ...quick });
      let seen = 0;
      store.subscribe({ after: -1, onBatch: async ({ events }) => { seen += events.length; } });
      const until = Date.now() + 1_000;
      let written = 0;
      while (Date.now() < until) {
        const results = await Promise.all(Array.from({ length: 8 }, () => store.append(aStream(), 'no-stream', [anEvent()])));
        written += results.filter(({ ok }) => ok).length;
      }
      while (seen < written) await pause(10);
      await pause(100);
      insist(seen === written && written % 8 === 0);
      await store.close();
    `).finally(() => clearInterval(cuts));
  }, 25_000);
});
