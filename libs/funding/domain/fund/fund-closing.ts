import type { FundThreshold } from '@accord/funding/contracts';
import { accept, addDays, addPence, formatLondonDate, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Decision, FinancialYear, Id, LondonDate, Pence, SignedPence } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { refuseNotAgreed, totalOf } from './fund-contributions';
import { openYearAsked } from './fund-partners';
import type { ByPartner } from './fund-partners';
import { meansFound, receivedBy, textInForce } from './fund-state';
import type { FundOnRecord, FundYear, NewFundEvent } from './fund-state';
import { riskShareOf } from './risk-share';

/** Closes a year that is over: its outturn by the record so far, and who bears or gets back what. */
export interface CloseFundYear extends ByPartner {
  readonly type: 'CloseFundYear';
  readonly year: string;
}
/** Writes down, in nobody’s name, that a year’s commitments have reached a threshold. */
export interface TellFundCommitted extends ByPartner {
  readonly type: 'TellFundCommitted';
  readonly year: string;
}

/** What the lines for which a fund pays cost in a year, by the record up to a position. */
export interface FundLines {
  readonly pence: Pence;
  /** Unspent sums that came back into the fund on days of the year, whichever days they had been paid for. */
  readonly recovered: Pence;
  readonly upTo: number;
}
interface ClosingGround {
  readonly on: LondonDate;
  readonly lines: FundLines | undefined;
}

/** What came in on these days, less what was taken back on them; below nothing where more was taken back. */
export function receivedIn({ received }: Pick<FundYear, 'received'>, { from, to }: ClosedPeriod): SignedPence {
  const counts = (day: LondonDate) => day >= from && day < to;
  const came = sumPence(received.filter(({ on }) => counts(on)).map(({ pence }) => pence));
  const back = sumPence(received.filter(({ reversed }) => reversed !== null && counts(reversed.on)).map(({ pence }) => pence));
  return subtractPence(came, back);
}

/** What was spent beside lines in a year, until just before a day; a reversal counts on its own day. */
export function otherSpending({ spending }: FundOnRecord, { from, to }: ClosedPeriod): SignedPence {
  const counts = (day: LondonDate) => day >= from && day < to;
  const spent = sumPence(spending.filter(({ on }) => counts(on)).map(({ pence }) => pence));
  const back = sumPence(spending.filter(({ reversed }) => reversed !== null && counts(reversed.on)).map(({ pence }) => pence));
  return subtractPence(spent, back);
}

export function decideClosing({ year: text }: CloseFundYear, state: FundOnRecord, { on, lines, agencyId }: ClosingGround & { readonly agencyId: Id<'agency'> }): Decision<NewFundEvent> {
  const open = openYearAsked(state, text);
  if (!open.ok) return open;
  const { year, onRecord } = open.value;
  if (on < year.to) return refuseFunding('fund-year-not-over', `${year.name} ends on ${formatLondonDate(addDays(year.to, -1))}: close it on a later day.`);
  const terms = textInForce(onRecord);
  if (terms === undefined) return refuseNotAgreed(year);
  const { pence: linesPence, recovered: recoveredPence, upTo } = lines ?? noLines;
  const [budgetPence, otherPence] = [totalOf(terms), otherSpending(state, year)];
  const outturnPence = committedIn(state, year, { pence: linesPence, recovered: recoveredPence });
  const differencePence = subtractPence(outturnPence, budgetPence);
  const steps = riskShareOf({ terms, difference: differencePence, means: meansFound(onRecord) });
  const receivedPence = sumPence(receivedBy(onRecord, on).map(({ pence }) => pence));
  return accept({
    type: 'FundYearClosed',
    data: {
      ...{ fundId: state.fund.fundId, year: year.from, agencyId, upTo, budgetPence, receivedPence, linesPence, otherPence, recoveredPence, outturnPence, differencePence },
      steps: steps.map((step) => ({ ...step, agencies: [...step.agencies] })),
      on,
    },
  });
}

const noLines: FundLines = { pence: noPence, recovered: noPence, upTo: 0 };

/** Which thresholds what is committed has reached: the part of the budget at which somebody is told, and more than all of it. */
export function thresholdsReached({ committed, budget, alertAtBasisPoints }: Committed): FundThreshold[] {
  if (committed <= 0) return [];
  // In whole numbers, which are exact: a budget of nothing is reached by anything.
  const alert = BigInt(committed) * 10_000n >= BigInt(budget) * BigInt(alertAtBasisPoints);
  return [...(alert ? (['alert'] as const) : []), ...(committed > budget ? (['overcommitted'] as const) : [])];
}

export interface Committed {
  readonly committed: SignedPence;
  readonly budget: Pence;
  readonly alertAtBasisPoints: number;
}

/** Tells each threshold once for a year; nothing where none is reached that was not told. */
export function tellCommitted({ year: text }: TellFundCommitted, state: FundOnRecord, { on, lines }: ClosingGround): Decision<NewFundEvent> {
  const open = openYearAsked(state, text);
  if (!open.ok) return open;
  const { year, onRecord } = open.value;
  const terms = textInForce(onRecord);
  const budget = terms === undefined ? noPence : totalOf(terms);
  const committed = committedIn(state, year, lines ?? noLines);
  const reached = thresholdsReached({ committed, budget, alertAtBasisPoints: state.fund.alertAtBasisPoints });
  const { fundId } = state.fund;
  return accept(
    ...reached
      .filter((threshold) => !onRecord.told.includes(threshold))
      .map((threshold): NewFundEvent => ({
        type: 'FundNearlyCommitted',
        // The cast is the brand: a threshold is reached by more than nothing.
        data: { fundId, year: year.from, threshold, committedPence: committed as Pence, budgetPence: budget, on },
      })),
  );
}

/** Lines until the end of the year and what was spent besides, less what came back. */
export const committedIn = (state: FundOnRecord, year: FinancialYear, { pence, recovered }: Omit<FundLines, 'upTo'>): SignedPence =>
  subtractPence(addPence<SignedPence>(pence, otherSpending(state, year)), recovered);
