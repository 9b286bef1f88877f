import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AllPage, EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import type { Folding } from './folding';

/** Small enough that reading and folding a page never holds up the thread that serves people. */
const PAGE = 1_000;

export interface Range {
  /** Exclusive. */
  readonly after: Position;
  /** Inclusive; without it, up to the end of what is stored. */
  readonly to?: Position;
}

export interface StretchOfEvents {
  readonly events: readonly RecordedEvent[];
  /** Everything up to here has been given. */
  readonly next: Position;
}

/** Pages of the events that a projection handles; the next page is fetched while one is dealt with. */
export async function* readAhead(store: EventStore, folding: Folding, range: Range): AsyncGenerator<StretchOfEvents> {
  const page = (after: Position) => {
    const answer = store.readAll({ after, limit: PAGE, withText: true, ...(folding.filter ? { filter: folding.filter } : {}) });
    // Its error is seen when it is awaited; until then nobody may call it unhandled.
    answer.catch(() => undefined);
    return answer;
  };
  const to = range.to ?? Infinity;
  if (range.after >= to) return;
  let reading: Promise<AllPage> | undefined = page(range.after);
  while (reading) {
    const { events, next, end }: AllPage = await reading;
    reading = end || next >= to ? undefined : page(next);
    yield { events: next > to ? events.filter(({ position }) => position <= to) : events, next: Math.min(next, to) };
    await nextTurn();
  }
}
