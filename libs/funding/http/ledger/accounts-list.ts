import type { AccountsOnRecord, Closing, StatementTotal } from '@accord/funding/application';
import { nextMonth, nextYear, shortMonth } from '@accord/funding/domain';
import type { Words } from '@accord/shared/event-contracts';
import type { Vocabulary } from '@accord/shared/http';
import type { Id } from '@accord/shared/kernel';
import type { MoneyReading, OwnMoney } from '../own-money';

type Own = ReadonlySet<Id<'agency'>>;

/** Tells which months and years of the area are closed, by whom, and what each closing came to. */
export class AccountsList {
  constructor(
    private readonly accounts: AccountsOnRecord,
    private readonly vocabulary: Vocabulary,
    private readonly own: Pick<OwnMoney, 'mayRead'>,
  ) {}

  /** Totals are told of the agencies whose statements the reader may read; of the others, that there is a statement. */
  async all(reader: MoneyReading) {
    const { state, closings } = await this.accounts.read();
    const [words, own] = await Promise.all([this.vocabulary.words(), this.readable(closings, reader)]);
    const next = nextMonth(state);
    return {
      ledgerFrom: state.ledgerFrom ?? null,
      /** The month and the year that close next; `null` while none is closed: the first month may be any. */
      next: { month: next === undefined ? null : shortMonth(next), year: nextYear(state)?.name ?? null },
      months: closings.flatMap((closing) => monthOf(closing, words, own)),
      years: closings.flatMap((closing) => yearOf(closing, words)),
    };
  }

  private async readable(closings: readonly Closing[], reader: MoneyReading): Promise<Own> {
    const all = new Set(closings.flatMap(({ event }) => (event.type === 'AccountingMonthClosed' ? event.data.agencies.map(({ agencyId }) => agencyId) : [])));
    const may = await Promise.all([...all].map((agencyId) => this.own.mayRead([agencyId], reader)));
    return new Set([...all].filter((_agencyId, place) => may[place]));
  }
}

const closedBy = ({ actor, agency: agencyId, role, recordedAt, position }: Closing, words: Words) => ({
  ...{ recordedAt, position },
  by: { actor, agencyId, agency: words.agency(agencyId), role },
});

function monthOf(closing: Closing, words: Words, own: Own) {
  const { event } = closing;
  if (event.type !== 'AccountingMonthClosed') return [];
  const { month, on, upTo, previousUpTo, agencies } = event.data;
  const statements = agencies.map(({ agencyId, rows, sha256, totals }) => ({
    ...{ agencyId, agency: words.agency(agencyId), rows, sha256 },
    ...(own.has(agencyId) ? { totals: totals.map((total) => totalInWords(total, words)) } : {}),
  }));
  return [{ month: shortMonth(month), on, upTo, previousUpTo, ...closedBy(closing, words), statements }];
}

function yearOf(closing: Closing, words: Words) {
  const { event } = closing;
  return event.type === 'FinancialYearClosed' ? [{ year: event.data.name, on: event.data.on, ...closedBy(closing, words) }] : [];
}

/** A total with the name of its counterparty. */
export const totalInWords = ({ kind, counterpartyId, fundId, pence }: StatementTotal, words: Words) => ({
  ...{ kind, counterpartyId, counterparty: counterpartyId === null ? null : words.agency(counterpartyId), fundId, pence },
});
