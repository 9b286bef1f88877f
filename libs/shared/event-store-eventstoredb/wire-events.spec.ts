import { serialiseAppend } from '@accord/shared/event-store';
import { aStream, anEvent } from '@accord/shared/testing';
import { BrokenRecord } from './errors';
import { fromWire, isOurs, positionOf, safeNumber, toWire, type ClientEvent } from './wire-events';

const event = anEvent({ schemaVersion: 3 });
const stream = aStream();
const [serialised] = serialiseAppend(stream, 'no-stream', [event]);
if (!serialised) throw new Error('one event, one text');
const sent = toWire(serialised, event.data);
const recorded: ClientEvent = {
  ...sent,
  // What the client makes of the bytes when it reads them.
  metadata: JSON.parse(Buffer.from(sent.metadata).toString('utf8')) as unknown,
  streamId: stream,
  revision: 7n,
  isJson: true,
  created: new Date('2026-03-02T09:30:00.123Z'),
  position: { commit: 4_711n, prepare: 4_711n },
};

describe('An event on the wire', () => {
  it('keeps its schema version among the metadata, and gives both back', () => {
    expect(recorded.metadata).toEqual({ ...event.metadata, $schemaVersion: 3 });
    const place = { stream: recorded.streamId, revision: 7, position: 4_711, recordedAt: '2026-03-02T09:30:00.123Z' };
    expect(fromWire(recorded)).toEqual({ ...event, ...place });
  });

  it.each([
    ["the server's own", { type: '$metadata' }],
    ["another application's", { metadata: { actor: 'x' } }],
    ['one without metadata', { metadata: undefined }],
    ['one that is no JSON', { isJson: false, data: new Uint8Array(2) }],
  ])('is not taken for ours where it is %s', (_what, change) => {
    const foreign = { ...recorded, ...change };
    expect(isOurs(foreign)).toBe(false);
    expect(() => fromWire(foreign)).toThrow(BrokenRecord);
  });

  it('has one position, or none that can be named', () => {
    expect(() => positionOf({ commit: 5n, prepare: 4n })).toThrow(BrokenRecord);
    expect(() => fromWire({ ...recorded, position: undefined })).toThrow(BrokenRecord);
  });

  it('is refused where its place is beyond the exact whole numbers, never rounded', () => {
    expect(safeNumber(9_007_199_254_740_991n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => safeNumber(9_007_199_254_740_992n)).toThrow(BrokenRecord);
    expect(() => positionOf({ commit: 2n ** 60n, prepare: 2n ** 60n })).toThrow(BrokenRecord);
  });
});
