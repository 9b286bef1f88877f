/**
 * Runs work of one name one after another, and of different names at the same time. Within a process
 * commands on one stream therefore never race: a hundred at once are a queue, not a hundred retries.
 */
export class Lanes {
  private readonly last = new Map<string, Promise<void>>();

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const done = (this.last.get(lane) ?? Promise.resolve()).then(work);
    const settled: Promise<void> = done.then(
      () => this.leave(lane, settled),
      () => this.leave(lane, settled),
    );
    this.last.set(lane, settled);
    return done;
  }

  private leave(lane: string, settled: Promise<void>): void {
    if (this.last.get(lane) === settled) this.last.delete(lane);
  }
}
