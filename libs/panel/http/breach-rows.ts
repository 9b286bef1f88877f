import type { EventRow } from '@accord/shared/projections';
import type { Page } from '@accord/shared/http';
import type { ReadStore } from '@accord/shared/read-store';
import type { BreachesAsked } from './breach-list';
import type { DecisionAsOf, DecisionPlace } from './decision-records';

interface BreachTables {
  breach_events: EventRow & { panel_id: string; meeting_id: string | null; matter_id: string | null; decision_id: string | null; child_id: string | null };
  decision_meetings: { decision_id: string; meeting_id: string; matter_id: string | null };
}

/** Every breach that was true by a day and recorded by an instant. */
function breachRows(store: ReadStore, { asAt, knownAt }: DecisionAsOf) {
  let query = store.withTables<BreachTables>().selectFrom('breach_events').selectAll();
  if (asAt !== undefined) query = query.where('effective_on', '<=', asAt);
  if (knownAt !== undefined) query = query.where('recorded_at', '<=', knownAt);
  return query.orderBy('position');
}

/** The breaches that name the decision, its matter as a whole, or a whole meeting that considered it. */
export const breachesAbout = (store: ReadStore, { decisionId, matterId, meetingIds }: DecisionPlace & { readonly decisionId: string }, asOf: DecisionAsOf) =>
  breachRows(store, asOf).where((of) =>
    of.or([
      of('decision_id', '=', decisionId),
      of.and([of('decision_id', 'is', null), of('matter_id', '=', matterId ?? '')]),
      of.and([of('decision_id', 'is', null), of('matter_id', 'is', null), of('meeting_id', 'in', ['', ...meetingIds])]),
    ]),
  );

/** The breaches that name a meeting, or one of these matters or decisions outside any other meeting. */
export const breachesAmong = (
  store: ReadStore,
  { meetingId, matterIds, decisionIds }: { readonly meetingId: string; readonly matterIds: readonly string[]; readonly decisionIds: readonly string[] },
  asOf: DecisionAsOf,
) =>
  breachRows(store, asOf).where((of) =>
    of.or([
      of('meeting_id', '=', meetingId),
      of.and([of('meeting_id', 'is', null), of.or([of('matter_id', 'in', ['', ...matterIds]), of('decision_id', 'in', ['', ...decisionIds])])]),
    ]),
  );

/** The breaches asked about, one more than the page so that it is known whether there are more. */
export function breachesAsked(store: ReadStore, asked: BreachesAsked, { place, page }: { readonly place: DecisionPlace | undefined; readonly page: Page<number> | undefined }) {
  const { panel, meeting, decision, from, to } = asked;
  let query = decision === undefined || place === undefined ? breachRows(store, asked) : breachesAbout(store, { ...place, decisionId: decision }, asked);
  if (panel !== undefined) query = query.where('panel_id', '=', panel);
  if (meeting !== undefined) {
    query = query.where((of) =>
      of.or([
        of('meeting_id', '=', meeting),
        of.and([of('meeting_id', 'is', null), of('decision_id', 'in', of.selectFrom('decision_meetings').select('decision_meetings.decision_id').where('decision_meetings.meeting_id', '=', meeting))]),
      ]),
    );
  }
  if (from !== undefined) query = query.where('effective_on', '>=', from);
  if (to !== undefined) query = query.where('effective_on', '<', to);
  if (page?.cursor !== undefined) query = query.where('position', '>', page.cursor);
  return page === undefined ? query : query.limit(page.limit + 1);
}
