import { contains, intersect } from '@accord/shared/kernel';
import type { ClosedPeriod, Id, LondonDate, Period } from '@accord/shared/kernel';
import type { FactOrigin, FundingPicture } from '../funding-picture';
import { liabilities, liabilitiesUnder } from '../liability';
import type { Liability } from '../liability';
import type { FundOnRecord } from './fund-state';

/** What decides whether a pooled fund pays for days of a line. */
export interface FundFact {
  readonly fundId: Id<'fund'>;
  readonly agreementId: Id<'agreement'>;
  readonly name: string;
  readonly hostAgencyId: Id<'agency'>;
  /** The clauses that it pays for; none named: all of its agreement. */
  readonly clauses: readonly Id<'clause'>[];
  /** The days for which it pays. */
  readonly days: Period;
  /** That it was established. */
  readonly origin: FactOrigin;
}

export function fundFactOf({ fund, ended }: FundOnRecord, origin: FactOrigin): FundFact {
  const { fundId, agreementId, name, hostAgencyId, clauses, from } = fund;
  return { fundId, agreementId, name, hostAgencyId, clauses, days: { from, to: ended?.from ?? null }, origin };
}

/** The days at which a fund begins or ends: cut {@link liabilities} there before asking {@link fundsPaying}. Cuts change no total. */
export const fundBoundaries = (funds: readonly FundFact[]): LondonDate[] => funds.flatMap(({ days: { from, to } }) => (to === null ? [from] : [from, to]));

/**
 * Which fund, if any, pays for the days of a line: the one whose agreement and clause rule them, in its own days. The
 * clause’s split is then what each partner bears of it in name; the money comes from the pool. What a panel or a
 * dispute rules is nobody’s pool. No two funds of one agreement pay for one clause on one day.
 * @throws RangeError where the fund pays for a part of the days only: cut them at {@link fundBoundaries} first
 */
export const fundsPaying =
  (funds: readonly FundFact[]) =>
  (liability: Pick<Liability, 'source' | 'period'>): FundFact | undefined => {
    const { period } = liability;
    const fund = funds.find((each) => isOfFund(each, liability) && intersect(period, each.days) !== undefined);
    if (fund === undefined) return undefined;
    const { from, to } = fund.days;
    if (period.from >= from && (to === null || period.to <= to)) return fund;
    throw new RangeError('A pooled fund pays for a part of these days only: cut them at its first and last day.');
  };

/** What a line costs on some days and who bears it, and the fund that pays for them, if one does. */
export interface FundedLiability {
  readonly liability: Liability;
  readonly fund: FundFact | undefined;
}

/** Who pays what of each line in the window, as {@link liabilities} has it; where a fund begins or ends to pay for days of a line, they are cut. */
export function fundedLiabilities(picture: FundingPicture, { funds, window, cuts = [] }: FundDaysAsked): FundedLiability[] {
  const [liabilitiesOf, payerOf] = [liabilitiesUnder(picture), fundsPaying(funds)];
  return picture.lines.flatMap((line) => {
    const uncut = liabilitiesOf(line, window, cuts);
    const days = uncut.flatMap((piece) => fundBoundaries(funds.filter((fund) => isOfFund(fund, piece))).filter((day) => day > piece.period.from && day < piece.period.to));
    const found = days.length === 0 ? uncut : liabilitiesOf(line, window, [...cuts, ...days]);
    return found.map((liability) => ({ liability, fund: payerOf(liability) }));
  });
}

/** Whether the fund pays for what rules these days, on days of its own. */
const isOfFund = ({ agreementId, clauses }: FundFact, { source }: Pick<Liability, 'source'>): boolean =>
  source.kind === 'standing-agreement' && agreementId === source.agreement.agreementId && (clauses.length === 0 || clauses.includes(source.clause.clauseId));

export interface FundDaysAsked {
  readonly funds: readonly FundFact[];
  readonly window: ClosedPeriod;
  readonly cuts?: readonly LondonDate[];
}

/** What funds pay for the lines of one child in the window, each with its fund; the lines that none can pay for are not computed. */
export function paidByFunds(picture: FundingPicture, { funds, window, cuts = [] }: FundDaysAsked): { readonly fund: FundFact; readonly liability: Liability }[] {
  const ids = new Set(funds.map(({ agreementId }) => agreementId));
  const clauses = picture.agreements.filter(({ agreementId }) => ids.has(agreementId)).flatMap((agreement) => agreement.clauses);
  const categories = new Set(clauses.flatMap((clause) => clause.categories));
  const lines = picture.lines.filter(({ line: { category } }) => categories.has(category));
  if (lines.length === 0) return [];
  const payerOf = fundsPaying(funds);
  return liabilities({ ...picture, lines }, window, [...cuts, ...fundBoundaries(funds)]).flatMap((liability) => {
    const fund = payerOf(liability);
    return fund ? [{ fund, liability }] : [];
  });
}

/** Whether two funds of one agreement would pay for one clause on one day. */
export const fundsCollide = (one: Pick<FundFact, 'clauses' | 'days'>, two: Pick<FundFact, 'clauses' | 'days'>): boolean =>
  intersect(one.days, two.days) !== undefined &&
  (one.clauses.length === 0 || two.clauses.length === 0 || one.clauses.some((clause) => two.clauses.includes(clause)));

/** Whether the fund pays for the day. */
export const paysOn = ({ fund, ended }: FundOnRecord, day: LondonDate): boolean => contains({ from: fund.from, to: ended?.from ?? null }, day);
