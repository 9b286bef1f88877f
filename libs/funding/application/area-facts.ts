import { fundingPicture } from '@accord/funding/domain';
import type { AgreementFact, FundingFact, FundingPicture } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import type { FactsAsOf } from './replayed-pictures';

/** A fact with the place in the record at which it became known. */
export interface PlacedFact {
  readonly position: Position;
  readonly fact: FundingFact;
}

/** The facts of one child, in order of position. */
export interface FactsOfChild {
  readonly childId: Id<'child'>;
  readonly facts: readonly PlacedFact[];
}

/** Which facts count besides, by their two times; left out, all do. */
export type FactsCounted = Pick<FactsAsOf, 'asAt' | 'knownAt'>;

export interface ChildrenAsked extends FactsCounted {
  /** From that child on, in order of id; from the first where it is absent. */
  readonly from?: Id<'child'> | undefined;
}

/** The read model of facts, child by child, for whoever asks about a whole area. */
export abstract class AreaFacts {
  /** Up to where in the record the read model has come. */
  abstract position(): Promise<Position>;
  /** How many children there are facts about, for telling how far a sweep has come. */
  abstract count(): Promise<number>;
  /** Of every agreement, in order of position, up to and with this one. */
  abstract agreements(upTo: Position, asOf?: FactsCounted): Promise<readonly PlacedFact[]>;
  /** Every child with facts up to and with this position, in order of id. One page is in memory at a time. */
  abstract children(upTo: Position, asked?: ChildrenAsked): AsyncIterable<FactsOfChild>;
}

/** Folds the pictures of an area as they were known at any position; the agreements, the same for every child, once. */
export class AreaPictures {
  private readonly agreementsAt = new Map<Position, readonly AgreementFact[]>();

  constructor(private readonly agreementFacts: readonly PlacedFact[]) {}

  /** The child's picture as it was known at that position. */
  of({ facts }: FactsOfChild, upTo: Position): FundingPicture {
    const known = facts.filter(({ position }) => position <= upTo).map(({ fact }) => fact);
    return { ...fundingPicture(known), agreements: this.agreements(upTo) };
  }

  /** Whether anything about agreements, and with it about any child, became known after one position and by another. */
  changedBetween(after: Position, upTo: Position): boolean {
    return this.agreementFacts.some(({ position }) => position > after && position <= upTo);
  }

  private agreements(upTo: Position): readonly AgreementFact[] {
    const folded = this.agreementsAt.get(upTo);
    if (folded) return folded;
    const { agreements } = fundingPicture(this.agreementFacts.filter(({ position }) => position <= upTo).map(({ fact }) => fact));
    this.agreementsAt.set(upTo, agreements);
    return agreements;
  }
}
