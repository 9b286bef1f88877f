import { apportionBetween, daysBetween, daysIn, intersect, noPence, subtractPence, sumPence } from '@accord/shared/kernel';
import type { ClosedPeriod, FinancialYear, Id, LondonDate, Pence, SignedPence } from '@accord/shared/kernel';
import type { SchedulePayer, ScheduleRow } from './printed-schedule';
import { financialYearsOf } from './schedule-period';
import { countedIn, scheduleCounts } from './schedule-state';
import type { ScheduleOnRecord } from './schedule-state';

/** What is owed: pounds a year as the schedule says, and the part of it that falls into the days asked about. */
export interface Contribution {
  readonly yearlyPence: SignedPence;
  readonly pence: SignedPence;
}
export interface PayerContribution extends Contribution {
  readonly column: string;
  readonly agencyId: Id<'agency'>;
}
export interface PostContribution extends Contribution {
  readonly row: number;
  readonly role: string;
  readonly resource: string;
  readonly payers: readonly PayerContribution[];
}
export interface YearContribution {
  readonly year: FinancialYear;
  /** The days of that year which the schedule covers and the question asks about. */
  readonly days: ClosedPeriod;
  readonly payers: readonly PayerContribution[];
  readonly pence: SignedPence;
}
export interface ScheduleContributions extends Contribution {
  readonly posts: readonly PostContribution[];
  readonly payers: readonly PayerContribution[];
  readonly years: readonly YearContribution[];
}

/**
 * What each payer owes for each post in the days asked about. A post is a line, and its figures a year are shared out
 * as design section 5 shares a line: its cost is cumulative over the days that the schedule covers of a financial
 * year, rounded once to the nearest penny (half a penny up); the payers' parts are cumulative by largest
 * remainder, ties in the order of the columns; each financial year starts anew and has its own number of days. So a
 * whole year gives the printed figures, and however the days are cut the parts add up. Deductions, figures below
 * nothing, are shared out by themselves. A schedule that does not count gives nothing.
 */
export function contributionsOf(schedule: ScheduleOnRecord, window: ClosedPeriod): ScheduleContributions {
  const { payers, rows, period } = schedule.reading;
  const counted = countedIn(schedule);
  const posts = scheduleCounts(schedule) ? rows : [];
  const yearly = posts.map((row) => payers.map(({ column }) => counted(row, column) ?? noPence));
  const years = financialYearsOf(period).flatMap(({ year, days }): OfYear[] => {
    const asked = intersect(days, window);
    if (asked === undefined) return [];
    return [{ year, days: asked, parts: yearly.map((figures) => owed(figures, { payers, year, covered: days, asked })) }];
  });
  const inDays = posts.map((_, post) => payers.map((__, payer) => sumPence(years.map(({ parts }) => at(parts, post, payer)))));
  return {
    posts: posts.map((row, post) => ofPost(row, payers, { yearly: yearly[post] ?? [], pence: inDays[post] ?? [] })),
    payers: perPayer(payers, yearly, inDays),
    years: years.map(({ year, days, parts }) => ({ year, days, payers: perPayer(payers, yearly, parts), pence: sumPence(parts.flat()) })),
    ...{ yearlyPence: sumPence(yearly.flat()), pence: sumPence(inDays.flat()) },
  };
}

/** By post, then by payer in the order of the columns. */
type Figures = readonly (readonly SignedPence[])[];
interface OfYear {
  readonly year: FinancialYear;
  readonly days: ClosedPeriod;
  readonly parts: Figures;
}

const at = (figures: Figures, post: number, payer: number): SignedPence => figures[post]?.[payer] ?? noPence;

function ofPost(
  { row, role, resource }: ScheduleRow,
  payers: readonly SchedulePayer[],
  { yearly, pence }: { readonly yearly: readonly SignedPence[]; readonly pence: readonly SignedPence[] },
): PostContribution {
  return { row, role, resource, yearlyPence: sumPence(yearly), pence: sumPence(pence), payers: perPayer(payers, [yearly], [pence]) };
}

const perPayer = (payers: readonly SchedulePayer[], yearly: Figures, pence: Figures): PayerContribution[] =>
  payers.map(({ column, agencyId }, payer) => ({
    ...{ column, agencyId },
    yearlyPence: sumPence(yearly.map((post) => post[payer] ?? noPence)),
    pence: sumPence(pence.map((post) => post[payer] ?? noPence)),
  }));

interface Stretch {
  readonly payers: readonly SchedulePayer[];
  readonly year: FinancialYear;
  /** The days of the year that the schedule covers: figures are cumulative from the first of them. */
  readonly covered: ClosedPeriod;
  readonly asked: ClosedPeriod;
}

/** What each payer owes of one post's figures a year for the days asked about. */
function owed(yearly: readonly SignedPence[], stretch: Stretch): SignedPence[] {
  const paid = ofFigures(yearly.map((figure) => (figure > 0 ? figure : noPence)), stretch);
  const deducted = ofFigures(yearly.map((figure) => (figure < 0 ? subtractPence(noPence, figure) : noPence)), stretch);
  return paid.map((pence, payer) => subtractPence(pence, deducted[payer] ?? noPence));
}

function ofFigures(yearly: readonly SignedPence[], { payers, year, covered, asked }: Stretch): SignedPence[] {
  const total = sumPence(yearly);
  if (total === 0) return yearly.map(() => noPence);
  const ofDays = daysIn(year);
  const costUntil = (day: LondonDate): Pence => partOf(total, daysBetween(covered.from, day), ofDays);
  // Weights are the figures themselves, of nothing or more: two columns of one agency stay apart.
  const split = { kind: 'ratio' as const, parts: payers.map(({ agencyId }, payer) => ({ agencyId, weight: yearly[payer] ?? 0 })) };
  return apportionBetween(costUntil(asked.from), costUntil(asked.to), split);
}

/** So many days of a year's amount, to the nearest penny, half a penny up. */
function partOf(amount: SignedPence, days: number, ofDays: number): Pence {
  const [numerator, denominator] = [BigInt(amount) * BigInt(days), BigInt(ofDays)];
  // The cast is the brand: between nothing and the amount, which is an exact integer of nothing or more.
  return Number((2n * numerator + denominator) / (2n * denominator)) as Pence;
}
