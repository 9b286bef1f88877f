/** Counts calls under way, so that an end can wait for them; cheaper than to keep each one's promise. */
export class Tally {
  private count = 0;
  private waiting: (() => void)[] = [];

  enter(): void {
    this.count++;
  }

  leave(): void {
    if (--this.count > 0) return;
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  /** When nothing is under way, now or as soon as that is so. */
  async idle(): Promise<void> {
    if (this.count > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }
}
