import { financialYearOf, formatLondonDate, intersect, londonDate, succeed } from '@accord/shared/kernel';
import type { FinancialYear, Id, LondonDate, Result } from '@accord/shared/kernel';
import { refuseFunding } from '../refusals';
import { yearOnRecord } from './fund-state';
import type { FundOnRecord, FundYear } from './fund-state';

export interface ByPartner {
  /** The agency for which the person acts: a partner acts for itself, and nobody else does. */
  readonly agencyId: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** The host, where it is the one that acts: it alone keeps the accounts. */
export function hostOf({ fund: { hostAgencyId } }: FundOnRecord, agencyId: string): Result<Id<'agency'>> {
  if (hostAgencyId === agencyId) return succeed(hostAgencyId);
  return refuseFunding('fund-act-not-host', 'The host of the fund keeps its accounts: ask it to record this.');
}

/** The partner, where one acts: each for itself. */
export function partnerOf({ fund: { partners } }: FundOnRecord, agencyId: string): Result<Id<'agency'>> {
  const partner = partners.find((each) => each === agencyId);
  if (partner !== undefined) return succeed(partner);
  return refuseFunding('fund-act-by-stranger', 'Your agency is no partner in this fund, so this is not for it to do.');
}

/** A year of the fund by its first day, and what is on record of it. Refuses `fund-year-unclear` and `fund-year-outside`. */
export function yearAsked(state: FundOnRecord, text: string): Result<FundYearAsked> {
  const day = londonDate(text);
  if (!day.ok) return day;
  const year = financialYearOf(day.value);
  if (year.from !== day.value) return refuseFunding('fund-year-unclear', `Name the year by its first day: ${formatLondonDate(day.value)} lies in ${year.name}, which begins on ${formatLondonDate(year.from)}.`);
  const { fund, ended } = state;
  if (intersect(year, { from: fund.from, to: ended?.from ?? null }) === undefined) {
    const until = ended === null ? '' : ` until ${formatLondonDate(ended.from)}`;
    return refuseFunding('fund-year-outside', `The fund pays from ${formatLondonDate(fund.from)}${until}: it has no day in ${year.name}.`);
  }
  return succeed({ year, onRecord: yearOnRecord(state, year.from) });
}

export interface FundYearAsked {
  readonly year: FinancialYear;
  readonly onRecord: FundYear;
}

/** The same, refused where the year is closed: what a closed year says stands. */
export function openYearAsked(state: FundOnRecord, text: string): Result<FundYearAsked> {
  const asked = yearAsked(state, text);
  if (!asked.ok || asked.value.onRecord.closing === null) return asked;
  return refuseFunding('fund-year-closed', `${asked.value.year.name} was closed on ${formatLondonDate(asked.value.onRecord.closing.on)}: record what became known since in the year in which it became known.`);
}

/** The first day of the financial year of a day. */
export const yearOfDay = (day: LondonDate): LondonDate => financialYearOf(day).from;
