import type { AccountingMonthClosed, FinancialYearClosed } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { accept, formatLondonDate, formatMonth } from '@accord/shared/kernel';
import type { ClosedPeriod, Decider, Decision, FinancialYear, LondonDate, Refusal, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { accountingMonth, accountingYear, shortMonth } from './accounting-month';
import { evolveAccounts, monthClosed, nextMonth, nextYear, nothingClosed } from './accounts-state';
import type { AccountsState, ClosedMonth, RecordedAccountsEvent } from './accounts-state';

/** Closes a month of the area, for all agencies at once. */
export interface CloseAccountingMonth {
  readonly type: 'CloseAccountingMonth';
  /** `2025-10`. */
  readonly month: string;
  /** London date of the request: what is not over is not closed. */
  readonly today: LondonDate;
}
/** Closes a financial year, once all its months since the first ever closed are. */
export interface CloseFinancialYear {
  readonly type: 'CloseFinancialYear';
  /** `2025/26`. */
  readonly year: string;
  readonly today: LondonDate;
}
export type AccountsCommand = CloseAccountingMonth | CloseFinancialYear;

/** The statements of a month, and the position of the record up to which they count. */
export type StatementsOfClosing = Pick<ClosedMonth, 'upTo' | 'agencies'>;

export interface AccountsFacts {
  /** Of the month that is to be closed; `undefined` where it cannot be closed anyway. */
  readonly statements: StatementsOfClosing | undefined;
}

type NewAccountsEvent = New<typeof AccountingMonthClosed> | New<typeof FinancialYearClosed>;

/**
 * The closed months and years of the area, one stream for all its agencies: what one is charged another is owed, so
 * they close together. A closed month never opens again; what becomes known later is adjusted in a later one.
 */
export const accountsDecider: Decider<AccountsCommand, AccountsState, NewAccountsEvent, RecordedAccountsEvent, AccountsFacts> = {
  initial: nothingClosed,
  evolve: evolveAccounts,
  decide(command, state, facts) {
    switch (command.type) {
      case 'CloseAccountingMonth':
        return closeMonth(command, state, facts);
      case 'CloseFinancialYear':
        return closeYear(command, state);
    }
  },
};

/** The month that the command would close, or why it cannot be closed: asked before its statements are computed. */
export function monthToClose({ month: text, today }: CloseAccountingMonth, state: AccountsState): Result<ClosedPeriod> {
  const month = accountingMonth(text);
  if (!month.ok) return month;
  const { from, to } = month.value;
  if (monthClosed(state, from)) {
    return refuseFunding('month-already-closed', `${formatMonth(from)} is closed, and stays as it is: what became known since is adjusted in the next month.`);
  }
  const next = nextMonth(state);
  if (next !== undefined && next !== from) {
    return refuseFunding('month-out-of-order', `Months close in order: the next one is ${formatMonth(next)} (${shortMonth(next)}).`);
  }
  if (to <= today) return month;
  return refuseFunding('month-not-over', `${formatMonth(from)} can be closed from ${formatLondonDate(to)} on; today is ${formatLondonDate(today)}.`);
}

function closeMonth(command: CloseAccountingMonth, state: AccountsState, { statements }: AccountsFacts): Decision<NewAccountsEvent> {
  const month = monthToClose(command, state);
  if (!month.ok) return month;
  if (statements === undefined) throw new Error('A month is closed with its statements.');
  const { from } = month.value;
  const { ledgerFrom = from, months } = state;
  const previousUpTo = months.at(-1)?.upTo ?? null;
  if (previousUpTo !== null && statements.upTo < previousUpTo) throw new Error('A closing counts at least what the one before it counted.');
  const data = { month: from, ledgerFrom, upTo: statements.upTo, previousUpTo, agencies: [...statements.agencies], on: command.today };
  return accept({ type: 'AccountingMonthClosed', data });
}

function closeYear({ year: text, today }: CloseFinancialYear, state: AccountsState): Decision<NewAccountsEvent> {
  const year = accountingYear(text);
  if (!year.ok) return year;
  const { from, name } = year.value;
  const refusal = refuseYear(year.value, state);
  return refusal ?? accept({ type: 'FinancialYearClosed', data: { year: from, name, on: today } });
}

function refuseYear({ from, to, name }: FinancialYear, state: AccountsState): Refusal | undefined {
  if (state.years.some(({ year }) => year === from)) return refuseFunding('financial-year-already-closed', `The financial year ${name} is closed.`);
  const open = nextMonth(state);
  const next = nextYear(state);
  if (open === undefined || next === undefined) {
    return refuseFunding('financial-year-months-open', 'No month is closed yet: close the months of the year first, in order.');
  }
  if (next.from !== from) return refuseFunding('financial-year-out-of-order', `Financial years close in order: the next one is ${next.name}.`);
  if (open >= to) return undefined;
  return refuseFunding('financial-year-months-open', `${formatMonth(open)} is the next month to close: ${name} closes once all its months are.`);
}
