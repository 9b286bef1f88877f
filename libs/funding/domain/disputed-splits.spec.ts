import type { Shares } from '@accord/shared/kernel';
import type { DisputedSplitFact, FundingPicture } from './funding-picture';
import { liabilities, totalsByAgency } from './liability';
import { day, health, numbered, percentages, socialCare } from './sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, operationOn, pictureOf } from './sample-facts';

const disputed = line({ number: 600, rates: { '2025-09-01': 2_463.75 }, split: percentages(100) });
const twelveWeeks = days('2025-09-01', '2025-11-24');

const split = (kind: DisputedSplitFact['kind'], shares: Shares, changes: Partial<DisputedSplitFact> = {}): DisputedSplitFact => ({
  ...{ kind, split: shares, disputeId: numbered<'dispute'>(5_000), decisionId: numbered(700), lineId: disputed.lineId },
  ...{ days: { from: day('2025-09-01'), to: null }, on: day('2025-11-24') },
  origin: { eventId: numbered(2_900), stream: 'sample', revision: 0, recordedAt: '2025-12-01T09:00:00.000Z' },
  ...changes,
});
const withSplits = (picture: FundingPicture, ...disputedSplits: readonly DisputedSplitFact[]): FundingPicture => ({ ...picture, disputedSplits });
const amounts = (picture: FundingPicture, window = twelveWeeks) =>
  Object.fromEntries(totalsByAgency(liabilities(picture, window)).map(({ agencyId, pence }) => [agencyId === health ? 'health' : agencyId === socialCare ? 'care' : agencyId, pence]));
const kinds = (picture: FundingPicture, window = twelveWeeks) => liabilities(picture, window).map(({ period, source }) => [period.from, source.kind]);

describe('Twelve weeks in dispute (worked example 6)', () => {
  const picture = pictureOf(decided(disputed));
  const meanwhile = split('interim', percentages(50, 50));

  it('are paid half and half meanwhile', () => {
    expect(amounts(withSplits(picture, meanwhile))).toEqual({ health: 1_478_250, care: 1_478_250 });
  });

  it('are as settled from day one, once they are settled, so that health owes £4,434.75 more', () => {
    const settled = withSplits(picture, meanwhile, split('settled', percentages(65, 35)));
    expect(amounts(settled)).toEqual({ health: 1_921_725, care: 1_034_775 });
    expect(1_921_725 - 1_478_250).toBe(443_475);
    expect(kinds(settled)).toEqual([['2025-09-01', 'dispute-settlement']]);
  });

  it('are as decided before the day from which the settlement holds', () => {
    const settled = withSplits(picture, split('settled', percentages(65, 35), { days: { from: day('2025-10-06'), to: null } }));
    expect(kinds(settled)).toEqual([['2025-09-01', 'panel-decision'], ['2025-10-06', 'dispute-settlement']]);
  });
});

describe('A line in dispute', () => {
  const clauseRules = pictureOf(decided(line()), complexHealthcareFrom('2025-07-14'), ...agreementInForce(), operationOn('2025-10-06'));
  const window = days('2025-09-29', '2025-12-01');

  it('is ruled by the interim arrangement before a clause, and by the clause again after it', () => {
    const interim = split('interim', percentages(0, 100), { days: { from: day('2025-10-20'), to: day('2025-11-03') } });
    expect(kinds(withSplits(clauseRules, interim), window)).toEqual([
      ['2025-09-29', 'panel-decision'],
      ['2025-10-06', 'standing-agreement'],
      ['2025-10-20', 'interim-arrangement'],
      ['2025-11-03', 'standing-agreement'],
      ['2025-11-17', 'panel-decision'],
    ]);
  });

  it('is ruled by the later of two settlements, whichever was recorded first', () => {
    const [earlier, later] = [
      split('settled', percentages(60, 40), { disputeId: numbered(5_001), on: day('2025-11-03') }),
      split('settled', percentages(70, 30), { disputeId: numbered(5_000), on: day('2025-11-10') }),
    ];
    for (const both of [[earlier, later], [later, earlier]]) {
      const [ruled] = liabilities(withSplits(clauseRules, ...both), window);
      expect(ruled?.split).toEqual(percentages(70, 30));
    }
  });

  it('is ruled as before where another line of the decision is in dispute', () => {
    const other = split('settled', percentages(0, 100), { lineId: numbered(699) });
    expect(liabilities(withSplits(clauseRules, other), window)).toEqual(liabilities(clauseRules, window));
  });
});
