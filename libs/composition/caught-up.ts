import type { EventStore } from '@accord/shared/event-store';
import { problem } from '@accord/shared/http';
import type { ProjectionWatch } from '@accord/shared/read-store';

/** How long a command waits for what was recorded just before it, in any process, to be seen. */
const PATIENCE_MS = 5_000;

/**
 * Waits until read models hold everything that is on record now, so that a command that rests on them sees what
 * was decided a moment ago, in whatever process. Nothing is recorded where they do not catch up in time.
 */
export const caughtUpWith =
  (events: EventStore, progress: ProjectionWatch) =>
  async (projections: readonly string[]): Promise<void> => {
    if (await progress.waitFor(projections, await events.head(), PATIENCE_MS)) return;
    throw problem('projection-behind', 'Nothing was recorded: the views on which this rests have not caught up. Repeat the request with the same key shortly.', {
      headers: { 'Retry-After': '2' },
    });
  };
