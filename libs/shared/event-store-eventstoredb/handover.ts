import type { AllStreamResolvedEvent, AllStreamSubscription } from '@eventstore/db-client';
import { START, type Position, type RecordedEvent, type SubscribeOptions } from '@accord/shared/event-store';
import { passes } from './event-filter';
import { fromWire, isOurs, positionOf } from './wire-events';

/** What stands in the queue of a subscription: an event, or a mark between events. */
export type Item = AllStreamResolvedEvent | { readonly checkpoint: Position } | { readonly live: boolean };

interface Batch {
  readonly events: readonly RecordedEvent[];
  readonly checkpoint: Position;
  readonly sawLive: boolean;
}

/**
 * Hands batches over, one at a time, and knows the place up to which all is dealt with. It takes from
 * the subscription only what fits the next batch; the transport holds the server back meanwhile.
 */
export class Handover {
  /** Where to resume: everything up to here was handed over, or dropped by the filter. */
  checkpoint: Position;
  /** The subscriber's own error: the end of this subscription. */
  failure: { readonly reason: unknown } | undefined;
  private live = false;
  private head: Position = START;

  constructor(private readonly options: SubscribeOptions) {
    this.checkpoint = options.after;
  }

  /** A new subscription follows, opened when `head` was already stored. */
  begin(head: Position): void {
    this.live = false;
    this.head = head;
  }

  /** Takes what is there and hands it over; `false` where there was nothing. */
  async step(source: AllStreamSubscription): Promise<boolean> {
    const { events, checkpoint, sawLive } = this.take(source);
    const moved = events.length > 0 || checkpoint > this.checkpoint;
    if (moved) await this.handOver({ events, checkpoint });
    if (this.live && source.readableLength === 0 && (moved || sawLive)) this.options.onCaughtUp?.(this.checkpoint);
    return moved || sawLive || source.readableLength > 0;
  }

  /** The next batch: as much as is there, up to the mark that says "caught up". */
  private take(source: AllStreamSubscription): Batch {
    const { batchSize = 500, filter } = this.options;
    const events: RecordedEvent[] = [];
    let checkpoint = this.checkpoint;
    while (events.length < batchSize) {
      // The queue holds what the client and our own marks put in it, and nothing else.
      const item = source.read() as Item | null;
      if (item === null) break;
      if ('live' in item) {
        this.live = item.live;
        if (item.live) return { events, checkpoint: Math.max(checkpoint, this.head), sawLive: true };
      } else if ('checkpoint' in item) {
        checkpoint = Math.max(checkpoint, item.checkpoint);
      } else if (item.event) {
        const position = positionOf(item.event.position);
        // A repetition, were the server to send one, is dropped.
        if (position <= checkpoint) continue;
        checkpoint = position;
        if (isOurs(item.event) && passes(filter, item.event)) events.push(fromWire(item.event));
      }
    }
    return { events, checkpoint, sawLive: false };
  }

  private async handOver(batch: { readonly events: readonly RecordedEvent[]; readonly checkpoint: Position }): Promise<void> {
    try {
      await this.options.onBatch(batch);
    } catch (reason) {
      this.failure = { reason };
      throw reason;
    }
    this.checkpoint = batch.checkpoint;
  }
}
