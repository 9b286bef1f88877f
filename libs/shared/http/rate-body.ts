import type { LondonDate, ProposedRate } from '@accord/shared/kernel';
import { Optional, fault } from './field-rule';
import type { FieldRule } from './field-rule';
import { IsCount, IsLondonDate, IsPence } from './fields';
import { ArrayOf } from './nested-fields';

const MINUTES_OF_A_WEEK = 7 * 24 * 60;
const ONE_KIND = 'One kind of rate is given.';

/** What is paid from a day on: exactly one kind of rate. */
export class RateBody {
  @IsLondonDate('First day of this rate; of what is paid once, its day.')
  readonly from!: LondonDate;
  @Optional()
  @IsPence(`Whole pence a week: £1,847.35 is 184735. ${ONE_KIND}`)
  readonly weeklyPence?: number;
  @Optional()
  @IsPence(`Whole pence a day. ${ONE_KIND}`)
  readonly dailyPence?: number;
  @Optional()
  @IsPence(`Whole pence an hour, with the minutes a week. ${ONE_KIND}`)
  readonly hourlyPence?: number;
  @Optional()
  @IsCount({ min: 1, max: MINUTES_OF_A_WEEK }, 'Of an hourly rate: the minutes provided each week; 37 hours and a half are 2250.')
  readonly weeklyMinutes?: number;
  @Optional()
  @IsPence(`Whole pence every four weeks, as direct payments are often made. ${ONE_KIND}`)
  readonly fourWeeklyPence?: number;
  @Optional()
  @IsPence(`Whole pence paid once, on the day itself. It takes the place of the rate before it: where that goes on, give it again from the next day. ${ONE_KIND}`)
  readonly oncePence?: number;
}

const kinds = ['weeklyPence', 'dailyPence', 'hourlyPence', 'fourWeeklyPence', 'oncePence'] as const;

/** Refuses `not-exactly-one` for no kind of rate or several, `field-missing` for an hourly rate without minutes. */
const rateRule: FieldRule = (value) => {
  // What is no object is refused by the shape of the entry; a field that nobody gave is absent.
  const given: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
  const minutes = given['weeklyMinutes'] !== undefined;
  const hourly = given['hourlyPence'] !== undefined;
  if (kinds.filter((kind) => given[kind] !== undefined).length !== 1 || (minutes && !hourly)) {
    return fault('not-exactly-one', 'Give one kind of rate: weeklyPence, dailyPence, hourlyPence with weeklyMinutes, fourWeeklyPence or oncePence.');
  }
  return hourly && !minutes ? fault('field-missing', 'Give weeklyMinutes with hourlyPence: how long is provided each week.') : undefined;
};

/** The rates of a line, each of one kind. */
export const RatesOfLine = (): PropertyDecorator =>
  ArrayOf(() => RateBody, { min: 1, max: 200, each: rateRule }, 'Rates in order, each of one kind; the first holds from the first day.');

/** The rate of the kind that was given. */
export function proposedRate({ from, weeklyPence, dailyPence, hourlyPence, weeklyMinutes, fourWeeklyPence, oncePence }: RateBody): ProposedRate {
  if (weeklyPence !== undefined) return { from, weeklyPence };
  if (dailyPence !== undefined) return { from, dailyPence };
  if (hourlyPence !== undefined && weeklyMinutes !== undefined) return { from, hourlyPence, weeklyMinutes };
  if (fourWeeklyPence !== undefined) return { from, fourWeeklyPence };
  if (oncePence !== undefined) return { from, oncePence };
  throw new Error('A rate of no kind passed its rule.');
}
