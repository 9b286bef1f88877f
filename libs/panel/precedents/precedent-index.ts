import type { Transaction } from 'kysely';
import type { LineCategory, NeedCategory } from '@accord/panel/contracts';
import { migrate } from '@accord/shared/read-store';
import type { ReadStore } from '@accord/shared/read-store';
import { tokensOf } from './index-tokens';
import type { KeyedHash } from './index-tokens';
import { precedentMigrations } from './index-tables';
import type { PrecedentTables } from './index-tables';
import type { Month, Precedent, PrecedentOutcome, PrecedentStanding } from './precedent';
import { postgresTokens, sqliteTokens } from './token-index';
import type { PrecedentRow, Sought, TokenIndex } from './token-index';

/** A precedent as the index gives it: everything but the words. */
export interface FoundPrecedent extends Omit<Precedent, 'stems' | 'supersedes' | 'position' | 'panelKind'> {
  readonly place: number;
  /** Whether a later decision has taken the place of a line of it, or ended one. */
  readonly superseded: boolean;
}

type Writing = Transaction<PrecedentTables>;

/** Past decisions by facts and by hashes of their words, beside the checkpoints of reactions. */
export class PrecedentIndex {
  private constructor(
    private readonly store: ReadStore,
    private readonly tokens: TokenIndex,
    private readonly keyedHash: KeyedHash,
  ) {}

  static async in(store: ReadStore, keyedHash: KeyedHash): Promise<PrecedentIndex> {
    await migrate(store, precedentMigrations(store));
    return new PrecedentIndex(store, store.engine === 'sqlite' ? sqliteTokens : postgresTokens, keyedHash);
  }

  /** Keeps precedents, each in place of what was kept of its decision. All or none; repeating it changes nothing. */
  async put(precedents: readonly Precedent[]): Promise<void> {
    await this.writing(async (transaction) => {
      for (const precedent of precedents) await this.putOne(transaction, precedent);
    });
  }

  /** Keeps nothing of a decision. */
  async remove(decisionId: string): Promise<void> {
    await this.writing((transaction) => this.removeWhere(transaction, 'decision_id', decisionId));
  }

  /**
   * Keeps nothing of a child, in the index's own storage either. To be called once the child's keys are destroyed,
   * by a reaction to the erasure: an event of the child that is handled later finds its words erased, and keeps nothing.
   */
  async forgetChild(childId: string): Promise<void> {
    await this.writing((transaction) => this.removeWhere(transaction, 'child_id', childId));
    await this.tokens.purge(this.store);
  }

  /** Keeps nothing at all. */
  async clear(): Promise<void> {
    await this.writing(async (transaction) => {
      await this.tokens.clear(transaction);
      await transaction.deleteFrom('precedents').execute();
      await transaction.deleteFrom('precedent_supersessions').execute();
    });
  }

  /** Newest first. */
  async find(sought: Sought): Promise<readonly FoundPrecedent[]> {
    const { rows } = await this.tokens.find(sought).execute(this.store.db);
    return rows.map(found);
  }

  private writing(work: (transaction: Writing) => Promise<void>): Promise<void> {
    return this.store.withTables<PrecedentTables>().transaction().execute(work);
  }

  private async putOne(transaction: Writing, precedent: Precedent): Promise<void> {
    const { decisionId, supersedes } = precedent;
    const tokens = tokensOf(precedent, this.keyedHash);
    const row = rowOf(precedent);
    // First of all, so that another process at the same decision waits here for this one to be done.
    await transaction
      .insertInto('precedents')
      .values(row)
      .onConflict((conflict) => conflict.column('place').doUpdateSet(row))
      .execute();
    await this.tokens.put(transaction, row.place, tokens);
    await transaction.deleteFrom('precedent_supersessions').where('by_decision_id', '=', decisionId).execute();
    const superseded = supersedes.map((earlier) => ({ decision_id: earlier, by_decision_id: decisionId }));
    if (superseded.length > 0) await transaction.insertInto('precedent_supersessions').values(superseded).execute();
  }

  private async removeWhere(transaction: Writing, column: 'decision_id' | 'child_id', value: string): Promise<void> {
    const removed = await transaction.deleteFrom('precedents').where(column, '=', value).returning(['place', 'decision_id']).execute();
    for (const { place, decision_id } of removed) {
      await this.tokens.remove(transaction, place);
      await transaction
        .deleteFrom('precedent_supersessions')
        .where((is) => is.or([is('by_decision_id', '=', decision_id), is('decision_id', '=', decision_id)]))
        .execute();
    }
  }
}

const FIRST_YEAR = 1900;
/** Positions below this keep months apart: a log of two terabytes, where a position is an address in it. */
const POSITIONS = 2 ** 41;

const monthNumber = (month: Month): number => (Number(month.slice(0, 4)) - FIRST_YEAR) * 12 + Number(month.slice(5)) - 1;

/** Where a decision stands in the order of all: by month, then as recorded. Below 2^53 up to the year 2200. */
export const placeOf = (month: Month, position: number): number => monthNumber(month) * POSITIONS + position;

/** The first place of a month. */
export const monthBegins = (month: Month): number => placeOf(month, 0);

function monthAt(place: number): Month {
  const month = Math.floor(place / POSITIONS);
  return `${FIRST_YEAR + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const rowOf = (precedent: Precedent): PrecedentTables['precedents'] => ({
  place: placeOf(precedent.decidedIn, precedent.position),
  ...{ decision_id: precedent.decisionId, child_id: precedent.childId, panel_id: precedent.panelId },
  ...{ panel_kind: precedent.panelKind, outcome: precedent.outcome, standing: precedent.standing },
  ...{ needs: JSON.stringify(precedent.needs), categories: JSON.stringify(precedent.categories) },
  ...{ cost_band: precedent.costBand, event_id: precedent.eventId, event_type: precedent.eventType, principle: precedent.principle },
});

/** Each cast: only `rowOf` writes these columns, from the same types. */
const found = (row: PrecedentRow): FoundPrecedent => ({
  ...{ place: row.place, decidedIn: monthAt(row.place), costBand: row.cost_band, eventId: row.event_id },
  ...{ principle: row.principle, superseded: Boolean(row.superseded) },
  decisionId: row.decision_id as FoundPrecedent['decisionId'],
  childId: row.child_id as FoundPrecedent['childId'],
  panelId: row.panel_id as FoundPrecedent['panelId'],
  eventType: row.event_type as FoundPrecedent['eventType'],
  outcome: row.outcome as PrecedentOutcome,
  standing: row.standing as PrecedentStanding,
  needs: JSON.parse(row.needs) as readonly NeedCategory[],
  categories: JSON.parse(row.categories) as readonly LineCategory[],
});
