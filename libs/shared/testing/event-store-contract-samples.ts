import { randomUUIDv7 } from 'node:crypto';
import type { EventStore, NewEvent, Position, ReadAllOptions, RecordedEvent, StreamName } from '@accord/shared/event-store';

/** What a contract test works on: an adapter, a way to open another on the same record, and an end. */
export interface EventStoreHarness {
  readonly store: EventStore;
  /** A second adapter instance on the same record, as another process would have. The test closes it. */
  open(): Promise<EventStore>;
  /** Makes the store go away. Offered together with `restore`. */
  interrupt?(): Promise<void>;
  restore?(): Promise<void>;
  stop(): Promise<void>;
}

/** A name that no other test and no other user of a shared server has: letters only. */
export function aCategory(): string {
  const hex = randomUUIDv7().replaceAll('-', '');
  return `contract${[...hex].map((digit) => String.fromCharCode(97 + parseInt(digit, 16))).join('')}`;
}

export const aStream = (category = 'contract'): StreamName => `${category}-${randomUUIDv7()}`;

export function anEvent(change: Partial<NewEvent> = {}): NewEvent {
  return {
    id: randomUUIDv7(),
    type: 'MeetingHeld',
    schemaVersion: 1,
    data: { place: 'Town hall', pence: 12_345, attended: ['health', 'education'] },
    metadata: {
      actor: 'actor-1',
      agency: 'agency-1',
      role: 'chair',
      lawfulBasis: 'public-task',
      correlationId: 'correlation-1',
      causationId: 'causation-1',
      commandId: 'command-1',
    },
    ...change,
  };
}

export const someEvents = (count: number, change: Partial<NewEvent> = {}): NewEvent[] =>
  Array.from({ length: count }, () => anEvent(change));

export const idsOf = (events: readonly { readonly id: string }[] | undefined): string[] =>
  (events ?? []).map(({ id }) => id);

/** All events after a position that pass the filter, read page by page to the end. */
export async function readOn(store: EventStore, options: ReadAllOptions & { readonly after: Position }): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let after = options.after;
  for (;;) {
    const page = await store.readAll({ ...options, after });
    events.push(...page.events);
    if (page.end) return events;
    if (page.next <= after) throw new Error('A page that is not the last must lead on.');
    after = page.next;
  }
}

/** Waits until the condition holds; says what was waited for when it does not within ten seconds. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, milliseconds = 10_000): Promise<void> {
  const until = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error(`This did not come about in ${milliseconds} ms: ${what}`);
    await pause(5);
  }
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Appends and insists on success. */
export async function appended(
  store: EventStore,
  stream: StreamName,
  events: readonly NewEvent[],
): Promise<{ readonly revision: number; readonly position: Position }> {
  const stored = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  const result = await store.append(stream, stored?.[0]?.revision ?? 'no-stream', events);
  if (!result.ok) throw new Error(`The append was refused: ${result.reason}`);
  return result;
}
