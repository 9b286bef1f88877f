import { fundEvents } from '@accord/funding/contracts';
import { addDays, cutAt, financialYearOf } from '@accord/shared/kernel';
import type { LondonDate } from '@accord/shared/kernel';
import { stateAfter } from '@accord/shared/testing';
import fc from 'fast-check';
import { agreementId, day, health, numbered, percentages, pounds, socialCare } from '../sample-agreement';
import { recovered } from '../line/sample-line-life';
import { agreementInForce, complexHealthcareFrom, decided, line, operationOn, pictureOf } from '../sample-facts';
import { fundDecider } from './fund';
import { receivedIn } from './fund-closing';
import { CommitmentSums, fundPosition, untilOf } from './fund-position';
import { receivedBy } from './fund-state';
import type { NewFundEvent, ReceivedContribution } from './fund-state';
import { recoveredByFunds } from './fund-recoveries';
import { paidByFunds } from './funds-paying';
import { clauses, consented, fundId, received, reversed, running, spent, takenBack, varied, yearClosed } from './sample-fund';

const year = financialYearOf(day('2025-04-01'));
const nursing = line({ number: 602, category: 'nursing', rates: { '2025-09-01': 700 }, split: percentages(100) });
const care = line({ number: 601, rates: { '2025-09-01': 1_000 } });
const picture = pictureOf(decided(care, nursing), complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-10-06'));
const fact = {
  ...{ fundId, agreementId, name: 'Care at home', hostAgencyId: health, clauses: [], days: { from: day('2025-04-01'), to: null } },
  origin: { eventId: numbered(3_000), stream: `fund-${fundId}`, revision: 0, recordedAt: '2025-04-01T09:00:00.000Z' },
};

function positionOf(asAt: LondonDate, events: readonly NewFundEvent[], { cuts = [], known = picture }: { readonly cuts?: readonly LondonDate[]; readonly known?: typeof picture } = {}) {
  const state = stateAfter({ decider: fundDecider, definitions: fundEvents }, ...events);
  if (state.status === 'unknown') throw new Error('The fund of this spec was established.');
  const until = untilOf(year, asAt);
  const sums = new CommitmentSums(until);
  const cameBack = recoveredByFunds(known, { funds: [fact], window: year }).map(({ recovery }) => recovery);
  sums.add(paidByFunds(known, { funds: [fact], window: year, cuts: [until, ...cuts] }).map(({ liability }) => liability), cameBack);
  return fundPosition(state, { year, asAt, commitments: sums.given() });
}

describe('The year of a fund as at a day', () => {
  const history = [...running, received(health, 15_000, '2025-04-01'), received(socialCare, 10_000, '2025-04-02'), spent(1_200, '2025-05-01')] as const;

  it('tells which instalments have come, which are due, and which are overdue', () => {
    const { contributions, budget, received: came, due, overdue } = positionOf(day('2025-07-01'), history);
    expect([budget, came, due, overdue]).toEqual([pounds(100_000.01), pounds(25_000), pounds(50_000.01), pounds(0.01)]);
    expect(contributions.map(({ instalments }) => instalments.map(({ standing }) => standing))).toEqual([
      ['received', 'due', 'to-come', 'to-come'],
      ['overdue', 'due', 'to-come', 'to-come'],
    ]);
  });

  it('counts a receipt until the day on which it was taken back, and on no day before otherwise than it did', () => {
    const ofSocialCare = received(socialCare, 10_000, '2025-04-02');
    const another = { ...ofSocialCare, data: { ...ofSocialCare.data, receiptId: numbered<'fund-receipt'>(1451) } };
    const before = [...running, received(health, 15_000, '2025-04-01'), another] as const;
    const after = [...before, takenBack('2025-06-02')] as const;
    expect(positionOf(day('2025-06-01'), after)).toEqual(positionOf(day('2025-06-01'), before));
    const { received: came, overdue, contributions } = positionOf(day('2025-06-02'), after);
    expect([came, overdue]).toEqual([pounds(10_000), pounds(15_000.01)]);
    expect(contributions.map(({ receivedPence }) => receivedPence)).toEqual([0, pounds(10_000)]);
  });

  it('tells what a partner paid beyond its contribution, and of one that contributes no more: the rows make what came', () => {
    const onlyHealth = [{ agencyId: health, pence: pounds(20_000), instalments: [{ dueOn: year.from, pence: pounds(20_000) }] }];
    const paid = [...running, received(health, 61_000, '2025-04-01'), received(socialCare, 10_000, '2025-04-02')] as const;
    expect(positionOf(day('2025-10-01'), paid)).toMatchObject({ received: pounds(71_000), overpaid: pounds(1_000), overdue: pounds(10_000.01) });
    const { received: came, overpaid, due, overdue, contributions } = positionOf(day('2025-10-13'), [...paid, varied({ contributions: onlyHealth }), consented(2, '2025-10-13')]);
    expect([came, overpaid, due, overdue]).toEqual([pounds(71_000), pounds(51_000), pounds(20_000), 0]);
    expect(contributions).toMatchObject([
      { agencyId: health, pence: pounds(20_000), receivedPence: pounds(61_000), overpaidPence: pounds(41_000), instalments: [{ receivedPence: pounds(20_000), standing: 'received' }] },
      { agencyId: socialCare, pence: 0, receivedPence: pounds(10_000), overpaidPence: pounds(10_000), duePence: 0, overduePence: 0, instalments: [] },
    ]);
  });

  it('tells of any days what came in less what was taken back, which sums to what counts at their end', () => {
    const someDay = fc.integer({ min: -30, max: 400 }).map((count) => addDays(year.from, count));
    const receipt = fc.record({ amount: fc.integer({ min: 1, max: 2_000 }), days: fc.tuple(someDay, someDay), back: fc.boolean() });
    const happened = fc.array(receipt, { maxLength: 6 }).map((all) =>
      all.map(({ amount, days: [one, two], back }) => {
        const [on, later] = one < two ? [one, two] : [two, one];
        const received: ReceivedContribution = { receiptId: numbered<'fund-receipt'>(1450), agencyId: health, pence: pounds(amount), instalment: 1, on, overpaid: null, reversed: null };
        return back ? { ...received, reversed: { on: later, because: 'A slip.' } } : received;
      }),
    );
    fc.assert(
      fc.property(happened, someDay, fc.array(someDay, { maxLength: 4 }), (all, asAt, cuts) => {
        const counts = receivedBy({ received: all }, asAt).reduce((sum, { pence }) => sum + pence, 0);
        const whole = { from: addDays(year.from, -60), to: addDays(asAt, 1) };
        const pieces = cutAt(whole, cuts).map((piece) => receivedIn({ received: all }, piece));
        expect(pieces.reduce((sum, pence) => sum + pence, 0)).toBe(counts);
        const standing = all.map((each) => (each.reversed !== null && each.reversed.on > asAt ? { ...each, reversed: null } : each));
        expect(receivedBy({ received: standing }, asAt).map(({ pence }) => pence)).toEqual(receivedBy({ received: all }, asAt).map(({ pence }) => pence));
      }),
    );
  });

  it('tells what is spent to date, and what the lines will have cost by the end of the year', () => {
    // Two weeks of personal care after the operation of 6 October, and seven weeks of nursing.
    const { commitments, other, spentToDate, outturn } = positionOf(day('2025-10-19'), history);
    expect(commitments.categories).toEqual([
      { category: 'nursing', toDate: pounds(4_900), toYearEnd: pounds(21_200) },
      { category: 'personal-care', toDate: pounds(2_000), toYearEnd: pounds(6_000) },
    ]);
    expect([other, spentToDate, outturn]).toEqual([pounds(1_200), pounds(8_100), pounds(28_400)]);
    expect(commitments).toMatchObject({ children: 1, lines: 2, toDate: pounds(6_900), toYearEnd: pounds(27_200) });
  });

  it('counts a reversal on its own day, and a variation once all have agreed to it', () => {
    const half = [{ agencyId: health, pence: pounds(50_000), instalments: [{ dueOn: year.from, pence: pounds(50_000) }] }];
    const later = [...history, reversed('2025-06-02'), varied({ contributions: half })] as const;
    expect(positionOf(day('2025-06-01'), later).other).toBe(pounds(1_200));
    expect(positionOf(day('2025-06-02'), later)).toMatchObject({ other: 0, budget: pounds(100_000.01) });
    expect(positionOf(day('2025-06-02'), [...later, consented(2, '2025-10-13')]).budget).toBe(pounds(50_000));
  });

  it('counts what came back of the days for which it had paid on the day on which it came back, beside lines and other spending', () => {
    // £350.00 of six weeks of nursing, which is the fund’s; £100.00 of personal care before the operation, which is not.
    const ofNursing = recovered(31, ['2025-09-01', '2025-10-13'], { pounds: 350, on: '2025-12-01', line: 602 });
    const ofCare = recovered(32, ['2025-09-01', '2025-10-01'], { pounds: 100, on: '2025-12-01', line: 601 });
    const known = pictureOf(decided(care, nursing), complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }), operationOn('2025-10-06'), ofNursing, ofCare);
    const before = positionOf(day('2025-11-30'), history);
    expect(positionOf(day('2025-11-30'), history, { known })).toEqual(before);
    const after = positionOf(day('2025-12-01'), history, { known });
    const without = positionOf(day('2025-12-01'), history);
    expect([after.recovered, after.other, after.commitments.toYearEnd]).toEqual([pounds(350), without.other, without.commitments.toYearEnd]);
    expect([after.outturn, after.spentToDate, after.difference]).toEqual([without.outturn - 35_000, without.spentToDate - 35_000, without.difference - 35_000]);
    expect(after.steps.map(({ pence }) => pence)).toEqual(without.steps.map(({ pence }) => pence + 35_000));
    // Of a year closed without it, it is told as what became known since.
    expect(positionOf(day('2026-03-31'), [...history, yearClosed()], { known }).sinceClosed).toBe(-35_000);
  });

  it('tells beside a closed year what became known since would change of it, and how it was dealt with when it was closed', () => {
    const closed = [...history, yearClosed()] as const;
    expect(positionOf(day('2026-03-31'), history).sinceClosed).toBeNull();
    expect(positionOf(day('2026-03-31'), closed)).toMatchObject({ outturn: pounds(28_400), sinceClosed: 0, steps: [{ step: 'retained', pence: pounds(71_600.01) }] });
    const gone = pictureOf(decided(care, nursing), complexHealthcareFrom('2025-07-14'), ...agreementInForce({ clauses }));
    // Without the operation of 6 October, which was another child's, six weeks of personal care are not the fund's.
    expect(positionOf(day('2026-03-31'), closed, { known: gone })).toMatchObject({ outturn: pounds(22_400), sinceClosed: -600_000, steps: [{ step: 'retained', pence: pounds(71_600.01) }] });
    // As at a day within the year what was spent besides is not all there yet, so nothing is held against the closing.
    expect(positionOf(day('2025-10-19'), closed, { known: gone }).sinceClosed).toBeNull();
  });

  it('sums to its parts on every day, and however the year is cut', () => {
    const someDay = fc.integer({ min: -30, max: 400 }).map((count) => addDays(year.from, count));
    fc.assert(
      fc.property(someDay, fc.array(someDay, { maxLength: 4 }), (asAt, cuts) => {
        const whole = positionOf(asAt, history);
        expect(positionOf(asAt, history, { cuts })).toEqual(whole);
        const { commitments, steps, difference, otherFor, other } = whole;
        for (const column of ['toDate', 'toYearEnd'] as const) {
          const sum = (all: readonly { readonly toDate: number; readonly toYearEnd: number }[]) => all.reduce((sums, each) => sums + each[column], 0);
          expect([sum(commitments.agencies), sum(commitments.categories)]).toEqual([commitments[column], commitments[column]]);
        }
        expect(steps.reduce((sum, { pence }) => sum + pence, 0)).toBe(Math.abs(difference));
        expect(otherFor.reduce((sum, { pence }) => sum + pence, 0)).toBe(other);
        const pieces = cutAt(year, cuts).map((window) => paidByFunds(picture, { funds: [fact], window }).reduce((sum, { liability }) => sum + liability.cost, 0));
        expect(pieces.reduce((sum, cost) => sum + cost, 0)).toBe(commitments.toYearEnd);
      }),
      { numRuns: 60 },
    );
  });
});
