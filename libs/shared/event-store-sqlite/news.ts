/** How often to look whether somebody else has written, in milliseconds. */
const LOOK_EVERY = 40;

/** Tells subscriptions that something was stored: at once where this store stored it, else by looking at the file. */
export class News {
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private version: number | undefined;

  constructor(private readonly look: () => number) {}

  /** This store has stored something. */
  announce(): void {
    this.tell();
  }

  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    this.timer ??= setInterval(() => this.lookAtFile(), LOOK_EVERY);
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.silence();
    };
  }

  close(): void {
    this.silence();
  }

  private silence(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private lookAtFile(): void {
    let version: number | undefined;
    try {
      version = this.look();
    } catch {
      // Whoever listens will read, meet the same failure and say so.
    }
    if (version !== this.version || version === undefined) this.tell();
    this.version = version;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
