import { absenceContract } from './event-store-contract-absence';
import { appendContract } from './event-store-contract-appends';
import { readContract } from './event-store-contract-reads';
import type { EventStoreHarness } from './event-store-contract-samples';
import { subscriptionContract } from './event-store-contract-subscriptions';

/**
 * The promises of the event store port, held against one adapter. Other users may write to the same
 * record meanwhile (a shared real server): the tests use names of their own and start from `head()`.
 * `interruptible` says that the harness offers `interrupt` and `restore`; where it does not, those
 * tests are reported as skipped, by name.
 */
export function eventStoreContract(
  name: string,
  adapter: { start(): Promise<EventStoreHarness>; readonly interruptible?: boolean },
): void {
  describe(`The event store on ${name}`, () => {
    let started: EventStoreHarness | undefined;
    const harness = (): EventStoreHarness => {
      if (started === undefined) throw new Error('The harness did not start.');
      return started;
    };
    beforeAll(async () => {
      started = await adapter.start();
      const offered = started.interrupt !== undefined && started.restore !== undefined;
      if (offered !== (adapter.interruptible ?? false)) throw new Error('`interruptible` must say what the harness offers.');
    }, 60_000);
    afterAll(() => started?.stop(), 60_000);

    appendContract(harness);
    readContract(harness);
    subscriptionContract(harness);
    absenceContract(harness, adapter.interruptible ?? false);
  });
}
