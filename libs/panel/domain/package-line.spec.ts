import { budgetHoldings } from '@accord/panel/contracts';
import type { PackageLine } from '@accord/panel/contracts';
import type { Result } from '@accord/shared/kernel';
import { packageLine, packageLines, provisionsOf, requestedLine, requestedLines } from './package-line';
import type { ProposedLine } from './package-line';
import { agreedLine, day, health, numbered, percentages, pounds, proposedLine, registered, socialCare, stranger } from './sample-panel';

const checked = (changes: Partial<ProposedLine> = {}): Result<PackageLine> => packageLine(proposedLine(changes));
const from = '2025-09-01';

describe('A package line', () => {
  it('holds what is provided from which day, at what weekly rate, and who pays', () => {
    expect(checked()).toEqual({ ok: true, value: agreedLine() });
  });

  it('may end, on the day that is no longer provided', () => {
    const period = { from: day(from), to: day('2026-09-01') };
    expect(checked({ to: '2026-09-01' })).toEqual({ ok: true, value: agreedLine({ period }) });
  });

  it('may have rates that change, and a pause at nothing a week', () => {
    const rates = [
      { from, weeklyPence: 184_735 },
      { from: '2025-10-06', weeklyPence: 0 },
      { from: '2025-10-20', weeklyPence: 231_001 },
    ];
    expect(checked({ rates })).toMatchObject({ ok: true, value: { rates } });
  });

  it('does not keep the words of the provision, which are personal, among its figures', () => {
    expect(JSON.stringify(checked())).not.toContain('Waking nights');
  });

  it('allows an agency a share of nothing in basis points, and thirds as a ratio', () => {
    expect(checked({ split: percentages(100, 0) }).ok).toBe(true);
    const halves = { kind: 'ratio', parts: [health, socialCare].map((agencyId) => ({ agencyId, weight: 1 })) } as const;
    expect(checked({ split: halves })).toMatchObject({ ok: true, value: { split: halves } });
  });
});

describe('A package line', () => {
  it('may be paid by the day, the hour, every four weeks or once, and change from one to another', () => {
    const rates = [
      { from, dailyPence: 12_000 },
      { from: '2025-10-01', hourlyPence: 2_450, weeklyMinutes: 2_250 },
      { from: '2026-01-01', fourWeeklyPence: 368_000 },
      { from: '2026-04-01', oncePence: 200_000 },
    ];
    expect(checked({ rates })).toMatchObject({ ok: true, value: { rates } });
  });

  it('names the needs that it serves and the budget that the family directs', () => {
    const budget = { kind: 'personal-health-budget', heldAs: 'direct-payment' } as const;
    expect(checked({ needs: ['mobility', 'seizures'], budget })).toEqual({ ok: true, value: agreedLine({ needs: ['mobility', 'seizures'], budget }) });
  });

  it.each(budgetHoldings)('of a budget may have any kind of rate: %s', (heldAs) => {
    const budget = { kind: 'integrated-budget', heldAs } as const;
    for (const rate of [{ weeklyPence: 1 }, { dailyPence: 1 }, { hourlyPence: 1, weeklyMinutes: 1 }, { fourWeeklyPence: 1 }, { oncePence: 1 }]) {
      expect(checked({ budget, rates: [{ from, ...rate }] })).toMatchObject({ ok: true, value: { budget } });
    }
  });

  it('keeps the outcomes that it serves with its words, apart from its figures', () => {
    const line = proposedLine({ outcomes: ['Sleeps through the night'] });
    expect(JSON.stringify(packageLine(line))).not.toContain('Sleeps');
    expect(provisionsOf([line])).toEqual([{ lineId: line.lineId, words: 'Waking nights and morning care', outcomes: ['Sleeps through the night'] }]);
  });
});

describe('A package line in the place of an earlier one', () => {
  it('names the decision and the line that it replaces', () => {
    const replaces = { decisionId: numbered<'decision'>(701), lineId: numbered<'package-line'>(601) };
    expect(checked({ replaces })).toEqual({ ok: true, value: agreedLine({ replaces }) });
  });
});

describe('A line that is asked for', () => {
  it('may leave its split to the panel; all else is checked as for a line that is decided', () => {
    expect(requestedLine({ ...proposedLine(), split: null })).toEqual({ ok: true, value: { ...agreedLine(), split: null } });
    expect(requestedLine({ ...proposedLine(), split: null, to: from })).toMatchObject({ ok: false, refusal: 'period-empty' });
  });

  it('may say who is to pay, and is then refused what a decided line is refused', () => {
    expect(requestedLine(proposedLine())).toEqual({ ok: true, value: agreedLine() });
    expect(requestedLine(proposedLine({ split: percentages(50, 49.99) }))).toMatchObject({ ok: false, refusal: 'shares-not-whole' });
  });
});

