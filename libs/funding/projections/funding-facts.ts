import { CriterionMet, OperationRecorded } from '@accord/child/contracts';
import { StandingAgreementApplied, StandingAgreementCameIntoForce, StandingAgreementRecorded } from '@accord/funding/contracts';
import {
  DecisionCorrected,
  DecisionRatified,
  DecisionRecorded,
  UrgentDecisionLapsed,
  UrgentDecisionNotRatified,
  UrgentDecisionRatified,
} from '@accord/panel/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const definitions = [
  DecisionRecorded,
  DecisionRatified,
  UrgentDecisionRatified,
  UrgentDecisionNotRatified,
  UrgentDecisionLapsed,
  DecisionCorrected,
  OperationRecorded,
  CriterionMet,
  StandingAgreementRecorded,
  StandingAgreementCameIntoForce,
  StandingAgreementApplied,
];
const row = eventRows(definitions);

/**
 * The facts that decide who pays, by child and by agreement. The answer is computed from them when it is
 * asked for, so that it can be given as at any day and as known at any instant.
 */
export const fundingFacts = defineProjection<Recorded<(typeof definitions)[number]>>({
  name: 'funding-facts',
  version: 2,
  question: 'Who pays what for this child between two dates, and why?',
  tables: {
    child_funding_facts: {
      columns: { child_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['child_id', 'position']],
    },
    agreement_facts: {
      columns: { agreement_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['agreement_id', 'position']],
    },
  },
  handles: definitions.map((definition) => definition.type),
  project(event) {
    const { body } = event;
    switch (body.type) {
      case 'DecisionRecorded':
      case 'DecisionRatified':
      case 'UrgentDecisionRatified':
      case 'UrgentDecisionNotRatified':
      case 'UrgentDecisionLapsed':
      case 'DecisionCorrected':
      case 'OperationRecorded':
      case 'CriterionMet':
      case 'StandingAgreementApplied':
        return [{ put: 'child_funding_facts', row: { child_id: body.data.childId, ...row(event) } }];
      case 'StandingAgreementRecorded':
      case 'StandingAgreementCameIntoForce':
        return [{ put: 'agreement_facts', row: { agreement_id: body.data.agreementId, ...row(event) } }];
    }
  },
});
