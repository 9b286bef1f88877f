import fc from 'fast-check';
import { costOfDays } from './cost';
import { addDays } from './dates';
import { pence } from './money';
import { ratesOfLine } from './proposed-rates';
import type { ProposedRate } from './proposed-rates';
import { weeklyPenceOf, weeklyPenceOn } from './rates';
import type { LineOfWeek, LineRate } from './rates';
import { given, on, refusalOf } from './spec-values';

const from = '2025-09-01';
const period = { from: on(from), to: null };
const ended = (to: string) => ({ from: on(from), to: on(to) });
const costing = (rates: readonly ProposedRate[], days: LineOfWeek['period'] = period): LineOfWeek => ({ rates: given(ratesOfLine(rates, days)), period: days });

describe('A week at a rate', () => {
  it.each<[string, ProposedRate, number]>([
    ['by the week', { from, weeklyPence: 184_735 }, 184_735],
    ['by the day, seven days', { from, dailyPence: 26_390 }, 184_730],
    ['by the hour, the minutes of the week', { from, hourlyPence: 2_450, weeklyMinutes: 2_250 }, 91_875],
    ['by the hour, rounded up to a penny', { from, hourlyPence: 1_000, weeklyMinutes: 1 }, 17],
    ['every four weeks, a quarter', { from, fourWeeklyPence: 100_000 }, 25_000],
    ['every four weeks, rounded up to a penny', { from, fourWeeklyPence: 1 }, 1],
    ['once, the whole', { from, oncePence: 200_000 }, 200_000],
  ])('%s', (_what, rate, week) => {
    const [checked] = costing([rate]).rates;
    expect(checked && weeklyPenceOf(checked)).toBe(week);
  });
});

describe('What a week of a line costs on a day', () => {
  it('is what the rate of the day comes to, while the line runs', () => {
    const line = costing([{ from, dailyPence: 100 }, { from: '2025-10-01', fourWeeklyPence: 4_000 }], ended('2025-11-01'));
    expect(['2025-08-31', '2025-09-01', '2025-09-30', '2025-10-01', '2025-10-31', '2025-11-01'].map((day) => weeklyPenceOn(line, on(day)))).toEqual([0, 700, 700, 1_000, 1_000, 0]);
  });

  it('bears what was paid once in the seven days until then, beside the rate that follows', () => {
    const line = costing([{ from, oncePence: 200_000 }, { from: '2025-09-02', weeklyPence: 10_000 }]);
    expect(['2025-09-01', '2025-09-02', '2025-09-07', '2025-09-08'].map((day) => weeklyPenceOn(line, on(day)))).toEqual([200_000, 210_000, 210_000, 10_000]);
  });

  it('bears it too where the line was of that one day: equipment, and the nursing that begins the day after', () => {
    const bed = costing([{ from, oncePence: 200_000 }], ended('2025-09-02'));
    expect(['2025-09-01', '2025-09-02', '2025-09-07', '2025-09-08'].map((day) => weeklyPenceOn(bed, on(day)))).toEqual([200_000, 200_000, 200_000, 0]);
  });

  it('does not bear what was never paid, because the line was cut before its day', () => {
    const { rates } = costing([{ from, weeklyPence: 700 }, { from: '2025-10-01', oncePence: 200_000 }]);
    expect(weeklyPenceOn({ rates, period: ended('2025-10-01') }, on('2025-10-01'))).toBe(0);
  });

  const once = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }).map((days): LineRate[] =>
    days.sort((one, two) => one - two).map((day) => ({ from: addDays(on(from), day), oncePence: given(pence(1_000 + day)) })),
  );

  it('is, of what is paid once, the cost of the dearest seven days', () => {
    fc.assert(
      fc.property(once, ([first, ...others]) => {
        if (first === undefined) return;
        const line = { rates: [first, ...others], period: { from: first.from, to: null } };
        const found = Math.max(...line.rates.map((rate) => weeklyPenceOn(line, rate.from)));
        const windows = Array.from({ length: 80 }, (_, day) => addDays(on(from), day - 7));
        const dearest = Math.max(...windows.map((day) => costOfDays({ rates: line.rates, lineFrom: first.from, window: { from: day, to: addDays(day, 7) } })));
        expect(found).toBe(dearest);
      }),
    );
  });
});

