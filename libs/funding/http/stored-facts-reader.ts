import { StoredFacts } from '@accord/funding/application';
import type { StoredFactRow, StoredFactsAsked } from '@accord/funding/application';
import type { Position } from '@accord/shared/event-store';
import type { EventRow } from '@accord/shared/projections';
import { projectionPosition } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';

interface FactTables {
  child_funding_facts: EventRow & { child_id: string };
  agreement_facts: EventRow & { agreement_id: string };
}

/** Reads the rows of the projection `funding-facts` as they stand, for a replay to hold against the record. */
export class StoredFactsReader extends StoredFacts {
  constructor(private readonly store: ReadStore) {
    super();
  }

  position(): Promise<Position> {
    return projectionPosition(this.store, 'funding-facts');
  }

  async rows(asked: StoredFactsAsked): Promise<readonly StoredFactRow[]> {
    const [ofChildren, ofAgreements] = await Promise.all([this.childRows(asked), this.agreementRows(asked)]);
    // Each is a whole page or the rest: the first rows of both together are the first rows of all.
    const all = [...ofChildren, ...ofAgreements].sort((one, two) => one.position - two.position);
    // A row that was put into the other table too stays with its twin: the next page begins after their position.
    const twin = all[asked.limit]?.position === all[asked.limit - 1]?.position ? 1 : 0;
    return all.slice(0, asked.limit + twin);
  }

  private async childRows({ childId, after, upTo, limit }: StoredFactsAsked): Promise<StoredFactRow[]> {
    const all = this.store.withTables<FactTables>().selectFrom('child_funding_facts').select(['child_id as subject', ...columns]);
    const chosen = childId === undefined ? all : all.where('child_id', '=', childId);
    const rows = await chosen.where('position', '>', after).where('position', '<=', upTo).orderBy('position').limit(limit).execute();
    return about('child', rows);
  }

  private async agreementRows({ after, upTo, limit }: StoredFactsAsked): Promise<StoredFactRow[]> {
    const all = this.store.withTables<FactTables>().selectFrom('agreement_facts').select(['agreement_id as subject', ...columns]);
    const rows = await all.where('position', '>', after).where('position', '<=', upTo).orderBy('position').limit(limit).execute();
    return about('agreement', rows);
  }
}

const columns = [
  ...(['position', 'event_id', 'type', 'schema_version', 'stream', 'revision'] as const),
  ...(['effective_on', 'recorded_at', 'actor', 'agency', 'role', 'data'] as const),
] as const satisfies readonly (keyof EventRow)[];

type Owned = Omit<StoredFactRow, 'about'>;
/** Said on the rows themselves, which are nobody else's: a large record has many. */
const about = (kind: StoredFactRow['about'], rows: readonly Owned[]): StoredFactRow[] => rows.map((row) => Object.assign(row, { about: kind }));
