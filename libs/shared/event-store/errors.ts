import type { StreamName } from './port';

/** An event or stream name that the store cannot hold. A bug of the caller; nothing was stored. */
export class MalformedEvent extends Error {
  override readonly name = 'MalformedEvent';
}

/** The append is larger than every adapter can store (1,048,576 bytes, the limit of EventStoreDB). Nothing was stored. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

/** The store cannot be reached or refuses to work; nothing was stored. Trying again later is right. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
}

/**
 * The append failed and reading back could not settle whether it was stored. Repeat it with the same
 * event ids and the same expected revision: that is a success in both cases.
 */
export class AppendFateUnknown extends Error {
  override readonly name = 'AppendFateUnknown';
  constructor(readonly stream: StreamName, options?: ErrorOptions) {
    super('The store did not say whether the append was stored; repeat it with the same ids.', options);
  }
}
