import type { AgenciesOnRecord } from '@accord/funding/application';
import type { BillingParty, Payee } from '@accord/funding/contracts';
import { refuseFunding } from '@accord/funding/domain';
import { RefusalProblem, mayDo } from '@accord/shared/http';
import type { ReaderContext } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';

/** Who asks, as far as it matters whose money it is. */
export type MoneyReading = Pick<ReaderContext, 'agency' | 'role' | 'today'>;

/** The agency that is billed or pays, and whoever bills or is paid. */
export interface MoneyBetween {
  readonly agencyId: Id<'agency'>;
  readonly other: BillingParty | Payee;
}

/**
 * What each agency pays for one child is open to all that read about funding. Sums of an agency over all children are
 * its own, and so are its invoices and payments: they are for itself, for those to which its functions have passed,
 * and for those who audit.
 */
export class OwnMoney {
  constructor(private readonly agencies: Pick<AgenciesOnRecord, 'withSuccessors'>) {}

  /** Whether the reader may read what belongs to any of these agencies. */
  async mayRead(agencies: readonly Id<'agency'>[], { agency, role, today }: MoneyReading): Promise<boolean> {
    if (mayDo(role, 'audit:read')) return true;
    const holders = await this.agencies.withSuccessors(agencies, today);
    return holders.some((holder) => holder === agency);
  }

  /** @throws RefusalProblem statement-of-another */
  async sumsOnly(agencyId: Id<'agency'>, reader: MoneyReading): Promise<void> {
    if (await this.mayRead([agencyId], reader)) return;
    throw new RefusalProblem(refuseFunding('statement-of-another', 'These are sums of another agency: ask for those of your own.'));
  }

  /**
   * An invoice names children, a payment its bank reference: both are for either of the two between which they are.
   * @throws RefusalProblem money-of-another
   */
  async betweenOnly({ agencyId, other }: MoneyBetween, reader: MoneyReading): Promise<void> {
    if (await this.mayRead([agencyId, ...(other.kind === 'agency' ? [other.agencyId] : [])], reader)) return;
    throw new RefusalProblem(refuseFunding('money-of-another', 'This is between other agencies: ask for what your own is billed, bills, pays or is paid.'));
  }
}
