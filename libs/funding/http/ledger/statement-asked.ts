import { basisOf, provisionalBasis } from '@accord/funding/application';
import type { AccountsAsRecorded, StatementBasis, StatementDigest } from '@accord/funding/application';
import { accountingMonth, refuseFunding } from '@accord/funding/domain';
import type { ClosedMonth } from '@accord/funding/domain';
import type { Position } from '@accord/shared/event-store';
import type { ReaderContext } from '@accord/shared/http';
import { formatLondonDate, formatMonth, succeed } from '@accord/shared/kernel';
import type { Id, Instant, LondonDate, Result } from '@accord/shared/kernel';
import type { StatementHead } from './statement-table';

/** Which statement is asked for, and what it rests on: as closed, or provisional while its month is open. */
export interface StatementAsked extends StatementHead {
  readonly basis: StatementBasis;
  /** `undefined` while the month is open. */
  readonly closed: ClosedOfAgency | undefined;
  /** Which text it is, up to the position that a provisional one counts: its pages belong together. One that is closed is the same for ever. */
  readonly text: string;
}
interface ClosedOfAgency {
  readonly on: LondonDate;
  readonly recordedAt: Instant;
  /** What was kept of the statement; `undefined` where the agency had no row. */
  readonly digest: StatementDigest | undefined;
}

export interface AskingFor {
  readonly agencyId: Id<'agency'>;
  /** `2025-10`. */
  readonly month: string;
  readonly reader: ReaderContext;
}
export interface AskedOf {
  readonly accounts: AccountsAsRecorded;
  /** Up to where facts count for a month that is not closed. */
  readonly newest: Position;
  /** Whether the agency is the reader's own or one whose functions have passed to it, or the reader audits. */
  readonly mayRead: boolean;
}

/**
 * Finds what is asked for. Refuses `month-unclear`; `statement-of-another` to whoever acts for another agency and audits
 * nothing; `statement-month-to-come`, and `statement-before-ledger` for a month before the first that was closed.
 */
export function statementAsked({ agencyId, month: named, reader }: AskingFor, { accounts, newest, mayRead }: AskedOf): Result<StatementAsked> {
  const month = accountingMonth(named);
  if (!month.ok) return month;
  const { from } = month.value;
  if (!mayRead) {
    return refuseFunding('statement-of-another', 'This is the statement of another agency: ask for the one of your own agency, which tells the same of what is between you.');
  }
  const { state } = accounts;
  if (from > reader.today) return refuseFunding('statement-month-to-come', `${formatMonth(from)} has not begun; today is ${formatLondonDate(reader.today)}.`);
  if (state.ledgerFrom !== undefined && from < state.ledgerFrom) {
    return refuseFunding('statement-before-ledger', `The accounts begin with ${formatMonth(state.ledgerFrom)}: who pays for earlier days is answered by who-pays.`);
  }
  const closed = state.months.find((each) => each.month === from);
  // The closing of another month or of a year changes which adjustments an open month has, and what they say.
  const text = [agencyId, from, closed === undefined ? accounts.closings.length : 'closed'].join(' ');
  if (closed === undefined) {
    const yearsClosed = state.years.map(({ year }) => year);
    return succeed({ agencyId, month: from, yearsClosed, basis: provisionalBasis(from, state, newest), closed: undefined, text });
  }
  return succeed({ agencyId, month: from, yearsClosed: closed.yearsClosed, basis: basisOf(closed, state), closed: closedOf(closed, { agencyId, accounts }), text });
}

function closedOf({ month, on, agencies }: ClosedMonth, { agencyId, accounts }: { readonly agencyId: Id<'agency'>; readonly accounts: AccountsAsRecorded }): ClosedOfAgency {
  const closing = accounts.closings.find(({ event }) => event.type === 'AccountingMonthClosed' && event.data.month === month);
  return { on, recordedAt: closing?.recordedAt ?? '', digest: agencies.find((each) => each.agencyId === agencyId) };
}
