import type { LondonDate } from '@accord/shared/kernel';
import fc from 'fast-check';
import { cutAt, addDays, sumPence } from '@accord/shared/kernel';
import { liabilities } from '../liability';
import { agreementId, day, health, numbered, percentages } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, line, operationOn, pictureOf } from '../sample-facts';
import { fundBoundaries, fundsPaying, paidByFunds } from './funds-paying';
import type { FundFact } from './funds-paying';
import { clauses, fundId, nursingClause, surgeryClause } from './sample-fund';

const fund = (changes: Partial<FundFact> = {}): FundFact => ({
  ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, clauses: [], days: { from: day('2025-04-01'), to: null } },
  origin: { eventId: numbered(3_000), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-04-01T09:00:00.000Z' },
  ...changes,
});
const care = line({ number: 601 });
const nursing = line({ number: 602, category: 'nursing', rates: { '2025-09-01': 900 }, split: percentages(100) });
const school = line({ number: 603, category: 'education', rates: { '2025-09-01': 400 }, split: percentages(0, 0, 100) });
const picture = pictureOf(decided(care, nursing, school), complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-10-06'));
const autumn = days('2025-09-01', '2025-12-01');

/** `601 2025-10-06 2025-11-17`: the lines and days for which a fund pays. */
const paid = (funds: readonly FundFact[], window = autumn): readonly string[] =>
  paidByFunds(picture, { funds, window }).map(({ liability: { line: of, period } }) => `${String(of.line.lineId).slice(-3)} ${period.from} ${period.to}`);

describe('A pooled fund', () => {
  it('pays for the days of lines that clauses of its agreement rule, and for nothing that a panel rules', () => {
    expect(paid([fund()])).toEqual(['601 2025-10-06 2025-11-17', '602 2025-09-01 2025-12-01']);
  });

  it('pays for the clauses that it names, where it names any', () => {
    expect(paid([fund({ clauses: [surgeryClause] })])).toEqual(['601 2025-10-06 2025-11-17']);
    expect(paid([fund({ clauses: [nursingClause] })])).toEqual(['602 2025-09-01 2025-12-01']);
    expect(paid([fund({ agreementId: numbered<'agreement'>(1099) })])).toEqual([]);
  });

  it('pays from its first day until it ends', () => {
    expect(paid([fund({ days: days('2025-10-13', '2025-11-01') })])).toEqual(['601 2025-10-13 2025-11-01', '602 2025-10-13 2025-11-01']);
    expect(paid([fund({ days: days('2024-04-01', '2025-04-01') })])).toEqual([]);
  });

  it('is never asked about days of which it pays for a part only', () => {
    const half = fund({ days: days('2025-10-13', '2025-11-01') });
    const whole = liabilities(picture, autumn).filter(({ source }) => source.kind === 'standing-agreement');
    expect(() => whole.map(fundsPaying([half]))).toThrow('cut them at its first and last day');
    expect(fundBoundaries([half])).toEqual(['2025-10-13', '2025-11-01']);
  });

  it('pays the same in all, however the window is cut', () => {
    const someDay = fc.integer({ min: 0, max: 120 }).map((count): LondonDate => addDays(day('2025-08-20'), count));
    const lives = fc.tuple(someDay, fc.integer({ min: 1, max: 90 })).map(([from, length]) => fund({ days: { from, to: addDays(from, length) } }));
    const sum = (funds: readonly FundFact[], window = autumn, cuts: readonly LondonDate[] = []) =>
      sumPence(paidByFunds(picture, { funds, window, cuts }).map(({ liability }) => liability.cost));
    fc.assert(
      fc.property(lives, fc.array(someDay, { maxLength: 5 }), (of, cuts) => {
        const whole = sum([of]);
        expect(sum([of], autumn, cuts)).toBe(whole);
        expect(cutAt(autumn, cuts).reduce((all, window) => all + sum([of], window), 0)).toBe(whole);
      }),
    );
  });
});
