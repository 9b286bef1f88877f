import type { StatementKind } from '@accord/funding/contracts';

/** What each kind of row is called in a document. */
export const kindNames: Readonly<Record<StatementKind, string>> = {
  'own-share': 'Own share',
  'recharge': 'Recharge, payable',
  'counter-recharge': 'Counter-recharge, receivable',
  'paid-directly': 'Paid directly',
  'fund': 'Paid by a pooled fund',
  'recovery': 'Recovered, credited',
  'counter-recovery': 'Recovered, passed on',
  'adjustment-of-own-share': 'Adjustment of own share',
  'adjustment-of-recharge': 'Adjustment of recharge, payable',
  'adjustment-of-counter-recharge': 'Adjustment of counter-recharge, receivable',
  'adjustment-of-paid-directly': 'Adjustment of what is paid directly',
  'adjustment-of-fund': 'Adjustment of what a pooled fund pays',
  'adjustment-of-recovery': 'Adjustment of what was recovered',
  'adjustment-of-counter-recovery': 'Adjustment of what was recovered and passed on',
};
