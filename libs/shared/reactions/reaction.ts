import { setImmediate, setTimeout as delay } from 'node:timers/promises';
import { START } from '@accord/shared/event-store';
import type { EventStore, Position, RecordedEvent, Subscription } from '@accord/shared/event-store';
import { UnreadableEvent } from '@accord/shared/event-contracts';
import type { ReadStore } from '@accord/shared/read-store';
import { Checkpoints } from './checkpoints';
import type { ReactionStanding } from './checkpoints';

/** What follows from some events. Repeating `react` for an event must change nothing. */
export interface Reaction {
  /** Kebab-case and permanent: its checkpoint is kept under it. */
  readonly name: string;
  readonly types: readonly string[];
  /**
   * What the event is about. Of events that come at once and are about the same, only the last is reacted to:
   * right where `react` looks at everything known of it. Absent: each event is.
   */
  subject?(event: RecordedEvent): string;
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
  /** Up to here all is dealt with; what is kept may lie before it, where nothing since then concerned the reaction. */
  readonly checkpoint: Position;
  /** Events set aside because something that they rest on cannot be read; a person must look. */
  readonly parked: number;
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
      const standing = await checkpoints.load(reaction.name);
      return new RunningReaction(reaction, { events, checkpoints, log: log ?? (() => undefined) }, standing);
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
  private checkpoint: Position;
  /** Up to here the record held nothing more for it. */
  private seen: Position = START;
  private parked: number;

  constructor(
    private readonly reaction: Reaction,
    private readonly surroundings: Surroundings,
    standing: ReactionStanding,
  ) {
    this.checkpoint = standing.position;
    this.parked = standing.parked;
    this.subscription = this.subscribe();
    this.finished = this.follow();
  }

  health(): ReactionHealth {
    const { parked, problem } = this;
    const checkpoint = Math.max(this.checkpoint, this.seen);
    return { reaction: this.reaction.name, checkpoint, parked, ...(problem === undefined ? {} : { problem }) };
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
      batchSize: 200,
      onBatch: ({ events, checkpoint }) => this.handle(events, checkpoint),
      onCaughtUp: (position) => {
        this.problem = undefined;
        this.seen = position;
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
    for (const event of this.dueOf(events)) {
      if (!(await this.reactUntilDone(event))) return;
      // A long backlog must not keep the process from answering anybody.
      await setImmediate();
      await this.advance(event.position);
      if (this.stopping.signal.aborted) return;
    }
    if (checkpoint > this.checkpoint) await this.advance(checkpoint);
  }

  /** The last event of each subject, in order: the checkpoint may move with each, for later ones are still to come. */
  private dueOf(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
    const last = new Map<string, RecordedEvent>();
    for (const event of events) {
      const subject = this.reaction.subject?.(event) ?? event.id;
      last.delete(subject);
      last.set(subject, event);
    }
    return [...last.values()];
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
        if (error instanceof UnreadableEvent) return this.park(event, error);
        this.tell('reaction-failed', error);
        await this.pause(wait);
      }
    }
    return false;
  }

  /** What cannot be read now cannot be read by trying again: it is set aside, and the others go on. */
  private async park(event: RecordedEvent, error: UnreadableEvent): Promise<true> {
    this.tell('event-parked', error);
    await this.surroundings.checkpoints.park(this.reaction.name, event, error.reason);
    this.parked += 1;
    return true;
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
