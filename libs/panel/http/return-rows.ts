import type { EventRow } from '@accord/shared/projections';
import type { ReadStore } from '@accord/shared/read-store';
import type { ReturnsAsked } from './return-list';

interface ReturnTables {
  decisions: { decision_id: string; panel_id: string; matter_id: string | null; meeting_id: string | null; outcome: string; decided_on: string; returns_on: string | null; recorded_at: string; position: number };
  decision_events: EventRow & { decision_id: string; child_id: string };
  matter_events: EventRow & { matter_id: string };
}

const LAST_INSTANT = '9999-12-31T23:59:59.999Z';

/**
 * Deferrals whose matter was neither decided again nor withdrawn by the day, as known at the instant: one more than
 * the page, so that it is known whether there are more.
 */
export function returnsDue(store: ReadStore, { day, by, panel, knownAt = LAST_INSTANT, page: { cursor, limit } }: Omit<ReturnsAsked, 'personal'>) {
  let query = stillDeferred(store, { day, knownAt }).where('deferral.returns_on', '<=', by);
  if (panel !== undefined) query = query.where('deferral.panel_id', '=', panel);
  if (cursor !== undefined) query = query.where((of) => of(of.refTuple('deferral.returns_on', 'deferral.position'), '>', of.tuple(...cursor)));
  return query.orderBy('deferral.returns_on').orderBy('deferral.position').limit(limit + 1).execute();
}

const stillDeferred = (store: ReadStore, { day, knownAt }: { readonly day: string; readonly knownAt: string }) =>
  store
    .withTables<ReturnTables>()
    .selectFrom('decisions as deferral')
    .innerJoin('decision_events as event', 'event.position', 'deferral.position')
    .selectAll('event')
    .select(['deferral.panel_id', 'deferral.meeting_id'])
    // Both are there: the query leaves out what has none.
    .select((of) => [of.ref('deferral.matter_id').$castTo<string>().as('matter_id'), of.ref('deferral.returns_on').$castTo<string>().as('returns_on')])
    .where('deferral.outcome', '=', 'deferred')
    .where('deferral.matter_id', 'is not', null)
    .where('deferral.returns_on', 'is not', null)
    .where('deferral.decided_on', '<=', day)
    .where('deferral.recorded_at', '<=', knownAt)
    .where((of) => {
      const decidedAgain = of
        .selectFrom('decisions as later')
        .select('later.position')
        .whereRef('later.matter_id', '=', 'deferral.matter_id')
        .whereRef('later.position', '>', 'deferral.position')
        .where('later.decided_on', '<=', day)
        .where('later.recorded_at', '<=', knownAt);
      const withdrawn = of
        .selectFrom('matter_events as withdrawal')
        .select('withdrawal.position')
        .whereRef('withdrawal.matter_id', '=', 'deferral.matter_id')
        .where('withdrawal.type', '=', 'MatterWithdrawn')
        .where('withdrawal.effective_on', '<=', day)
        .where('withdrawal.recorded_at', '<=', knownAt);
      return of.not(of.or([of.exists(decidedAgain), of.exists(withdrawn)]));
    });
