import { defineRefusals } from '@accord/shared/kernel';

/** Refusals about closed months and years, and about statements. */
export const ledgerRefusals = defineRefusals({
  'month-unclear': { kind: 'invalid', title: 'It is not clear which month is meant' },
  'month-not-over': { kind: 'conflict', title: 'The month is not over' },
  'month-already-closed': { kind: 'conflict', title: 'The month is closed already', kept: true },
  'month-out-of-order': { kind: 'conflict', title: 'Months close in order', kept: true },
  'financial-year-unclear': { kind: 'invalid', title: 'It is not clear which financial year is meant' },
  'financial-year-already-closed': { kind: 'conflict', title: 'The financial year is closed already' },
  'financial-year-months-open': { kind: 'conflict', title: 'A month of the financial year is not closed', kept: true },
  'financial-year-out-of-order': { kind: 'conflict', title: 'Financial years close in order' },
  'statement-of-another': { kind: 'forbidden', title: 'An agency’s finance reads its own statement', kept: true },
  'statement-month-to-come': { kind: 'conflict', title: 'The month has not begun' },
  'statement-before-ledger': { kind: 'unknown', title: 'The month lies before the first one that was closed' },
  'statement-cursor-stale': { kind: 'conflict', title: 'The page goes on from another text of the statement' },
});
