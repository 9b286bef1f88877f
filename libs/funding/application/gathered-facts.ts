import { fundEvents, fundingFactEvents, fundingFactTypes } from '@accord/funding/contracts';
import { apart } from '@accord/funding/domain';
import type { KeptFact } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import { START } from '@accord/shared/event-store';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import { BothSides } from './both-sides';
import type { OwnedFact } from './both-sides';
import { PageCursor } from './page-cursor';
import { factOf, isKeptAs, recordedFact, storedFact } from './recorded-facts';
import type { RecordedFact } from './recorded-facts';
import type { FactsAsOf, ReplayProgress } from './replayed-pictures';
import type { StoredFactRow, StoredFacts } from './stored-facts';

const PAGE = 1_000;
const fundTypes: readonly string[] = fundEvents.map(({ type }) => type);
const types = [...fundingFactTypes, ...fundTypes];
const ofFunds: ReadonlySet<string> = new Set(fundTypes);

export interface GatheringAsked extends Omit<FactsAsOf, 'upTo'> {
  /** Of this child and of every agreement; of all children where it is absent. */
  readonly childId?: string | undefined;
  readonly upTo: Position;
}

export interface GatheredFrom {
  readonly events: EventStore;
  readonly catalogue: EventCatalogue;
  readonly stored: StoredFacts;
  readonly onProgress: ReplayProgress;
}

export interface Gathered {
  readonly sides: BothSides;
  /** The events of every pooled fund, as the record has them. */
  readonly funds: readonly RecordedEvent[];
}

/**
 * Gathers the facts of a question from the record and from the read model, side by side in order of position: one
 * pass over each, a page of each at a time. What a fact says is kept once where both say the same.
 */
export class GatheredFacts {
  private readonly sides = new BothSides();
  private readonly funds: RecordedEvent[] = [];

  constructor(
    private readonly from: GatheredFrom,
    private readonly asked: GatheringAsked,
  ) {}

  async gather(): Promise<Gathered> {
    const recorded = new PageCursor(this.recordedPages());
    const stored = new PageCursor(this.storedPages());
    for (;;) {
      if (!recorded.ready) await recorded.fill();
      if (!stored.ready) await stored.fill();
      const [event, row] = [recorded.next, stored.next];
      if (event === undefined && row === undefined) return { sides: this.sides, funds: this.funds };
      const takesEvent = event !== undefined && (row === undefined || event.position <= row.position);
      const takesRow = row !== undefined && (event === undefined || row.position <= event.position);
      this.pair(takesEvent ? recordedFact(event, this.from.catalogue) : undefined, takesRow ? row : undefined);
      if (takesEvent) recorded.take();
      if (takesRow) stored.take();
    }
  }

  private pair(recorded: RecordedFact | undefined, row: StoredFactRow | undefined): void {
    const fact = recorded && this.owned(recorded);
    if (recorded && row && isKeptAs(row, recorded)) {
      if (fact) this.sides.same(fact);
      return;
    }
    const { catalogue } = this.from;
    const stored = row && storedFact(row, { catalogue, definitions: fundingFactEvents });
    if (!this.counts(recorded) && !this.counts(stored)) return;
    const difference = apart(recorded, stored, catalogue.definition(recorded?.type ?? stored?.type ?? ''));
    if (difference) {
      const owners = [recorded, stored].filter((each) => each !== undefined);
      this.sides.parted(difference, { recorded: fact, stored: stored && this.owned(stored), owners });
    } else if (fact) this.sides.same(fact);
  }

  /** The fact, where it counts and can be read. */
  private owned(kept: KeptFact): OwnedFact | undefined {
    const fact = this.counts(kept) ? factOf(kept, this.from.catalogue) : undefined;
    return fact && { about: kept.about, subject: kept.subject, fact };
  }

  /** Whether a fact counts for the question, by its two times. */
  private counts(fact: KeptFact | undefined): boolean {
    const { asAt, knownAt } = this.asked;
    if (fact === undefined) return false;
    return (asAt === undefined || fact.effective_on <= asAt) && (knownAt === undefined || fact.recorded_at <= knownAt);
  }

  private recordedPages(): () => Promise<readonly RecordedEvent[] | undefined> {
    const { events, onProgress } = this.from;
    const { childId, upTo } = this.asked;
    let [after, read, ended] = [START, 0, upTo <= START];
    const concerned = ({ position, data: { childId: ofChild } }: RecordedEvent) =>
      position <= upTo && (childId === undefined || ofChild === undefined || ofChild === childId);
    return async () => {
      if (ended) return undefined;
      const page = await events.readAll({ after, limit: PAGE, filter: { types }, withText: true });
      ended = page.end || page.next >= upTo;
      after = page.next;
      read += page.events.length;
      onProgress({ read, position: Math.min(after, upTo), head: upTo });
      this.funds.push(...page.events.filter(({ position, type }) => ofFunds.has(type) && position <= upTo));
      return page.events.filter(({ type }) => !ofFunds.has(type)).filter(concerned);
    };
  }

  private storedPages(): () => Promise<readonly StoredFactRow[] | undefined> {
    const { childId, upTo } = this.asked;
    let [after, ended] = [START, upTo <= START];
    return async () => {
      if (ended) return undefined;
      const rows = await this.from.stored.rows({ childId, after, upTo, limit: PAGE });
      ended = rows.length < PAGE;
      after = rows.at(-1)?.position ?? upTo;
      return rows;
    };
  }
}
