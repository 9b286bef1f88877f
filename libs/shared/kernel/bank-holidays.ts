import type { LondonDate } from './dates';
import type { ClosedPeriod } from './period';

/** A bank or public holiday of England and Wales on a weekday, and from when it could be known. */
export interface BankHoliday {
  readonly date: LondonDate;
  readonly name: string;
  /** The law or the proclamation that makes it one. */
  readonly source: string;
  /** The first day on which a reckoning of days could count on it: its law, or its announcement. */
  readonly knownSince: LondonDate;
  /** The first day on which it was known that it would not be one after all: it was moved. */
  readonly withdrawnSince?: LondonDate;
}

/** Bank holidays and the days for which the list is complete; beyond them nothing is assumed. */
export interface BankHolidayTable {
  readonly covers: ClosedPeriod;
  readonly holidays: readonly BankHoliday[];
}

interface Entry extends Omit<BankHoliday, 'date' | 'knownSince' | 'withdrawnSince'> {
  readonly knownSince: string;
  readonly withdrawnSince?: string;
  readonly dates: readonly string[];
}

const ACT = 'Banking and Financial Dealings Act 1971';
const IN_SCHEDULE = `${ACT}, Schedule 1, paragraph 1`;
const PROCLAIMED = `${ACT}, section 1(3), by royal proclamation each year`;
const COMMON_LAW = `Common law holiday, kept by the proviso to ${ACT}, section 1(4)`;
const SINCE_THE_ACT = '1971-12-16';

// The days that a proclamation appoints every year (1 January since 1974, the first Monday in May since
// 1978, and Mondays and Tuesdays in place of weekends) count as known since 1978: everyone reckons with
// them long before the year's proclamation, usually of the summer before. What broke that custom carries
// the day on which the government announced it.
const SINCE_THE_CUSTOM = '1978-05-01';

