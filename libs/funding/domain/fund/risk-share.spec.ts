import type { ContributionTerms, RiskShare } from '@accord/funding/contracts';
import { overspendSteps, underspendUses } from '@accord/funding/contracts';
import type { Pence, SignedPence } from '@accord/shared/kernel';
import fc from 'fast-check';
import { education, health, percentages, pounds, socialCare } from '../sample-agreement';
import { riskShareOf } from './risk-share';
import { riskShare } from './sample-fund';

const terms = (share: RiskShare, ...contributions: readonly number[]): ContributionTerms => ({
  contributions: [health, socialCare, education].slice(0, contributions.length).map((agencyId, place) => ({ agencyId, pence: pounds(contributions[place] ?? 0), instalments: [] })),
  ...{ riskShare: share, reservePence: pounds(2_000) },
});
const none = { 'other-underspend': pounds(0), 'uncommitted-savings': pounds(0) };
// The cast is the brand: whole pence of either sign.
const minus = (amount: number): SignedPence => (0 - pounds(amount)) as SignedPence;
const told = (steps: ReturnType<typeof riskShareOf>) => steps.map(({ step, pence, agencies }) => [step, pence, ...agencies.map((each) => each.pence)]);

describe('An overspend', () => {
  it('is met in the order that was agreed, each step named though it gives nothing', () => {
    const means = { 'other-underspend': pounds(300), 'uncommitted-savings': pounds(50) };
    const fixed = riskShare({ overspend: { kind: 'fixed-shares', shares: percentages(70, 30) }, order: ['uncommitted-savings', 'other-underspend', 'reserve', 'partners'] });
    expect(told(riskShareOf({ terms: terms(fixed, 60_000, 40_000), difference: pounds(10_000.01), means }))).toEqual([
      ['uncommitted-savings', pounds(50)],
      ['other-underspend', pounds(300)],
      ['reserve', pounds(2_000)],
      ['partners', pounds(7_650.01), pounds(5_355.01), pounds(2_295)],
    ]);
    expect(told(riskShareOf({ terms: terms(fixed, 60_000, 40_000), difference: pounds(40), means }))).toEqual([
      ...[['uncommitted-savings', pounds(40)], ['other-underspend', 0], ['reserve', 0]],
      ['partners', 0, 0, 0],
    ]);
  });

  it('that a cap spares one partner is laid on no other: it stays outside the pool', () => {
    const capped = riskShare({ overspend: { kind: 'pro-rata-to-contribution', caps: [{ agencyId: health, capPence: pounds(100) }] }, order: ['partners'] });
    expect(told(riskShareOf({ terms: terms(capped, 60_000, 40_000), difference: pounds(1_000), means: none }))).toEqual([
      ['partners', pounds(500), pounds(100), pounds(400)],
      ['outside', pounds(500)],
    ]);
  });

  it('stays outside the pool where no partner was to bear it', () => {
    expect(told(riskShareOf({ terms: terms(riskShare({ order: ['reserve'] }), 60_000, 40_000), difference: pounds(2_500), means: none }))).toEqual([
      ['reserve', pounds(2_000)],
      ['outside', pounds(500)],
    ]);
  });
});

describe('An underspend', () => {
  it('goes back pro rata to what each contributed, or stays as agreed; a partner that paid nothing gets nothing', () => {
    const back = (underspend: RiskShare['underspend'], ...contributions: readonly number[]) =>
      told(riskShareOf({ terms: terms(riskShare({ underspend }), ...contributions), difference: minus(100.01), means: none }));
    expect(back('returned-pro-rata', 200, 100, 0)).toEqual([['returned-pro-rata', pounds(100.01), pounds(66.67), pounds(33.34)]]);
    expect(back('retained', 200, 100)).toEqual([['retained', pounds(100.01)]]);
    expect(back('redeployed', 200, 100)).toEqual([['redeployed', pounds(100.01)]]);
  });
});

describe('For any text and any difference', () => {
  const pence = fc.integer({ min: 0, max: 10_000_000 }).map((amount) => amount as Pence);
  const agencies = [health, socialCare, education] as const;
  const overspend: fc.Arbitrary<RiskShare['overspend']> = fc.oneof(
    fc.constantFrom(percentages(33.33, 33.33, 33.34), percentages(100), percentages(12.5, 87.5)).map((shares) => ({ kind: 'fixed-shares' as const, shares })),
    fc.subarray([...agencies]).chain((capped) => fc.tuple(...capped.map((agencyId) => fc.option(pence).map((capPence) => ({ agencyId, capPence }))))).map((caps) => ({ kind: 'pro-rata-to-contribution' as const, caps })),
  );
  const text = fc.record({
    contributions: fc.tuple(pence, pence, pence.map((amount) => (amount + 1) as Pence)).map((all) => all.map((of, place) => ({ agencyId: agencies[place] ?? health, pence: of, instalments: [] }))),
    riskShare: fc.record({ overspend, order: fc.shuffledSubarray([...overspendSteps], { minLength: 1 }), underspend: fc.constantFrom(...underspendUses) }),
    reservePence: pence,
  });

  it('the steps sum to it, the partners’ amounts to their step, and no cap is passed', () => {
    const difference = fc.integer({ min: -20_000_000, max: 20_000_000 }).map((amount) => amount as SignedPence);
    fc.assert(
      fc.property(text, difference, pence, pence, (of, by, underspent, saved) => {
        const steps = riskShareOf({ terms: of, difference: by, means: { 'other-underspend': underspent, 'uncommitted-savings': saved } });
        expect(steps.reduce((sum, step) => sum + step.pence, 0)).toBe(Math.abs(by));
        for (const { step, pence: taken, agencies: amounts } of steps) {
          if (step === 'partners' || step === 'returned-pro-rata') expect(amounts.reduce((sum, each) => sum + each.pence, 0)).toBe(taken);
          else expect(amounts).toEqual([]);
        }
        const rule = of.riskShare.overspend;
        const partners = steps.find(({ step }) => step === 'partners')?.agencies ?? [];
        if (rule.kind === 'fixed-shares') return;
        for (const { agencyId, capPence } of rule.caps) {
          expect(partners.find((each) => each.agencyId === agencyId)?.pence ?? 0).toBeLessThanOrEqual(capPence ?? Infinity);
        }
      }),
    );
  });
});
