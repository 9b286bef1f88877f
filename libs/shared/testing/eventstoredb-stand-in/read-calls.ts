import { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { status, type ServerWritableStream } from '@grpc/grpc-js';
import type { Faults } from './faults';
import type { Logged, LogInMemory } from './log-in-memory';
import { follow } from './subscription-calls';
import { identifierOf, invalidPosition, nameOf, notLeader, notReady, readEvent, refusal, streamDeleted } from './wire';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;
type Refusal = ReturnType<typeof refusal>;

/** `Streams.Read`: one stream or all, forwards or backwards, or a subscription to all. */
export async function read(call: ReadCall, node: { readonly log: LogInMemory; readonly faults: Faults }): Promise<void> {
  const { faults, log } = node;
  faults.seen.reads++;
  faults.seen.openReads++;
  const end = (): void => void (faults.seen.openReads -= 1);
  call.once('close', end);
  call.on('error', () => undefined);
  await faults.pass();
  const options = call.request.getOptions();
  if (!options || call.cancelled) return;
  if (faults.notReady) return refuse(call, notReady());
  const subscribes = options.hasSubscription();
  if (faults.leader && call.metadata.get('requires-leader').includes('true')) {
    if (subscribes) call.write(confirmation());
    return refuse(call, notLeader(faults.leader));
  }
  if (subscribes) {
    faults.seen.subscriptions++;
    if (faults.confirmsNoSubscription) return;
    call.write(confirmation());
    return follow(call, log, faults);
  }
  const count = Number(options.getCount());
  if (count === 0) return refuse(call, refusal(status.INVALID_ARGUMENT, 'Unexpected ReadStreamResult: Error'));
  const events = options.hasStream() ? fromStream(call, options, log) : fromAll(call, options, log);
  if (events) await send(call, events.slice(0, count));
}

/** Writes no faster than the reader takes. */
export async function write(call: ReadCall, response: ReadResp): Promise<void> {
  if (call.cancelled || call.destroyed || call.write(response)) return;
  await new Promise<void>((resolve) => {
    const go = (): void => {
      for (const event of ['drain', 'close', 'cancelled']) call.removeListener(event, go);
      resolve();
    };
    for (const event of ['drain', 'close', 'cancelled']) call.once(event, go);
  });
}

async function send(call: ReadCall, events: readonly Logged[]): Promise<void> {
  for (const event of events) {
    if (call.cancelled || call.destroyed) return;
    await write(call, readEvent(event));
  }
  call.end();
}

function fromStream(call: ReadCall, options: ReadReq.Options, log: LogInMemory): readonly Logged[] | undefined {
  const from = options.getStream();
  const stream = nameOf(from?.getStreamIdentifier());
  const events = log.stream(stream);
  if (events === 'deleted') {
    refuse(call, streamDeleted(stream));
    return undefined;
  }
  if (!events) {
    const missing = new ReadResp.StreamNotFound();
    missing.setStreamIdentifier(identifierOf(stream));
    const response = new ReadResp();
    response.setStreamNotFound(missing);
    call.write(response);
    call.end();
    return undefined;
  }
  const forwards = options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS;
  const revision = from?.hasEnd() ? (forwards ? Infinity : Number.MAX_SAFE_INTEGER) : from?.hasStart() ? 0 : Number(from?.getRevision());
  return forwards ? events.filter((event) => event.revision >= revision) : events.filter((event) => event.revision <= revision).reverse();
}

function fromAll(call: ReadCall, options: ReadReq.Options, log: LogInMemory): readonly Logged[] | undefined {
  const from = options.getAll();
  const forwards = options.getReadDirection() === ReadReq.Options.ReadDirection.FORWARDS;
  if (from?.hasStart()) return forwards ? log.all : [];
  if (from?.hasEnd()) return forwards ? [] : log.all.toReversed();
  const position = Number(from?.getPosition()?.getCommitPosition());
  const index = log.indexOf(position);
  if (position < log.length && log.all[index]?.position !== position) {
    refuse(call, invalidPosition());
    return undefined;
  }
  return forwards ? log.all.slice(index) : log.all.slice(0, index).reverse();
}

function confirmation(): ReadResp {
  const confirmed = new ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(crypto.randomUUID());
  const response = new ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

function refuse(call: ReadCall, error: Refusal): void {
  call.emit('error', error);
}
