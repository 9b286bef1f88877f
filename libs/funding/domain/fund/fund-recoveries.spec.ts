import { addDays, addMonths, contains } from '@accord/shared/kernel';
import fc from 'fast-check';
import { statementFigures } from '../ledger/statement-figures';
import { fundsKnown } from '../ledger/statement-row';
import { recovered } from '../line/sample-line-life';
import { agreementId, day, education, health, numbered, percentages, socialCare } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, pictureOf } from '../sample-facts';
import { recoveredByFunds } from './fund-recoveries';
import { paidByFunds } from './funds-paying';
import type { FundFact } from './funds-paying';
import { clauses, fundId } from './sample-fund';

const year = { from: day('2025-04-01'), to: day('2026-04-01') };
const fact = (days: FundFact['days'] = { from: year.from, to: null }): FundFact => ({
  ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, clauses: [], days },
  origin: { eventId: numbered(3_000), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-04-01T09:00:00.000Z' },
});
const known = [
  decided(line({ number: 601, rates: { '2025-09-01': 700.01 }, split: percentages(60, 40) }), line({ number: 602, category: 'nursing', rates: { '2025-09-01': 333.33 }, split: percentages(100) })),
  ...[complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-10-06')],
];
/** What came back into a fund, of personal care that a clause rules for six weeks from 6 October. */
const cameBack = (of: readonly [from: string, to: string], { on = '2025-12-01', window = year, days = fact().days } = {}) =>
  recoveredByFunds(pictureOf(...known, recovered(31, of, { pounds: 7.77, on, line: 601 })), { funds: [fact(days)], window }).map(({ fund, recovery }) => [fund.fundId, recovery.recovery.pence]);

describe('What came back of a line', () => {
  it('goes back into the fund that paid for the first of its days, though others of them were not the fund’s', () => {
    expect(cameBack(['2025-10-06', '2025-10-20'])).toEqual([[fundId, 777]]);
    expect(cameBack(['2025-11-10', '2025-12-01'])).toEqual([[fundId, 777]]);
  });

  it('goes into no fund where the first of its days was nobody’s pool, or the fund did not pay yet', () => {
    expect(cameBack(['2025-09-29', '2025-10-20'])).toEqual([]);
    expect(cameBack(['2025-10-06', '2025-10-20'], { days: { from: day('2025-10-07'), to: null } })).toEqual([]);
  });

  it('counts in the year in which it came back, also for a fund that has ended since', () => {
    const next = { from: day('2026-04-01'), to: day('2027-04-01') };
    expect(cameBack(['2025-10-06', '2025-10-20'], { on: '2026-04-01' })).toEqual([]);
    expect(cameBack(['2025-10-06', '2025-10-20'], { on: '2026-04-01', window: next, days: { from: year.from, to: next.from } })).toEqual([[fundId, 777]]);
  });

  it('makes, with what the fund pays, the rows of the fund in the statements of the months, whatever came back when', () => {
    const someDay = fc.integer({ min: 0, max: 300 }).map((count) => addDays(day('2025-09-01'), count));
    const back = fc.record({ number: fc.constantFrom(601, 602), from: someDay, long: fc.integer({ min: 1, max: 60 }), on: someDay, pence: fc.integer({ min: 1, max: 90_000 }), by: fc.constantFrom(health, socialCare, education) });
    const lives = fc.record({ from: someDay, long: fc.option(fc.integer({ min: 1, max: 200 })) }).map(({ from, long }) => ({ from, to: long === null ? null : addDays(from, long) }));
    fc.assert(
      fc.property(fc.array(back, { maxLength: 5 }), lives, (all, days) => {
        const events = all.map(({ number, from, long, on, pence, by }, place) => recovered(40 + place, [from, addDays(from, long)], { pounds: pence / 100, on, line: number, by }));
        const [picture, funds] = [pictureOf(...known, ...events), [fact(days)]];
        const months = Array.from({ length: 12 }, (_, place) => ({ from: addMonths(year.from, place), to: addMonths(year.from, place + 1) }));
        const rows = months.flatMap((month) => statementFigures({ picture, funds: fundsKnown(funds) }, month)).filter((row) => row.fundId === fundId);
        expect(rows.every(({ kind }) => kind === 'fund' || kind === 'recovery')).toBe(true);
        const lines = paidByFunds(picture, { funds, window: year }).reduce((sum, { liability }) => sum + liability.cost, 0);
        const recoveredPence = recoveredByFunds(picture, { funds, window: year }).reduce((sum, { recovery }) => sum + recovery.recovery.pence, 0);
        expect(lines - recoveredPence).toBe(rows.reduce((sum, { pence }) => sum + pence, 0));
        expect(recoveredPence).toBeLessThanOrEqual(all.filter(({ on }) => contains(year, on)).reduce((sum, { pence }) => sum + pence, 0));
      }),
    );
  });
});
