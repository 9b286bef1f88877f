import type { SQLOutputValue, StatementSync } from 'node:sqlite';
import type { AnswersMessage, FlatAppend, FromWriter, ToWriter, WriterData } from './writer-protocol';

// The one writer. It runs in its own thread so that a commit, which waits for the disk, never holds up
// the event loop. Node loads this file itself, as TypeScript in tests and as JavaScript when built;
// therefore it has type imports only, no exports, and takes its modules from the process.
const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
const { parentPort, receiveMessageOnPort, ...thread } = process.getBuiltinModule('node:worker_threads');
const { performance } = process.getBuiltinModule('node:perf_hooks');

/**
 * One event by itself: checks the expected revision, takes the next place and is durable, in one statement.
 * It stores nothing where the revision is another; why is then for the longer way to say.
 */
const APPEND_LONE = `
  INSERT INTO event
  SELECT coalesce((SELECT max(position) FROM event), -1) + 1, ?1, ?2 + 1, ?3, ?4, ?5,
    max(?6, coalesce((SELECT recorded_at FROM event ORDER BY position DESC LIMIT 1), '')), ?7, ?8
  WHERE coalesce((SELECT max(revision) FROM event WHERE stream = ?1), -1) = ?2`;

/** How long to wait for another process that is writing to the same file, in milliseconds. */
const BUSY_TIMEOUT = 5_000;
/** Appends in one transaction at most, and their text, so that nobody waits long for the others. */
const LARGEST_GROUP = 1_024;
const LARGEST_GROUP_CHARACTERS = 8_000_000;
/**
 * How long to look for the next append before going to sleep, in milliseconds. Waking a thread costs
 * a fifth of a commit on a quick disk; a caller that appends one at a time sends the next within this.
 */
const ALERT = 0.1;
const SQLITE_BUSY = 5;
const SQLITE_FULL = 13;
const FIELDS = 5;

const STORED = 0;
const WRONG_REVISION = 1;
const NOT_STORED = 2;
const READ_BACK = 3;
const UNKNOWN = 4;

/** Places in the shared signal, and what the second says; see the protocol. */
const SENT = 0;
const LONE = 1;
const LOOKED_FOR = 1;
const THERE = 2;

type Connection = ReturnType<typeof open>;

// The cast names what the store's thread passes when it starts this one.
const { file, port, signal, loneAnswer } = thread.workerData as WriterData;
let connection: Connection | undefined;
/** A commit failed: what the log holds beyond the last good commit must be done away with first. */
let suspect = false;