const entries: readonly Entry[] = [
  {
    name: "New Year's Day",
    source: PROCLAIMED,
    knownSince: SINCE_THE_CUSTOM,
    dates: [
      '2014-01-01', '2015-01-01', '2016-01-01', '2018-01-01', '2019-01-01', '2020-01-01', '2021-01-01',
      '2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01',
    ],
  },
  {
    name: "New Year's Day (substitute day)",
    source: PROCLAIMED,
    knownSince: SINCE_THE_CUSTOM,
    dates: ['2017-01-02', '2022-01-03', '2023-01-02', '2028-01-03'],
  },
  {
    name: 'Good Friday',
    source: COMMON_LAW,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-04-18', '2015-04-03', '2016-03-25', '2017-04-14', '2018-03-30', '2019-04-19', '2020-04-10', '2021-04-02',
      '2022-04-15', '2023-04-07', '2024-03-29', '2025-04-18', '2026-04-03', '2027-03-26', '2028-04-14',
    ],
  },
  {
    name: 'Easter Monday',
    source: IN_SCHEDULE,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-04-21', '2015-04-06', '2016-03-28', '2017-04-17', '2018-04-02', '2019-04-22', '2020-04-13', '2021-04-05',
      '2022-04-18', '2023-04-10', '2024-04-01', '2025-04-21', '2026-04-06', '2027-03-29', '2028-04-17',
    ],
  },
  {
    name: 'Early May bank holiday',
    source: PROCLAIMED,
    knownSince: SINCE_THE_CUSTOM,
    dates: [
      '2014-05-05', '2015-05-04', '2016-05-02', '2017-05-01', '2018-05-07', '2019-05-06', '2021-05-03', '2022-05-02',
      '2023-05-01', '2024-05-06', '2025-05-05', '2026-05-04', '2027-05-03', '2028-05-01',
    ],
  },
  {
    name: 'Early May bank holiday',
    source: `${PROCLAIMED}; moved to 8 May by announcement of 7 June 2019`,
    knownSince: SINCE_THE_CUSTOM,
    withdrawnSince: '2019-06-07',
    dates: ['2020-05-04'],
  },
  {
    name: 'Early May bank holiday (VE day)',
    source: `${ACT}, section 1(3): announced 7 June 2019, proclaimed 10 July 2019`,
    knownSince: '2019-06-07',
    dates: ['2020-05-08'],
  },
  {
    name: 'Spring bank holiday',
    source: IN_SCHEDULE,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-05-26', '2015-05-25', '2016-05-30', '2017-05-29', '2018-05-28', '2019-05-27', '2020-05-25', '2021-05-31',
      '2023-05-29', '2024-05-27', '2025-05-26', '2026-05-25', '2027-05-31', '2028-05-29',
    ],
  },
  {
    name: 'Spring bank holiday',
    source: `${IN_SCHEDULE}; moved to 2 June under section 1(2) by announcement of 12 November 2020`,
    knownSince: SINCE_THE_ACT,
    withdrawnSince: '2020-11-12',
    dates: ['2022-05-30'],
  },
  {
    name: 'Spring bank holiday',
    source: `${ACT}, section 1(2): announced 12 November 2020`,
    knownSince: '2020-11-12',
    dates: ['2022-06-02'],
  },
  {
    name: 'Platinum Jubilee bank holiday',
    source: `${ACT}, section 1(3): announced 12 November 2020`,
    knownSince: '2020-11-12',
    dates: ['2022-06-03'],
  },
  {
    name: 'Summer bank holiday',
    source: IN_SCHEDULE,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-08-25', '2015-08-31', '2016-08-29', '2017-08-28', '2018-08-27', '2019-08-26', '2020-08-31', '2021-08-30',
      '2022-08-29', '2023-08-28', '2024-08-26', '2025-08-25', '2026-08-31', '2027-08-30', '2028-08-28',
    ],
  },
  {
    name: 'Bank holiday for the state funeral of Queen Elizabeth II',
    source: `${ACT}, section 1(3): approved at the Accession Council on 10 September 2022`,
    knownSince: '2022-09-10',
    dates: ['2022-09-19'],
  },
  {
    name: 'Bank holiday for the coronation of King Charles III',
    source: `${ACT}, section 1(3): announced 6 November 2022`,
    knownSince: '2022-11-06',
    dates: ['2023-05-08'],
  },
  {
    name: 'Christmas Day',
    source: COMMON_LAW,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-12-25', '2015-12-25', '2017-12-25', '2018-12-25', '2019-12-25', '2020-12-25', '2023-12-25', '2024-12-25',
      '2025-12-25', '2026-12-25', '2028-12-25',
    ],
  },
  {
    // 25 December a Saturday: 27 December stands in by the Schedule, 28 December by proclamation.
    // 25 December a Sunday: 27 December stands in by the Schedule.
    name: 'Christmas Day or Boxing Day (27 December as substitute day)',
    source: IN_SCHEDULE,
    knownSince: SINCE_THE_ACT,
    dates: ['2016-12-27', '2021-12-27', '2022-12-27', '2027-12-27'],
  },
  {
    name: 'Boxing Day',
    source: IN_SCHEDULE,
    knownSince: SINCE_THE_ACT,
    dates: [
      '2014-12-26', '2016-12-26', '2017-12-26', '2018-12-26', '2019-12-26', '2022-12-26', '2023-12-26', '2024-12-26',
      '2025-12-26', '2028-12-26',
    ],
  },
  {
    name: 'Christmas Day or Boxing Day (28 December as substitute day)',
    source: PROCLAIMED,
    knownSince: SINCE_THE_CUSTOM,
    dates: ['2015-12-28', '2020-12-28', '2021-12-28', '2026-12-28', '2027-12-28'],
  },
];

// The casts in this file are the brand: the dates are constants, and a spec reads each of them back.
const constant = (date: string): LondonDate => date as LondonDate;

const holidayOn = (date: string, { name, source, knownSince, withdrawnSince }: Entry): BankHoliday => ({
  date: constant(date),
  name,
  source,
  knownSince: constant(knownSince),
  ...(withdrawnSince === undefined ? {} : { withdrawnSince: constant(withdrawnSince) }),
});

/**
 * Bank and public holidays of England and Wales from 2014 to 2028, in order of date. As GOV.UK lists
 * them: a holiday that falls on a weekend stands under its substitute day.
 */
export const englandAndWales: BankHolidayTable = {
  covers: { from: constant('2014-01-01'), to: constant('2029-01-01') },
  holidays: entries
    .flatMap((entry) => entry.dates.map((date) => holidayOn(date, entry)))
    .sort((a, b) => (a.date < b.date ? -1 : 1)),
};

/**
 * The dates that counted as bank holidays by what was known at the end of the given day; without a day,
 * by all that is known now. So a deadline is judged by the holidays that could be known when it was set.
 */
export function bankHolidaysKnownAt(table: BankHolidayTable, knownAt?: LondonDate): ReadonlySet<LondonDate> {
  const known = table.holidays.filter(({ knownSince, withdrawnSince }) =>
    knownAt === undefined
      ? withdrawnSince === undefined
      : knownSince <= knownAt && (withdrawnSince === undefined || knownAt < withdrawnSince),
  );
  return new Set(known.map((holiday) => holiday.date));
}
