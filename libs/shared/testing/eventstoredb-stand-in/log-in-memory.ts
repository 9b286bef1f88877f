/** Expected revision as it stands on the wire. */
export type Expected = bigint | 'no_stream' | 'any' | 'stream_exists';

export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Logged extends Proposed {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  /** .NET ticks of 100 nanoseconds since 1970, as the server sends them. */
  readonly created: bigint;
}

export type Written =
  | { readonly outcome: 'success'; readonly revision: number; readonly position: number }
  | { readonly outcome: 'nothing' }
  | { readonly outcome: 'wrong-revision'; readonly current: number | 'no_stream' }
  | { readonly outcome: 'deleted' };

/** Every record of the real log is preceded and followed by its length, and never begins at 0. */
const RECORD_OVERHEAD = 97;
const SYSTEM_EVENT = { contentType: 'application/json', data: Buffer.from('{}'), metadata: new Uint8Array() };

/**
 * The log of the stand-in: one order for all streams, with positions that are addresses (growing, never
 * dense). Its rules of idempotence are those of EventStoreDB 24.2, the odd ones included.
 */
export class LogInMemory {
  readonly all: Logged[] = [];
  private readonly streams = new Map<string, Logged[]>();
  private readonly cutAt = new Map<string, number>();
  private readonly tombstoned = new Set<string>();
  private readonly listeners = new Set<() => void>();
  /** Serves "any" and "stream exists" only, and is lost with the leader. */
  private recent = new Map<string, Logged>();
  private end = 0;

  constructor() {
    for (const stream of ['$$$settings', '$$$users', '$users']) this.addSystemEvent(stream, '$metadata');
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Written {
    if (this.tombstoned.has(stream)) return { outcome: 'deleted' };
    const before = this.earlier(stream, expected, events);
    if (before) return { outcome: 'success', revision: before.revision, position: before.position };
    const current = this.lastRevision(stream);
    if (!this.agrees(stream, expected, current)) return { outcome: 'wrong-revision', current: current < 0 ? 'no_stream' : current };
    const written = events.map((event, n) => this.add(stream, current + 1 + n, event));
    for (const listener of this.listeners) listener();
    const last = written.at(-1);
    return last ? { outcome: 'success', revision: last.revision, position: last.position } : { outcome: 'nothing' };
  }

  /** The events of a stream that can be read; `undefined` where there are none, or all were deleted. */
  stream(stream: string): readonly Logged[] | 'deleted' | undefined {
    if (this.tombstoned.has(stream)) return 'deleted';
    const left = (this.streams.get(stream) ?? []).filter(({ revision }) => revision >= (this.cutAt.get(stream) ?? 0));
    return left.length > 0 ? left : undefined;
  }

  /** Soft deletion hides what is there; the next append goes on from the old revision. */
  delete(stream: string): void {
    this.cutAt.set(stream, this.lastRevision(stream) + 1);
    const data = Buffer.from(JSON.stringify({ $tb: Number.MAX_SAFE_INTEGER }));
    this.addSystemEvent(`$$${stream}`, '$metadata', data);
  }

  tombstone(stream: string): void {
    this.tombstoned.add(stream);
    this.addSystemEvent(stream, '$streamDeleted');
  }

  addSystemEvent(stream: string, type: string, data: Uint8Array = SYSTEM_EVENT.data): void {
    this.add(stream, this.lastRevision(stream) + 1, { ...SYSTEM_EVENT, id: crypto.randomUUID(), type, data });
    for (const listener of this.listeners) listener();
  }

  /** What another leader does not know. */
  forgetRecent(): void {
    this.recent = new Map();
  }

  onAdded(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Index in `all` of the first event at or beyond a position. */
  indexOf(position: number): number {
    let low = 0;
    let high = this.all.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.all[middle]?.position ?? 0) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** End of the log: beyond every position. */
  get length(): number {
    return this.end;
  }

  private lastRevision(stream: string): number {
    return this.streams.get(stream)?.at(-1)?.revision ?? -1;
  }

  /** The last of the same ids at the same place, where this append is a repetition. */
  private earlier(stream: string, expected: Expected, events: readonly Proposed[]): Logged | undefined {
    if (expected === 'any' || expected === 'stream_exists') {
      const known = events.map(({ id }) => this.recent.get(`${stream} ${id}`));
      return known.every((event) => event !== undefined) ? known.at(-1) : undefined;
    }
    // At the present head nothing is compared: the same ids are written a second time.
    const from = expected === 'no_stream' ? 0 : Number(expected) + 1;
    const there = this.streams.get(stream)?.slice(from, from + events.length) ?? [];
    return there.length === events.length && there.every(({ id }, n) => id === events[n]?.id) ? there.at(-1) : undefined;
  }

  private agrees(stream: string, expected: Expected, current: number): boolean {
    if (expected === 'any') return true;
    if (expected === 'stream_exists') return current >= 0;
    if (expected === 'no_stream') return current < 0 || this.cutAt.get(stream) === current + 1;
    return Number(expected) === current;
  }

  private add(stream: string, revision: number, event: Proposed): Logged {
    const logged: Logged = {
      ...event,
      id: event.id.toLowerCase(),
      stream,
      revision,
      position: this.end,
      created: BigInt(Date.now()) * 10_000n,
    };
    this.end += RECORD_OVERHEAD + event.data.length + event.metadata.length + 2 * event.type.length + stream.length;
    this.all.push(logged);
    const home = this.streams.get(stream);
    if (home) home.push(logged);
    else this.streams.set(stream, [logged]);
    this.recent.set(`${stream} ${logged.id}`, logged);
    return logged;
  }
}
