import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Position } from '@accord/shared/event-store';
import type { Instant } from '@accord/shared/kernel';
import type { Cell, Projection } from '@accord/shared/projections';
import type { ReadStore } from './read-store';

export interface ProjectionsOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  readonly projections: readonly Projection[];
  /** Events per transaction while following the store. Default 500. */
  readonly batchSize?: number;
  /** Called about four times a second during a rebuild that the runner started by itself. */
  readonly onProgress?: (progress: ProjectionProgress) => void;
  /** Takes what an operator should know. Never holds data of an event. */
  readonly log?: (entry: ProjectionLog) => void;
}

export interface ProjectionLog {
  readonly level: 'info' | 'warn' | 'error';
  /** Stable code, e.g. `event-parked`. */
  readonly code: string;
  readonly projection: string;
  readonly message: string;
}

export interface ProjectionProgress {
  readonly projection: string;
  readonly phase: 'reading' | 'indexing' | 'switching' | 'comparing';
  /** Events read so far. */
  readonly done: number;
  /** How far the reading has come, and how far it has to come; only compare them. */
  readonly position: Position;
  readonly head: Position;
  readonly eventsPerSecond: number;
}

/** Why an event could not be projected. Never holds its data. */
export type ParkedReason = 'unknown-type' | 'unknown-version' | 'malformed' | 'projection-failed' | 'row-refused';

export interface ParkedEvent {
  readonly projection: string;
  readonly position: Position;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly reason: ParkedReason;
  readonly parkedAt: Instant;
}

/**
 * - `starting`: its tables are not there yet;
 * - `catching-up`: reads what is stored already; `live`: has everything and follows;
 * - `rebuilding`: a new version is built beside the old one, which serves;
 * - `standing-by`: another process feeds it; this one takes over if that stops;
 * - `waiting`: the database or the event store is away, it tries again;
 * - `superseded`: a newer build has replaced it, this one leaves it alone.
 */
export type ProjectionState =
  | 'starting'
  | 'catching-up'
  | 'live'
  | 'rebuilding'
  | 'standing-by'
  | 'waiting'
  | 'superseded'
  | 'stopped';

export interface ProjectionHealth {
  readonly projection: string;
  readonly version: number;
  readonly state: ProjectionState;
  /** Position up to which the tables that serve queries hold every event. */
  readonly checkpoint: Position;
  /** How long the oldest event that they do not hold yet has been stored; 0 where there is none. */
  readonly secondsBehind: number;
  readonly parked: number;
  /** Of the rebuild under way. */
  readonly progress?: ProjectionProgress;
  /** What the last failure was, as a code or class name. */
  readonly problem?: string;
}

export interface ProjectionsHealth {
  /** Nothing is parked, and nothing waits for a database. */
  readonly healthy: boolean;
  /** The last position stored, or undefined where the event store cannot be reached. */
  readonly head: Position | undefined;
  readonly projections: readonly ProjectionHealth[];
}

export interface RebuildReport {
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly position: Position;
  readonly parked: number;
}

/** The first place where stored rows and replayed rows part, in the order of tables and keys. */
export interface Difference {
  readonly table: string;
  readonly key: Readonly<Record<string, Cell>>;
  /** `missing`: replay has the row, the store has not; `extra`: the reverse. */
  readonly kind: 'value' | 'missing' | 'extra';
  /** The column that differs, with both values; for `value` only. */
  readonly column?: string;
  readonly stored?: Cell;
  readonly replayed?: Cell;
}

export type Verification =
  | { readonly agrees: true; readonly rows: number; readonly position: Position }
  | { readonly agrees: false; readonly difference: Difference; readonly position: Position };

export interface RetryReport {
  /** Events that are parked no more. */
  readonly projected: number;
  readonly stillParked: number;
  /** Later events had touched the same rows, so that only a rebuild could keep the order. */
  readonly rebuilt: boolean;
}

export type ReportProgress = (progress: ProjectionProgress) => void;

export interface ProjectionRunner {
  /** Resolves once every projection's tables can be queried. Waits for a database that is away. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
  health(): Promise<ProjectionsHealth>;
  /** Builds new tables from the first event while the present ones serve, then switches. */
  rebuild(projection: string, onProgress?: ReportProgress): Promise<RebuildReport>;
  /** Folds all events again and compares with what is stored; the projection goes on meanwhile. */
  verify(projection: string, onProgress?: ReportProgress): Promise<Verification>;
  /** Whether all of them hold everything up to the position before the time is over. */
  waitFor(projections: string | readonly string[], position: Position, timeoutMs: number): Promise<boolean>;
  readonly parked: {
    list(projection?: string): Promise<readonly ParkedEvent[]>;
    /** Projects parked events again, after the cause was mended. */
    retry(projection?: string): Promise<RetryReport>;
  };
}
