import type { Position } from '@accord/shared/event-store';
import { parkedRows, type FoldedEvent } from './folding';
import { generationSuffix, PARKED_COLUMNS } from './generation-writer';
import { encodedTables, OperationsBuilder, type OperationsOutcome, type Part } from './sqlite-operations';
import type { SqliteThread } from './sqlite-thread';
import { ADVANCE, PARK, type WrittenGeneration } from './sqlite-writer';
import type { WriteGate } from './write-gate';

/** Events per transaction: a commit is then cheap, and others wait about a tenth of a second for their turn. */
const TRANSACTION = 10_000;

/**
 * Writes a build in large transactions, of which each page is sent to the writing thread as soon as it
 * is folded: it writes one page while the next is read, and neither thread keeps more than two.
 */
export class SqliteStream {
  private readonly tables;
  private writing: Promise<OperationsOutcome> | undefined;
  private leave: (() => void) | undefined;
  private events = 0;

  constructor(
    private readonly target: WrittenGeneration,
    private readonly thread: SqliteThread,
    private readonly gate: WriteGate,
  ) {
    this.tables = encodedTables(target.layouts, generationSuffix(target.generation));
  }

  /** Sends a page. `done` also where it is still being written: what comes of it is told with a later page. */
  async take(page: readonly FoldedEvent[]): Promise<OperationsOutcome> {
    const operations = this.operations();
    for (const { changes } of page) for (const change of changes) operations.change(change);
    this.park(operations, page);
    this.events += page.length;
    if (this.leave) return this.send(operations, 'middle');
    this.leave = await this.gate.enter();
    return this.send(operations, 'first');
  }

  /** Whether enough events are in the transaction. */
  get full(): boolean {
    return this.events >= TRANSACTION;
  }

  /** Moves the checkpoint and commits. */
  async commit(from: Position, to: Position): Promise<OperationsOutcome> {
    const { projection, generation, role } = this.target;
    const operations = this.operations();
    operations.guard(ADVANCE, [to, this.events, projection, generation, role, from]);
    this.leave ??= await this.gate.enter();
    const sent = await this.send(operations, this.writing ? 'last' : 'whole');
    const outcome = sent.kind === 'done' && this.writing ? await this.writing : sent;
    this.end();
    return outcome;
  }

  /** Undoes what is not committed. */
  async abandon(): Promise<void> {
    if (!this.leave) return;
    await this.writing?.catch(() => undefined);
    await this.thread.rollback().catch(() => undefined);
    this.end();
  }

  private async send(operations: OperationsBuilder, part: Part): Promise<OperationsOutcome> {
    const before = await this.writing;
    if (before && before.kind !== 'done') return before;
    this.writing = this.thread.write(operations.build(part));
    this.writing.catch(() => undefined); // Seen when it is awaited.
    return { kind: 'done' };
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

  private end(): void {
    this.leave?.();
    this.leave = undefined;
    this.writing = undefined;
    this.events = 0;
  }
}