describe('Several lines together', () => {
  const transport = proposedLine({ lineId: numbered<'package-line'>(601), category: 'transport', provision: 'A trained escort' });
  const byStranger = proposedLine({ split: { kind: 'ratio', parts: [{ agencyId: stranger, weight: 1 }] } });

  it('have each an id of its own and payers who are registered, and keep their words apart', () => {
    const lines = [proposedLine(), transport];
    const agreed = [agreedLine(), agreedLine({ lineId: transport.lineId, category: 'transport' })];
    expect(packageLines(lines, registered)).toEqual({ ok: true, value: agreed });
    expect(provisionsOf(lines).map(({ words }) => words)).toEqual(['Waking nights and morning care', 'A trained escort']);
  });

  it.each<[string, readonly ProposedLine[], string]>([
    ['two of one id', [proposedLine(), { ...transport, lineId: proposedLine().lineId }], 'line-repeated'],
    ['a payer whom nobody registered', [transport, byStranger], 'agency-unknown'],
    ['one that is wrong by itself', [transport, proposedLine({ to: from })], 'period-empty'],
  ])('are refused with %s', (_case, lines, refusal) => {
    expect(packageLines(lines, registered)).toMatchObject({ ok: false, refusal });
    expect(requestedLines(lines, registered)).toMatchObject({ ok: false, refusal });
  });
});

describe('A package line is refused', () => {
  const one = (agencyId: typeof health, weight: number) => ({ agencyId, weight });
  const points = (...parts: ReturnType<typeof one>[]) => ({ split: { kind: 'basis-points', parts } }) as const;
  const rate = (weeklyPence: number) => ({ rates: [{ from, weeklyPence }] });

  it.each<[string, Partial<ProposedLine>, string]>([
    ['with a first day that is none', { from: '2025-02-30' }, 'not-a-date'],
    ['with a last day that is none', { to: 'soon' }, 'not-a-date'],
    ['when it ends before it begins', { to: '2025-08-31' }, 'period-ends-before-it-begins'],
    ['when it holds no day', { to: from }, 'period-empty'],
    ['with a rate from a day that is none', { rates: [{ from: '2025-06-31', weeklyPence: 1 }] }, 'not-a-date'],
    ['at a fraction of a penny', rate(184_735.5), 'amount-not-whole-pence'],
    ['at less than nothing', rate(-1), 'amount-negative'],
    ['at a rate that no week can cost', rate(pounds(10_000_000) + 1), 'weekly-rate-too-high'],
    ['without any rate', { rates: [] }, 'rate-missing-from-first-day'],
    ['without a rate for its first day', { rates: [{ from: '2025-09-02', weeklyPence: 1 }] }, 'rate-missing-from-first-day'],
    ['with two rates from one day', { rates: [rate(1), rate(2)].flatMap(({ rates }) => rates) }, 'rates-not-in-order'],
    ['at a fraction of a penny an hour', { rates: [{ from, hourlyPence: 24.5, weeklyMinutes: 60 }] }, 'amount-not-whole-pence'],
    ['for hours that no week has', { rates: [{ from, hourlyPence: 24, weeklyMinutes: 10_081 }] }, 'weekly-minutes-not-a-week'],
    ['paid once before it begins', { rates: [{ from: '2025-08-31', oncePence: 1 }] }, 'one-off-before-line'],
    ['paid once when it is over', { to: '2025-10-01', rates: [{ from, weeklyPence: 0 }, { from: '2025-10-01', oncePence: 1 }] }, 'one-off-after-line'],
    ['with a need named twice', { needs: ['mobility', 'mobility'] }, 'need-repeated'],
    ['with shares of 99.99 %', { split: percentages(50, 49.99) }, 'shares-not-whole'],
    ['with shares of 101 %', { split: percentages(51, 50) }, 'shares-not-whole'],
    ['with a share below nothing', { split: percentages(101, -1) }, 'share-negative'],
    ['with a share of a fraction', points(one(health, 5_000.5), one(socialCare, 4_999.5)), 'shares-not-whole-numbers'],
    ['with an agency named twice', points(one(health, 5_000), one(health, 5_000)), 'agency-repeated-in-shares'],
    ['with nobody to pay', points(), 'shares-empty'],
    ['with a part of nothing in a ratio', { split: { kind: 'ratio', parts: [one(health, 0)] } }, 'share-of-nothing-in-ratio'],
  ])('%s', (_case, changes, refusal) => {
    expect(checked(changes)).toMatchObject({ ok: false, refusal, because: expect.stringMatching(/\S/) });
  });

  it('but not at the highest rate that is taken, £10 million a week', () => {
    expect(checked(rate(pounds(10_000_000))).ok).toBe(true);
  });
});
