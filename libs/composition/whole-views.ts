import { problem } from '@accord/shared/http';
import { projectionPositions } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';

/**
 * Refuses to go on while an event could not be applied to one of these read models. What is recorded for good by a
 * place of the record must count every event up to it: one that is applied later would give other figures for the same place.
 */
export const wholeViews =
  (read: ReadStore) =>
  async (projections: readonly string[]): Promise<void> => {
    const missing = (await projectionPositions(read)).filter(({ projection, parked }) => parked > 0 && projections.includes(projection));
    if (missing.length === 0) return;
    const names = missing.map(({ projection }) => projection).join(', ');
    throw problem('projection-behind', `Nothing was recorded: events are parked that these views lack: ${names}. Have them applied first, then repeat the request with the same key.`);
  };

export interface WholeViewsAwaited {
  readonly read: ReadStore;
  /** Waits until read models have come as far as the record is now; fails where they do not in time. */
  readonly caughtUp: (projections: readonly string[]) => Promise<void>;
}

/** Waits until these read models hold all that is on record now, and refuses to go on where one of them lacks an event of it. */
export const awaitingWhole =
  ({ read, caughtUp }: WholeViewsAwaited) =>
  async (projections: readonly string[]): Promise<void> => {
    await caughtUp(projections);
    await wholeViews(read)(projections);
  };
