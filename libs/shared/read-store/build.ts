import type { EventStore, Position } from '@accord/shared/event-store';
import type { Projection } from '@accord/shared/projections';
import type { FoldedEvent, Folding } from './folding';
import { Fenced, GenerationFeed } from './generation-feed';
import { DROPPED, numbered, UNPARK_ALL, type GenerationWriter } from './generation-writer';
import { tablesOf, type Generation, type Generations } from './generations';
import { LOG_PAGES } from './log-keeper';
import { inTransaction, PostgresGenerationWriter } from './postgres-writer';
import { Progress } from './progress';
import { readAhead } from './read-ahead';
import { machineryOf, type OpenedStore, type ReadStore } from './read-store';
import type { ProjectionsOptions, RebuildReport, ReportProgress } from './runner-types';
import { OperationsBuilder, type OperationsOutcome } from './sqlite-operations';
import { SqliteStream } from './sqlite-stream';
import { SqliteThread } from './sqlite-thread';
import { sqliteBuilder } from './sqlite-writer';
import { createIndexes, layoutsOf, physicalTable } from './table-layout';

/** Events per transaction: enough that the cost of a commit vanishes, few enough to hold in memory. */
const TRANSACTION = 5_000;

export interface BuildOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly generations: Generations;
  readonly folding: Folding;
  /** Takes up an unfinished build of the same version instead of starting anew. */
  readonly resume: boolean;
  readonly onProgress?: ReportProgress;
  readonly log?: ProjectionsOptions['log'];
  /** Ends the build at the next batch; it can be resumed. */
  readonly signal?: AbortSignal;
}

/** The statements of a build, on the engine that it is for. */
interface Site {
  readonly writer: GenerationWriter;
  /** On SQLite, where the building goes page by page. */
  readonly stream?: SqliteStream;
  /** Runs a statement that may take long. */
  run(statement: string): Promise<void>;
  drop(generation: Generation): Promise<void>;
  close(): Promise<void>;
}

/**
 * Builds new tables beside those that serve, and switches. A crash leaves an unfinished build, which
 * is resumed or dropped by the next one; what serves is untouched until the switch.
 * @throws Fenced where another process finished or replaced this build; AbortError; the engines' errors.
 */
export async function build(options: BuildOptions): Promise<RebuildReport> {
  const { generations, folding, events } = options;
  const { projection } = folding;
  const generation = await generations.startBuild(projection, options.resume);
  const progress = new Progress(projection.name, events, options.onProgress);
  const site = siteOf(machineryOf(options.store), projection, generation);
  try {
    const { writer } = site;
    const feed = new GenerationFeed({ folding, writer, checkpoint: generation.position, log: options.log });
    const underWay: Build = { options, feed, progress, stream: site.stream };
    await load(underWay);
    await progress.advance('indexing', 0, feed.checkpoint);
    await finish(site, projection, generation);
    for (;;) {
      await load(underWay);
      await progress.advance('switching', 0, feed.checkpoint);
      const outcome = await generations.switchTo(projection, generation, (to) => load(underWay, to));
      if (outcome === 'switched') break;
      if (outcome === 'gone') throw new Fenced('Another process finished or replaced this build.');
    }
    const rebuilt = report(progress, feed);
    for (const retired of await generations.retired(projection.name)) await site.drop(retired);
    return rebuilt;
  } finally {
    await site.close();
  }
}

interface Build {
  readonly options: BuildOptions;
  readonly feed: GenerationFeed;
  readonly progress: Progress;
  readonly stream: SqliteStream | undefined;
}

const report = ({ read, seconds }: Progress, { checkpoint, parkedEvents }: GenerationFeed): RebuildReport => ({
  events: read,
  seconds,
  eventsPerSecond: Math.round(read / Math.max(seconds, 0.001)),
  position: checkpoint,
  parked: parkedEvents,
});

/** Reads to a position, or to the end of what is stored. */
async function load(build: Build, to?: Position): Promise<void> {
  const { stream, feed } = build;
  if (!stream) return loadInBatches(build, to);
  try {
    const outcome = await loadAsStream({ ...build, stream });
    if (outcome.kind === 'guard-failed') throw new Fenced('Another process builds the same tables.');
    if (outcome.kind === 'done') return;
  } finally {
    await stream.abandon();
  }
  // SQLite refused a row that had passed the checks: batches find out which event it was.
  await loadInBatches(build, await build.options.events.head());
  if (to === undefined || feed.checkpoint < to) await load(build, to);
}

