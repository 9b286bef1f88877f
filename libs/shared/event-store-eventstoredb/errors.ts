import type { StreamName } from '@accord/shared/event-store';

/** Somebody deleted the stream on the server. Accord never does: its record has been tampered with. */
export class StreamWasDeleted extends Error {
  override readonly name = 'StreamWasDeleted';
  constructor(readonly stream: StreamName, options?: ErrorOptions) {
    super('This stream was deleted on the server. Accord deletes none: find out who did, and restore it.', options);
  }
}

/** The server holds something that Accord did not write, or cannot read, in a place that is Accord's. */
export class BrokenRecord extends Error {
  override readonly name = 'BrokenRecord';
}

/** Our own time limit on one call to the server is over. Whether the call had an effect is unknown. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** The call was not even handed to the client, so it can have had no effect. */
export class NeverSent extends Error {
  override readonly name = 'NeverSent';
}