function open() {
  const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT });
  try {
    database.exec('PRAGMA synchronous = FULL; PRAGMA cache_size = -16000');
    const arrays = (sql: string): StatementSync => {
      const statement = database.prepare(sql);
      statement.setReturnArrays(true);
      return statement;
    };
    return {
      database,
      begin: database.prepare('BEGIN IMMEDIATE'),
      commit: database.prepare('COMMIT'),
      savepoint: database.prepare('SAVEPOINT append'),
      release: database.prepare('RELEASE append'),
      last: arrays('SELECT position, recorded_at FROM event ORDER BY position DESC LIMIT 1'),
      lastRevision: arrays('SELECT max(revision) FROM event WHERE stream = ?'),
      stored: arrays('SELECT id, position FROM event WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?'),
      insert: database.prepare('INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'),
      appendLone: database.prepare(APPEND_LONE),
      emptyLog: arrays('PRAGMA wal_checkpoint(TRUNCATE)'),
    };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** One row of a statement that returns arrays. */
function values(statement: StatementSync, ...parameters: (string | number)[]): SQLOutputValue[] | undefined {
  // The cast says what the type declarations do not know: every statement read here returns arrays.
  return statement.get(...parameters) as SQLOutputValue[] | undefined;
}

/**
 * The connection, sound. After a failed commit the log may hold the failed transaction in full, and a
 * later crash would bring it back: emptying the log by a checkpoint decides for good, and writes to
 * the disk again what the disk may have dropped.
 */
function soundConnection(): Connection {
  connection ??= open();
  if (suspect) {
    if (values(connection.emptyLog)?.[0] !== 0) throw new Error('The log could not be emptied after a failed commit.');
    suspect = false;
  }
  return connection;
}

function abandon(): void {
  try {
    connection?.database.close();
  } catch {
    // It is given up because it failed; that it cannot even be closed changes nothing.
  }
  connection = undefined;
}

const sameAnswer = (group: readonly FlatAppend[], kind: number, error: unknown): AnswersMessage =>
  ({ answers: group.flatMap(() => [kind, 0, 0]), reason: String(error) });

/** SQLite's primary result code; Node puts the extended one on the error. */
function codeOf(error: unknown): number {
  // The cast reads a property that may be absent, and says so.
  return Number((error as { readonly errcode?: number }).errcode ?? 0) & 0xff;
}

/** Stores a group of appends in one transaction, and so with one wait for the disk. */
function storeGroup(group: readonly FlatAppend[], now: string): AnswersMessage {
  try {
    const sound = soundConnection();
    const lone = group.length === 1 ? storeLone(sound, group, now) : undefined;
    if (lone) return lone;
    sound.begin.run();
    try {
      const message = appendAll(sound, group, now);
      return committing(group, () => void sound.commit.run()) ?? message;
    } catch (error) {
      if (sound.database.isTransaction) sound.database.exec('ROLLBACK');
      throw error;
    }
  } catch (error) {
    // Nothing was committed. A busy file or a full disk passes; after anything else we open it anew.
    if (![SQLITE_BUSY, SQLITE_FULL].includes(codeOf(error))) abandon();
    return sameAnswer(group, NOT_STORED, error);
  }
}

/** The quick way for the usual append, of one event; nothing where it is not that, or has to be told why not. */
function storeLone(sound: Connection, group: readonly FlatAppend[], now: string): AnswersMessage | undefined {
  const [append] = group;
  if (append?.length !== 2 + FIELDS) return undefined;
  const [stream, expected, id, type, schemaVersion, data, metadata] = append;
  const run = (): AnswersMessage | undefined => {
    const { changes, lastInsertRowid } = sound.appendLone.run(
      stream, expected, id ?? null, type ?? null, schemaVersion ?? null, now, data ?? null, metadata ?? null,
    );
    return changes === 1 ? { answers: [STORED, expected + 1, Number(lastInsertRowid)] } : undefined;
  };
  return committing(group, run);
}

/**
 * Commits, by what `run` does. A full disk refuses the frame that would have committed and a busy file the
 * lock, so nothing is stored. After any other failure, a flush above all, only the file can tell.
 */
function committing(group: readonly FlatAppend[], run: () => AnswersMessage | undefined): AnswersMessage | undefined {
  try {
    return run();
  } catch (error) {
    if ([SQLITE_FULL, SQLITE_BUSY].includes(codeOf(error))) throw error;
    suspect = true;
    abandon();
    try {
      soundConnection();
      return sameAnswer(group, READ_BACK, error);
    } catch {
      abandon();
      return sameAnswer(group, UNKNOWN, error);
    }
  }
}

/** Each append in a savepoint of its own, so that one that fails leaves its neighbours alone. */
function appendAll(sound: Connection, group: readonly FlatAppend[], now: string): AnswersMessage {
  const [position, recordedAt] = values(sound.last) ?? [-1, ''];
  const place = { position: Number(position), recordedAt: now > String(recordedAt) ? now : String(recordedAt) };
  const answers: number[] = [];
  let reason: string | undefined;
  for (const append of group) {
    const before = place.position;
    if (group.length > 1) sound.savepoint.run();
    try {
      answers.push(...appendOne(sound, append, place));
    } catch (error) {
      // SQLite may have ended the whole transaction: then no append of the group is stored.
      if (group.length === 1 || !sound.database.isTransaction) throw error;
      sound.database.exec('ROLLBACK TO append');
      place.position = before;
      answers.push(NOT_STORED, 0, 0);
      reason = String(error);
    }
    if (group.length > 1) sound.release.run();
  }
  return reason === undefined ? { answers } : { answers, reason };
}

interface Place {
  position: number;
  readonly recordedAt: string;
}

function appendOne(sound: Connection, append: FlatAppend, place: Place): readonly [number, number, number] {
  const [stream, expected] = append;
  const count = (append.length - 2) / FIELDS;
  const actual = Number(values(sound.lastRevision, stream)?.[0] ?? -1);
  if (actual !== expected) return storedBefore(sound, append, count) ?? [WRONG_REVISION, actual, 0];
  if (count === 0) return [STORED, actual, actual < 0 ? -1 : positionAt(sound, stream, actual)];
  let revision = expected;
  for (let at = 2; at < append.length; at += FIELDS) {
    place.position += 1;
    revision += 1;
    sound.insert.run(
      place.position, stream, revision, append[at] ?? null, append[at + 1] ?? null, append[at + 2] ?? null,
      place.recordedAt, append[at + 3] ?? null, append[at + 4] ?? null,
    );
  }
  return [STORED, revision, place.position];
}

const positionAt = (sound: Connection, stream: string, revision: number): number =>
  Number(values(sound.stored, stream, revision, 1)?.[1]);

/** Idempotence: the answer of the first time where exactly these ids follow the expected revision. */
function storedBefore(sound: Connection, append: FlatAppend, count: number): readonly [number, number, number] | undefined {
  if (count === 0) return undefined;
  const [stream, expected] = append;
  // The cast names the rows of a statement that returns arrays, which the type declarations do not know.
  const rows = sound.stored.all(stream, expected + 1, count) as unknown as SQLOutputValue[][];
  if (rows.length < count || rows.some(([id], n) => id !== append[2 + n * FIELDS])) return undefined;
  return [STORED, expected + count, Number(rows[count - 1]?.[1])];
}

/** Waits for messages and stores what has come meanwhile, group after group, until told to close. */
function serve(): void {
  const say = (message: AnswersMessage): void => {
    const lone = message.answers.length === 3 && message.reason === undefined;
    // Only where it is looked for: one that is there and not yet taken must not be written over.
    if (lone && Atomics.load(signal, LONE) === LOOKED_FOR) {
      loneAnswer.set(message.answers);
      if (Atomics.compareExchange(signal, LONE, LOOKED_FOR, THERE) === LOOKED_FOR) return;
    }
    port.postMessage(message);
  };
  const waiting: FlatAppend[] = [];
  let clock: string | undefined;
  for (let closing = false; ; ) {
    const seen = Atomics.load(signal, SENT);
    for (let message; !closing && (message = receiveMessageOnPort(port)); ) {
      // The cast names what the store's thread sends.
      const received = message.message as ToWriter;
      if (received === 'close') closing = true;
      else {
        waiting.push(...received.appends);
        clock = received.now;
      }
    }
    if (waiting.length > 0) say(storeGroup(waiting.splice(0, groupSize(waiting)), clock ?? new Date().toISOString()));
    else if (closing) return;
    else rest(seen);
  }
}

function groupSize(waiting: readonly FlatAppend[]): number {
  let characters = 0;
  let count = 0;
  for (const append of waiting) {
    for (let at = 5; at < append.length; at += FIELDS) characters += String(append[at]).length;
    if (count > 0 && characters > LARGEST_GROUP_CHARACTERS) break;
    if (++count === LARGEST_GROUP) break;
  }
  return count;
}

function rest(seen: number): void {
  const until = performance.now() + ALERT;
  while (Atomics.load(signal, SENT) === seen) {
    if (performance.now() > until) {
      Atomics.wait(signal, SENT, seen);
      return;
    }
  }
}

if (parentPort === null) throw new Error('The writer runs in a thread of its own.');
try {
  connection = open();
  parentPort.postMessage('ready' satisfies FromWriter);
  serve();
} catch (error) {
  parentPort.postMessage({ refused: String(error) } satisfies FromWriter);
}
abandon();
port.close();
parentPort.close();
