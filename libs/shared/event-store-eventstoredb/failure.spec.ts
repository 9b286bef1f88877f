import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  StreamDeletedError,
  StreamNotFoundError,
  UnavailableError,
  UnknownError,
  WrongExpectedVersionError,
} from '@eventstore/db-client';
import { NeverSent, NoAnswer } from './errors';
import { classify, leavesClientWhole } from './failure';

// The cast hides that a gRPC error has metadata too: none of these classes reads them.
const grpc = (code: number, details: string) => Object.assign(new Error(`${code} X: ${details}`), { code, details }) as never;
const notLeader = Object.assign(new Error('5 NOT_FOUND: Leader info available'), { code: 5, type: 'not-leader' });

/** Each as it was seen from a real server or cluster, with what it was seen to mean. */
const SEEN: readonly (readonly [string, unknown, ReturnType<typeof classify>, 'whole' | 'broken'])[] = [
  ['a conflict: no text, no code', new WrongExpectedVersionError(null as never, { streamName: 's', current: 1n, expected: 0n }), 'wrong-revision', 'whole'],
  ['a tombstone', StreamDeletedError.fromStreamName('s'), 'deleted', 'whole'],
  ['an append that is too large', MaxAppendSizeExceededError.fromMaxAppendSize(1), 'too-large', 'whole'],
  ['a stream that does not exist', new StreamNotFoundError(null as never, 's'), 'not-found', 'whole'],
  ['an append that is not allowed: no code', new AccessDeniedError(), 'denied', 'whole'],
  ['a read that is not allowed, left unconverted', grpc(7, 'Access Denied'), 'denied', 'whole'],
  ['a position that is none', new UnknownError(grpc(3, 'Unexpected ReadAllResult: InvalidPosition')), 'bad-position', 'whole'],
  ['an append while the server is down: a plain error', grpc(14, 'No connection established. Last error: connect ECONNREFUSED 127.0.0.1:2113'), 'not-stored', 'broken'],
  ['a read while the server is down', new UnavailableError(grpc(14, 'No connection established. Last error: Error: connect ECONNREFUSED')), 'not-stored', 'broken'],
  ['an append while the server starts: no code', new UnknownError(undefined, 'Could not recognize Server Is Not Ready'), 'not-stored', 'whole'],
  ['a read while the server starts', new UnavailableError(grpc(14, 'Server Is Not Ready')), 'not-stored', 'whole'],
  ['a server that is busy', new UnknownError(undefined, 'Could not recognize Server Is Busy'), 'not-stored', 'whole'],
  ['no leader known', new UnknownError(undefined, 'Could not recognize No leader info available in response'), 'not-stored', 'whole'],
  ['a follower that names the leader', notLeader, 'not-stored', 'whole'],
  ['no host that answers: a plain error without code', new Error('Failed to discover after 10 attempts.'), 'not-stored', 'broken'],
  ['a client that was replaced', new Error('Channel has been shut down'), 'not-stored', 'broken'],
  ['a name that is not known', grpc(14, 'Name resolution failed for target dns:nowhere:2113'), 'not-stored', 'broken'],
  ['an append whose connection broke', new UnavailableError(grpc(14, 'read ECONNRESET')), 'unknown', 'broken'],
  ['an append whose connection broke, otherwise worded', new UnavailableError(grpc(14, 'Connection dropped')), 'unknown', 'broken'],
  ['an append at a graceful stop: neither code nor text', new DeadlineExceededError(), 'unknown', 'whole'],
  ['an append past its deadline on the wire', new DeadlineExceededError(grpc(4, 'Deadline exceeded')), 'unknown', 'broken'],
  ['a call cut by the server', new CancelledError(grpc(1, 'Call cancelled')), 'unknown', 'broken'],
  ['an unknown answer to one append', new UnknownError(), 'unknown', 'whole'],
  ['a broken append stream', new UnknownError(grpc(2, 'Exception was thrown by handler.')), 'unknown', 'broken'],
  ['our own time limit', new NoAnswer('Append: no answer within 5 ms.'), 'unknown', 'broken'],
  ['a call that did not get its turn', new NeverSent('The append did not get its turn'), 'not-stored', 'whole'],
  ['anything else', new TypeError('x is not a function'), 'unknown', 'broken'],
  ['what is no error', 'text', 'unknown', 'broken'],
];

describe('A failed call', () => {
  it.each(SEEN)('with %s', (_what, error, meaning, client) => {
    expect(classify(error)).toBe(meaning);
    expect(leavesClientWhole(error) ? 'whole' : 'broken').toBe(client);
  });
});
