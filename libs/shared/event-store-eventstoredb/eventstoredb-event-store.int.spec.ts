import { eventStoreContract, startEventStoreDbStandIn } from '@accord/shared/testing';
import { openEventStoreDb } from './open';

eventStoreContract('the EventStoreDB stand-in', {
  interruptible: true,
  async start() {
    const standIn = await startEventStoreDbStandIn();
    const open = () => openEventStoreDb({ url: standIn.url, callTimeoutMs: 1_000, patienceMs: 600, longestPauseMs: 50 });
    const store = await open();
    return {
      store,
      open,
      interrupt: () => standIn.stop(),
      restore: async () => void (await standIn.start()),
      async stop() {
        await store.close();
        await standIn.stop();
      },
    };
  },
});

const url = process.env['EVENTSTOREDB_URL'];

if (url === undefined) {
  describe.skip('EventStoreDB at EVENTSTOREDB_URL (not run: EVENTSTOREDB_URL is not set)', () => {
    it('keeps the promises of the port on a real server', () => undefined);
  });
} else {
  eventStoreContract('EventStoreDB at EVENTSTOREDB_URL', {
    async start() {
      const store = await openEventStoreDb({ url });
      return { store, open: () => openEventStoreDb({ url }), stop: () => store.close() };
    },
  });
}
