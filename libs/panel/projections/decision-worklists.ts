import { decisionEffects } from '@accord/panel/contracts';
import type {
  ConditionMet,
  ConditionWaived,
  DecisionCorrected,
  DecisionEffect,
  DecisionRatified,
  DecisionRecorded,
  ProvisionDelayed,
  ProvisionEnded,
  ProvisionNotAvailable,
  ProvisionStarted,
  RatificationRefused,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
} from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection } from '@accord/shared/projections';
import type { ProjectedEvent, RowChange } from '@accord/shared/projections';

type Due = Recorded<
  | typeof DecisionRecorded
  | typeof DecisionRatified
  | typeof RatificationRefused
  | typeof UrgentDecisionRatified
  | typeof UrgentDecisionNotRatified
  | typeof UrgentDecisionLapsed
  | typeof DecisionCorrected
  | typeof ConditionMet
  | typeof ConditionWaived
  | typeof ProvisionStarted
  | typeof ProvisionDelayed
  | typeof ProvisionNotAvailable
  | typeof ProvisionEnded
>;
type RecordedData = Recorded<typeof DecisionRecorded>['data'];

/**
 * What has still to happen after a decision: ratification, conditions, provision. Every row says since which
 * day and until which, so that the lists can be asked as at any day; none of them knows what day it is.
 */
export const decisionWorklists = defineProjection<Due>({
  name: 'decision-worklists',
  version: 2,
  question: 'What was decided and has still to be ratified, met or provided, and since when?',
  tables: {
    decision_standings: {
      columns: {
        ...{ decision_id: 'text', child_id: 'text', panel_id: 'text', effect: 'text', decided_on: 'text' },
        // The day on which it came to have effect; `null` for one without effect, or not yet.
        effect_since: 'text?',
        // First day of its lines' effect where a ratification named one.
        lines_from: 'text?',
        // Last day for the panel to ratify an urgent one.
        ratify_by: 'text?',
        // The day on which its ratification was settled, either way, or it lapsed.
        settled_on: 'text?',
        // First day on which it is refused or lapsed.
        void_from: 'text?',
        // Position of the event that says how its lines and its conditions read.
        ...{ lines_reading: 'integer', conditions_reading: 'integer' },
      },
      // With the effect, so that an event can say on decisions of which effect it has a bearing.
      key: ['decision_id', 'effect'],
      indexes: [
        ['effect', 'settled_on'],
        ['child_id'],
      ],
    },
    ratifications_awaited: {
      columns: { decision_id: 'text', agency_id: 'text', settled_on: 'text?' },
      key: ['decision_id', 'agency_id'],
      indexes: [['agency_id', 'settled_on']],
    },
    decision_conditions: {
      columns: { decision_id: 'text', condition_id: 'text', reading: 'integer', agency_id: 'text', post: 'text', due_on: 'text' },
      key: ['decision_id', 'condition_id', 'reading'],
      indexes: [['due_on'], ['agency_id', 'due_on']],
    },
    condition_settlements: {
      columns: { decision_id: 'text', condition_id: 'text', settled_on: 'text' },
      key: ['decision_id', 'condition_id'],
    },
    decision_lines: {
      columns: {
        ...{ decision_id: 'text', line_id: 'text', reading: 'integer', category: 'text', from_day: 'text', to_day: 'text?' },
        ...{ replaces_decision: 'text?', replaces_line: 'text?' },
      },
      key: ['decision_id', 'line_id', 'reading'],
      indexes: [['replaces_decision', 'replaces_line'], ['from_day']],
    },
    line_endings: {
      columns: { decision_id: 'text', of_decision: 'text', of_line: 'text', from_day: 'text' },
      key: ['decision_id', 'of_decision', 'of_line'],
      indexes: [['of_decision', 'of_line']],
    },
    line_reports: {
      columns: {
        ...{ decision_id: 'text', line_id: 'text', position: 'integer', reported_on: 'text', report: 'text' },
        ...{ barrier: 'text?', expected_on: 'text?' },
      },
      key: ['decision_id', 'line_id', 'position'],
    },
  },
  handles: [
    'DecisionRecorded',
    'DecisionRatified',
    'RatificationRefused',
    'UrgentDecisionRatified',
    'UrgentDecisionNotRatified',
    'UrgentDecisionLapsed',
    'DecisionCorrected',
    'ConditionMet',
    'ConditionWaived',
    'ProvisionStarted',
    'ProvisionDelayed',
    'ProvisionNotAvailable',
    'ProvisionEnded',
  ],
  project(event) {
    const { body } = event;
    switch (body.type) {
      case 'DecisionRecorded':
        return recorded(body.data, event.position);
      case 'DecisionCorrected':
        return corrected(body.data, event.position);
      case 'DecisionRatified':
      case 'RatificationRefused':
      case 'UrgentDecisionRatified':
      case 'UrgentDecisionNotRatified':
      case 'UrgentDecisionLapsed':
        return settled(body);
      case 'ConditionMet':
      case 'ConditionWaived': {
        const { decisionId: decision_id, conditionId: condition_id, on: settled_on } = body.data;
        return [{ put: 'condition_settlements', row: { decision_id, condition_id, settled_on } }];
      }
      case 'ProvisionStarted':
      case 'ProvisionDelayed':
      case 'ProvisionNotAvailable':
      case 'ProvisionEnded':
        return [report(body, event)];
    }
  },
});

