import { addDays } from '@accord/shared/kernel';
import fc from 'fast-check';
import { childId, day, health, numbered, percentages, pounds, ratio, socialCare } from '../sample-agreement';
import { agreementInForce, complexHealthcareFrom, days, decided, decision as decisionOf, line, operationOn, pictureOf } from '../sample-facts';
import { creditsByAgency, recoveredPence, recoveries } from './recoveries';
import { decisionId, ended, lineId, recovered, suspended, withdrawn } from './sample-line-life';

const year = days('2025-04-01', '2026-04-01');
/** £700.00 a week from 1 September 2025; 60 % health, 40 % social care. */
const decision = decided(line({ rates: { '2025-09-01': 700 }, split: percentages(60, 40) }));
const september = ['2025-09-01', '2025-10-01'] as const;

describe('A sum that was paid out and not spent', () => {
  const back = recovered(31, september, { pounds: 100.01, on: '2025-11-10' });

  it('is credited to those who paid, in the proportion in which they paid for those days, on the day on which it came back', () => {
    const found = recoveries(pictureOf(decision, back), year);
    expect(found.map(({ recovery: { on, pence }, amounts }) => [on, pence, amounts])).toEqual([
      ['2025-11-10', pounds(100.01), [{ agencyId: health, pence: -6_001 }, { agencyId: socialCare, pence: -4_000 }]],
    ]);
    expect(recoveredPence(found)).toBe(pounds(100.01));
  });

  it('falls whole on its day: into no window without it', () => {
    const picture = pictureOf(decision, back);
    const inWindow = (from: string, to: string) => recoveries(picture, days(from, to)).length;
    expect([inWindow('2025-09-01', '2025-11-10'), inWindow('2025-11-10', '2025-11-11'), inWindow('2025-11-11', '2026-09-01')]).toEqual([0, 1, 0]);
  });

  it('goes to those who paid under a clause, where one ruled on those days', () => {
    const surgery = [complexHealthcareFrom('2025-07-14'), ...agreementInForce(), operationOn('2025-10-06')];
    const found = recoveries(pictureOf(decision, ...surgery, recovered(31, ['2025-10-06', '2025-11-17'], { pounds: 10, on: '2025-12-01' })), year);
    expect(creditsByAgency(found)).toEqual([{ agencyId: health, pence: -500 }, { agencyId: socialCare, pence: -500 }]);
  });

  it('goes by the split of the line where those days cost nothing after all', () => {
    const found = recoveries(pictureOf(decision, back, suspended(1, '2025-09-01', { retained: 0 })), year);
    expect(creditsByAgency(found)).toEqual([{ agencyId: health, pence: -6_001 }, { agencyId: socialCare, pence: -4_000 }]);
    expect([found[0]?.nobodyPaid, recoveries(pictureOf(decision, back), year)[0]?.nobodyPaid]).toEqual([true, false]);
  });

  it('comes back after the line has ended as well, and counts no more once it is withdrawn', () => {
    expect(recoveredPence(recoveries(pictureOf(decision, back, ended(1, '2025-10-06')), year))).toBe(pounds(100.01));
    expect(recoveries(pictureOf(decision, back, withdrawn(31)), year)).toEqual([]);
  });

  it.each([
    ['replaces the line from its first day on', { lines: [{ ...line({ number: 601, from: '2025-09-01', split: percentages(100, 0) }), replaces: { decisionId, lineId } }] }],
    ['ends the line from its first day on', { ends: [{ decisionId, lineId, from: day('2025-09-01') }] }],
  ])('stays credited where a later decision %s', (_what, later) => {
    const found = recoveries(pictureOf(decision, back, decisionOf({ decisionId: numbered<'decision'>(701), ...later })), year);
    expect(creditsByAgency(found)).toEqual([{ agencyId: health, pence: -6_001 }, { agencyId: socialCare, pence: -4_000 }]);
  });

  it('stays credited where a correction takes the line out of its decision', () => {
    const about = { decisionId, childId, on: day('2025-12-01'), correctionId: numbered<'correction'>(1), corrects: numbered<'reading'>(700), requestedBy: 'one', approvedBy: 'two', agencyId: health };
    const picture = pictureOf(decision, back, { type: 'DecisionCorrected', data: { ...about, lines: [] } });
    expect(creditsByAgency(recoveries(picture, year))).toEqual([{ agencyId: health, pence: -6_001 }, { agencyId: socialCare, pence: -4_000 }]);
  });

  it('leaves no line without days where nothing came back of it', () => {
    expect(pictureOf(decision, decisionOf({ decisionId: numbered<'decision'>(701), ends: [{ decisionId, lineId, from: day('2025-09-01') }] })).lines).toEqual([]);
  });
});

it('Whatever came back is credited to the penny, and no cut of a window changes to whom', () => {
  const first = day('2025-09-01');
  const sums = fc.array(
    fc.record({ from: fc.nat(200), length: fc.integer({ min: 1, max: 120 }), pence: fc.nat(90_000), after: fc.nat(100) }),
    { minLength: 1, maxLength: 4 },
  );
  const three = decided(line({ rates: { '2025-09-01': 333.33, '2025-12-01': 700.01 }, split: ratio(3, 2, 1) }));
  fc.assert(
    fc.property(sums, fc.array(fc.nat(500), { maxLength: 5 }), (all, cuts) => {
      const picture = pictureOf(
        three,
        ...all.map(({ from, length, pence, after }, place) => {
          const to = addDays(first, from + length);
          return recovered(31 + place, [addDays(first, from), to], { pounds: pence / 100, on: addDays(to, after) });
        }),
      );
      const window = { from: first, to: addDays(first, 600) };
      const whole = recoveries(picture, window);
      for (const { recovery, amounts } of whole) expect(amounts.reduce((sum, { pence }) => sum + pence, 0)).toBe(0 - recovery.pence);
      expect(recoveredPence(whole)).toBe(all.reduce((sum, { pence }) => sum + pence, 0));
      const marks = [window.from, ...[...new Set(cuts)].sort((one, two) => one - two).map((cut) => addDays(first, cut + 1)), window.to];
      const pieces = marks.slice(1).flatMap((to, place) => recoveries(picture, { from: marks[place] ?? to, to }));
      expect(pieces).toEqual(whole);
    }),
  );
});
