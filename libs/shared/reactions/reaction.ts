import { setTimeout as delay } from 'node:timers/promises';
import type { EventStore, Position, RecordedEvent, Subscription } from '@accord/shared/event-store';
import type { ReadStore } from '@accord/shared/read-store';
import { Checkpoints } from './checkpoints';

/** What follows from some events. Repeating `react` for an event must change nothing. */
export interface Reaction {
  /** Kebab-case and permanent: its checkpoint is kept under it. */
  readonly name: string;
  readonly types: readonly string[];
  react(event: RecordedEvent): Promise<void>;
}

/** Takes what an operator should know; never holds data of an event. */
export type ReactionLog = (entry: { readonly code: string; readonly reaction: string; readonly problem: string }) => void;

export interface ReactionOptions {
  readonly store: ReadStore;
  readonly events: EventStore;
  readonly reactions: readonly Reaction[];
  readonly log?: ReactionLog;
}

export interface ReactionHealth {
  readonly reaction: string;
  readonly checkpoint: Position;
  /** Class name of the last failure, while what failed is being tried again. */
  readonly problem?: string;
}

export interface RunningReactions {
  health(): readonly ReactionHealth[];
  /** Ends after the event in hand. */
  stop(): Promise<void>;
}

/** Runs reactions, each from its own checkpoint. Two processes may run the same one: it is only repeated. */
export async function runReactions({ store, events, reactions, log }: ReactionOptions): Promise<RunningReactions> {
  const checkpoints = await Checkpoints.in(store);
  const running = await Promise.all(
    reactions.map(async (reaction) => {
      const checkpoint = await checkpoints.load(reaction.name);
      return new RunningReaction(reaction, { events, checkpoints, log: log ?? (() => undefined) }, checkpoint);
    }),
  );
  return {
    health: () => running.map((each) => each.health()),
    stop: async () => {
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}

/** Waits before a failing reaction, or a checkpoint that could not be saved, is tried again. */
const FIRST_WAIT_MS = 50;
const LONGEST_WAIT_MS = 5_000;

interface Surroundings {
  readonly events: EventStore;
  readonly checkpoints: Checkpoints;
  readonly log: ReactionLog;
}

class RunningReaction {
  private readonly stopping = new AbortController();
  private problem: string | undefined;
  private subscription: Subscription;
  private readonly finished: Promise<void>;

  constructor(
    private readonly reaction: Reaction,
    private readonly surroundings: Surroundings,
    private checkpoint: Position,
  ) {
    this.subscription = this.subscribe();
    this.finished = this.follow();
  }

  health(): ReactionHealth {
    const { checkpoint, problem } = this;
    return { reaction: this.reaction.name, checkpoint, ...(problem === undefined ? {} : { problem }) };
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.subscription.stop();
    await this.finished;
  }

  private subscribe(): Subscription {
    return this.surroundings.events.subscribe({
      after: this.checkpoint,
      filter: { types: this.reaction.types },
      batchSize: 50,
      onBatch: ({ events, checkpoint }) => this.handle(events, checkpoint),
      onCaughtUp: () => {
        this.problem = undefined;
      },
      onInterruption: (error) => this.tell('record-away', error),
    });
  }

  /** A subscription ends where its checkpoint could not be saved: it is opened again from the last one. */
  private async follow(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        await this.subscription.finished;
        return;
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.tell('checkpoint-not-saved', error);
        await this.pause(LONGEST_WAIT_MS);
        if (!this.stopping.signal.aborted) this.subscription = this.subscribe();
      }
    }
  }

  private async handle(events: readonly RecordedEvent[], checkpoint: Position): Promise<void> {
    for (const event of events) {
      if (!(await this.reactUntilDone(event))) return;
      await this.advance(event.position);
      if (this.stopping.signal.aborted) return;
    }
    if (checkpoint > this.checkpoint) await this.advance(checkpoint);
  }

  private async advance(position: Position): Promise<void> {
    await this.surroundings.checkpoints.save(this.reaction.name, position);
    this.checkpoint = position;
    this.problem = undefined;
  }

  /** Whether it was done: not where it was stopped while it failed. */
  private async reactUntilDone(event: RecordedEvent): Promise<boolean> {
    for (let wait = FIRST_WAIT_MS; !this.stopping.signal.aborted; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      try {
        await this.reaction.react(event);
        return true;
      } catch (error) {
        this.tell('reaction-failed', error);
        await this.pause(wait);
      }
    }
    return false;
  }

  private pause(milliseconds: number): Promise<void> {
    // An aborted wait is a wait that is over.
    return delay(milliseconds, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  private tell(code: string, error: unknown): void {
    this.problem = error instanceof Error ? error.name : 'unknown';
    this.surroundings.log({ code, reaction: this.reaction.name, problem: this.problem });
  }
}
