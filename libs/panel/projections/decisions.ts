import { BreachRecorded, decisionEvents } from '@accord/panel/contracts';
import type { DecisionRecorded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';
import type { ProjectedEvent, RowChange } from '@accord/shared/projections';

const definitions = [...decisionEvents, BreachRecorded];
const row = eventRows(definitions);

type Event = ProjectedEvent<Recorded<(typeof definitions)[number]>>;
type DataOf<D extends (typeof definitions)[number]> = Recorded<D>['data'];

/** How an agency had to do with a decision. */
export type PartInDecision = 'sat' | 'officer' | 'position' | 'pays' | 'declined-to-contribute' | 'ratifier';

/**
 * Decisions by child, panel, agency, outcome and day, with every event of theirs and every breach that is on
 * record, so that each can be read as at any day and as known at any instant.
 */
export const decisions = defineProjection<Event['body']>({
  name: 'decisions',
  version: 3,
  question: 'What was decided, by whom, on what, and what became of it?',
  tables: {
    decisions: {
      columns: {
        ...{ decision_id: 'text', child_id: 'text', panel_id: 'text', matter_id: 'text?', meeting_id: 'text?' },
        ...{ outcome: 'text', effect: 'text', decided_on: 'text', recorded_at: 'text', position: 'integer' },
        // The day on which a deferred matter is to be back.
        returns_on: 'text?',
        // 1 or 0.
        ...{ without_prejudice: 'integer', needs: 'json' },
      },
      key: ['decision_id'],
      indexes: [
        ['decided_on', 'position'],
        ['child_id', 'decided_on', 'position'],
        ['panel_id', 'decided_on', 'position'],
        ['outcome', 'decided_on', 'position'],
        ['outcome', 'returns_on', 'position'],
        ['matter_id', 'position'],
      ],
    },
    decision_agencies: {
      // One row for each event that gave the agency that part, so that what was known when stays visible.
      columns: { decision_id: 'text', agency_id: 'text', part: 'text', position: 'integer', effective_on: 'text', recorded_at: 'text' },
      key: ['decision_id', 'agency_id', 'part', 'position'],
      indexes: [['agency_id', 'decision_id']],
    },
    decision_events: {
      columns: { decision_id: 'text', child_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [
        ['decision_id', 'position'],
        ['child_id', 'position'],
      ],
    },
    decision_meetings: {
      // Every meeting in which it was considered, an urgent one also where it was to be ratified.
      columns: { decision_id: 'text', meeting_id: 'text', matter_id: 'text?' },
      key: ['decision_id', 'meeting_id'],
    },
    decision_facts: {
      columns: { decision_id: 'text', fact_stream: 'text', fact_revision: 'integer' },
      key: ['decision_id', 'fact_stream'],
    },
    breach_events: {
      columns: {
        ...{ panel_id: 'text', meeting_id: 'text?', matter_id: 'text?', decision_id: 'text?', child_id: 'text?' },
        ...eventColumns,
      },
      key: ['position'],
      indexes: [
        ['decision_id', 'position'],
        ['matter_id', 'position'],
        ['meeting_id', 'position'],
        ['panel_id', 'position'],
      ],
    },
  },
  handles: definitions.map((definition) => definition.type),
  project(event) {
    const { body } = event;
    if (body.type === 'BreachRecorded') return [breachRow(event, body.data)];
    const { decisionId: decision_id, childId: child_id } = body.data;
    const kept: RowChange = { put: 'decision_events', row: { decision_id, child_id, ...row(event) } };
    switch (body.type) {
      case 'DecisionRecorded': {
        const { meetingId, matterId } = body.data;
        const meeting = meetingId === null ? [] : [meetingRow(decision_id, meetingId, matterId)];
        const facts = factRows(event, decision_id);
        return [kept, decisionRow(event, body.data), ...meeting, ...facts, ...agencyRows(event, partsIn(body.data))];
      }
      case 'DecisionCorrected':
        return [kept, ...agencyRows(event, [...payers(body.data.lines ?? []), ...positions(body.data.positions ?? [])])];
      case 'DecisionRatified':
      case 'RatificationRefused':
        return [kept, ...agencyRows(event, [['ratifier', body.data.ratifier.agencyId]])];
      case 'UrgentDecisionRatified':
      case 'UrgentDecisionNotRatified':
        return [kept, ...agencyRows(event, present(body.data.sitting.present))];
      case 'DiscussionNoted':
      case 'PositionTaken':
      case 'VoteCast':
      case 'CastingVoteGiven':
      case 'ContributionDeclined':
        return [kept, meetingRow(decision_id, body.data.meetingId, body.data.matterId)];
      case 'UrgentDecisionLapsed':
      case 'DecisionCorrectionRequested':
      case 'DecisionCorrectionRefused':
      case 'ConditionMet':
      case 'ConditionWaived':
      case 'ProvisionStarted':
      case 'ProvisionDelayed':
      case 'ProvisionNotAvailable':
      case 'ProvisionEnded':
        return [kept];
    }
  },
});

function decisionRow({ position, recordedAt: recorded_at }: Event, data: DataOf<typeof DecisionRecorded>): RowChange {
  const { decisionId: decision_id, childId: child_id, panelId: panel_id, matterId: matter_id, meetingId: meeting_id } = data;
  const { outcome, effect, on: decided_on, returnsOn: returns_on } = data;
  const found = { without_prejudice: data.withoutPrejudice ? 1 : 0, needs: JSON.stringify(data.needs) };
  const ids = { decision_id, child_id, panel_id, matter_id, meeting_id };
  return { put: 'decisions', row: { ...ids, outcome, effect, decided_on, recorded_at, position, returns_on, ...found } };
}

const meetingRow = (decision_id: string, meeting_id: string, matter_id: string | null): RowChange => ({
  put: 'decision_meetings',
  row: { decision_id, meeting_id, matter_id },
});

/** What the decision rested on: each stream that was read, up to its revision. */
const factRows = ({ metadata }: Event, decision_id: string): readonly RowChange[] =>
  (metadata.restsOn ?? []).map(({ stream: fact_stream, revision: fact_revision }) => ({
    put: 'decision_facts',
    row: { decision_id, fact_stream, fact_revision },
  }));

type Part = readonly [PartInDecision, agencyId: string];

function agencyRows({ body, position, recordedAt: recorded_at }: Event, parts: readonly Part[]): readonly RowChange[] {
  if (body.type === 'BreachRecorded') return [];
  const { decisionId: decision_id, on: effective_on } = body.data;
  const once = new Map(parts.map((part) => [part.join(' '), part]));
  return [...once.values()].map(([part, agency_id]) => ({
    put: 'decision_agencies',
    row: { decision_id, agency_id, part, position, effective_on, recorded_at },
  }));
}

const partsIn = (data: DataOf<typeof DecisionRecorded>): readonly Part[] => [
  ...present(data.sitting?.present ?? []),
  ...(data.urgent?.officers ?? []).map(({ agencyId }): Part => ['officer', agencyId]),
  ...positions(data.positions),
  ...payers(data.lines),
  ...data.contributionsDeclined.map((agencyId): Part => ['declined-to-contribute', agencyId]),
];

type Lines = DataOf<typeof DecisionRecorded>['lines'];
type Positions = DataOf<typeof DecisionRecorded>['positions'];
type Present = NonNullable<DataOf<typeof DecisionRecorded>['sitting']>['present'];

const present = (seated: Present): readonly Part[] => seated.map(({ agencyId }) => ['sat', agencyId]);
const positions = (taken: Positions): readonly Part[] => taken.map(({ agencyId }) => ['position', agencyId]);
const payers = (lines: Lines): readonly Part[] =>
  lines.flatMap(({ split }) => split.parts.filter(({ weight }) => weight > 0).map(({ agencyId }): Part => ['pays', agencyId]));

function breachRow(event: Event, data: DataOf<typeof BreachRecorded>): RowChange {
  const { panelId: panel_id, meetingId: meeting_id, matterId: matter_id, decisionId: decision_id, childId: child_id } = data;
  return { put: 'breach_events', row: { panel_id, meeting_id, matter_id, decision_id, child_id, ...row(event) } };
}
