import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  AppendFateUnknown,
  EventStoreUnavailable,
  START,
  type AppendResult,
  type ExpectedRevision,
  type SerialisedEvent,
  type StreamName,
} from '@accord/shared/event-store';
import type { AnswersMessage, AppendsMessage, FlatAppend, FromWriter, ToWriter, WriterData } from './writer-protocol';

/** Beside this file, in the same language: Node runs it as TypeScript in tests, as JavaScript when built. */
const THREAD = join(__dirname, `writer-thread${extname(__filename)}`);

interface Waiting {
  readonly append: FlatAppend;
  resolve(result: AppendResult): void;
  reject(error: Error): void;
}

interface Answer {
  readonly kind: number | undefined;
  readonly revision: number;
  readonly position: number;
  readonly reason: string | undefined;
}

export interface WriterOptions {
  readonly file: string;
  /** Sets the clock, in tests. */
  readonly now?: (() => string) | undefined;
  /** Looks up what is stored after a revision: settles appends whose answer never came. */
  storedAfter(stream: StreamName, revision: number, count: number): readonly { readonly id: string; readonly position: number }[];
  /** Something was stored. */
  onStored(): void;
}

/**
 * Sends appends to the writer thread and hands its answers back. Appends of one turn of the event loop
 * go in one message; those that wait while the thread commits become its next transaction. A thread
 * that dies is started again by the next append, and what it had not answered is settled by reading.
 */
export class Writer {
  /** Appended in this turn, not sent yet. */
  private queue: Waiting[] = [];
  /** Sent, in the order in which the answers come. */
  private sent: Waiting[] = [];
  private readonly signal = new Int32Array(new SharedArrayBuffer(4));
  private worker: Worker | undefined;
  private starting: Promise<void> | undefined;
  private closing = false;
  private flushing = false;
  private whenIdle: () => void = () => undefined;

  constructor(private readonly options: WriterOptions) {}

  append(stream: StreamName, expected: ExpectedRevision, events: readonly SerialisedEvent[]): Promise<AppendResult> {
    if (this.closing) return Promise.reject(new EventStoreUnavailable('The event store was closed.'));
    const append: [string, number, ...(string | number)[]] = [stream, expected === 'no-stream' ? -1 : expected];
    for (const { id, type, schemaVersion, data, metadata } of events) append.push(id, type, schemaVersion, data, metadata);
    return new Promise((resolve, reject) => {
      this.queue.push({ append, resolve, reject });
      if (this.flushing) return;
      this.flushing = true;
      // After the microtasks under way: callers that were answered together append again together.
      queueMicrotask(() => process.nextTick(() => this.flush()));
    });
  }

  /** Starts the thread; rejects where the file cannot be opened or is of a later version. */
  start(): Promise<void> {
    this.starting ??= this.startThread().finally(() => (this.starting = undefined));
    return this.starting;
  }

  /** Takes no more appends, and waits for those under way. */
  async settle(): Promise<void> {
    this.closing = true;
    this.flush();
    if (this.idle()) return;
    await new Promise<void>((resolve) => (this.whenIdle = resolve));
  }

  /** Ends the thread, which frees the file. */
  async close(): Promise<void> {
    await this.settle();
    await this.starting?.catch(() => undefined);
    const { worker } = this;
    if (worker === undefined) return;
    const exit = once(worker, 'exit');
    worker.ref();
    this.post(worker, 'close');
    await exit;
  }

  private idle(): boolean {
    return this.queue.length + this.sent.length === 0;
  }

  private flush(): void {
    this.flushing = false;
    if (this.queue.length === 0) return;
    if (this.worker === undefined) {
      this.start().then(
        () => this.flush(),
        (cause: unknown) => {
          this.refuse(this.queue.splice(0), cause);
          if (this.idle()) this.whenIdle();
        },
      );
      return;
    }
    const { queue } = this;
    this.queue = [];
    if (this.sent.length === 0) this.worker.ref();
    this.sent.push(...queue);
    const appends = queue.map(({ append }) => append);
    const now = this.options.now?.();
    const message: AppendsMessage = now === undefined ? { appends } : { appends, now };
    this.post(this.worker, message);
  }

  private post(worker: Worker, message: ToWriter): void {
    worker.postMessage(message);
    Atomics.add(this.signal, 0, 1);
    Atomics.notify(this.signal, 0);
  }

  private async startThread(): Promise<void> {
    const workerData: WriterData = { file: this.options.file, signal: this.signal };
    const worker = new Worker(THREAD, { workerData, name: 'event-store-writer' });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (message: FromWriter) => {
        if (message === 'ready') resolve();
        else reject(new Error(typeof message === 'object' && 'refused' in message ? message.refused : 'The writer did not start.'));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The writer thread ended before it was ready.')));
    });
    worker.on('message', (message: AnswersMessage) => this.answer(message));
    // An error that ends the thread is followed by its exit, where what is left is settled.
    let cause: unknown;
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    worker.on('exit', () => this.settleAll(cause));
    // An idle store does not keep the process alive; one with appends under way does.
    worker.unref();
    this.worker = worker;
  }

  private answer({ answers, reason }: AnswersMessage): void {
    const count = answers.length / 3;
    const answered = this.sent.splice(0, count);
    if (this.sent.length === 0) this.worker?.unref();
    let stored = false;
    answered.forEach((waiting, n) => {
      const [kind, revision = -1, position = START] = [answers[n * 3], answers[n * 3 + 1], answers[n * 3 + 2]];
      stored ||= kind === 0;
      this.settleOne(waiting, { kind, revision, position, reason });
    });
    if (stored) this.options.onStored();
    if (this.idle()) this.whenIdle();
  }

  private settleOne(waiting: Waiting, answer: Answer): void {
    const { kind, revision, position, reason } = answer;
    if (kind === 0) waiting.resolve({ ok: true, revision, position });
    else if (kind === 1) waiting.resolve({ ok: false, reason: 'wrong-revision', actual: revision < 0 ? 'no-stream' : revision });
    else if (kind === 2) this.refuse([waiting], reason);
    else if (kind === 3) this.readBack(waiting, reason);
    else waiting.reject(new AppendFateUnknown(waiting.append[0], { cause: reason }));
  }

  private settleAll(cause: unknown): void {
    this.worker = undefined;
    for (const waiting of this.sent.splice(0)) this.readBack(waiting, cause ?? 'The writer thread ended.');
    if (this.idle()) this.whenIdle();
  }

  /** The writer is past this append, but could not say how it ended: the file says. */
  private readBack(waiting: Waiting, cause: unknown): void {
    const [stream, expected, ...fields] = waiting.append;
    const ids = fields.filter((_, n) => n % 5 === 0);
    try {
      const found = this.options.storedAfter(stream, expected, ids.length);
      const last = found.at(-1);
      const whole = last !== undefined && found.length === ids.length && found.every(({ id }, n) => id === ids[n]);
      if (!whole) return this.refuse([waiting], cause);
      waiting.resolve({ ok: true, revision: expected + ids.length, position: last.position });
      this.options.onStored();
    } catch {
      waiting.reject(new AppendFateUnknown(stream, { cause }));
    }
  }

  private refuse(all: readonly Waiting[], cause: unknown): void {
    for (const waiting of all) {
      waiting.reject(new EventStoreUnavailable('The event store cannot write at present; nothing was stored.', { cause }));
    }
  }
}
