import { fundEvents } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { defineProjection, eventColumns, eventRows } from '@accord/shared/projections';

const row = eventRows(fundEvents);

type FundEvent = (typeof fundEvents)[number];
type Handled = { [E in FundEvent as E['type']]: Recorded<E> }[FundEvent['type']];

/**
 * The pooled funds. Their events are kept whole and folded when somebody asks, so that every answer can be given as at
 * any day and as known at any place in the record. What their lines cost is no part of it: that comes from the facts.
 */
export const pooledFunds = defineProjection<Handled>({
  name: 'pooled-funds',
  version: 2,
  question: 'Which pooled funds are there, which clauses do they pay for, and what do the partners pay into them?',
  tables: {
    pooled_fund_events: {
      columns: { fund_id: 'text', ...eventColumns },
      key: ['position'],
      indexes: [['fund_id', 'position']],
    },
  },
  handles: fundEvents.map(({ type }) => type),
  project: (event) => [{ put: 'pooled_fund_events', row: { fund_id: event.body.data.fundId, ...row(event) } }],
});
