import type { FundPurpose, FundThreshold } from '@accord/funding/contracts';
import { fundPurposes } from '@accord/funding/contracts';
import type { LineCategory } from '@accord/panel/contracts';
import { addDays, addPence, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, Id, LondonDate, Pence, SignedPence } from '@accord/shared/kernel';
import type { Liability } from '../liability';
import { recoveredPence } from '../line/recoveries';
import type { Recovery } from '../line/recoveries';
import { otherSpending, thresholdsReached } from './fund-closing';
import { totalOf } from './fund-contributions';
import { meansFound, receivedBy, textInForce, yearOnRecord } from './fund-state';
import type { ContributionText, FundOnRecord, FundYear, FundYearClosing, ReceivedContribution } from './fund-state';
import { riskShareOf } from './risk-share';
import type { RiskStepTaken } from './risk-share';

/** A sum to a day, and to the end of the year. */
export interface ToDateAndYearEnd {
  readonly toDate: SignedPence;
  readonly toYearEnd: SignedPence;
}
/** What the lines for which a fund pays cost: nobody’s name, and no child’s id. */
export interface FundCommitments extends ToDateAndYearEnd {
  /** By the clause’s shares: what each partner bears in name. */
  readonly agencies: readonly ({ readonly agencyId: Id<'agency'> } & ToDateAndYearEnd)[];
  readonly categories: readonly ({ readonly category: LineCategory } & ToDateAndYearEnd)[];
  readonly children: number;
  readonly lines: number;
  /** What came back into the fund until the day; the sums of lines above are before it. */
  readonly recovered: Pence;
}

/** Adds up what a fund pays for and gets back, child by child, and keeps nothing of any child. */
export class CommitmentSums {
  private readonly all = noSums();
  private readonly agencies = new Map<Id<'agency'>, Sums>();
  private readonly categories = new Map<LineCategory, Sums>();
  private children = 0;
  private lines = 0;
  private recovered: Pence = noPence;

  /** `until`: the first day that is not counted to date; what is added must be cut there. */
  constructor(private readonly until: LondonDate) {}

  /** What the fund pays for the lines of one child, within the year, and what came back of them in it. */
  add(liabilities: readonly Liability[], cameBack: readonly Recovery[]): void {
    // As other spending does, it counts on its day.
    this.recovered = addPence(this.recovered, recoveredPence(cameBack.filter(({ recovery: { on } }) => on < this.until)));
    if (liabilities.length === 0) return;
    this.children += 1;
    this.lines += new Set(liabilities.map(({ line }) => line.line.lineId)).size;
    for (const { period, cost, amounts, line } of liabilities) {
      const toDate = period.to <= this.until;
      addTo(this.all, cost, toDate);
      addTo(kept(this.categories, line.line.category), cost, toDate);
      for (const { agencyId, pence } of amounts) addTo(kept(this.agencies, agencyId), pence, toDate);
    }
  }

  given(): FundCommitments {
    const byName = <K extends string>(sums: ReadonlyMap<K, Sums>) => [...sums].sort(([one], [two]) => (one < two ? -1 : 1));
    return {
      ...this.all,
      agencies: byName(this.agencies).map(([agencyId, sums]) => ({ agencyId, ...sums })),
      categories: byName(this.categories).map(([category, sums]) => ({ category, ...sums })),
      ...{ children: this.children, lines: this.lines, recovered: this.recovered },
    };
  }
}

interface Sums {
  toDate: SignedPence;
  toYearEnd: SignedPence;
}
const noSums = (): Sums => ({ toDate: noPence, toYearEnd: noPence });

function kept<K>(sums: Map<K, Sums>, key: K): Sums {
  const known = sums.get(key) ?? noSums();
  sums.set(key, known);
  return known;
}

function addTo(sums: Sums, pence: SignedPence, toDate: boolean): void {
  sums.toYearEnd = addPence(sums.toYearEnd, pence);
  if (toDate) sums.toDate = addPence(sums.toDate, pence);
}

/** The first day that is not counted to date: the day after, within the year. */
export function untilOf(year: ClosedPeriod, asAt: LondonDate): LondonDate {
  const next = addDays(asAt, 1);
  if (next < year.from) return year.from;
  return next > year.to ? year.to : next;
}

export type InstalmentStanding = 'received' | 'to-come' | 'due' | 'overdue';

/** What a partner contributes, and how much of it has come. Each instalment is covered by what came, in their order. */
export interface ContributionStanding {
  readonly agencyId: Id<'agency'>;
  readonly pence: Pence;
  readonly receivedPence: Pence;
  /** Of instalments whose day has come. */
  readonly duePence: Pence;
  /** Received beyond what it contributes. */
  readonly overpaidPence: Pence;
  /** Due before the day, and not received. */
  readonly overduePence: Pence;
  readonly instalments: readonly {
    readonly dueOn: LondonDate;
    readonly pence: Pence;
    readonly receivedPence: Pence;
    readonly standing: InstalmentStanding;
  }[];
}

