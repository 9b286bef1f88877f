import { StoredFunds } from '@accord/funding/application';
import type { StoredFactRow } from '@accord/funding/application';
import type { Position } from '@accord/shared/event-store';
import type { EventRow } from '@accord/shared/projections';
import { projectionPosition } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';

interface FundTables {
  pooled_fund_events: EventRow & { fund_id: string };
}

/** Reads the rows of the projection `pooled-funds` as they stand, for a replay to hold against the record. */
export class StoredFundsReader extends StoredFunds {
  constructor(private readonly store: ReadStore) {
    super();
  }

  position(): Promise<Position> {
    return projectionPosition(this.store, 'pooled-funds');
  }

  async rows(): Promise<readonly StoredFactRow[]> {
    const rows = await this.store.withTables<FundTables>().selectFrom('pooled_fund_events').selectAll().orderBy('position').execute();
    return rows.map(({ fund_id: subject, ...row }) => ({ ...row, about: 'fund', subject }));
  }
}
