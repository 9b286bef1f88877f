import { setImmediate } from 'node:timers/promises';
import type { FactsAsOf, FundingFactsReader } from '@accord/funding/application';
import { fundingFactEvents } from '@accord/funding/contracts';
import { fundingPicture } from '@accord/funding/domain';
import type { FundingFact, FundingPicture } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Position, RecordedEvent } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { projectionPosition } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { factReader } from './fact-of-row';

interface FactTables {
  child_funding_facts: EventRow & { child_id: string };
  agreement_facts: EventRow & { agreement_id: string };
}

const LIFE_EVENTS = ['OperationRecorded', 'DischargeRecorded', 'PlacementBegun'];

/** Waits until the facts hold everything up to a position. */
export type AwaitFacts = (position: number) => Promise<void>;

/** Reads the facts that decide who pays, and folds them into a child's funding picture. */
export class FundingFacts implements FundingFactsReader {
  private readonly factOf: (row: EventRow) => FundingFact;

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
    private readonly awaitFacts: AwaitFacts,
  ) {
    this.factOf = factReader(catalogue, fundingFactEvents);
  }

  /** Up to where in the record the facts have come. */
  position(): Promise<Position> {
    return projectionPosition(this.store, 'funding-facts');
  }

  async picture(childId: Id<'child'>, upTo: number): Promise<FundingPicture> {
    await this.awaitFacts(upTo);
    // Whoever asks about many children, one after the other, must not keep the process from answering anybody.
    await setImmediate();
    return fundingPicture(await this.factsAsOf(childId, {}));
  }

  /** The picture as at a day and as known at an instant. */
  async pictureAsOf(childId: Id<'child'>, asOf: FactsAsOf): Promise<FundingPicture> {
    return fundingPicture(await this.factsAsOf(childId, asOf));
  }

  async childrenConcerned(event: RecordedEvent): Promise<readonly Id<'child'>[]> {
    // The contract of these events says that `childId` is a child's id; the projection's column holds the same.
    if (typeof event.data['childId'] === 'string') return [event.data['childId'] as Id<'child'>];
    await this.awaitFacts(event.position);
    // Nothing rules a child without a line; a clause that waits for an event rules none without one either.
    // The other triggers are about an agreement, in whose stream they stand.
    const types = (await this.alwaysRules(event.stream)) ? ['DecisionRecorded'] : LIFE_EVENTS;
    const rows = await this.store
      .withTables<FactTables>()
      .selectFrom('child_funding_facts')
      .select('child_id')
      .distinct()
      .where('type', 'in', types)
      .orderBy('child_id')
      .execute();
    // The column holds `childId` of validated events.
    return rows.map((row) => row.child_id as Id<'child'>);
  }

  /** Whether any text of the agreement has a clause that waits for no event. */
  private async alwaysRules(stream: string): Promise<boolean> {
    const rows = await this.store
      .withTables<FactTables>()
      .selectFrom('agreement_facts')
      .selectAll()
      .where('stream', '=', stream)
      .where('type', 'in', ['StandingAgreementRecorded', 'StandingAgreementVaried'])
      .execute();
    return rows.some((row) => {
      const { body } = this.factOf(row);
      return 'clauses' in body.data && body.data.clauses.some(({ trigger }) => trigger.event === 'always');
    });
  }

  /** The facts behind that picture, in order of position; agreements are everybody's. */
  async factsAsOf(childId: Id<'child'>, { asAt, knownAt, upTo }: FactsAsOf): Promise<FundingFact[]> {
    const tables = this.store.withTables<FactTables>();
    let ofChild = tables.selectFrom('child_funding_facts').selectAll().where('child_id', '=', childId);
    let ofAgreements = tables.selectFrom('agreement_facts').selectAll();
    if (asAt !== undefined) {
      ofChild = ofChild.where('effective_on', '<=', asAt);
      ofAgreements = ofAgreements.where('effective_on', '<=', asAt);
    }
    if (knownAt !== undefined) {
      ofChild = ofChild.where('recorded_at', '<=', knownAt);
      ofAgreements = ofAgreements.where('recorded_at', '<=', knownAt);
    }
    if (upTo !== undefined) {
      ofChild = ofChild.where('position', '<=', upTo);
      ofAgreements = ofAgreements.where('position', '<=', upTo);
    }
    const [child, agreements] = await Promise.all([
      ofChild.orderBy('position').execute(),
      ofAgreements.orderBy('position').execute(),
    ]);
    return [...agreements, ...child].sort((one, two) => one.position - two.position).map((row) => this.factOf(row));
  }
}
