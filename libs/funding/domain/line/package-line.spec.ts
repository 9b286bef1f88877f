import { lineLifeEvents } from '@accord/funding/contracts';
import { specification } from '@accord/shared/testing';
import { clause, day, education, health, numbered, percentages, socialCare, stranger } from '../sample-agreement';
import { lineDecider } from './package-line';
import { ask, byCare, facts, inTheClear, signedByAll } from './sample-line-command';
import { agreed, arranged, decisionId, ended, proposed, partChanged, recovered, resumed, suspended, variationRefused, weekly, withdrawn } from './sample-line-life';

const spec = specification({ decider: lineDecider, definitions: lineLifeEvents });
const given = (...events: Parameters<typeof inTheClear>[0][]) => spec.given(...events.map(inTheClear));

describe('A package line', () => {
  it('has a life only where the decision has it', () => {
    spec.when(ask.suspend(1, '2025-10-06'), facts({ decision: { status: 'unknown' } })).thenRefused('line-outside-decision');
    spec.when(ask.suspend(1, '2025-10-06'), facts({ decided: { lineId: numbered(699) } })).thenRefused('line-outside-decision', 'no package line with this id');
  });

  it('has a life of its own: one under the same id in another decision is none', () => {
    const elsewhere = suspended(1, '2025-10-06');
    const ofAnother = { ...elsewhere, data: { ...elsewhere.data, decisionId: numbered<'decision'>(799) } } as typeof elsewhere;
    given(ofAnother).when(ask.resume(2, '2025-10-13'), facts()).thenRefused('line-outside-decision', 'another decision');
  });

  it('has a life only once the decision has effect', () => {
    spec.when(ask.suspend(1, '2025-10-06'), facts({ effect: 'awaiting-ratification' })).thenRefused('line-without-effect');
    spec.when(ask.suspend(1, '2025-10-06'), facts({ effect: 'none' })).thenRefused('line-without-effect');
  });

  it('is as a correction of the decision says', () => {
    const corrected = { type: 'DecisionCorrected' as const, data: { decisionId, childId: numbered<'child'>(800), on: day('2025-09-10'), correctionId: numbered<'correction'>(1), corrects: numbered<'reading'>(700), requestedBy: 'one', approvedBy: 'two', agencyId: health, lines: [] } };
    spec.when(ask.suspend(1, '2025-10-06'), facts({ followed: [corrected] })).thenRefused('line-outside-decision');
  });
});

