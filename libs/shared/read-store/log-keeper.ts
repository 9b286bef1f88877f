import type { SqliteFile } from './sqlite-dialect';
import { SqliteThread } from './sqlite-thread';

/**
 * Pages of SQLite's log after which a commit copies it into the file itself, 64 megabytes: only where the keeper
 * cannot keep up. By default each 1,000th page would be paid for by whoever happens to commit then.
 */
export const LOG_PAGES = 16_000;
const LOOK_MS = 500;

/**
 * Copies SQLite's log into the file in a thread of its own, twice a second while something is written: that waits
 * for the disk, for tens of milliseconds where it is busy, and must not hold up the thread that serves people.
 * Nothing depends on it: a log that is not copied is read as well.
 */
export class LogKeeper {
  private readonly timer: NodeJS.Timeout;
  private thread: SqliteThread | undefined;
  private copied: unknown;
  private copying = Promise.resolve();
  private busy = false;

  constructor(
    private readonly file: Pick<SqliteFile, 'reading' | 'writing'>,
    private readonly path: string,
  ) {
    this.copied = this.version();
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.copying;
    await this.thread?.close();
  }

  private look(): void {
    const version = this.version();
    if (this.busy || version === this.copied || this.isBuilding()) return;
    this.copied = version;
    this.busy = true;
    this.copying = this.copy().finally(() => {
      this.busy = false;
    });
  }

  private async copy(): Promise<void> {
    this.thread ??= new SqliteThread(this.path);
    // Passive: waits for nobody, and nobody waits for it. Where it fails a later one, or a commit, does it.
    await this.thread.query('pragma wal_checkpoint(passive)', []).catch(() => undefined);
  }

  /** Changes with every commit of another connection. */
  private version(): unknown {
    return this.file.reading.prepare('pragma data_version').all([])[0]?.['data_version'];
  }

  /** Whoever builds lets the log grow, and copies it at the end. */
  private isBuilding(): boolean {
    return this.file.writing.prepare('pragma wal_autocheckpoint').all([])[0]?.['wal_autocheckpoint'] === 0;
  }
}
