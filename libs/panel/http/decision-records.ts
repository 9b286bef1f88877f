import type { DecisionsOfChild, UrgentDecisionsDue } from '@accord/panel/application';
import { evolveDecision } from '@accord/panel/domain';
import type { DecisionEvent, DecisionOnRecord, DecisionState } from '@accord/panel/domain';
import type { Id, Instant, LondonDate } from '@accord/shared/kernel';
import type { Page } from '@accord/shared/http';
import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import { breachesAbout, breachesAmong, breachesAsked } from './breach-rows';
import type { BreachesAsked } from './breach-list';
import type { RecordedEvents } from './recorded-events';
import type { ReturnsAsked } from './return-list';
import { returnsDue } from './return-rows';

interface RecordTables {
  decisions: { decision_id: string; matter_id: string | null };
  decision_events: EventRow & { decision_id: string; child_id: string };
  decision_meetings: { decision_id: string; meeting_id: string; matter_id: string | null };
  decision_facts: { decision_id: string; fact_stream: string; fact_revision: number };
  decision_standings: { decision_id: string; child_id: string; effect: string; ratify_by: string | null; settled_on: string | null; void_from: string | null };
}

/** Only what was true by a day, and recorded by an instant. Absent: all. */
export interface DecisionAsOf {
  readonly asAt?: LondonDate | undefined;
  readonly knownAt?: Instant | undefined;
}

/** A row of a decision's stream. */
export type DecisionRow = EventRow & { readonly decision_id: string };

/** Where a decision was taken: its matter, and every meeting that considered it. */
export interface DecisionPlace {
  readonly matterId: string | undefined;
  readonly meetingIds: readonly string[];
}

/** What has a say in whether a decision has effect, and with which lines. */
const ruling = [
  ...['DecisionRecorded', 'DecisionRatified', 'RatificationRefused', 'UrgentDecisionRatified', 'UrgentDecisionNotRatified'],
  ...['UrgentDecisionLapsed', 'DecisionCorrectionRequested', 'DecisionCorrected'],
];

/** Reads the events of decisions from the read model `decisions`, and which of them are due from `decision-worklists`. */
export class DecisionRecords implements DecisionsOfChild, UrgentDecisionsDue {
  constructor(private readonly store: ReadStore) {}

  /** Everything in a decision's stream, in the order of the record. */
  async ofDecision(decisionId: string, asOf: DecisionAsOf): Promise<readonly DecisionRow[]> {
    return this.events(asOf).where('decision_id', '=', decisionId).orderBy('position').execute();
  }

  /** At most so many of a decision's events after a position. */
  async pageOf(decisionId: string, asOf: DecisionAsOf, { after, limit }: { after: number; limit: number }): Promise<readonly EventRow[]> {
    const rows = this.events(asOf).where('decision_id', '=', decisionId).where('position', '>', after);
    return rows.orderBy('position').limit(limit).execute();
  }

  /** What rules the effect of these decisions. */
  async rulingOf(decisionIds: readonly string[], asOf: DecisionAsOf): Promise<readonly DecisionRow[]> {
    if (decisionIds.length === 0) return [];
    return this.events(asOf).where('decision_id', 'in', [...decisionIds]).where('type', 'in', ruling).orderBy('position').execute();
  }

  /** What rules the effect of every decision about a child, up to a position where one is given. */
  async rulingOfChild(childId: string, asOf: DecisionAsOf, before?: number): Promise<readonly DecisionRow[]> {
    let query = this.events(asOf).where('child_id', '=', childId).where('type', 'in', ruling);
    if (before !== undefined) query = query.where('position', '<', before);
    return query.orderBy('position').execute();
  }

  async placeOf(decisionId: string): Promise<DecisionPlace> {
    const tables = this.store.withTables<RecordTables>();
    const [decision, meetings] = await Promise.all([
      tables.selectFrom('decisions').select('matter_id').where('decision_id', '=', decisionId).executeTakeFirst(),
      tables.selectFrom('decision_meetings').select(['meeting_id', 'matter_id']).where('decision_id', '=', decisionId).execute(),
    ]);
    const matterId = decision?.matter_id ?? meetings.find(({ matter_id }) => matter_id !== null)?.matter_id;
    return { matterId: matterId ?? undefined, meetingIds: meetings.map(({ meeting_id }) => meeting_id) };
  }

