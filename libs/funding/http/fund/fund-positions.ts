import type { FundAsKnown, FundSweep, FundsAsOf, FundsOnRecord } from '@accord/funding/application';
import { factsOfFunds, later } from '@accord/funding/application';
import { CommitmentSums, fundPosition, otherSpending, receivedIn, untilOf, yearToTell } from '@accord/funding/domain';
import type { FundPosition, Step } from '@accord/funding/domain';
import { cutsOf } from '@accord/funding/domain';
import { granted } from '@accord/shared/http';
import type { Vocabulary } from '@accord/shared/http';
import { addDays, financialYearOf } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, Id, Instant, LondonDate } from '@accord/shared/kernel';
import { fundEntry, positionInWords } from './fund-view';

export interface PositionQuestion extends FundsAsOf {
  /** A day of it; left out, the year of the day asked about. */
  readonly year?: LondonDate | undefined;
  readonly today: LondonDate;
}

/** A position with what it rests on. */
export interface PositionKnown {
  readonly known: FundAsKnown;
  readonly position: FundPosition;
  readonly upTo: number;
  /** When the last of the facts that count was recorded. */
  readonly lastRecordedAt: Instant;
}

/** Answers where pooled funds stand: budgets, receipts, commitments, forecast and risk share. */
export class FundPositions {
  constructor(
    private readonly funds: FundsOnRecord,
    private readonly sweep: FundSweep,
    private readonly vocabulary: Vocabulary,
  ) {}

  async all(asOf: FundsAsOf) {
    const [found, words] = await Promise.all([this.funds.all(asOf), this.vocabulary.words()]);
    return { funds: found.map((each) => fundEntry(each, words)), ...asOf };
  }

  /** One fund and where its year stands; `undefined` where none was known by that id. Refused: a year of which nothing can be told, where it was named. */
  async one(fundId: Id<'fund'>, { year, today, ...asOf }: PositionQuestion) {
    const upTo = await this.sweep.upTo(this.funds, asOf);
    const [known, words] = await Promise.all([this.funds.one(fundId, { ...asOf, upTo }), this.vocabulary.words()]);
    if (known === undefined) return undefined;
    if (year !== undefined) granted(yearToTell(known.fund, financialYearOf(year)));
    const { position } = await this.position(known, { ...dayIn(yearAsked(year, asOf.asAt ?? today), asOf.asAt, today), asOf: { ...asOf, upTo } });
    return { ...fundEntry(known, words), position: positionInWords(position, words), ...asOf, upTo };
  }

  /** Where a year stands as at a day. */
  async position(known: FundAsKnown, { year, day, asOf }: YearAsked): Promise<PositionKnown> {
    const until = untilOf(year, day);
    const sums = new CommitmentSums(until);
    const { upTo, lastRecordedAt } = await this.sweep.sweep({ funds: factsOfFunds([known]), window: year, cuts: [until], ...asOf }, (_fund, paid, cameBack) => {
      sums.add(paid, cameBack);
    });
    const position = fundPosition(known.fund, { year, asAt: day, commitments: sums.given() });
    return { known, position, upTo, lastRecordedAt: later(lastRecordedAt, known.lastRecordedAt) ?? known.lastRecordedAt };
  }

  /** Funds whose commitments until the end of the year have reached the part of the budget at which somebody is told, or more than all of it. */
  async worklist({ year: first, today }: Pick<PositionQuestion, 'year' | 'today'>) {
    const upTo = await this.sweep.upTo(this.funds);
    const [found, words] = await Promise.all([this.funds.all({ upTo }), this.vocabulary.words()]);
    const { year, day } = dayIn(yearAsked(first, today), undefined, today);
    const until = untilOf(year, day);
    const sums = new Map(found.map(({ fund }) => [fund.fund.fundId, new CommitmentSums(until)]));
    await this.sweep.sweep({ funds: factsOfFunds(found), window: year, cuts: [until], upTo }, (fundId, paid, cameBack) => sums.get(fundId)?.add(paid, cameBack));
    const entries = found.flatMap((known) => {
      const commitments = sums.get(known.fund.fund.fundId)?.given();
      const position = commitments && fundPosition(known.fund, { year, asAt: day, commitments });
      if (!position || position.thresholds.length === 0 || position.closing !== null) return [];
      return [{ ...fundEntry(known, words), threshold: position.thresholds.at(-1), position: positionInWords(position, words) }];
    });
    return { year: year.name, day, entries, upTo };
  }

  /** What came in, was committed to lines, spent besides and came back over time, ready to draw; `undefined` where no such fund was known. */
  async series(fundId: Id<'fund'>, { window, step, ...asked }: FundSeriesQuestion) {
    const asOf = { ...asked, upTo: await this.sweep.upTo(this.funds, asked) };
    const [known, words] = await Promise.all([this.funds.one(fundId, asOf), this.vocabulary.words()]);
    if (known === undefined) return undefined;
    const cuts = cutsOf(window, step);
    const starts = [window.from, ...cuts];
    const nothing = () => starts.map(() => 0);
    const [committed, recovered, agencies] = [nothing(), nothing(), new Map<string, number[]>()];
    const placeOf = (day: LondonDate) => starts.findLastIndex((start) => start <= day);
    await this.sweep.sweep({ funds: factsOfFunds([known]), window, cuts, ...asOf }, (_fund, paid, cameBack) => {
      for (const { recovery: { on, pence } } of cameBack) recovered[placeOf(on)] = (recovered[placeOf(on)] ?? 0) + pence;
      for (const { period, cost, amounts } of paid) {
        const place = placeOf(period.from);
        committed[place] = (committed[place] ?? 0) + cost;
        for (const { agencyId, pence } of amounts) {
          const sums = agencies.get(agencyId) ?? nothing();
          sums[place] = (sums[place] ?? 0) + pence;
          agencies.set(agencyId, sums);
        }
      }
    });
    // Whatever year it came in for.
    const received = known.fund.years.flatMap((year) => year.received);
    const pieces = starts.map((from, place) => ({ from, to: starts[place + 1] ?? window.to }));
    const drawn = (sums: readonly number[]) => starts.map((start, place) => [start, sums[place] ?? 0] as const);
    return {
      ...{ fundId, name: known.fund.fund.name, ...window, step, ...asOf },
      received: drawn(pieces.map((piece) => receivedIn({ received }, piece))),
      committed: drawn(committed),
      otherSpending: drawn(pieces.map((piece) => otherSpending(known.fund, piece))),
      recovered: drawn(recovered),
      notionalShares: [...agencies].sort(([one], [two]) => (one < two ? -1 : 1)).map(([agencyId, sums]) => ({ agencyId, agency: words.agency(agencyId), series: drawn(sums) })),
    };
  }
}

export interface YearAsked {
  readonly year: FinancialYear;
  /** The day as at which the year is told. */
  readonly day: LondonDate;
  readonly asOf: FundsAsOf;
}
export interface FundSeriesQuestion extends FundsAsOf {
  readonly window: ClosedPeriod;
  readonly step: Exclude<Step, 'none'>;
}

const yearAsked = (year: LondonDate | undefined, day: LondonDate): FinancialYear => financialYearOf(year ?? day);

/** As at the day asked about; else today, or the last day of a year that is over. */
function dayIn(year: FinancialYear, asAt: LondonDate | undefined, today: LondonDate) {
  const last = addDays(year.to, -1);
  return { year, day: asAt ?? (today < last ? today : last) };
}