describe('The rates of a line', () => {
  const checked = (rates: readonly ProposedRate[], days: LineOfWeek['period'] = period) => ratesOfLine(rates, days);
  const tenMillion = 1_000_000_000;

  it('may be of several kinds, one after the other', () => {
    const rates = [
      { from, weeklyPence: 184_735 },
      { from: '2025-10-01', dailyPence: 0 },
      { from: '2025-11-01', hourlyPence: 2_450, weeklyMinutes: 10_080 },
      { from: '2025-12-01', fourWeeklyPence: 700_000 },
      { from: '2026-01-01', oncePence: 200_000 },
    ];
    expect(checked(rates)).toEqual({ ok: true, value: rates });
  });

  it.each<[string, readonly ProposedRate[]]>([
    ['by the week', [{ from, weeklyPence: tenMillion }]],
    ['by the day', [{ from, dailyPence: 142_857_142 }]],
    ['by the hour', [{ from, hourlyPence: 5_952_380, weeklyMinutes: 10_080 }]],
    ['every four weeks', [{ from, fourWeeklyPence: 4 * tenMillion }]],
    ['once', [{ from, oncePence: tenMillion }]],
  ])('may come to £10 million a week, and no more: %s', (_kind, rates) => {
    expect(checked(rates).ok).toBe(true);
    const dearer = rates.map((rate): ProposedRate => {
      if ('weeklyPence' in rate) return { from, weeklyPence: rate.weeklyPence + 1 };
      if ('dailyPence' in rate) return { from, dailyPence: rate.dailyPence + 1 };
      if ('hourlyPence' in rate) return { ...rate, hourlyPence: rate.hourlyPence + 1 };
      if ('fourWeeklyPence' in rate) return { from, fourWeeklyPence: rate.fourWeeklyPence + 1 };
      return { from, oncePence: rate.oncePence + 1 };
    });
    expect(refusalOf(checked(dearer))).toBe('weekly-rate-too-high');
  });

  it.each<[string, ProposedRate, string]>([
    ['a fraction of a penny a week', { from, weeklyPence: 0.5 }, 'amount-not-whole-pence'],
    ['a fraction of a penny a day', { from, dailyPence: 0.1 }, 'amount-not-whole-pence'],
    ['a fraction of a penny an hour', { from, hourlyPence: 24.5, weeklyMinutes: 60 }, 'amount-not-whole-pence'],
    ['a fraction of a penny every four weeks', { from, fourWeeklyPence: 1.25 }, 'amount-not-whole-pence'],
    ['a fraction of a penny once', { from, oncePence: 99.99 }, 'amount-not-whole-pence'],
    ['less than nothing a day', { from, dailyPence: -1 }, 'amount-negative'],
    ['less than nothing an hour', { from, hourlyPence: -1, weeklyMinutes: 60 }, 'amount-negative'],
    ['less than nothing every four weeks', { from, fourWeeklyPence: -1 }, 'amount-negative'],
    ['less than nothing once', { from, oncePence: -1 }, 'amount-negative'],
    ['no minutes', { from, hourlyPence: 100, weeklyMinutes: 0 }, 'weekly-minutes-not-a-week'],
    ['more hours than a week has', { from, hourlyPence: 100, weeklyMinutes: 10_081 }, 'weekly-minutes-not-a-week'],
    ['part of a minute', { from, hourlyPence: 100, weeklyMinutes: 1.5 }, 'weekly-minutes-not-a-week'],
    ['minutes that are no number', { from, hourlyPence: 100, weeklyMinutes: NaN }, 'weekly-minutes-not-a-week'],
    ['a day that is none', { from: '2025-09-31', oncePence: 100 }, 'not-a-date'],
  ])('are refused with %s', (_what, rate, code) => {
    expect(checked([rate])).toMatchObject({ ok: false, refusal: code, because: expect.stringMatching(/\S/) });
  });

  it('of different kinds do not overlap either: two from one day are refused', () => {
    expect(refusalOf(checked([{ from, weeklyPence: 100 }, { from, oncePence: 200 }]))).toBe('rates-not-in-order');
    expect(refusalOf(checked([{ from: '2025-10-01', dailyPence: 100 }, { from, dailyPence: 200 }]))).toBe('rates-not-in-order');
  });

  it('pay once on a day of the line alone: neither before it begins, nor on the day from which it is over', () => {
    const once = (day: string, days = ended('2025-10-01')) => refusalOf(checked([{ from, weeklyPence: 0 }, { from: day, oncePence: 100 }], days));
    expect(once('2025-09-30')).toBeUndefined();
    expect(once('2025-10-01')).toBe('one-off-after-line');
    expect(once('2026-01-01')).toBe('one-off-after-line');
    expect(once('2026-01-01', ended('2026-01-02'))).toBeUndefined();
    expect(refusalOf(checked([{ from: '2025-08-31', oncePence: 100 }]))).toBe('one-off-before-line');
  });
});
