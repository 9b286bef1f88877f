import { randomUUIDv7 } from 'node:crypto';
import type { EventStore, ExpectedRevision, NewEvent, Position, RecordedEvent, StreamName } from '@accord/shared/event-store';

/** One append as it was tried: enough to repeat it, and to find it in the record. */
export interface Attempt {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly ids: readonly string[];
}

const APPENDS_PER_STREAM = 20;

/** Attempts without end, one stream after the other, of one to five events each. */
export function* attempts(): Generator<Attempt, never> {
  for (;;) {
    const stream = `child-${randomUUIDv7()}`;
    let expected: ExpectedRevision = 'no-stream';
    for (let n = 0; n < APPENDS_PER_STREAM; n++) {
      const ids = Array.from({ length: 1 + (n % 5) }, () => randomUUIDv7());
      yield { stream, expected, ids };
      expected = (expected === 'no-stream' ? -1 : expected) + ids.length;
    }
  }
}

export function eventsOf({ ids }: Attempt): NewEvent[] {
  return ids.map((id, n) => ({
    id,
    type: 'MeetingHeld',
    schemaVersion: 1,
    data: { part: n, of: ids.length, minutes: 'All agreed. '.repeat(40) },
    metadata: {
      actor: 'actor-1', agency: 'agency-1', role: 'chair', lawfulBasis: 'public-task',
      correlationId: id, causationId: id, commandId: id,
    },
  }));
}

export const appendOf = (store: EventStore, attempt: Attempt) =>
  store.append(attempt.stream, attempt.expected, eventsOf(attempt));

/** Attempts as lines of text, from the process that makes them to the one that checks. */
export const lineOf = ({ stream, expected, ids }: Attempt): string => `try ${stream} ${expected} ${ids.join(',')}`;

export function attemptOf(line: string): Attempt {
  const [, stream = '', expected = '', ids = ''] = line.split(' ');
  return { stream, expected: expected === 'no-stream' ? expected : Number(expected), ids: ids.split(',') };
}

/** Reads all that was stored after a position, and insists that no position is missing. */
export async function recordAfter(store: EventStore, after: Position): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for (let from = after; ; ) {
    const page = await store.readAll({ after: from, limit: 1_000 });
    events.push(...page.events);
    if (page.end) break;
    from = page.next;
  }
  events.forEach(({ position }, n) => {
    if (position !== after + 1 + n) throw new Error(`Position ${after + 1 + n} is missing.`);
  });
  return events;
}

/** What is wrong with the record, given all that was tried since: nothing, if every attempt is there once and whole. */
export function faultsOf(recorded: readonly RecordedEvent[], tried: readonly Attempt[]): string[] {
  const faults: string[] = [];
  const byId = new Map(recorded.map((event) => [event.id, event]));
  if (byId.size !== recorded.length) faults.push('an id is stored twice');
  const events = tried.flatMap(({ ids }) => ids).length;
  if (events !== recorded.length) faults.push(`${recorded.length} events are stored, not ${events}`);
  for (const { stream, expected, ids } of tried) {
    const first = byId.get(ids[0] ?? '');
    ids.forEach((id, n) => {
      const event = byId.get(id);
      const revision = (expected === 'no-stream' ? 0 : expected + 1) + n;
      const inPlace = event?.stream === stream && event.revision === revision && event.position === (first?.position ?? NaN) + n;
      if (!inPlace || event.data['part'] !== n) faults.push(`${id} is not where it belongs`);
    });
  }
  return faults;
}
