import type { Position } from '@accord/shared/event-store';
import type { EventRow } from '@accord/shared/projections';

/** A row of the read model of facts, just as it stands there. */
export interface StoredFactRow extends EventRow {
  readonly about: 'child' | 'agreement' | 'fund';
  readonly subject: string;
}

export interface StoredFactsAsked {
  /** Of this child and of every agreement; of all children where it is absent. */
  readonly childId?: string | undefined;
  /** Exclusive. */
  readonly after: Position;
  /** Inclusive. */
  readonly upTo: Position;
  readonly limit: number;
}

/** The read model of facts, row by row, for whoever holds it against the record. */
export abstract class StoredFacts {
  /** Up to where in the record the read model has come. */
  abstract position(): Promise<Position>;
  /** So many rows, in order of position, and no row of the last position left behind; fewer only at the end. */
  abstract rows(asked: StoredFactsAsked): Promise<readonly StoredFactRow[]>;
}
