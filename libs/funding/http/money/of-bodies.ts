import type { BillingParty, PaidFor, Payee } from '@accord/funding/contracts';
import { accountingMonth, refuseFunding } from '@accord/funding/domain';
import type { BilledLine } from '@accord/funding/domain';
import { RefusalProblem, granted } from '@accord/shared/http';
import { period } from '@accord/shared/kernel';
import type { ClosedPeriod } from '@accord/shared/kernel';
import type { DaysBody } from '../days-body';
import type { BillingPartyBody, InvoiceLineBody, PayeeBody, RecordPaymentBody } from './money-bodies';

/** @throws RefusalProblem money-party-unclear where both or none is named */
export function partyOf({ providerId, agencyId }: BillingPartyBody): BillingParty {
  if (providerId !== undefined && agencyId === undefined) return { kind: 'provider', providerId };
  if (agencyId !== undefined && providerId === undefined) return { kind: 'agency', agencyId };
  throw partyUnclear();
}

/** @throws RefusalProblem money-party-unclear where more than one or none is named */
export function payeeOf({ kind, ...party }: PayeeBody): Payee {
  if (kind === undefined) return partyOf(party);
  if (party.providerId === undefined && party.agencyId === undefined) return { kind };
  throw partyUnclear();
}

const partyUnclear = (): RefusalProblem =>
  new RefusalProblem(refuseFunding('money-party-unclear', 'Name either the provider or the agency by its id; where a family was paid, name neither and give its kind.'));

export const billedLine = ({ decisionId, lineId, childId, days, netPence, vat, vatPence }: InvoiceLineBody): BilledLine => ({
  ...{ decisionId, lineId, childId, days: daysOf(days), netPence, vat, vatPence },
});

const daysOf = ({ from, to }: DaysBody): ClosedPeriod => granted(period(from, to));

/** What a payment is for. @throws RefusalProblem payment-of-nothing where it does not say */
export function paidFor({ invoices = [], statements = [], lines = [] }: RecordPaymentBody): PaidFor[] {
  const all: PaidFor[] = [
    ...invoices.map(({ invoiceId, pence }) => ({ kind: 'invoice' as const, invoiceId, pence })),
    ...statements.map(({ month, of, pence }) => ({ kind: 'statement' as const, month: granted(accountingMonth(month)).from, of, pence })),
    ...lines.map(({ decisionId, lineId, childId, days, pence }) => ({ kind: 'line' as const, decisionId, lineId, childId, days: daysOf(days), pence })),
  ];
  if (all.length === 0) throw new RefusalProblem(refuseFunding('payment-of-nothing', 'Say what was paid for: invoices, statements, or days of lines.'));
  return all;
}
