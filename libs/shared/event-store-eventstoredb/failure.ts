import { NeverSent } from './errors';

/**
 * What a failed call means for us.
 * - `wrong-revision`, `deleted`, `too-large`, `not-found`, `denied`, `bad-position`: a clear answer.
 * - `not-stored`: the call had no effect for certain; trying again is right.
 * - `unknown`: it may have had its effect, now or later; read back before anyone is told.
 */
export type Failure =
  | 'wrong-revision'
  | 'deleted'
  | 'too-large'
  | 'not-found'
  | 'denied'
  | 'bad-position'
  | 'not-stored'
  | 'unknown';

const CLEAR: Readonly<Record<string, Failure>> = {
  'wrong-expected-version': 'wrong-revision',
  'stream-deleted': 'deleted',
  'maximum-append-size-exceeded': 'too-large',
  'stream-not-found': 'not-found',
  'access-denied': 'denied',
  'not-leader': 'not-stored',
};

/**
 * Texts that say that the server never took the call, whatever class the client put them in. A text
 * that is not listed means "unknown": reading back once too often is cheap, a lost event is not.
 */
const NEVER_TAKEN = [
  /No connection established/,
  /ECONNREFUSED/,
  /Name resolution failed/i,
  /Failed to discover after/,
  /Server Is Not Ready/,
  /Server Is (Too )?Busy/,
  /No leader info available/,
  /Leader info available/,
  /Channel has been shut down/,
];

/**
 * Classifies an error of `@eventstore/db-client` 6.2.1 by type, text and code together: its classes
 * cannot be trusted while the server is away. An append at a server that is down fails with a plain
 * `Error`; at one that starts, with `UnknownError`; at one that stops, with a `DeadlineExceededError`
 * that has neither code nor text.
 */
export function classify(error: unknown): Failure {
  if (error instanceof NeverSent) return 'not-stored';
  if (!(error instanceof Error)) return 'unknown';
  const type: unknown = Reflect.get(error, 'type');
  const clear = typeof type === 'string' ? CLEAR[type] : undefined;
  if (clear) return clear;
  if (/InvalidPosition|Invalid position/i.test(error.message)) return 'bad-position';
  if (NEVER_TAKEN.some((text) => text.test(error.message))) return 'not-stored';
  // 7 PERMISSION_DENIED, 16 UNAUTHENTICATED of gRPC, where the client left the error unconverted.
  const code: unknown = Reflect.get(error, 'code');
  return code === 7 || code === 16 ? 'denied' : 'unknown';
}

/**
 * Whether the client that failed so can go on. It can after an answer to this one call, which the
 * client library gives a type and no gRPC code; after a refusal by a living server; and when it moves
 * to the new leader by itself. Everything else broke the connection, or left nobody knows what behind.
 */
export function leavesClientWhole(error: unknown): boolean {
  if (error instanceof NeverSent) return true;
  if (!(error instanceof Error)) return false;
  const type: unknown = Reflect.get(error, 'type');
  const code: unknown = Reflect.get(error, 'code');
  if (typeof type === 'string' && code === undefined) return true;
  const failure = classify(error);
  if (failure === 'not-stored') return type === 'not-leader' || /Server Is|[Ll]eader info available/.test(error.message);
  return failure !== 'unknown';
}
