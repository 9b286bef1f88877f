import { ChildRecordOpened, CriterionMet, OperationRecorded } from '@accord/child/contracts';
import { StandingAgreementApplied } from '@accord/funding/contracts';
import { DecisionRecorded } from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const definitions = [ChildRecordOpened, CriterionMet, OperationRecorded, StandingAgreementApplied, DecisionRecorded];
const row = eventRows(definitions);

/** What happened to a child, and what was decided about the child, in order. */
export const childTimeline = defineProjection<Recorded<(typeof definitions)[number]>>({
  name: 'child-timeline',
  version: 1,
  question: 'What happened to this child, what was decided, and when did we know?',
  tables: {
    child_timeline: {
      columns: { child_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['child_id', 'effective_on', 'position']],
    },
  },
  handles: definitions.map((definition) => definition.type),
  project: (event) => [{ put: 'child_timeline', row: { child_id: event.body.data.childId, ...row(event) } }],
});
