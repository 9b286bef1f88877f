import type { StatementSync } from 'node:sqlite';
import type { SqliteFile } from './sqlite-dialect';
import { whenFree } from './sqlite-connection';
import {
  generationSuffix,
  GENERATIONS,
  PARKED,
  PARKED_COLUMNS,
  UNPARK,
  type Batch,
  type BatchOutcome,
  type GenerationKey,
  type GenerationWriter,
  type Role,
} from './generation-writer';
import { encodedTables, OperationsBuilder, runOperations, type Operations, type OperationsOutcome } from './sqlite-operations';
import type { SqliteThread } from './sqlite-thread';
import { quoted, type TableLayout } from './table-layout';
import type { WriteGate } from './write-gate';

export interface WrittenGeneration extends GenerationKey {
  readonly role: Role;
  readonly layouts: readonly TableLayout[];
}

export const ADVANCE = `update ${GENERATIONS} set position = ?, events = events + ?
  where projection = ? and generation = ? and role = ? and position = ?`;
export const PARK = `insert into ${PARKED} (projection, generation, ${quoted(PARKED_COLUMNS)})
  values (?, ?, ${PARKED_COLUMNS.map(() => '?').join(', ')})`;

type Execute = (work: Operations) => Promise<OperationsOutcome>;

class SqliteGenerationWriter implements GenerationWriter {
  private readonly tables;

  constructor(
    private readonly target: WrittenGeneration,
    private readonly execute: Execute,
    readonly close: () => Promise<void>,
  ) {
    this.tables = encodedTables(target.layouts, generationSuffix(target.generation));
  }

  async write(batch: Batch): Promise<BatchOutcome> {
    const { projection, generation, role } = this.target;
    const builder = new OperationsBuilder(this.tables, generationSuffix(generation));
    builder.guard(ADVANCE, [batch.to, batch.events, projection, generation, role, batch.from]);
    const ends = batch.changes.map((changes) => {
      for (const change of changes) builder.change(change);
      return builder.size;
    });
    for (const parked of batch.parked) {
      builder.statement(PARK, [projection, generation, ...PARKED_COLUMNS.map((column) => parked[column])]);
    }
    for (const position of batch.unparked ?? []) builder.statement(UNPARK, [projection, generation, position]);
    const outcome = await this.execute(builder.build());
    if (outcome.kind === 'done') return outcome;
    if (outcome.kind === 'guard-failed') return { kind: 'fenced' };
    const event = outcome.operation === 0 ? -1 : ends.findIndex((end) => outcome.operation < end);
    if (event < 0) throw new Error('SQLite refused a row of the projection machinery itself.');
    return { kind: 'refused', event };
  }
}

/** Writes small batches on the store's own connection: quicker than asking another thread. */
export function sqliteFollower(target: WrittenGeneration, file: SqliteFile): GenerationWriter {
  const prepared = new Map<string, StatementSync>();
  const execute: Execute = (work) =>
    file.gate.run(() => whenFree(() => runOperations(file.writing.database, prepared, work)));
  return new SqliteGenerationWriter(target, execute, async () => prepared.clear());
}

/** Writes large batches in another thread, taking its turn at the gate like every other writer. */
export function sqliteBuilder(target: WrittenGeneration, thread: SqliteThread, gate: WriteGate): GenerationWriter {
  return new SqliteGenerationWriter(
    target,
    (work) => gate.run(() => thread.write(work)),
    async () => undefined,
  );
}
