import type { MessagePort } from 'node:worker_threads';

/**
 * What the store's thread and its writer thread say to each other. Flat arrays, because they cost a
 * third of objects to copy between threads. Types only: the writer thread loads no other file.
 */

/**
 * One append: its stream, the expected revision (-1 for `no-stream`), then five fields an event: id,
 * type, schema version, data, metadata.
 */
export type FlatAppend = readonly [stream: string, expected: number, ...events: (string | number)[]];

export interface AppendsMessage {
  readonly appends: readonly FlatAppend[];
  /** The time to record, where a test sets the clock. */
  readonly now?: string;
}

export type ToWriter = AppendsMessage | 'close';

/** How an append ended. */
export type AnswerKind =
  /** Stored, now or before: last revision and position. */
  | 0
  /** Wrong revision: the last revision, or -1 where there is no such stream. */
  | 1
  /** Nothing was stored: the file could not be used. */
  | 2
  /** The commit failed, and the file was made sound since: reading back tells whether it was stored. */
  | 3
  /** The commit failed, and so did making the file sound. */
  | 4;

/** Three numbers an append, in the order of the appends: kind, revision, position. */
export interface AnswersMessage {
  readonly answers: readonly number[];
  /** Why, where an answer is of kind 2, 3 or 4. */
  readonly reason?: string;
}

export type FromWriter = AnswersMessage | 'ready' | { readonly refused: string };

export interface WriterData {
  readonly file: string;
  /** Appends come by it and answers go; `parentPort` only says how the start went. */
  readonly port: MessagePort;
  /**
   * Two numbers. The first counts the messages sent, so that the writer can wait for the next without an
   * event loop. The second tells of the lone answer: 0, nobody looks for it; 1, the store looks in
   * `loneAnswer`; 2, it is there. Whoever changes it from 1 decides: the writer to 2, the store to 0.
   */
  readonly signal: Int32Array<SharedArrayBuffer>;
  /** Kind, revision and position of the answer to a lone append: no message, and nobody to wake. */
  readonly loneAnswer: Float64Array<SharedArrayBuffer>;
}
