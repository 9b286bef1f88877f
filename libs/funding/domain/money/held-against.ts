import type { BillingParty, HeldReason, VatStatus } from '@accord/funding/contracts';
import { addPence, daysIn, intersect, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, Pence, SignedPence } from '@accord/shared/kernel';
import { fundedLiabilities } from '../fund/funds-paying';
import type { FundFact, FundedLiability } from '../fund/funds-paying';
import type { FundingPicture, LineFact } from '../funding-picture';
import { arrangementOn } from '../line/lived-lines';
import { owedShares } from './owed-shares';
import { shareOfDays } from './sharing-out';

/** A line of an invoice as it is handed in: days of a package line, and what is billed for them. */
export interface BilledLine {
  readonly decisionId: Id<'decision'>;
  readonly lineId: Id<'package-line'>;
  readonly childId: Id<'child'>;
  readonly days: ClosedPeriod;
  readonly netPence: Pence;
  readonly vat: VatStatus;
  readonly vatPence: Pence;
}
/** What was billed before for days of a line, credits taken off. */
export type BilledDays = Pick<BilledLine, 'decisionId' | 'lineId' | 'days' | 'netPence'>;

/** Of the agencies that {@link agenciesConcerned} names, those for which each side acts: itself, and any whose functions it has. */
export interface ActingAgencies {
  readonly billedActsFor: ReadonlySet<Id<'agency'>>;
  /** None where a provider bills. */
  readonly billerActsFor: ReadonlySet<Id<'agency'>>;
}
export interface BillingParties extends ActingAgencies {
  readonly from: BillingParty;
}

/** What is committed on the days of a billed line, beside what was billed before, and why the line is held where it is. */
export interface HeldAgainst {
  readonly committedPence: Pence;
  readonly billedBeforePence: Pence;
  readonly held: HeldReason[];
}

export interface ToHold {
  readonly line: BilledLine;
  readonly parties: BillingParties;
  /** `undefined` where nothing is known of the child. */
  readonly picture: FundingPicture | undefined;
  /** The pooled funds that pay for lines. */
  readonly funds: readonly FundFact[];
  /** What the same biller billed the same agency, or one whose functions it has, before: on this invoice and on others. */
  readonly before: readonly BilledDays[];
}

/**
 * Holds a billed line against what its days bind the billed agency to, towards whoever bills: the whole cost where
 * the agency commissions the line from that provider, its share where another agency bills, or where nobody has said
 * who commissions. Of days for which a pooled fund pays, its host owes the whole in place of the shares. An agency
 * stands in the place of each whose functions it has, as the one that is billed and as the one that bills. A line is held
 * where it bills more than that, or tax otherwise than was arranged; billing less is no fault. Both figures are told, and none is corrected.
 */
export function heldAgainst({ line, parties, picture, funds, before }: ToHold): HeldAgainst {
  const billedBeforePence = sumPence(before.map((each) => portionOn(line, each)));
  const fact = picture && lineIn(picture, line);
  if (picture === undefined || fact === undefined) return { committedPence: noPence, billedBeforePence, held: ['line-unknown'] };
  const pieces = daysBilled({ line, picture, funds }).map((piece) => boundBy(piece, parties));
  const committedPence = atLeastNothing(sumPence(pieces.map(({ pence }) => pence)));
  const exceeds = line.netPence > committedPence;
  const repeats = billedBeforePence > 0 && addPence(line.netPence, billedBeforePence) > committedPence;
  const known = exceeds ? reasonsOf(fact, line.days, pieces) : [];
  const held: HeldReason[] = [
    ...known,
    ...(exceeds && known.length === 0 ? ['costs-less' as const] : []),
    ...(repeats ? ['billed-already' as const] : []),
    ...(isVatOtherwise(fact, line) ? ['vat-otherwise' as const] : []),
  ];
  return { committedPence, billedBeforePence, held };
}

