import type { AgenciesOnRecord } from '@accord/funding/application';
import type { BillingParty, Payee } from '@accord/funding/contracts';
import { refuseFunding } from '@accord/funding/domain';
import { RefusalProblem, mayDo } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';

/**
 * Sums of an agency over all children are for itself and for those who audit, as its statements are.
 * @throws RefusalProblem statement-of-another
 */
export function ownMoneyOnly(agencyId: string, reader: Pick<ReaderContext, 'agency' | 'role'>): void {
  if (reader.agency === agencyId || mayDo(reader.role, 'audit:read')) return;
  throw new RefusalProblem(refuseFunding('statement-of-another', 'These are sums of another agency: ask for those of your own.'));
}

/** The agency that is billed or pays, and whoever bills or is paid. */
export interface MoneyBetween {
  readonly agencyId: Id<'agency'>;
  readonly other: BillingParty | Payee;
}

/** Tells one invoice or payment to the agencies between which it is. */
export class MoneyParties {
  constructor(private readonly agencies: Pick<AgenciesOnRecord, 'withSuccessors'>) {}

  /**
   * An invoice names children, a payment its bank reference: both are for the agency that is billed or pays, for the one
   * that bills or is paid, for those to which the functions of either have passed, and for those who audit.
   * @throws RefusalProblem money-of-another
   */
  async only({ agencyId, other }: MoneyBetween, reader: Pick<ReaderContext, 'agency' | 'role' | 'today'>): Promise<void> {
    if (mayDo(reader.role, 'audit:read')) return;
    const parties = await this.agencies.withSuccessors([agencyId, ...(other.kind === 'agency' ? [other.agencyId] : [])], reader.today);
    if (parties.some((party) => party === reader.agency)) return;
    throw new RefusalProblem(refuseFunding('money-of-another', 'This is between other agencies: ask for what your own is billed, bills, pays or is paid.'));
  }
}
