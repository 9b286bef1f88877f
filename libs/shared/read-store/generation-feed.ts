import type { Position, RecordedEvent } from '@accord/shared/event-store';
import { parked, parkedRows, type FoldedEvent, type Folding } from './folding';
import type { GenerationWriter } from './generation-writer';
import type { ProjectionsOptions } from './runner-types';

/** Another writer has moved this generation's checkpoint or changed its role. Read the register again. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}

export interface FeedOptions {
  readonly folding: Folding;
  readonly writer: GenerationWriter;
  /** The checkpoint in the register. */
  readonly checkpoint: Position;
  readonly log?: ProjectionsOptions['log'];
}

/** Carries events into one generation: each batch with its checkpoint, refused rows parked. */
export class GenerationFeed {
  checkpoint: Position;
  /** How many events it has parked. */
  parkedEvents = 0;
  private readonly folding: Folding;
  private readonly writer: GenerationWriter;
  private readonly log: ProjectionsOptions['log'];

  constructor({ folding, writer, checkpoint, log }: FeedOptions) {
    this.folding = folding;
    this.writer = writer;
    this.checkpoint = checkpoint;
    this.log = log;
  }

  /** Writes the events beyond the checkpoint, and moves it to `to`. @throws Fenced and the engine's errors. */
  async take(events: readonly RecordedEvent[], to: Position): Promise<void> {
    if (to <= this.checkpoint) return;
    await this.write(this.folding.fold(events.filter(({ position }) => position > this.checkpoint)), to);
  }

  /** Writes folded events, all of them beyond the checkpoint. @throws Fenced and the engine's errors. */
  async write(events: readonly FoldedEvent[], to: Position): Promise<void> {
    const folded = [...events];
    for (;;) {
      const outcome = await this.writer.write({
        from: this.checkpoint,
        to,
        events: folded.length,
        changes: folded.map(({ changes }) => changes),
        parked: parkedRows(folded),
      });
      if (outcome.kind === 'done') break;
      const refused = outcome.kind === 'refused' ? folded[outcome.event] : undefined;
      if (outcome.kind === 'fenced' || !refused) throw new Fenced('Another writer is at work on this projection.');
      folded[outcome.event] = parked(refused.event, 'row-refused');
    }
    this.written(folded, to);
  }

  /** Notes what was written. */
  written(folded: readonly FoldedEvent[], to: Position): void {
    this.checkpoint = to;
    this.report(folded);
  }

  private report(folded: readonly FoldedEvent[]): void {
    for (const { event, reason } of folded) {
      if (!reason) continue;
      this.parkedEvents += 1;
      const message = `${event.type} at position ${event.position} is parked: ${reason}`;
      this.log?.({ level: 'error', code: 'event-parked', projection: this.folding.projection.name, message });
    }
  }
}