  /** Each stream on which the decision rested, up to the revision that was read. */
  async factsOf(decisionId: string): Promise<readonly { readonly stream: string; readonly revision: number }[]> {
    const tables = this.store.withTables<RecordTables>();
    const rows = await tables.selectFrom('decision_facts').selectAll().where('decision_id', '=', decisionId).orderBy('fact_stream').execute();
    return rows.map(({ fact_stream: stream, fact_revision: revision }) => ({ stream, revision }));
  }

  /** The breaches that name the decision, its matter as a whole, or a whole meeting that considered it. */
  breachesAbout(decisionId: string, place: DecisionPlace, asOf: DecisionAsOf): Promise<readonly EventRow[]> {
    return breachesAbout(this.store, { ...place, decisionId }, asOf).execute();
  }

  /** The breaches that name a meeting, or one of these matters or decisions outside any other meeting. */
  breachesAmong(meetingId: string, concerned: { readonly matterIds: readonly string[]; readonly decisionIds: readonly string[] }, asOf: DecisionAsOf): Promise<readonly EventRow[]> {
    return breachesAmong(this.store, { ...concerned, meetingId }, asOf).execute();
  }

  /** The breaches asked about, in the order of the record; one more than the page. */
  async breaches(asked: BreachesAsked, page: Page<number> | undefined): Promise<readonly EventRow[]> {
    const place = asked.decision === undefined ? undefined : await this.placeOf(asked.decision);
    return breachesAsked(this.store, asked, { place, page }).execute();
  }

  /** Deferrals whose matter has not been decided again; one more than the page. */
  returnsDue(asked: Omit<ReturnsAsked, 'personal'>) {
    return returnsDue(this.store, asked);
  }

  async inForce(childId: Id<'child'>): Promise<readonly Id<'decision'>[]> {
    const rows = await this.store
      .withTables<RecordTables>()
      .selectFrom('decision_standings')
      .select('decision_id')
      .where('child_id', '=', childId)
      .where('effect', '!=', 'none')
      .where((of) => of.or([of('effect', '!=', 'awaiting-ratification'), of('void_from', 'is', null)]))
      .orderBy('decision_id')
      .execute();
    return rows.map(idOf);
  }

  async dueBy(day: LondonDate): Promise<readonly Id<'decision'>[]> {
    const rows = await this.store
      .withTables<RecordTables>()
      .selectFrom('decision_standings')
      .select('decision_id')
      .where('effect', '=', 'urgent-until-ratified')
      .where('settled_on', 'is', null)
      .where('ratify_by', '<', day)
      .orderBy('ratify_by')
      .orderBy('decision_id')
      .execute();
    return rows.map(idOf);
  }

  private events({ asAt, knownAt }: DecisionAsOf) {
    let query = this.store.withTables<RecordTables>().selectFrom('decision_events').selectAll();
    if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
    if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
    return query;
  }
}

// The column holds `decisionId` of validated events.
const idOf = (row: { readonly decision_id: string }): Id<'decision'> => row.decision_id as Id<'decision'>;

/** Folds the events of one decision. */
export function decisionOf(rows: readonly EventRow[], events: RecordedEvents): DecisionState {
  let state: DecisionState = { status: 'unknown' };
  for (const row of rows) {
    const { type, data } = events.sealed(row);
    // The read model keeps a decision's own events alone, and the catalogue has validated the data.
    state = evolveDecision(state, { type, data } as unknown as DecisionEvent);
  }
  return state;
}

/** Folds the events of several decisions; one that was only considered is left out. */
export function decisionsOf(rows: readonly DecisionRow[], events: RecordedEvents): readonly DecisionOnRecord[] {
  const byDecision = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    const known = byDecision.get(row.decision_id);
    if (known) known.push(row);
    else byDecision.set(row.decision_id, [row]);
  }
  return [...byDecision.values()].flatMap((each) => {
    const state = decisionOf(each, events);
    return state.status === 'recorded' ? [state] : [];
  });
}

/** How a decision stands on a day: an urgent one lapses by itself, whether or not that was written down. */
export function standingOn(decision: DecisionOnRecord, day: LondonDate): DecisionOnRecord['standing'] {
  const { standing, urgent } = decision;
  return standing === 'urgent-until-ratified' && urgent !== null && day > urgent.ratifyBy ? 'lapsed' : standing;
}
