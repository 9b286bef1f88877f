import type { ClosedPeriod, Id, Shares } from '@accord/shared/kernel';
import type { FundingPicture } from '../funding-picture';
import { clause, day, education, health, numbered, percentages, pounds, socialCare, weeks } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, operationOn, pictureOf } from '../sample-facts';
import { FROM_THE_START } from './change';
import type { Change } from './change';
import { checkedChanges } from './checked-changes';
import { comparing } from './compared-pieces';
import { DifferenceTally } from './differences';
import { lineDifferences } from './line-differences';
import { supposition } from './supposing';

// Personal care at £1,847.35 a week, from 27 October £2,310.01: 70 % health, but 50/50 for six weeks from the operation of
// Monday 6 October 2025 (worked example 1); and nursing, which health pays.
const picture = pictureOf(
  decided(
    line({ number: 600, rates: { '2025-09-01': 1_847.35, '2025-10-27': 2_310.01 } }),
    line({ number: 601, category: 'nursing', rates: { '2025-09-01': 700 }, split: percentages(100) }),
  ),
  complexHealthcareFrom('2025-05-01'),
  operationOn('2025-10-06'),
  ...agreementInForce(),
);
const autumn = days('2025-10-01', '2026-01-01');
const always = { from: FROM_THE_START, to: null };
const decisionId = numbered<'decision'>(700);
const personalCare = { decisionId, lineId: numbered<'package-line'>(600) };
const surgery = { agreementId: numbered<'agreement'>(1000), clauseId: clause().clauseId };
const from = (text: string) => ({ from: day(text), to: null });

function asked(changes: readonly Change[], given: FundingPicture = picture, window: ClosedPeriod = autumn) {
  const pieces = comparing({ window })(given, supposition(changes)(given));
  const tally = new DifferenceTally(window);
  tally.add(pieces);
  return { ...tally.differences(), lines: lineDifferences(pieces, changes) };
}
const differenceOf = (agencies: readonly { readonly agencyId: string; readonly difference: number }[], id: string): number | undefined => agencies.find(({ agencyId }) => agencyId === id)?.difference;
const inPounds = (amount: number): number => Math.round(amount * 100);

describe('Personal care after surgery, supposed 60/40 for eight weeks', () => {
  const change: Change = { kind: 'clause-changed', ...surgery, terms: { split: percentages(60, 40), duration: weeks(8) }, days: always };

  it('costs health more in the six weeks, and saves it the two weeks in which the panel would rule', () => {
    const { agencies, cost } = asked([change]);
    // Six weeks cost £12,472.08: 60 % is £7,483.25, against £6,236.04: £1,247.21 more. Two weeks more cost £4,620.02, of
    // which 60 % on top of that is £2,772.01 and 70 % is £3,234.01: £462.00 less. After 1 December the panel rules again.
    expect(differenceOf(agencies, health)).toBe(inPounds(1_247.21 - 462));
    expect(differenceOf(agencies, socialCare)).toBe(-inPounds(1_247.21 - 462));
    expect(cost.difference).toBe(0);
  });

  it('says so for the days on which it differs, because of that change, and leaves nursing alone', () => {
    const { lines } = asked([change]);
    expect(lines.map(({ period, because, rounding, line: { line: { category } } }) => ({ ...period, because, rounding, category }))).toEqual([
      { from: '2025-10-06', to: '2025-11-17', because: [0], rounding: false, category: 'personal-care' },
      { from: '2025-11-17', to: '2025-12-01', because: [0], rounding: false, category: 'personal-care' },
    ]);
    expect(lines.map(({ nowSource, thenSource }) => [nowSource.kind, thenSource.kind])).toEqual([
      ['standing-agreement', 'standing-agreement'],
      ['panel-decision', 'standing-agreement'],
    ]);
  });

  it('from a day on holds from that day, as a variation would', () => {
    const { lines } = asked([{ ...change, days: from('2025-11-03') }]);
    expect(lines.map(({ period }) => period.from)).toEqual(['2025-11-03', '2025-11-17']);
  });
});

