import { day, stranger } from '../sample-agreement';
import { ask, facts, given, inTheClear, spec } from './sample-line-command';
import { ended, proposed, recovered, suspended, weekly, withdrawn } from './sample-line-life';

describe('A sum that was not spent', () => {
  const september: readonly [string, string] = ['2025-09-01', '2025-10-01'];

  it('comes back once its days are over', () => {
    spec.when(ask.recover(31, september, { pence: 10_000, on: '2025-11-10' }), facts()).then(inTheClear(recovered(31, september, { pounds: 100, on: '2025-11-10' })));
    spec.when(ask.recover(31, september, { pence: 10_000, on: '2025-09-29' }), facts()).thenRefused('recovery-before-spent', '30 September 2025');
    spec.when(ask.recover(31, september, { pence: 10_000, on: '2026-01-06' }), facts()).thenRefused('line-day-in-future');
  });

  it('comes back only of a budget that was paid out', () => {
    for (const budget of [null, { kind: 'personal-budget' as const, heldAs: 'notional' as const }]) {
      spec.when(ask.recover(31, september, { pence: 10_000, on: '2025-11-10' }), facts({ decided: { budget } })).thenRefused('recovery-not-paid-out');
    }
  });

  it('is never more than the days cost: 30 days at £100.00', () => {
    spec.when(ask.recover(31, september, { pence: 300_000, on: '2025-11-10' }), facts()).then(inTheClear(recovered(31, september, { pounds: 3_000, on: '2025-11-10' })));
    spec.when(ask.recover(31, september, { pence: 300_001, on: '2025-11-10' }), facts()).thenRefused('recovery-above-cost', 'cost £3,000.00, of which £0.00 came back already: £3,000.01 more is too much');
  });

  it('is measured at what the days cost after all: suspended ones half, and at the rates to which all agreed', () => {
    const half = suspended(1, '2025-09-01');
    given(half).when(ask.recover(31, september, { pence: 150_001, on: '2025-11-10' }), facts()).thenRefused('recovery-above-cost', 'cost £1,500.00');
    const double = [proposed(11, [weekly('2025-09-01', 1_400)], { awaits: [] })];
    given(...double).when(ask.recover(31, september, { pence: 600_001, on: '2025-11-10' }), facts()).thenRefused('recovery-above-cost', 'cost £6,000.00');
  });

  it('is measured at what the days cost the line: those that a later decision took from it cost it nothing, and what had been paid for them is adjusted', () => {
    const until = (to: string) => facts({ daysOfAll: [{ from: day('2025-09-01'), to: day(to) }] });
    spec.when(ask.recover(31, september, { pence: 100_000, on: '2025-11-10' }), until('2025-09-11')).then(inTheClear(recovered(31, september, { pounds: 1_000, on: '2025-11-10' })));
    spec.when(ask.recover(31, september, { pence: 100_001, on: '2025-11-10' }), until('2025-09-11')).thenRefused('recovery-above-cost', 'cost £1,000.00');
    spec.when(ask.recover(31, september, { pence: 1, on: '2025-11-10' }), facts({ daysOfAll: [] })).thenRefused('recovery-above-cost', /cost £0\.00, .* too much\. Days that a later decision took from the line cost it nothing/);
  });

  it('is measured together with what came back of the same days before, and of days around them', () => {
    given(recovered(31, september, { pounds: 2_000, on: '2025-11-10' }))
      .when(ask.recover(32, september, { pence: 100_001, on: '2025-11-11' }), facts())
      .thenRefused('recovery-above-cost', 'cost £3,000.00, of which £2,000.00 came back already');
    const week: readonly [string, string] = ['2025-09-01', '2025-09-08'];
    given(recovered(31, week, { pounds: 700, on: '2025-11-10' })).when(ask.recover(32, week, { pence: 1, on: '2025-11-11' }), facts()).thenRefused('recovery-above-cost');
    // What came back of the whole month may have been left over on its other days.
    given(recovered(31, september, { pounds: 2_300, on: '2025-11-10' })).when(ask.recover(32, week, { pence: 70_000, on: '2025-11-11' }), facts()).then(inTheClear(recovered(32, week, { pounds: 700, on: '2025-11-11' })));
    given(recovered(31, september, { pounds: 2_300, on: '2025-11-10' }), recovered(32, week, { pounds: 700, on: '2025-11-11' }))
      .when(ask.recover(33, ['2025-09-29', '2025-10-02'], { pence: 10_001, on: '2025-11-12' }), facts())
      .thenRefused('recovery-above-cost', 'From 1 September 2025 to 1 October 2025 the line cost £3,100.00, of which £3,000.00 came back already');
    given(recovered(31, week, { pounds: 700, on: '2025-11-10' }), withdrawn(31)).when(ask.recover(32, week, { pence: 70_000, on: '2025-11-11' }), facts()).then(inTheClear(recovered(32, week, { pounds: 700, on: '2025-11-11' })));
  });

  it('lies in the line, is something, and is told by one that pays', () => {
    spec.when(ask.recover(31, ['2025-08-31', '2025-10-01'], { pence: 1, on: '2025-11-10' }), facts()).thenRefused('recovery-days-outside');
    given(ended(1, '2025-09-20')).when(ask.recover(31, september, { pence: 1, on: '2025-11-10' }), facts()).thenRefused('recovery-days-outside', 'until just before 20 September 2025');
    spec.when(ask.recover(31, ['2025-10-01', '2025-10-01'], { pence: 1, on: '2025-11-10' }), facts()).thenRefused('period-empty');
    spec.when(ask.recover(31, september, { pence: 0, on: '2025-11-10' }), facts()).thenRefused('recovery-of-nothing');
    spec.when(ask.recover(31, september, { pence: 0.5, on: '2025-11-10' }), facts()).thenRefused('amount-not-whole-pence');
    spec.when(ask.recover(31, september, { pence: 1, on: '2025-11-10', agencyId: stranger }), facts({ by: [stranger] })).thenRefused('line-act-by-stranger');
  });
});
