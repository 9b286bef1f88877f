import type { EventStoreDBClient } from '@eventstore/db-client';
import { within } from './time-limit';

/** Longer than cancelling local streams takes; only a bug of the client could use it up. */
const DISPOSAL_MS = 1_000;

/**
 * Ends all streams of a client and keeps it from opening another. An append that still waits inside it
 * (for a discovery, say) would otherwise open a stream later, whose failure would hit its successor.
 * Every stream is opened with `callArguments`, so the client is muzzled there.
 */
export async function disposeOf(client: EventStoreDBClient): Promise<void> {
  Reflect.set(client, 'callArguments', () => {
    throw new Error('Channel has been shut down: this client was replaced.');
  });
  await within(DISPOSAL_MS, 'Disposal', client.dispose()).catch(() => undefined);
}

/**
 * Closes the connection of a client that had one, which `dispose` leaves open. Not for a client that
 * never connected: asking that one for its channel would start a discovery.
 */
export async function closeChannel(client: EventStoreDBClient): Promise<void> {
  const getChannel: unknown = Reflect.get(client, 'getChannel');
  if (typeof getChannel !== 'function') return;
  const asked: unknown = getChannel.call(client);
  const channel: unknown = await within(DISPOSAL_MS, 'Channel', Promise.resolve(asked)).catch(() => undefined);
  if (typeof channel !== 'object' || channel === null) return;
  const close: unknown = Reflect.get(channel, 'close');
  if (typeof close === 'function') close.call(channel);
}
