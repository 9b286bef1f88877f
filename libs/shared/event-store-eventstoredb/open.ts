import type { EventStore } from '@accord/shared/event-store';
import { connect } from './connections';
import { EventStoreDb } from './event-store-db';
import { settingsFrom, type EventStoreDbOptions } from './settings';

/**
 * Opens the record on an EventStoreDB or KurrentDB. Succeeds while the server is away: the store then
 * answers `EventStoreUnavailable` until it is there. All stores of a process share one connection, and
 * a process has one server.
 * @throws TypeError for an address that cannot be meant, or a second server
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<EventStore> {
  const settings = settingsFrom(options);
  return new EventStoreDb(await connect(settings), settings);
}
