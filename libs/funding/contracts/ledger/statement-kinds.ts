/**
 * What a figure of a statement is, read from the agency whose statement it is:
 * - `own-share`: its part of a line for which it holds the contract and pays the provider;
 * - `recharge`: its part of a line that the counterparty commissions, payable to the counterparty;
 * - `counter-recharge`: the counterparty's part of a line that it commissions itself, receivable;
 * - `paid-directly`: its part of a line of which nobody has said who commissions it: it pays the provider itself;
 * - `fund`: its part of a line that a pooled fund pays: drawn from the fund, and owed to no other agency;
 * - `recovery`: its part of what was paid out, not spent, and came back, to itself, to the counterparty or into a fund:
 *   below nought, what is credited to it;
 * - `counter-recovery`: the same seen from the agency that got the money back and owes it: below nought, too.
 */
export const figureKinds = ['own-share', 'recharge', 'counter-recharge', 'paid-directly', 'fund', 'recovery', 'counter-recovery'] as const;
export type FigureKind = (typeof figureKinds)[number];

/**
 * The kinds of rows of a statement: the figures of its month, and of every earlier closed month the difference that
 * became known since the closing before.
 */
export const statementKinds = [
  ...figureKinds,
  'adjustment-of-own-share',
  'adjustment-of-recharge',
  'adjustment-of-counter-recharge',
  'adjustment-of-paid-directly',
  'adjustment-of-fund',
  'adjustment-of-recovery',
  'adjustment-of-counter-recovery',
] as const;
export type StatementKind = FigureKind | `adjustment-of-${FigureKind}`;