/** The agencies that commission a billed line on its days, owe a share of them, or host the fund that pays for them. */
export const agenciesConcerned = (billed: DaysBilled): Id<'agency'>[] =>
  daysBilled(billed).flatMap((funded) => {
    const { line, period } = funded.liability;
    const commissioner = arrangementOn(line, period.from)?.commissionedBy;
    return [...(commissioner === undefined ? [] : [commissioner]), ...owedShares(funded).map(({ agencyId }) => agencyId)];
  });

type DaysBilled = Pick<ToHold, 'line' | 'picture' | 'funds'>;
function daysBilled({ line, picture, funds }: DaysBilled): FundedLiability[] {
  const fact = picture && lineIn(picture, line);
  if (picture === undefined || fact === undefined) return [];
  return fundedLiabilities({ ...picture, lines: [fact] }, { funds, window: line.days, cuts: fact.arrangements.map(({ from }) => from) });
}

const lineIn = ({ lines }: FundingPicture, billed: BilledLine): LineFact | undefined =>
  lines.find(({ decisionId, line: { lineId } }) => decisionId === billed.decisionId && lineId === billed.lineId);

interface BoundPiece {
  readonly period: ClosedPeriod;
  readonly pence: SignedPence;
  readonly reason: HeldReason | undefined;
}

/** What the days bind the billed agency to, towards whoever bills. */
function boundBy(funded: FundedLiability, { from, billedActsFor, billerActsFor }: BillingParties): BoundPiece {
  const { line, period, cost } = funded.liability;
  const paidByFund = funded.fund !== undefined && !billedActsFor.has(funded.fund.hostAgencyId);
  const owed = owedShares(funded).filter(({ agencyId }) => billedActsFor.has(agencyId));
  const share: BoundPiece = { period, pence: sumPence(owed.map(({ pence }) => pence)), reason: paidByFund ? 'paid-by-fund' : undefined };
  const arrangement = arrangementOn(line, period.from);
  const nothing = (reason: HeldReason): BoundPiece => ({ period, pence: noPence, reason });
  // Nobody has said who commissions it: then each agency pays its own share.
  if (arrangement === undefined) return share;
  if (from.kind === 'agency') {
    return billerActsFor.has(arrangement.commissionedBy) ? share : nothing('commissioned-by-another');
  }
  if (arrangement.providerId !== from.providerId) return nothing('another-provider');
  return billedActsFor.has(arrangement.commissionedBy) ? { period, pence: cost, reason: undefined } : nothing('commissioned-by-another');
}

function reasonsOf({ pauses }: LineFact, days: ClosedPeriod, pieces: readonly BoundPiece[]): HeldReason[] {
  const covered = pieces.reduce((sum, { period }) => sum + daysIn(period), 0);
  const reasons = new Set<HeldReason>();
  if (covered < daysIn(days)) reasons.add('not-in-effect');
  if (pauses.some((pause) => intersect(days, pause) !== undefined)) reasons.add('suspended');
  for (const { reason } of pieces) if (reason !== undefined) reasons.add(reason);
  return [...reasons];
}

/** What of a sum billed before falls on the days of this line. */
function portionOn({ decisionId, lineId, days }: BilledLine, before: BilledDays): Pence {
  if (before.decisionId !== decisionId || before.lineId !== lineId) return noPence;
  const shared = intersect(days, before.days);
  // The cast is the brand: a part of nothing or more.
  return shared === undefined ? noPence : (shareOfDays(before.netPence, before.days, shared) as Pence);
}

function isVatOtherwise(fact: LineFact, { vat, days }: BilledLine): boolean {
  const arranged = arrangementOn(fact, days.from)?.vat ?? 'not-stated';
  return arranged !== 'not-stated' && vat !== 'not-stated' && arranged !== vat;
}

// The cast is the brand: of three agencies and more, one may bear a penny less than nothing of a day.
const atLeastNothing = (pence: SignedPence): Pence => (pence < 0 ? noPence : (subtractPence(pence, noPence) as Pence));
