import { MaximumAppendSizeExceeded, type UUID } from '@eventstore/db-client/generated/shared_pb';
import type { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendReq} from '@eventstore/db-client/generated/streams_pb';
import { BatchAppendResp, DeleteResp, TombstoneResp, type DeleteReq, type TombstoneReq } from '@eventstore/db-client/generated/streams_pb';
import { status, type handleUnaryCall, type ServerDuplexStream } from '@grpc/grpc-js';
import type { AppendFault, Faults } from './faults';
import type { Expected, LogInMemory, Proposed, Written } from './log-in-memory';
import { accepted, answer, expectedFrom, identifierOf, nameOf, notLeader, proposedFrom, refusal, wrongRevision } from './wire';

const LARGEST_BYTES = 1_048_576;
const UUID_TEXT = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

type BatchStream = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

interface Pending {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: Proposed[];
  readonly correlationId: UUID | undefined;
}

/** Cuts all connections, as a killed server does. */
export type CutConnections = () => void;

/** One append stream of a client: many appends, told apart by correlation id. */
export class BatchAppends {
  private readonly pending = new Map<string, Pending>();

  constructor(
    private readonly call: BatchStream,
    private readonly node: { readonly log: LogInMemory; readonly faults: Faults; readonly cut: CutConnections; readonly underWay: Set<string> },
  ) {
    node.faults.seen.batchStreams++;
    call.on('data', (request: BatchAppendReq) => void this.receive(request));
    call.on('end', () => call.end());
    call.on('error', () => undefined);
  }

  private async receive(request: BatchAppendReq): Promise<void> {
    const { faults, underWay } = this.node;
    const append = this.collect(request);
    if (append === undefined) return;
    const same = `${append.stream} ${append.events[0]?.id}`;
    if (underWay.has(same)) return this.rejectLater(append);
    underWay.add(same);
    await faults.pass();
    underWay.delete(same);
    faults.seen.appends++;
    // A stream keeps the wish for the leader that it was opened with.
    if (faults.leader && this.call.metadata.get('requires-leader').includes('true')) return this.fail(notLeader(faults.leader));
    if (faults.notReady) return this.reject(append, answer('Empty', undefined, 'Server Is Not Ready'));
    if (!append.events.every(({ id, type }) => UUID_TEXT.test(id) && type !== '')) return this.rejectTwice(append);
    if (sizeOf(append.events) > LARGEST_BYTES) {
      const detail = new MaximumAppendSizeExceeded();
      detail.setMaxappendsize(LARGEST_BYTES);
      return this.reject(append, answer('MaximumAppendSizeExceeded', detail.serializeBinary()));
    }
    const fault = faults.nextAppends.shift();
    if (fault) this.goWrong(append, fault);
    else this.reply(append, this.store(append));
  }

  /** Gathers the parts of one append; gives it when the last is there. */
  private collect(request: BatchAppendReq): Pending | undefined {
    const correlationId = request.getCorrelationId();
    const key = correlationId?.getString() ?? '';
    const options = request.getOptions();
    try {
      if (options) {
        const begun = { stream: nameOf(options.getStreamIdentifier()), expected: expectedFrom(options), events: [], correlationId };
        this.pending.set(key, begun);
      }
    } catch {
      this.fail(refusal(status.UNKNOWN, 'Exception was thrown by handler.'));
      return undefined;
    }
    const append = this.pending.get(key);
    append?.events.push(...request.getProposedMessagesList().map(proposedFrom));
    if (!append || !request.getIsFinal()) return undefined;
    this.pending.delete(key);
    return append;
  }

  private store({ stream, expected, events }: Pending): Written {
    return this.node.log.append(stream, expected, events);
  }

  private goWrong(append: Pending, fault: AppendFault): void {
    const { stored, how, storedAfterMs } = fault;
    if (stored) {
      if (storedAfterMs === undefined) this.store(append);
      else setTimeout(() => this.store(append), storedAfterMs).unref();
    }
    fault.meanwhile?.();
    if (how === 'connection-lost') this.node.cut();
    else if (how === 'timeout') this.reject(append, answer('Timeout'));
    else if (how === 'stream-end') this.call.end();
    else if (how === 'no-position') this.write(append, (response) => response.setSuccess(accepted(append.events.length - 1, undefined)));
  }

  private reply(append: Pending, written: Written): void {
    switch (written.outcome) {
      case 'success':
        return this.write(append, (response) => response.setSuccess(accepted(written.revision, written.position)));
      case 'nothing':
        return this.write(append, (response) => response.setSuccess(accepted(undefined, undefined)));
      case 'wrong-revision':
        return this.reject(append, wrongRevision(append.expected, written.current));
      case 'deleted':
        return this.reject(append, answer('StreamDeleted'));
    }
  }

  /** The server answers what it cannot parse at once, and once more when the append's time is over. */
  private rejectTwice(append: Pending): void {
    this.reject(append, answer('BadRequest'));
    this.rejectLater(append);
  }

  /** Also the answer to a repetition that meets its first try still under way. */
  private rejectLater(append: Pending): void {
    setTimeout(() => this.reject(append, answer('Timeout')), this.node.faults.secondAnswerAfterMs).unref();
  }

  private reject(append: Pending, error: Status): void {
    this.write(append, (response) => response.setError(error));
  }

  private write(append: Pending, fill: (response: BatchAppendResp) => void): void {
    const response = new BatchAppendResp();
    response.setCorrelationId(append.correlationId);
    response.setStreamIdentifier(identifierOf(append.stream));
    fill(response);
    if (this.call.writable) this.call.write(response);
  }

  private fail(error: ReturnType<typeof refusal>): void {
    this.node.faults.seen.batchStreamsFailed++;
    this.call.emit('error', error);
  }
}

const sizeOf = (events: readonly Proposed[]): number =>
  events.reduce((sum, { data, metadata, type }) => sum + data.length + metadata.length + 2 * type.length, 0);

export const deleting = (log: LogInMemory): handleUnaryCall<DeleteReq, DeleteResp> => (call, callback) => {
  log.delete(nameOf(call.request.getOptions()?.getStreamIdentifier()));
  callback(null, new DeleteResp());
};

export const tombstoning = (log: LogInMemory): handleUnaryCall<TombstoneReq, TombstoneResp> => (call, callback) => {
  log.tombstone(nameOf(call.request.getOptions()?.getStreamIdentifier()));
  callback(null, new TombstoneResp());
};
