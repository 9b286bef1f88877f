import type { ClosedPeriod, Id, LondonDate } from '@accord/shared/kernel';
import { fundPaidBack } from '../fund/fund-recoveries';
import type { FundingPicture, LineFact, RecoveryFact } from '../funding-picture';
import { recoveries } from '../line/recoveries';
import { arrangementOn } from '../line/lived-lines';
import { liabilities } from '../liability';
import { eachOnce, liabilityOrigins, originOf } from '../liability-origins';
import type { AgencyAmount, Liability } from '../liability';
import { cutsOf } from '../window-cuts';
import { inOrderOf } from './statement-row';
import type { FundsKnown, RowPlace, StatementFigure } from './statement-row';

/** What is known of a child at some position of the record. */
export interface Known {
  readonly picture: FundingPicture;
  readonly funds: FundsKnown;
}

/**
 * The figures of a child for whole months, of every agency, each month by itself: who bears what of the cost of the
 * days, and who owes it to whom. Of every line the own shares, recharges, what is paid directly and what funds pay
 * make the cost; each recharge stands once more, as the counter-recharge of the agency to which it is owed.
 */
export function statementFigures({ picture, funds }: Known, months: ClosedPeriod): StatementFigure[] {
  const pieces = piecesOf(picture, months, [...cutsOf(months, 'month'), ...funds.boundaries]);
  const figures = [...pieces.flatMap((piece) => figuresOf(piece, funds)), ...recoveredFigures({ picture, funds }, months)];
  return inOrderOf(figures, orderOf);
}

const orderOf = (figure: StatementFigure): string =>
  [figure.month, figure.lineId, figure.decisionId, figure.days.from, figure.kind, figure.agencyId, figure.counterpartyId ?? '', figure.fundId ?? '', figure.because.kind === 'recovery' ? figure.because.recovery.recoveryId : ''].join('|');

/** The liabilities of the days, cut also where a line comes under another provider or another agency pays the provider. */
function piecesOf(picture: FundingPicture, window: ClosedPeriod, cuts: readonly LondonDate[]): Liability[] {
  const changing = picture.lines.filter((line) => changesIn(line, window).length > 0);
  const steady = changing.length === 0 ? picture.lines : picture.lines.filter((line) => !changing.includes(line));
  return [
    ...liabilities({ ...picture, lines: steady }, window, cuts),
    ...changing.flatMap((line) => liabilities({ ...picture, lines: [line] }, window, [...cuts, ...changesIn(line, window)])),
  ];
}

const changesIn = ({ arrangements }: LineFact, window: ClosedPeriod): LondonDate[] =>
  arrangements.map(({ from }) => from).filter((from) => from > window.from && from < window.to);

function figuresOf(piece: Liability, funds: FundsKnown): StatementFigure[] {
  const { line: fact, period, rates, cost, split, source } = piece;
  const arrangement = arrangementOn(fact, period.from);
  const fund = funds.paidByFund(piece);
  const fundId = fund?.fundId ?? null;
  const rest = {
    ...{ decisionId: fact.decisionId, lineId: fact.line.lineId, category: fact.line.category },
    ...{ providerId: arrangement?.providerId ?? null, vat: arrangement?.vat ?? ('not-stated' as const) },
    ...{ days: period, month: firstOfMonth(period.from), rates, cost, split, because: source },
    events: liabilityOrigins(piece, { arrangement, fund }),
  };
  return piece.amounts
    .filter(({ pence }) => pence !== 0)
    .flatMap((amount) => placesOf(amount, { commissionedBy: arrangement?.commissionedBy, fundId }).map((place) => ({ ...rest, ...place, pence: amount.pence })));
}

/** The first day of the month of a day. The cast is the brand: every month has a first day. */
const firstOfMonth = (day: LondonDate): LondonDate => `${day.slice(0, 7)}-01` as LondonDate;

export interface PaidBy {
  /** The agency that holds the contract and pays the provider, where anybody has said so. */
  readonly commissionedBy: Id<'agency'> | undefined;
  readonly fundId: Id<'fund'> | null;
}

/** In whose statements an agency's part stands, and as what. */
export function placesOf({ agencyId }: Pick<AgencyAmount, 'agencyId'>, { commissionedBy, fundId }: PaidBy): RowPlace<StatementFigure['kind']>[] {
  const alone = { agencyId, counterpartyId: null, fundId: null };
  if (fundId !== null) return [{ ...alone, kind: 'fund', fundId }];
  if (commissionedBy === undefined) return [{ ...alone, kind: 'paid-directly' }];
  if (commissionedBy === agencyId) return [{ ...alone, kind: 'own-share' }];
  return [
    { ...alone, kind: 'recharge', counterpartyId: commissionedBy },
    { ...alone, kind: 'counter-recharge', agencyId: commissionedBy, counterpartyId: agencyId },
  ];
}

/**
 * What came back in the months, of every agency its part: its own where it came back to that agency, else credited by
 * the one to which it came back (ADR 11), whichever commissions the line. What a fund had paid, on the first of the days
 * for which the sum was paid out, goes back into that fund and is owed to no agency.
 */
function recoveredFigures({ picture, funds }: Known, months: ClosedPeriod): StatementFigure[] {
  if (picture.lines.every((fact) => fact.recoveries.length === 0)) return [];
  return recoveries(picture, months).flatMap((cameBack) => {
    const { line: fact, recovery, amounts } = cameBack;
    const { of, on, cameBackTo, pence, origin } = recovery;
    const arrangement = arrangementOn(fact, of.from);
    const fund = funds.boundaries.length === 0 ? undefined : fundPaidBack(picture, cameBack, (piece) => funds.paidByFund(piece));
    const rest = {
      ...{ decisionId: fact.decisionId, lineId: fact.line.lineId, category: fact.line.category },
      ...{ providerId: arrangement?.providerId ?? null, vat: arrangement?.vat ?? ('not-stated' as const) },
      ...{ days: of, month: firstOfMonth(on), rates: [], cost: pence, split: null, because: { kind: 'recovery' as const, recovery } },
      events: eachOnce([origin, fact.origin, ...originOf(arrangement), ...originOf(fund)]),
    };
    const heldBy = { cameBackTo, fundId: fund?.fundId ?? null };
    return amounts
      .filter((amount) => amount.pence !== 0)
      .flatMap((amount) => creditsOf(amount, heldBy).map((place) => ({ ...rest, ...place, pence: amount.pence })));
  });
}

/** In whose statements an agency's part of what came back stands, and who credits it. */
function creditsOf({ agencyId }: Pick<AgencyAmount, 'agencyId'>, { cameBackTo, fundId }: HeldBy): RowPlace<'recovery' | 'counter-recovery'>[] {
  const alone = { kind: 'recovery' as const, agencyId, counterpartyId: null, fundId };
  if (fundId !== null || cameBackTo === agencyId) return [alone];
  return [
    { ...alone, counterpartyId: cameBackTo },
    { ...alone, kind: 'counter-recovery', agencyId: cameBackTo, counterpartyId: agencyId },
  ];
}
interface HeldBy extends Pick<RecoveryFact, 'cameBackTo'>, Pick<PaidBy, 'fundId'> {}
