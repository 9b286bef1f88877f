import { realpathSync } from 'node:fs';
import { BroadcastChannel } from 'node:worker_threads';

/** How often to look whether another process has written, in milliseconds. */
const LOOK_EVERY = 40;

/**
 * Tells subscriptions that something was stored: at once where this store stored it, by a broadcast
 * where another store on the same file did so in this process, by looking at the file otherwise.
 */
export class News {
  private readonly channel: BroadcastChannel;
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private version: number | undefined;

  constructor(file: string, private readonly look: () => number) {
    this.channel = new BroadcastChannel(`accord-event-store:${realpathSync(file)}`);
    this.channel.onmessage = () => this.tell();
    this.channel.unref();
  }

  /** This store has stored something. */
  announce(): void {
    this.tell();
    this.channel.postMessage(null);
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
    this.channel.close();
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
