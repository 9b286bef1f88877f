import { setImmediate } from 'node:timers/promises';
import { AreaFacts } from '@accord/funding/application';
import type { ChildrenAsked, FactsCounted, FactsOfChild, PlacedFact } from '@accord/funding/application';
import { fundingFactEvents } from '@accord/funding/contracts';
import type { FundingFact } from '@accord/funding/domain';
import type { EventCatalogue } from '@accord/shared/event-contracts';
import type { Position } from '@accord/shared/event-store';
import type { Id } from '@accord/shared/kernel';
import type { EventRow } from '@accord/shared/projections';
import { projectionPosition } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { factReader } from './fact-of-row';

interface FactTables {
  child_funding_facts: EventRow & { child_id: string };
  agreement_facts: EventRow & { agreement_id: string };
}
type ChildRow = FactTables['child_funding_facts'];

/** Where a page begins: with that child, or after it. */
interface Begin {
  readonly at: '>' | '>=';
  readonly childId: string;
}

/** So many rows are in memory at a time; more only of one child who has more. */
const PAGE = 500;

interface Page extends FactsCounted {
  readonly begin: Begin;
  readonly upTo: Position;
  readonly limit: number;
}

/** Reads the facts of a whole area child by child from the projection `funding-facts`. */
export class AreaFactsReader extends AreaFacts {
  private readonly factOf: (row: EventRow) => FundingFact;

  constructor(
    private readonly store: ReadStore,
    catalogue: EventCatalogue,
  ) {
    super();
    this.factOf = factReader(catalogue, fundingFactEvents);
  }

  position(): Promise<Position> {
    return projectionPosition(this.store, 'funding-facts');
  }

  async count(): Promise<number> {
    const tables = this.store.withTables<FactTables>();
    const { count } = await tables
      .selectFrom('child_funding_facts')
      .select((of) => of.fn.count<number>('child_id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async agreements(upTo: Position, { asAt, knownAt }: FactsCounted = {}): Promise<readonly PlacedFact[]> {
    let counted = this.store.withTables<FactTables>().selectFrom('agreement_facts').selectAll().where('position', '<=', upTo);
    if (asAt !== undefined) counted = counted.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) counted = counted.where('recorded_at', '<=', knownAt);
    const rows = await counted.orderBy('position').execute();
    return rows.map((row) => this.placed(row));
  }

  async *children(upTo: Position, { from, ...asOf }: ChildrenAsked = {}): AsyncGenerator<FactsOfChild> {
    let begin: Begin = { at: from === undefined ? '>' : '>=', childId: from ?? '' };
    for (let limit = PAGE; ; ) {
      const rows = await this.page({ begin, upTo, limit, ...asOf });
      const whole = rows.length < limit ? rows : withoutLastChild(rows);
      if (whole.length === 0 && rows.length > 0) {
        // All of the page is about one child, who has more: read on in one piece.
        limit *= 2;
        continue;
      }
      for (const child of byChild(whole)) yield { childId: child.childId, facts: child.rows.map((row) => this.placed(row)) };
      if (rows.length < limit) return;
      begin = { at: '>', childId: whole.at(-1)?.child_id ?? begin.childId };
      limit = PAGE;
      // Whoever asks about a whole area must not keep the process from answering anybody.
      await setImmediate();
    }
  }

  private page({ begin: { at, childId }, upTo, limit, asAt, knownAt }: Page): Promise<ChildRow[]> {
    let counted = this.store.withTables<FactTables>().selectFrom('child_funding_facts').selectAll().where('child_id', at, childId).where('position', '<=', upTo);
    if (asAt !== undefined) counted = counted.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) counted = counted.where('recorded_at', '<=', knownAt);
    return counted.orderBy('child_id').orderBy('position').limit(limit).execute();
  }

  private placed(row: EventRow): PlacedFact {
    return { position: row.position, fact: this.factOf(row) };
  }
}

function withoutLastChild(rows: readonly ChildRow[]): ChildRow[] {
  const last = rows.at(-1)?.child_id;
  return rows.filter(({ child_id: childId }) => childId !== last);
}

function* byChild(rows: readonly ChildRow[]): Generator<{ readonly childId: Id<'child'>; readonly rows: ChildRow[] }> {
  let child: { readonly childId: Id<'child'>; readonly rows: ChildRow[] } | undefined;
  for (const row of rows) {
    if (child?.childId !== row.child_id) {
      if (child) yield child;
      // The column holds `childId` of validated events.
      child = { childId: row.child_id as Id<'child'>, rows: [] };
    }
    child.rows.push(row);
  }
  if (child) yield child;
}
