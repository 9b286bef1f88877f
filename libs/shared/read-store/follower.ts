import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import { build, dropRetired } from './build';
import type { Folding } from './folding';
import { Fenced, GenerationFeed } from './generation-feed';
import type { Generation, Generations } from './generations';
import { followerWriter } from './follower-writer';
import type { ReadStore } from './read-store';
import type { ProjectionProgress, ProjectionState, ProjectionsOptions } from './runner-types';

const BATCH = 500;
const FIRST_RETRY_MS = 20;
const LONGEST_RETRY_MS = 2_000;
/** How often one that stands by looks whether the other is still at work, and for how long it believes it. */
const LOOK_MS = 250;
const PATIENCE_MS = 2_000;

export interface FollowerOptions extends Pick<ProjectionsOptions, 'batchSize' | 'onProgress' | 'log'> {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly generations: Generations;
  readonly folding: Folding;
}

/**
 * Keeps one projection up to date, with a subscription of its own: a projection that is behind, being
 * rebuilt, fenced or broken never holds up another, and the store sends it only what it handles.
 *
 * Whatever goes wrong, it reads the register again and goes on from the checkpoint that it finds there.
 */
export class Follower {
  state: ProjectionState = 'starting';
  progress: ProjectionProgress | undefined;
  /** Code or name of the last failure, while it lasts. */
  problem: string | undefined;
  /** Resolves once the projection's tables can be queried. */
  readonly ready: Promise<void>;
  private tellReady: () => void = () => undefined;
  private readonly stopping = new AbortController();
  private readonly ended: Promise<void>;
  private followed = false;

  constructor(private readonly options: FollowerOptions) {
    this.ready = new Promise((resolve) => {
      this.tellReady = resolve;
    });
    this.ended = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.ended;
    this.state = 'stopped';
    this.tellReady();
  }

  private async run(): Promise<void> {
    for (let wait = FIRST_RETRY_MS; !this.stopping.signal.aborted; ) {
      try {
        await this.options.generations.prepareRegister();
        const goesOn = await this.once();
        if (!goesOn) return;
        wait = FIRST_RETRY_MS;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        if (error instanceof Fenced) continue;
        this.fail(error);
        await this.sleep(wait);
        wait = Math.min(wait * 2, LONGEST_RETRY_MS);
      }
    }
  }

  /** Does what the register says is to be done, until that changes. */
  private async once(): Promise<boolean> {
    const { generations, folding, store } = this.options;
    const standing = await generations.standing(folding.projection);
    this.tellReady();
    // One that was replaced while it followed never takes its place back; a newer build did that.
    if (standing.kind === 'superseded' || (standing.kind === 'build' && this.followed)) {
      this.state = 'superseded';
      this.report('warn', 'superseded', 'Another version serves now; this one leaves it alone.');
      return false;
    }
    if (standing.kind === 'build') await this.buildBeside();
    else {
      this.followed = true;
      await dropRetired(store, generations, folding.projection);
      await this.follow(standing.generation);
    }
    return true;
  }

  private async buildBeside(): Promise<void> {
    const { onProgress, log, ...options } = this.options;
    this.state = 'rebuilding';
    this.report('info', 'rebuild-started', 'Another version serves; this one is built beside it.');
    const note = (progress: ProjectionProgress): void => {
      this.progress = progress;
      onProgress?.(progress);
    };
    try {
      const { signal } = this.stopping;
      const { events, eventsPerSecond } = await build({ ...options, log, signal, resume: true, onProgress: note });
      this.report('info', 'rebuild-finished', `Read ${events} events, ${eventsPerSecond} a second.`);
    } catch (error) {
      if (error instanceof Fenced) await this.standBy(() => this.unfinishedBuild());
      throw error;
    } finally {
      this.progress = undefined;
    }
  }

  private async unfinishedBuild(): Promise<Position | undefined> {
    return (await this.options.generations.building(this.options.folding.projection))?.position;
  }

