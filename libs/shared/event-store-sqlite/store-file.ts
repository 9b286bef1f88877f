import { DatabaseSync } from 'node:sqlite';
import { setTimeout as delay } from 'node:timers/promises';

/** Raised with every change of the tables; a file of a later version is refused. */
const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;
  CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
    BEGIN SELECT RAISE(ABORT, 'an event is never deleted'); END;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** How long to wait for another process that is making the same file, and between two looks, in milliseconds. */
const LONGEST_WAIT = 5_000;
const PAUSE = 10;
const SQLITE_BUSY = 5;

/**
 * Makes the event store's file and tables where there are none. Any number of processes may do so at once.
 * @throws Error where the file is another database, or none, or was written by a later version; and
 * SQLite's own error where it cannot be opened or another process holds it for longer than five seconds.
 */
export async function prepareFile(file: string): Promise<void> {
  const until = performance.now() + LONGEST_WAIT;
  for (;;) {
    try {
      return prepareOnce(file);
    } catch (error) {
      // SQLite does not wait by itself here: the switch to the log asks for its lock while it reads,
      // and is refused at once, lest two that do so wait for each other.
      if (!isBusy(error) || performance.now() > until) throw error;
      await delay(PAUSE);
    }
  }
}

function prepareOnce(file: string): void {
  const database = new DatabaseSync(file);
  try {
    if (isPrepared(database)) return;
    database.exec('PRAGMA synchronous = FULL; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE');
    // Another process may have been quicker between the look and the lock.
    database.exec(isPrepared(database) ? 'ROLLBACK' : `${SCHEMA} COMMIT`);
  } finally {
    // What was begun and not committed is undone.
    database.close();
  }
}

function isPrepared(database: DatabaseSync): boolean {
  // One statement, so that both are of one moment: another process may be making the tables just now.
  const look = 'SELECT user_version AS version, (SELECT count(*) FROM sqlite_schema) AS tables FROM pragma_user_version';
  const found = database.prepare(look).get();
  const [version, tables] = [Number(found?.['version']), Number(found?.['tables'])];
  if (version > SCHEMA_VERSION) {
    throw new Error(`The event store was written by a later version of Accord (schema ${version}); this one knows ${SCHEMA_VERSION}.`);
  }
  if (version !== SCHEMA_VERSION && tables !== 0) throw new Error('The file is a database, but no event store of Accord.');
  return version === SCHEMA_VERSION;
}

/** Whether SQLite refused because another holds the file. Node puts the extended code on the error. */
const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
