import type { FundingPicture } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import { AreaPictures } from '../area-facts';
import type { AreaFacts, FactsCounted, PlacedFact } from '../area-facts';

/** Whoever waits for a sweep: told how far it is, and asked whether it is still wanted. */
export interface SweepWatch {
  onProgress?(children: number, of: number): void;
  readonly signal?: { readonly aborted: boolean };
}

/** The question was withdrawn; nobody waits for the answer. */
export class SweepAbandoned extends Error {
  override readonly name = 'SweepAbandoned';
  constructor() {
    super('Nobody waits for the answer any more.');
  }
}

export interface SweepAsked extends FactsCounted {
  readonly upTo: Position;
  /** Of every agreement, as {@link AreaFacts.agreements} gave them. */
  readonly agreements: readonly PlacedFact[];
}

export interface SweptChild {
  readonly childId: Id<'child'>;
  readonly picture: FundingPicture;
}
export interface SweptFacts extends SweptChild {
  /** All that the picture is folded from, but for agreements. */
  readonly facts: readonly PlacedFact[];
  /** As it was known at an earlier position. */
  pictureAt(position: Position): FundingPicture;
}

/** Few enough that others are served after some milliseconds, whatever is computed of each child. */
const AT_A_TIME = 8;

/** Goes through an area child by child, in order of id, and lets others be served in between. */
export class Sweep {
  constructor(
    private readonly facts: AreaFacts,
    private readonly pause: () => Promise<void>,
  ) {}

  /** @throws SweepAbandoned between two children, once nobody waits any more */
  async *children({ upTo, agreements, asAt, knownAt }: SweepAsked, { onProgress, signal }: SweepWatch = {}): AsyncGenerator<SweptFacts> {
    const pictures = new AreaPictures(agreements);
    const count = onProgress ? await this.facts.count() : 0;
    let done = 0;
    for await (const child of this.facts.children(upTo, { asAt, knownAt })) {
      yield { ...child, picture: pictures.of(child, upTo), pictureAt: (position) => pictures.of(child, position) };
      done += 1;
      if (done % AT_A_TIME !== 0) continue;
      await this.pause();
      if (signal?.aborted === true) throw new SweepAbandoned();
      if (done % 256 === 0) onProgress?.(done, count);
    }
    onProgress?.(done, Math.max(done, count));
  }
}