describe('Other things that may be supposed', () => {
  it('a clause left out: the panel’s split rules the six weeks', () => {
    const { agencies, lines } = asked([{ kind: 'clause-left-out', ...surgery, days: always }]);
    // 70 % of all since 1 September is £6,465.73 before the operation and £15,196.18 after the six weeks: £8,730.45 between.
    expect(differenceOf(agencies, health)).toBe(inPounds(15_196.18 - 6_465.73 - 6_236.04));
    expect(lines.map(({ thenSource }) => thenSource.kind)).toEqual(['panel-decision']);
  });

  it('a cap that the line is above: the clause no longer rules it from 27 October', () => {
    const { lines } = asked([{ kind: 'clause-changed', ...surgery, terms: { cost: { upToWeeklyPence: pounds(2_000) } }, days: always }]);
    expect(lines.map(({ period }) => period)).toEqual([{ from: '2025-10-27', to: '2025-11-17' }]);
  });

  it('other categories: nursing is shared as well', () => {
    const { lines } = asked([{ kind: 'clause-changed', ...surgery, terms: { categories: ['personal-care', 'nursing'] }, days: always }]);
    expect(lines.map(({ line: fact, agencies }) => [fact.line.category, differenceOf(agencies, health)])).toEqual([['nursing', -inPounds(2_100)]]);
  });

  it('day 1 as the day after: the window moves by a day, and the days between by an odd penny at most', () => {
    const { lines } = asked([{ kind: 'clause-changed', ...surgery, terms: { dayOne: 'day-after-event' }, days: always }]);
    expect(lines.filter(({ rounding }) => !rounding).map(({ period }) => period)).toEqual([days('2025-10-06', '2025-10-07'), days('2025-11-17', '2025-11-18')]);
    const moved = lines.filter(({ rounding }) => rounding);
    expect(moved.length).toBeGreaterThan(0);
    for (const { agencies } of moved) for (const { difference } of agencies) expect(Math.abs(difference)).toBe(1);
  });

  it('a line’s split from a day: not while the clause rules', () => {
    const { lines } = asked([{ kind: 'split-changed', of: personalCare, split: percentages(40, 60), days: from('2025-10-20') }]);
    expect(lines.map(({ period }) => period)).toEqual([days('2025-11-17', '2026-01-01')]);
  });

  it('the splits of a category: of the panel named, or of none where another is named', () => {
    const supposed = (panelId: Id<'panel'> | null): Change => ({ kind: 'split-changed', of: { categories: ['nursing'], panelId }, split: percentages(50, 0, 50), days: always });
    expect(differenceOf(asked([supposed(null)]).agencies, education)).toBe(inPounds(4_600));
    expect(asked([supposed(numbered(399))]).lines).toEqual([]);
    expect(asked([supposed(numbered(300))]).lines).toHaveLength(1);
  });

  it('a line’s rates for some days: what it costs before and after stays', () => {
    const nursing = { decisionId, lineId: numbered<'package-line'>(601) };
    const { cost, months } = asked([{ kind: 'rates-changed', ...nursing, rates: [{ from: day('2025-11-03'), dailyPence: pounds(110) }], days: days('2025-11-03', '2025-11-10') }]);
    expect(cost.difference).toBe(inPounds(70));
    expect(months.map(({ from: first, cost: { difference } }) => [first, difference])).toEqual([['2025-10-01', 0], ['2025-11-01', inPounds(70)], ['2025-12-01', 0]]);
  });

  it('rates raised by 2.5 %: each to the nearest penny, so £2,310.01 becomes £2,367.76, and nursing stays', () => {
    const { cost } = asked([{ kind: 'rates-raised', of: { categories: ['personal-care'], panelId: null }, basisPoints: 250, days: from('2025-12-01') }], picture, days('2025-12-01', '2025-12-08'));
    expect([cost.now, cost.then]).toEqual([301_001, 306_776]);
  });

  it('a dispute settled: before the clause too', () => {
    const { lines, agencies } = asked([{ kind: 'settlement', ...personalCare, split: percentages(65, 35), days: from('2025-10-06') }], picture, days('2025-10-06', '2025-11-17'));
    expect(lines.map(({ thenSource }) => thenSource.kind)).toEqual(['dispute-settlement']);
    // 65 % of £12,472.08 is £8,106.85.
    expect(differenceOf(agencies, health)).toBe(inPounds(8_106.85 - 6_236.04));
  });

  it('of two suppositions about the same days the one given later holds', () => {
    const settled = (split: Shares, since: string): Change => ({ kind: 'settlement', ...personalCare, split, days: from(since) });
    const once = asked([settled(percentages(20, 80), '2025-11-03'), settled(percentages(65, 35), '2025-10-06')]);
    expect(once.agencies).toEqual(asked([settled(percentages(65, 35), '2025-10-06')]).agencies);
  });
});