/** A fund’s year as at a day. Pence; parts sum to their wholes. */
export interface FundPosition {
  readonly year: FinancialYear;
  readonly asAt: LondonDate;
  /** The text that holds; `null` while not every partner has agreed to one. */
  readonly text: ContributionText | null;
  readonly budget: Pence;
  /** Of every partner that contributes or has paid. */
  readonly contributions: readonly ContributionStanding[];
  readonly received: Pence;
  readonly due: Pence;
  readonly overdue: Pence;
  /** Received beyond what the partners contribute, each by itself. */
  readonly overpaid: Pence;
  /** What came in for the year until the day; of one that was taken back by then, that it was. */
  readonly receipts: readonly ReceivedContribution[];
  readonly commitments: FundCommitments;
  /** Spent beside lines until the day, less what was reversed. */
  readonly other: SignedPence;
  readonly otherFor: readonly { readonly for: FundPurpose; readonly pence: SignedPence }[];
  /** Unspent sums that came back into the fund in the year, until the day. */
  readonly recovered: Pence;
  /** Lines until the day and other spending, less what came back. */
  readonly spentToDate: SignedPence;
  /** Forecast: lines until the end of the year and what was spent besides, less what came back. */
  readonly outturn: SignedPence;
  /** Outturn less budget. */
  readonly difference: SignedPence;
  readonly thresholds: readonly FundThreshold[];
  /** How the difference would be dealt with, by the text that holds; of a closed year, how it was. */
  readonly steps: readonly RiskStepTaken[];
  readonly closing: FundYearClosing | null;
  /**
   * By how much the outturn of a closed year would be another by what became known since: what was closed stands, and no
   * year counts that by itself. `null` of a year that is not closed, and as at a day before its last.
   */
  readonly sinceClosed: SignedPence | null;
}

export interface PositionAsked {
  readonly year: FinancialYear;
  readonly asAt: LondonDate;
  readonly commitments: FundCommitments;
}

/** The year of a fund as at a day, from the fund as it is known and what its lines cost. */
export function fundPosition(fund: FundOnRecord, { year, asAt, commitments }: PositionAsked): FundPosition {
  const onRecord = yearOnRecord(fund, year.from);
  const text = textInForce(onRecord) ?? null;
  const budget = text === null ? noPence : totalOf(text);
  const contributions = contributionsStanding(text, onRecord, asAt);
  const window = { from: year.from, to: untilOf(year, asAt) };
  const other = otherSpending(fund, window);
  const { recovered } = commitments;
  const spent = (lines: SignedPence): SignedPence => subtractPence(addPence(lines, other), recovered);
  const outturn = spent(commitments.toYearEnd);
  const difference = subtractPence(outturn, budget);
  const { closing } = onRecord;
  return {
    ...{ year, asAt, text, budget, contributions },
    received: sumPence(receivedBy(onRecord, asAt).map(({ pence }) => pence)),
    due: sumPence(contributions.map(({ duePence }) => duePence)),
    overdue: sumPence(contributions.map(({ overduePence }) => overduePence)),
    overpaid: sumPence(contributions.map(({ overpaidPence }) => overpaidPence)),
    receipts: receiptsAsAt(onRecord, asAt),
    ...{ commitments, other, otherFor: byPurpose(fund, window), recovered },
    spentToDate: spent(commitments.toDate),
    ...{ outturn, difference },
    thresholds: thresholdsReached({ committed: outturn, budget, alertAtBasisPoints: fund.fund.alertAtBasisPoints }),
    steps: closing?.steps ?? (text === null ? [] : riskShareOf({ terms: text, difference, means: meansFound(onRecord) })),
    closing,
    sinceClosed: closing === null || addDays(asAt, 1) < year.to ? null : subtractPence(outturn, closing.outturnPence),
  };
}

const byPurpose = (fund: FundOnRecord, window: ClosedPeriod) =>
  fundPurposes.map((purpose) => ({ for: purpose, pence: otherSpending({ ...fund, spending: fund.spending.filter((each) => each.for === purpose) }, window) }));

const receiptsAsAt = ({ received }: FundYear, asAt: LondonDate): ReceivedContribution[] =>
  received.filter(({ on }) => on <= asAt).map((each) => (each.reversed !== null && each.reversed.on > asAt ? { ...each, reversed: null } : each));

function contributionsStanding(text: ContributionText | null, onRecord: FundYear, asAt: LondonDate): ContributionStanding[] {
  const came = receivedBy(onRecord, asAt);
  const named = text?.contributions ?? [];
  // What came of a partner that contributes nothing by the text that holds now is told all the same: the rows make what came.
  const others = [...new Set(came.map(({ agencyId }) => agencyId))].filter((payer) => named.every(({ agencyId }) => agencyId !== payer));
  return [...named, ...others.map((agencyId) => ({ agencyId, pence: noPence, instalments: [] }))].map(({ agencyId, pence, instalments }) => {
    const receivedPence = sumPence(came.filter((each) => each.agencyId === agencyId).map((each) => each.pence));
    let left: Pence = receivedPence;
    const standing = instalments.map((instalment) => {
      const covered = left < instalment.pence ? left : instalment.pence;
      left = less(left, covered);
      return { ...instalment, receivedPence: covered, standing: standingOf(instalment, covered, asAt) };
    });
    const due = sumPence(standing.filter(({ dueOn }) => dueOn <= asAt).map((each) => each.pence));
    const overdue = sumPence(standing.filter((each) => each.standing === 'overdue').map((each) => less(each.pence, each.receivedPence)));
    const overpaidPence = receivedPence > pence ? less(receivedPence, pence) : noPence;
    return { agencyId, pence, receivedPence, duePence: due, overpaidPence, overduePence: overdue, instalments: standing };
  });
}

// The cast is the brand: never more is taken away than there is.
const less = (from: Pence, taken: Pence): Pence => subtractPence(from, taken) as Pence;

function standingOf({ dueOn, pence }: { readonly dueOn: LondonDate; readonly pence: Pence }, covered: Pence, asAt: LondonDate): InstalmentStanding {
  if (covered === pence) return 'received';
  if (dueOn > asAt) return 'to-come';
  return dueOn === asAt ? 'due' : 'overdue';
}
