import type { AccountingMonthClosed } from '@accord/funding/contracts';
import type { StatementRow } from '@accord/funding/domain';
import type { Recorded } from '@accord/shared/event-contracts';
import { sumPence } from '@accord/shared/kernel';
import type { Id, LondonDate, SignedPence } from '@accord/shared/kernel';
import type { RowsOfChild } from './area-statements';

/** A statement as it is written down, row after row; only what is known of it by its bytes is kept. */
export interface StatementTable {
  add(childId: Id<'child'>, rows: readonly StatementRow[]): void;
  /** SHA-256 of all its bytes, in hexadecimal; asked once, at the end. */
  sha256(): string;
}
/** Begins the statement of an agency for a month. */
export type BeginTable = (asked: { readonly agencyId: Id<'agency'>; readonly month: LondonDate; readonly yearsClosed: readonly LondonDate[] }) => StatementTable;

/** What is kept of an agency's statement: how many rows it has, what they make, and by what it is known again. */
export type StatementDigest = Recorded<typeof AccountingMonthClosed>['data']['agencies'][number];
export type StatementTotal = StatementDigest['totals'][number];

interface Growing {
  readonly table: StatementTable;
  rows: number;
  readonly totals: Map<string, StatementTotal>;
}

/** Sums up the statements of all agencies side by side, in constant memory for each. */
export class StatementDigests {
  private readonly growing = new Map<Id<'agency'>, Growing>();

  constructor(private readonly begin: (agencyId: Id<'agency'>) => StatementTable) {}

  add({ childId, rows }: RowsOfChild): void {
    const byAgency = new Map<Id<'agency'>, StatementRow[]>();
    for (const row of rows) {
      const own = byAgency.get(row.agencyId);
      if (own) own.push(row);
      else byAgency.set(row.agencyId, [row]);
    }
    for (const [agencyId, own] of byAgency) this.of(agencyId).grow(childId, own);
  }

  /** In order of agency id. */
  digests(): StatementDigest[] {
    return [...this.growing]
      .sort(([one], [two]) => (one < two ? -1 : 1))
      .map(([agencyId, { table, rows, totals }]) => ({ agencyId, rows, totals: totalsOf(totals), sha256: table.sha256() }));
  }

  private of(agencyId: Id<'agency'>) {
    const known = this.growing.get(agencyId) ?? { table: this.begin(agencyId), rows: 0, totals: new Map<string, StatementTotal>() };
    this.growing.set(agencyId, known);
    return {
      grow: (childId: Id<'child'>, rows: readonly StatementRow[]) => {
        known.rows += rows.length;
        known.table.add(childId, rows);
        addTotals(known.totals, rows);
      },
    };
  }
}

/** Adds rows to totals by kind and counterparty or fund. */
export function addTotals(totals: Map<string, StatementTotal>, rows: readonly StatementRow[]): void {
  for (const { kind, counterpartyId, fundId, pence } of rows) {
    const key = `${kind} ${counterpartyId ?? ''} ${fundId ?? ''}`;
    totals.set(key, { kind, counterpartyId, fundId, pence: sumPence<SignedPence>([totals.get(key)?.pence ?? pence, ...(totals.has(key) ? [pence] : [])]) });
  }
}

/** In order of kind, then of counterparty or fund. */
export const totalsOf = (totals: ReadonlyMap<string, StatementTotal>): StatementTotal[] =>
  [...totals].sort(([one], [two]) => (one < two ? -1 : 1)).map(([, total]) => total);
