import { clause, day, health, numbered, percentages, socialCare, stranger } from '../sample-agreement';
import { ask, byCare, facts, given, inTheClear, signedByAll, spec } from './sample-line-command';
import { agreed, arranged, decisionId, ended, proposed, partChanged, resumed, suspended, weekly, withdrawn } from './sample-line-life';

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
