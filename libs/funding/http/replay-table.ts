import { writeTable } from '@accord/shared/tables';
import type { WrittenCell } from '@accord/shared/tables';
import type { ReplayReport } from './replay-report';

/**
 * The columns of a replay as CSV. `row` tells what a row is: `verdict` (one, the first: the question in `from` and
 * `to`, the verdict in `says`, the event where both part in `events`), `figure` (where an amount parts: its day in
 * `from`), `total` (one for each agency, and one without an agency for the cost), `recovery` (one for each agency to which
 * an unspent sum that came back is credited, the day on which it came back in `from`, its pence nothing or less), or `segment` (one for each agency
 * that shares the cost of these days of a line; `from` is the first day, `to` the first no longer covered). `pence`
 * is by the record; `stored_pence` by the read models, given where they are asked: in totals and figures. Where a pooled
 * fund pays for a segment, `fund_id` and `fund` name it, and `pence` is what the agency bears in name.
 */
const columns = [
  ...(['row', 'child_id', 'decision_id', 'line_id', 'category', 'from', 'to', 'agency_id', 'agency', 'pence', 'stored_pence'] as const),
  ...(['source', 'agreement_id', 'agreement_version', 'clause_id', 'events', 'says', 'fund_id', 'fund'] as const),
] as const;
type Row = Partial<Record<(typeof columns)[number], WrittenCell>>;

/** The report as CSV (RFC 4180), safe to open in a spreadsheet: the same bytes for the same report. */
export const replayAsTable = (report: ReplayReport): string =>
  writeTable(columns, [verdictRow(report), ...figureRows(report), ...totalRows(report), ...segmentRows(report), ...recoveryRows(report)]);

const verdictRow = ({ question: { from, to }, event, says }: ReplayReport): Row => ({
  ...{ row: 'verdict', from, to, says },
  ...(event === null ? {} : { child_id: event.childId ?? undefined, events: event.eventId }),
});

function figureRows({ figure }: ReplayReport): Row[] {
  if (figure === null) return [];
  const { childId: child_id, decisionId: decision_id, lineId: line_id, day: from, agencyId: agency_id, agency, event } = figure;
  const pence = { pence: figure.recordedPence, stored_pence: figure.storedPence };
  return [{ row: 'figure', child_id, decision_id, line_id, from, agency_id, agency, ...pence, events: event.eventId }];
}

function totalRows({ totals, storedTotals }: ReplayReport): Row[] {
  const stored = storedTotals ?? totals;
  const named = new Map([...totals.agencies, ...stored.agencies].map(({ agencyId, agency }) => [agencyId, agency]));
  const penceOf = (all: typeof totals, id: string): number => all.agencies.find(({ agencyId }) => agencyId === id)?.pence ?? 0;
  const agencies = [...named].map(([agency_id, agency]) => ({
    ...{ row: 'total', agency_id, agency, pence: penceOf(totals, agency_id), stored_pence: penceOf(stored, agency_id) },
  }));
  return [{ row: 'total', pence: totals.costPence, stored_pence: stored.costPence }, ...agencies];
}

const segmentRows = ({ segments }: ReplayReport): Row[] =>
  segments.flatMap(({ amounts, why, paidBy, ...segment }) =>
    amounts.map(({ agencyId: agency_id, agency, pence }) => ({
      ...{ row: 'segment', child_id: segment.childId, decision_id: segment.decisionId, line_id: segment.lineId, category: segment.category },
      ...{ from: segment.from, to: segment.to, agency_id, agency, pence, source: why.kind },
      ...(why.kind === 'standing-agreement' ? { agreement_id: why.agreementId, clause_id: why.clauseId } : {}),
      ...{ agreement_version: segment.agreementVersion ?? undefined, says: why.says },
      events: why.events.map(({ eventId }) => eventId).join(' '),
      ...(paidBy === undefined ? {} : { fund_id: paidBy.fundId, fund: paidBy.fund }),
    })),
  );

const recoveryRows = ({ recoveries }: ReplayReport): Row[] =>
  recoveries.flatMap(({ amounts, childId: child_id, decisionId: decision_id, lineId: line_id, category, on: from, says, events }) =>
    amounts.map(({ agencyId: agency_id, agency, pence }) => ({
      ...{ row: 'recovery', child_id, decision_id, line_id, category, from, agency_id, agency, pence, says },
      events: events.map(({ eventId }) => eventId).join(' '),
    })),
  );
