import type {
  ContributionTerms,
  FundContributionReceived,
  FundContributionReversed,
  FundContributionVaried,
  FundContributionsAgreed,
  FundContributionsConsented,
  FundMeans,
  FundMeansFound,
  FundNearlyCommitted,
  FundPurpose,
  FundSpendingRecorded,
  FundSpendingReversed,
  FundThreshold,
  FundYearClosed,
  PooledFundEnded,
  PooledFundEstablished,
} from '@accord/funding/contracts';
import type { New, Recorded } from '@accord/shared/event-contracts';
import { noPence } from '@accord/shared/kernel';
import type { Id, LondonDate, Pence } from '@accord/shared/kernel';

type FundEvent =
  | typeof PooledFundEstablished
  | typeof FundContributionsAgreed
  | typeof FundContributionVaried
  | typeof FundContributionsConsented
  | typeof FundContributionReceived
  | typeof FundContributionReversed
  | typeof FundSpendingRecorded
  | typeof FundSpendingReversed
  | typeof FundMeansFound
  | typeof FundNearlyCommitted
  | typeof FundYearClosed
  | typeof PooledFundEnded;
export type NewFundEvent = { [E in FundEvent as E['type']]: New<E> }[FundEvent['type']];
export type RecordedFundEvent = { [E in FundEvent as E['type']]: Recorded<E> }[FundEvent['type']];

export type FundEstablished = Recorded<typeof PooledFundEstablished>['data'];
export type FundYearClosing = Recorded<typeof FundYearClosed>['data'];

/** A text about what the partners pay into a fund in a year. */
export interface ContributionText extends ContributionTerms {
  readonly version: number;
  /** Each partner that has agreed to it, the one that proposed it first. */
  readonly agreed: readonly { readonly agencyId: Id<'agency'>; readonly post: string; readonly on: LondonDate }[];
  /** Why the text before was varied; `null` of one that varies none. */
  readonly because: string | null;
  /** The day on which the last partner agreed: from then on it holds. `null` while one is missing. */
  readonly inForceFrom: LondonDate | null;
}
export interface ReceivedContribution {
  readonly receiptId: Id<'fund-receipt'>;
  readonly agencyId: Id<'agency'>;
  readonly pence: Pence;
  readonly instalment: number;
  readonly on: LondonDate;
  /** Why it came though it is more than the partner contributes; `null` where it was not when it came. */
  readonly overpaid: { readonly because: string } | null;
  /** It counts until the day on which it was taken back: what was told as at a day before stands. */
  readonly reversed: { readonly on: LondonDate; readonly because: string } | null;
}
/** What is on record of one financial year of a fund. */
export interface FundYear {
  /** Its first day, a 1 April. */
  readonly year: LondonDate;
  /** In order of their versions. */
  readonly texts: readonly ContributionText[];
  readonly received: readonly ReceivedContribution[];
  /** Sums found to meet an overspend with; of each kind the last one counts. */
  readonly means: readonly { readonly means: FundMeans; readonly pence: Pence; readonly because: string; readonly on: LondonDate }[];
  /** What was told already. */
  readonly told: readonly FundThreshold[];
  readonly closing: FundYearClosing | null;
}
export interface FundSpending {
  readonly spendingId: Id<'fund-spending'>;
  readonly pence: Pence;
  readonly on: LondonDate;
  readonly for: FundPurpose;
  readonly because: string;
  /** A reversal counts on its own day, so that a closed year stands. */
  readonly reversed: { readonly on: LondonDate; readonly because: string } | null;
}
export interface FundOnRecord {
  readonly status: 'established';
  readonly fund: FundEstablished;
  /** In the order in which they came up. */
  readonly years: readonly FundYear[];
  readonly spending: readonly FundSpending[];
  /** `from`: the first day for which it pays nothing. */
  readonly ended: { readonly from: LondonDate; readonly because: string; readonly on: LondonDate } | null;
}
export type FundState = { readonly status: 'unknown' } | FundOnRecord;

export function evolveFund(state: FundState, event: RecordedFundEvent): FundState {
  if (event.type === 'PooledFundEstablished') {
    return { status: 'established', fund: event.data, years: [], spending: [], ended: null };
  }
  return state.status === 'unknown' ? state : livedOn(state, event);
}

type LaterEvent = Exclude<RecordedFundEvent, Recorded<typeof PooledFundEstablished>>;

