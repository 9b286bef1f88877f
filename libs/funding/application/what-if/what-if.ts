import { DifferenceTally, checkedChanges, comparing, lineDifferences, supposition } from '@accord/funding/domain';
import type { Change, Differences, FundingPicture, NamedThings } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { EventStore, Position } from '@accord/shared/event-store';
import { succeed } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, Result } from '@accord/shared/kernel';
import type { AreaFacts, PlacedFact } from '../area-facts';
import type { FactsAsOf } from '../replayed-pictures';
import { GreatestDifferences } from './greatest-differences';
import type { LineDifferenceOfChild } from './greatest-differences';
import { NamedInRecord } from './named-things';
import { Sweep } from './sweep';
import type { SweepWatch, SweptChild } from './sweep';

/** What the question is about. */
export type WhatIfSubject =
  | { readonly about: 'child'; readonly id: Id<'child'> }
  /** The days of every child on which a clause of the agreement rules a line, or would. */
  | { readonly about: 'agreement'; readonly id: Id<'agreement'> }
  | { readonly about: 'area' };

export interface WhatIfQuestion extends FactsAsOf {
  readonly subject: WhatIfSubject;
  readonly window: ClosedPeriod;
  readonly changes: readonly Change[];
}

/** What would be otherwise. The same question up to the same position of the record has the same answer. */
export interface WhatIfAnswer {
  readonly upTo: Position;
  readonly changes: readonly Change[];
  /** What was on record then of the clauses and lines that the changes name. */
  readonly things: NamedThings;
  readonly differences: Differences;
  /** How many children and lines differ. */
  readonly differing: { readonly children: number; readonly lines: number };
  /** Of one child all that differ; of more the {@link MOST_TOLD} by which most money moves. */
  readonly lines: readonly LineDifferenceOfChild[];
}

/** So many stretches of lines are told of an agreement or an area. */
export const MOST_TOLD = 1_000;

export interface WhatIfParts {
  readonly facts: AreaFacts;
  readonly pictures: { pictureAsOf(childId: Id<'child'>, asOf: FactsAsOf): Promise<FundingPicture> };
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  /** Lets others be served. */
  readonly pause: () => Promise<void>;
}

/** Answers what the same history would cost whom under other clauses, shares, durations or rates. It writes nothing. */
export class WhatIf {
  private readonly named: NamedInRecord;

  constructor(private readonly parts: WhatIfParts) {
    this.named = new NamedInRecord(parts.events, parts.catalogue);
  }

  /** `undefined` where no such child or agreement was on record then. @throws SweepAbandoned */
  async answer(question: WhatIfQuestion, watch: SweepWatch = {}): Promise<Result<WhatIfAnswer> | undefined> {
    const { subject, asAt, knownAt } = question;
    const upTo = Math.min(await this.parts.facts.position(), question.upTo ?? Infinity);
    if (subject.about !== 'area' && !(await this.named.holds(`${subject.about}-${subject.id}`, { upTo, knownAt }))) return undefined;
    const agreements = await this.parts.facts.agreements(upTo, { asAt, knownAt });
    const childId = subject.about === 'child' ? subject.id : undefined;
    const things = await this.named.things(question.changes, { upTo, knownAt, agreements, childId });
    const checked = checkedChanges(question.changes, things);
    if (!checked.ok) return checked;
    const asked = { ...question, upTo, changes: checked.value };
    return succeed({ upTo, changes: checked.value, things, ...(await this.compared(asked, this.children(asked, agreements, watch))) });
  }

  private children({ subject, asAt, knownAt, upTo }: Asked, agreements: readonly PlacedFact[], watch: SweepWatch): AsyncIterable<SweptChild> {
    if (subject.about === 'child') return this.one(subject.id, { asAt, knownAt, upTo });
    return new Sweep(this.parts.facts, this.parts.pause).children({ upTo, agreements, asAt, knownAt }, watch);
  }

  private async *one(childId: Id<'child'>, asOf: FactsAsOf): AsyncGenerator<SweptChild> {
    yield { childId, picture: await this.parts.pictures.pictureAsOf(childId, asOf) };
  }

  private async compared({ subject, window, changes }: Asked, children: AsyncIterable<SweptChild>): Promise<Omit<WhatIfAnswer, 'upTo' | 'changes' | 'things'>> {
    const compare = comparing({ window, agreementId: subject.about === 'agreement' ? subject.id : undefined });
    const suppose = supposition(changes);
    const tally = new DifferenceTally(window);
    const greatest = new GreatestDifferences(subject.about === 'child' ? Infinity : MOST_TOLD);
    for await (const { childId, picture } of children) {
      const pieces = compare(picture, suppose(picture));
      tally.add(pieces);
      greatest.add(childId, lineDifferences(pieces, changes));
    }
    return { differences: tally.differences(), differing: { children: greatest.children, lines: greatest.lines }, lines: greatest.told() };
  }
}

interface Asked extends WhatIfQuestion {
  readonly upTo: Position;
}