  private async follow(generation: Generation): Promise<void> {
    this.state = 'catching-up';
    this.problem = undefined;
    const { folding, log, store } = this.options;
    const writer = followerWriter(store, folding.projection, generation);
    const feed = new GenerationFeed({ folding, writer, checkpoint: generation.position, log });
    const following = new Following(feed, this.stopping.signal, (error) => this.fail(error));
    try {
      await this.subscribe(feed, following);
    } catch (error) {
      // After a failure of unknown fate the checkpoint may have been moved by this very writer.
      if (error instanceof Fenced && !following.uncertain) await this.standBy(() => this.checkpointOf(generation));
      throw error;
    } finally {
      await writer.close();
    }
  }

  private async subscribe(feed: GenerationFeed, following: Following): Promise<void> {
    const { events, folding, batchSize } = this.options;
    const subscription = events.subscribe({
      after: feed.checkpoint,
      ...(folding.filter ? { filter: folding.filter } : {}),
      batchSize: batchSize ?? BATCH,
      onBatch: async (batch) => {
        await following.take(batch.events, batch.checkpoint);
        this.recover();
      },
      onCaughtUp: (checkpoint) => {
        following.takeLater(checkpoint);
        this.recover();
        this.state = 'live';
      },
      onInterruption: (error) => this.fail(error),
    });
    try {
      await Promise.race([subscription.finished, following.failed, this.stopped()]);
    } finally {
      await subscription.stop().catch(() => undefined);
      await following.idle();
    }
  }

  /** Waits while another process moves the checkpoint; returns when it has stopped, or nothing is left to watch. */
  private async standBy(checkpoint: () => Promise<Position | undefined>): Promise<void> {
    this.state = 'standing-by';
    let seen = await checkpoint();
    for (let idle = 0; seen !== undefined && idle < PATIENCE_MS && !this.stopping.signal.aborted; ) {
      await this.sleep(LOOK_MS);
      const now = await checkpoint();
      const nothingToDo = now !== undefined && now >= (await this.options.events.head());
      idle = now === seen && !nothingToDo ? idle + LOOK_MS : 0;
      seen = now;
    }
  }

  /** Undefined once the generation serves no more. */
  private async checkpointOf(generation: Generation): Promise<Position | undefined> {
    const now = await this.options.generations.live(generation.projection);
    return now?.generation === generation.generation ? now.position : undefined;
  }

  private fail(error: unknown): void {
    const problem = codeOf(error);
    if (this.state !== 'waiting' || this.problem !== problem) {
      this.report('warn', 'waiting', `A database is away or refuses to work (${problem}); trying again.`);
    }
    this.problem = problem;
    this.state = 'waiting';
  }

  private recover(): void {
    if (this.state === 'waiting') this.state = 'catching-up';
    this.problem = undefined;
  }

  private report(level: 'info' | 'warn', code: string, message: string): void {
    this.options.log?.({ level, code, projection: this.options.folding.projection.name, message });
  }

  private async sleep(milliseconds: number): Promise<void> {
    await delay(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private stopped(): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  }
}

/** One subscription's batches on their way into a generation, one after the other. */
class Following {
  /** A write failed without saying whether it was done. */
  uncertain = false;
  readonly failed: Promise<never>;
  private tellFailed: (error: unknown) => void = () => undefined;
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly feed: GenerationFeed,
    private readonly signal: AbortSignal,
    private readonly onFailure: (error: unknown) => void,
  ) {
    this.failed = new Promise((_, reject) => {
      this.tellFailed = reject;
    });
    this.failed.catch(() => undefined);
  }

  take(events: readonly RecordedEvent[], to: Position): Promise<void> {
    const turn = this.last.then(() => this.persist(events, to));
    this.last = turn.catch((error: unknown) => this.tellFailed(error));
    return turn;
  }

  /** Moves the checkpoint over events that the filter dropped. */
  takeLater(to: Position): void {
    if (to > this.feed.checkpoint) this.take([], to).catch(() => undefined);
  }

  idle(): Promise<void> {
    return this.last;
  }

  /** Tries until the database is back: back-pressure then keeps the subscription from going on. */
  private async persist(events: readonly RecordedEvent[], to: Position): Promise<void> {
    for (let wait = FIRST_RETRY_MS; ; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      this.signal.throwIfAborted();
      try {
        return await this.feed.take(events, to);
      } catch (error) {
        if (error instanceof Fenced) throw error;
        this.uncertain = true;
        this.onFailure(error);
      }
      await delay(wait, undefined, { signal: this.signal });
    }
  }
}

/** Names a failure without its words, which may hold data. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
