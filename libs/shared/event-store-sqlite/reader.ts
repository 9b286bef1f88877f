import { DatabaseSync, type StatementSync } from 'node:sqlite';
import {
  EventStoreUnavailable,
  START,
  type EventFilter,
  type EventMetadata,
  type JsonObject,
  type Position,
  type ReadStreamOptions,
  type RecordedEvent,
  type StreamName,
} from '@accord/shared/event-store';

/** One event as it is read, in the order of {@link COLUMNS}. */
type Row = [
  position: number, stream: string, revision: number, id: string, type: string, schemaVersion: number,
  recordedAt: string, data: string, metadata: string,
];
type Parameter = string | number;
const COLUMNS = 'position, stream, revision, id, type, schema_version, recorded_at, data, metadata';

/** Rows read before the event loop gets its turn: about a millisecond's work. */
const CHUNK = 256;
/** Positions that one scan looks at, and the text it gathers, at most: bounds its time and its memory. */
export const SCAN_SPAN = 5_000;
const SCAN_CHARACTERS = 4_000_000;
/** How long a read waits for a file that another process is just recovering, in milliseconds. */
const BUSY_TIMEOUT = 1_000;

export interface ScanOptions {
  /** Exclusive; absent means from the very start, or backwards from the very end. */
  readonly after?: Position | undefined;
  readonly direction?: 'forwards' | 'backwards' | undefined;
  readonly limit: number;
  readonly filter?: EventFilter | undefined;
  readonly withText?: boolean | undefined;
}

export interface Scanned {
  readonly events: RecordedEvent[];
  readonly next: Position;
  readonly end: boolean;
}

/**
 * Reads on the calling thread through a connection that cannot write. Nothing is cached: a reader sees
 * what was committed, by whichever process, and never a part of an append. After an error the file is
 * opened anew by the next read.
 */
export class Reader {
  private database: DatabaseSync | undefined;
  private readonly statements = new Map<string, StatementSync>();
  private closed = false;

  constructor(private readonly file: string) {}

  /** Last position stored, or START. */
  head(): Position {
    return this.numberOf('SELECT max(position) FROM event') ?? START;
  }

  /** Changes whenever another connection, this store's own writer included, has committed. */
  dataVersion(): number {
    return this.numberOf('PRAGMA data_version') ?? 0;
  }

  async readStream(stream: StreamName, options: ReadStreamOptions): Promise<readonly RecordedEvent[] | undefined> {
    const backwards = options.direction === 'backwards';
    const limit = options.limit ?? Number.MAX_SAFE_INTEGER;
    const order = backwards ? '<= ? ORDER BY revision DESC' : '>= ? ORDER BY revision';
    const sql = `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision ${order} LIMIT ?`;
    const events: RecordedEvent[] = [];
    let from = options.from ?? (backwards ? Number.MAX_SAFE_INTEGER : 0);
    for (;;) {
      const size = Math.min(CHUNK, limit - events.length);
      const rows = this.rows(sql, stream, from, size);
      for (const row of rows) events.push(eventOf(row));
      if (rows.length < size || events.length >= limit) break;
      from = (events.at(-1)?.revision ?? 0) + (backwards ? -1 : 1);
      await eventLoopTurn();
    }
    return events.length > 0 || this.exists(stream) ? events : undefined;
  }

  /** Ids and positions of the events after a revision; for settling an append. */
  storedAfter(stream: StreamName, revision: number, count: number): { readonly id: string; readonly position: Position }[] {
    const sql = `SELECT ${COLUMNS} FROM event WHERE stream = ? AND revision > ? ORDER BY revision LIMIT ?`;
    return this.rows(sql, stream, revision, count).map(([position, , , id]) => ({ id, position }));
  }

  /** One step through the record: at most `limit` events, out of at most {@link SCAN_SPAN} positions. */
  scan({ after, direction, limit, filter, withText = false }: ScanOptions): Scanned {
    const head = this.head();
    const backwards = direction === 'backwards';
    const from = Math.min(after ?? (backwards ? head + 1 : START), backwards ? head + 1 : Infinity);
    const to = backwards ? Math.max(from - SCAN_SPAN, 0) : Math.max(Math.min(from + SCAN_SPAN, head), from);
    const range = backwards ? 'position < ? AND position >= ?' : 'position > ? AND position <= ?';
    const { conditions, parameters } = conditionsOf(filter);
    const order = backwards ? 'DESC' : 'ASC';
    const sql = `SELECT ${COLUMNS} FROM event WHERE ${range}${conditions} ORDER BY position ${order} LIMIT ?`;
    const events: RecordedEvent[] = [];
    let next = from;
    for (let characters = 0; next !== to && events.length < limit && characters < SCAN_CHARACTERS; ) {
      const size = Math.min(CHUNK, limit - events.length);
      const rows = this.rows(sql, next, to, ...parameters, size);
      for (const row of rows) {
        characters += row[7].length + row[8].length;
        events.push(withText ? { ...eventOf(row), dataText: row[7] } : eventOf(row));
      }
      next = rows.length < size ? to : (events.at(-1)?.position ?? to);
    }
    return { events, next, end: backwards ? next <= 0 : next >= head };
  }

  close(): void {
    this.closed = true;
    this.abandon();
  }

  private exists(stream: StreamName): boolean {
    return this.storedAfter(stream, -1, 1).length > 0;
  }

  private numberOf(sql: string): number | undefined {
    // The cast names the only column of the only row: a number, or null where there is no event.
    const [row] = this.rows(sql) as unknown as (number | null)[][];
    return row?.[0] ?? undefined;
  }

  private rows(sql: string, ...parameters: Parameter[]): Row[] {
    try {
      // The cast is true of statements that return arrays of COLUMNS, whose tables are STRICT.
      return this.prepared(sql).all(...parameters) as unknown as Row[];
    } catch (cause) {
      this.abandon();
      throw new EventStoreUnavailable('The event store could not be read.', { cause });
    }
  }

  private prepared(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known !== undefined) return known;
    if (this.closed) throw new Error('The event store was closed.');
    this.database ??= new DatabaseSync(this.file, { readOnly: true, timeout: BUSY_TIMEOUT });
    const statement = this.database.prepare(sql);
    statement.setReturnArrays(true);
    this.statements.set(sql, statement);
    return statement;
  }

  private abandon(): void {
    this.statements.clear();
    const { database } = this;
    this.database = undefined;
    if (database?.isOpen) database.close();
  }
}

/** Gives way to whatever else waits to be done. */
export const eventLoopTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function eventOf([position, stream, revision, id, type, schemaVersion, recordedAt, data, metadata]: Row): RecordedEvent {
  return {
    id,
    type,
    schemaVersion,
    // What the writer stored was checked and serialised as a JSON object, so the cast is true.
    data: JSON.parse(data) as JsonObject,
    // Likewise: the writer took it as this type.
    metadata: JSON.parse(metadata) as EventMetadata,
    stream,
    revision,
    position,
    recordedAt,
  };
}

/** The filter as SQL: the category is the stream's name without its UUID and the hyphen before it. */
function conditionsOf(filter: EventFilter | undefined): { readonly conditions: string; readonly parameters: Parameter[] } {
  const parameters: Parameter[] = [];
  const among = (expression: string, allowed: readonly string[] | undefined): string => {
    if (allowed === undefined) return '';
    parameters.push(...allowed);
    return ` AND ${expression} IN (${allowed.map(() => '?').join(', ')})`;
  };
  const conditions = among('type', filter?.types) + among('substr(stream, 1, length(stream) - 37)', filter?.categories);
  return { conditions, parameters };
}
