import { weeklyPenceOf } from '@accord/shared/kernel';
import { liabilities, totalsByAgency } from './liability';
import type { Liability } from './liability';
import { clause, day, education, health, numbered, percentages, pounds, ratio, socialCare } from './sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, mondays, operationOn, pictureOf } from './sample-facts';

const of = (agencyId: string, all: readonly Liability[]): (number | undefined)[] =>
  all.map(({ amounts }) => amounts.find((amount) => amount.agencyId === agencyId)?.pence);
const costs = (all: readonly Liability[]): number[] => all.map(({ cost }) => cost);
const kinds = (all: readonly Liability[]): string[] => all.map(({ source }) => source.kind);
const periods = (all: readonly Liability[]): string[] => all.map(({ period: { from, to } }) => `${from} ${to}`);

const surgery = [complexHealthcareFrom('2025-07-14'), ...agreementInForce(), operationOn('2025-10-06')];

describe('Six weeks after surgery (worked example 1)', () => {
  const personalCare = line({ number: 601, rates: { '2025-09-01': 1_847.35, '2025-10-27': 2_310.01 } });
  const nursing = line({ number: 602, category: 'nursing', rates: { '2025-09-01': 900 }, split: percentages(100) });
  const lessons = line({ number: 603, category: 'education', rates: { '2025-09-01': 400 }, split: percentages(0, 0, 100) });
  const window = days('2025-10-06', '2025-11-17');
  const weeks = mondays('2025-10-13', '2025-10-20', '2025-10-27', '2025-11-03', '2025-11-10');
  const picture = pictureOf(decided(personalCare, nursing, lessons), ...surgery);
  const ofLine = (number: number, all: readonly Liability[]) =>
    all.filter((liability) => liability.line.line.lineId === numbered(number));

  const byWeek = ofLine(601, liabilities(picture, window, weeks));

  it('costs £1,847.35 in weeks 1 to 3 and £2,310.01 in weeks 4 to 6', () => {
    expect(costs(byWeek)).toEqual([1_847.35, 1_847.35, 1_847.35, 2_310.01, 2_310.01, 2_310.01].map(pounds));
  });

  it("gives health's weekly column to the penny", () => {
    expect(of(health, byWeek)).toEqual([923.68, 923.67, 923.68, 1_155, 1_155.01, 1_155].map(pounds));
  });

  it("gives social care's weekly column to the penny", () => {
    expect(of(socialCare, byWeek)).toEqual([923.67, 923.68, 923.67, 1_155.01, 1_155, 1_155.01].map(pounds));
  });

  it('comes to £12,472.08, £6,236.04 for each', () => {
    const [whole, ...more] = ofLine(601, liabilities(picture, window));
    expect(more).toEqual([]);
    expect(whole?.cost).toBe(pounds(12_472.08));
    expect(whole?.amounts).toEqual([health, socialCare].map((agencyId) => ({ agencyId, pence: pounds(6_236.04) })));
    expect(totalsByAgency(byWeek)).toEqual(whole?.amounts);
  });

  it('says why: a clause of a standing agreement and the operation, not a vote of the panel', () => {
    const [first] = byWeek;
    expect(first?.source).toMatchObject({
      kind: 'standing-agreement',
      agreement: { title: 'Personal care after surgery', inForceFrom: '2025-04-01' },
      clause: { clauseId: clause().clauseId, duration: { unit: 'weeks', count: 6 } },
      events: [{ kind: 'surgery', eventId: numbered(900), on: '2025-10-06' }],
    });
  });

  it('names the rates that held in each week', () => {
    expect(byWeek.map(({ rates }) => rates.map(weeklyPenceOf))).toEqual(
      [1_847.35, 1_847.35, 1_847.35, 2_310.01, 2_310.01, 2_310.01].map((weekly) => [pounds(weekly)]),
    );
  });

  it('leaves the nursing and education lines untouched', () => {
    const all = liabilities(picture, window);
    expect(kinds(ofLine(602, all))).toEqual(['panel-decision']);
    expect(of(health, ofLine(602, all))).toEqual([pounds(6 * 900)]);
    expect(kinds(ofLine(603, all))).toEqual(['panel-decision']);
    expect(of(education, ofLine(603, all))).toEqual([pounds(6 * 400)]);
  });

  it("leaves the weeks before and after to the panel's 70/30", () => {
    const around = ofLine(601, liabilities(picture, days('2025-09-29', '2025-11-24')));
    expect(periods(around)).toEqual(['2025-09-29 2025-10-06', '2025-10-06 2025-11-17', '2025-11-17 2025-11-24']);
    expect(kinds(around)).toEqual(['panel-decision', 'standing-agreement', 'panel-decision']);
    expect(around[2]?.amounts.map(({ pence }) => pence)).toEqual([1_617.01, 693].map(pounds));
  });

  it('shares a week of £40,000 half and half as well', () => {
    const dear = line({ rates: { '2025-09-01': 1_847.35, '2025-10-13': 40_000, '2025-10-20': 1_847.35 } });
    const week = liabilities(pictureOf(decided(dear), ...surgery), days('2025-10-13', '2025-10-20'));
    expect(week.map(({ amounts }) => amounts.map(({ pence }) => pence))).toEqual([[20_000, 20_000].map(pounds)]);
  });
});

