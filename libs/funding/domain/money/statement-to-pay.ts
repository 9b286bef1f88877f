import type { PaidFor, StatementKind } from '@accord/funding/contracts';
import { formatMonth, formatPounds, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence, Refusal, SignedPence } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';

type PaidStatement = Extract<PaidFor, { kind: 'statement' }>;

/** A closed statement as a payment finds it. */
export interface StatementToPay {
  /** Whose it is, and those to which its functions have passed. */
  readonly holders: readonly Id<'agency'>[];
  /** Its closed totals towards other agencies; none where the agency had no statement. */
  readonly totals: readonly {
    readonly kind: StatementKind;
    /** The other agency, first, and those to which its functions have passed. */
    readonly counterparty: readonly Id<'agency'>[];
    readonly pence: SignedPence;
  }[];
  /** What was paid of the balance before, less what came the other way: see {@link balanceOf}. */
  readonly paidPence: SignedPence;
}

/** What is between two agencies by their statements of a month, seen from the one that pays. */
export interface Balance {
  /** The agencies that may settle it: the one of the two, and those to which its functions have passed. */
  readonly payers: readonly Id<'agency'>[];
  readonly payees: readonly Id<'agency'>[];
  /** Whose statements tell it, in order: those of the two. */
  readonly of: readonly Id<'agency'>[];
}
/** By month and agency, as {@link statementKey} names them. */
export type StatementsToPay = ReadonlyMap<string, StatementToPay>;
export const statementKey = ({ month, of }: Pick<PaidStatement, 'month' | 'of'>): string => `${month} ${of}`;

export interface Paying {
  readonly paidBy: Id<'agency'>;
  readonly payee: Id<'agency'>;
  readonly for: readonly PaidFor[];
}
/** A statement with what is left of it between the two, and what is paid of it. */
export interface StatementPaid {
  readonly month: LondonDate;
  readonly of: Id<'agency'>;
  readonly leftPence: Pence;
  readonly paidPence: Pence;
}

const statementsIn = ({ for: paidFor }: Pick<Paying, 'for'>): PaidStatement[] => paidFor.filter((each) => each.kind === 'statement');

/** Refuses a statement of a third agency, and one that has nothing between the payer and the payee. */
export function refuseStatements(paying: Paying, statements: StatementsToPay): Refusal | undefined {
  for (const each of statementsIn(paying)) {
    const found = statements.get(statementKey(each));
    const other = found && otherIn(paying, found);
    if (found !== undefined && other === undefined) {
      return refuseFunding('payment-payee-unclear', 'The statement is of neither the agency that paid nor the one that was paid: name the statement of one of the two.');
    }
    if (found === undefined || other === undefined || between(found, other).length === 0) {
      return refuseFunding('payment-statement-unknown', `The statements of ${formatMonth(each.month)} have nothing between the payer and the payee. What was paid all the same, record as paid for the days of the line.`);
    }
  }
  return undefined;
}

/**
 * The balance that a payment of an agency's statement settles; `undefined` where it is of a third agency. Two agencies
 * have one for each month, whoever's statement names it; an agency to which another's functions have passed has its own
 * and that of the other.
 */
export function balanceOf(paying: Pick<Paying, 'paidBy' | 'payee'>, of: Id<'agency'>, found: Pick<StatementToPay, 'holders' | 'totals'>): Balance | undefined {
  const other = otherIn(paying, found);
  if (other === undefined) return undefined;
  const counterparties = between(found, other).map(({ counterparty }) => counterparty);
  const others = [...new Set([other, ...counterparties.flat()])];
  const named = [...new Set([of, ...counterparties.flatMap(([first]) => first ?? [])])].sort();
  return other === paying.payee ? { payers: found.holders, payees: others, of: named } : { payers: others, payees: found.holders, of: named };
}

/** The statements that are paid, those of one balance as one, each with what the balance between the two leaves. */
export function statementsPaid(paying: Paying, statements: StatementsToPay): StatementPaid[] {
  const byBalance = new Map<string, PaidStatement[]>();
  for (const each of statementsIn(paying)) {
    const found = statements.get(statementKey(each));
    const key = [each.month, ...((found && balanceOf(paying, each.of, found))?.of ?? [])].join(' ');
    byBalance.set(key, [...(byBalance.get(key) ?? []), each]);
  }
  return [...byBalance.values()].flatMap((ofBalance): StatementPaid[] => {
    const [first] = ofBalance;
    const found = first && statements.get(statementKey(first));
    if (first === undefined || found === undefined) return [];
    const left = subtractPence(payable(paying, found), found.paidPence);
    // The cast is the brand: below nought, nothing is left to pay.
    const leftPence = left < 0 ? noPence : (left as number as Pence);
    const paidPence = sumPence(ofBalance.map(({ pence }) => pence));
    return [{ month: first.month, of: first.of, leftPence, paidPence }];
  });
}

export const refuseBeyondStatement = ({ month, leftPence, paidPence }: StatementPaid): Refusal =>
  refuseFunding(
    'payment-exceeds-statement',
    `${formatPounds(paidPence)} is paid of the statement of ${formatMonth(month)}, which has ${formatPounds(leftPence)} left to pay to that agency. Where it was paid all the same, give overpaidBecause, and it is recorded as an overpayment.`,
  );

/** Of payer and payee, the one whose statement it is not; `undefined` where it is of a third. */
function otherIn({ paidBy, payee }: Pick<Paying, 'paidBy' | 'payee'>, { holders }: Pick<StatementToPay, 'holders'>): Id<'agency'> | undefined {
  if (holders.includes(paidBy)) return payee;
  return holders.includes(payee) ? paidBy : undefined;
}

const between = ({ totals }: Pick<StatementToPay, 'totals'>, other: Id<'agency'>) => totals.filter(({ counterparty }) => counterparty.includes(other));

/** What the payer owes the payee: rows without `counter-` less those with, as seen from whose statement it is. */
function payable(paying: Paying, found: StatementToPay): SignedPence {
  const other = otherIn(paying, found);
  if (other === undefined) return noPence;
  const isReceivable = ({ kind }: StatementToPay['totals'][number]): boolean => kind.includes('counter-');
  const totals = between(found, other);
  const owed = sumPence(totals.filter((total) => !isReceivable(total)).map(({ pence }) => pence));
  const receivable = sumPence(totals.filter(isReceivable).map(({ pence }) => pence));
  return other === paying.payee ? subtractPence(owed, receivable) : subtractPence(receivable, owed);
}
