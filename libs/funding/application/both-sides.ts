import type { EventApart, FundingFact, KeptFact } from '@accord/funding/domain';

/** What one owner's facts are in the record and in the read model: one list while the two are the same. */
export interface Sides {
  readonly recorded: FundingFact[];
  /** `undefined` while the read model holds just what is recorded. */
  stored: FundingFact[] | undefined;
  /** The first event at which they part. */
  apart: EventApart | undefined;
}

/** A fact of the record or of the read model, and where it belongs. */
export interface OwnedFact extends Pick<KeptFact, 'about' | 'subject'> {
  readonly fact: FundingFact;
}

export interface Parted {
  readonly recorded: OwnedFact | undefined;
  readonly stored: OwnedFact | undefined;
  /** Whose facts they are, in the record and in the read model. */
  readonly owners: readonly Owner[];
}

/**
 * The facts of a question, gathered in order of position from the record and from the read model. Kept once where
 * both say the same, so that a large record costs its facts once.
 */
export class BothSides {
  readonly children = new Map<string, Sides>();
  /** Of every agreement: each may rule the lines of any child. */
  readonly agreements: Sides = emptySides();

  /** Both say this. */
  same({ fact, ...owner }: OwnedFact): void {
    const sides = this.of(owner);
    sides.recorded.push(fact);
    sides.stored?.push(fact);
  }

  /** Only the record says `recorded`, only the read model `stored`; one of them may be lacking. */
  parted(apart: EventApart, { recorded, stored, owners }: Parted): void {
    for (const owner of owners) {
      const sides = this.of(owner);
      sides.apart ??= apart;
      sides.stored ??= [...sides.recorded];
    }
    if (recorded) this.of(recorded).recorded.push(recorded.fact);
    if (stored) this.of(stored).stored?.push(stored.fact);
  }

  private of({ about, subject }: Owner): Sides {
    if (about === 'agreement') return this.agreements;
    const known = this.children.get(subject);
    if (known) return known;
    const sides = emptySides();
    this.children.set(subject, sides);
    return sides;
  }
}

export type Owner = Pick<KeptFact, 'about' | 'subject'>;

const emptySides = (): Sides => ({ recorded: [], stored: undefined, apart: undefined });
