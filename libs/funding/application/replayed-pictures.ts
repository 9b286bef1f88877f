import { fundingFactEvents, fundingFactTypes } from '@accord/funding/contracts';
import { fundingPicture } from '@accord/funding/domain';
import type { FundingFact, FundingPicture } from '@accord/funding/domain';
import { eventReader } from '@accord/shared/event-contracts';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import { START } from '@accord/shared/event-store';
import type { EventStore, Position, RecordedEvent } from '@accord/shared/event-store';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';

/** Which facts count: those true by a day, and recorded by an instant. Absent: all. */
export interface FactsAsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
  /** Only what stands in the record up to this position; for comparing two readers of it. */
  readonly upTo?: Position | undefined;
}

/** Told after each page of the record. */
export type ReplayProgress = (progress: { readonly read: number; readonly position: Position; readonly head: Position }) => void;

/** Funding pictures folded from the record alone, without any read model. */
export class ReplayedPictures {
  private readonly bodyOf: (event: RecordedEvent) => FundingFact['body'];

  constructor(
    private readonly events: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly onProgress: ReplayProgress = () => undefined,
  ) {
    this.bodyOf = eventReader(catalogue, fundingFactEvents);
  }

  async pictureAsOf(childId: Id<'child'>, asOf: FactsAsOf): Promise<FundingPicture> {
    const facts: FundingFact[] = [];
    const head = await this.events.head();
    let read = 0;
    for (let after = START; ; ) {
      const page = await this.events.readAll({ after, limit: 1_000, filter: { types: fundingFactTypes } });
      for (const event of page.events) {
        const fact = this.factOf(event, childId, asOf);
        if (fact) facts.push(fact);
      }
      read += page.events.length;
      this.onProgress({ read, position: page.next, head });
      if (page.end) return fundingPicture(facts);
      after = page.next;
    }
  }

  private factOf(event: RecordedEvent, childId: string, { asAt, knownAt, upTo }: FactsAsOf): FundingFact | undefined {
    const { id: eventId, type, stream, revision, recordedAt } = event;
    if (upTo !== undefined && event.position > upTo) return undefined;
    const ofChild = event.data['childId'];
    if (ofChild !== undefined && ofChild !== childId) return undefined;
    if (knownAt !== undefined && recordedAt > knownAt) return undefined;
    const body = this.bodyOf(event);
    const data: Readonly<Record<string, unknown>> = body.data;
    const effective = this.catalogue.definition(type)?.effective;
    if (asAt !== undefined && effective !== undefined && String(data[effective]) > asAt) return undefined;
    return { origin: { eventId, stream, revision, recordedAt }, body };
  }
}