describe('Who provides a line', () => {
  it('is recorded by the agency that holds the contract', () => {
    spec.when(ask.arrange(1, '2025-09-01'), facts()).then(inTheClear(arranged(1, '2025-09-01')));
  });

  it('changes from a later day', () => {
    given(arranged(1, '2025-09-01')).when(ask.arrange(2, '2025-11-01', { agencyId: socialCare }), facts(byCare)).then(inTheClear(arranged(2, '2025-11-01', { by: socialCare })));
  });

  it('is refused by an agency that is no party of the split; one with a share of nothing is one', () => {
    spec.when(ask.arrange(1, '2025-09-01', { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('arrangement-by-stranger');
    spec.when(ask.arrange(1, '2025-09-01', { agencyId: socialCare }), facts({ ...byCare, decided: { split: percentages(100, 0) } })).then(inTheClear(arranged(1, '2025-09-01', { by: socialCare })));
  });

  it('is refused where the provider is not registered, the day is no day of the line, or is taken', () => {
    spec.when(ask.arrange(1, '2025-09-01'), facts({ provider: undefined })).thenRefused('provider-unknown');
    spec.when(ask.arrange(1, '2025-08-31'), facts()).thenRefused('line-day-outside', 'runs from 1 September 2025 until just before 1 September 2026');
    given(arranged(1, '2025-09-01')).when(ask.arrange(2, '2025-09-01'), facts()).thenRefused('arrangement-day-taken', '1 September 2025');
    given(arranged(1, '2025-09-01'), withdrawn(1)).when(ask.arrange(2, '2025-09-01'), facts()).then(inTheClear(arranged(2, '2025-09-01')));
  });
});

describe('A line that pauses', () => {
  it('is suspended by anybody who sees it, and goes on', () => {
    const trust = { agencyId: stranger, turnsOnly: true };
    spec.when(ask.suspend(1, '2025-10-06', { ...trust, retained: 10_000, because: 'Words about the child' }), facts({ by: [] })).then(inTheClear(suspended(1, '2025-10-06', { by: stranger, retained: 10_000 })));
    given(suspended(1, '2025-10-06')).when(ask.resume(2, '2025-10-13', trust), facts({ by: [] })).then(inTheClear(resumed(2, '2025-10-13', { by: stranger })));
  });

  it('is not suspended twice on one day, but again once it went on', () => {
    given(suspended(1, '2025-10-06')).when(ask.suspend(2, '2025-10-08'), facts()).thenRefused('line-already-suspended', '50 % of it payable since 6 October 2025');
    given(suspended(1, '2025-10-06'), resumed(2, '2025-10-13')).when(ask.suspend(3, '2025-10-12'), facts()).thenRefused('line-already-suspended');
    given(suspended(1, '2025-10-06'), resumed(2, '2025-10-13'))
      .when(ask.suspend(3, '2025-10-13', { because: 'Words about the child' }), facts())
      .then(inTheClear(suspended(3, '2025-10-13')));
  });

  it('goes on only where it is suspended', () => {
    spec.when(ask.resume(2, '2025-10-13'), facts()).thenRefused('line-not-suspended', '12 October 2025');
    given(suspended(1, '2025-10-06')).when(ask.resume(2, '2025-10-06'), facts()).thenRefused('line-not-suspended');
    given(suspended(1, '2025-10-06'), withdrawn(1)).when(ask.resume(2, '2025-10-13'), facts()).thenRefused('line-not-suspended');
  });

  it('lies in the line, says which part is payable, and says why in words where no reason is named', () => {
    spec.when(ask.suspend(1, '2026-09-01'), facts()).thenRefused('line-day-outside');
    given(ended(1, '2025-10-06')).when(ask.suspend(2, '2025-10-06'), facts()).thenRefused('line-day-outside', 'until just before 6 October 2025');
    for (const retained of [-1, 0.5, 10_001, NaN]) spec.when(ask.suspend(1, '2025-10-06', { retained }), facts()).thenRefused('retained-part-unclear');
    spec.when(ask.suspend(1, '2025-10-06', { reason: 'other' }), facts()).thenRefused('suspension-words-missing');
  });
});

describe('What stays payable of a line that pauses', () => {
  const allPayable = suspended(1, '2025-10-06', { by: stranger, retained: 10_000 });

  it.each([
    ['a key worker, of whichever agency', { turnsOnly: true }, facts()],
    ['a commissioner whose agency pays nothing', { agencyId: stranger }, facts({ by: [stranger] })],
    ['a commissioner whose agency has a share of nothing', { agencyId: socialCare }, facts({ ...byCare, decided: { split: percentages(100, 0) } })],
  ])('is all of it where %s records the pause', (_who, asked, by) => {
    spec.when(ask.suspend(1, '2025-10-06', { ...asked, retained: 9_999 }), by).thenRefused('retained-part-by-stranger', 'all of it payable (10000 basis points). A commissioner of an agency that pays');
    const { agencyId } = { agencyId: health, ...asked };
    spec.when(ask.suspend(1, '2025-10-06', { ...asked, retained: 10_000, because: 'Words about the child' }), by).then(inTheClear(suspended(1, '2025-10-06', { by: agencyId, retained: 10_000 })));
  });

  it.each([
    ['pays a part', facts(byCare)],
    ['pays the provider alone', facts({ ...byCare, decided: { split: percentages(100, 0) } })],
    ['pays where a clause can rule the line', facts({ ...byCare, decided: { split: percentages(100) }, agreements: [signedByAll({ clauses: [clause()] })] })],
    ['has the functions of one that pays', facts({ by: [stranger, health] })],
  ])('is said by an agency that %s, with the pause or later', (_who, by) => {
    const [asked, contract] = [{ agencyId: socialCare }, arranged(9, '2025-09-01', { by: socialCare })];
    given(contract).when(ask.suspend(1, '2025-10-06', { ...asked, because: 'Words about the child' }), by).then(inTheClear(suspended(1, '2025-10-06', { by: socialCare })));
    given(contract, allPayable).when(ask.changePart(2, '2025-10-13', { ...asked, retained: 0 }), by).then(inTheClear(partChanged(2, '2025-10-13', { by: socialCare, retained: 0 })));
  });

  it('is said again by whoever pays, also of the first day of the pause', () => {
    given(allPayable, partChanged(2, '2025-10-13', { retained: 0 })).when(ask.changePart(3, '2025-10-06', { retained: 5_000 }), facts()).then(inTheClear(partChanged(3, '2025-10-06', { retained: 5_000 })));
    given(allPayable, partChanged(2, '2025-10-13', { retained: 0 })).when(ask.changePart(3, '2025-10-13', { retained: 10_000 }), facts()).then(inTheClear(partChanged(3, '2025-10-13', { retained: 10_000 })));
  });

  it('is not said by one that pays nothing, of a day on which the line does not pause, or unclearly', () => {
    given(allPayable).when(ask.changePart(2, '2025-10-13', { agencyId: stranger, retained: 0 }), facts({ by: [stranger] })).thenRefused('line-act-by-stranger');
    given(allPayable).when(ask.changePart(2, '2025-10-05', { retained: 0 }), facts()).thenRefused('line-not-suspended', '5 October 2025');
    given(allPayable, resumed(2, '2025-10-13')).when(ask.changePart(3, '2025-10-13', { retained: 0 }), facts()).thenRefused('line-not-suspended');
    given(allPayable).when(ask.changePart(2, '2026-09-01', { retained: 0 }), facts()).thenRefused('line-day-outside');
    given(allPayable).when(ask.changePart(2, '2025-10-13', { retained: 10_001 }), facts()).thenRefused('retained-part-unclear');
  });

  it('stops nobody from saying that the line goes on', () => {
    const trust = { agencyId: stranger };
    for (const on of ['2025-10-10', '2025-10-13', '2025-10-20']) {
      given(allPayable, partChanged(2, '2025-10-13', { retained: 0 })).when(ask.resume(3, on, trust), facts({ by: [] })).then(inTheClear(resumed(3, on, { by: stranger })));
    }
  });
});

describe('A line that ends without another decision', () => {
  it('is ended by an agency that pays', () => {
    spec.when(ask.end(1, '2025-12-01'), facts()).then(inTheClear(ended(1, '2025-12-01')));
  });

  it('is not ended by a stranger, twice, or on a day that it has not', () => {
    spec.when(ask.end(1, '2025-12-01', { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('line-act-by-stranger');
    given(ended(1, '2025-12-01')).when(ask.end(2, '2025-11-01'), facts()).thenRefused('line-already-ended', '30 November 2025');
    spec.when(ask.end(1, '2026-09-01'), facts()).thenRefused('line-day-outside');
    given(ended(1, '2025-12-01'), withdrawn(1)).when(ask.end(2, '2025-11-01'), facts()).then(inTheClear(ended(2, '2025-11-01')));
  });
});

describe('Other rates of a line', () => {
  const higher = [weekly('2025-11-03', 840)];

  it('are proposed by one that pays, and awaited of every other that pays', () => {
    spec.when(ask.propose(11, higher), facts()).then(inTheClear(proposed(11, higher)));
  });

  it('are awaited of the agency that pays the provider as well, now or later', () => {
    const paid = { split: percentages(100, 0) };
    given(arranged(1, '2025-09-01', { by: socialCare })).when(ask.propose(11, higher), facts({ decided: paid })).then(inTheClear(proposed(11, higher)));
    given(arranged(1, '2025-09-01', { by: socialCare }), arranged(2, '2025-11-03', { by: health }))
      .when(ask.propose(11, higher), facts({ decided: paid }))
      .then(inTheClear(proposed(11, higher, { awaits: [] })));
  });

  describe('where a clause of a standing agreement can rule the line', () => {
    const thirds = signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })] });
    const withClause = (changes: Parameters<typeof facts>[0] = {}) => facts({ agreements: [thirds], ...changes });
    const bySchools = { agencyId: education };

    it('are awaited of the agencies that pay under it as well, and agreed to by them', () => {
      spec.when(ask.propose(11, higher), withClause()).then(inTheClear(proposed(11, higher, { awaits: [socialCare, education] })));
      given(proposed(11, higher, { awaits: [education] })).when(ask.agree(11, '2025-10-08', bySchools), withClause({ by: [education] })).then(inTheClear(agreed(11, { by: education })));
    });

    it('are proposed by them too, who end the line and recover what was not spent', () => {
      const acting = withClause({ by: [education] });
      spec.when(ask.propose(11, higher, bySchools), acting).then(inTheClear(proposed(11, higher, { by: education, awaits: [health, socialCare] })));
      spec.when(ask.end(1, '2025-12-01', bySchools), acting).then(inTheClear(ended(1, '2025-12-01', { by: education })));
      spec.when(ask.recover(31, ['2025-09-01', '2025-10-01'], { pence: 300_001, on: '2025-11-10', ...bySchools }), acting).thenRefused('recovery-above-cost');
    });

    it.each([
      ['lines of another category', signedByAll({ clauses: [clause({ categories: ['nursing'], split: percentages(50, 0, 50) })] })],
      ['days before the rates', signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })], to: '2025-11-03' })],
      ['days after the line', signedByAll({ clauses: [clause({ split: percentages(50, 0, 50) })], from: '2026-09-01' })],
    ])('are not awaited of those under a clause for %s', (_what, agreement) => {
      spec.when(ask.propose(11, higher), facts({ agreements: [agreement] })).then(inTheClear(proposed(11, higher)));
    });
  });

  it('hold at once where one agency pays all of it, also when they are lower than before', () => {
    const lower = [weekly('2025-11-03', 600)];
    spec.when(ask.propose(11, lower), facts({ decided: { split: percentages(100) } })).then(inTheClear(proposed(11, lower, { awaits: [] })));
  });

  it('are agreed to by whoever is awaited, once', () => {
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08'), facts(byCare)).then(inTheClear(agreed(11)));
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: health }), facts()).thenRefused('variation-not-awaited');
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('variation-not-awaited');
    given(proposed(11, higher), agreed(11)).when(ask.agree(11, '2025-10-09'), facts(byCare)).thenRefused('variation-settled');
  });

  it('are still awaited of the third where two of three have agreed', () => {
    const third = numbered<'agency'>(103);
    const ofThree = proposed(11, higher, { awaits: [socialCare, third] });
    given(ofThree).when(ask.agree(11, '2025-10-08'), facts(byCare)).then(inTheClear(agreed(11, { awaits: [third] })));
    given(ofThree, agreed(11, { awaits: [third] })).when(ask.agree(11, '2025-10-08'), facts(byCare)).thenRefused('variation-not-awaited');
  });

  it('are agreed to by the agency to which the functions of one that is awaited have passed', () => {
    given(proposed(11, higher)).when(ask.agree(11, '2025-10-08', { agencyId: stranger }), facts({ by: [stranger, socialCare] })).then(inTheClear(agreed(11, { by: stranger })));
  });

  it('come to nothing where one that is awaited refuses', () => {
    given(proposed(11, higher)).when(ask.refuse(11, '2025-10-08'), facts(byCare)).then(inTheClear(variationRefused(11)));
    given(proposed(11, higher), variationRefused(11)).when(ask.agree(11, '2025-10-09'), facts(byCare)).thenRefused('variation-settled');
    given(proposed(11, higher)).when(ask.refuse(11, '2025-10-08', { agencyId: health }), facts()).thenRefused('variation-not-awaited');
  });

  it('are refused to a stranger, before the line, after it, from one day twice, in fractions of a penny, and from the future', () => {
    spec.when(ask.propose(11, higher, { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('line-act-by-stranger');
    spec.when(ask.propose(11, [weekly('2025-08-25', 840)]), facts()).thenRefused('variation-before-line', 'runs from 1 September 2025');
    spec.when(ask.propose(11, [weekly('2026-09-01', 840)]), facts()).thenRefused('variation-after-line');
    spec.when(ask.propose(11, [weekly('2025-11-03', 840), weekly('2025-11-03', 850)]), facts()).thenRefused('rates-not-in-order');
    spec.when(ask.propose(11, [{ from: day('2025-11-03'), weeklyPence: 0.5 as never }]), facts()).thenRefused('amount-not-whole-pence');
    spec.when(ask.propose(11, []), facts()).thenRefused('rate-missing-from-first-day');
    spec.when(ask.propose(11, higher, { on: '2026-01-06' }), facts()).thenRefused('line-day-in-future', 'today is 5 January 2026');
    given(proposed(11, higher)).when(ask.agree(11, '2025-09-30'), facts(byCare)).thenRefused('variation-before-proposal', '1 October 2025');
    spec.when(ask.agree(11, '2025-10-08'), facts(byCare)).thenRefused('variation-unknown');
  });
});

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

describe('A mistake', () => {
  it('is withdrawn by its id, by the agency that recorded it', () => {
    given(ended(1, '2025-12-01')).when(ask.withdraw(1), facts()).then(inTheClear(withdrawn(1)));
    given(ended(1, '2025-12-01')).when(ask.withdraw(1, '2025-12-01', { agencyId: socialCare }), facts(byCare)).thenRefused('withdrawal-by-stranger');
  });

  it('about a suspension is withdrawn by any agency that pays as well', () => {
    given(suspended(1, '2025-10-06', { by: stranger })).when(ask.withdraw(1, '2025-12-01', { agencyId: socialCare }), facts(byCare)).then(inTheClear(withdrawn(1, '2025-12-01', { by: socialCare })));
    given(suspended(1, '2025-10-06')).when(ask.withdraw(1, '2025-12-01', { agencyId: stranger }), facts({ by: [stranger] })).thenRefused('withdrawal-by-stranger');
  });

  it('about a suspension is withdrawn by whoever may record no more than that, where the own agency recorded it', () => {
    const keyWorker = { agencyId: stranger, turnsOnly: true };
    const by = facts({ by: [stranger] });
    given(suspended(1, '2025-10-06', { by: stranger, retained: 10_000 })).when(ask.withdraw(1, '2025-12-01', keyWorker), by).then(inTheClear(withdrawn(1, '2025-12-01', { by: stranger })));
    given(suspended(1, '2025-10-06', { retained: 10_000 })).when(ask.withdraw(1, '2025-12-01', { agencyId: socialCare, turnsOnly: true }), facts(byCare)).thenRefused('withdrawal-by-stranger');
    given(ended(1, '2025-12-01')).when(ask.withdraw(1, '2025-12-01', { turnsOnly: true }), facts()).thenRefused('withdrawal-of-turns-only');
  });

  it('about what stays payable is withdrawn by nobody who may say no more than that a line pauses', () => {
    const keyWorker = { turnsOnly: true };
    given(suspended(1, '2025-10-06')).when(ask.withdraw(1, '2025-12-01', keyWorker), facts()).thenRefused('withdrawal-of-turns-only', 'says what stays payable as well');
    given(suspended(1, '2025-10-06', { retained: 10_000 }), partChanged(2, '2025-10-06', { retained: 0 })).when(ask.withdraw(2, '2025-12-01', keyWorker), facts()).thenRefused('withdrawal-of-turns-only');
    given(suspended(1, '2025-10-06', { retained: 10_000 }), partChanged(2, '2025-10-06', { retained: 0 })).when(ask.withdraw(2), facts()).then(inTheClear(withdrawn(2)));
    given(suspended(1, '2025-10-06', { retained: 10_000 }), partChanged(2, '2025-10-06', { retained: 0 })).when(ask.withdraw(2, '2025-12-01', { agencyId: socialCare }), facts(byCare)).thenRefused('withdrawal-by-stranger');
  });

  it('is withdrawn once, and only where it was recorded', () => {
    given(ended(1, '2025-12-01'), withdrawn(1)).when(ask.withdraw(1), facts()).thenRefused('line-entry-withdrawn');
    given(ended(1, '2025-12-01')).when(ask.withdraw(2), facts()).thenRefused('line-entry-unknown');
    given(ended(1, '2025-12-01')).when(ask.withdraw(1, '2026-01-06'), facts()).thenRefused('line-day-in-future');
  });

  it('is a proposal as long as not all have agreed to it', () => {
    const higher = proposed(11, [weekly('2025-11-03', 840)]);
    given(higher).when(ask.withdraw(11), facts()).then(inTheClear(withdrawn(11)));
    given(higher, agreed(11)).when(ask.withdraw(11), facts()).thenRefused('line-entry-stands');
    given(higher, withdrawn(11)).when(ask.agree(11, '2025-12-02'), facts(byCare)).thenRefused('variation-unknown');
  });
});
