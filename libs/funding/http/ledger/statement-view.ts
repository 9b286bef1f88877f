import { isAdjustment, shortMonth } from '@accord/funding/domain';
import type { FigureReason, StatementRow } from '@accord/funding/domain';
import type { StatementTotal } from '@accord/funding/application';
import type { Words } from '@accord/shared/event-contracts';
import { addDays, formatMonth, formatPounds, noPence, sumPence } from '@accord/shared/kernel';
import type { Id, SignedPence } from '@accord/shared/kernel';
import { whyInWords } from '../who-pays';
import { closedYearOf, rowIdOf } from './statement-table';
import type { StatementHead } from './statement-table';

/** A row as JSON: the same figures as in the CSV, with names and a reason in words. Amounts are pence. */
export function rowInWords(head: StatementHead, { childId, row }: { readonly childId: Id<'child'>; readonly row: StatementRow }, words: Words) {
  const { kind, counterpartyId, fundId, decisionId, lineId, category, vat, pence, events } = row;
  return {
    rowId: rowIdOf(head, childId, row),
    ...{ kind, counterpartyId, counterparty: counterpartyId === null ? null : words.agency(counterpartyId), fundId },
    ...{ childId, decisionId, lineId, category, vat, pence },
    ...(isAdjustment(row)
      ? { adjusts: { month: shortMonth(row.month), closedYear: closedYearOf(row.month, head) ?? null, statedPence: row.stated, nowPence: row.now } }
      : { providerId: row.providerId, from: row.days.from, to: row.days.to, rates: row.rates, costPence: row.cost, split: row.split }),
    says: isAdjustment(row) ? adjustmentInWords(row.month, row) : reasonInWords(row.because, words),
    events,
  };
}

/** `For October 2025 £100.00 was stated; as is known now it is £120.00.` */
const adjustmentInWords = (month: Parameters<typeof formatMonth>[0], { stated, now }: { readonly stated: SignedPence; readonly now: SignedPence }): string =>
  `For ${formatMonth(month)} ${formatPounds(stated)} was stated; as is known now it is ${formatPounds(now)}.`;

function reasonInWords(because: FigureReason, words: Words): string {
  if (because.kind !== 'recovery') return whyInWords(because, words).says;
  const { of, on, pence } = because.recovery;
  return `${words.money(pence)} that had been paid out for ${words.date(of.from)} to ${words.date(addDays(of.to, -1))} came back on ${words.date(on)}.`;
}

/** What is between the agency and each other one: payable to it, receivable from it, and the difference; pence. */
export function balancesOf(totals: readonly StatementTotal[], words: Words) {
  const ids = [...new Set(totals.flatMap(({ counterpartyId }) => counterpartyId ?? []))].sort();
  return ids.map((counterpartyId) => {
    const own = totals.filter((total) => total.counterpartyId === counterpartyId);
    const sum = (receivable: boolean) => sumPence<SignedPence>([noPence, ...own.filter(({ kind }) => kind.includes('counter-') === receivable).map(({ pence }) => pence)]);
    const [payablePence, receivablePence] = [sum(false), sum(true)];
    return { counterpartyId, counterparty: words.agency(counterpartyId), payablePence, receivablePence, netPayablePence: payablePence - receivablePence };
  });
}
