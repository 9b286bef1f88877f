import type { Position } from '@accord/shared/event-store';
import { parkedRows, type FoldedEvent } from './folding';
import { generationSuffix, PARKED_COLUMNS } from './generation-writer';
import { encodedTables, OperationsBuilder, type OperationsOutcome, type Part } from './sqlite-operations';
import type { SqliteThread } from './sqlite-thread';
import { ADVANCE, PARK, type WrittenGeneration } from './sqlite-writer';
import type { WriteGate } from './write-gate';

/** Events per transaction: a commit is then cheap, and others wait about a tenth of a second for their turn. */
const TRANSACTION = 20_000;
/** Pages that may be folded and not yet written: a commit then holds up nobody, and memory stays flat. */
const AHEAD = 6;

const DONE: OperationsOutcome = { kind: 'done' };

/**
 * Writes a build in large transactions, of which each page is sent to the writing thread as soon as it
 * is folded. Pages and commits stand in one queue: after the first that is not done, none is sent. The
 * thread has two pages at a time, so that it need not wait for this one to send the next.
 */
export class SqliteStream {
  private readonly tables;
  /** What came of everything in the queue. */
  private last: Promise<OperationsOutcome> = Promise.resolve(DONE);
  /** The pages whose outcome nobody has seen yet. */
  private ahead: Promise<OperationsOutcome>[] = [];
  /** The page that the thread was sent last, until a commit has ended its transaction. */
  private writing: Promise<OperationsOutcome> | undefined;
  private leave: (() => void) | undefined;
  /** Of the transaction whose pages are being queued. */
  private events = 0;

  constructor(
    private readonly target: WrittenGeneration,
    private readonly thread: SqliteThread,
    private readonly gate: WriteGate,
  ) {
    this.tables = encodedTables(target.layouts, generationSuffix(target.generation));
  }

  /** Queues a page, and waits where too many are queued. What comes of it is told with a later one. */
  async take(page: readonly FoldedEvent[]): Promise<OperationsOutcome> {
    const operations = this.operations();
    for (const { changes } of page) for (const change of changes) operations.change(change);
    this.park(operations, page);
    this.events += page.length;
    this.ahead.push(this.queue(() => this.write(operations)));
    const oldest = this.ahead.length > AHEAD ? this.ahead.shift() : undefined;
    return oldest ?? DONE;
  }

  /** Whether enough events are in the transaction. */
  get full(): boolean {
    return this.events >= TRANSACTION;
  }

  /** Queues the end of the transaction: moves the checkpoint, commits, and calls `committed`. */
  commit(from: Position, to: Position, committed: () => void): void {
    const { projection, generation, role } = this.target;
    const operations = this.operations();
    operations.guard(ADVANCE, [to, this.events, projection, generation, role, from]);
    this.events = 0;
    void this.queue(async () => {
      const outcome = await this.end(operations);
      if (outcome.kind === 'done') committed();
      return outcome;
    });
  }

  /** What came of all that was queued. */
  settled(): Promise<OperationsOutcome> {
    return this.last;
  }

  /** Undoes what is not committed, and forgets what came of it. */
  async abandon(): Promise<void> {
    await this.last.catch(() => undefined);
    await this.writing?.catch(() => undefined);
    if (this.leave) await this.thread.rollback().catch(() => undefined);
    this.leaveGate();
    this.ahead = [];
    this.events = 0;
    this.last = Promise.resolve(DONE);
  }

  private queue(step: () => Promise<OperationsOutcome>): Promise<OperationsOutcome> {
    this.last = this.last.then((before) => (before.kind === 'done' ? step() : before));
    this.last.catch(() => undefined); // Seen when it is awaited.
    return this.last;
  }

  /** Sends a page, then waits for the one before it. */
  private async write(operations: OperationsBuilder): Promise<OperationsOutcome> {
    const part = this.leave ? 'middle' : 'first';
    this.leave ??= await this.gate.enter();
    const before = this.writing;
    this.writing = this.send(operations, part);
    return before ?? DONE;
  }

  private async end(operations: OperationsBuilder): Promise<OperationsOutcome> {
    const part = this.leave ? 'last' : 'whole';
    this.leave ??= await this.gate.enter();
    const before = this.writing;
    const sent = this.send(operations, part);
    const page = await (before ?? DONE);
    const outcome = page.kind === 'done' ? await sent : page;
    // Otherwise whoever abandons the stream rolls back first, where there is anything left to roll back.
    if (outcome.kind === 'done') this.leaveGate();
    return outcome;
  }

  private send(operations: OperationsBuilder, part: Part): Promise<OperationsOutcome> {
    const sent = this.thread.write(operations.build(part));
    sent.catch(() => undefined); // Seen when it is awaited.
    return sent;
  }

  private operations(): OperationsBuilder {
    return new OperationsBuilder(this.tables, generationSuffix(this.target.generation));
  }

  private park(operations: OperationsBuilder, page: readonly FoldedEvent[]): void {
    const { projection, generation } = this.target;
    for (const parked of parkedRows(page)) {
      operations.statement(PARK, [projection, generation, ...PARKED_COLUMNS.map((column) => parked[column])]);
    }
  }

  private leaveGate(): void {
    this.leave?.();
    this.leave = undefined;
    this.writing = undefined;
  }
}