function recorded(data: RecordedData, reading: number): readonly RowChange[] {
  const { decisionId: decision_id, childId: child_id, panelId: panel_id, effect, on: decided_on } = data;
  const hasEffect = effect === 'at-once' || effect === 'urgent-until-ratified';
  const standing = {
    ...{ decision_id, child_id, panel_id, effect, decided_on },
    ...{ effect_since: hasEffect ? decided_on : null, lines_from: null, settled_on: null, void_from: null },
    ...{ ratify_by: data.urgent?.ratifyBy ?? null, lines_reading: reading, conditions_reading: reading },
  };
  const mayWait = effect === 'awaiting-ratification' || effect === 'urgent-until-ratified';
  const awaited = mayWait ? data.commitments.filter((each) => !each.withinAuthority) : [];
  return [
    { put: 'decision_standings', row: standing },
    ...awaited.map(({ agencyId: agency_id }) => ({
      put: 'ratifications_awaited',
      row: { decision_id, agency_id, settled_on: null },
    })),
    ...lineRows(decision_id, data.lines, reading),
    ...conditionRows(decision_id, data.conditions, reading),
    ...data.ends.map(({ decisionId: of_decision, lineId: of_line, from: from_day }) => ({
      put: 'line_endings',
      row: { decision_id, of_decision, of_line, from_day },
    })),
  ];
}

/** A correction says anew how lines or conditions read; what it does not name reads as before. */
function corrected(data: Recorded<typeof DecisionCorrected>['data'], reading: number): readonly RowChange[] {
  const { decisionId: decision_id, lines, conditions } = data;
  // A correction does not say which effect the decision had; only one of these rows is there.
  const reads = (set: Readonly<Record<string, number>>): readonly RowChange[] =>
    decisionEffects.map((effect) => ({ patch: 'decision_standings', key: { decision_id, effect }, set }));
  return [
    ...(lines ? reads({ lines_reading: reading }) : []),
    ...(conditions ? reads({ conditions_reading: reading }) : []),
    ...lineRows(decision_id, lines ?? [], reading),
    ...conditionRows(decision_id, conditions ?? [], reading),
  ];
}

const lineRows = (decision_id: string, lines: RecordedData['lines'], reading: number): readonly RowChange[] =>
  lines.map(({ lineId: line_id, category, period, replaces }) => ({
    put: 'decision_lines',
    row: {
      ...{ decision_id, line_id, reading, category, from_day: period.from, to_day: period.to },
      ...{ replaces_decision: replaces?.decisionId ?? null, replaces_line: replaces?.lineId ?? null },
    },
  }));

const conditionRows = (decision_id: string, conditions: RecordedData['conditions'], reading: number): readonly RowChange[] =>
  conditions.map(({ conditionId: condition_id, owner, dueOn: due_on }) => ({
    put: 'decision_conditions',
    row: { decision_id, condition_id, reading, agency_id: owner.agencyId, post: owner.post, due_on },
  }));

type Settling = Extract<
  Due,
  { type: 'DecisionRatified' | 'RatificationRefused' | 'UrgentDecisionRatified' | 'UrgentDecisionNotRatified' | 'UrgentDecisionLapsed' }
>;

function settled(body: Settling): readonly RowChange[] {
  const { decisionId: decision_id, on } = body.data;
  const ofEffect = (effect: DecisionEffect) => (set: Readonly<Record<string, string | null>>): RowChange => ({
    ...{ patch: 'decision_standings', key: { decision_id, effect }, set },
  });
  const [awaiting, urgent] = [ofEffect('awaiting-ratification'), ofEffect('urgent-until-ratified')];
  switch (body.type) {
    case 'DecisionRatified': {
      // An urgent decision has its effect before, and is settled by the panel alone.
      const { ratifier, stillAwaited, effectiveFrom } = body.data;
      const key = { decision_id, agency_id: ratifier.agencyId };
      const ratified: RowChange = { patch: 'ratifications_awaited', key, set: { settled_on: on } };
      return stillAwaited.length > 0
        ? [ratified]
        : [ratified, awaiting({ settled_on: on, effect_since: on, lines_from: effectiveFrom })];
    }
    case 'RatificationRefused':
      return [awaiting({ settled_on: on, void_from: on })];
    case 'UrgentDecisionRatified':
      // Given in time, it counts though a lapse was written down before it.
      return [urgent({ settled_on: on, void_from: null })];
    case 'UrgentDecisionNotRatified':
      return [urgent({ settled_on: on, void_from: body.data.lapsesFrom })];
    case 'UrgentDecisionLapsed':
      return [urgent({ settled_on: on, void_from: on })];
  }
}

type Report = Extract<Due, { type: 'ProvisionStarted' | 'ProvisionDelayed' | 'ProvisionNotAvailable' | 'ProvisionEnded' }>;

/** What a report says of a line. */
export type LineReport = 'started' | 'delayed' | 'not-available' | 'ended';
const reports: Readonly<Record<Report['type'], LineReport>> = {
  ProvisionStarted: 'started',
  ProvisionDelayed: 'delayed',
  ProvisionNotAvailable: 'not-available',
  ProvisionEnded: 'ended',
};

function report({ type, data }: Report, { position }: ProjectedEvent): RowChange {
  const { decisionId: decision_id, lineId: line_id, on: reported_on } = data;
  const barrier = 'barrier' in data ? data.barrier : null;
  const expected_on = 'expectedOn' in data ? data.expectedOn : null;
  const said = { report: reports[type], barrier, expected_on };
  return { put: 'line_reports', row: { decision_id, line_id, position, reported_on, ...said } };
}
