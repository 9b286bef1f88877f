import type { ClosedMonth } from '@accord/funding/domain';
import type { FactLoader } from '@accord/shared/commands';
import type { LondonDate } from '@accord/shared/kernel';
import { accountsId, accountsStream } from '../ledger/accounts-stream';

/** The closed months and years of the area's accounts, by their first days. */
export interface ClosedAccounts {
  readonly years: ReadonlySet<LondonDate>;
  readonly months: ReadonlySet<LondonDate>;
  /** What every closed month states of each agency. */
  readonly stated: ReadonlyMap<LondonDate, ClosedMonth['agencies']>;
}

/** Which months and years of the area are closed: the stream of its accounts is a fact of every entry of money. */
export async function closedAccounts(loader: FactLoader): Promise<ClosedAccounts> {
  const { state } = await loader.load(accountsStream, accountsId);
  return { years: new Set(state.years.map(({ year }) => year)), months: new Set(state.months.map(({ month }) => month)), stated: new Map(state.months.map(({ month, agencies }) => [month, agencies])) };
}
