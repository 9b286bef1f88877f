import { randomUUIDv7 } from 'node:crypto';
import type { EventStore, NewEvent } from '@accord/shared/event-store';

/** A stream of its own for each append. */
export const newStream = (): string => `child-${randomUUIDv7()}`;

/** About 600 bytes, as an event of the first slice is. */
export function newEvent(): NewEvent {
  const id = randomUUIDv7();
  return {
    id,
    type: 'PackageLineDecided',
    schemaVersion: 1,
    data: {
      ...{ line: id, meeting: id, effectiveFrom: '2025-10-06', weeklyPence: 123_456 },
      shares: [
        { agency: id, basisPoints: 5_000 },
        { agency: id, basisPoints: 5_000 },
      ],
    },
    metadata: {
      ...{ actor: id, agency: id, role: 'chair', lawfulBasis: 'public-task' },
      ...{ correlationId: id, causationId: id, commandId: id },
    },
  };
}

export async function appendOne(store: EventStore): Promise<void> {
  const result = await store.append(newStream(), 'no-stream', [newEvent()]);
  if (!result.ok) throw new Error('A new stream was refused.');
}
