import { FundsOnRecord, factsOfFunds, fundsAfter } from '@accord/funding/application';
import type { FundAsKnown, FundsAsOf, PlacedFundEvent } from '@accord/funding/application';
import { fundEvents } from '@accord/funding/contracts';
import type { FundFact, RecordedFundEvent } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { projectionPosition } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { factReader } from '../fact-of-row';

interface FundTables {
  pooled_fund_events: EventRow & { fund_id: string };
}

/** Reads the pooled funds from the projection `pooled-funds`, each folded from its own events. */
export class FundReader extends FundsOnRecord {
  private readonly factOf: (row: EventRow) => Pick<PlacedFundEvent, 'origin'> & { readonly body: RecordedFundEvent };

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
  ) {
    super();
    this.factOf = factReader(catalogue, fundEvents);
  }

  position(): Promise<Position> {
    return projectionPosition(this.store, 'pooled-funds');
  }

  async all(asOf: FundsAsOf = {}): Promise<readonly FundAsKnown[]> {
    return fundsAfter(await this.events(asOf));
  }

  async one(fundId: Id<'fund'>, asOf: FundsAsOf = {}): Promise<FundAsKnown | undefined> {
    return fundsAfter(await this.events(asOf, fundId))[0];
  }

  /** Of the events, only those that say for which clauses and days a fund pays: who pays is asked often. */
  override async facts(asOf: FundsAsOf = {}): Promise<readonly FundFact[]> {
    const rows = await this.rows(asOf).where('type', 'in', ['PooledFundEstablished', 'PooledFundEnded']).orderBy('position').execute();
    return factsOfFunds(fundsAfter(rows.map((row) => this.placed(row))));
  }

  private async events(asOf: FundsAsOf, fundId?: Id<'fund'>): Promise<PlacedFundEvent[]> {
    const all = this.rows(asOf);
    const asked = fundId === undefined ? all : all.where('fund_id', '=', fundId);
    return (await asked.orderBy('position').execute()).map((row) => this.placed(row));
  }

  private rows({ asAt, knownAt, upTo }: FundsAsOf) {
    let query = this.store.withTables<FundTables>().selectFrom('pooled_fund_events').selectAll();
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    if (upTo !== undefined) query = query.where('position', '<=', upTo);
    return query;
  }

  private placed(row: FundTables['pooled_fund_events']): PlacedFundEvent {
    const { origin, body: event } = this.factOf(row);
    return { fundId: row.fund_id, origin, event };
  }
}
