import { once } from 'node:events';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import type { Cell } from '@accord/shared/projections';
import type { SqliteRow } from './sqlite-connection';
import { runOperations, type Operations, type OperationsOutcome } from './sqlite-operations';

type Request =
  | { readonly id: number; readonly kind: 'write'; readonly work: Operations }
  | { readonly id: number; readonly kind: 'query'; readonly sql: string; readonly values: readonly Cell[] }
  | { readonly id: number; readonly kind: 'rollback' | 'close' };

interface Reply {
  readonly id: number;
  readonly outcome?: OperationsOutcome;
  readonly rows?: readonly SqliteRow[];
  readonly error?: { readonly message: string; readonly errcode?: number };
}

type Waiting = { resolve(reply: Reply): void; reject(error: Error): void };

/**
 * A connection of its own in a thread of its own, for work that takes long: rebuilding, making indexes,
 * dropping tables. The thread that serves people is never blocked by it.
 */
export class SqliteThread {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private last = 0;
  private broken: Error | undefined;

  /** An empty `file` is a private one on disk that vanishes when the thread ends. */
  constructor(file: string) {
    // Sent as text, so that it runs the same from sources under test and from compiled files.
    const source = `${runOperations.toString()}\n(${serve.toString()})(runOperations, ${JSON.stringify(file)})`;
    this.worker = new Worker(source, { eval: true, name: 'read-store' });
    this.worker.unref();
    this.worker.on('message', (reply: Reply) => this.settle(reply));
    this.worker.on('error', (error: unknown) => this.fail(error instanceof Error ? error : new Error(String(error))));
    this.worker.on('exit', () => this.fail(new Error('The writing thread has ended.')));
  }

  async write(work: Operations): Promise<OperationsOutcome> {
    const { outcome } = await this.ask({ id: ++this.last, kind: 'write', work });
    if (!outcome) throw new Error('The writing thread gave no outcome.');
    return outcome;
  }

  async query(sql: string, values: readonly Cell[]): Promise<readonly SqliteRow[]> {
    const { rows } = await this.ask({ id: ++this.last, kind: 'query', sql, values });
    return rows ?? [];
  }

  /** Undoes the transaction whose first part was written; nothing where there is none. */
  async rollback(): Promise<void> {
    await this.ask({ id: ++this.last, kind: 'rollback' });
  }

  async close(): Promise<void> {
    if (this.broken) return;
    const ended = once(this.worker, 'exit');
    await this.ask({ id: ++this.last, kind: 'close' });
    // Or the process could end first, in the middle of what its caller still has to do.
    this.worker.ref();
    await ended;
  }

  private ask(request: Request): Promise<Reply> {
    const { broken } = this;
    if (broken) return Promise.reject(broken);
    return new Promise((resolve, reject) => {
      this.worker.ref();
      this.waiting.set(request.id, { resolve, reject });
      this.worker.postMessage(request);
    });
  }

  private settle(reply: Reply): void {
    const waiting = this.waiting.get(reply.id);
    this.waiting.delete(reply.id);
    if (this.waiting.size === 0) this.worker.unref();
    if (!reply.error) return waiting?.resolve(reply);
    waiting?.reject(Object.assign(new Error(reply.error.message), { errcode: reply.error.errcode }));
  }

  private fail(error: Error): void {
    this.broken ??= error;
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** The thread's whole program: uses nothing but its parameters and Node itself. */
function serve(run: typeof runOperations, file: string): void {
  const { DatabaseSync: Database } = process.getBuiltinModule('node:sqlite');
  const { parentPort } = process.getBuiltinModule('node:worker_threads');
  // The event loop of this thread has nothing else to do, so it may block while another writes.
  const database: DatabaseSync = new Database(file, { timeout: 10_000 });
  // A long write would otherwise copy the log into the file every four megabytes; it may grow to 128.
  database.exec(`pragma journal_mode = ${file === '' ? 'memory' : 'wal'}; pragma synchronous = normal;
    pragma cache_size = -65536; pragma wal_autocheckpoint = 32000; pragma mmap_size = 0;
    pragma threads = 2; pragma analysis_limit = 1000;`);
  const prepared = new Map<string, StatementSync>();
  parentPort?.on('message', (request: Request) => {
    const { id, kind } = request;
    try {
      if (kind === 'write') return parentPort.postMessage({ id, outcome: run(database, prepared, request.work) });
      if (kind === 'query') {
        return parentPort.postMessage({ id, rows: database.prepare(request.sql).all(...request.values) });
      }
      if (kind === 'rollback') {
        if (database.isTransaction) database.exec('rollback');
        return parentPort.postMessage({ id });
      }
      // Gives the log's space back where no reader is in the way.
      if (file !== '') database.exec('pragma busy_timeout = 100; pragma wal_checkpoint(truncate);');
      database.close();
      parentPort.postMessage({ id });
      parentPort.close();
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const errcode = 'errcode' in error ? error.errcode : undefined;
      parentPort.postMessage({ id, error: { message: error.message, errcode } });
    }
  });
}
