import type { EventStoreDbStandIn } from './stand-in';

export type { EventStoreDbStandIn } from './stand-in';
export type { AppendFault } from './faults';

/**
 * Starts a stand-in on a free port; `sharing` makes it another node of that one's cluster. Loaded only
 * when asked for: specifications that need no server must not wait for gRPC.
 */
export async function startEventStoreDbStandIn(sharing?: EventStoreDbStandIn): Promise<EventStoreDbStandIn> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only `require` can load late here, and the cast names the file's own type
  const standIn = require('./stand-in') as typeof import('./stand-in');
  return new standIn.EventStoreDbStandIn(sharing?.log).start();
}
