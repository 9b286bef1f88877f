import { addDays, financialYearOf, formatLondonDate, intersect, londonDate, succeed } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, Id, LondonDate, Result } from '@accord/shared/kernel';
import { actedFor } from '../acting';
import type { Acting } from '../acting';
import { refuseFunding } from '../refusals';
import { yearOnRecord } from './fund-state';
import type { FundOnRecord, FundYear } from './fund-state';

export interface ByPartner {
  /** The agency for which the person acts: a partner acts for itself, and nobody else does. */
  readonly agencyId: string;
  readonly on: string;
  readonly today: LondonDate;
}
/** The day of an act, and the partners whose functions have come to the agency that acts. */
export interface ActGround {
  readonly on: LondonDate;
  readonly inherited: ReadonlySet<string>;
}
/** The host, where it is the one that acts, or its functions have come to the one that does: it alone keeps the accounts. */
export function hostOf({ fund: { hostAgencyId } }: FundOnRecord, acting: Acting): Result<Id<'agency'>> {
  if (actedFor([hostAgencyId], acting).length > 0) return succeed(hostAgencyId);
  return refuseFunding('fund-act-not-host', 'The host of the fund keeps its accounts: ask it to record this.');
}

/** The partners that act, each for itself: one, and those whose functions have come to it. */
export function partnersOf({ fund: { partners } }: FundOnRecord, acting: Acting): Result<ActingPartners> {
  const [one, ...others] = actedFor(partners, acting);
  if (one !== undefined) return succeed([one, ...others]);
  return refuseFunding('fund-act-by-stranger', 'Your agency is no partner in this fund, so this is not for it to do.');
}

export type ActingPartners = readonly [Id<'agency'>, ...Id<'agency'>[]];

/** A year of the fund by its first day, and what is on record of it. Refuses `fund-year-unclear` and `fund-year-outside`. */
export function yearAsked(state: FundOnRecord, text: string): Result<FundYearAsked> {
  const day = londonDate(text);
  if (!day.ok) return day;
  const year = financialYearOf(day.value);
  if (year.from !== day.value) return refuseFunding('fund-year-unclear', `Name the year by its first day: ${formatLondonDate(day.value)} lies in ${year.name}, which begins on ${formatLondonDate(year.from)}.`);
  return hasDayIn(state, year) ? succeed({ year, onRecord: yearOnRecord(state, year.from) }) : refuseOutside(state, year);
}

const hasDayIn = ({ fund, ended }: FundOnRecord, year: FinancialYear): boolean => intersect(year, { from: fund.from, to: ended?.from ?? null }) !== undefined;

function refuseOutside({ fund, ended }: FundOnRecord, year: FinancialYear) {
  const last = ended === null ? '' : ` to ${formatLondonDate(addDays(ended.from, -1))}`;
  return refuseFunding('fund-year-outside', `The fund pays from ${formatLondonDate(fund.from)}${last}: it has no day in ${year.name}.`);
}

/** A year of which something can be told: the fund has a day in it, or something is on record of it all the same. Refuses `fund-year-outside`. */
export const yearToTell = (state: FundOnRecord, year: FinancialYear): Result<FinancialYear> =>
  hasDayIn(state, year) || state.years.some((each) => each.year === year.from) ? succeed(year) : refuseOutside(state, year);

/**
 * Days on which the manager of a pool reports: they are over, since a report says what came in and was spent. Where a year
 * stands, and what is to come of it, its position tells on any day. Refuses `fund-report-not-due`.
 */
export function daysToReport(days: ClosedPeriod, today: LondonDate): Result<ClosedPeriod> {
  if (today >= days.to) return succeed(days);
  return refuseFunding(
    'fund-report-not-due',
    `The report is about days until ${formatLondonDate(addDays(days.to, -1))}: ask for it once they are over. Until then the fund itself tells where its year stands.`,
  );
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
