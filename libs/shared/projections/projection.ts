import type { Instant } from '@accord/shared/kernel';

/** A column of a read-model table. `json` is stored as text holding JSON on every engine. */
export type ColumnType = 'text' | 'integer' | 'json';

/** A read-model table, declared once for every engine. */
export interface ProjectionTable {
  /** Columns with their type; a trailing `?` allows null: `'text?'`. */
  readonly columns: Readonly<Record<string, ColumnType | `${ColumnType}?`>>;
  /** The primary key: replaying an event writes the same row again, never a second one. */
  readonly key: readonly string[];
  readonly indexes?: readonly (readonly string[])[];
}

/** A value of a row. JSON columns take text. */
export type Cell = string | number | null;

/** What an event changes. Applied in order, in one transaction with the checkpoint. */
export type RowChange =
  /** Writes the whole row, replacing the one of the same key. */
  | { readonly put: string; readonly row: Readonly<Record<string, Cell>> }
  /** Changes some columns of the row of that key; nothing where there is no such row. */
  | {
      readonly patch: string;
      readonly key: Readonly<Record<string, Cell>>;
      readonly set: Readonly<Record<string, Cell>>;
    }
  | { readonly remove: string; readonly key: Readonly<Record<string, Cell>> };

/** A recorded event as a projection sees it: validated, upcast, personal fields still sealed. */
export interface ProjectedEvent<E extends { type: string; data: unknown } = { type: string; data: unknown }> {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: Instant;
  readonly metadata: {
    readonly actor: string;
    readonly agency: string;
    readonly role: string;
    readonly lawfulBasis: string;
    readonly correlationId: string;
    readonly causationId: string;
    readonly commandId: string;
    readonly restsOn?: readonly { readonly stream: string; readonly revision: number }[];
  };
  /** Type and data together, so that a switch on `body.type` narrows the data. */
  readonly body: E;
  /** `JSON.stringify(body.data)`, where it is at hand already: spares a read model that keeps whole events the work. */
  readonly dataText?: string | undefined;
}

/**
 * A read model: a pure function from event to row changes, named for the question that it answers.
 * It reads no clock and no table; personal fields stay sealed and are opened only when a person
 * entitled asks, so that erasing a key erases every copy.
 */
export interface Projection {
  /** Kebab-case and permanent: `child-timeline`. */
  readonly name: string;
  /** Raised when its tables or its function change: the runner then rebuilds it beside the old one. */
  readonly version: number;
  readonly question: string;
  /** Table names are unique over all projections; queries use these very names. */
  readonly tables: Readonly<Record<string, ProjectionTable>>;
  /** The event types that it takes; `'all'` for every type known. */
  readonly handles: readonly string[] | 'all';
  project(event: ProjectedEvent): readonly RowChange[];
}

/** Types `project` by the definitions that a projection handles, e.g. `Recorded<typeof PanelConstituted>`. */
export function defineProjection<E extends { type: string; data: unknown }>(
  projection: Omit<Projection, 'project'> & { project(event: ProjectedEvent<E>): readonly RowChange[] },
): Projection {
  return {
    ...projection,
    // The runner hands over only the types that `handles` lists, read through the catalogue.
    project: (event) => projection.project(event as ProjectedEvent<E>),
  };
}
