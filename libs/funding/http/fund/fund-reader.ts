import { FundsOnRecord, fundsAfter } from '@accord/funding/application';
import type { FundAsKnown, FundsAsOf, PlacedFundEvent } from '@accord/funding/application';
import type { RecordedFundEvent } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import { START } from '@accord/shared/event-store';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { projectionPositions } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';

interface FundTables {
  pooled_fund_events: EventRow & { fund_id: string };
}

/** Reads the pooled funds from the projection `pooled-funds`, each folded from its own events. */
export class FundReader extends FundsOnRecord {
  constructor(
    private readonly store: ReadStore,
    private readonly catalogue: EventCatalogue,
  ) {
    super();
  }

  async position(): Promise<Position> {
    const positions = await projectionPositions(this.store);
    return positions.find(({ projection }) => projection === 'pooled-funds')?.position ?? START;
  }

  async all(asOf: FundsAsOf = {}): Promise<readonly FundAsKnown[]> {
    return fundsAfter(await this.events(asOf));
  }

  async one(fundId: Id<'fund'>, asOf: FundsAsOf = {}): Promise<FundAsKnown | undefined> {
    return fundsAfter(await this.events(asOf, fundId))[0];
  }

  private async events({ asAt, knownAt, upTo }: FundsAsOf, fundId?: Id<'fund'>): Promise<PlacedFundEvent[]> {
    let query = this.store.withTables<FundTables>().selectFrom('pooled_fund_events').selectAll();
    if (fundId !== undefined) query = query.where('fund_id', '=', fundId);
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    if (upTo !== undefined) query = query.where('position', '<=', upTo);
    return (await query.orderBy('position').execute()).map((row) => this.placed(row));
  }

  private placed({ type, schema_version: schemaVersion, data, ...row }: FundTables['pooled_fund_events']): PlacedFundEvent {
    // The projection wrote this text from an object.
    const stored = JSON.parse(data) as object;
    // It keeps only events of funds in this table, and the catalogue has validated the data.
    const event = { type, data: this.catalogue.read({ type, schemaVersion, data: stored }) } as unknown as RecordedFundEvent;
    return { fundId: row.fund_id, origin: { eventId: row.event_id, stream: row.stream, revision: row.revision, recordedAt: row.recorded_at }, event };
  }
}
