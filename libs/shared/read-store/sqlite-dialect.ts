import {
  CompiledQuery,
  RawNode,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import { whenFree, type SqliteConnection } from './sqlite-connection';
import type { WriteGate } from './write-gate';

/** The two connections of a file: reads never wait for a writer, writers wait for one another. */
export interface SqliteFile {
  readonly reading: SqliteConnection;
  /** Only used by whoever is inside the gate. */
  readonly writing: SqliteConnection;
  readonly gate: WriteGate;
}

/**
 * Kysely over node:sqlite. Kysely's own SQLite driver has a single connection, on which every read
 * would wait for the transaction under way; here reads outside a transaction have their own.
 */
export class NodeSqliteDialect implements Dialect {
  constructor(private readonly file: SqliteFile) {}

  createDriver(): Driver {
    return new NodeSqliteDriver(this.file);
  }
  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }
  createAdapter(): SqliteAdapter {
    return new SharedAdapter();
  }
  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

/** Kysely need not queue: the gate does, and only writers. */
class SharedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  constructor(private readonly file: SqliteFile) {}

  async init(): Promise<void> {
    // Both connections are open already.
  }
  async acquireConnection(): Promise<GatedConnection> {
    return new GatedConnection(this.file);
  }
  async beginTransaction(connection: GatedConnection): Promise<void> {
    await connection.begin();
  }
  async commitTransaction(connection: GatedConnection): Promise<void> {
    connection.end('commit');
  }
  async rollbackTransaction(connection: GatedConnection): Promise<void> {
    connection.end('rollback');
  }
  async savepoint(connection: GatedConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`savepoint "${name}"`));
  }
  async rollbackToSavepoint(connection: GatedConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`rollback to "${name}"`));
  }
  async releaseSavepoint(connection: GatedConnection, name: string): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(`release "${name}"`));
  }
  async releaseConnection(): Promise<void> {
    // Nothing is held outside a transaction.
  }
  async destroy(): Promise<void> {
    await this.file.gate.run(() => {
      this.file.reading.close();
      this.file.writing.close();
    });
  }
}

const READING = /^\s*(select|with|values|explain)\b/i;

const onlyReads = ({ query, sql }: CompiledQuery): boolean =>
  SelectQueryNode.is(query) || (RawNode.is(query) && READING.test(sql));

class GatedConnection implements DatabaseConnection {
  private leave: (() => void) | undefined;

  constructor(private readonly file: SqliteFile) {}

  async begin(): Promise<void> {
    const leave = await this.file.gate.enter();
    try {
      // Immediate: a transaction that turned from reading to writing could find its snapshot outdated.
      await whenFree(() => this.file.writing.run('begin immediate'));
    } catch (error) {
      leave();
      throw error;
    }
    this.leave = leave;
  }

  end(command: 'commit' | 'rollback'): void {
    const { database } = this.file.writing;
    try {
      // A full disk may have rolled back already; there is then nothing left to roll back.
      if (command === 'commit' || database.isTransaction) this.file.writing.run(command);
    } catch (error) {
      if (database.isTransaction) this.file.writing.run('rollback');
      throw error;
    } finally {
      this.leave?.();
      this.leave = undefined;
    }
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { reading, writing, gate } = this.file;
    if (this.leave) return execute(writing, query);
    if (onlyReads(query)) return execute(reading, query);
    return gate.run(() => whenFree(() => execute<R>(writing, query)));
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const connection = this.leave ? this.file.writing : this.file.reading;
    // Kysely states the row type from the query that it built itself.
    for (const row of connection.iterate(query.sql, query.parameters)) yield { rows: [row as R] };
  }
}

function execute<R>(connection: SqliteConnection, { sql, parameters }: CompiledQuery): QueryResult<R> {
  const statement = connection.prepare(sql);
  // Kysely states the row type from the query that it built itself.
  if (statement.reader) return { rows: statement.all(parameters) as R[] };
  return { numAffectedRows: BigInt(statement.run(parameters)), rows: [] };
}
