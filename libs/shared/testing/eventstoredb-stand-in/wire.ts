import * as shared from '@eventstore/db-client/generated/shared_pb';
import { Status } from '@eventstore/db-client/generated/status_pb';
import type { BatchAppendReq} from '@eventstore/db-client/generated/streams_pb';
import { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb';
import { Metadata, status, type StatusObject } from '@grpc/grpc-js';
import { Any } from 'google-protobuf/google/protobuf/any_pb';
import type { Expected, Logged, Proposed } from './log-in-memory';

/** A gRPC error as the server words it; `exception` is what the client goes by. */
export function refusal(code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Partial<StatusObject> {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, value);
  return { code, details, metadata };
}

export const notLeader = (leader: { readonly host: string; readonly port: number }): Partial<StatusObject> =>
  refusal(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': leader.host,
    'leader-endpoint-port': String(leader.port),
  });

export const notReady = (): Partial<StatusObject> => refusal(status.UNAVAILABLE, 'Server Is Not Ready');

export const streamDeleted = (stream: string): Partial<StatusObject> =>
  refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });

export const invalidPosition = (): Partial<StatusObject> => refusal(status.INVALID_ARGUMENT, 'Unexpected ReadAllResult: InvalidPosition');

export const nameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

export function identifierOf(stream: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream, 'utf8'));
  return identifier;
}

export function uuidOf(id: string): shared.UUID {
  const uuid = new shared.UUID();
  uuid.setString(id);
  return uuid;
}

export function proposedFrom(message: BatchAppendReq.ProposedMessage): Proposed {
  const fields = message.getMetadataMap();
  return {
    id: message.getId()?.getString() ?? '',
    type: fields.get('type') ?? '',
    contentType: fields.get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

/** @throws RangeError where the revision is none, as "-1" sent as an unsigned number */
export function expectedFrom(options: BatchAppendReq.Options): Expected {
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream_exists';
  const revision = BigInt(options.getStreamPosition());
  if (revision < 0n || revision > 0x7fffffffffffffffn) throw new RangeError(`${revision} is no revision`);
  return revision;
}

export function readEvent(event: Logged): ReadResp {
  const record = new ReadResp.ReadEvent.RecordedEvent();
  record.setId(uuidOf(event.id));
  record.setStreamIdentifier(identifierOf(event.stream));
  record.setStreamRevision(String(event.revision));
  record.setCommitPosition(String(event.position));
  record.setPreparePosition(String(event.position));
  record.setData(event.data);
  record.setCustomMetadata(event.metadata);
  const fields = record.getMetadataMap();
  fields.set('type', event.type);
  fields.set('content-type', event.contentType);
  fields.set('created', String(event.created));
  const read = new ReadResp.ReadEvent();
  read.setEvent(record);
  read.setCommitPosition(String(event.position));
  const response = new ReadResp();
  response.setEvent(read);
  return response;
}

export function accepted(revision: number | undefined, position: number | undefined): BatchAppendResp.Success {
  const success = new BatchAppendResp.Success();
  if (revision === undefined) success.setNoStream();
  else success.setCurrentRevision(String(revision));
  if (position === undefined) return success;
  const place = new shared.AllStreamPosition();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  success.setPosition(place);
  return success;
}

export function wrongRevision(expected: Expected, current: number | 'no_stream'): Status {
  const detail = new shared.WrongExpectedVersion();
  if (current !== 'no_stream') detail.setCurrentStreamRevision(String(current));
  if (typeof expected === 'bigint') detail.setExpectedStreamPosition(String(expected));
  return answer('WrongExpectedVersion', detail.serializeBinary());
}

/** An error for one append of a batch stream: a status with a packed detail, which the client unpacks. */
export function answer(name: string, detail: Uint8Array = new Uint8Array(), message = name): Status {
  const any = new Any();
  any.pack(detail, name === 'Empty' ? 'google.protobuf.Empty' : `event_store.client.${name}`);
  const packed = new Status();
  packed.setMessage(message);
  packed.setDetails(any);
  return packed;
}