/** Queues each page for the writing thread as soon as it is folded. */
async function loadAsStream(build: Build & { readonly stream: SqliteStream }): Promise<OperationsOutcome> {
  const { options, feed, progress, stream } = build;
  const { events, folding, signal } = options;
  let reached = feed.checkpoint;
  let queued = reached;
  let parked: FoldedEvent[] = [];
  const commit = (): void => {
    const [from, to, noted] = [queued, reached, parked];
    stream.commit(from, to, () => feed.written(noted, to));
    queued = reached;
    parked = [];
  };
  for await (const stretch of readAhead(events, folding, { after: reached })) {
    signal?.throwIfAborted();
    const page = folding.fold(stretch.events);
    for (const folded of page) if (folded.reason) parked.push(folded);
    reached = stretch.next;
    const outcome = page.length === 0 ? DONE : await stream.take(page);
    if (outcome.kind !== 'done') return outcome;
    if (stream.full) commit();
    await progress.advance('reading', stretch.events.length, reached);
  }
  if (reached > queued) commit();
  return stream.settled();
}

const DONE: OperationsOutcome = { kind: 'done' };

/** While a batch is written, the next is read and folded. */
async function loadInBatches({ options, feed, progress }: Build, to?: Position): Promise<void> {
  const { events, folding, signal } = options;
  const range = { after: feed.checkpoint, ...(to === undefined ? {} : { to }) };
  let writing: Promise<void> = Promise.resolve();
  let folded: FoldedEvent[] = [];
  let reached = feed.checkpoint;
  const flush = async (): Promise<void> => {
    const [batch, until] = [folded, reached];
    folded = [];
    await writing;
    writing = feed.write(batch, until);
    writing.catch(() => undefined); // Seen when it is awaited.
  };
  for await (const stretch of readAhead(events, folding, range)) {
    signal?.throwIfAborted();
    for (const event of folding.fold(stretch.events)) folded.push(event);
    reached = stretch.next;
    if (folded.length >= TRANSACTION) await flush();
    await progress.advance('reading', stretch.events.length, reached);
  }
  if (reached > feed.checkpoint || folded.length > 0) await flush();
  await writing;
}

async function finish(site: Site, projection: Projection, { generation }: Generation): Promise<void> {
  for (const layout of layoutsOf(projection)) {
    const table = physicalTable(layout.name, generation);
    // Sorting once at the end is much cheaper than keeping each index sorted row by row.
    for (const index of createIndexes(layout, table)) await site.run(index);
    await site.run(`analyze "${table}"`);
  }
}

/** Drops what crashed builds and past versions have left behind. */
export async function dropRetired(store: ReadStore, generations: Generations, projection: Projection): Promise<void> {
  const retired = await generations.retired(projection.name);
  const [first] = retired;
  if (!first) return;
  const site = siteOf(machineryOf(store), projection, first);
  try {
    for (const generation of retired) await site.drop(generation);
  } finally {
    await site.close();
  }
}

function siteOf(machinery: OpenedStore, projection: Projection, { generation }: Generation): Site {
  const target = { projection: projection.name, generation, role: 'building', layouts: layoutsOf(projection) } as const;
  if (machinery.engine === 'postgres') {
    const { pool } = machinery;
    return {
      writer: new PostgresGenerationWriter(target, pool),
      run: async (statement) => void (await pool.query(statement)),
      drop: (retired) =>
        inTransaction(pool, async (client) => {
          for (const { sql, values } of droppingOf(retired)) await client.query(numbered(sql), values);
        }),
      close: async () => undefined,
    };
  }
  const { gate, writing } = machinery.file;
  // The log grows long meanwhile: no commit on the thread that serves people is to copy it. The building thread does.
  writing.run('pragma wal_autocheckpoint = 0');
  const thread = new SqliteThread(machinery.path);
  const write = async (statements: readonly Statement[]) => {
    const operations = new OperationsBuilder(new Map(), '');
    for (const { sql, values } of statements) operations.statement(sql, values);
    await gate.run(() => thread.write(operations.build()));
  };
  return {
    writer: sqliteBuilder(target, thread, gate),
    stream: new SqliteStream(target, thread, gate),
    run: (statement) => write([{ sql: statement, values: [] }]),
    drop: (retired) => write(droppingOf(retired)),
    close: async () => {
      await thread.close();
      if (writing.database.isOpen) writing.run(`pragma wal_autocheckpoint = ${LOG_PAGES}`);
    },
  };
}

interface Statement {
  readonly sql: string;
  readonly values: (string | number)[];
}

const droppingOf = (retired: Generation): readonly Statement[] => {
  const key = [retired.projection, retired.generation];
  return [
    ...tablesOf(retired).map((table) => ({
      sql: `drop table if exists "${physicalTable(table, retired.generation)}"`,
      values: [],
    })),
    { sql: DROPPED, values: [...key] },
    { sql: UNPARK_ALL, values: [...key] },
  ];
};
