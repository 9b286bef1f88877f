import { accountsEvents } from '@accord/funding/contracts';
import type { AccountingMonthClosed, FinancialYearClosed } from '@accord/funding/contracts';
import type { New } from '@accord/shared/event-contracts';
import { signedPence } from '@accord/shared/kernel';
import { specification, stateAfter } from '@accord/shared/testing';
import { day, granted, health } from '../sample-agreement';
import { accountsDecider } from './accounts';
import { monthClosed } from './accounts-state';

const stream = { decider: accountsDecider, definitions: accountsEvents };
const accounts = specification(stream);

const agencies = [
  {
    ...{ agencyId: health, rows: 1, sha256: 'ab'.repeat(32) },
    totals: [{ kind: 'own-share' as const, counterpartyId: null, fundId: null, pence: granted(signedPence(100)) }],
  },
];
const close = (month: string, today = '2026-06-03') => ({ type: 'CloseAccountingMonth' as const, month, today: day(today) });
const closeYear = (year: string) => ({ type: 'CloseFinancialYear' as const, year, today: day('2026-06-03') });
const upTo = (position: number) => ({ statements: { upTo: position, agencies } });
const noStatements = { statements: undefined };

interface Closed {
  readonly month: string;
  readonly ledgerFrom?: string;
  readonly upTo: number;
  readonly previousUpTo: number | null;
  readonly on?: string;
}
const closed = ({ month, ledgerFrom = '2025-10-01', on = '2026-06-03', ...positions }: Closed): New<typeof AccountingMonthClosed> => ({
  type: 'AccountingMonthClosed',
  data: { month: day(month), ledgerFrom: day(ledgerFrom), ...positions, agencies, on: day(on) },
});
const october = closed({ month: '2025-10-01', upTo: 40, previousUpTo: null });
const winter = ['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01', '2026-03-01'].map((month, place) =>
  closed({ month, upTo: 50 + place * 10, previousUpTo: 40 + place * 10 }),
);
const yearClosing: New<typeof FinancialYearClosed> = {
  type: 'FinancialYearClosed',
  data: { year: day('2025-04-01'), name: '2025/26', on: day('2026-06-03') },
};

describe('The accounts of an area of which no month is closed', () => {
  it('begin with any month that is over, and count from its first day', () => {
    accounts.when(close('2025-10', '2025-11-01'), upTo(40)).then(closed({ month: '2025-10-01', upTo: 40, previousUpTo: null, on: '2025-11-01' }));
  });

  it('are not closed for a month that is not over', () => {
    accounts.when(close('2025-10', '2025-10-31'), noStatements).thenRefused('month-not-over', 'from 1 November 2025 on; today is 31 October 2025');
    accounts.when(close('2026-07'), noStatements).thenRefused('month-not-over', 'July 2026 can be closed');
  });

  it.each(['2025-13', '2025-1', 'October 2025', '2025-10-01', ''])('are not closed for what is no month: %s', (month) => {
    accounts.when(close(month), noStatements).thenRefused('month-unclear', 'YYYY-MM');
  });

  it('close no financial year', () => {
    accounts.when(closeYear('2025/26'), noStatements).thenRefused('financial-year-months-open', 'No month is closed yet');
  });
});

describe('The accounts of an area with a closed month', () => {
  it('close the next month, from the facts that became known since the closing before', () => {
    accounts.given(october).when(close('2025-11'), upTo(52)).then(closed({ month: '2025-11-01', upTo: 52, previousUpTo: 40 }));
  });

  it('close a month though nothing became known since', () => {
    accounts.given(october).when(close('2025-11'), upTo(40)).then(closed({ month: '2025-11-01', upTo: 40, previousUpTo: 40 }));
  });

  it('never close a month twice', () => {
    accounts.given(october).when(close('2025-10'), noStatements).thenRefused('month-already-closed', 'October 2025 is closed');
  });

  it('never leave a month out, nor go back before the first', () => {
    accounts.given(october).when(close('2025-12'), noStatements).thenRefused('month-out-of-order', 'the next one is November 2025 (2025-11)');
    accounts.given(october).when(close('2025-09'), noStatements).thenRefused('month-out-of-order', 'the next one is November 2025 (2025-11)');
  });

  it('say of a day whether its month is closed', () => {
    const state = stateAfter(stream, october);
    expect(['2025-09-30', '2025-10-01', '2025-10-31', '2025-11-01'].map((text) => monthClosed(state, day(text)))).toEqual([false, true, true, false]);
  });
});

describe('A financial year', () => {
  it('closes when all its months since the first ever closed are', () => {
    accounts.given(october, ...winter).when(closeYear('2025/26'), noStatements).then(yearClosing);
    accounts.given(october, ...winter).when(closeYear('2025-26'), noStatements).then(yearClosing);
  });

  it('does not close while one of them is open', () => {
    accounts.given(october, ...winter.slice(0, 4)).when(closeYear('2025/26'), noStatements).thenRefused('financial-year-months-open', 'March 2026 is the next month to close');
  });

  it('does not close twice, out of order, or before the first month', () => {
    accounts.given(october, ...winter, yearClosing).when(closeYear('2025/26'), noStatements).thenRefused('financial-year-already-closed', '2025/26');
    accounts.given(october, ...winter).when(closeYear('2026/27'), noStatements).thenRefused('financial-year-out-of-order', 'the next one is 2025/26');
    accounts.given(october, ...winter).when(closeYear('2024/25'), noStatements).thenRefused('financial-year-out-of-order', 'the next one is 2025/26');
    accounts.given(october, ...winter, yearClosing).when(closeYear('2026/27'), noStatements).thenRefused('financial-year-months-open', 'April 2026');
  });

  it.each(['2025', '2025/27', '2025/6', '1/2', ''])('is named by its two calendar years: not %s', (year) => {
    accounts.given(october).when(closeYear(year), noStatements).thenRefused('financial-year-unclear', '2025/26');
  });

  it('is closed to the months that close after it, and to none before', () => {
    const state = stateAfter(stream, october, ...winter, yearClosing, closed({ month: '2026-04-01', upTo: 120, previousUpTo: 90 }));
    expect(state.months.map(({ yearsClosed }) => yearsClosed)).toEqual([[], [], [], [], [], [], ['2025-04-01']]);
  });
});
