import type { EventStore, Position } from '@accord/shared/event-store';
import type { ProjectionProgress, ReportProgress } from './runner-types';

const INTERVAL_MS = 250;

/** Counts events read and reports about four times a second. */
export class Progress {
  private done = 0;
  private readonly started = performance.now();
  private reported = 0;
  private head: Position | undefined;

  constructor(
    private readonly projection: string,
    private readonly events: EventStore,
    private readonly report: ReportProgress | undefined,
  ) {}

  get read(): number {
    return this.done;
  }

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  async advance(phase: ProjectionProgress['phase'], read: number, position: Position): Promise<void> {
    this.done += read;
    const now = performance.now();
    const due = phase !== 'reading' || now - this.reported >= INTERVAL_MS;
    if (!this.report || !due) return;
    this.reported = now;
    this.head = await this.events.head();
    this.report({
      projection: this.projection,
      phase,
      done: this.done,
      position,
      head: Math.max(this.head, position),
      eventsPerSecond: Math.round(this.done / Math.max(this.seconds, 0.001)),
    });
  }
}
