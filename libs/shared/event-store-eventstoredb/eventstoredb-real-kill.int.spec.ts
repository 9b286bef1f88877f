import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { START, type EventStore, type RecordedEvent } from '@accord/shared/event-store';
import { anEvent, aStream, eventStoreContract, eventually, idsOf, pause } from '@accord/shared/testing';
import { openEventStoreDb } from './open';

const WRITERS = 16;
const KILLS = 6;
const start = process.env['EVENTSTOREDB_START'];

/** `EVENTSTOREDB_START PORT FOLDER` runs a server in the foreground, so that its process can be killed. */
class ServerProcess {
  private folder = '';
  private port = 0;
  private child: ChildProcess | undefined;

  constructor(private readonly command: string) {}

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  async prepare(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'accord-eventstoredb-'));
    this.port = await freePort();
  }

  run(): void {
    this.child = spawn(this.command, [String(this.port), this.folder], { stdio: 'ignore' });
  }

  async kill(): Promise<void> {
    const { child } = this;
    this.child = undefined;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

if (start === undefined) {
  describe.skip('A real EventStoreDB killed under load (not run: EVENTSTOREDB_START is not set)', () => {
    it('loses, doubles and reorders nothing that was acknowledged', () => undefined);
  });
} else {
  describe('A real EventStoreDB killed under load', () => {
    const server = new ServerProcess(start);
    let store: EventStore;

    beforeAll(async () => {
      await server.prepare();
      server.run();
      store = await openEventStoreDb({ url: server.url, patienceMs: 30_000 });
      await store.head();
    }, 60_000);
    afterAll(async () => {
      await store.close();
      await server.remove();
    }, 60_000);

    it('loses, doubles and reorders nothing that was acknowledged; the subscription goes on by itself', async () => {
      const seen: RecordedEvent[] = [];
      let interruptions = 0;
      const subscription = store.subscribe({
        after: START,
        onBatch: async ({ events }) => void seen.push(...events),
        onInterruption: () => interruptions++,
      });
      let enough = false;
      const writers = Array.from({ length: WRITERS }, () => write(store, () => enough));
      const outages: number[] = [];
      for (let n = 0; n < KILLS; n++) {
        await pause(1_000);
        await server.kill();
        const before = seen.length;
        const since = Date.now();
        await pause(200);
        server.run();
        await eventually('events flow again', () => seen.length > before, 30_000);
        outages.push(Date.now() - since);
      }
      await pause(500);
      enough = true;
      const written = await Promise.all(writers);
      const acknowledged = written.reduce((sum, { ids }) => sum + ids.length, 0);
      await eventually('the subscription has every event', () => seen.length >= acknowledged, 30_000);
      await pause(200);
      await subscription.stop();

      for (const { stream, ids } of written) expect(idsOf(await store.readStream(stream))).toEqual(ids);
      expect(seen.map(({ position }) => position)).toEqual([...new Set(seen.map(({ position }) => position))].sort((a, b) => a - b));
      expect(idsOf(seen).sort()).toEqual(written.flatMap(({ ids }) => ids).sort());
      expect(interruptions).toBeGreaterThanOrEqual(KILLS);
      process.stdout.write(`${KILLS} kills, ${acknowledged} acknowledged; flowing again after ${outages.join(', ')} ms\n`);
    }, 300_000);
  });

  eventStoreContract('EventStoreDB started by EVENTSTOREDB_START, killed and started again', {
    interruptible: true,
    async start() {
      const server = new ServerProcess(start);
      await server.prepare();
      const restore = async (): Promise<void> => {
        server.run();
        const patient = await openEventStoreDb({ url: server.url, patienceMs: 30_000 });
        await patient.head();
        await patient.close();
      };
      await restore();
      const open = () => openEventStoreDb({ url: server.url, patienceMs: 1_000 });
      const store = await open();
      return {
        store,
        open,
        interrupt: () => server.kill(),
        restore,
        async stop() {
          await store.close();
          await server.remove();
        },
      };
    },
  });
}

/** Appends one event after the other to one stream, each at the revision that the last answer gave. */
async function write(store: EventStore, enough: () => boolean): Promise<{ readonly stream: string; readonly ids: string[] }> {
  const stream = aStream();
  const ids: string[] = [];
  while (!enough()) {
    const event = anEvent();
    const result = await store.append(stream, ids.length === 0 ? 'no-stream' : ids.length - 1, [event]);
    if (!result.ok) throw new Error(`A retry was taken for a conflict: ${String(result.actual)} after ${ids.length} events.`);
    if (result.revision !== ids.length) throw new Error(`Revision ${result.revision} after ${ids.length} events.`);
    ids.push(event.id);
  }
  return { stream, ids };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  // A TCP server that listens has an address of this form.
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
