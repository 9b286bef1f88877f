import type { Position } from '@accord/shared/event-store';
import type { RowChange } from '@accord/shared/projections';
import { physicalTable } from './table-layout';
import type { ParkedReason } from './runner-types';

/** A set of tables of one projection. Its number is never used twice. */
export interface GenerationKey {
  readonly projection: string;
  readonly generation: number;
}

/** `live` serves queries; `building` will; `retired` has served and is dropped; `dropped` is history. */
export type Role = 'live' | 'building' | 'retired' | 'dropped';

export interface ParkedRow {
  readonly position: Position;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema_version: number;
  readonly reason: ParkedReason;
  readonly parked_at: string;
}

/** What one transaction writes: the rows of some events, and the checkpoint behind the last of them. */
export interface Batch {
  /** The checkpoint as the writer knows it. The batch is refused whole where it is another by now. */
  readonly from: Position;
  readonly to: Position;
  readonly events: number;
  /** The changes of each event, in order. */
  readonly changes: readonly (readonly RowChange[])[];
  readonly parked: readonly ParkedRow[];
  /** Positions whose events are parked no more. */
  readonly unparked?: readonly Position[];
}

export type BatchOutcome =
  | { readonly kind: 'done' }
  /** The checkpoint is another one, or the generation plays that role no more: somebody else is at work. */
  | { readonly kind: 'fenced' }
  /** The database refuses a row of `changes[event]`; nothing was written. */
  | { readonly kind: 'refused'; readonly event: number };

/**
 * Writes a generation. Rows and checkpoint go in one transaction, whose first statement moves the
 * checkpoint from the value that the writer knows: of two writers, one finds it moved and writes nothing.
 */
export interface GenerationWriter {
  /** @throws the engine's error where the database is away or broken: nothing was written, or all of it. */
  write(batch: Batch): Promise<BatchOutcome>;
  close(): Promise<void>;
}

export const GENERATIONS = 'accord_generations';
export const PARKED = 'accord_parked';

export const PARKED_COLUMNS = [
  'position',
  'event_id',
  'stream',
  'revision',
  'type',
  'schema_version',
  'reason',
  'parked_at',
] as const satisfies readonly (keyof ParkedRow)[];

/** Statements that end a generation once its tables serve no more; its row stays as history. */
export const DROPPED = `update ${GENERATIONS} set role = 'dropped' where projection = ? and generation = ?`;
export const UNPARK_ALL = `delete from ${PARKED} where projection = ? and generation = ?`;
export const UNPARK = `${UNPARK_ALL} and position = ?`;

/** The same statement with PostgreSQL's marks. */
export function numbered(statement: string): string {
  let mark = 0;
  return statement.replaceAll('?', () => `$${++mark}`);
}

/** What follows a declared table's name in a generation. */
export const generationSuffix = (generation: number): string => physicalTable('', generation);
