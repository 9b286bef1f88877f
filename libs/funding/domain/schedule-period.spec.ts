import { day } from './sample-agreement';
import { financialYearsOf, schedulePeriod } from './schedule-period';

const year = { from: '2014-04-01', to: '2015-04-01' };

describe('The days that a schedule covers', () => {
  it('are a financial year by its name', () => {
    expect(schedulePeriod({ financialYear: '2014/15' })).toEqual({ ok: true, value: year });
    expect(schedulePeriod({ financialYear: '1999/00' })).toMatchObject({ value: { from: '1999-04-01', to: '2000-04-01' } });
  });

  it('are two days, or two days within a year', () => {
    const days = { from: day('2014-10-01'), to: day('2015-04-01') };
    expect(schedulePeriod(days)).toEqual({ ok: true, value: days });
    expect(schedulePeriod({ financialYear: '2014/15', ...days })).toEqual({ ok: true, value: days });
  });

  it.each<[string, Parameters<typeof schedulePeriod>[0], string]>([
    ['nothing is said', {}, 'schedule-period-unclear'],
    ['only the first day is said', { from: day('2014-10-01') }, 'schedule-period-unclear'],
    ['only the end is said, in a year', { financialYear: '2014/15', to: day('2014-10-01') }, 'schedule-period-unclear'],
    ['the year is no year', { financialYear: '2014/16' }, 'schedule-period-unclear'],
    ['the year is written otherwise', { financialYear: '2014-15' }, 'schedule-period-unclear'],
    ['the year lies beyond the calendar', { financialYear: '9999/00' }, 'schedule-period-unclear'],
    ['the days begin before the year', { financialYear: '2014/15', from: day('2014-03-31'), to: day('2014-10-01') }, 'schedule-period-unclear'],
    ['the days end after the year', { financialYear: '2014/15', from: day('2014-10-01'), to: day('2015-04-02') }, 'schedule-period-unclear'],
    ['the days are of more than ten years', { from: day('2014-03-31'), to: day('2024-03-31') }, 'schedule-period-unclear'],
    ['the days end before they begin', { from: day('2014-10-01'), to: day('2014-09-30') }, 'period-ends-before-it-begins'],
    ['there is no day', { from: day('2014-10-01'), to: day('2014-10-01') }, 'period-empty'],
  ])('are asked for again where %s', (_case, stated, refusal) => {
    expect(schedulePeriod(stated)).toMatchObject({ ok: false, refusal });
  });

  it('fall into financial years, each with its own number of days', () => {
    const found = financialYearsOf({ from: day('2015-01-01'), to: day('2016-05-01') });
    expect(found.map(({ year: { name }, days }) => [name, days.from, days.to])).toEqual([
      ['2014/15', '2015-01-01', '2015-04-01'],
      ['2015/16', '2015-04-01', '2016-04-01'],
      ['2016/17', '2016-04-01', '2016-05-01'],
    ]);
  });
});
