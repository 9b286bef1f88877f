import type { AccountingMonthClosed, FinancialYearClosed } from '@accord/funding/contracts';
import type { Recorded } from '@accord/shared/event-contracts';
import { addMonths, financialYearOf } from '@accord/shared/kernel';
import type { FinancialYear, LondonDate } from '@accord/shared/kernel';

/** A month as it was closed. */
export interface ClosedMonth extends Omit<Recorded<typeof AccountingMonthClosed>['data'], 'ledgerFrom'> {
  /** The first days of the financial years that were closed before it: their days are of a closed year to it. */
  readonly yearsClosed: readonly LondonDate[];
}
export type ClosedYear = Recorded<typeof FinancialYearClosed>['data'];

/** Which months and years of the area are closed, each list in order of time. */
export interface AccountsState {
  /** The first day of the first month ever closed; `undefined` while none is. */
  readonly ledgerFrom: LondonDate | undefined;
  readonly months: readonly ClosedMonth[];
  readonly years: readonly ClosedYear[];
}

export type RecordedAccountsEvent = Recorded<typeof AccountingMonthClosed> | Recorded<typeof FinancialYearClosed>;

export const nothingClosed: AccountsState = { ledgerFrom: undefined, months: [], years: [] };

export function evolveAccounts(state: AccountsState, event: RecordedAccountsEvent): AccountsState {
  switch (event.type) {
    case 'AccountingMonthClosed': {
      const { ledgerFrom, ...month } = event.data;
      const yearsClosed = state.years.map(({ year }) => year);
      return { ...state, ledgerFrom, months: [...state.months, { ...month, yearsClosed }] };
    }
    case 'FinancialYearClosed':
      return { ...state, years: [...state.years, event.data] };
  }
}

/** The month that closes next; `undefined` while none is closed: the first may be any month that is over. */
export function nextMonth({ months }: AccountsState): LondonDate | undefined {
  const last = months.at(-1);
  return last && addMonths(last.month, 1);
}

/** The financial year that closes next; `undefined` while no month is closed. */
export function nextYear({ ledgerFrom, years }: AccountsState): FinancialYear | undefined {
  const last = years.at(-1);
  if (last) return financialYearOf(addMonths(last.year, 12));
  return ledgerFrom === undefined ? undefined : financialYearOf(ledgerFrom);
}

/** Whether the month of a day is closed: its figures do not change any more. */
export const monthClosed = ({ months }: AccountsState, day: LondonDate): boolean => months.some(({ month }) => month.slice(0, 7) === day.slice(0, 7));