describe('What cannot be supposed', () => {
  const things = {
    agencies: new Set<string>([health, socialCare, education]),
    clauses: ({ clauseId }: { readonly clauseId: string }) => picture.agreements.flatMap(({ clauses }) => clauses.filter((each) => each.clauseId === clauseId)),
    line: ({ lineId }: { readonly lineId: string }) => picture.lines.find(({ line: { lineId: id } }) => id === lineId)?.line,
  };
  const codeOf = (change: Change): string | undefined => {
    const checked = checkedChanges([change], things);
    return checked.ok ? undefined : checked.refusal;
  };
  const changed = (terms: Extract<Change, { kind: 'clause-changed' }>['terms']): Change => ({ kind: 'clause-changed', ...surgery, terms, days: always });
  const rates = (...given: Extract<Change, { kind: 'rates-changed' }>['rates']): Change => ({ kind: 'rates-changed', ...personalCare, rates: given, days: from('2025-10-01') });

  it.each<[string, Change, string]>([
    ['shares that do not make a whole', changed({ split: percentages(60, 30) }), 'shares-not-whole'],
    ['an agency that is none of this area', changed({ split: percentages(60, 0, 0, 40) }), 'what-if-agency-unknown'],
    ['a clause of nought weeks', changed({ duration: weeks(0) }), 'clause-of-no-days'],
    ['a clause of 26 years', changed({ duration: weeks(1_356) }), 'clause-too-long'],
    ['a change that changes nothing', changed({}), 'what-if-change-unclear'],
    ['a clause that there is not', { kind: 'clause-left-out', ...surgery, clauseId: numbered(9), days: always }, 'what-if-clause-unknown'],
    ['a line that there is not', { kind: 'settlement', ...personalCare, lineId: numbered(9), split: percentages(50, 50), days: always }, 'what-if-line-unknown'],
    ['rates out of order', rates({ from: day('2025-10-01'), weeklyPence: pounds(1) }, { from: day('2025-10-01'), weeklyPence: pounds(2) }), 'rates-not-in-order'],
    ['rates that begin too late', rates({ from: day('2025-10-02'), weeklyPence: pounds(1) }), 'rate-missing-from-first-day'],
    ['a rate beyond all measure', rates({ from: day('2025-10-01'), weeklyPence: pounds(10_000_001) }), 'weekly-rate-too-high'],
    ['rates lower by more than all of them', { kind: 'rates-raised', of: { categories: ['nursing'], panelId: null }, basisPoints: -10_001, days: always }, 'what-if-change-unclear'],
    ['no days', { kind: 'clause-left-out', ...surgery, days: { from: day('2025-10-01'), to: day('2025-10-01') } }, 'period-empty'],
  ])('%s', (_what, change, code) => {
    expect(codeOf(change)).toBe(code);
  });

  it('nothing else is refused', () => {
    expect(codeOf(changed({ split: percentages(60, 0, 40), duration: weeks(8) }))).toBeUndefined();
    expect(codeOf(rates({ from: day('2025-09-20'), weeklyPence: pounds(1) }))).toBeUndefined();
  });
});
