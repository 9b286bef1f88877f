import type { FundAsKnown, FundSweep, FundsAsOf, FundsOnRecord } from '@accord/funding/application';
import { factsOfFunds, later } from '@accord/funding/application';
import { CommitmentSums, daysToReport, fundPosition, otherSpending, receivedBy, recoveredPence, untilOf, yearOnRecord, yearToTell } from '@accord/funding/domain';
import { granted } from '@accord/shared/http';
import type { Vocabulary } from '@accord/shared/http';
import { addDays, addMonths, contains, financialYearOf, subtractPence, sumPence } from '@accord/shared/kernel';
import type { FinancialYear, Id, LondonDate } from '@accord/shared/kernel';
import { fundReport } from './fund-report';
import type { ReportedPiece } from './fund-report';

export interface FundReportAsked extends Pick<FundsAsOf, 'knownAt' | 'upTo'> {
  /** Its first day. */
  readonly year: LondonDate;
  /** The report of a quarter, or the return of the year. */
  readonly quarter: 1 | 2 | 3 | 4 | undefined;
  readonly today: LondonDate;
}

interface FundDocumentsGround {
  readonly funds: FundsOnRecord;
  readonly sweep: FundSweep;
  readonly vocabulary: Vocabulary;
}

/** Writes what the manager of a pool owes the partners: a report each quarter, a return each year (SI 2000/617 reg 7(4), (5)). */
export class FundDocuments {
  constructor(private readonly ground: FundDocumentsGround) {}

  /** `undefined` where no such fund was known. Refused: a year of which nothing can be told, and days that are not over. */
  async report(fundId: Id<'fund'>, { year: first, quarter, today, ...asked }: FundReportAsked) {
    const { funds, sweep, vocabulary } = this.ground;
    const asOf = { ...asked, upTo: await sweep.upTo(funds, asked) };
    const [known, words] = await Promise.all([funds.one(fundId, asOf), vocabulary.words()]);
    if (known === undefined) return undefined;
    const year = granted(yearToTell(known.fund, financialYearOf(first)));
    const quarters = quartersOf(year);
    const piece = granted(daysToReport(quarter === undefined ? year : (quarters[quarter - 1] ?? year), today));
    const { pieces, position, upTo, lastRecordedAt } = await this.figures(known, { year, piece, asOf });
    const document = fundReport({ known, position, pieces, quarter, piece, recordedAt: lastRecordedAt, words });
    return { document, upTo, file: `pooled-fund-${year.name.replace('/', '-')}${quarter === undefined ? '' : `-quarter-${quarter}`}` };
  }

  /** One sweep: the year as at the last day of the piece, and what each quarter until then cost and brought back. */
  private async figures(known: FundAsKnown, { year, piece, asOf }: FiguresAsked) {
    const day = addDays(piece.to, -1);
    const until = untilOf(year, day);
    const sums = new CommitmentSums(until);
    const quarters = quartersOf(year).filter(({ from }) => from < until);
    const [lines, recovered] = [quarters.map(() => 0), quarters.map(() => 0)];
    const cuts = [until, ...quarters.map(({ from }) => from)];
    const { upTo, lastRecordedAt } = await this.ground.sweep.sweep({ funds: factsOfFunds([known]), window: year, cuts, ...asOf }, (_fund, paid, cameBack) => {
      sums.add(paid, cameBack);
      for (const { period, cost } of paid) {
        const place = quarters.findIndex(({ from, to }) => period.from >= from && period.to <= to);
        if (place >= 0) lines[place] = (lines[place] ?? 0) + cost;
      }
      quarters.forEach((quarter, place) => (recovered[place] = (recovered[place] ?? 0) + recoveredPence(cameBack.filter(({ recovery: { on } }) => contains(quarter, on)))));
    });
    const position = fundPosition(known.fund, { year, asAt: day, commitments: sums.given() });
    const onRecord = yearOnRecord(known.fund, year.from);
    const receivedBefore = (first: LondonDate) => sumPence(receivedBy(onRecord, addDays(first, -1)).map(({ pence }) => pence));
    const pieces = quarters.map(({ from, to }, place): ReportedPiece => ({
      ...{ from, to, quarter: place + 1, lines: lines[place] ?? 0, other: otherSpending(known.fund, { from, to }), recovered: recovered[place] ?? 0 },
      // What came in for the year before it began stands in its first quarter, so that the quarters make what came.
      received: place === 0 ? receivedBefore(to) : subtractPence(receivedBefore(to), receivedBefore(from)),
    }));
    return { position, pieces, upTo, lastRecordedAt: later(lastRecordedAt, known.lastRecordedAt) ?? known.lastRecordedAt };
  }
}

interface FiguresAsked {
  readonly year: FinancialYear;
  readonly piece: { readonly from: LondonDate; readonly to: LondonDate };
  readonly asOf: Pick<FundsAsOf, 'knownAt' | 'upTo'>;
}

const quartersOf = ({ from }: FinancialYear) => [0, 3, 6, 9].map((months) => ({ from: addMonths(from, months), to: addMonths(from, months + 3) }));