describe('Three payers (worked example 5)', () => {
  const oneWeek = (weekly: number, split: ReturnType<typeof ratio>) =>
    liabilities(pictureOf(decided(line({ rates: { '2025-09-01': weekly }, split }))), days('2025-09-01', '2025-09-08'))
      .flatMap(({ amounts }) => amounts)
      .map(({ pence }) => pence);

  it('bear £4,250.00 in thirds as 1,416.67, 1,416.67 and 1,416.66', () => {
    expect(oneWeek(4_250, ratio(1, 1, 1))).toEqual([1_416.67, 1_416.67, 1_416.66].map(pounds));
  });

  it('bear £312,346.57 at 40/35/25 as 124,938.63, 109,321.30 and 78,086.64', () => {
    expect(oneWeek(312_346.57, percentages(40, 35, 25))).toEqual([124_938.63, 109_321.3, 78_086.64].map(pounds));
  });
});

describe('Three arrangements in one week (worked example 11)', () => {
  const first = agreementInForce({ number: 1001, clauses: [clause({ clauseId: numbered<'clause'>(1), split: percentages(50, 50) })] });
  const second = agreementInForce({
    ...{ number: 1002, inForceFrom: '2025-09-03' },
    clauses: [clause({ clauseId: numbered<'clause'>(2), split: percentages(60, 40) })],
  });
  const picture = pictureOf(
    decided(line({ rates: { '2025-09-01': 1_000 } })),
    ...[complexHealthcareFrom('2025-07-14'), ...first, ...second],
    operationOn('2025-09-02', numbered<'operation'>(901)),
    operationOn('2025-09-03', numbered<'operation'>(902)),
  );
  const week = liabilities(picture, days('2025-09-01', '2025-09-08'));

  it('cost 142.86, 142.85 and 714.29, which is £1,000.00', () => {
    expect(week.map(({ split }) => split.parts[0]?.weight)).toEqual([7_000, 5_000, 6_000]);
    expect(costs(week)).toEqual([142.86, 142.85, 714.29].map(pounds));
  });

  it('are each shared as they say', () => {
    expect(of(health, week)).toEqual([100, 71.43, 428.57].map(pounds));
    expect(of(socialCare, week)).toEqual([42.86, 71.42, 285.72].map(pounds));
  });
});

describe('Days that somebody asks about', () => {
  const picture = pictureOf(decided(line({ from: '2025-09-03', to: '2025-09-24' })));

  it('before the line begins cost nothing', () => {
    expect(liabilities(picture, days('2025-08-01', '2025-09-03'))).toEqual([]);
    expect(periods(liabilities(picture, days('2025-08-01', '2025-09-10')))).toEqual(['2025-09-03 2025-09-10']);
  });

  it('after the line has ended cost nothing', () => {
    expect(liabilities(picture, days('2025-09-24', '2025-12-01'))).toEqual([]);
    const last = liabilities(picture, days('2025-09-17', '2025-12-01'));
    expect(periods(last)).toEqual(['2025-09-17 2025-09-24']);
    expect(costs(last)).toEqual([pounds(1_847.35)]);
  });

  it('reach as far as is asked where the line has no end', () => {
    const openEnded = pictureOf(decided(line()));
    expect(periods(liabilities(openEnded, days('2026-01-05', '2026-01-12')))).toEqual(['2026-01-05 2026-01-12']);
    expect(periods(liabilities(openEnded, days('2125-01-01', '2125-01-02')))).toEqual(['2125-01-01 2125-01-02']);
  });

  it('of which there are none cost nothing', () => {
    expect(liabilities(picture, { from: day('2025-09-10'), to: day('2025-09-10') })).toEqual([]);
    expect(liabilities(pictureOf(...surgery), days('2025-09-01', '2026-09-01'))).toEqual([]);
  });

  it('may be cut on days outside of them, which cuts nothing', () => {
    const whole = liabilities(picture, days('2025-09-03', '2025-09-10'));
    expect(liabilities(picture, days('2025-09-03', '2025-09-10'), mondays('2025-09-01', '2025-09-03', '2025-09-10'))).toEqual(whole);
  });

  it('name both rates where the rate changes on one of them, and no pause is forgotten', () => {
    const paused = line({ rates: { '2025-09-01': 700, '2025-09-08': 0, '2025-09-15': 1_400 } });
    const [whole] = liabilities(pictureOf(decided(paused)), days('2025-09-05', '2025-09-16'));
    expect(whole?.rates.map((rate) => [rate.from, weeklyPenceOf(rate)])).toEqual([
      ['2025-09-01', 70_000],
      ['2025-09-08', 0],
      ['2025-09-15', 140_000],
    ]);
    expect(whole?.cost).toBe(pounds(3 * 100 + 200));
  });
});

describe('What each agency pays of all of it', () => {
  it('is the sum over the lines, in order of agency', () => {
    const reversed = { kind: 'ratio' as const, parts: [...ratio(1, 1, 2).parts].reverse() };
    const picture = pictureOf(
      decided(line({ number: 601, split: percentages(70, 30) }), line({ number: 602, category: 'education', split: reversed })),
    );
    expect(totalsByAgency(liabilities(picture, days('2025-09-01', '2025-09-08')))).toEqual([
      { agencyId: health, pence: pounds(1_293.15 + 461.84) },
      { agencyId: socialCare, pence: pounds(554.2 + 461.84) },
      { agencyId: education, pence: pounds(923.67) },
    ]);
  });

  it('is nothing of nothing', () => {
    expect(totalsByAgency([])).toEqual([]);
  });
});