function livedOn(state: FundOnRecord, event: LaterEvent): FundOnRecord {
  switch (event.type) {
    case 'FundContributionsAgreed':
      return withText(state, event.data, null);
    case 'FundContributionVaried':
      return withText(state, event.data, event.data.because);
    case 'FundContributionsConsented':
      return consented(state, event.data);
    case 'FundContributionReceived': {
      const { receiptId, year, agencyId, pence, instalment, overpaid, on } = event.data;
      return withYear(state, year, (of) => ({ ...of, received: [...of.received, { receiptId, agencyId, pence, instalment, on, overpaid, reversed: null }] }));
    }
    case 'FundContributionReversed': {
      const { receiptId, year, on, because } = event.data;
      return withYear(state, year, (of) => ({ ...of, received: of.received.map((each) => (each.receiptId === receiptId ? { ...each, reversed: { on, because } } : each)) }));
    }
    case 'FundSpendingRecorded': {
      const { spendingId, pence, on, for: purpose, because } = event.data;
      return { ...state, spending: [...state.spending, { spendingId, pence, on, for: purpose, because, reversed: null }] };
    }
    case 'FundSpendingReversed': {
      const { spendingId, on, because } = event.data;
      return { ...state, spending: state.spending.map((each) => (each.spendingId === spendingId ? { ...each, reversed: { on, because } } : each)) };
    }
    case 'FundMeansFound': {
      const { year, means, pence, because, on } = event.data;
      return withYear(state, year, (of) => ({ ...of, means: [...of.means, { means, pence, because, on }] }));
    }
    case 'FundNearlyCommitted': {
      const { year, threshold } = event.data;
      return withYear(state, year, (of) => ({ ...of, told: [...of.told, threshold] }));
    }
    case 'FundYearClosed':
      return withYear(state, event.data.year, (of) => ({ ...of, closing: event.data }));
    case 'PooledFundEnded': {
      const { from, because, on } = event.data;
      return { ...state, ended: { from, because, on } };
    }
  }
}

const emptyYear = (year: LondonDate): FundYear => ({ year, texts: [], received: [], means: [], told: [], closing: null });

/** The year as it is on record; one of which nothing is known yet has nothing. */
export const yearOnRecord = ({ years }: FundOnRecord, year: LondonDate): FundYear => years.find((each) => each.year === year) ?? emptyYear(year);

function withYear(state: FundOnRecord, year: LondonDate, change: (of: FundYear) => FundYear): FundOnRecord {
  const changed = change(yearOnRecord(state, year));
  const others = state.years.filter((each) => each.year !== year);
  return { ...state, years: [...others, changed] };
}

type Proposal = Recorded<typeof FundContributionsAgreed>['data'];

function withText(state: FundOnRecord, { year, version, agencyId, post, on, ...terms }: Proposal, because: string | null): FundOnRecord {
  const { contributions, riskShare, reservePence } = terms;
  const text = { version, contributions, riskShare, reservePence, agreed: [{ agencyId, post, on }], because, inForceFrom: null };
  return withYear(state, year, (of) => ({ ...of, texts: [...of.texts, text] }));
}

function consented(state: FundOnRecord, { year, version, agencyId, post, on }: Recorded<typeof FundContributionsConsented>['data']): FundOnRecord {
  const agree = (text: ContributionText): ContributionText => {
    const agreed = [...text.agreed, { agencyId, post, on }];
    const all = state.fund.partners.every((partner) => agreed.some((each) => each.agencyId === partner));
    const last = agreed.reduce((latest, each) => (each.on > latest ? each.on : latest), on);
    return { ...text, agreed, inForceFrom: all ? last : null };
  };
  return withYear(state, year, (of) => ({ ...of, texts: of.texts.map((text) => (text.version === version ? agree(text) : text)) }));
}

/** The text that holds: the newest that every partner has agreed to. */
export const textInForce = ({ texts }: FundYear): ContributionText | undefined => texts.findLast(({ inForceFrom }) => inForceFrom !== null);

/** The receipts that count as at a day: those until then, without those that were taken back by then. */
export const receivedBy = ({ received }: Pick<FundYear, 'received'>, asAt: LondonDate): readonly ReceivedContribution[] =>
  received.filter(({ on, reversed }) => on <= asAt && (reversed === null || reversed.on > asAt));

/** Of each kind of means, the sum that was found last. */
export function meansFound({ means }: Pick<FundYear, 'means'>): Readonly<Record<FundMeans, Pence>> {
  const last = (kind: FundMeans): Pence => means.findLast((each) => each.means === kind)?.pence ?? noPence;
  return { 'other-underspend': last('other-underspend'), 'uncommitted-savings': last('uncommitted-savings') };
}
