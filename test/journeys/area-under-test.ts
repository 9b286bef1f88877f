import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  configurationFrom,
  loadDemonstration,
  openArea,
  openStores,
  serve,
  startProjecting,
  startReacting,
} from '@accord/composition';
import type { Stores } from '@accord/composition';
import { noLog } from '@accord/shared/observability';

/** An area served over real HTTP on a free port, on files of its own. */
export interface AreaUnderTest {
  readonly address: string;
  readonly stores: Stores;
  readonly folder: string;
  /** Ends it; its folder is removed unless it is to be opened again. */
  stop(keep?: 'keep-files'): Promise<void>;
}

/** Starts the embedded profile, with the demonstration area, in a new folder or in one that was kept. */
export async function startArea(kept?: string): Promise<AreaUnderTest> {
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'accord-journey-')));
  const configuration = configurationFrom({ ACCORD_DATA: folder, ACCORD_PORT: '0', ACCORD_DEMONSTRATION: 'on' });
  const stores = await openStores(configuration);
  const area = await openArea(configuration, stores);
  const projector = startProjecting(stores, noLog);
  await projector.ready;
  await loadDemonstration(area);
  const reactions = await startReacting(area, stores, noLog);
  const onClose = async () => {
    await reactions.stop();
    await projector.stop();
    await stores.close();
  };
  const { address, close } = await serve({ configuration, stores, area, log: noLog, onClose });
  const stop = async (keep?: 'keep-files') => {
    await close();
    if (keep === undefined) await rm(folder, { recursive: true, force: true });
  };
  return { address, stores, folder, stop };
}

/** A request that a person makes, and what came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // The journeys read answers as a client does: as JSON of whatever shape.
  readonly body: Record<string, never>;
}

let keys = 0;

/** Speaks HTTP as one demonstration person. */
export class Person {
  private constructor(
    private readonly address: string,
    private readonly name: string,
    readonly token: string,
  ) {}

  static async named(address: string, name: string): Promise<Person> {
    const answer = await fetch(`${address}/demonstration/tokens`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: name }),
    });
    const { token } = (await answer.json()) as { token: string };
    return new Person(address, name, token);
  }

  /** Commands under a new key, unless `headers` gives one. */
  post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const key = `${this.name}-${++keys}`;
    return this.send(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  private async send(path: string, request: RequestInit): Promise<Answer> {
    const headers = { Authorization: `Bearer ${this.token}`, ...request.headers };
    const answer = await fetch(`${this.address}${path}`, { ...request, headers });
    const text = await answer.text();
    return { status: answer.status, headers: answer.headers, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }
}
