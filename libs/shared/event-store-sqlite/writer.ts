import { once } from 'node:events';
import { extname, join } from 'node:path';
import { MessageChannel, Worker, receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import {
  AppendFateUnknown,
  EventStoreUnavailable,
  START,
  type AppendResult,
  type ExpectedRevision,
  type SerialisedEvent,
  type StreamName,
} from '@accord/shared/event-store';
import { AnswerWatch } from './answer-watch';
import type { AnswersMessage, AppendsMessage, FlatAppend, FromWriter, ToWriter, WriterData } from './writer-protocol';

/** Beside this file, in the same language: Node runs it as TypeScript in tests, as JavaScript when built. */
const THREAD = join(__dirname, `writer-thread${extname(__filename)}`);

/** Places in the shared signal, and what the second says; see the protocol. */
const SENT = 0;
const LONE = 1;
const NOT_LOOKED_FOR = 0;
const LOOKED_FOR = 1;
const THERE = 2;

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
  private signal = new Int32Array(new SharedArrayBuffer(8));
  private loneAnswer = new Float64Array(new SharedArrayBuffer(24));
  private worker: Worker | undefined;
  private port: MessagePort | undefined;
  private readonly watch = new AnswerWatch();
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
    this.port?.postMessage('close' satisfies ToWriter);
    this.wake();
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
    if (this.sent.length === 0) this.port?.ref();
    this.sent.push(...queue);
    const appends = queue.map(({ append }) => append);
    const now = this.options.now?.();
    const message: AppendsMessage = now === undefined ? { appends } : { appends, now };
    if (this.sent.length === 1 && this.watch.mayBegin()) {
      Atomics.store(this.signal, LONE, LOOKED_FOR);
      this.watch.begin({ look: () => this.takeLone(), giveUp: () => this.stopLooking() });
    }
    this.port?.postMessage(message);
    this.wake();
  }

  private wake(): void {
    Atomics.add(this.signal, SENT, 1);
    Atomics.notify(this.signal, SENT);
  }

  /** Takes the lone answer if it is there; whether it was, or is no more looked for. */
  private takeLone(): boolean {
    if (Atomics.compareExchange(this.signal, LONE, THERE, NOT_LOOKED_FOR) !== THERE) return false;
    this.answer({ answers: [...this.loneAnswer] });
    return true;
  }

  /** From now on the writer answers by message, and wakes the event loop. */
  private stopLooking(): void {
    if (Atomics.compareExchange(this.signal, LONE, LOOKED_FOR, NOT_LOOKED_FOR) === THERE) this.takeLone();
  }

  private async startThread(): Promise<void> {
    const { port1, port2 } = new MessageChannel();
    this.signal = new Int32Array(new SharedArrayBuffer(8));
    this.loneAnswer = new Float64Array(new SharedArrayBuffer(24));
    const { signal, loneAnswer } = this;
    const workerData: WriterData = { file: this.options.file, port: port2, signal, loneAnswer };
    const worker = new Worker(THREAD, { workerData, transferList: [port2], name: 'event-store-writer' });
    await new Promise<void>((resolve, reject) => {
      worker.once('message', (message: FromWriter) => {
        if (message === 'ready') resolve();
        else reject(new Error(typeof message === 'object' && 'refused' in message ? message.refused : 'The writer did not start.'));
      });
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('The writer thread ended before it was ready.')));
    });
    // Answers come in the order of the appends: a lone one that is there came first.
    port1.on('message', (message: AnswersMessage) => {
      this.takeLone();
      this.answer(message);
    });
    // An error that ends the thread is followed by its exit, where what is left is settled.
    let cause: unknown;
    worker.on('error', (error: unknown) => {
      cause = error;
    });
    worker.on('exit', () => {
      // What the thread answered before it ended is still to be heard.
      this.takeLone();
      let last: { readonly message: AnswersMessage } | undefined;
      while ((last = receiveMessageOnPort(port1))) this.answer(last.message);
      port1.close();
      this.settleAll(cause);
    });
    // An idle store does not keep the process alive; one with appends under way does.
    worker.unref();
    port1.unref();
    this.worker = worker;
    this.port = port1;
  }

  private answer({ answers, reason }: AnswersMessage): void {
    const count = answers.length / 3;
    const answered = this.sent.splice(0, count);
    if (this.sent.length === 0) this.port?.unref();
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
    this.port = undefined;
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
