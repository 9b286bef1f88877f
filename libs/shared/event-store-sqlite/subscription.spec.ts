import { EventStoreUnavailable, START, type Position } from '@accord/shared/event-store';
import type { Scanned } from './reader';
import { CatchUpSubscription, type Source } from './subscription';

const nothing = (next: Position): Scanned => ({ events: [], next, end: true });

describe('A subscription on a file', () => {
  it('says so when it cannot read, and goes on where it was', async () => {
    const away = new EventStoreUnavailable('away');
    const asked: (Position | undefined)[] = [];
    const answers: (Scanned | Error)[] = [nothing(3), away, away, nothing(5)];
    const told: unknown[] = [];
    let tell = (): void => undefined;
    const source: Source = {
      scan({ after }) {
        asked.push(after);
        const answer = answers.shift() ?? nothing(5);
        if (answer instanceof Error) throw answer;
        return answer;
      },
      onNews: (listener) => {
        tell = listener;
        return () => undefined;
      },
    };
    const caughtUp = new Promise<void>((resolve) => {
      const subscription = new CatchUpSubscription(source, {
        after: START,
        onBatch: async () => undefined,
        onInterruption: (error) => told.push(error),
        onCaughtUp(checkpoint) {
          told.push(checkpoint);
          if (checkpoint === 5) resolve(subscription.stop());
          else setImmediate(tell);
        },
      });
    });
    await caughtUp;
    expect(told).toEqual([3, away, away, 5]);
    expect(asked).toEqual([START, 3, 3, 3]);
  });

  it('hands over a checkpoint without events only where it spares reading thousands again', async () => {
    const checkpoints: Position[] = [];
    const source: Source = {
      scan: ({ after = START }) => ({ events: [], next: after + 2_500, end: after >= 9_999 }),
      onNews: () => () => undefined,
    };
    await new Promise<void>((resolve) => {
      const subscription = new CatchUpSubscription(source, {
        after: START,
        onBatch: async ({ checkpoint }) => void checkpoints.push(checkpoint),
        onCaughtUp: () => resolve(subscription.stop()),
      });
    });
    expect(checkpoints).toEqual([4_999, 9_999]);
  });
});
