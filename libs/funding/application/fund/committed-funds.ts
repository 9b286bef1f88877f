import { committedIn, recoveredPence, textInForce, thresholdsReached, totalOf, yearOnRecord } from '@accord/funding/domain';
import type { FundLines, FundOnRecord } from '@accord/funding/domain';
import { actingAlone } from '@accord/shared/commands';
import type { CommandRunner, NameBasedId } from '@accord/shared/commands';
import { addPence, financialYearOf, londonDateOf, noPence, sumPence } from '@accord/shared/kernel';
import type { Clock, FinancialYear } from '@accord/shared/kernel';
import type { FundSweep } from './fund-sweep';
import { factsOfFunds } from './funds-on-record';
import type { FundsOnRecord } from './funds-on-record';
import { fundStream } from './pooled-funds';

export interface CommittedFundsOptions {
  readonly runner: CommandRunner;
  readonly onRecord: FundsOnRecord;
  readonly sweep: FundSweep;
  readonly nameBasedId: NameBasedId;
  readonly clock: Clock;
}

/**
 * Writes down which funds’ commitments until the end of this financial year have reached the part of the budget at which
 * somebody is told, or more than all of it: once for each fund, year and threshold. Gives how many were told now. It
 * sweeps the area once for all funds; repeating it changes nothing.
 * @throws FundBusy where others were at the fund too; whoever runs the job tries it again
 */
export async function tellCommittedFunds({ runner, onRecord, sweep, nameBasedId, clock }: CommittedFundsOptions): Promise<number> {
  const now = clock.now();
  const today = londonDateOf(now);
  const year = financialYearOf(today);
  const upTo = await sweep.upTo(onRecord);
  const funds = await onRecord.all({ upTo });
  const nothing: FundLines = { pence: noPence, recovered: noPence, upTo };
  const spent = new Map<string, FundLines>();
  await sweep.sweep({ funds: factsOfFunds(funds), window: year, upTo }, (fundId, paid, cameBack) => {
    const { pence, recovered } = spent.get(fundId) ?? nothing;
    spent.set(fundId, { pence: addPence(pence, sumPence(paid.map(({ cost }) => cost))), recovered: addPence(recovered, recoveredPence(cameBack)), upTo });
  });
  let count = 0;
  for (const { fund, revision } of funds) {
    const { fundId: id, hostAgencyId } = fund.fund;
    const lines = spent.get(id) ?? nothing;
    if (!isNew(fund, year, lines)) continue;
    const command = { type: 'TellFundCommitted' as const, year: year.from, agencyId: hostAgencyId, on: today, today };
    const context = actingAlone({ job: 'tell-committed-funds', about: `${id} ${revision}`, now }, nameBasedId);
    const facts = () => Promise.resolve({ agreement: { status: 'unknown' as const }, others: [], inherited: new Set<string>(), lines });
    const outcome = await runner.run({ streamType: fundStream, id, command, context, facts });
    if (!outcome.ok && outcome.refusal === 'stream-busy') throw new FundBusy();
    // Any other refusal is an answer for good: the year was closed a moment ago.
    if (outcome.ok && outcome.events.length > 0) count += 1;
  }
  return count;
}

/** Whether a threshold is reached that was not told: most nights none is, and nothing is asked of the record. */
function isNew(fund: FundOnRecord, year: FinancialYear, lines: FundLines): boolean {
  const onRecord = yearOnRecord(fund, year.from);
  const text = textInForce(onRecord);
  const budget = text === undefined ? noPence : totalOf(text);
  const reached = thresholdsReached({ committed: committedIn(fund, year, lines), budget, alertAtBasisPoints: fund.fund.alertAtBasisPoints });
  return onRecord.closing === null && reached.some((threshold) => !onRecord.told.includes(threshold));
}

/** The fund was busy; nothing was changed. */
class FundBusy extends Error {
  override readonly name = 'FundBusy';
  constructor() {
    super('A pooled fund was busy; nothing was changed.');
  }
}
