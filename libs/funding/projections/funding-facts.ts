import { fundingFactEvents, fundingFactTypes } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const row = eventRows(fundingFactEvents);

/**
 * The facts that decide who pays, by child and by agreement. The answer is computed from them when it is
 * asked for, so that it can be given as at any day and as known at any instant.
 */
export const fundingFacts = defineProjection<Recorded<(typeof fundingFactEvents)[number]>>({
  name: 'funding-facts',
  version: 4,
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
  handles: fundingFactTypes,
  project(event) {
    const { data } = event.body;
    return 'childId' in data
      ? [{ put: 'child_funding_facts', row: { child_id: data.childId, ...row(event) } }]
      : [{ put: 'agreement_facts', row: { agreement_id: data.agreementId, ...row(event) } }];
  },
});
