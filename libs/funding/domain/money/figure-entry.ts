import type { ClosedPeriod, Id, SignedPence } from '@accord/shared/kernel';
import type { FactOrigin } from '../funding-picture';

/**
 * The figures that are told side by side and never added to each other:
 * - `approved`: what panels decided, shared as they decided, before clauses, suspensions and ends;
 * - `committed`: the agency's share of what the lines cost as everything stands;
 * - `bound`: what its days bind it to pay out: the whole cost of a line that it commissions, else its share; of days for
 *   which a pooled fund pays, the fund’s host the whole, and the partners nothing;
 * - `held`: billed, and held until the agency releases it: it counts for nothing yet;
 * - `invoiced`: billed, credits taken off, without value added tax; `invoiced-tax` is that tax;
 * - `recharged`: payable to others by closed statements; `counter-recharged`: receivable by them;
 * - `paid-of-invoices`, `paid-directly`, `paid-of-statements`: paid by the agency, reversals taken off;
 * - `settled`: paid of the invoices to the agency, by itself or by those to which its functions have passed.
 */
export const figureNames = [
  'approved',
  'committed',
  'bound',
  'held',
  'invoiced',
  'invoiced-tax',
  'recharged',
  'counter-recharged',
  'paid-of-invoices',
  'paid-directly',
  'paid-of-statements',
  'settled',
] as const;
export type FigureName = (typeof figureNames)[number];

/** A part of one figure: of one agency, for days of one line, because of these events. */
export interface FigureEntry {
  readonly figure: FigureName;
  readonly agencyId: Id<'agency'>;
  /** `null` where a sum concerns no one child: a statement that was paid. */
  readonly childId: Id<'child'> | null;
  readonly decisionId: string | null;
  readonly lineId: string | null;
  /** Of the line; `null` where there is no such line. */
  readonly category: string | null;
  readonly providerId: Id<'provider'> | null;
  readonly days: ClosedPeriod;
  readonly pence: SignedPence;
  readonly origins: readonly FactOrigin[];
}
