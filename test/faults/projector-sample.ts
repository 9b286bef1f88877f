import { randomUUIDv7 } from 'node:crypto';
import { catalogueOf, defineEvent, londonDateField, textField, type Recorded } from '@accord/shared/event-contracts';
import type { EventStore, NewEvent } from '@accord/shared/event-store';
import { defineProjection } from '@accord/shared/projections';
import { z } from 'zod';

const placeNoted = defineEvent({
  type: 'PlaceNoted',
  version: 1,
  stream: 'note',
  meaning: 'Somebody noted where a child is.',
  data: z.strictObject({ child: textField(), place: textField(), on: londonDateField(), gone: z.boolean() }),
  effective: 'on',
  sentence: () => 'A place was noted.',
});

export const catalogue = catalogueOf([placeNoted]);

/** Rows that are written, changed and removed over and over: a batch done twice or by half shows. */
export const places = defineProjection<Recorded<typeof placeNoted>>({
  name: 'places',
  version: 1,
  question: 'Where is each child, and where was it?',
  handles: ['PlaceNoted'],
  tables: {
    place_now: { columns: { child: 'text', place: 'text', since: 'integer' }, key: ['child'], indexes: [['place']] },
    place_then: { columns: { position: 'integer', child: 'text', place: 'text?', left_at: 'integer?' }, key: ['position'] },
  },
  project: ({ position, revision, body: { data } }) => {
    const { child, place, gone } = data;
    const before = { patch: 'place_then', key: { position: position - 3 }, set: { left_at: position } };
    const then = { put: 'place_then', row: { position, child, place: gone ? null : place, left_at: revision } };
    if (gone) return [before, then, { remove: 'place_now', key: { child } }];
    return [before, then, { put: 'place_now', row: { child, place, since: position } }];
  },
});

export async function noteSome(events: EventStore, count: number): Promise<void> {
  const batch = Array.from({ length: count }, (_, place): NewEvent => ({
    id: randomUUIDv7(),
    type: 'PlaceNoted',
    schemaVersion: 1,
    data: { child: `child ${(place * 5) % 17}`, place: `place ${place % 7}`, on: '2026-03-02', gone: place % 11 === 0 },
    metadata: {
      actor: 'actor-1', agency: 'agency-1', role: 'key-worker', lawfulBasis: 'public-task',
      correlationId: 'correlation-1', causationId: 'causation-1', commandId: 'command-1',
    },
  }));
  const result = await events.append(`note-${randomUUIDv7()}`, 'no-stream', batch);
  if (!result.ok) throw new Error('A new stream was not new.');
}
